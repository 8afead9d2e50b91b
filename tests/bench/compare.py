#!/usr/bin/python3
"""What comparing costs against reading, and carrying every village over against issuing them.

    tests/bench/compare.py [--build DIR] [--repeat 3]

Prints a row a size of the regulation (tests/bench/compare.cpp), then whole-process CPU seconds of `quyche issue`
and of `quyche rebase` with redlines for the villages of samples/hung-yen-2018, in turn, and the ratio of the medians.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODEL = ROOT / 'templates/regulation/coordination.akn.xml'


def cpu(command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))}: {output.decode()}")
    return usage.ru_utime + usage.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', type=pathlib.Path, default=ROOT / 'build-tests')
    parser.add_argument('--repeat', type=int, default=3)
    options = parser.parse_args()
    program = options.build.resolve() / 'bin'
    print('articles provisions read_ms compare_ms ratio', flush=True)
    subprocess.run([program / 'quyche_compare_bench', '11', '50', '100', '200', '400', '800'], check=True)
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        model = work / 'new.akn.xml'
        subprocess.run([sys.executable, ROOT / 'samples/amend/make_model.py', MODEL, model], check=True)
        issues, rebases = [], []
        for _ in range(options.repeat):
            shutil.rmtree(work / 'issued', ignore_errors=True)
            issues.append(cpu([program / 'quyche', 'issue', '--data', ROOT / 'samples/hung-yen-2018/cells.csv',
                               '--date', '2018-12-15', '-o', work / 'issued']))
            shutil.rmtree(work / 'villages', ignore_errors=True)
            districts = work / 'plugins'
            if not districts.exists():
                for district in ('an_thi', 'hung_yen', 'khoai_chau', 'kim_dong', 'my_hao', 'phu_cu', 'tien_lu',
                                 'van_giang', 'van_lam', 'yen_my'):
                    cpu([program / 'quyche', 'rebase', '--from', MODEL, '--to', model, '--district', district,
                         '--date', '2019-06-15', '--resolved', ROOT / 'samples/amend/decisions.json',
                         '-o', districts])
            rebases.append(cpu([program / 'quyche', 'rebase', '--from', MODEL, '--to', model, '--to-plugins',
                                districts, '--data', work / 'issued', '--date', '2019-07-01',
                                '-o', work / 'villages']))
        issue, rebase = statistics.median(issues), statistics.median(rebases)
        print(f'issue {issue:.2f} s, rebase with redlines {rebase:.2f} s, ratio {rebase / issue:.2f}')


if __name__ == '__main__':
    main()

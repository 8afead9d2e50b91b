#!/usr/bin/python3
"""How far issuing is from its floor, and whether it grows as the table grows.

    tests/bench/issue.py [--build DIR] [--sizes 1039,10000,100000] [--repeat 5] [--work DIR]

Prints one row a size: documents, whole-process wall and CPU seconds of `quyche issue`, its peak memory, the
floor's seconds (tests/bench/floor.cpp) measured in turn in the same run, and the ratios of the medians.
"""
import argparse
import csv
import itertools
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / 'samples/hung-yen-2018/cells.csv'


def table(rows, path):
    """The sample's villages, over again under other names until there are `rows` of them."""
    with open(SAMPLE, encoding='utf-8-sig', newline='') as source:
        reader = csv.DictReader(itertools.dropwhile(lambda line: not line.startswith('commune_code'), source))
        villages = list(reader)
    with open(path, 'w', encoding='utf-8', newline='') as out:
        writer = csv.DictWriter(out, fieldnames=reader.fieldnames, lineterminator='\n')
        writer.writeheader()
        per_village = -(-rows // len(villages))
        written = 0
        for village in villages:
            for copy in range(per_village):
                if written == rows:
                    return
                row = dict(village)
                if copy:
                    row['village_name'] = f"{village['village_name']} {copy + 1}"
                writer.writerow(row)
                written += 1


def timed(command):
    """Wall and CPU seconds and peak KiB of one whole process."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))}: {output.decode()}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, output.decode()


def measure(options, rows, work):
    data = work / 'cells.csv'
    issued = work / 'issued'
    bare = work / 'floor'
    table(rows, data)
    runs, floors = [], []
    repeat = options.repeat if rows <= 20000 else 1
    for turn in range(repeat + 1):
        shutil.rmtree(issued, ignore_errors=True)
        wall, cpu, memory, _ = timed([options.build / 'bin/quyche', 'issue', '--data', data, '-o', issued,
                                      '--threads', str(options.threads)])
        shutil.rmtree(bare, ignore_errors=True)
        if rows <= 20000:  # the floor holds every document in memory
            *_, said = timed([options.build / 'bin/quyche_floor', issued, bare, str(options.threads)])
            count, floor_wall, floor_cpu = map(float, said.split())
            if int(count) != rows:
                sys.exit(f'{int(count)} documents, {rows} expected')
            if turn:
                floors.append((floor_wall, floor_cpu))
        if turn or repeat == 1:
            runs.append((wall, cpu, memory))
        if repeat == 1:
            break
    shutil.rmtree(issued, ignore_errors=True)
    shutil.rmtree(bare, ignore_errors=True)
    wall, cpu, memory = (statistics.median(column) for column in zip(*runs))
    line = f'{rows:>8} {wall:>8.2f} {cpu:>8.2f} {memory / 1024:>8.0f} {1e3 * cpu / rows:>9.3f}'
    if floors:
        floor_wall, floor_cpu = (statistics.median(column) for column in zip(*floors))
        line += f' {floor_wall:>10.2f} {floor_cpu:>10.2f} {wall / floor_wall:>8.2f} {cpu / floor_cpu:>8.2f}'
    print(line, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', type=pathlib.Path, default=ROOT / 'build-tests')
    parser.add_argument('--sizes', default='1039,10000')
    parser.add_argument('--repeat', type=int, default=5)
    parser.add_argument('--threads', type=int, default=os.cpu_count())
    parser.add_argument('--work', type=pathlib.Path)
    options = parser.parse_args()
    options.build = options.build.resolve()
    print(f'{"villages":>8} {"wall s":>8} {"cpu s":>8} {"MiB":>8} {"cpu ms/v":>9} {"floor wall":>10} '
          f'{"floor cpu":>10} {"× wall":>8} {"× cpu":>8}')
    for rows in map(int, options.sizes.split(',')):
        with tempfile.TemporaryDirectory(dir=options.work) as work:
            measure(options, rows, pathlib.Path(work))


if __name__ == '__main__':
    main()

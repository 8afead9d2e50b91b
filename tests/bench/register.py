#!/usr/bin/python3
"""The register against what else does its work: libxlsxwriter bare, openpyxl, the sqlite3 shell.

    tests/bench/register.py [--build DIR] [--rows 100000] [--repeat 3] [--work DIR]

CPU seconds of whole processes; of openpyxl, the bare loop and our reading those of the work alone. Ours run before and behind each run of the others, and a
ratio is taken of these three: the machine is not equally quick for long. Medians of the rounds.
"""
import argparse
import csv
import itertools
import multiprocessing
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import openpyxl

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / 'samples/hung-yen-2018/cells.csv'
DAY = '2018-12-31'
COUNT = ("SELECT unit_id, state, count(*) FROM standing WHERE from_day<='2018-12-31' AND to_day>='2018-12-31' "
         "GROUP BY unit_id, state;")
FAMILIES = ('Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô')
MIDDLES = ('Văn', 'Thị', 'Đức', 'Ngọc', 'Minh', 'Hữu', 'Quang')
NAMES = ('An', 'Bình', 'Cường', 'Dũng', 'Hà', 'Hạnh', 'Khánh', 'Lan', 'Mai', 'Nghĩa', 'Oanh', 'Phúc', 'Thảo')


def villages():
    with open(SAMPLE, encoding='utf-8-sig', newline='') as source:
        return list(csv.DictReader(itertools.dropwhile(lambda line: not line.startswith('commune_code'), source)))


def write_cells(rows, path):
    """The sample's cells over again under other names, without their people."""
    names = ('commune_code', 'village_name', 'state', 'number', 'issue_date')
    cells = villages()
    with open(path, 'w', encoding='utf-8', newline='') as out:
        writer = csv.DictWriter(out, names, extrasaction='ignore', lineterminator='\n')
        writer.writeheader()
        for serial in range(rows):
            cell = cells[serial % len(cells)]
            copy = serial // len(cells)
            writer.writerow({**cell, 'village_name': f"{cell['village_name']} {copy + 1}"})


def write_people(rows, path):
    """Invented people of the sample's first cells."""
    cells = villages()
    with open(path, 'w', encoding='utf-8', newline='') as out:
        writer = csv.writer(out, lineterminator='\n')
        writer.writerow(('Họ và tên', 'Ngày sinh', 'Giới tính', 'Dân tộc', 'Quê quán', 'Nơi cư trú',
                         'Ngày vào Đảng', 'Ngày công nhận chính thức', 'Trạng thái', 'Mã xã', 'Chi bộ'))
        for serial in range(rows):
            cell = cells[serial % len(cells)]
            name = ' '.join((FAMILIES[serial % 10], MIDDLES[serial // 10 % 7], NAMES[serial // 70 % 13]))
            day = f'{serial % 28 + 1:02}/{serial // 28 % 12 + 1:02}'
            writer.writerow((f'{name} {serial}', f'{day}/{1950 + serial % 40}', 'Nam', 'Kinh', f'Xã Mẫu {serial % 97}',
                             f'Thôn Mẫu {serial % 89}', f'{day}/{1990 + serial % 20}', f'{day}/{1991 + serial % 20}',
                             'Chính thức', cell['commune_code'], f"{cell['village_name']} 1"))


def cpu(command):
    """CPU seconds, peak MiB and output of one whole process."""
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))}: {output.decode()[-2000:]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output.decode()


def openpyxl_write(source, path):
    with open(source, encoding='utf-8-sig', newline='') as file:
        rows = list(csv.reader(file))
    start = time.process_time()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(path)
    return time.process_time() - start


def openpyxl_read(path):
    start = time.process_time()
    cells = 0
    for row in openpyxl.load_workbook(path, read_only=True).worksheets[0].iter_rows(values_only=True):
        cells += len(row)
    return time.process_time() - start


def aside(work, *arguments):
    """In a process of its own: the peak of every later child would begin at what this one had."""
    with multiprocessing.Pool(1) as pool:
        return pool.apply(work, arguments)


def compare(what, wanted, ours, theirs, rounds):
    """Runs `ours` and `theirs`, which give seconds, in turn; prints medians, and those of the ratios of each round."""
    mine, others, ratios = [], [], []
    for _ in range(rounds):
        before, other, behind = ours(), theirs(), ours()
        mine.append((before + behind) / 2)
        others.append(other)
        ratios.append(mine[-1] / other)
    ratio = statistics.median(ratios)
    print(f'{what:58} {statistics.median(mine):8.2f} {statistics.median(others):8.2f} {ratio:7.2f} {1 / ratio:8.2f}   '
          f'{wanted}', flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', type=pathlib.Path, default=ROOT / 'build-tests')
    parser.add_argument('--rows', type=int, default=100000)
    parser.add_argument('--repeat', type=int, default=3)
    parser.add_argument('--work', type=pathlib.Path)
    options = parser.parse_args()
    program = options.build.resolve() / 'bin'
    with tempfile.TemporaryDirectory() as scratch:
        work = options.work or pathlib.Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        cells, people = work / 'cells.sqlite', work / 'people.sqlite'
        made = {}
        for database, rows in ((cells, options.rows), (people, len(villages()))):
            if database.exists():
                continue
            write_cells(rows, work / 'cells.csv')
            register = ('--database', database, '--as-of', DAY)
            cpu([program / 'quyche', 'register', 'init', *register])
            made[f'{rows} cells'] = cpu([program / 'quyche', 'register', 'import', work / 'cells.csv', *register])
            if database == people:
                write_people(options.rows, work / 'people.csv')
                made[f'{options.rows} people'] = cpu([program / 'quyche', 'register', 'import', '--kind', 'members',
                                                      work / 'people.csv', *register])
        for name, (seconds, peak, _) in made.items():
            print(f'import of {name}: {seconds:.2f} s, {peak:.0f} MiB')
        print(f'{"":58} {"s":>8} {"theirs":>8} {"ours/":>7} {"theirs/":>8}   wanted')
        roster, table, floor = work / 'members.xlsx', work / 'members.csv', work / 'floor.xlsx'
        register = ('--database', people, '--as-of', DAY)
        cpu([program / 'quyche', 'roster', 'members', *register, '-o', table])
        bench, peaks = program / 'quyche_register_bench', {}

        def quyche(name, *arguments):
            seconds, peaks[name], _ = cpu([program / 'quyche', *arguments])
            return seconds

        def make_roster():
            return quyche('roster', 'roster', 'members', *register, '-o', roster)

        def read_roster():
            return float(cpu([bench, 'read', roster])[2].split()[0])

        def import_roster():
            return quyche('import', 'register', 'import', '--dry-run', '--kind', 'members', *register, roster)

        def tell_status():
            return quyche('status', 'register', 'status', '--json', '--database', cells, '--as-of', DAY)

        def read_with_python():
            return aside(openpyxl_read, roster)

        compare('roster, over a bare libxlsxwriter loop', 'ours/theirs <= 1.3', make_roster,
                lambda: float(cpu([bench, 'write', table, floor])[2]), options.repeat)
        compare('roster, over openpyxl write-only', 'theirs/ours >= 8', make_roster,
                lambda: aside(openpyxl_write, table, work / 'python.xlsx'), options.repeat)
        compare('reading the workbook, over openpyxl read-only', 'theirs/ours >= 8', read_roster, read_with_python,
                options.repeat)
        compare('the whole import of it (dry run), over the same', '', import_roster, read_with_python, 1)
        compare('status, over SELECT ... GROUP BY in sqlite3', 'ours/theirs <= 3', tell_status,
                lambda: cpu(['sqlite3', cells, COUNT])[0], 3 * options.repeat)
        print('peak: ' + ', '.join(f'{name} {mib:.0f} MiB' for name, mib in peaks.items()))


if __name__ == '__main__':
    main()

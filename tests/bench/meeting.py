#!/usr/bin/python3
"""How far the monthly minutes and resolutions of all 1,039 cells are from their floor.

    tests/bench/meeting.py [--build DIR] [--repeat 3] [--work DIR]

Makes one record a cell (the sample meeting, held in 2024 by each cell of 2018 under its own names), lets one command
make the minutes and the resolution of every one, and then the floor (tests/bench/floor.cpp) compress the same
changed parts and write the same files, in turn in one run. Prints the medians and their ratios.
"""
import argparse
import csv
import itertools
import json
import os
import pathlib
import shutil
import statistics
import sys
import tempfile

from issue import SAMPLE, timed

ROOT = pathlib.Path(__file__).resolve().parents[2]
MEETING = ROOT / 'samples/meetings/cell-2026-09.json'
CHANGED = ['docProps/custom.xml', 'docProps/core.xml']


def cells():
    with open(SAMPLE, encoding='utf-8-sig', newline='') as source:
        yield from csv.DictReader(itertools.dropwhile(lambda line: not line.startswith('commune_code'), source))


def write_records(folder):
    """One record a cell; their paths."""
    text = MEETING.read_text(encoding='utf-8').replace('2026-', '2024-')  # when the communes of 2018 stood
    folder.mkdir()
    paths = []
    for number, cell in enumerate(cells()):
        record = json.loads(text.replace('Mẫu Thượng', cell['village_name']))
        record['unit']['commune_code'] = cell['commune_code']
        path = folder / f"{number:04}-{cell['commune_code']}.json"
        path.write_text(json.dumps(record, ensure_ascii=False, indent=2), encoding='utf-8')
        paths.append(path)
    return paths


def measure(options, paths, work):
    made, bare = work / 'made', work / 'floor'
    command = [options.build / 'bin/quyche', 'meeting', 'papers', *paths, '--only', 'bien-ban', '--only',
               'nghi-quyet', '-o', made, '--threads', str(options.threads)]
    shutil.rmtree(made, ignore_errors=True)
    shutil.rmtree(bare, ignore_errors=True)
    wall, cpu, memory, _ = timed(command)
    *_, said = timed([options.build / 'bin/quyche_floor', made, bare, str(options.threads), *CHANGED])
    count, floor_wall, floor_cpu = map(float, said.split())
    if int(count) != 2 * len(paths):
        sys.exit(f'{int(count)} documents, {2 * len(paths)} expected')
    return wall, cpu, memory, floor_wall, floor_cpu


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', type=pathlib.Path, default=ROOT / 'build-tests')
    parser.add_argument('--repeat', type=int, default=3)
    parser.add_argument('--threads', type=int, default=os.cpu_count())
    parser.add_argument('--work', type=pathlib.Path)
    options = parser.parse_args()
    options.build = options.build.resolve()
    with tempfile.TemporaryDirectory(dir=options.work) as work:
        paths = write_records(pathlib.Path(work) / 'records')
        runs = [measure(options, paths, pathlib.Path(work)) for _ in range(options.repeat + 1)][1:]
    wall, cpu, memory, floor_wall, floor_cpu = (statistics.median(column) for column in zip(*runs))
    print(f'{len(paths)} meetings, {2 * len(paths)} papers: wall {wall:.2f} s, cpu {cpu:.2f} s, {memory / 1024:.0f} MiB')
    print(f'floor: wall {floor_wall:.2f} s, cpu {floor_cpu:.2f} s')
    print(f'over the floor: wall {wall / floor_wall:.2f}, cpu {cpu / floor_cpu:.2f}')


if __name__ == '__main__':
    main()

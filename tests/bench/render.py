#!/usr/bin/python3
"""Rendering Word templates against docxtpl, docxtemplater, carbone and the floor.

    tests/bench/render.py [--build DIR] [--repeat 100] [--work DIR] [--no-npm] [--batch 10000]

Prints, for each work, CPU milliseconds of one document file to file, one thread, each program inside a process that is
already running, and the ratios with their goals: a line for the first document of a template, which is compiled for it,
and one for each further document of the same template, data read and document written (the others have nothing to keep:
docxtpl opens and reads the template again for each). Below it what a program takes that only reads both files with
libdeflate, pugixml and the JSON library, fills nothing, and compresses and writes. Then the growth from n to 4 n
paragraphs, and a batch on one and two threads, beside the bare loop on one and two threads: no program can gain more
from the second one. The floor (tests/bench/render.cpp, floor.cpp) compresses the same changed parts with libdeflate and
writes the files. All read and write in the work folder, in memory where the system has such a folder: a disk shared with
others measures the others. docxtemplater and carbone are installed from npm into the work folder; without npm their
columns stay empty.
"""
import argparse
import copy
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time
import zipfile

import docx
import docxtpl

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIGHT = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="http://schemas.openxmlformats.org/'
         'wordprocessingml/2006/main"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
         '</w:style></w:styles>')
SENTENCE = 'Chi bộ thôn và trưởng thôn phối hợp thực hiện nhiệm vụ theo quy chế này, bảo đảm đúng Điều lệ. '

# How each program writes a value, the start and end of rows, a value of a row.
SYNTAX = {
    'quyche': ('{{{{ {} }}}}', '{%tr for r in rows %}', '{%tr endfor %}', '{{{{ r.{} }}}}'),
    'docxtemplater': ('{{{}}}', '{#rows}', '{/rows}', '{{{}}}'),
    'carbone': ('{{d.{}}}', '', '', '{{d.rows[i{}].{}}}'),
}


def table(document, program, columns):
    value, start, end, cell = SYNTAX[program]
    if program == 'carbone':
        rows = [[cell.format(step, c) for c in columns] for step in ('', '+1')]
    elif program == 'docxtemplater':
        rows = [[cell.format(c) for c in columns]]
        rows[0][0] = start + rows[0][0]
        rows[0][-1] += end
    else:
        blank = [''] * (len(columns) - 1)
        rows = [[start] + blank, [cell.format(c) for c in columns], [end] + blank]
    made = document.add_table(len(rows), len(columns))
    for row, texts in zip(made.rows, rows):
        for target, text in zip(row.cells, texts):
            target.text = text


def regulation(program):
    document = docx.Document()
    for number in range(150):
        first, second = (SYNTAX[program][0].format(f'f{2 * number + i}') for i in (0, 1))
        document.add_paragraph(f'{number + 1}. {SENTENCE[:60]}{first}, {second}.')
    table(document, program, ['a', 'b', 'c', 'd'])
    return document


def long_table(program):
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    table(document, program, ['a', 'b', 'c', 'd'])
    return document


def paragraphs(count):
    def make(program):
        document = docx.Document()
        last = document.add_paragraph(SENTENCE + SYNTAX[program][0].format('f0'))._p
        for number in range(1, count):
            twin = copy.deepcopy(last)
            twin.r_lst[0].t_lst[0].text = SENTENCE + SYNTAX[program][0].format(f'f{number % 300}')
            last.addnext(twin)
            last = twin
        return document
    return make


def data(rows):
    values = {f'f{i}': f'giá trị số {i} & ông Mẫu' for i in range(300)}
    values['rows'] = [{'a': str(i), 'b': f'Nguyễn Văn Mẫu {i}', 'c': 'Thôn Ví Dụ', 'd': f'{i * 37} đồng'} for i in range(rows)]
    return values


# Name → template, rows of data, light styles, repetitions of the slow programs, goals over them.
WORKS = {
    'regulation, 300 fields, light styles': (regulation, 12, True, 5, {'docxtpl': 40, 'docxtemplater': 25}),
    'regulation, 300 fields, default styles': (regulation, 12, False, 5, {'docxtpl': 150, 'docxtemplater': 40}),
    '1,000-row table': (long_table, 1000, True, 2, {'docxtpl': 20, 'carbone': 2}),
    '12,000 paragraphs': (paragraphs(12000), 0, True, 1, {'docxtpl': 150}),
}
GOAL_OVER_FLOOR = 2.5
ROUNDS = 3


def save(document, path, light):
    document.save(path)
    if not light:
        return
    kept = path.with_suffix('.light')
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(kept, 'w', zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            out.writestr(name, LIGHT if name == 'word/styles.xml' else source.read(name))
    kept.replace(path)


def measure_docxtpl(template, data_file, out, repeat):
    start = time.process_time()
    for _ in range(repeat):
        made = docxtpl.DocxTemplate(template)
        made.render(json.loads(data_file.read_text(encoding='utf-8')), autoescape=True)
        made.save(out)
    return (time.process_time() - start) / repeat


NODE = r"""
const fs = require('fs');
const [program, template, data, out, repeat] = process.argv.slice(2);
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1e6; };
async function once() {
  const values = JSON.parse(fs.readFileSync(data, 'utf8'));
  if (program === 'docxtemplater') {
    const PizZip = require('pizzip'), Docxtemplater = require('docxtemplater');
    const doc = new Docxtemplater(new PizZip(fs.readFileSync(template, 'binary')), {paragraphLoop: true, linebreaks: true});
    doc.render(values);
    fs.writeFileSync(out, doc.getZip().generate({type: 'nodebuffer', compression: 'DEFLATE'}));
  } else {
    const carbone = require('carbone');
    await new Promise((done, fail) => carbone.render(template, values, (error, result) => {
      if (error) fail(error); else { fs.writeFileSync(out, result); done(); }
    }));
  }
}
(async () => {
  await once();
  const start = cpu();
  for (let i = 0; i < +repeat; ++i) await once();
  console.log((cpu() - start) / +repeat);
  process.exit(0);
})();
"""


def install_npm(work):
    if shutil.which('npm') is None:
        return False
    for package in (['docxtemplater', 'pizzip'], ['carbone']):
        if subprocess.run(['npm', 'install', '--silent', '--no-audit', *package], cwd=work, capture_output=True,
                          timeout=300, check=False).returncode != 0:
            return False
    (work / 'measure.js').write_text(NODE, encoding='utf-8')
    return True


def measure_node(program, work, template, values, out, repeat):
    answer = subprocess.run(['node', 'measure.js', program, template, values, out, str(repeat)], cwd=work,
                            capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        print(f'  {program}: {answer.stderr.strip().splitlines()[-1:]}')
        return None
    return float(answer.stdout.split()[-1])


def find(build, name):
    for path in (build / 'bin' / name, build / 'tests' / name, build / name):
        if path.is_file():
            return path
    raise SystemExit(f'{name} is not in {build}: build it with -DQUYCHE_OPTIMISE=-O2, or name another build with --build')


def quietest(measure_once, *arguments):
    """The quietest of some runs: whoever else is busy makes a run slower, nobody makes it faster."""
    return min(measure_once(*arguments) for _ in range(ROUNDS))


def measure_own(options, template, values, out, repeat):
    """Seconds of the first document, of each further one, of the floor, of the floor with reading, of compiling and
    rendering alone."""
    answer = subprocess.run([find(options.build, 'quyche_render_bench'), template, values, out, str(repeat)],
                            capture_output=True, text=True, check=True)
    return tuple(map(float, answer.stdout.split()))


def ratio(theirs, ours, goal):
    return '' if theirs is None else f'{theirs / ours:.1f} ×' + (f' ({goal})' if goal else '')


def print_line(*cells):
    print(f'{cells[0]:<40} {cells[1]:>10} ' + ' '.join(f'{cell:>15}' for cell in cells[2:]), flush=True)


def measure(options, work, name, has_npm):
    make, rows, light, slow, goals = WORKS[name]
    values = work / 'data.json'
    values.write_text(json.dumps(data(rows)), encoding='utf-8')
    programs = ['quyche'] + (['docxtemplater', 'carbone'] if has_npm else [])
    templates = {}
    for program in programs:
        templates[program] = work / f'{program}.docx'
        save(make(program), templates[program], light)
    own, theirs = [], {}
    # In turns: the machine is not the same from one minute to the next.
    for _ in range(ROUNDS):
        own.append(measure_own(options, templates['quyche'], values, work / 'out.docx', options.repeat))
        theirs.setdefault('docxtpl', []).append(measure_docxtpl(templates['quyche'], values, work / 'docxtpl.docx', slow))
        for program in programs[1:]:
            theirs.setdefault(program, []).append(
                measure_node(program, work, templates[program], values, work / 'node.docx', slow))
    first, further, floor, reading, compiling, rendering = map(min, zip(*own))
    theirs = {program: None if None in seconds else min(seconds) for program, seconds in theirs.items()}
    for what, ours in ((name, first), ('  each further document', further)):
        print_line(what, f'{ours * 1e3:.3f}',
                   *(ratio(theirs.get(program), ours, goals.get(program)) for program in ('docxtpl', 'docxtemplater', 'carbone')),
                   f'{ours / floor:.2f} × ({GOAL_OVER_FLOOR})')
    print(f'  bare reading and writing by libraries {reading / floor:.2f} × the floor, {theirs["docxtpl"] / reading:.0f} × docxtpl; '
          f'compiling alone {compiling * 1e3:.3f} ms, rendering alone {rendering * 1e3:.3f} ms, floor {floor * 1e3:.3f} ms, '
          f'docxtpl {theirs["docxtpl"] * 1e3:.1f} ms', flush=True)


def growth(options, work):
    """Time for 48,000 paragraphs over time for 12,000."""
    values = work / 'data.json'
    values.write_text(json.dumps(data(0)), encoding='utf-8')
    seconds = []
    for count in (12000, 48000):
        save(paragraphs(count)('quyche'), work / 'growth.docx', True)
        seconds.append(quietest(measure_own, options, work / 'growth.docx', values, work / 'out.docx', options.repeat)[0])
    print(f'{"time for 4 n over time for n":<40} {seconds[1] / seconds[0]:.2f} (4.6 at most)', flush=True)


def batch(options, work):
    program = find(options.build, 'quyche')
    template = work / 'small.docx'
    document = docx.Document()
    for number in range(10):
        document.add_paragraph(SENTENCE + '{{ f%d }}' % number)
    save(document, template, True)
    line = {f'f{i}': f'giá trị {i}' for i in range(10)}
    with open(work / 'rows.jsonl', 'w', encoding='utf-8') as out:
        for number in range(options.batch):
            out.write(json.dumps({**line, 'id': number}) + '\n')
    walls = {1: [], 2: []}
    bare = {1: [], 2: []}
    for _ in range(ROUNDS):
        for threads in walls:
            shutil.rmtree(work / 'batch', ignore_errors=True)
            start = time.monotonic()
            process = subprocess.Popen([program, 'render', template, '--each', work / 'rows.jsonl', '-o',
                                        str(work / 'batch') + '/{{ id }}.docx', '--threads', str(threads)], stdout=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            if status != 0:
                raise SystemExit('quyche render --each failed')
            walls[threads].append(time.monotonic() - start)
            cpu = usage.ru_utime + usage.ru_stime
            print(f'{options.batch} small documents, {threads} threads: {walls[threads][-1]:.2f} s wall, {cpu:.2f} s CPU, '
                  f'{usage.ru_maxrss / 1024:.0f} MiB', flush=True)
        for threads in bare:
            shutil.rmtree(work / 'bare', ignore_errors=True)
            answer = subprocess.run([find(options.build, 'quyche_floor'), work / 'batch', work / 'bare', str(threads)],
                                    capture_output=True, text=True, check=True)
            bare[threads].append(float(answer.stdout.split()[1]))
    shutil.rmtree(work / 'batch')
    shutil.rmtree(work / 'bare')
    middle = {name: {threads: statistics.median(runs[threads]) for threads in runs} for name, runs in (('own', walls), ('bare', bare))}
    print(f'two threads over one: {middle["own"][1] / middle["own"][2]:.2f} × (1.8); the bare loop: '
          f'{middle["bare"][1] / middle["bare"][2]:.2f} ×, in {middle["bare"][1]:.2f} and {middle["bare"][2]:.2f} s')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--build', type=pathlib.Path, default=ROOT / 'build-tests')
    parser.add_argument('--repeat', type=int, default=100)
    parser.add_argument('--batch', type=int, default=10000)
    parser.add_argument('--work', type=pathlib.Path)
    parser.add_argument('--no-npm', action='store_true')
    options = parser.parse_args()
    options.build = options.build.resolve()
    in_memory = pathlib.Path('/dev/shm')
    with tempfile.TemporaryDirectory(dir=options.work or (in_memory if in_memory.is_dir() else None)) as folder:
        work = pathlib.Path(folder)
        has_npm = not options.no_npm and install_npm(work)
        if options.batch:
            # First, while this process is small: a child's memory is counted from the fork on.
            batch(options, work)
        print_line('work (goals in brackets)', 'quyche ms', '× docxtpl', '× docxtemplater', '× carbone', 'over the floor')
        for name in WORKS:
            measure(options, work, name, has_npm)
        growth(options, work)


if __name__ == '__main__':
    main()

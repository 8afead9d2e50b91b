"""Runs the built program as a person does, for the tests of whole jobs.

QUYCHE_BUILD names the build folder; ctest sets it. Every test works in a folder of its own.
"""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("QUYCHE_BUILD", ROOT / "build-tests"))
PROGRAM = BUILD / "bin" / "quyche"
MODEL = ROOT / "templates" / "regulation" / "coordination.akn.xml"
SAMPLE = ROOT / "samples" / "hung-yen-2018" / "cells.csv"
VILLAGE = ROOT / "samples" / "one-commune" / "village.json"

# One commune and one village, enough for most tests; people and village are invented.
DISTRICT, COMMUNE, DAY = "khoai_chau", "12229", "2018-06-05"


class Answer:
    """Exit code and all that was printed, both streams as a terminal shows them."""

    def __init__(self, code, text):
        self.code = code
        self.text = text


def command(*words):
    return [str(PROGRAM), *map(str, words)]


def environment():
    return {name: value for name, value in os.environ.items()
            if name not in ("QUYCHE_DATA", "QUYCHE_PLUGIN_PATH")}


def run(*words, folder):
    done = subprocess.run(command(*words), cwd=folder, env=environment(), stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False)
    return Answer(done.returncode, done.stdout.decode())


def files_below(folder):
    """Paths relative to `folder`, sorted."""
    folder = pathlib.Path(folder)
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def village(**changes):
    """The village of the small sample; None removes a field."""
    record = json.loads(VILLAGE.read_text(encoding="utf-8"))["records"][0]
    record.update(changes)
    return {name: value for name, value in record.items() if value is not None}


class ProgramTest(unittest.TestCase):
    """A test with a folder, and the program run in it."""

    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="quyche-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, encoding="utf-8", newline="")
        return path

    def write_json(self, name, *records):
        return self.write(name, json.dumps({"records": records}, ensure_ascii=False))

    def read_json(self, name):
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    def quyche(self, *words):
        return run(*words, folder=self.folder)

    def done(self, *words):
        """What was printed by a command that must succeed."""
        answer = self.quyche(*words)
        self.assertEqual(0, answer.code, answer.text)
        return answer.text

    def assert_says(self, text, *words, code=0):
        """The whole of what is printed, and the exit code."""
        answer = self.quyche(*words)
        self.assertEqual(text, answer.text)
        self.assertEqual(code, answer.code)

    def assert_refused(self, text, *words, code=1):
        """As assert_says; and nothing new stands in the folder, whole or half-written."""
        before = files_below(self.folder)
        self.assert_says(text, *words, code=code)
        self.assertEqual(before, files_below(self.folder))

    def make_template(self):
        """templates/12229-xa-an-vi.docx and .xml; the path of the former."""
        self.done("template", "--district", DISTRICT, "--commune", COMMUNE, "--date", DAY, "-o",
                  "templates")
        return pathlib.Path("templates/12229-xa-an-vi.docx")


def office():
    """LibreOffice, or None."""
    return shutil.which("soffice")


needs_office = unittest.skipUnless(office(), "LibreOffice (soffice) is not installed")


def resave(paths, folder, ending):
    """Lets LibreOffice open and save the files as `ending` into `folder`; the new paths, in order."""
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [office(), "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to",
             ending, "--outdir", str(folder), *map(str, paths)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    made = [pathlib.Path(folder) / pathlib.Path(path).name for path in paths]
    if done.returncode != 0 or not all(path.is_file() for path in made):
        raise RuntimeError(done.stdout.decode(errors="replace"))
    return made

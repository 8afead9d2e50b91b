"""What the tests of Word templates share: making templates with python-docx, rendering them with quyche's
driver and with docxtpl, and reading documents as text, part by part."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile

import docx
from lxml import etree

BUILD = pathlib.Path(os.environ.get("QUYCHE_BUILD", "build-tests"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")


def find_driver():
    for folder in ("bin", "tests", "."):
        found = BUILD / folder / "quyche_render_driver"
        if found.is_file():
            return found
    raise FileNotFoundError("quyche_render_driver")


class Driver:
    """The rendering program, kept running."""

    def __init__(self):
        self.process = subprocess.Popen([find_driver()], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def render(self, template, data, output):
        question = {"template": str(template), "data": data, "output": str(output)}
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


class Case(unittest.TestCase):
    """A folder and a driver for the tests of a class."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="quyche-render-"))
        cls.driver = Driver()

    @classmethod
    def tearDownClass(cls):
        cls.driver.close()
        shutil.rmtree(cls.folder)

    def save(self, document):
        type(self).saved = getattr(self, "saved", 0) + 1
        path = self.folder / f"template{self.saved}.docx"
        document.save(path)
        return path

    def render(self, template, data, name="out.docx"):
        """The path of the document; fails when there are errors."""
        output = self.folder / name
        answer = self.driver.render(template, data, output)
        self.assertTrue(answer["done"], "\n".join(f["text"] for f in answer["findings"]))
        return output

    def findings(self, template, data):
        """What is said of a template that cannot be rendered, as texts."""
        answer = self.driver.render(template, data, self.folder / "refused.docx")
        self.assertFalse(answer["done"], "rendered")
        return [finding["text"] for finding in answer["findings"]]


def document(*paragraphs):
    """A document of python-docx with these paragraphs; lists become tables."""
    made = docx.Document()
    for paragraph in paragraphs:
        if isinstance(paragraph, str):
            made.add_paragraph(paragraph)
        else:
            add_table(made, paragraph)
    return made


def add_table(made, rows):
    table = made.add_table(rows=len(rows), cols=max(len(row) for row in rows))
    table.style = "Table Grid"
    for row, texts in zip(table.rows, rows):
        for cell, text in zip(row.cells, texts):
            if isinstance(text, str):
                cell.text = text
            else:
                add_table(cell, text)
    return table


def run_text(node):
    """Words of a paragraph as a reader sees them; text boxes are paragraphs of their own."""
    out = []
    for part in node.iter():
        if part.tag == W + "t":
            out.append(part.text or "")
        elif part.tag == W + "tab" and part.getparent().tag == W + "r":
            out.append("\t")
        elif part.tag == W + "br":
            out.append("\f" if part.get(W + "type") == "page" else "\n")
    return "".join(out)


def texts_of_part(xml):
    """The paragraphs of a part, with brackets where cells and rows are."""
    lines = []

    def walk(node):
        for child in node:
            if child.tag == W + "p":
                lines.append(run_text(child))
                for box in child.iter(W + "txbxContent"):
                    walk(box)
            elif child.tag in (W + "tbl", W + "tr", W + "tc"):
                name = etree.QName(child).localname
                lines.append(f"<{name}>")
                walk(child)
                lines.append(f"</{name}>")
            elif isinstance(child.tag, str):
                walk(child)

    walk(etree.fromstring(xml))
    return lines


def texts(path):
    """Part name → its paragraphs."""
    with zipfile.ZipFile(path) as archive:
        return {name: texts_of_part(archive.read(name)) for name in sorted(archive.namelist())
                if TEXT_PARTS.fullmatch(name)}


def body(path):
    return texts(path)["word/document.xml"]


def part(path, name="word/document.xml"):
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)

"""What the tests of Word templates share: making templates with python-docx, rendering them with quyche's
driver and with docxtpl, and reading documents as text, part by part."""

import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import tempfile
import unittest
import zipfile
import zlib

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

    def said(self, made, data=None):
        """The findings, the name of the template taken out."""
        path = made if not hasattr(made, "save") else self.save(made)
        output = self.folder / "refused.docx"
        found = self.findings(path, data or {})
        self.assertFalse(output.exists())
        return [text.replace(path.name, "mau.docx") for text in found]


def document(*paragraphs):
    """A document of python-docx with these paragraphs; lists become tables."""
    made = docx.Document()
    for paragraph in paragraphs:
        if isinstance(paragraph, str):
            made.add_paragraph(paragraph)
        else:
            add_table(made, paragraph)
    return made


def png(width=4, height=2):
    """A picture of one colour."""
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    rows = b"".join(b"\0" + b"\x80\x80\x80" * width for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
SPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
          'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')


def rewrite(path, change):
    """Puts the entries that `change` makes of a dictionary of them into the document."""
    with zipfile.ZipFile(path) as source:
        entries = {name: source.read(name) for name in source.namelist()}
    change(entries)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return path


def with_part(path, name, data, kind, content_type):
    """The document with a part that its body refers to."""
    def change(entries):
        entries[f"word/{name}"] = data.encode() if isinstance(data, str) else data
        override = f'<Override PartName="/word/{name}" ContentType="{content_type}"/></Types>'
        entries["[Content_Types].xml"] = entries["[Content_Types].xml"].replace(b"</Types>", override.encode())
        relation = f'<Relationship Id="rId{kind}" Type="{RELATIONS}{kind}" Target="{name}"/></Relationships>'
        rels = "word/_rels/document.xml.rels"
        entries[rels] = entries[rels].replace(b"</Relationships>", relation.encode())
    return rewrite(path, change)


def with_notes(path, kind, texts, inside=""):
    """The document with a part of footnotes, endnotes or comments: id → words. `inside` goes behind them."""
    element = "w:" + kind[:-1]
    extra = 'w:author="Người Mẫu" w:initials="M"' if kind == "comments" else ""
    first = "" if kind == "comments" else "".join(
        f'<{element} w:type="{mark}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></{element}>'
        for number, mark in ((-1, "separator"), (0, "continuationSeparator")))
    notes = "".join(f'<{element} w:id="{number}" {extra}><w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r>{inside}</w:p>'
                    f"</{element}>" for number, words in texts.items())
    return with_part(path, f"{kind}.xml", f"<w:{kind} {SPACES}>{first}{notes}</w:{kind}>", kind, f"{OFFICE}{kind}+xml")


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

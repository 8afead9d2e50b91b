"""Ten thousand random values go in and exactly those come out; a document without tags comes out part by part as it
was; LibreOffice opens what was rendered."""

import pathlib
import random
import shutil
import subprocess
import tempfile
import unicodedata
import unittest
import zipfile


import rendering
import templates
import validate
from rendering import body, document

COUNT = 10000
# All that XML or the template language could take for its own, and samples of every plane.
SPECIALS = list("&<>\"'{}%#|\\/;=-_ ") + ["{{", "}}", "{%", "%}", "]]>", "&amp;", "<w:t>", "\u00a0", "\u200b", "\ufeff"]
PLANES = [(0x21, 0x7E), (0xA1, 0x2FF), (0x1EA0, 0x1EF9), (0x400, 0x4FF), (0x4E00, 0x9FFF), (0xE000, 0xF8FF),
          (0x10000, 0x10FFF), (0x1F300, 0x1F9FF), (0x20000, 0x2A6DF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD)]


def random_value(chance):
    letters = []
    for _ in range(chance.randint(0, 12)):
        letters.append(chance.choice(SPECIALS) if chance.random() < 0.5
                       else chr(chance.randint(*chance.choice(PLANES))))
    return unicodedata.normalize("NFC", "".join(letters))


class Values(rendering.Case):
    def test_exactly_the_values_that_went_in_come_out(self):
        chance = random.Random(2018)
        values = [random_value(chance) for _ in range(COUNT)]
        template = self.save(document("{%p for v in vs %}", "[{{ v }}]", "{%p endfor %}"))
        out = body(self.render(template, {"vs": values}))
        self.assertEqual([f"[{value}]" for value in values], out)

    def test_the_same_input_gives_the_same_bytes(self):
        template = self.save(templates.CASES["rows of nested loops"]())
        first = self.render(template, templates.DATA, "first.docx").read_bytes()
        self.assertEqual(first, self.render(template, templates.DATA, "second.docx").read_bytes())


class PassThrough(rendering.Case):
    def check(self, path):
        out = self.render(path, {"x": 1})
        with zipfile.ZipFile(path) as before, zipfile.ZipFile(out) as after:
            self.assertEqual(before.namelist(), after.namelist())
            for name in before.namelist():
                self.assertEqual(before.read(name), after.read(name), name)
                self.assertEqual(before.getinfo(name).compress_size, after.getinfo(name).compress_size, name)

    def test_a_document_of_python_docx(self):
        self.check(self.save(document("không có thẻ { } nào", [["a", "b"]])))

    def test_a_document_with_charts_smartart_embedded_objects_and_macros(self):
        drawing = "application/vnd.openxmlformats-officedocument.drawingml."
        office = "application/vnd.openxmlformats-officedocument."
        chart = ('<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea/></c:chart>'
                 '<c:externalData r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></c:chartSpace>')
        smart = '<dgm:{0} xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>'
        path = self.save(document("thân, có { } và %", [["a"]]))
        for name, data, kind, content_type in (
                ("charts/chart1.xml", chart, "chart", drawing + "chart+xml"),
                ("diagrams/data1.xml", smart.format("dataModel"), "diagramData", drawing + "diagramData+xml"),
                ("diagrams/layout1.xml", smart.format("layoutDef"), "diagramLayout", drawing + "diagramLayout+xml"),
                ("embeddings/oleObject1.bin", random.Random(1).randbytes(4000), "oleObject", office + "oleObject"),
                ("embeddings/book1.xlsx", random.Random(2).randbytes(4000), "package", office + "spreadsheetml.sheet"),
                ("vbaProject.bin", random.Random(3).randbytes(4000), "vbaProject", "application/vnd.ms-office.vbaProject")):
            rendering.with_part(path, name, data, kind, content_type)
        self.check(path)

    def test_documents_saved_by_libreoffice(self):
        if not validate.is_available():
            self.skipTest("QUYCHE_SHARED names no folder with fixtures")
        fixtures = sorted((pathlib.Path(validate.SHARED) / "fixtures").glob("*.docx"))
        self.assertTrue(fixtures)
        for path in fixtures:
            with self.subTest(path.name):
                self.check(path)

    def test_only_the_part_with_tags_changes(self):
        template = self.save(document("{{ x }}"))
        out = self.render(template, {"x": 1})
        with zipfile.ZipFile(template) as before, zipfile.ZipFile(out) as after:
            changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
        self.assertEqual(["word/document.xml"], changed)


class Outputs(rendering.Case):
    """All templates of the comparison, rendered."""

    def test_the_validator_finds_nothing(self):
        if not validate.is_available():
            self.skipTest("QUYCHE_SHARED names no folder with tools/validate_ooxml.py")
        files = [self.render(self.save(make()), templates.DATA, f"{number}.docx")
                 for number, make in enumerate(templates.CASES.values())]
        # Some templates print braces on purpose.
        self.assertEqual([], [line for line in validate.findings(*files, ignore=["TAG"]) if "w:zoom" not in line])

    def test_libreoffice_opens_what_was_rendered(self):
        if shutil.which("soffice") is None:
            self.skipTest("no LibreOffice")
        names = ["a value", "rows of nested loops", "cells and rows of loops", "a header and a footer", "paragraphs in a value"]
        files = [self.render(self.save(templates.CASES[name]()), templates.DATA, f"office{number}.docx")
                 for number, name in enumerate(names)]
        with tempfile.TemporaryDirectory() as home:
            subprocess.run(["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", "txt:Text (encoded):UTF8",
                            "--outdir", self.folder, *files], check=True, capture_output=True, timeout=300)
        for file in files:
            words = file.with_suffix(".txt").read_text(encoding="utf-8-sig")
            for line in body(file):
                if not line.startswith("<") and line.strip():
                    self.assertIn(line.split("\n")[0].split("\t")[0].strip(), words)


if __name__ == "__main__":
    unittest.main()

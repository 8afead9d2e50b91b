"""Redlines between edited models: accepted and rejected by a reader of OOXML written for this test and
by LibreOffice, they give the new and the old text."""

import os
import pathlib
import random
import sys
import tempfile
import unittest
import zipfile

from lxml import etree

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import office_changes
import quyche_program as program
import validate

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
QUYCHE = "urn:quyche:regulation:1"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EDITS = 8  # in one text
# How many texts; more on request: QUYCHE_EDITED_TEXTS=500 takes a quarter of an hour.
TEXTS = int(os.environ.get("QUYCHE_EDITED_TEXTS", "12"))
OFFICE_TEXTS = int(os.environ.get("QUYCHE_EDITED_TEXTS", "3"))


def settled(path, gone):
    """Paragraphs of a .docx without what stands in elements called `gone`."""
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    lines, open_line = [], ""
    for paragraph in root.iter(W + "p"):
        row = next(paragraph.iterancestors(W + "tr"), None)
        if row is not None and row.find(f"{W}trPr/{W}{gone}") is not None:
            continue
        for node in paragraph.iter(W + "t", W + "delText", W + "tab", W + "br"):
            if next(node.iterancestors(W + gone), None) is None and node.getparent().tag == W + "r":
                open_line += {"tab": "\t", "br": "\n"}.get(etree.QName(node).localname,
                                                          node.text or "")
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is None:
            lines.append(open_line)
            open_line = ""
    return lines


class Editor:
    """Edits a model as people do: words, headings, cells; clauses, points and rows that come, go and move."""

    def __init__(self, model, rng):
        self.tree = etree.fromstring(model)
        self.rng = rng
        self.made = 0

    def all(self, name):
        return [node for node in self.tree.iter(AKN + name) if node.find(f".//{AKN}ref") is None
                and not [a for a in node.attrib if a.endswith("}when")]]

    def reword(self):
        line = self.rng.choice(list(self.rng.choice(self.all("paragraph")).iter(AKN + "p")))
        line.text = "Theo quy định mới, " + (line.text or "").lower()

    def retitle(self):
        heading = self.rng.choice(list(self.tree.iter(AKN + "heading")))
        heading.text = (heading.text or "") + " và việc khác"

    def provision(self, name):
        self.made += 1
        fresh = etree.Element(AKN + name, wId=f"test.added_{self.made}")
        content = etree.SubElement(etree.SubElement(fresh, AKN + "content"), AKN + "p")
        content.text = f"Nội dung thêm số {self.made}, “chỉ để thử” <&>."
        return fresh

    def add(self):
        kind = self.rng.choice(["paragraph", "point"])
        self.rng.choice(self.all(kind)).addnext(self.provision(kind))

    def leaves(self, name):
        return [node for node in self.all(name) if node.find(f"{AKN}point") is None]

    def move(self):
        one, other = self.rng.sample(self.leaves("paragraph"), 2)
        other.addnext(one)

    def remove(self):
        targets = {ref.get(f"{{{QUYCHE}}}target") for ref in self.tree.iter(AKN + "ref")}
        plain = [node for node in self.leaves("paragraph") if node.get("wId") not in targets
                 and sum(1 for _ in node.itersiblings(AKN + "paragraph", preceding=True)) > 1]
        if plain:
            one = self.rng.choice(plain)
            one.getparent().remove(one)

    def cell(self):
        row = self.rng.choice([row for row in self.tree.iter(AKN + "tr") if row.find(AKN + "td") is not None])
        kind = self.rng.choice(["words", "row", "gone"])
        if kind == "words":
            line = row.find(f"{AKN}td/{AKN}p")
            line.text = (line.text or "") + " (mới)"
        elif kind == "row":
            cells = len(row.findall(AKN + "td"))
            fresh = etree.Element(AKN + "tr")
            for place in range(cells):
                etree.SubElement(etree.SubElement(fresh, AKN + "td"), AKN + "p").text = f"Ô thêm {place}"
            row.addnext(fresh)
        else:
            row.getparent().remove(row)

    def run(self, count):
        for _ in range(count):
            self.rng.choice([self.reword, self.retitle, self.add, self.move, self.remove, self.cell])()
        return etree.tostring(self.tree, xml_declaration=True, encoding="UTF-8")


class Redlines(unittest.TestCase):
    def make(self, folder, seed):
        (folder / "new.xml").write_bytes(
            Editor(program.MODEL.read_bytes(), random.Random(seed)).run(EDITS))
        for name, model in (("old", program.MODEL), ("new", folder / "new.xml")):
            self.run_quyche(folder, "export", "--model", model, "-o", f"{name}.docx", "--date",
                            "2019-03-01")
        self.run_quyche(folder, "diff", "old.docx", "new.docx", "--redline", "redline.docx",
                        "-o", "side.docx", "--date", "2019-03-01", "--author", "Trần Thị Ví Dụ")

    def run_quyche(self, folder, *words):
        answer = program.run(*words, folder=folder)
        self.assertEqual(answer.code, 0, answer.text)
        return answer.text

    def test_an_independent_reader_gets_both_texts(self):
        for seed in range(TEXTS):
            with self.subTest(seed=seed), tempfile.TemporaryDirectory() as name:
                folder = pathlib.Path(name)
                self.make(folder, seed)
                self.assertEqual(settled(folder / "redline.docx", "del"),
                                 settled(folder / "new.docx", "del"))
                self.assertEqual(settled(folder / "redline.docx", "ins"),
                                 settled(folder / "old.docx", "ins"))
                if validate.is_available():
                    self.assertEqual(
                        validate.findings(folder / "redline.docx", folder / "side.docx"), [])

    @unittest.skipUnless(office_changes.AVAILABLE, "LibreOffice or its Python is not installed")
    def test_libreoffice_gets_both_texts(self):
        with office_changes.office() as office, tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for seed in range(OFFICE_TEXTS):
                self.make(folder, seed)
                for accept, wanted in ((True, "new.docx"), (False, "old.docx")):
                    with self.subTest(seed=seed, accept=accept):
                        self.assertEqual(office.settle(folder / "redline.docx", accept),
                                         office.settle(folder / wanted, accept))

    def test_a_text_against_itself_has_no_change(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            text = self.run_quyche(folder, "diff", program.MODEL, program.MODEL, "--lang", "en")
            self.assertRegex(text, r"^\d+ kept, 0 added, 0 removed, 0 reworded, 0 moved, "
                                   r"0 renumbered\.\n$")


if __name__ == "__main__":
    unittest.main()

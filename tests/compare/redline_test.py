"""Redlines between edited models: accepted and rejected by a reader of OOXML written for this test and
by LibreOffice, they give the new and the old text."""

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

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EDITS = 8


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


def edited(model, rng):
    """The model with words changed, clauses added, removed and moved."""
    tree = etree.fromstring(model)
    akn = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
    for number in range(EDITS):
        plain = [p for p in tree.iter(akn + "paragraph") if p.find(f".//{akn}ref") is None
                 and not [a for a in p.attrib if a.endswith("}when")]
                 and p.find(f".//{akn}paragraph") is None]
        one = rng.choice(plain)
        kind = rng.choice(["word", "add", "move"])
        if kind == "word":
            line = rng.choice(list(one.iter(akn + "p")))
            line.text = "Theo quy định mới, " + (line.text or "").lower()
        elif kind == "add":
            fresh = etree.Element(akn + "paragraph", wId=f"test.added_{number}")
            content = etree.SubElement(etree.SubElement(fresh, akn + "content"), akn + "p")
            content.text = f"Khoản thêm số {number}, “chỉ để thử” <&>."
            one.addnext(fresh)
        else:
            rng.choice(plain).addnext(one)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8")


class Redlines(unittest.TestCase):
    def make(self, folder, seed):
        (folder / "new.xml").write_bytes(edited(program.MODEL.read_bytes(), random.Random(seed)))
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
        for seed in range(12):
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
            for seed in range(3):
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

"""The model edited in Word: what was exported comes back whole, and an edit as exactly that edit."""

import copy
import os
import pathlib
import re
import subprocess
import sys
import unittest
import zipfile

import docx

from quyche_program import MODEL, ROOT, ProgramTest, files_below, needs_office, resave

SHARED = os.environ.get("QUYCHE_SHARED")


def districts():
    """The plugins of districts that are delivered, without that of the province."""
    folders = sorted(path.parent.name for path in (ROOT / "plugins").glob("*/plugin.xml"))
    return [name for name in folders if not name.startswith("tinh_")]


def paragraph(document, words):
    """The one paragraph that holds `words`."""
    found = [item for item in document.paragraphs if words in item.text]
    assert len(found) == 1, (words, len(found))
    return found[0]


class WordModel(ProgramTest):
    def setUp(self):
        super().setUp()
        self.model = MODEL.read_text(encoding="utf-8")
        self.done("export", "-o", "m.docx")

    def imported(self, name="m.docx"):
        """The model as it comes back, and what was said about it."""
        said = self.done("import", name, "-o", "m.xml")
        return (self.folder / "m.xml").read_text(encoding="utf-8"), said

    def edit(self, change):
        document = docx.Document(str(self.folder / "m.docx"))
        change(document)
        document.save(str(self.folder / "m.docx"))

    def lines_changed(self, text):
        """Lines gone from the model and lines new in `text`."""
        before, after = self.model.splitlines(), text.splitlines()
        return ([line.strip() for line in before if line not in set(after)],
                [line.strip() for line in after if line not in set(before)])

    def templates(self, model, folder):
        """Template of the first commune of every district."""
        options = ["--model", model] if model else []
        for district in districts():
            self.done(*options, "template", "--district", district, "--date", "2018-06-05",
                      "-o", f"{folder}/{district}")
        return {path: (self.folder / folder / path).read_bytes()
                for path in files_below(self.folder / folder)}


class Untouched(WordModel):
    def test_an_export_comes_back_byte_for_byte(self):
        text, said = self.imported()
        self.assertEqual("Đã đọc quy chế từ Word vào m.xml.\n", said)
        self.assertEqual(self.model, text)

    @needs_office
    def test_an_export_saved_by_libreoffice_comes_back_byte_for_byte(self):
        (self.folder / "lo").mkdir()
        resave([self.folder / "m.docx"], self.folder / "lo", "docx:MS Word 2007 XML")
        text, said = self.imported("lo/m.docx")
        self.assertEqual("Đã đọc quy chế từ Word vào m.xml.\n", said)
        self.assertEqual(self.model, text)

    def test_every_district_makes_the_same_templates_of_it(self):
        self.imported()
        self.assertEqual(10, len(districts()))
        self.assertEqual(self.templates(None, "before"), self.templates("m.xml", "after"))

    def test_the_marks_are_names_word_can_keep(self):
        part = zipfile.ZipFile(self.folder / "m.docx").read("word/document.xml").decode()
        names = re.findall(r'w:name="(qp_[^"]*)"', part)
        self.assertEqual(len(names), len(set(names)))
        ids = re.findall(r' wId="([^"]*)"', self.model.split("<body>")[1])
        self.assertEqual(len(ids), len(names))
        self.assertEqual([], [name for name in names
                              if len(name) > 40 or not re.fullmatch(r"\w+", name, re.ASCII)])

    def test_a_commune_template_carries_no_marks(self):
        self.done("template", "--district", "khoai_chau", "--commune", "12229", "--date",
                  "2018-06-05", "-o", "t")
        package = zipfile.ZipFile(self.folder / "t" / "12229-xa-an-vi.docx")
        self.assertNotIn(b"qp_", package.read("word/document.xml"))
        self.assertNotIn("customXml/item2.xml", package.namelist())

    @unittest.skipUnless(SHARED, "QUYCHE_SHARED is not set")
    def test_the_export_is_valid(self):
        check = pathlib.Path(SHARED) / "tools" / "validate_ooxml.py"
        done = subprocess.run([sys.executable, str(check), str(self.folder / "m.docx")],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        self.assertEqual((0, b""), (done.returncode, done.stdout))


class Edited(WordModel):
    def test_changed_words_keep_the_terms_beside_them(self):
        def change(document):
            clause = paragraph(document, "Ở chi bộ không có chi ủy")
            clause.runs[0].text = clause.runs[0].text.replace("không có chi ủy",
                                                              "chưa bầu chi ủy")
            clause = paragraph(document, "không thay thế quy chế làm việc của chi bộ")
            for run in clause.runs:
                run.text = run.text.replace("không thay thế", "không làm thay đổi")

        self.edit(change)
        text, said = self.imported()
        gone, new = self.lines_changed(text)
        self.assertEqual([line.replace("không có chi ủy", "chưa bầu chi ủy")
                          .replace("không thay thế", "không làm thay đổi") for line in gone], new)
        self.assertEqual(2, len(new))
        self.assertIn('q:term="village"', new[1])
        self.assertIn("đã sửa lời văn: khoản 3 Điều 1 (mã «scope.committee»)", said)
        self.assertIn("đã sửa lời văn: khoản 4 Điều 1 (mã «scope.limits»)", said)

    def test_an_added_clause_is_the_only_change(self):
        def change(document):
            last = paragraph(document, "không thay thế quy chế làm việc của chi bộ")
            fresh = copy.deepcopy(last._p)
            for mark in fresh.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
                mark.getparent().remove(mark)
            last._p.addnext(fresh)
            runs = fresh.xpath("./w:r/w:t")
            runs[0].text = "5. Quy chế này được niêm yết công khai."
            for extra in runs[1:]:
                extra.text = ""

        self.edit(change)
        text, said = self.imported()
        gone, new = self.lines_changed(text)
        self.assertEqual([], gone)
        self.assertEqual(["<num>5.</num>"] * ("<num>5.</num>" in new) + [
            '<paragraph eId="art_1__para_5" wId="scope.clause_5" '
            'q:origin="imported province hung-yen/quy-che-phoi-hop 2018.1">',
            "<content><p>Quy chế này được niêm yết công khai.</p></content>"], new)
        self.assertIn("đã thêm: khoản 5 Điều 1 (mã mới «scope.clause_5»)", said)
        self.templates("m.xml", "t")

    def test_a_removed_point_is_named_and_the_districts_apply_or_name_it(self):
        def change(document):
            point = paragraph(document, "d) Thông tin")
            point._p.getparent().remove(point._p)

        self.edit(change)
        text, said = self.imported()
        gone, new = self.lines_changed(text)
        self.assertEqual(1, len([line for line in gone if "wId=" in line]))
        self.assertIn("principles.conduct.information", "".join(gone))
        self.assertEqual([], [line for line in new if "wId=" in line])
        self.assertIn("(mã «principles.conduct.information»)", said)
        for district in districts():
            answer = self.quyche("--model", "m.xml", "template", "--district", district, "--date",
                                 "2018-06-05", "-o", f"t/{district}")
            if answer.code != 0:
                self.assertIn("principles.conduct.information", answer.text)

    def test_the_words_of_a_term_typed_over_are_words(self):
        def change(document):
            clause = paragraph(document, "không thay thế quy chế làm việc của chi bộ")
            for run in clause.runs:
                run.text = run.text.replace("quy ước của thôn", "quy ước của làng")

        self.edit(change)
        text, said = self.imported()
        self.assertIn("hương ước, quy ước của làng.", text)
        self.assertIn("khoản 4 Điều 1: «thôn» đã được thay bằng chữ thường", said)

    def test_a_changed_basis_is_a_new_record_and_the_others_keep_theirs(self):
        def change(document):
            basis = paragraph(document, "Đề án số 04-ĐA/TU")
            for run in basis.runs:
                run.text = run.text.replace("04-ĐA/TU", "05-ĐA/TU")

        self.edit(change)
        text, said = self.imported()
        self.assertIn('number="05-ĐA/TU"', text)
        self.assertNotIn('id="province_scheme"', text)
        self.assertIn('replaced-by="statutes_rules_24"', text)
        self.assertIn("đã bỏ căn cứ «province_scheme»", said)

    def test_a_file_whose_record_was_lost_says_so(self):
        source = zipfile.ZipFile(self.folder / "m.docx")
        parts = {name: source.read(name) for name in source.namelist()
                 if not name.startswith("customXml/") and name != "docProps/custom.xml"}
        with zipfile.ZipFile(self.folder / "lost.docx", "w") as lost:
            for name, data in parts.items():
                lost.writestr(name, data)
        text, said = self.imported("lost.docx")
        self.assertIn("[import.record-lost]", said)
        self.assertIn('wId="secretary_duties.cell_matters.personnel"', text)


if __name__ == "__main__":
    unittest.main()

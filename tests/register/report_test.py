"""The adoption report and the reminders, made from the sample of 2018."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import docx

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ["QUYCHE_BUILD"]) / "bin" / "quyche"
SAMPLE = ROOT / "samples" / "hung-yen-2018" / "cells.csv"
DAY = "2018-12-31"
SIGNED = ("--number", "12", "--signer", "Nguyễn Văn Mẫu")


class Papers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="quyche-report-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.quyche("register", "init")
        cls.quyche("register", "import", SAMPLE, "--as-of", DAY)

    @classmethod
    def quyche(cls, *arguments):
        options = () if arguments[0] == "check" else ("--database", "r.sqlite")
        done = subprocess.run([PROGRAM, *map(str, arguments), *options], cwd=cls.folder,
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(done.stdout[-2000:] + done.stderr[-2000:])
        return done.stdout

    def assert_right(self, *files):
        for file in files:
            self.assertIn("đúng thể thức", self.quyche("check", file))
        shared = os.environ.get("QUYCHE_SHARED")
        if shared:
            subprocess.run(["/usr/bin/python3", f"{shared}/tools/validate_ooxml.py", *files],
                           check=True, cwd=self.folder, stdout=subprocess.DEVNULL)

    def test_the_report_says_the_numbers_in_figures_and_words(self):
        self.quyche("report", "adoption", "--from", "2018-10-01", "--to", DAY, *SIGNED, "-o",
                    "report.docx")
        document = docx.Document(self.folder / "report.docx")
        text = "\n".join(paragraph.text for paragraph in document.paragraphs)
        for words in ("1. Tổng số chi bộ thôn, khu phố: 1.039 (một nghìn không trăm ba mươi chín) chi bộ.",
                      "2. Đã ban hành quy chế: 999 (chín trăm chín mươi chín) chi bộ, đạt 96,15%.",
                      "3. Chưa ban hành: 40 (bốn mươi) chi bộ"):
            self.assertIn(words, text)
        table = next(table for table in document.tables if table.cell(0, 0).text == "TT")
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        self.assertEqual(["", "Cộng", "1.039", "999", "40", "96,15%"], rows[-1])
        for column, total in ((2, 1039), (3, 999), (4, 40)):
            self.assertEqual(total, sum(int(row[column]) for row in rows[1:-1]))
        self.assert_right("report.docx")

    def test_every_commune_with_outstanding_cells_gets_its_letter(self):
        self.quyche("remind", "--as-of", DAY, "--deadline", "2019-03-31", *SIGNED, "-o", "letters")
        letters = sorted((self.folder / "letters").iterdir())
        named = 0
        for letter in letters:
            lines = [paragraph.text for paragraph in docx.Document(letter).paragraphs]
            named += sum(line.endswith("(đang dự thảo).") for line in lines)
            self.assertTrue(any("trước ngày 31 tháng 3 năm 2019" in line for line in lines), letter)
        self.assertEqual(40, named)
        self.assert_right(*letters)

    def test_a_commune_reports_for_itself(self):
        self.quyche("report", "adoption", "--unit", "12229", "--to", DAY, *SIGNED, "-o", "commune.docx")
        cells = [cell.text for table in docx.Document(self.folder / "commune.docx").tables
                 for row in table.rows for cell in row.cells]
        self.assertTrue(any("ĐẢNG ỦY XÃ AN VĨ" in text.upper() for text in cells))
        self.assert_right("commune.docx")


if __name__ == "__main__":
    unittest.main()

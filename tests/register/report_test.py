"""The adoption report and the reminders, made from the sample of 2018."""

import json
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

    def test_each_letter_has_a_number_of_its_own(self):
        self.quyche("remind", "--as-of", DAY, "--unit", "330", "--number", "09", "--signer", "Trần Thị Ví Dụ", "-o", "six")
        numbers = []
        for letter in sorted((self.folder / "six").iterdir()):
            texts = [cell.text for table in docx.Document(letter).tables for row in table.rows for cell in row.cells]
            numbers += [line for text in texts for line in text.split("\n") if line.startswith("Số ")]
        self.assertEqual([f"Số {number:02}-TB/BTCHU" for number in range(9, 9 + len(numbers))], numbers)
        self.assertGreater(len(numbers), 3)

    def test_days_that_do_not_go_together_are_refused(self):
        for words, said in (
                (("report", "adoption", "--from", "2019-01-01", "--to", DAY, "-o", "no.docx"),
                 "lỗi: kỳ báo cáo bắt đầu ngày 01/01/2019, sau ngày báo cáo 31/12/2018; sửa --from hoặc --to"
                 " [report.bad-period]"),
                (("remind", "--as-of", DAY, "--deadline", "2018-12-01", "-o", "no"),
                 "lỗi: hạn 01/12/2018 ở trước ngày của văn bản 31/12/2018; sửa --deadline hoặc --as-of"
                 " [remind.past-deadline]")):
            with self.assertRaises(AssertionError) as refused:
                self.quyche(*words)
            self.assertIn(said, str(refused.exception))
            self.assertFalse((self.folder / words[-1]).exists())

    def inspected(self):
        """Three inspections: done, with its remedy overdue, and planned."""
        cells = json.loads(self.quyche("register", "status", "--as-of", DAY, "--json"))["outstanding"][:3]
        self.quyche("register", "export", "--as-of", DAY, "-o", "cells.json")
        codes = {record["village_name"] + record["commune_title"]: record["commune_code"]
                 for record in json.loads((self.folder / "cells.json").read_text(encoding="utf-8"))["records"]}
        lines = ["Mã xã,Chi bộ,Hình thức,Nội dung,Từ ngày,Kết quả (ưu điểm),Kiến nghị,Hạn khắc phục,Tình trạng khắc phục"]
        for cell, rest in zip(cells, (
                "Giám sát thường xuyên,Nội dung mẫu,2018-05-10,Tốt,,,",
                "Kiểm tra theo chương trình,Nội dung mẫu,2018-09-03,Khá,Họp đúng kỳ,2018-10-31,Chưa khắc phục",
                "Giám sát chuyên đề,Việc ban hành quy chế,2019-03-12,,,,")):
            lines.append(f"{codes[cell['cell'] + cell['commune']]},{cell['cell']},{rest}")
        (self.folder / "inspections.csv").write_text("\n".join(lines).replace(
            "Kết quả (ưu điểm)", "\"Kết quả, ưu điểm\"") + "\n", encoding="utf-8")
        self.quyche("register", "import", "--kind", "inspections", "inspections.csv", "--as-of", DAY)
        return [cell["cell"] for cell in cells]

    def test_inspections_are_reported_and_planned(self):
        done, overdue, planned = self.inspected()
        self.quyche("report", "inspection", "--from", "2018-01-01", "--to", DAY, *SIGNED, "-o", "inspections.docx")
        document = docx.Document(self.folder / "inspections.docx")
        text = "\n".join(paragraph.text for paragraph in document.paragraphs)
        for words in ("1. Số cuộc kiểm tra, giám sát: 02 (hai) cuộc, trong đó: kiểm tra theo chương trình 01 cuộc; "
                      "giám sát thường xuyên 01 cuộc.",
                      "2. Số chi bộ được kiểm tra, giám sát: 2 (hai) trong tổng số 1.039 chi bộ, đạt 0,19%.",
                      f"1. Chi bộ {overdue}, ", "Họp đúng kỳ (hạn 31/10/2018, chưa khắc phục)."):
            self.assertIn(words, text)
        table = next(table for table in document.tables if table.cell(0, 0).text == "TT")
        self.assertEqual(2, len(table.rows) - 1)
        self.assertIn(done, table.cell(1, 1).text)
        self.quyche("report", "inspection-plan", "--as-of", "2018-12-20", "--from", "2019-01-01", "--to",
                    "2019-12-31", *SIGNED, "-o", "plan.docx")
        document = docx.Document(self.folder / "plan.docx")
        table = next(table for table in document.tables if table.cell(0, 0).text == "TT")
        self.assertEqual(1, len(table.rows) - 1)
        self.assertIn(planned, table.cell(1, 1).text)
        self.assertEqual(["Giám sát chuyên đề", "Việc ban hành quy chế", "12/3/2019"],
                         [cell.text for cell in table.rows[1].cells][2:])
        text = "\n".join(paragraph.text for paragraph in document.paragraphs)
        self.assertIn("từ ngày 01 tháng 01 năm 2019 đến ngày 31 tháng 12 năm 2019", text)
        self.assertIn("quá hạn khắc phục ngày 31/10/2018 (Họp đúng kỳ)", text)
        self.assert_right("inspections.docx", "plan.docx")

    def test_a_commune_reports_for_itself(self):
        self.quyche("report", "adoption", "--unit", "12229", "--to", DAY, *SIGNED, "-o", "commune.docx")
        cells = [cell.text for table in docx.Document(self.folder / "commune.docx").tables
                 for row in table.rows for cell in row.cells]
        self.assertTrue(any("ĐẢNG ỦY XÃ AN VĨ" in text.upper() for text in cells))
        self.assert_right("commune.docx")


if __name__ == "__main__":
    unittest.main()

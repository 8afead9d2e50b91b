"""The papers of meetings: what they say, that Word opens them, that the format check finds nothing."""

import json
import pathlib
import re
import subprocess
import unittest
import zipfile

import openpyxl
import validate
from lxml import etree
from quyche_program import ROOT, ProgramTest, needs_office, office, run

SAMPLES = ROOT / "samples" / "meetings"
YEAR = SAMPLES / "year-2026"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def lines_of(path):
    """Text of every paragraph that has some, line breaks as " / "."""
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    found = []
    for paragraph in root.iter(W + "p"):
        words = "".join(node.text or "" if node.tag == W + "t" else " / "
                        for node in paragraph.iter(W + "t", W + "br"))
        if words.strip():
            found.append(words)
    return found


def expected(name):
    """Lines written by hand from the record and the rules of format."""
    path = pathlib.Path(__file__).parent / "expected" / name
    return path.read_text(encoding="utf-8").splitlines()


MINUTES = expected("minutes.txt")
RESOLUTION = expected("resolution.txt")


class Papers(ProgramTest):
    def make(self, *words):
        answer = run(*words, folder=self.folder)
        self.assertEqual(0, answer.code, answer.text)
        return answer.text

    def sample(self):
        return json.loads((SAMPLES / "cell-2026-09.json").read_text(encoding="utf-8"))

    def write_meeting(self, name, record):
        return self.write(name, json.dumps(record, ensure_ascii=False))

    def test_the_minutes_say_what_the_record_says(self):
        self.make("minutes", SAMPLES / "cell-2026-09.json", "-o", "bb.docx")
        self.assertEqual(MINUTES, lines_of(self.folder / "bb.docx"))

    def test_the_resolution_says_what_the_record_says(self):
        self.make("resolution", SAMPLES / "cell-2026-09.json", "-o", "nq.docx")
        self.assertEqual(RESOLUTION, lines_of(self.folder / "nq.docx"))

    def test_minutes_of_a_bound_book_have_no_number_and_older_ones_bear_place_and_day(self):
        record = self.sample()
        del record["number"]
        record["date"], record["notice_on"] = "2024-09-05", "2024-09-01"
        for item in record["agenda"]:
            del item["papers"]
        for task in record["tasks"]:
            del task["deadline"]
        del record["carried_tasks"]
        self.make("minutes", self.write_meeting("old.json", record), "-o", "old.docx")
        lines = lines_of(self.folder / "old.docx")
        self.assertEqual(["*", "Hoàn Long, ngày 05 tháng 9 năm 2024", "Biên bản"], lines[3:6])
        self.assertTrue(lines[-8].endswith("./."), lines[-8:])

    def test_every_paper_of_a_year_is_sound_and_keeps_the_format(self):
        text = self.make("meeting", "papers", *sorted(YEAR.glob("*.json")), "-o", "year")
        books = sorted((self.folder / "year").rglob("*.xlsx"))
        made = sorted((self.folder / "year").rglob("*.docx"))
        self.assertEqual(f"Đã lập {len(made) + len(books)} giấy tờ trong year.", text.strip().splitlines()[-1])
        self.assertEqual(19, len(books))
        self.assertEqual(19, len({path.parent.name for path in made}))
        for path in made:
            answer = run("check", path, folder=self.folder)
            self.assertEqual(0, answer.code, answer.text)
        if validate.is_available():
            self.assertEqual([], validate.findings(*made, *books))

    def test_the_workbook_of_attendance_speaks_as_the_record_s_reader_does(self):
        for name, labels in (("cell-2026-09", {"Chính thức", "Có mặt", "Vắng có lý do"}),
                             ("year-2026/2026-06-hoi-nghi-thon", {"Có mặt"})):
            self.make("meeting", "papers", SAMPLES / f"{name}.json", "-o", name)
            book = openpyxl.load_workbook(self.folder / name / "diem-danh.xlsx")
            cells = {cell.value for row in book.active.iter_rows() for cell in row}
            self.assertLessEqual(labels, cells)
            self.assertEqual(set(), cells & {"full", "probationary", "present", "excused", "absent"})

    def test_unfinished_tasks_go_on_to_the_next_meeting(self):
        september = YEAR / "2026-09-thuong-ky.json"
        self.make("meeting", "papers", september, "-o", "one")
        lines = lines_of(self.folder / "one" / "theo-doi-nhiem-vu.docx")
        left = lines.index("II. Nhiệm vụ chuyển sang kỳ sau")
        task = "Rà soát người cao tuổi cần khám sức khỏe tại nhà"
        record = json.loads(september.read_text(encoding="utf-8"))
        states = {entry["text"]: entry["state"] for entry in record["carried_tasks"]}
        self.assertEqual(states[task] != "done", task in lines[left:])
        for entry in record["tasks"]:
            self.assertIn(entry["text"], lines[left:])

    def test_a_vote_below_its_threshold_has_no_minutes_and_no_resolution(self):
        record = self.sample()
        record["votes"][1]["count"].update(yes=9, no=4)
        answer = run("meeting", "papers", self.write_meeting("low.json", record), "-o", "low",
                     folder=self.folder)
        self.assertEqual(1, answer.code)
        self.assertIn("[paper.refused]", answer.text)
        made = {path.name for path in (self.folder / "low").iterdir()}
        self.assertIn("giay-moi.docx", made)
        self.assertEqual(set(), made & {"bien-ban.docx", "nghi-quyet.docx", "kiem-phieu.docx",
                                        "thong-bao-ket-qua.docx"})

    def test_same_meeting_same_bytes_and_dry_run_writes_nothing(self):
        for folder in ("a", "b"):
            self.make("meeting", "papers", SAMPLES / "cell-2026-09.json", "-o", folder)
        for path in (self.folder / "a").iterdir():
            self.assertEqual(path.read_bytes(), (self.folder / "b" / path.name).read_bytes())
        self.make("--dry-run", "meeting", "papers", SAMPLES / "cell-2026-09.json", "-o", "none")
        self.assertFalse((self.folder / "none").exists())

    def test_a_restyled_template_is_used(self):
        self.make("meeting", "template", "cell-minutes", "--date", "2026-09-05", "-o", "own.docx")
        path = self.folder / "own.docx"
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        parts["word/document.xml"] = parts["word/document.xml"].replace(
            "Địa điểm: ".encode(), "Nơi họp: ".encode())
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts.items():
                package.writestr(name, data)
        self.make("minutes", SAMPLES / "cell-2026-09.json", "--template", path, "-o", "bb.docx")
        wanted = [line.replace("Địa điểm: ", "Nơi họp: ") for line in MINUTES]
        self.assertEqual(wanted, lines_of(self.folder / "bb.docx"))

    def test_an_unknown_paper_and_twin_names_are_told(self):
        answer = run("meeting", "template", "cell-minute", "-o", "x.docx", folder=self.folder)
        self.assertEqual(1, answer.code)
        self.assertIn("có phải «cell-minutes»?", answer.text)
        one = self.write_meeting("a/same.json", self.sample())
        two = self.write_meeting("b/same.json", self.sample())
        answer = run("meeting", "papers", one, two, "-o", "twins", folder=self.folder)
        self.assertEqual(1, answer.code)
        self.assertIn("[paper.twin-name]", answer.text)


@needs_office
class Pages(ProgramTest):
    """Thirty items and two hundred members, as pages."""

    def test_no_heading_ends_a_page_and_signatures_do_not_stand_alone(self):
        record = json.loads((SAMPLES / "cell-2026-09.json").read_text(encoding="utf-8"))
        item = record["agenda"][0]
        record["agenda"] = [dict(item, title=f"Nội dung thứ {i + 1} của buổi sinh hoạt")
                            for i in range(30)]
        record["attendance"]["people"] += [
            {"name": f"Nguyễn Văn Thêm {i}", "presence": "excused" if i % 9 == 0 else "present",
             "reason": "đi công tác" if i % 9 == 0 else ""} for i in range(184)]
        del record["attendance"]["totals"]
        record["votes"], record["decisions"] = [], []
        path = self.write("large.json", json.dumps(record, ensure_ascii=False))
        answer = run("meeting", "papers", path, "-o", "large", folder=self.folder)
        self.assertEqual(0, answer.code, answer.text)
        for name in ("bien-ban", "danh-sach-ky-ten"):
            self.assert_good_pages(self.folder / "large" / f"{name}.docx")

    def assert_good_pages(self, path):
        subprocess.run([office(), f"-env:UserInstallation=file://{self.folder}/home", "--headless",
                        "--convert-to", "pdf", "--outdir", str(self.folder), str(path)],
                       check=True, capture_output=True)
        text = subprocess.run(["pdftotext", "-layout", str(self.folder / path.stem) + ".pdf", "-"],
                              check=True, capture_output=True, text=True).stdout
        pages = [page for page in text.split("\f") if page.strip()]
        self.assertGreater(len(pages), 3)
        for page in pages[:-1]:
            last = page.strip().splitlines()[-1].strip()
            self.assertIsNone(re.match(r"^([IVX]+\.|Ý kiến thảo luận:|\d+\. Nội dung thứ)", last),
                              last)
        self.assertIsNotNone(re.search(r"Biên bản đã được|Danh sách được kiểm tra", pages[-1]),
                             pages[-1])


if __name__ == "__main__":
    unittest.main()

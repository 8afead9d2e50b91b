"""Duties and meetings through the register: the samples of one commune in 2026, on SQLite and PostgreSQL."""

import csv
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path

import openpyxl
from lxml import etree

from register_test import PROGRAM, ROOT, Server

SAMPLES = ROOT / "samples" / "duties"
YEAR = sorted((ROOT / "samples" / "meetings" / "year-2026").glob("*.json"))
KINDS = ("members", "democracy-plan", "mobilisation-team", "training", "admissions", "candidates",
         "complaints")
START, DAY, END = "2026-01-01", "2026-11-30", "2026-12-31"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def lines_of(path):
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    lines = ("".join(node.text or "" for node in paragraph.iter(W + "t"))
             for paragraph in root.iter(W + "p"))
    return [line for line in lines if line.strip()]


def sample_rows(kind):
    with open(SAMPLES / f"{kind}.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Base(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="quyche-duty-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.database = cls.make_database()
        cls.run_program("register", "init")
        cls.run_program("register", "import", SAMPLES / "cells.csv", "--as-of", START)
        for kind in KINDS:
            cls.run_program("register", "import", SAMPLES / f"{kind}.csv", "--kind", kind, "--as-of",
                            START)

    @classmethod
    def make_database(cls):
        return str(cls.folder / "register.sqlite")

    @classmethod
    def run_program(cls, *arguments, code=0):
        words = [str(PROGRAM), *map(str, arguments)]
        if arguments[0] != "check":
            words += ["--database", cls.database]
        done = subprocess.run(words, cwd=cls.folder, capture_output=True, text=True)
        if done.returncode != code:
            raise AssertionError(f"{done.returncode}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout + done.stderr

    def quyche(self, *arguments, code=0):
        return self.run_program(*arguments, code=code)

    def json(self, *arguments):
        return json.loads(self.quyche(*arguments, "--json"))

    def write_rows(self, name, rows):
        with open(self.folder / name, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        return name

    def assert_right(self, *files):
        for file in files:
            self.assertIn("đúng thể thức", self.quyche("check", file), file)
        shared = os.environ.get("QUYCHE_SHARED")
        if shared:
            subprocess.run(["/usr/bin/python3", f"{shared}/tools/validate_ooxml.py", *map(str, files)],
                           check=True, cwd=self.folder, stdout=subprocess.DEVNULL)


class Duties(Base):
    def papers(self, folder, *arguments):
        self.quyche("duty", *arguments, "-o", folder)
        # The number at the end is the record's own in the register.
        return sorted(re.sub(r"-\d+\.docx$", ".docx", path.name)
                      for path in (self.folder / folder).rglob("*.docx"))

    def test_every_duty_has_its_papers_and_they_keep_the_rules_of_format(self):
        made = self.papers("all", "all", "--cell", "Mẫu Thượng", "--date", DAY, "--number", "05")
        self.assertEqual(["bao-cao-don-thu.docx", "danh-sach-to-dan-van.docx", "ke-hoach-dan-chu.docx",
                          "nghi-quyet-de-nghi-ket-nap-luong-van-tien.docx",
                          "nghi-quyet-gioi-thieu.docx", "thong-bao-tra-loi-cao-van-hoi.docx",
                          "thong-bao-tra-loi-phung-thi-trinh-bay.docx", "to-trinh-quy-hoach.docx"],
                         made)
        self.assert_right(*(self.folder / "all").iterdir())

    def test_the_plan_says_what_its_records_say_under_the_law_of_its_day(self):
        self.quyche("duty", "democracy-plan", "--cell", "Mẫu Thượng", "--date", DAY, "-o", "plan.docx")
        lines = lines_of(self.folder / "plan.docx")
        for line in ("Chi bộ thôn Mẫu Thượng", "thực hiện dân chủ ở cơ sở năm 2026", "Nguyễn Văn Mẫu",
                     "- Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15, ngày 10/11/2022 của Quốc hội;"):
            self.assertIn(line.upper(), [one.upper() for one in lines])
        contents = [row["Nội dung công việc"] for row in sample_rows("democracy-plan")]
        self.assertEqual(contents, [line for line in lines if line in contents])

    def test_an_admission_needs_two_thirds_of_those_who_count(self):
        row = sample_rows("admissions")[0]
        for yes, made in ((9, False), (10, True)):
            # 16 full members, 1 who does not count: 15, of which two thirds are 10.
            row |= {"Họ và tên": f"Trần Văn Thử {yes}", "Tán thành": yes, "Không tán thành": 15 - yes,
                    "Ý kiến khác": 0}
            self.quyche("register", "import", self.write_rows("one.csv", [row]), "--kind", "admissions",
                        "--as-of", START)
            number = self.record_of("admissions", row["Họ và tên"])
            text = self.quyche("duty", "admission", "--cell", "Mẫu Thượng", "--record", number, "-o",
                               f"admission-{yes}.docx", code=0 if made else 1)
            self.assertEqual(made, (self.folder / f"admission-{yes}.docx").exists())
            if not made:
                self.assertEqual(
                    "lỗi: Trần Văn Thử 9: chỉ có 9 tán thành trên 15 đảng viên chính thức được tính; "
                    "đề nghị kết nạp cần ít nhất 10 [duty.vote-below]\n"
                    "  → V2: theo Điều lệ Đảng, Điều 4 khoản 3\n"
                    "  → không gửi đề nghị lên cấp trên; tiếp tục bồi dưỡng và xem xét lại ở kỳ sau\n",
                    text)
        self.assertIn("Tán thành 10/15 đảng viên chính thức được tính, đạt 66,67% (cần ít nhất 10); "
                      "không tán thành 05; ý kiến khác 00.",
                      lines_of(self.folder / "admission-10.docx"))
        self.quyche("register", "undo")
        self.quyche("register", "undo")

    def test_an_admission_is_measured_by_what_the_register_knows(self):
        row = sample_rows("admissions")[0] | {"Họ và tên": "Trần Văn Trẻ", "Ngày sinh (nam)": "05/9/2015"}
        members = next(key for key in row if "chính thức" in key)
        row |= {members: 3, "Tán thành": 2, "Không tán thành": 0, "Ý kiến khác": 0}
        self.quyche("register", "import", self.write_rows("one.csv", [row]), "--kind", "admissions",
                    "--as-of", START)
        text = self.quyche("duty", "admission", "--cell", "Mẫu Thượng", "--record",
                           self.record_of("admissions", row["Họ và tên"]), "-o", "young.docx", code=1)
        self.assertIn("cảnh báo: Trần Văn Trẻ: ghi 3 đảng viên chính thức, nhưng sổ ghi Chi bộ thôn Mẫu "
                      "Thượng có 16 [duty.members-differ]", text)
        self.assertIn("chưa đủ 18 tuổi vào ngày họp", text)
        self.assertFalse((self.folder / "young.docx").exists())
        self.quyche("register", "undo")

    def record_of(self, kind, name):
        self.quyche("roster", kind, "--as-of", DAY, "--profile", "full", "-o", "records.json")
        records = json.loads((self.folder / "records.json").read_text(encoding="utf-8"))["records"]
        return next(record["record_id"] for record in records if record["name"] == name)

    def test_a_cell_that_lacks_a_duty_is_named(self):
        text = self.quyche("duty", "check", "--unit", "12070", "--date", DAY)
        lacking = [line for line in text.splitlines() if "[duty.lacking]" in line]
        self.assertEqual(["cảnh báo: Chi bộ thôn Mẫu Hạ: chưa có hồ sơ «" + label + "» năm 2026 "
                          "[duty.lacking]" for label in
                          ("Kế hoạch thực hiện dân chủ ở cơ sở", "Danh sách tổ dân vận",
                           "Tờ trình quy hoạch kế cận")], lacking)

    def test_who_is_a_member_already_is_not_introduced(self):
        row = sample_rows("training")[0] | {"Họ và tên": "Lê Văn Ví Dụ", "Ngày sinh (nam)": "05/9/1975"}
        self.quyche("register", "import", self.write_rows("member.csv", [row]), "--kind", "training",
                    "--as-of", START)
        text = self.quyche("duty", "introduction", "--cell", "Mẫu Thượng", "--date", DAY, "-o",
                           "introduction.docx", code=1)
        self.assertIn("Lê Văn Ví Dụ đã là đảng viên của Chi bộ thôn Mẫu Thượng [duty.member-already]", text)
        self.assertFalse((self.folder / "introduction.docx").exists())
        self.quyche("register", "undo")

    def test_rosters_of_duties_come_back_unchanged(self):
        for kind in KINDS:
            self.quyche("roster", kind, "--as-of", DAY, "--profile", "full", "-o", f"{kind}.xlsx")
            changes = self.json("register", "import", f"{kind}.xlsx", "--kind", kind, "--as-of", DAY)
            self.assertEqual({}, changes["changes"], kind)
            self.assertEqual(0, changes["failed"], kind)


class Meetings(Base):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.run_program("meeting", "keep", *YEAR)

    def test_a_new_record_holds_what_the_register_knows(self):
        self.quyche("meeting", "new", "--kind", "cell_regular", "--cell", "Mẫu Thượng", "--date",
                    "2026-12-05", "-o", "new.json")
        record = json.loads((self.folder / "new.json").read_text(encoding="utf-8"))
        self.assertEqual({"cell": "Chi bộ thôn Mẫu Thượng", "village": "thôn Mẫu Thượng",
                          "commune": "xã Hoàn Long", "commune_code": "12070",
                          "province": "tỉnh Hưng Yên", "upper_party_body": "Đảng bộ xã Hoàn Long"},
                         {name: text for name, text in record["unit"].items() if text})
        self.assertEqual({"name": "Nguyễn Văn Mẫu", "post": "Bí thư chi bộ"}, record["chair"])
        people = {one["name"]: one for one in record["attendance"]["people"]}
        self.assertEqual({row["Họ và tên"] for row in sample_rows("members")
                          if row["Chi bộ"] == "Mẫu Thượng"}, set(people))
        self.assertEqual("probationary", people["Phan Văn Mới"]["membership"])
        self.assertEqual("exempt", people["Lý Thị Dẫn"]["standing"])

    def test_a_village_meeting_counts_the_households_of_the_register(self):
        self.quyche("meeting", "new", "--kind", "village", "--cell", "Mẫu Hạ", "--date", "2026-12-20",
                    "-o", "village.json")
        record = json.loads((self.folder / "village.json").read_text(encoding="utf-8"))
        self.assertEqual(92, record["attendance"]["totals"]["convened"])
        self.assertEqual({"name": "Tạ Thị Nêu Gương", "post": "Trưởng thôn"}, record["chair"])

    def test_a_name_that_is_not_there_gets_the_nearest_one(self):
        text = self.quyche("meeting", "new", "--kind", "village", "--cell", "Mẫu Thương", "-o", "x.json",
                           code=1)
        self.assertIn("lỗi: sổ theo dõi không có chi bộ «Mẫu Thương» [register.no-such-cell]\n"
                      "  → có phải «Mẫu Thượng»?\n", text)
        self.assertFalse((self.folder / "x.json").exists())

    def test_tasks_of_the_register_are_those_of_the_files(self):
        options = ("--open", "--date", END)
        kept = self.json("meeting", "tasks", "--cell", "Mẫu Thượng", *options)
        read = self.json("meeting", "tasks", *YEAR, *options)
        self.assertEqual(read, kept)
        self.assertGreater(len(kept), 0)
        self.assertEqual([], self.json("meeting", "tasks", "--cell", "Mẫu Hạ"))

    def test_a_meeting_kept_twice_is_one_meeting(self):
        self.assertEqual({}, self.json("meeting", "keep", *YEAR)["changes"])

    def test_a_meeting_of_a_commune_that_is_no_more_names_what_stands_in_its_place(self):
        record = json.loads(YEAR[0].read_text(encoding="utf-8"))
        record["unit"] |= {"commune": "xã Đồng Than", "commune_code": "12061"}
        (self.folder / "gone.json").write_text(json.dumps(record), encoding="utf-8")
        done = subprocess.run([PROGRAM, "meeting", "check", "gone.json"], cwd=self.folder,
                              capture_output=True, text=True)
        self.assertEqual(1, done.returncode)
        self.assertIn("gone.json › trường unit › trường commune_code\n"
                      "lỗi: xã Đồng Than không còn từ sau ngày 30/6/2025; cuộc họp ngày 05/01/2026 "
                      "[meeting.commune-gone]\n"
                      "  → đơn vị thay thế: xã Hoàn Long (12070)\n"
                      "  → UNIT-02: theo danh mục đơn vị hành chính của tỉnh, kèm ngày thành lập và ngày kết thúc\n",
                      done.stdout)


class YearView(Base):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.run_program("meeting", "keep", *(file for file in YEAR if "-07-" not in file.name))
        cls.run_program("meeting", "year", "--unit", "12070", "--year", "2026", "--date", END, "-o",
                        "year.xlsx")

    @staticmethod
    def cells(path):
        book = openpyxl.load_workbook(path, data_only=True)
        return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()]
                for sheet in book}

    def row_of(self, sheet, name):
        return next(row for row in self.cells(self.folder / "year.xlsx")[sheet] if name in row)

    def test_what_was_held_stands_against_what_is_asked_and_what_is_missing_is_named(self):
        # Of the sample the regular meeting of July was left out; the other cell never met.
        self.assertEqual([1, "Chi bộ thôn Mẫu Hạ", "xã Hoàn Long", 12, 0, 4, 0, 1, 0, 17, 0, 0],
                         self.row_of("Tổng hợp", "Chi bộ thôn Mẫu Hạ")[:12])
        row = self.row_of("Tổng hợp", "Chi bộ thôn Mẫu Thượng")
        self.assertEqual([12, 11, 4, 4, 1, 1, 17, 16], row[3:11])
        self.assertAlmostEqual(16 / 17, row[11])
        self.assertEqual("thường kỳ: tháng 7", row[20])
        self.assertEqual(["Cộng", 24, 11, 8, 4, 2, 1, 34, 16],
                         [value for value in self.row_of("Tổng hợp", "Cộng")[1:11] if value != ""
                          and value is not None])

    def test_attendance_and_tasks_are_those_of_the_records(self):
        called = came = 0
        for file in YEAR:
            record = json.loads(file.read_text(encoding="utf-8"))
            if "-07-" in file.name or record["kind"] in ("village", "cluster"):
                continue
            members = [one for one in record["attendance"]["people"]
                       if one.get("membership") != "guest"]
            there = [one for one in members if one.get("presence", "present") == "present"]
            away = [one for one in members if one not in there and one.get("standing", "active") != "active"]
            called += len(members) - len(away)
            came += len(there)
        row = self.row_of("Tổng hợp", "Chi bộ thôn Mẫu Thượng")
        self.assertEqual([called, came], row[12:14])
        tasks = self.json("meeting", "tasks", "--cell", "Mẫu Thượng", "--date", END)
        done = sum(task["state"] == "done" for task in tasks)
        overdue = sum(task["overdue"] for task in tasks)
        self.assertEqual([done, len(tasks) - done - overdue, overdue, len(tasks)], row[15:19])
        self.assertEqual(len(tasks), sum(isinstance(row[0], int)
                                         for row in self.cells(self.folder / "year.xlsx")["Nhiệm vụ"]))

    @unittest.skipUnless(shutil.which("soffice"), "LibreOffice (soffice) is not installed")
    def test_libreoffice_computes_what_the_program_wrote(self):
        out = self.folder / "recalculated"
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{self.folder}/office",
                        "--convert-to", "xlsx", "--outdir", str(out), "year.xlsx"], cwd=self.folder,
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        def numbers(path):
            return {(sheet, y, x): round(float(value), 9)
                    for sheet, rows in self.cells(path).items()
                    for y, row in enumerate(rows) for x, value in enumerate(row)
                    if isinstance(value, (int, float))}
        self.assertEqual(numbers(self.folder / "year.xlsx"), numbers(out / "year.xlsx"))
        formulas = [cell.value for sheet in openpyxl.load_workbook(self.folder / "year.xlsx")
                    for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        self.assertGreater(len(formulas), 40)

    def test_charts_are_native_and_the_package_is_valid(self):
        with zipfile.ZipFile(self.folder / "year.xlsx") as package:
            charts = [name for name in package.namelist() if name.startswith("xl/charts/chart")]
        self.assertEqual(5, len(charts))
        shared = os.environ.get("QUYCHE_SHARED")
        if not shared:
            self.skipTest("QUYCHE_SHARED is not set: the validator is not there")
        subprocess.run(["/usr/bin/python3", f"{shared}/tools/validate_ooxml.py", "year.xlsx"],
                       check=True, cwd=self.folder, stdout=subprocess.DEVNULL)

    def test_the_report_of_a_cell_and_of_a_commune_keep_the_rules_of_format(self):
        self.quyche("meeting", "year", "--cell", "Mẫu Thượng", "--year", "2026", "--date", END, "--number",
                    "05", "-o", "cell.docx")
        self.quyche("meeting", "year", "--unit", "12070", "--year", "2026", "--date", END, "--number",
                    "05", "--signer", "Trần Thị Ví Dụ", "-o", "commune.docx")
        self.assert_right("cell.docx", "commune.docx")
        self.assertIn("1. Chi bộ thôn Mẫu Thượng: thường kỳ: tháng 7.", lines_of(self.folder / "cell.docx"))
        self.assertIn("ĐẢNG ỦY XÃ HOÀN LONG",
                      [line.upper() for line in lines_of(self.folder / "commune.docx")])

    def test_the_same_records_give_the_same_bytes(self):
        self.quyche("meeting", "year", "--unit", "12070", "--year", "2026", "--date", END, "-o",
                    "again.xlsx")
        self.assertEqual((self.folder / "year.xlsx").read_bytes(),
                         (self.folder / "again.xlsx").read_bytes())


@unittest.skipUnless(shutil.which("psql") and Path("/usr/lib/postgresql").exists(),
                     "PostgreSQL is not installed")
class OnPostgresql(Duties):
    @classmethod
    def make_database(cls):
        cls.server = Server()
        cls.addClassCleanup(cls.server.stop)
        return cls.server.database()


if __name__ == "__main__":
    unittest.main()

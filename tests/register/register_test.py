"""The register from the command line: the sample of 2018, rosters, faults; on SQLite and PostgreSQL."""

import csv
import json
import os
import pwd
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest
import zipfile
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ["QUYCHE_BUILD"]) / "bin" / "quyche"
UNIT_TEST = Path(os.environ["QUYCHE_BUILD"]) / "bin" / "quyche_register_test"
SAMPLE = ROOT / "samples" / "hung-yen-2018" / "cells.csv"
DAY = "2018-12-31"


class Server:
    """A PostgreSQL server of its own in a scratch folder, run as a user who is not root."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="quyche-postgresql-")
        programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
        self.programs = programs[-1] if programs else None
        self.prefix = []
        if os.getuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            self.prefix = ["runuser", "-u", "postgres", "--"]
        self.run("initdb", "-D", f"{self.folder}/data", "-U", "quyche", "-A", "trust", "-E", "UTF8",
                 "--locale=C.UTF-8")
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-l", f"{self.folder}/log", "-o",
                 f"-c listen_addresses= -c unix_socket_directories={self.folder} -c fsync=off", "start")
        self.databases = 0

    def run(self, program, *arguments):
        subprocess.run([*self.prefix, str(self.programs / program), *arguments], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")

    def database(self):
        self.databases += 1
        name = f"register{self.databases}"
        self.run("createdb", "-h", self.folder, "-U", "quyche", name)
        return f"postgresql://quyche@localhost/{name}?host={self.folder}"

    def stop(self):
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)


def cell_of(commune):
    """The first cell of a commune in the sample."""
    with open(SAMPLE, encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if not line.startswith('"#'))
        return next(row["village_name"] for row in rows if row["commune_code"] == commune)


def no_file_beyond(size):
    """For a program about to start: writing past this size fails as on a full disk."""
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


class Base(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="quyche-register-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.database = self.make_database()

    def make_database(self):
        return str(self.folder / "register.sqlite")

    def quyche(self, *arguments, code=0, **options):
        done = subprocess.run([PROGRAM, *map(str, arguments), "--database", self.database],
                              capture_output=True, text=True, **options)
        self.assertEqual(code, done.returncode, done.stdout[-2000:] + done.stderr[-2000:])
        return done.stdout + done.stderr

    def json(self, *arguments, **options):
        return json.loads(self.quyche(*arguments, "--json", **options))

    def fill(self):
        self.quyche("register", "init")
        self.quyche("register", "import", SAMPLE, "--as-of", DAY)

    def check_sound(self):
        self.assertEqual([], self.json("register", "check")["findings"])


class Sample(Base):
    def test_the_sample_gives_999_of_1039_and_the_forty_by_name(self):
        self.fill()
        text = self.quyche("register", "status", "--as-of", DAY)
        self.assertRegex(text, r"Cộng +1\.039 +999 +40 +96,15%")
        with open(SAMPLE, encoding="utf-8") as file:
            rows = list(csv.DictReader(line for line in file if not line.startswith('"#')))
        expected = sorted(row["village_name"] for row in rows if row["state"] == "drafting")
        status = self.json("register", "status", "--as-of", DAY)
        self.assertEqual(expected, sorted(cell["cell"] for cell in status["outstanding"]))
        self.assertEqual(40, len(expected))
        for day in ("2018-07-15", "2018-09-30", "2018-11-30"):
            count = sum(1 for row in rows if row["issue_date"] and row["issue_date"] <= day)
            total = self.json("register", "status", "--as-of", day)["total"]
            self.assertEqual((1039, count), (total["total"], total["issued"]), day)
        self.check_sound()

    def test_cells_stand_under_their_successors_of_2025(self):
        self.fill()
        status = self.json("register", "status", "--as-of", "2025-08-01")
        self.assertEqual((1039, 999), (status["total"]["total"], status["total"]["issued"]))
        lines = {line["code"]: line["name"] for line in status["lines"]}
        self.assertEqual("phường Phố Hiến", lines["11953"])
        split = {cell["commune"]: cell["choices"] for cell in status["undecided"]
                 if cell["choices"]}
        self.assertEqual({"xã Ngọc Thanh": ["phường Sơn Nam", "xã Hiệp Cường"],
                          "xã Lạc Đạo": ["xã Lạc Đạo", "xã Đại Đồng"],
                          "xã Đình Dù": ["xã Đại Đồng", "xã Như Quỳnh"]},
                         {name: choices for name, choices in split.items()})

    def test_importing_again_changes_nothing_and_undo_takes_all_back(self):
        self.fill()
        again = self.json("register", "import", SAMPLE, "--as-of", DAY)
        self.assertEqual({}, again["changes"])
        self.quyche("register", "undo")
        self.assertEqual(0, self.json("register", "status", "--as-of", DAY)["total"]["total"])
        self.check_sound()

    def test_a_list_of_an_earlier_year_read_without_its_day_is_told_of(self):
        self.quyche("register", "init")
        text = self.quyche("register", "import", SAMPLE, "--as-of", "2026-03-01")
        self.assertRegex(text, r"cảnh báo: danh sách có xã đã hết hiệu lực trước ngày 01/3/2026 \(ví dụ mã \d+\); \d+ dòng"
                               r" chưa có ngày ban hành được xếp vào đơn vị mang cùng mã của ngày 01/3/2026"
                               r" \[register.older-list\]\n  → nếu danh sách của một ngày trước: quyche register undo")
        self.quyche("register", "undo")
        self.assertNotIn("older-list", self.quyche("register", "import", SAMPLE, "--as-of", DAY))

    def test_a_unit_is_asked_for_on_a_day_it_was_there(self):
        self.fill()
        self.assertEqual(
            "lỗi: xã An Vĩ (12229) không có hiệu lực vào ngày 01/3/2026: chỉ từ … đến 30/6/2025"
            " [register.unit-not-in-force]\n  → thêm --as-of một ngày trong thời gian đó, hoặc dùng mã của đơn vị sau này\n",
            self.quyche("register", "status", "--unit", "12229", "--as-of", "2026-03-01", code=1))
        # The province is on record since 2025 only; its register is all of it.
        total = self.json("register", "status", "--unit", "33", "--as-of", DAY)["total"]
        self.assertEqual((1039, 999), (total["total"], total["issued"]))

    def test_a_list_of_a_clerk_with_headings_in_two_rows_and_years_only(self):
        self.fill()
        cell = cell_of("12229")
        sheet = openpyxl.Workbook().active
        for line in (["ĐẢNG ỦY XÃ MẪU"], ["DANH SÁCH QUY HOẠCH (tên hư cấu)"], [],
                     ["STT", "Họ và tên", "Năm sinh", None, "Chi bộ", "Mã xã", "Trình độ", None, "Chức danh quy hoạch"],
                     [None, None, "Nam", "Nữ", None, None, "Chuyên môn", "LLCT", None],
                     ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"],
                     [1, "Đỗ Thị Mẫu", None, 1985, cell, "12229", "Đại học", "TC", "Bí thư"],
                     [2, "Lê Văn Mẫu", "05/6/1979", None, cell, 12229, "Trung cấp", "SC", "Trưởng thôn"],
                     [3, "Vũ Văn Mẫu", "31/02/1980", None, cell, "12229", None, None, "Phó thôn"]):
            sheet.append(line)
        for merged in ("A1:I1", "A2:I2", "C4:D4", "G4:H4"):
            sheet.merge_cells(merged)
        file = self.folder / "own.xlsx"
        sheet.parent.save(file)
        text = self.quyche("register", "import", "--kind", "candidates", file, "--as-of", DAY, code=1)
        self.assertIn("«31/02/1980» không phải một ngày hay một năm có thật", text)
        out = self.folder / "candidates.json"
        self.quyche("roster", "candidates", "--as-of", DAY, "-o", out)
        people = {one["name"]: one for one in json.loads(out.read_text(encoding="utf-8"))["records"]}
        self.assertEqual({"Đỗ Thị Mẫu", "Lê Văn Mẫu"}, set(people))
        self.assertEqual(("1985", "Đại học", "middle", "secretary"),
                         tuple(people["Đỗ Thị Mẫu"][name]
                               for name in ("birth_female", "profession", "politics", "planned_post")))
        self.assertEqual("1979-06-05", people["Lê Văn Mẫu"]["birth_male"])
        self.check_sound()

    def test_a_dry_run_says_what_would_change_and_changes_nothing(self):
        self.quyche("register", "init")
        result = self.json("register", "import", SAMPLE, "--as-of", DAY, "--dry-run")
        self.assertEqual(1039, result["changes"]["cell"]["added"])
        self.assertEqual(0, self.json("register", "status")["total"]["total"])

    def test_headings_of_clerks_and_wrong_rows(self):
        self.quyche("register", "init")
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(["Danh sách chi bộ (tên hư cấu)"])
        sheet.append([])
        sheet.append(["STT", "Mã xã", "Thôn", "Bí thư", "Tình trạng", "Số QC", "Ngày ký"])
        sheet.append([1, "12229", "Hạ", "Trần Văn Mẫu", "Đã ban hành", "01", "05/6/2018"])
        sheet.append([2, "99999", "Thượng", "Lê Thị Mẫu", "Đã ban hành", "01", "05/6/2018"])
        sheet.append([3, "12229", "=cmd|' /C calc'!A0", "Lê Thị Mẫu", "Đang dự thảo", None, "31/02/2018"])
        file = self.folder / "own.xlsx"
        book.save(file)
        text = self.quyche("register", "import", file, "--as-of", DAY, code=1)
        self.assertIn("register.unknown-commune", text)
        self.assertIn("Đã nhập 1 dòng", text)


class Rosters(Base):
    def test_the_summary_adds_up_to_the_registers_own_figures(self):
        self.fill()
        out = self.folder / "summary.xlsx"
        self.quyche("roster", "summary", "--as-of", DAY, "-o", out)
        sheet = openpyxl.load_workbook(out, data_only=True).active
        last = [row for row in sheet.iter_rows(values_only=True) if row[1] == "Cộng"][0]
        self.assertEqual((1039, 999), last[2:4])
        self.assertAlmostEqual(999 / 1039, last[4])
        formulas = [cell.value for row in openpyxl.load_workbook(out).active.iter_rows()
                    for cell in row if isinstance(cell.value, str) and cell.value.startswith("=")]
        self.assertIn("=SUM(C7:C16)", formulas)

    def test_every_roster_is_valid_and_opens(self):
        self.fill()
        files = []
        for definition in sorted((ROOT / "templates" / "rosters").glob("*.xml")):
            files.append(self.folder / f"{definition.stem}.xlsx")
            self.quyche("roster", definition.stem, "--as-of", DAY, "-o", files[-1])
            book = openpyxl.load_workbook(files[-1])
            for sheet in book.worksheets:
                page = sheet.page_setup
                # A short summary stands upright on one page with its charts.
                turned = "portrait" if sheet is book.active and definition.stem == "summary" else "landscape"
                self.assertEqual((turned, 9, 1), (page.orientation, int(page.paperSize), int(page.fitToWidth or 1)))
                self.assertTrue(sheet.print_title_rows, f"{definition.stem}: {sheet.title} repeats no head")
                self.assertIsNotNone(sheet.freeze_panes)
                head = next(row for row in sheet.iter_rows() if row[0].value == "STT") if sheet is book.active else []
                area = str(sheet.print_area or "").replace("$", "").rstrip("]'").rpartition(":")[2]
                for cell in head[:-1]:  # the number of the record stands beside the page
                    self.assertNotEqual("Mã hồ sơ", cell.value)
                if head and head[-1].value == "Mã hồ sơ":
                    self.assertEqual(head[-2].column_letter, area.rstrip("0123456789"))
                self.assertEqual("&P/&N", sheet.oddFooter.center.text.strip())
        shared = os.environ.get("QUYCHE_SHARED")
        if not shared:
            self.skipTest("no QUYCHE_SHARED: the validator is not run")
        subprocess.run(["/usr/bin/python3", f"{shared}/tools/validate_ooxml.py", *files], check=True,
                       stdout=subprocess.DEVNULL)

    def test_an_edited_list_changes_exactly_what_was_edited(self):
        self.fill()
        out = self.folder / "members.xlsx"
        self.quyche("roster", "members", "--profile", "full", "--unit", "12229", "--as-of", DAY, "-o", out)
        book = openpyxl.load_workbook(out)
        sheet = book.active
        head = {cell.value: cell.column for cell in sheet[6]}
        sheet.cell(7, head["Quê quán"]).value = "Nơi mẫu"
        sheet.cell(8, head["Ngày sinh"]).value = "1960"
        book.save(out)
        result = self.json("register", "import", "--kind", "members", out, "--as-of", DAY)
        self.assertEqual({"person": {"added": 0, "changed": 2, "removed": 0}}, result["changes"])
        self.check_sound()

    def test_only_who_is_secretary_is_said_to_be_village_head_as_well(self):
        self.fill()
        out = self.folder / "leaders.xlsx"
        self.quyche("roster", "leaders", "--as-of", DAY, "-o", out)
        sheet = openpyxl.load_workbook(out).active
        head = {cell.value: cell.column - 1 for cell in sheet[6]}
        said = {}
        for row in sheet.iter_rows(min_row=7, values_only=True):
            if row[head["Chức danh"]]:
                said.setdefault(row[head["Chức danh"]], set()).add(row[head["Kiêm nhiệm"]])
        self.assertLessEqual(said.pop("Bí thư"), {"Bí thư kiêm trưởng thôn", "Không", None})
        self.assertGreater(len(said), 2)
        self.assertEqual({None}, set().union(*said.values()))

    def test_a_person_without_a_name_is_given_back_with_one_column_of_reasons(self):
        self.fill()
        source, failed = self.folder / "people.csv", self.folder / "failed.xlsx"
        source.write_text("Họ và tên,Ngày sinh,Giới tính,Mã xã,Chi bộ,Lý do chưa nhập được\n"
                          ",1/1/1980,Nam,12229,Bảo Thái,cũ\nTrần Thị Ví Dụ,2/1/1980,Nữ,12229,Bảo Thái,cũ\n",
                          encoding="utf-8")
        text = self.quyche("register", "import", "--kind", "members", source, "--as-of", DAY, "--failed", failed, code=1)
        self.assertIn("lỗi: dòng thiếu «Họ và tên» [register.no-person-name]", text)
        self.assertIn("Đã nhập 1 dòng; 1 dòng sai", text)
        rows = list(openpyxl.load_workbook(failed).active.iter_rows(values_only=True))
        self.assertEqual(("Họ và tên", "Ngày sinh", "Giới tính", "Mã xã", "Chi bộ", "Lý do chưa nhập được"), rows[0])
        self.assertEqual([(None, "1/1/1980", "Nam", "12229", "Bảo Thái", "dòng thiếu «Họ và tên»")], rows[1:])
        with zipfile.ZipFile(failed) as package:
            columns = re.findall(r'<col min="(\d+)" max="(\d+)"', package.read("xl/worksheets/sheet1.xml").decode())
        self.assertEqual([("1", "5"), ("6", "6")], columns)

    def test_personal_data_leave_only_when_asked(self):
        self.fill()
        for profile, there in (("public", False), ("full", True)):
            out = self.folder / f"{profile}.xlsx"
            self.quyche("roster", "members", "--profile", profile, "--unit", "12229", "--as-of", DAY, "-o", out)
            headings = [cell.value for cell in openpyxl.load_workbook(out).active[6]]
            for secret in ("Số CCCD", "Tôn giáo", "Số thẻ đảng viên"):
                self.assertEqual(there, secret in headings)
        self.assertIn("members (full)", self.quyche("register", "history"))


def without_results(source, target):
    """The workbook without what its formulas gave, so that whoever opens it must compute."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(<f>[^<]*</f>)<v>[^<]*</v>", rb"\1", data)
            new.writestr(name, data)


@unittest.skipUnless(shutil.which("soffice"), "LibreOffice (soffice) is not installed")
class Recalculation(Base):
    ATTENDANCE = ("Họ và tên,Mã xã,Chi bộ,Năm,T1,T2,T3\n"
                  "Đỗ Thị Mẫu,12229,{cell},2018,x,P,X\nLê Văn Mẫu,12229,{cell},2018,K,,\n")

    def recalculated(self):
        """Every roster, its formulas computed by LibreOffice alone; and as it was written."""
        stripped, out = self.folder / "stripped", self.folder / "out"
        stripped.mkdir()
        names = sorted(file.stem for file in (ROOT / "templates" / "rosters").glob("*.xml"))
        for name in names:
            self.quyche("roster", name, "--profile", "full", "--as-of", DAY, "-o", self.folder / f"{name}.xlsx")
            without_results(self.folder / f"{name}.xlsx", stripped / f"{name}.xlsx")
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{self.folder}/profile",
                        "--convert-to", "xlsx", "--outdir", str(out),
                        *(str(stripped / f"{name}.xlsx") for name in names)],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return {name: openpyxl.load_workbook(out / f"{name}.xlsx", data_only=True) for name in names}

    def test_what_libreoffice_computes_is_what_the_register_says(self):
        self.fill()
        cell = cell_of("12229")
        table = self.folder / "attendance.csv"
        table.write_text(self.ATTENDANCE.format(cell=cell), encoding="utf-8")
        self.quyche("register", "import", "--kind", "attendance", table, "--as-of", DAY)
        books = self.recalculated()
        status = self.json("register", "status", "--as-of", DAY)
        lines = {line["name"]: (line["total"], line["issued"]) for line in status["lines"]}
        for name in ("summary", "summary-communes"):
            found = {row[1]: row for row in books[name].worksheets[0].iter_rows(values_only=True)}
            self.assertEqual((1039, 999), found["Cộng"][2:4])
            self.assertAlmostEqual(999 / 1039, found["Cộng"][4])
            if name == "summary":
                self.assertEqual(lines, {unit: row[2:4] for unit, row in found.items() if unit in lines})
            times = list(books[name].worksheets[1].iter_rows(values_only=True))
            totals = [row[-1] for row in times if row[0] == "Cộng"]
            self.assertEqual([1039, 999], totals[:2])
            self.assertAlmostEqual(999 / 1039, totals[2])
            issued = [row for row in times if row[0] == "Cộng"][1]
            earlier = self.json("register", "status", "--as-of", "2018-09-30")["total"]["issued"]
            self.assertEqual(earlier, issued[-4])
        people = {row[1]: row for row in books["attendance"].worksheets[0].iter_rows(values_only=True)}
        self.assertEqual((3, 2), people["Đỗ Thị Mẫu"][-5:-3])
        self.assertAlmostEqual(2 / 3, people["Đỗ Thị Mẫu"][-3])
        self.assertEqual((1, 0, 0), people["Lê Văn Mẫu"][-5:-2])
        self.check_results_as_written(books)

    def check_results_as_written(self, books):
        """The results we wrote beside our formulas are those that LibreOffice finds."""
        for name, book in books.items():
            ours = openpyxl.load_workbook(self.folder / f"{name}.xlsx", data_only=True)
            for sheet, other in zip(ours.worksheets, book.worksheets):
                for row in sheet.iter_rows():
                    for cell in row:
                        if isinstance(cell.value, (int, float)):
                            self.assertAlmostEqual(cell.value, other[cell.coordinate].value,
                                                   msg=f"{name} {cell.coordinate}")


class Faults(Base):
    kills = int(os.environ.get("QUYCHE_KILLS", "8"))

    def write_half(self, half):
        """Every second cell of the sample, so that two programs bring different ones."""
        with open(SAMPLE, encoding="utf-8") as file:
            lines = file.readlines()
        head = next(number for number, line in enumerate(lines) if line.startswith("commune_code")) + 1
        path = self.folder / f"half{half}.csv"
        path.write_text("".join(lines[:head] + lines[head + half::2]), encoding="utf-8")
        return path, len(lines[head + half::2])

    def test_killed_at_any_moment_two_imports_at_once_are_there_or_not(self):
        self.quyche("register", "init")
        halves = [self.write_half(half) for half in (0, 1)]
        self.assertEqual(1039, sum(count for _, count in halves))
        moments = random.Random(4)
        for kill in range(self.kills):
            programs = [subprocess.Popen([PROGRAM, "register", "import", str(path), "--as-of", DAY, "--wait", "60",
                                          "--database", self.database],
                                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                        for path, _ in halves]
            time.sleep(moments.uniform(0, 0.7))
            for program in programs if kill % 2 else programs[:1]:  # both, or one beside one that goes on
                program.send_signal(signal.SIGKILL)
            ended = [program.wait() for program in programs]
            self.assertLessEqual(set(ended), {0, -signal.SIGKILL})
            total = self.json("register", "status", "--as-of", DAY)["total"]["total"]
            whole = [count for (_, count), code in zip(halves, ended) if code == 0]
            self.assertIn(total - sum(whole),
                          {0, *(count for (_, count), code in zip(halves, ended) if code != 0),
                           1039 if not whole else 0})
            self.check_sound()
            while self.json("register", "status", "--as-of", DAY)["total"]["total"]:
                self.quyche("register", "undo")

    def test_a_register_held_by_another_program_is_left_alone(self):
        if not self.database.endswith(".sqlite"):
            self.skipTest("the store's own tests hold a server's register")
        self.quyche("register", "init")
        other = sqlite3.connect(self.database)
        other.execute("BEGIN IMMEDIATE")
        text = self.quyche("register", "import", SAMPLE, "--as-of", DAY, "--wait", "1", code=5)
        self.assertIn("file.register-locked", text)
        self.assertIn("đợi việc kia xong rồi làm lại, hoặc tăng --wait", text)
        other.rollback()
        self.quyche("register", "import", SAMPLE, "--as-of", DAY)

    def test_a_register_of_a_newer_program_is_refused_and_left_alone(self):
        if not self.database.endswith(".sqlite"):
            self.skipTest("the store's own tests do this on the server")
        self.quyche("register", "init")
        with sqlite3.connect(self.database) as other:
            other.execute("INSERT INTO register_version(version) VALUES(99)")
        before = Path(self.database).read_bytes()
        text = self.quyche("register", "import", SAMPLE, "--as-of", DAY, code=1)
        self.assertRegex(text, r"phiên bản mới hơn của chương trình ghi \(cấu trúc 99\)")
        self.assertIn("cài phiên bản chương trình mới hơn rồi làm lại", text)
        self.assertEqual(before, Path(self.database).read_bytes())

    def test_two_imports_at_once_come_one_after_the_other(self):
        self.quyche("register", "init")
        line = [PROGRAM, "register", "import", str(SAMPLE), "--as-of", DAY, "--wait", "60",
                "--database", self.database]
        both = [subprocess.Popen(line, stdout=subprocess.DEVNULL) for _ in range(2)]
        self.assertEqual([0, 0], [program.wait() for program in both])
        self.assertEqual(1039, self.json("register", "status", "--as-of", DAY)["total"]["total"])
        self.check_sound()

    def test_a_file_that_is_no_register(self):
        if not self.database.endswith(".sqlite"):
            self.skipTest("a server has no file")
        Path(self.database).write_text("no register" * 200)
        self.assertIn("file.register-damaged", self.quyche("register", "status", code=5))
        os.remove(self.database)
        self.assertIn("register.absent", self.quyche("register", "status", code=1))

    def test_a_register_that_cannot_be_made_is_refused_at_once(self):
        if not self.database.endswith(".sqlite"):
            self.skipTest("a server has no folder")
        self.database = str(self.folder / "nowhere" / "register.sqlite")
        began = time.monotonic()
        text = self.quyche("register", "init", code=5)
        self.assertIn("file.register-unwritable", text)
        self.assertLess(time.monotonic() - began, 30)  # the library's own patience is a minute

    def test_the_register_that_is_named_wins_over_the_usual_one(self):
        usual = self.folder / "usual.sqlite"
        environment = {**os.environ, "QUYCHE_DATABASE": str(usual)}
        self.quyche("register", "init", env=environment)
        self.assertFalse(usual.exists())
        self.quyche("register", "status", env=environment)
        done = subprocess.run([PROGRAM, "register", "init"], env=environment, capture_output=True, text=True)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertTrue(usual.exists())

    def test_a_plugin_with_mistakes_is_told_of_when_a_register_is_made(self):
        plugins = self.folder / "plugins"
        shutil.copytree(ROOT / "plugins" / "an_thi", plugins / "an_thi")
        (plugins / "an_thi" / "district.xml").write_text("<district/>", encoding="utf-8")
        text = self.quyche("register", "init", "--plugins", plugins)
        self.assertIn("plugin «an_thi» có lỗi: các đơn vị của nó không có trong sổ", text)

    def test_a_full_disk_leaves_the_register_as_it_was(self):
        if not self.database.endswith(".sqlite"):
            self.skipTest("the server's disk is not ours to fill")
        self.quyche("register", "init")
        limit = no_file_beyond(os.path.getsize(self.database) + 65536)
        text = self.quyche("register", "import", SAMPLE, "--as-of", DAY, code=5, preexec_fn=limit)
        self.assertIn("file.register-full", text)
        self.assertEqual(0, self.json("register", "status")["total"]["total"])
        self.check_sound()

    def test_a_full_disk_leaves_no_part_of_a_roster(self):
        self.fill()
        before = sorted(os.listdir(self.folder))
        for limit in (2_000, 20_000):  # the workbook around the rows; the rows
            out = self.folder / "members.xlsx"
            self.quyche("roster", "members", "--dry-run", "--as-of", DAY, "-o", out, code=5,
                        preexec_fn=no_file_beyond(limit))
            self.assertEqual(before, sorted(os.listdir(self.folder)))


    def test_a_file_that_may_not_grow_is_told_of_and_nothing_is_left(self):
        self.fill()
        before = sorted(os.listdir(self.folder))
        out = self.folder / "cells.csv"
        text = self.quyche("register", "export", "--dry-run", "--as-of", DAY, "-o", out, code=5,
                           preexec_fn=no_file_beyond(2_000))
        self.assertEqual(
            f"{out}\nlỗi: không ghi tiếp được vào «{out}»: tệp đã tới cỡ lớn nhất mà ổ đĩa hoặc máy này cho phép"
            " [file.past-limit]\n  → chọn ổ khác (ổ USB định dạng FAT32 chỉ nhận tệp dưới 4 GB), hoặc nhờ người quản lý"
            " máy nới giới hạn (ulimit -f)\n", text)
        self.assertEqual(before, sorted(os.listdir(self.folder)))


class Connector(unittest.TestCase):
    """The libraries that connect to SQLite and PostgreSQL are loaded only for a register that is there."""

    def test_without_them_other_commands_work_and_a_register_is_refused(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            build = PROGRAM.parents[1]
            (folder / "lib").mkdir()
            (folder / "bin").mkdir()
            for part in ("bin/quyche", "lib/libquyche.so.1"):
                shutil.copy(build / part, folder / part)
            (folder / "share").symlink_to(build / "share")

            def run(*words):
                return subprocess.run([folder / "bin/quyche", *words], capture_output=True, text=True)

            def refused(database, engine, library, packages):
                done = run("register", "init", "--database", database)
                self.assertEqual(1, done.returncode, done.stderr)
                self.assertEqual(
                    f"{database}\nlỗi: không nạp được phần nối tới {engine}: {library}: cannot open shared object file: No such"
                    " file or directory [register.no-connector]\n  → nhờ người quản lý máy cài thư viện còn thiếu nêu trên"
                    f" (gói {packages}), hoặc cài lại chương trình: {library} phải nằm cùng thư mục với libquyche.so\n",
                    done.stderr)

            file = folder / "register.sqlite"
            self.assertEqual(0, run("districts").returncode)
            refused(file, "SQLite", "libquyche_sqlite.so", "libpocodatasqlite, libsqlite3")
            self.assertFalse(file.exists())
            shutil.copy(build / "lib/libquyche_sqlite.so", folder / "lib")
            self.assertEqual(0, run("register", "init", "--database", file).returncode)
            wrong = run("register", "init", "--database", "postgresql://an:matkhau@localhost:abc/x")
            self.assertEqual((1, "postgresql://localhost:abc/x\nlỗi: cơ sở dữ liệu báo lỗi: Bad URI syntax: bad or invalid port number:"
                              " abc [register.failed]\n"), (wrong.returncode, wrong.stderr))
            refused("postgresql://localhost/register", "PostgreSQL", "libquyche_postgresql.so",
                    "libpocodatapostgresql, libpq")

    def test_libraries_are_never_looked_for_where_the_program_is_started(self):
        for path in [PROGRAM, *sorted((PROGRAM.parents[1] / "lib").glob("*.so"))]:
            shown = subprocess.run(["readelf", "-d", path], capture_output=True, text=True, check=True).stdout
            for folders in re.findall(r"R(?:UN)?PATH.*\[(.*)\]", shown):
                for folder in folders.split(":"):
                    self.assertTrue(folder.startswith("$ORIGIN"), f"{path}: {folders}")


def on_server(case):
    """The same cases on PostgreSQL."""
    return type(f"{case.__name__}OnPostgresql", (OnPostgresql, case), {})


class OnPostgresql:
    server = None
    kills = int(os.environ.get("QUYCHE_KILLS", "4"))  # the server keeps its own house; here only our transactions are tried

    @classmethod
    def setUpClass(cls):
        OnPostgresql.server = OnPostgresql.server or Server()

    def make_database(self):
        return OnPostgresql.server.database()


class UnitTestsOnPostgresql(OnPostgresql, unittest.TestCase):
    def test_the_stores_own_tests_pass_on_the_server(self):
        done = subprocess.run([UNIT_TEST], capture_output=True, text=True,
                              env={**os.environ, "QUYCHE_POSTGRESQL": self.make_database()})
        self.assertEqual(0, done.returncode, done.stdout[-3000:])


for _case in (Sample, Rosters, Faults):
    globals()[f"{_case.__name__}OnPostgresql"] = on_server(_case)


def tearDownModule():
    if OnPostgresql.server:
        OnPostgresql.server.stop()


if __name__ == "__main__":
    unittest.main()

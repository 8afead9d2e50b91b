"""The register from the command line: the sample of 2018, rosters, faults; on SQLite and PostgreSQL."""

import csv
import json
import os
import pwd
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
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
            openpyxl.load_workbook(files[-1])
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

    def test_personal_data_leave_only_when_asked(self):
        self.fill()
        for profile, there in (("public", False), ("full", True)):
            out = self.folder / f"{profile}.xlsx"
            self.quyche("roster", "members", "--profile", profile, "--unit", "12229", "-o", out)
            headings = [cell.value for cell in openpyxl.load_workbook(out).active[6]]
            for secret in ("Số CCCD", "Tôn giáo", "Số thẻ đảng viên"):
                self.assertEqual(there, secret in headings)
        self.assertIn("members (full)", self.quyche("register", "history"))


class Faults(Base):
    kills = 50

    def test_killed_at_any_moment_an_import_is_there_or_not(self):
        self.quyche("register", "init")
        moments = random.Random(4)
        for _ in range(self.kills):
            program = subprocess.Popen([PROGRAM, "register", "import", str(SAMPLE), "--as-of", DAY,
                                        "--database", self.database],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(moments.uniform(0, 0.5))
            program.send_signal(signal.SIGKILL)
            program.wait()
            total = self.json("register", "status", "--as-of", DAY)["total"]["total"]
            self.assertIn(total, (0, 1039))
            self.check_sound()
            if total:
                self.quyche("register", "undo")

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

    def test_a_full_disk_leaves_the_register_as_it_was(self):
        if not self.database.endswith(".sqlite"):
            self.skipTest("the server's disk is not ours to fill")
        self.quyche("register", "init")
        size = os.path.getsize(self.database)

        def no_more():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size + 65536, size + 65536))

        text = self.quyche("register", "import", SAMPLE, "--as-of", DAY, code=5, preexec_fn=no_more)
        self.assertIn("file.register-full", text)
        self.assertEqual(0, self.json("register", "status")["total"]["total"])
        self.check_sound()


def on_server(case):
    """The same cases on PostgreSQL."""
    return type(f"{case.__name__}OnPostgresql", (OnPostgresql, case), {})


class OnPostgresql:
    server = None
    kills = 10  # the server keeps its own house; here only our transactions are tried

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

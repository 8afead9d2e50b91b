"""What leaves the register and comes back: exports, rows that failed, old encodings, decisions."""

import csv
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
import unittest
from contextlib import closing
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ["QUYCHE_BUILD"]) / "bin" / "quyche"
SAMPLE = ROOT / "samples" / "hung-yen-2018" / "cells.csv"
DAY = "2018-12-31"
COMMUNE = "12229"
# "Nguyễn Văn Bền" and its neighbours as TCVN3 shows in Windows-1252; an independent table, by hand.
TCVN3 = {"ễ": "Ô", "ă": "¨", "ề": "Ò", "ã": "·", "ạ": "¹", "ị": "Þ", "ồ": "å", "đ": "®", "ư": "\u00ad",
         "ộ": "é", "ứ": "ø", "ỉ": "Ø", "ế": "Õ", "ợ": "î", "ớ": "í", "à": "µ", "á": "¸", "ô": "«",
         "í": "Ý", "ở": "ë", "Đ": "§", "ẫ": "É"}


class Base(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="quyche-export-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.database = str(self.folder / "register.sqlite")
        self.quyche("register", "init")

    def quyche(self, *arguments, code=0):
        done = subprocess.run([PROGRAM, *map(str, arguments), "--database", self.database],
                              capture_output=True, text=True)
        self.assertEqual(code, done.returncode, done.stdout[-2000:] + done.stderr[-2000:])
        return done.stdout + done.stderr

    def json(self, *arguments, **options):
        return json.loads(self.quyche(*arguments, "--json", **options))

    def fill(self):
        self.quyche("register", "import", SAMPLE, "--as-of", DAY)

    def check_sound(self):
        self.assertEqual([], self.json("register", "check")["findings"])

    def export(self, name, *options):
        out = self.folder / name
        self.quyche("register", "export", *options, "--unit", COMMUNE, "--as-of", DAY, "-o", out)
        return out

    def back(self, file, *options):
        return self.json("register", "import", file, "--as-of", DAY, *options)


def resave(file, folder):
    """The workbook as LibreOffice writes it."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{profile}",
                        "--convert-to", "xlsx", "--outdir", str(folder), str(file)],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder / file.name


def column(sheet, heading):
    """(row of the headings, column) of a heading in a workbook's first rows."""
    for row in sheet.iter_rows(max_row=10):
        for cell in row:
            if cell.value == heading:
                return cell.row, cell.column
    raise KeyError(heading)


# The peak of a program would begin at what the program that starts it has: a small one starts it.
PEAK = """import os, sys
child = os.fork()
if child == 0:
    os.execv(sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(child, 0)
print(usage.ru_maxrss // 1024, os.waitstatus_to_exitcode(status))"""


class OtherLists(Base):
    def test_a_list_whose_kind_was_not_said_is_refused_whole(self):
        duties = ROOT / "samples" / "duties"
        kinds = sorted(file.stem for file in duties.glob("*.csv") if file.stem != "cells")
        self.assertEqual(7, len(kinds))
        for kind in kinds:
            said = self.quyche("register", "import", duties / f"{kind}.csv", code=1)
            self.assertIn(f"  → nhập lại với --kind {kind}; nếu đúng là dữ liệu thôn thì ghi --kind cells", said)
        self.assertIn("lỗi: tệp này giống «DANH SÁCH TỔ DÂN VẬN» (7 cột khớp) hơn là dữ liệu thôn, chi bộ (2 cột khớp); "
                      "chưa nhập gì [register.other-list]",
                      self.quyche("register", "import", duties / "mobilisation-team.csv", code=1))
        self.quyche("register", "import", duties / "cells.csv", "--as-of", "2026-01-01")
        self.quyche("register", "import", duties / "members.csv", "--kind", "members", "--as-of", "2026-01-01")


class LongLists(Base):
    def people(self, rows):
        """A list of invented people of every cell of the sample, as CSV."""
        with open(SAMPLE, encoding="utf-8") as file:
            cells = list(csv.DictReader(line for line in file if not line.startswith('"#')))
        path = self.folder / f"{rows}.csv"
        with open(path, "w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(("Họ và tên", "Ngày sinh", "Quê quán", "Mã xã", "Chi bộ"))
            for serial in range(rows):
                cell = cells[serial % len(cells)]
                writer.writerow((f"Nguyễn Văn Mẫu {serial}", f"{serial % 28 + 1}/6/{1950 + serial % 40}", "Xã Mẫu",
                                 cell["commune_code"], cell["village_name"]))
        return path

    def peak(self, *arguments):
        """MiB."""
        done = subprocess.run(["/usr/bin/python3", "-S", "-c", PEAK, PROGRAM, *map(str, arguments), "--as-of", DAY,
                               "--kind", "members", "--merge", "--database", self.database], capture_output=True, text=True)
        peak, code = map(int, done.stdout.splitlines()[-1].split())
        self.assertEqual(0, code, done.stdout + done.stderr)
        return peak

    def test_memory_does_not_grow_with_the_rows_of_a_list(self):
        self.fill()
        few = self.peak("register", "import", self.people(2_000))
        many = self.peak("register", "import", self.people(30_000))
        self.assertLess(many - few, 12, "MiB more for 28.000 rows")  # 70 when all were kept
        table = self.folder / "members.xlsx"
        self.quyche("roster", "members", "--as-of", DAY, "-o", table)
        back = self.peak("register", "import", table)
        self.assertLess(back - few, 20, "MiB more for a workbook")
        self.assertEqual({}, self.back(table, "--kind", "members")["changes"])
        self.check_sound()

    def test_twins_far_apart_in_a_list_are_found(self):
        self.fill()
        path = self.people(2_500)
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join([*lines, lines[1], lines[2_400]]), encoding="utf-8")
        done = self.quyche("register", "import", path, "--kind", "members", "--as-of", DAY, "--failed",
                           self.folder / "failed.xlsx", code=1)
        self.assertIn("Đã nhập 2.500 dòng; 2 dòng sai để lại.", done)
        rows = list(openpyxl.load_workbook(self.folder / "failed.xlsx").active.iter_rows(values_only=True))
        self.assertEqual(["Nguyễn Văn Mẫu 0", "Nguyễn Văn Mẫu 2399"], [row[0] for row in rows[1:]])
        # The same two, and as many changes, when they are to be merged.
        merged = self.back(path, "--kind", "members", "--merge")
        self.assertEqual((2_502, 0, {}), (merged["rows"], merged["failed"], merged["changes"]))
        self.check_sound()


class Attachments(Base):
    def setUp(self):
        super().setUp()
        self.fill()
        self.scan = self.folder / "quy chế ký.pdf"
        self.scan.write_bytes(bytes(range(256)) * 1000 + b"\x1f%s")  # what a table of texts could not hold
        self.sha = hashlib.sha256(self.scan.read_bytes()).hexdigest()
        members = self.export("members.csv", "--kind", "members")
        with open(members, encoding="utf-8-sig", newline="") as file:
            self.record = next(csv.DictReader(file))["Mã hồ sơ"]

    def listed(self, *arguments):
        return self.json("register", "attachments", *arguments)

    def test_a_file_is_kept_listed_given_back_and_undone(self):
        text = self.quyche("register", "attach", self.record, self.scan, "--note", "bản quét")
        self.assertIn("Đã đính kèm 1 tệp; 0 tệp đã có từ trước.", text)
        entry, = self.listed(self.record)
        self.assertEqual((self.record, "person", "quy chế ký.pdf", 256_003, self.sha, "bản quét"),
                         tuple(entry[name] for name in ("record", "table", "file", "size", "sha256", "note")))
        text = self.quyche("register", "attachments")
        self.assertRegex(text, rf"{entry['number']} +quy chế ký.pdf – bản quét\n +người {self.record}, .*; 256\.003 byte")
        out = self.folder / "out.pdf"
        self.quyche("register", "attachments", "--get", entry["number"], "-o", out)
        self.assertEqual(self.scan.read_bytes(), out.read_bytes())
        self.check_sound()
        kinds = [change["kind"] for change in self.json("register", "history")]
        self.assertEqual(["export", "attach"], kinds[:2])  # who took it out is kept as well
        self.quyche("register", "undo")
        self.assertEqual([], self.listed())
        with closing(sqlite3.connect(self.database)) as database:
            self.assertEqual((0,), database.execute("SELECT count(*) FROM attachment_part").fetchone())
        self.check_sound()

    def test_the_same_bytes_are_kept_once(self):
        other = self.folder / "khác tên.pdf"
        other.write_bytes(self.scan.read_bytes())
        empty = self.folder / "trống.txt"
        empty.write_bytes(b"")
        self.quyche("register", "attach", self.record, self.scan)
        text = self.quyche("register", "attach", self.record, other, empty)
        self.assertIn("Đã đính kèm 1 tệp; 1 tệp đã có từ trước.", text)
        self.assertIn(f"hồ sơ {self.record} đã có tệp «khác tên.pdf», đúng từng byte; không ghi lại", text)
        cell = self.json("register", "status", "--as-of", DAY)["outstanding"][0]
        self.quyche("register", "attach", cell["id"], other)  # another record, the same bytes
        self.assertEqual(["cell"], [entry["table"] for entry in self.listed(cell["id"])])
        with closing(sqlite3.connect(self.database)) as database:
            self.assertEqual([(self.sha,)], database.execute(
                "SELECT DISTINCT hash FROM attachment_part WHERE bytes<>''").fetchall())
        self.quyche("register", "undo")
        self.assertEqual(2, len(self.listed()))
        self.check_sound()

    def test_a_cell_is_found_by_its_name_and_a_dry_run_keeps_nothing(self):
        cell = self.json("register", "status", "--as-of", DAY)["outstanding"][0]
        self.quyche("register", "attach", cell["cell"], self.scan, "--dry-run", "--as-of", DAY)
        self.assertEqual([], self.listed())
        text = self.quyche("register", "attach", "999999999", self.scan, code=1)
        self.assertEqual(f"{self.database}\nlỗi: không có hồ sơ mang mã «999999999» [register.unknown-record]\n"
                         "  → dùng mã hồ sơ trong danh sách đã xuất (quyche roster …), hoặc tên, mã tổ chức đảng của chi"
                         " bộ\n", text)
        text = self.quyche("register", "attachments", "--get", "1", "-o", self.folder / "x", code=1)
        self.assertIn("[register.no-such-attachment]", text)
        self.assertFalse((self.folder / "x").exists())

    def test_bytes_changed_behind_the_registers_back_are_found(self):
        self.quyche("register", "attach", self.record, self.scan)
        number = self.listed()[0]["number"]
        with closing(sqlite3.connect(self.database)) as database, database:
            database.execute("UPDATE attachment_part SET bytes='AAAA' || substr(bytes, 5) WHERE part=1")
        text = self.quyche("register", "check", code=1)
        self.assertIn(f"{self.database}\nlỗi: tệp kèm theo «quy chế ký.pdf» (số {number}) trong sổ bị thiếu hoặc không khớp"
                      " mã SHA-256 đã ghi [register.attachment-damaged]\n", text)
        out = self.folder / "out.pdf"
        self.assertIn("[register.attachment-damaged]",
                      self.quyche("register", "attachments", "--get", number, "-o", out, code=1))
        self.assertFalse(out.exists())


class RoundTrip(Base):
    def test_what_was_exported_and_not_touched_changes_nothing(self):
        self.fill()
        for ending in ("csv", "xlsx", "json"):
            for options in ((), ("--kind", "members", "--profile", "full"), ("--kind", "leaders")):
                file = self.export(f"{'-'.join(options[1:2])}cells.{ending}", *options)
                result = self.back(file, *options[:2])
                self.assertEqual(({}, [], 0), (result["changes"], result["findings"],
                                               result["failed"]), (ending, options))
                self.assertGreater(result["rows"], 0)
        self.check_sound()

    def test_a_cell_edited_in_csv_and_json_changes_alone(self):
        self.fill()
        with open(self.export("cells.csv"), encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        rows[0]["Số hộ"] = "321"
        edited = self.folder / "edited.csv"
        with open(edited, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        self.assertEqual({"cell": {"added": 0, "changed": 1, "removed": 0}},
                         self.back(edited)["changes"])
        records = json.loads(self.export("cells.json").read_text(encoding="utf-8"))
        self.assertEqual(321, records["records"][0]["household_count"])
        records["records"][1]["signer"] = "Trần Văn Mẫu"
        edited = self.folder / "edited.json"
        edited.write_text(json.dumps(records), encoding="utf-8")
        self.assertEqual({"regulation": {"added": 0, "changed": 1, "removed": 0}},
                         self.back(edited)["changes"])

    @unittest.skipUnless(shutil.which("soffice"), "LibreOffice (soffice) is not installed")
    def test_a_workbook_edited_in_libreoffice_changes_exactly_what_was_edited(self):
        self.fill()
        file = self.export("cells.xlsx")
        book = openpyxl.load_workbook(file)
        head, households = column(book.active, "Số hộ")
        _, state = column(book.active, "Tình trạng")
        _, issued = column(book.active, "Ngày ban hành")
        book.active.cell(head + 1, households).value = 77
        second = next(row for row in range(head + 2, head + 9)
                      if book.active.cell(row, issued).value is not None)
        book.active.cell(second, state).value = "Cần rà soát"
        book.save(file)
        folder = self.folder / "resaved"
        folder.mkdir()
        result = self.back(resave(file, folder))
        self.assertEqual({"cell": {"added": 0, "changed": 1, "removed": 0},
                          "standing": {"added": 1, "changed": 1, "removed": 0}},
                         result["changes"])
        # The paper stays issued from its day; only from the day of the list on it is to be reviewed.
        self.assertEqual(999, self.json("register", "status", "--as-of", DAY)["total"]["issued"])
        self.check_sound()

    def test_text_like_a_formula_stays_text(self):
        self.fill()
        table = self.folder / "notes.csv"
        table.write_text("Mã xã,Thôn,Ghi chú\n" + COMMUNE + ",Hạ Mẫu,\"=cmd|' /C calc'!A0\"\n",
                         encoding="utf-8")
        self.back(table)
        line = [row for row in self.export("cells.csv").read_text(encoding="utf-8").splitlines()
                if "calc" in row][0]
        self.assertIn(",'=cmd|' /C calc'!A0", line)
        self.assertEqual({}, self.back(self.export("again.csv"))["changes"])
        sheet = openpyxl.load_workbook(self.export("cells.xlsx")).active
        cells = [cell for row in sheet.iter_rows() for cell in row if "calc" in str(cell.value)]
        self.assertEqual(["s"], [cell.data_type for cell in cells])

    def test_personal_data_leave_only_when_asked_and_it_is_noted(self):
        self.fill()
        secrets = ("Số CCCD", "Tôn giáo", "Số thẻ đảng viên", "Điện thoại")
        for ending in ("csv", "json"):
            text = self.export(f"public.{ending}", "--kind", "members").read_text(encoding="utf-8")
            for secret in (*secrets, "citizen_id", "religion", "card_number", "phone"):
                self.assertNotIn(secret, text)
        self.export("full.csv", "--kind", "members", "--profile", "full")
        entries = self.json("register", "history")
        self.assertEqual(("export", "members (full)"), (entries[0]["kind"], entries[0]["source"]))

    def test_another_ending_is_refused(self):
        text = self.quyche("register", "export", "-o", self.folder / "cells.pdf", code=1)
        self.assertIn("roster.unknown-form", text)


class OutgoingNumbers(Base):
    def test_a_number_is_given_once_and_gaps_are_shown(self):
        self.fill()
        first = json.loads(self.export("one.json").read_text(encoding="utf-8"))["records"][0]
        cell, term = first["village_name"], first["cell_term"]
        table = self.folder / "outgoing.csv"
        lines = [f"{COMMUNE},{cell},NQ,{term},{number},Nghị quyết mẫu {number}" for number in ("1", "2", "5", "2")]
        table.write_text("Mã xã,Chi bộ,Loại,Nhiệm kỳ,Số,Tên loại và trích yếu nội dung\n" + "\n".join(lines) + "\n",
                         encoding="utf-8")
        text = self.quyche("register", "import", "--kind", "outgoing", table, "--as-of", DAY, code=1)
        self.assertIn("số 2 của chi bộ đã dùng cho văn bản khác", text)
        self.assertIn("Đã nhập 3 dòng; 1 dòng sai để lại.", text)
        out = self.export("outgoing.xlsx", "--kind", "outgoing")
        text = self.quyche("roster", "outgoing", "--as-of", DAY, "-o", out)
        self.assertRegex(text, rf"{cell} \(\d+\) NQ {term}: thiếu số 3, 4")
        self.assertEqual({}, self.back(out, "--kind", "outgoing")["changes"])


class LocalColumns(Base):
    COLUMNS = """<rosters xmlns="urn:quyche:roster:1">
  <columns roster="leaders" before="note">
    <column name="residence" heading="Nơi cư trú" type="text" width="20" from="p.residence"/>
    <column name="gift" heading="Quà Tết (ký nhận)" type="text" width="14"/>
  </columns>
</rosters>
"""

    def test_a_plugin_adds_columns_to_the_rosters_of_its_units(self):
        self.fill()
        plugins = self.folder / "plugins"
        shutil.copytree(ROOT / "plugins" / "khoai_chau", plugins / "khoai_chau")
        (plugins / "khoai_chau" / "rosters.xml").write_text(self.COLUMNS, encoding="utf-8")
        heads = {}
        for unit in (COMMUNE, "330", "327"):
            out = self.folder / f"{unit}.csv"
            self.quyche("roster", "leaders", "--unit", unit, "--as-of", DAY, "--plugins", plugins, "-o", out)
            heads[unit] = out.read_text(encoding="utf-8-sig").splitlines()[0]
        for unit in (COMMUNE, "330"):
            self.assertIn(",Nơi cư trú,Quà Tết (ký nhận),Ghi chú,", heads[unit])
        self.assertNotIn("Quà Tết", heads["327"])
        (plugins / "khoai_chau" / "rosters.xml").write_text(
            self.COLUMNS.replace('type="text"', 'type="words"'), encoding="utf-8")
        text = self.quyche("roster", "leaders", "--unit", "330", "--plugins", plugins, "-o",
                           self.folder / "wrong.csv", code=1)
        self.assertIn("roster.bad-definition", text)


class FailedRows(Base):
    def test_failed_rows_come_back_with_their_reason_and_import_once_corrected(self):
        table = self.folder / "own.csv"
        table.write_text("Mã xã;Thôn;Tình trạng;Số hộ\n12229;Hạ Mẫu;Đang dự thảo;120\n"
                         "99999;Thượng Mẫu;Đang dự thảo;90\n12229;Giữa Mẫu;Xong;80\n",
                         encoding="utf-8")
        out = self.folder / "failed.xlsx"
        result = self.json("register", "import", table, "--as-of", DAY, "--failed", out, code=1)
        self.assertEqual((3, 2, [str(out)]), (result["rows"], result["failed"], result["files"]))
        book = openpyxl.load_workbook(out)
        sheet = book.active
        rows = list(sheet.iter_rows(values_only=True))
        self.assertEqual(("Mã xã", "Thôn", "Tình trạng", "Số hộ", "Lý do chưa nhập được"), rows[0])
        self.assertEqual(("99999", "Thượng Mẫu", "Đang dự thảo", "90"), rows[1][:4])
        self.assertEqual("mã «99999» không phải xã, phường, thị trấn nào vào ngày 31/12/2018",
                         rows[1][4])
        self.assertIn("«Xong» không có trong danh sách", rows[2][4])
        sheet["A2"] = "12229"
        sheet["C3"] = "Đang dự thảo"
        book.save(out)
        again = self.back(out)
        self.assertEqual((2, 0, []), (again["rows"], again["failed"], again["findings"]))
        self.assertEqual(3, self.json("register", "status", "--as-of", DAY)["total"]["total"])

    def test_a_cell_of_40_000_characters_is_left_out_and_told_of(self):
        table = self.folder / "long.csv"
        table.write_text("Mã xã,Thôn,Ghi chú\n12229,Hạ Mẫu," + "a" * 40000 + "\n", encoding="utf-8")
        out = self.folder / "failed.xlsx"
        text = self.quyche("register", "import", table, "--as-of", DAY, "--failed", out, code=1)
        self.assertIn("field.too-long", text)
        rows = list(openpyxl.load_workbook(out).active.iter_rows(values_only=True))
        self.assertEqual(("12229", "Hạ Mẫu"), rows[1][:2])
        self.assertLess(len(rows[1][2]), 32767)

    def test_the_same_person_twice_is_asked_about_and_merged_on_request(self):
        self.fill()
        first = json.loads(self.export("one.json").read_text(encoding="utf-8"))["records"][0]
        person = f"Đỗ Thị Mẫu,01/02/1960,{COMMUNE},{first['village_name']},"
        people = self.folder / "people.csv"
        people.write_text(f"Họ tên,Ngày sinh,Mã xã,Chi bộ,Quê quán\n{person}\n{person}Nơi mẫu\n",
                          encoding="utf-8")
        text = self.quyche("register", "import", "--kind", "members", people, "--as-of", DAY, code=1)
        self.assertIn("register.twin-person", text)
        self.assertIn("--merge", text)
        merged = self.back(people, "--kind", "members", "--merge")
        self.assertEqual({"person": {"added": 0, "changed": 1, "removed": 0}}, merged["changes"])
        self.check_sound()


class OldEncodings(Base):
    def legacy(self, text):
        return "".join(TCVN3.get(letter, letter) for letter in text)

    def test_a_table_in_tcvn3_is_asked_about_and_read_when_it_is_named(self):
        table = self.folder / "old.csv"
        table.write_bytes(self.legacy("Mã xã,Thôn,Bí thư,Trưởng thôn\n12229,Đồng Mẫu,Nguyễn Văn Bền,"
                                      "Nguyễn Văn Thế\n").encode("cp1252", "replace"))
        text = self.quyche("register", "import", table, "--as-of", DAY, code=1)
        self.assertIn("TCVN3", text)
        self.assertIn("--from-encoding tcvn3", text)
        self.back(table, "--from-encoding", "tcvn3")
        record = json.loads(self.export("leaders.json", "--kind", "leaders").read_text(
            encoding="utf-8"))["records"][0]
        self.assertIn("Nguyễn Văn Bền", record.values())

    def test_a_workbook_with_headings_in_unicode_and_names_in_tcvn3(self):
        book = openpyxl.Workbook()
        book.active.append(["Mã xã", "Thôn", "Bí thư"])
        book.active.append(["12229", "Mẫu", self.legacy("Nguyễn Văn Bền")])
        table = self.folder / "old.xlsx"
        book.save(table)
        text = self.quyche("register", "import", table, "--as-of", DAY, code=1)
        self.assertIn("--from-encoding", text)
        self.back(table, "--from-encoding", "tcvn3")
        text = self.export("leaders.csv", "--kind", "leaders").read_text(encoding="utf-8")
        self.assertIn("Nguyễn Văn Bền", text)


class Decisions(Base):
    LATER = "2025-08-01"

    def undecided(self):
        cells = self.json("register", "status", "--as-of", self.LATER)["undecided"]
        return [cell for cell in cells if cell["choices"]]

    def test_a_cell_of_a_split_commune_goes_where_it_is_sent(self):
        self.fill()
        cells = self.undecided()
        text = self.quyche("register", "status", "--as-of", self.LATER)
        self.assertIn(f"[mã hồ sơ {cells[0]['id']}]", text)
        cell = next(cell for cell in cells if cell["commune"] == "xã Ngọc Thanh")
        refused = self.quyche("register", "settle", cell["id"], "11953", "--as-of", self.LATER, code=1)
        self.assertIn("register.not-a-choice", refused)
        out = self.folder / "undecided.xlsx"
        self.quyche("roster", "undecided", "--as-of", self.LATER, "-o", out)
        book = openpyxl.load_workbook(out)
        head, number = column(book.active, "Mã hồ sơ")
        _, unit = column(book.active, "Mã xã mới")
        _, choices = column(book.active, "Có thể thuộc về")
        done = 0
        for row in range(head + 1, book.active.max_row + 1):
            if "Sơn Nam" in str(book.active.cell(row, choices).value):
                codes = str(book.active.cell(row, choices).value)
                book.active.cell(row, unit).value = codes.split("(")[1][:5]
                done += 1
        book.save(out)
        result = self.json("register", "settle", out, "--as-of", self.LATER)
        self.assertEqual(done, result["changes"]["standing"]["added"])
        self.assertGreater(done, 0)
        self.assertNotIn("xã Ngọc Thanh", [cell["commune"] for cell in self.undecided()])
        # The year 2018 is as it was.
        status = self.json("register", "status", "--as-of", DAY)["total"]
        self.assertEqual((1039, 999), (status["total"], status["issued"]))
        self.check_sound()

    def test_undo_takes_a_decision_back_and_then_the_import(self):
        self.fill()
        before = self.undecided()
        cell = next(cell for cell in before if cell["commune"] == "xã Ngọc Thanh")
        self.quyche("register", "settle", cell["id"], "11983", "--as-of", self.LATER)
        self.assertEqual(len(before) - 1, len(self.undecided()))
        text = self.quyche("register", "undo")
        self.assertIn(f"{cell['id']} → 11983", text)
        self.assertEqual(before, self.undecided())
        self.check_sound()
        self.assertIn("cells.csv", self.quyche("register", "undo"))
        self.assertIn("register.nothing-to-undo", self.quyche("register", "undo", code=1))
        self.assertEqual(0, self.json("register", "status", "--as-of", DAY)["total"]["total"])
        self.check_sound()

    def test_a_decided_cell_needs_no_decision(self):
        self.fill()
        first = json.loads(self.export("r.json", "--kind", "regulations").read_text(
            encoding="utf-8"))["records"][0]
        text = self.quyche("register", "settle", first["record_id"], "11953", "--as-of", self.LATER,
                           code=1)
        self.assertIn("register.settled-already", text)


if __name__ == "__main__":
    unittest.main()

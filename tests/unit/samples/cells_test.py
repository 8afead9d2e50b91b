"""The village cells of 2018: made again byte for byte, and true to the facts of the programme."""

import collections
import csv
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[3]
FOLDER = ROOT / "samples" / "hung-yen-2018"
MODEL = ROOT / "templates" / "regulation" / "coordination.akn.xml"
FIELD = "{urn:quyche:regulation:1}field"
CHOICE = "{urn:quyche:regulation:1}choice"


def rows():
    lines = (FOLDER / "cells.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines[1:]))


def fields():
    return {field.get("name"): field for field in ElementTree.parse(MODEL).iter(FIELD)}


class Cells(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rows = rows()

    def assert_no_row(self, is_wrong):
        self.assertEqual([], [(row["commune_code"], row["village_name"])
                              for row in self.rows if is_wrong(row)])

    def test_the_generator_makes_the_same_bytes_again(self):
        with tempfile.TemporaryDirectory() as folder:
            again = pathlib.Path(folder) / "cells.csv"
            subprocess.run([sys.executable, str(FOLDER / "make_cells.py"), str(again)], check=True)
            self.assertEqual((FOLDER / "cells.csv").read_bytes(), again.read_bytes())

    def test_the_first_line_and_every_row_say_that_the_data_are_invented(self):
        first = (FOLDER / "cells.csv").read_text(encoding="utf-8").splitlines()[0]
        self.assertIn("hư cấu", first)
        self.assertIn("invented", first)
        self.assert_no_row(lambda row: "hư cấu" not in row["source"])

    def test_999_of_1039_cells_in_161_communes_have_issued(self):
        states = collections.Counter(row["state"] for row in self.rows)
        self.assertEqual({"issued": 999, "drafting": 40}, dict(states))
        per_commune = collections.Counter(row["commune_code"] for row in self.rows)
        self.assertEqual(161, len(per_commune))
        self.assertLessEqual(3, min(per_commune.values()))
        self.assertLessEqual(max(per_commune.values()), 13)

    def test_a_village_name_stands_once_in_its_commune(self):
        keys = collections.Counter(
            (row["commune_code"], row["village_name"].casefold()) for row in self.rows)
        self.assertEqual([], [key for key, count in keys.items() if count > 1])

    def test_only_issued_regulations_have_a_number_and_a_date(self):
        self.assert_no_row(lambda row: (row["state"] == "issued") != bool(row["number"]))
        self.assert_no_row(lambda row: (row["state"] == "issued") != bool(row["issue_date"]))
        self.assert_no_row(
            lambda row: row["issue_date"] and not "2018-06-05" <= row["issue_date"] <= "2018-12-20")

    def test_the_posts_of_a_cell_agree_with_its_leadership_model(self):
        concurrent = [row for row in self.rows if row["leadership_model"] == "concurrent"]
        self.assertAlmostEqual(0.22, len(concurrent) / len(self.rows), delta=0.02)
        self.assert_no_row(lambda row: (row["leadership_model"] == "concurrent")
                           != (row["secretary"] == row["village_head"]))
        self.assert_no_row(lambda row: row["team_leader"] != row["secretary"])
        self.assert_no_row(lambda row: row["leadership_model"] == "separate"
                           and row["team_deputy"] != row["village_head"])
        self.assert_no_row(lambda row: row["leadership_model"] == "concurrent"
                           and row["team_deputy"] not in (row["deputy_secretary"], row["front_head"]))
        self.assert_no_row(lambda row: row["leadership_model"] == "concurrent"
                           and row["sign_mode"] == "co_signed")

    def test_nobody_sits_twice_in_a_mass_mobilisation_team(self):
        def team(row):
            posts = ["team_leader", "team_deputy", *(f"team_member_{i}" for i in range(1, 6))]
            return [row[post] for post in posts if row[post]]
        self.assert_no_row(lambda row: len(set(team(row))) != len(team(row)))

    def test_a_cell_has_three_full_members_and_a_committee_from_nine_on(self):
        self.assert_no_row(lambda row: int(row["member_count_official"]) < 3)
        self.assert_no_row(lambda row: (row["cell_has_committee"] == "true")
                           != (int(row["member_count_official"]) >= 9))

    def test_the_sample_holds_what_is_hard_to_sort_and_to_set(self):
        names = {row["village_name"] for row in self.rows}
        people = {row["secretary"] for row in self.rows}
        self.assertLessEqual({"Mạ", "Ma Sen", "Mả Tre", "Phan Đình Phùng", "1", "Số 3"}, names)
        given = {person.split()[-1] for person in people}
        self.assertLessEqual({"Hòa", "Hoà", "Quý", "Quí", "Ý", "Ánh"}, given)
        self.assertTrue(any(len(person.split()) >= 6 for person in people))
        self.assertTrue(any(len(name.split()) >= 5 for name in names))

    def test_the_text_is_nfc(self):
        text = (FOLDER / "cells.csv").read_text(encoding="utf-8")
        self.assertTrue(unicodedata.is_normalized("NFC", text))

    def test_every_column_is_a_field_of_the_model_and_every_value_fits_it(self):
        declared = fields()
        known = {"commune_code", "state", "source"}
        self.assertEqual([], [name for name in self.rows[0] if name not in declared.keys() | known])
        for name, field in declared.items():
            choices = {choice.get("value") for choice in field.iter(CHOICE)}
            values = {row.get(name) for row in self.rows} - {"", None}
            if choices:
                self.assertEqual(set(), values - choices)
            if field.get("pattern"):
                self.assertEqual([], [v for v in values if not re.search(field.get("pattern"), v)])

    def test_every_required_field_of_a_village_is_filled(self):
        required = [name for name, field in fields().items()
                    if field.get("required") == "true" and field.get("level") == "village"]
        self.assertTrue(required)
        self.assert_no_row(lambda row: any(not row.get(name) for name in required))


if __name__ == "__main__":
    unittest.main()

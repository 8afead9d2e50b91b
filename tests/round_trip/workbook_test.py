"""The input workbook: written by the program, filled with openpyxl, saved again by LibreOffice."""

import pathlib
import unittest

import openpyxl

import validate
from quyche_program import DAY, DISTRICT, ProgramTest, files_below, needs_office, resave, village

COMMUNE = "12229"


class Workbook(ProgramTest):
    def setUp(self):
        super().setUp()
        self.done("form", "--district", DISTRICT, "--commune", COMMUNE, "--date", DAY, "-o",
                  "nhap-lieu.xlsx")
        self.path = self.folder / "nhap-lieu.xlsx"

    def fill(self):
        """Types the village below the headings that bear its fields' names."""
        book = openpyxl.load_workbook(self.path)
        values = village()
        for sheet in book.worksheets:
            for row in sheet.iter_rows(min_row=1, max_row=20):
                columns = {cell.value: cell.column for cell in row if cell.value in values}
                if len(columns) > 5:
                    below = row[0].row + 1
                    while sheet.cell(below, columns["village_name"]).value:
                        below += 1
                    for name, column in columns.items():
                        sheet.cell(below, column, values[name])
                    book.save(self.path)
                    return columns.keys()
        raise AssertionError("no row of field names in the workbook")

    def issue(self, data, folder):
        self.done("issue", "--data", data, "-o", folder)
        root = self.folder / folder
        return {name: (root / name).read_bytes() for name in files_below(root)}

    @validate.needs_validator
    def test_the_empty_workbook_is_valid(self):
        self.assertEqual([], validate.findings(self.path))

    def test_a_workbook_filled_by_another_program_is_issued(self):
        names = self.fill()
        made = self.issue("nhap-lieu.xlsx", "out")
        self.assertEqual({".docx", ".xml"}, {pathlib.Path(name).suffix for name in made})
        document = next(name for name in made if name.endswith(".docx"))
        self.done("collect", f"out/{document}", "-o", "data.json")
        record = self.read_json("data.json")["records"][0]
        self.assertEqual({name: village()[name] for name in names},
                         {name: record.get(name) for name in names})

    @needs_office
    def test_documents_are_the_same_after_libreoffice_saved_the_workbook(self):
        self.fill()
        before = self.issue("nhap-lieu.xlsx", "out")
        (self.folder / "luu").mkdir()
        resave([self.path], self.folder / "luu", "xlsx")
        self.assertTrue(before == self.issue("luu/nhap-lieu.xlsx", "again"))


if __name__ == "__main__":
    unittest.main()

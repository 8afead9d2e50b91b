"""A meeting as JSON, as a workbook and as a Word form: the same record, the same papers."""

import json
import unittest
import zipfile

import validate
from lxml import etree
from openpyxl import load_workbook
from quyche_program import ROOT, ProgramTest, needs_office, resave

SAMPLES = ROOT / "samples" / "meetings"
YEAR = SAMPLES / "year-2026"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Of every kind one; those no sample has are made of one that is near.
KINDS = {
    "cell_regular": SAMPLES / "cell-2026-09.json",
    "cell_thematic": YEAR / "2026-05-chuyen-de.json",
    "cell_committee": YEAR / "2026-02-thuong-ky.json",
    "village": YEAR / "2026-06-hoi-nghi-thon.json",
    "cluster": SAMPLES / "village-2026-09.json",
    "congress": YEAR / "2026-04-dai-hoi.json",
}


def files_in(folder):
    return {path.relative_to(folder): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


class ThreeForms(ProgramTest):
    def record(self, kind):
        """The sample of a kind, with what samples leave out."""
        record = json.loads(KINDS[kind].read_text(encoding="utf-8"))
        record["kind"] = kind
        record["agenda"][0]["content"] = "Đoạn một; có dấu chấm phẩy & dấu <.\nĐoạn hai.\n\nĐoạn bốn."
        record["agenda"][0]["agreed_by"] = ["Lê Văn Ví Dụ", "Trần Thị Minh Họa"]
        record["agenda"].append({"title": "Việc khác", "discussion": [
            {"speaker": "Ngô Thị Nêu", "text": "Dòng một.\nDòng hai."}]})
        return record

    def make_all(self):
        """Every kind in every form; the stems."""
        for kind in KINDS:
            self.write(f"given/{kind}.json", json.dumps(self.record(kind), ensure_ascii=False))
            for form in ("json", "xlsx", "docx"):
                self.done("meeting", "new", "--from", f"given/{kind}.json", "-o",
                          f"{form}/{kind}.{form}")
        return sorted(KINDS)

    def assert_same_papers(self, wanted, form):
        """Records of a folder say what the JSON ones say, and their papers are the same bytes."""
        for kind in KINDS:
            back = f"back-{form.replace('/', '-')}/{kind}.json"
            self.done("meeting", "new", "--from", f"{form}/{kind}.{form[-4:]}", "-o", back)
            self.assertEqual((self.folder / "json" / f"{kind}.json").read_text(encoding="utf-8"),
                             (self.folder / back).read_text(encoding="utf-8"), (form, kind))
        out = self.papers(form)
        self.assertEqual(wanted.keys(), out.keys())
        for path, content in wanted.items():
            self.assertEqual(content, out[path], (form, path))

    def papers(self, form):
        folder = f"papers-{form.replace('/', '-')}"
        answer = self.quyche("meeting", "papers", *(f"{form}/{kind}.{form[-4:]}" for kind in KINDS),
                             "-o", folder)
        self.assertNotIn("[paper.twin-name]", answer.text)
        return files_in(self.folder / folder)

    def test_the_three_forms_of_a_meeting_give_the_same_papers(self):
        self.make_all()
        wanted = self.papers("json")
        self.assertEqual(set(KINDS), {path.parts[0] for path in wanted})
        for form in ("xlsx", "docx"):
            self.assert_same_papers(wanted, form)
        if validate.is_available():
            made = [self.folder / form / f"{kind}.{form}" for form in ("xlsx", "docx")
                    for kind in KINDS]
            self.assertEqual([], validate.findings(*made))

    @needs_office
    def test_a_workbook_and_a_form_that_libreoffice_saved_give_the_same_papers(self):
        self.make_all()
        wanted = self.papers("json")
        for form in ("xlsx", "docx"):
            made = [self.folder / form / f"{kind}.{form}" for kind in KINDS]
            (self.folder / "saved" / form).mkdir(parents=True)
            resave(made, self.folder / "saved" / form, form)
            self.assert_same_papers(wanted, f"saved/{form}")

    def test_an_agenda_item_of_twenty_pages_comes_back_whole(self):
        record = self.record("cell_regular")
        record["agenda"][0]["content"] = "\n".join(
            f"Đoạn {i}: nội dung dài của một báo cáo mẫu, viết để xem có mất chữ nào không."
            for i in range(900))
        self.write("long.json", json.dumps(record, ensure_ascii=False))
        for form in ("xlsx", "docx"):
            self.done("meeting", "new", "--from", "long.json", "-o", f"long.{form}")
            self.done("meeting", "new", "--from", f"long.{form}", "-o", f"back-{form}.json")
            self.assertEqual(record["agenda"][0]["content"],
                             self.read_json(f"back-{form}.json")["agenda"][0]["content"])

    def test_two_thousand_households_come_back_from_the_workbook(self):
        record = self.record("village")
        record["attendance"] = {"households": [
            {"number": f"{i:04}", "head": f"Chủ hộ mẫu {i}", "representative": "", "presence":
             "present" if i <= 1400 else "absent", "reason": ""} for i in range(1, 2001)]}
        self.write("big.json", json.dumps(record, ensure_ascii=False))
        self.done("meeting", "new", "--from", "big.json", "-o", "big.xlsx")
        self.done("meeting", "new", "--from", "big.xlsx", "-o", "back.json")
        self.assertEqual(record["attendance"]["households"],
                         self.read_json("back.json")["attendance"]["households"])

    def test_every_mistake_in_a_workbook_is_named_with_its_sheet_and_cell(self):
        self.done("meeting", "new", "--from", SAMPLES / "cell-2026-09.json", "-o", "hop.xlsx")
        book = load_workbook(self.folder / "hop.xlsx")
        for row in book["Cuộc họp"].iter_rows(min_col=1, max_col=2):
            if row[0].value == "Ngày họp *":
                row[1].value, date = "30/02/2026", row[1].coordinate
            if row[0].value == "Giờ bắt đầu":
                row[1].value, start = "25:00", row[1].coordinate
        book["Dự họp"]["F4"] = "Có mặtt"
        book["Biểu quyết"]["F4"] = "mười"
        book["Ý kiến"]["A4"] = 9
        book["Dự họp"]["B5"] = None
        book["Phân công"]["C3"] = "Việc phải lảm"
        for row in range(4, 12):
            book["Phân công"][f"B{row}"] = book["Phân công"][f"C{row}"] = None
            for column in "DEFGHIJ":
                book["Phân công"][f"{column}{row}"] = None
        book.save(self.folder / "hop.xlsx")
        self.assert_says(
            f"""hop.xlsx › trang tính 'Phân công' › ô C3
lỗi: không hiểu tiêu đề «Việc phải lảm» [meeting-record.unknown-label]
  → có phải «Việc phải làm»?
hop.xlsx › trang tính 'Dự họp' › ô F4
lỗi: không hiểu «Có mặtt»; cần một trong các từ: Có mặt, Vắng có lý do, Vắng không lý do [meeting.unknown-word]
  → có phải «Có mặt»?
hop.xlsx › trang tính 'Ý kiến' › ô A4
lỗi: Mục số là «9»; cần một trong các số: 1, 2 [meeting-record.no-parent]
  → ghi đúng số thứ tự ở «Chương trình»
hop.xlsx › trang tính 'Cuộc họp' › ô {date}
lỗi: «30/02/2026» không phải một ngày có thật [meeting.bad-day]
  → ghi dạng NĂM-THÁNG-NGÀY, ví dụ 2026-09-05, hoặc 05/9/2026
hop.xlsx › trang tính 'Cuộc họp' › ô {start}
lỗi: «25:00» không phải giờ trong ngày [meeting.bad-time]
  → ghi giờ và phút, ví dụ 19:30
hop.xlsx › trang tính 'Dự họp' › ô B5
lỗi: thiếu «Họ và tên» [meeting.missing]
  → ghi thêm trường này; lệnh quyche meeting new lập sẵn một hồ sơ có đủ các trường
hop.xlsx › trang tính 'Biểu quyết' › ô F4
lỗi: «mười» không phải số đếm; cần một số nguyên từ 0 đến 1.000.000 [meeting.bad-count]
hop.xlsx: 7 lỗi, 0 cảnh báo, theo quy định của ngày –.
""", "meeting", "check", "hop.xlsx", code=1)

    def test_findings_of_the_rules_point_into_the_workbook(self):
        record = json.loads((SAMPLES / "cell-2026-09.json").read_text(encoding="utf-8"))
        record["votes"][1]["count"].update(yes=9, no=4)
        record["chair"]["name"] = "Nguyễn Văn Mâu"
        self.write("low.json", json.dumps(record, ensure_ascii=False))
        for form in ("xlsx", "docx"):
            self.done("meeting", "new", "--from", "low.json", "-o", f"low.{form}")
        places = [line for line in self.quyche("meeting", "check", "low.xlsx").text.splitlines()
                  if line.startswith("low.xlsx ›")]
        self.assertEqual(["low.xlsx › trang tính 'Cuộc họp' › ô B23",
                          "low.xlsx › trang tính 'Biểu quyết' › ô B5"], places)
        places = [line for line in self.quyche("meeting", "check", "low.docx").text.splitlines()
                  if line.startswith("low.docx ›")]
        self.assertEqual(["low.docx › bảng «Cuộc họp» › hàng 21 › cột «Chủ trì»",
                          "low.docx › bảng «Biểu quyết» › hàng 3 › cột «Mã»"], places)

    def test_what_is_no_record_is_refused(self):
        self.write("a.xlsx", b"PK\x03\x04 no archive")
        self.assertEqual(1, self.quyche("meeting", "check", "a.xlsx").code)
        self.assert_says("lỗi: tên tệp hồ sơ phải có đuôi .json, .xlsx hoặc .docx, nhưng ở đây "
                         "là «hop.doc» [usage.meeting-form]\n",
                         "meeting", "new", "--kind", "village", "-o", "hop.doc", code=2)
        self.done("template", "--district", "khoai_chau", "--commune", "12229", "--date",
                  "2018-12-15", "-o", "templates")
        answer = self.quyche("meeting", "check", "templates/12229-xa-an-vi.docx")
        self.assertIn("[meeting-record.not-a-form]", answer.text)

    def test_a_form_survives_new_rows_and_a_label_somebody_reworded(self):
        self.done("meeting", "new", "--kind", "village", "--date", "2026-09-20", "-o", "new.docx")
        path = self.folder / "new.docx"
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        root = etree.fromstring(parts["word/document.xml"])
        for text in root.iter(W + "t"):
            if text.text == "[Địa điểm]":
                text.text = "Nhà văn hóa"
            elif text.text == "Địa điểm":
                text.text = "Họp ở đâu"
        tables = list(root.iter(W + "tbl"))
        head = [table for table in tables if "Chủ hộ" in "".join(table.itertext())][0]
        row = etree.fromstring(etree.tostring(head.findall(W + "tr")[1]))
        for cell, words in zip(row.findall(W + "tc"), ("", "21", "Chủ hộ mẫu", "", "Có mặt", "")):
            for old in cell.findall(W + "p"):
                cell.remove(old)
            paragraph = etree.SubElement(cell, W + "p")
            etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t").text = words
        head.append(row)
        parts["word/document.xml"] = etree.tostring(root)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts.items():
                package.writestr(name, data)
        answer = self.quyche("meeting", "new", "--from", "new.docx", "-o", "back.json")
        self.assertIn("không hiểu tiêu đề «Họp ở đâu»", answer.text)


if __name__ == "__main__":
    unittest.main()

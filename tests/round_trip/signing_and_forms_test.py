"""Who signs, which form belongs to whom, and what a form no longer holds: the whole of what is said."""

import re
import unittest
import zipfile

from quyche_program import COMMUNE, DISTRICT, ProgramTest, village

ISSUED = "Đã lập 1 văn bản (.docx và .xml) trong out: 1 đã ban hành, 0 dự thảo.\n"


class Signing(ProgramTest):
    def test_a_paper_of_the_commune_needs_the_secretary_who_signs_it(self):
        self.write_json("thon.json", village(sign_mode="commune_issued"))
        self.assert_refused(
            "thon.json › mục 1 › trường commune_secretary\n"
            "lỗi: chưa có người ký: thiếu «Bí thư Đảng ủy cấp xã» [record.no-signer]\n"
            "  → ghi họ tên người ký, chọn cách ký khác (sign_mode), hoặc ghi state là drafting\n",
            "issue", "--data", "thon.json", "-o", "out")

    def test_a_paper_of_the_commune_bears_its_heading_and_symbol(self):
        self.write_json("thon.json", village(sign_mode="commune_issued",
                                             commune_secretary="Đỗ Văn Mẫu"))
        self.assert_says(ISSUED, "issue", "--data", "thon.json", "-o", "out")
        xml = next((self.folder / "out").rglob("*.xml")).read_text(encoding="utf-8")
        preface = xml[xml.index("<preface>"):xml.index("</preface>")]
        self.assertRegex(preface, '<p class="superior"><placeholder [^>]*>Đảng bộ huyện Khoái Châu<')
        self.assertRegex(preface, '<p class="issuer">Đảng ủy <[^>]*>xã</inline> <[^>]*>An Vĩ<')
        self.assertIn("QC/ĐU", preface)
        self.assertIn("Lưu Văn phòng Đảng ủy", xml)

    def test_a_commune_without_a_district_reports_to_the_province(self):
        self.write_json("thon.json", village(
            commune_code="11977", sign_mode="commune_issued", commune_secretary="Đỗ Văn Mẫu",
            commune_name=None, issue_date="2025-09-01"))
        self.done("issue", "--data", "thon.json", "-o", "out")
        xml = next((self.folder / "out").rglob("*.xml")).read_text(encoding="utf-8")
        self.assertRegex(xml, '<p class="superior"><placeholder [^>]*>Đảng bộ tỉnh Hưng Yên<')
        paper = zipfile.ZipFile(next((self.folder / "out").rglob("*.docx"))).read("word/document.xml")
        self.assertIn("- Tỉnh ủy Hưng Yên (để báo cáo)", re.sub("<[^>]*>", "", paper.decode()))

    def test_one_person_does_not_sign_in_both_places(self):
        self.write_json("thon.json", village(sign_mode="co_signed", leadership_model="concurrent",
                                             village_head="Nguyễn Thị Hoà", team_deputy=""))
        self.assert_refused(
            "thon.json › mục 1 › trường sign_mode\n"
            "lỗi: «Nguyễn Thị Hoà» ký ở cả hai chỗ của văn bản [record.signs-twice]\n"
            "  → một người giữ hai chức danh thì ghi sign_mode là cell_only\n",
            "issue", "--data", "thon.json", "-o", "out")


class Chosen(ProgramTest):
    """What is chosen for a clerk is told before the papers are signed."""

    def test_the_day_and_the_number(self):
        self.write_json("thon.json", village(issue_date=None, number=None))
        self.assert_says(
            "thon.json\n"
            "lưu ý: 1 dòng không ghi ngày ban hành: lấy căn cứ và đơn vị hành chính theo ngày "
            "30/6/2025 [issue.undated]\n"
            "  → ghi cột issue_date, hoặc chọn ngày chung bằng --date\n"
            "thon.json\n"
            "lưu ý: 1 văn bản ban hành không ghi số: lấy số 01 [issue.unnumbered]\n"
            "  → ghi cột number nếu chi bộ đã dùng số này trong nhiệm kỳ\n" + ISSUED,
            "issue", "--data", "thon.json", "-o", "out")

    def test_a_given_day_is_no_news(self):
        self.write_json("thon.json", village(issue_date=None))
        self.assert_says(ISSUED, "issue", "--data", "thon.json", "--date", "2018-06-05", "-o", "out")

    def test_a_paper_older_than_its_legal_basis(self):
        self.write_json("thon.json", village(issue_date="2018-01-05"))
        self.assert_says(
            "thon.json\n"
            "cảnh báo: 1 văn bản có ngày trước ngày của căn cứ «Kế hoạch số 45-KH/HU, ngày 20/3/2018 "
            "của Ban Thường vụ Huyện ủy Khoái Châu» [issue.younger-basis]\n"
            "  → sửa ngày ban hành, hoặc sửa căn cứ trong plugin của huyện\n" + ISSUED,
            "issue", "--data", "thon.json", "-o", "out")


class Forms(ProgramTest):
    def setUp(self):
        super().setUp()
        self.done("template", "--district", DISTRICT, "--commune", COMMUNE, "--date", "2018-12-15",
                  "-o", ".")

    def test_data_of_another_commune_do_not_go_into_a_form(self):
        self.write_json("thon.json", village(commune_code="12232"))
        self.assert_refused(
            "thon.json › mục 1 › trường commune_code\n"
            "lỗi: dữ liệu ghi «commune_code» là «12232», còn mẫu này được lập cho «12229» "
            "[fill.other-form]\n"
            "  → chọn đúng mẫu của đơn vị ấy, hoặc lập mẫu mới bằng lệnh quyche template\n",
            "fill", "12229-xa-an-vi.docx", "thon.json", "-o", "out.docx")

    def test_a_day_after_the_end_of_the_district_is_refused(self):
        self.write_json("thon.json", village(issue_date="2026-06-15"))
        self.assert_refused(
            "lỗi: Huyện Khoái Châu không tồn tại vào ngày 15/6/2026 [localise.unit-not-in-force]\n"
            "  → có hiệu lực từ 01/01/2018 đến 30/6/2025; chọn ngày bằng --date\n",
            "fill", "12229-xa-an-vi.docx", "thon.json", "-o", "out.docx")

    def test_a_day_with_other_legal_bases_is_pointed_out(self):
        self.write_json("thon.json", village(issue_date="2024-06-15"))
        self.assert_says(
            "thon.json › mục 1\n"
            "cảnh báo: mẫu lập theo ngày 15/12/2018; vào ngày ban hành 15/6/2024 căn cứ, câu chữ "
            "hoặc thể thức đã khác [fill.other-day]\n"
            "  → lập lại mẫu: quyche template … --date 2024-06-15\n"
            "Đã điền đủ các chỗ trống: out.docx.\n",
            "fill", "12229-xa-an-vi.docx", "thon.json", "-o", "out.docx")

    def test_a_form_without_a_required_value_says_which_when_filled_and_when_read(self):
        self.write_json("thon.json", village(village_name=None))
        missing = "cảnh báo: các ô bắt buộc chưa điền: Tên thôn, khu phố [form.unfilled]\n"
        self.assert_says(
            "12229-xa-an-vi.docx\n" + missing +
            "Đã điền out.docx; còn 1 chỗ trống chưa có giá trị.\n",
            "fill", "12229-xa-an-vi.docx", "thon.json", "-o", "out.docx")
        self.assert_says("out.docx\n" + missing + "Đã đọc 1 văn bản vào data.json.\n",
                         "collect", "out.docx", "-o", "data.json")


if __name__ == "__main__":
    unittest.main()

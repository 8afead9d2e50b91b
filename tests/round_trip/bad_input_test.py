"""Bad input, one test a kind: the whole of what is said, the exit code, and nothing left behind.

Tables only; bad_document_test.py has the Word documents and the models, command_line_test.py the
commands.
"""

import csv
import io
import unicodedata
import unittest

import openpyxl

from quyche_program import ProgramTest, files_below, village

COLUMNS = ["commune_code", "village_name", "leadership_model", "secretary", "village_head",
           "number", "issue_date"]
ROW = ["12229", "Trung", "separate", "Nguyễn Thị Hoà", "Luyện Quang Ứng", "02", "2018-06-15"]


def made(name="thon.csv"):
    """One village from a table with the required columns alone."""
    return (f"{name}\n"
            "lưu ý: 1 văn bản ban hành còn chỗ trống: Chi bộ có chi ủy (1); Họ và tên Phó Bí thư "
            "chi bộ (1); Họ và tên Phó trưởng thôn, khu phố (1); Họ và tên Trưởng ban công tác "
            "Mặt trận (1); … [issue.open-blanks]\n"
            "  → điền thêm vào bảng rồi lập lại, hoặc ghi tay trên bản in\n"
            "Đã lập 1 văn bản (.docx và .xml) trong out: 1 đã ban hành, 0 dự thảo.\n")
WRITTEN = ["out/khoai_chau/12229-xa-an-vi/trung.docx", "out/khoai_chau/12229-xa-an-vi/trung.xml"]


def changed(row=None, **values):
    """The good row with some values changed."""
    row = dict(zip(COLUMNS, row or ROW))
    row.update(values)
    return row


def table(*rows, delimiter=","):
    """CSV text; the columns are those of the first row."""
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), delimiter=delimiter,
                            lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


class TableTest(ProgramTest):
    def assert_refuses(self, content, text, name="thon.csv", lang="vi"):
        self.write(name, content)
        self.assert_refused(text, "--lang", lang, "issue", "--data", name, "-o", "out")

    def assert_accepts(self, content, name="thon.csv", before=""):
        """Issued, and what was collected from the document is the good row."""
        self.write(name, content)
        self.assert_says(before + made(name), "issue", "--data", name, "-o", "out")
        self.assertEqual(WRITTEN, [path for path in files_below(self.folder) if "out" in path])
        self.done("collect", WRITTEN[0], "-o", "data.json")
        record = self.read_json("data.json")["records"][0]
        self.assertEqual(dict(zip(COLUMNS, ROW)), {name: record[name] for name in COLUMNS})


class Values(TableTest):
    """What stands in a cell."""

    def test_a_required_field_that_is_empty_is_named_with_what_to_write(self):
        self.assert_refuses(
            table(changed(secretary="")),
            "thon.csv › hàng 2 › trường secretary\n"
            "lỗi: thiếu «Họ và tên Bí thư chi bộ» [record.missing]\n"
            "  → Ghi họ, tên đệm và tên; không ghi học vị, quân hàm, chức danh.\n")

    def test_the_same_in_english(self):
        self.assert_refuses(
            table(changed(secretary="")),
            "thon.csv › row 2 › field secretary\n"
            'error: "Họ và tên Bí thư chi bộ" is missing [record.missing]\n'
            "  → Ghi họ, tên đệm và tên; không ghi học vị, quân hàm, chức danh.\n",
            lang="en")

    def test_a_row_without_its_commune_says_so_and_not_that_a_code_is_unknown(self):
        self.assert_refuses(
            table(changed(commune_code="")),
            "thon.csv › hàng 2 › trường commune_code\n"
            "lỗi: thiếu «Mã đơn vị cấp xã» [record.missing]\n"
            "  → Ghi mã 5 chữ số của danh mục đơn vị hành chính.\n")

    def test_every_value_of_the_wrong_type_is_reported_once(self):
        row = changed(leadership_model="seperate", number="2")
        row.update(household_count="nhiều", cell_has_committee="có lẽ", secretary="Nguyễn Văn A1")
        self.assert_refuses(
            table(row),
            "thon.csv › hàng 2 › cột 3\n"
            "lỗi: «Mô hình bố trí chức danh»: «seperate» không có trong danh sách; chọn một trong: "
            "Hai người đảm nhiệm; Một người đảm nhiệm (Bí thư đồng thời là Trưởng thôn, khu phố) "
            "[field.not-a-choice]\n"
            "  → có phải «separate»?\n"
            "thon.csv › hàng 2 › cột 4\n"
            "lỗi: «Họ và tên Bí thư chi bộ»: «Nguyễn Văn A1» không đúng dạng [field.pattern]\n"
            "  → Ghi họ, tên đệm và tên; không ghi học vị, quân hàm, chức danh.\n"
            "thon.csv › hàng 2 › cột 6\n"
            "lỗi: «Số văn bản»: «2» không đúng dạng [field.pattern]\n"
            "  → Ghi số thứ tự trong nhiệm kỳ, ít nhất hai chữ số, ví dụ 01.\n"
            "thon.csv › hàng 2 › cột 8\n"
            "lỗi: «Số hộ của thôn, khu phố»: «nhiều» không phải số nguyên [field.not-an-integer]\n"
            "thon.csv › hàng 2 › cột 9\n"
            "lỗi: «Chi bộ có chi ủy»: «có lẽ» không phải Có hay Không [field.not-a-boolean]\n")

    def test_problems_of_several_rows_come_in_one_report(self):
        self.assert_refuses(
            table(changed(village_head=""), changed(village_name="Đông"),
                  changed(village_name="Nam", issue_date="hôm qua")),
            "thon.csv › hàng 2 › trường village_head\n"
            "lỗi: thiếu «Họ và tên Trưởng thôn, khu phố» [record.missing]\n"
            "  → Ghi họ, tên đệm và tên; khi một người đảm nhiệm hai chức danh thì ghi lại tên Bí "
            "thư chi bộ.\n"
            "thon.csv › hàng 4 › cột 7\n"
            "lỗi: «Ngày ban hành»: «hôm qua» không phải một ngày có thật; cần dạng ngày/tháng/năm "
            "[field.not-a-date]\n")

    def test_a_day_that_does_not_exist_is_refused(self):
        self.assert_refuses(
            table(changed(issue_date="30/2/2018")),
            "thon.csv › hàng 2 › cột 7\n"
            "lỗi: «Ngày ban hành»: «30/2/2018» không phải một ngày có thật; cần dạng ngày/tháng/năm "
            "[field.not-a-date]\n")

    def test_the_same_day_in_english(self):
        self.assert_refuses(
            table(changed(issue_date="30/2/2018")),
            "thon.csv › row 2 › column 7\n"
            'error: "Ngày ban hành": "30/2/2018" is no existing day; expected day/month/year '
            "[field.not-a-date]\n",
            lang="en")

    def test_one_person_in_two_posts_against_the_model_is_refused(self):
        self.assert_refuses(
            table(changed(village_head="Nguyễn Thị Hòa")),
            "thon.csv › hàng 2 › trường leadership_model\n"
            "lỗi: Nguyễn Thị Hoà vừa là bí thư vừa là trưởng thôn nhưng mô hình ghi là hai người "
            "đảm nhiệm [record.same-person]\n"
            "  → ghi leadership_model = concurrent, hoặc sửa lại họ tên\n")

    def test_two_persons_against_the_model_of_one_are_refused(self):
        self.assert_refuses(
            table(changed(leadership_model="concurrent")),
            "thon.csv › hàng 2 › trường leadership_model\n"
            "lỗi: mô hình ghi một người đảm nhiệm nhưng bí thư là Nguyễn Thị Hoà còn trưởng thôn là "
            "Luyện Quang Ứng [record.two-persons]\n"
            "  → ghi leadership_model = separate, hoặc sửa lại họ tên\n")

    def test_an_unknown_unit_is_refused_with_where_codes_are_found(self):
        self.assert_refuses(
            table(changed(commune_code="99999")),
            "thon.csv › hàng 2\n"
            "lỗi: không có xã, phường, thị trấn nào mang mã «99999» vào ngày 15/6/2018 "
            "[unit.unknown]\n"
            "  → mã xã có 5 chữ số; lệnh quyche form lập bảng nhập liệu ghi sẵn mã của từng xã\n")

    def test_an_unknown_code_beside_a_known_name_gets_the_code_of_that_name(self):
        self.assert_refuses(
            table({**changed(commune_code="12999"), "commune_name": "xã An Vĩ"}),
            "thon.csv › hàng 2\n"
            "lỗi: không có xã, phường, thị trấn nào mang mã «12999» vào ngày 15/6/2018 "
            "[unit.unknown]\n"
            "  → xã An Vĩ mang mã 12229\n")

    def test_a_unit_that_is_gone_on_that_day_is_refused_with_its_days(self):
        self.assert_refuses(
            table(changed(issue_date="2026-01-15")),
            "thon.csv › hàng 2\n"
            "lỗi: không có xã, phường, thị trấn nào mang mã «12229» vào ngày 15/01/2026 "
            "[unit.unknown]\n"
            "  → xã An Vĩ có hiệu lực từ … đến 30/6/2025\n"
            "  → từ 01/7/2025 đơn vị này thuộc xã Triệu Việt Vương, mã 12223\n")

    def test_the_same_unit_in_english(self):
        self.assert_refuses(
            table(changed(issue_date="2026-01-15")),
            "thon.csv › row 2\n"
            'error: there is no commune with code "12229" on 15/01/2026 [unit.unknown]\n'
            "  → xã An Vĩ is in force from … to 30/6/2025\n"
            "  → since 01/7/2025 this unit is part of xã Triệu Việt Vương, code 12223\n",
            lang="en")

    def test_a_name_that_is_not_that_of_the_code_is_refused(self):
        self.assert_refuses(
            table({**changed(), "commune_name": "Đông Kết"}),
            "thon.csv › hàng 2\n"
            "lỗi: mã 12229 là xã An Vĩ, nhưng dòng này ghi tên «Đông Kết» [unit.name-differs]\n"
            "  → sửa mã hoặc sửa tên cho khớp nhau\n")

    def test_two_rows_for_one_village_are_refused_however_the_name_is_written(self):
        self.assert_refuses(
            table(changed(), changed(village_name="Đông"), changed(village_name="TRUNG")),
            "thon.csv › hàng 4\n"
            "lỗi: «TRUNG» (xã mã 12229) đã có ở hàng 2; mỗi thôn, khu phố chỉ được một hàng "
            "[record.twin]\n"
            "  → xóa một trong hai, hoặc sửa tên thôn hay mã xã\n")


class Encodings(TableTest):
    """How the letters are stored."""

    def test_combining_letters_are_taken_as_the_letters_they_are(self):
        self.assert_accepts(unicodedata.normalize("NFD", table(changed())))

    def test_tcvn3_text_is_refused_with_what_it_would_be_in_unicode(self):
        self.assert_refuses(
            table(changed(secretary="NguyÔn ThÞ Hoµ")),
            "thon.csv › hàng 2 › cột 4\n"
            "lỗi: «Họ và tên Bí thư chi bộ» gõ bằng bảng mã cũ TCVN3 (ABC); nếu chuyển sang Unicode "
            "sẽ là: Nguyễn Thị Hoà [field.legacy-text]\n"
            "  → chuyển dữ liệu sang Unicode rồi làm lại\n")

    def test_vni_text_is_refused_with_what_it_would_be_in_unicode(self):
        self.assert_refuses(
            table(changed(secretary="Nguyeãn Thò Hoaø", village_head="Luyeän Quang ÖÙng")),
            "thon.csv › hàng 2 › cột 4\n"
            "lỗi: «Họ và tên Bí thư chi bộ» gõ bằng bảng mã cũ VNI; nếu chuyển sang Unicode sẽ là: "
            "Nguyễn Thị Hoà [field.legacy-text]\n"
            "  → chuyển dữ liệu sang Unicode rồi làm lại\n"
            "thon.csv › hàng 2 › cột 5\n"
            "lỗi: «Họ và tên Trưởng thôn, khu phố» gõ bằng bảng mã cũ VNI; nếu chuyển sang Unicode "
            "sẽ là: Luyện Quang Ứng [field.legacy-text]\n"
            "  → chuyển dữ liệu sang Unicode rồi làm lại\n")

    def test_a_csv_with_a_byte_order_mark_is_accepted(self):
        self.assert_accepts("\ufeff" + table(changed()))

    def test_a_csv_in_utf_16_is_accepted(self):
        self.assert_accepts(table(changed()).encode("utf-16"))

    def test_a_csv_in_windows_1258_is_refused(self):
        self.assert_refuses(
            table(changed(secretary="Nguyễn Thi Hoa")).replace("ễ", "ê").encode("cp1258", "replace"),
            "thon.csv\n"
            "lỗi: tệp CSV không phải văn bản UTF-8 hay UTF-16 [rows.not-text]\n"
            "  → trong Excel, chọn Lưu thành dạng CSV UTF-8\n")


class Csv(TableTest):
    """How a table is written as text."""

    def test_semicolons_are_accepted(self):
        self.assert_accepts(table(changed(), delimiter=";"))

    def test_a_misspelt_heading_gets_the_nearest_one(self):
        row = changed()
        row["secretry"] = row.pop("secretary")
        self.assert_refuses(
            table(row),
            "thon.csv › hàng 1 › cột 7\n"
            "cảnh báo: cột «secretry» không phải trường nào của quy chế; không dùng cột này "
            "[rows.unknown-column]\n"
            "  → có phải «secretary»?\n"
            "thon.csv › hàng 1\n"
            "lỗi: bảng thiếu cột: Họ và tên Bí thư chi bộ (secretary) [rows.missing-column]\n"
            "  → lập bảng trống bằng lệnh quyche form, rồi chép dữ liệu vào\n")

    def test_a_field_in_two_columns_is_refused(self):
        self.assert_refuses(
            "commune_code,village_name,leadership_model,secretary,village_head,Họ và tên bí thư chi "
            "bộ\n12229,Trung,separate,Lê Thị Na,Luyện Quang Ứng,Lê Văn Na\n",
            "thon.csv › hàng 1 › cột 6\n"
            "lỗi: cột «Họ và tên bí thư chi bộ» ghi lại trường secretary đã có ở cột khác "
            "[rows.twin-column]\n"
            "  → giữ một cột, xóa hoặc đổi tên cột kia\n")

    def test_a_quotation_mark_that_is_never_closed_is_shown(self):
        self.assert_refuses(
            table(changed()).replace("Trung", '"Trung') + "12229,Đông,…\n",
            "thon.csv › dòng 2\n"
            "lỗi: dấu ngoặc kép mở ở đây không đóng lại cho đến hết tệp [rows.open-quote]\n"
            '  12229,"Trung,separate,Nguyễn Thị Hoà,Luyện Quang Ứng,02,2018-06-15\n'
            "        ^  thêm dấu ngoặc kép đóng, hoặc viết dấu ngoặc kép trong ô thành hai dấu liền "
            "nhau\n")

    def test_a_record_of_too_many_columns_is_refused(self):
        self.assert_refuses(
            table(changed()) + "," * 17_000 + "\n",
            "thon.csv › hàng 3\n"
            "lỗi: dòng này có quá 16384 cột [rows.too-wide]\n"
            "  → kiểm tra dấu phân cách; mỗi thôn phải nằm trên một dòng riêng\n")

    def test_a_table_without_headings_is_refused(self):
        self.assert_refuses(
            "a,b,c\n1,2,3\n",
            "thon.csv\n"
            "lỗi: không tìm thấy dòng tiêu đề cột trong 20 dòng đầu [rows.no-header]\n"
            "  → dòng tiêu đề phải có tên hoặc nhãn của các trường; lệnh quyche form lập sẵn bảng "
            "đúng\n")

    def test_a_table_without_villages_is_refused(self):
        self.assert_refuses(
            ",".join(COLUMNS) + "\n",
            "thon.csv\n"
            "lỗi: tệp không có dòng dữ liệu nào [rows.none]\n"
            "  → dưới dòng tiêu đề, điền mỗi thôn, khu phố một dòng\n")

    def test_a_file_of_another_kind_is_refused(self):
        self.assert_refuses(
            table(changed()),
            "thon.txt\n"
            "lỗi: không đọc được loại tệp này: thon.txt [rows.unknown-kind]\n"
            "  → dùng tệp .xlsx, .csv, .tsv, .json hoặc .jsonl\n", name="thon.txt")


class Json(TableTest):
    def test_a_misspelt_field_gets_the_nearest_name(self):
        record = village()
        record["secretry"] = record.pop("secretary")
        self.write_json("thon.json", record)
        self.assert_refused(
            "thon.json › mục 1 › trường secretry\n"
            "lỗi: không có trường nào tên «secretry» [rows.unknown-field]\n"
            "  → có phải «secretary»?\n"
            "thon.json › mục 1 › trường secretary\n"
            "lỗi: thiếu «Họ và tên Bí thư chi bộ» [record.missing]\n"
            "  → Ghi họ, tên đệm và tên; không ghi học vị, quân hàm, chức danh.\n",
            "issue", "--data", "thon.json", "-o", "out")

    def test_a_list_in_place_of_a_value_is_refused(self):
        self.write_json("thon.json", village(secretary=["Lê Thị Na"]))
        self.assert_refused(
            "thon.json › mục 1 › trường secretary\n"
            "lỗi: «Họ và tên Bí thư chi bộ» phải là chữ, số hoặc đúng/sai, không phải danh sách hay "
            "đối tượng [json.not-a-value]\n",
            "issue", "--data", "thon.json", "-o", "out")

    def test_a_record_that_is_no_object_is_refused_and_the_others_are_read(self):
        self.write("thon.json", '[1, {"commune_code": "x"}]')
        self.assert_refused(
            "thon.json › mục 1\n"
            "lỗi: bản ghi phải là một đối tượng, nhưng ở đây là: 1 [json.not-an-object]\n"
            "thon.json › mục 2 › trường commune_code\n"
            "lỗi: «Mã đơn vị cấp xã»: «x» không đúng dạng [field.pattern]\n"
            "  → Ghi mã 5 chữ số của danh mục đơn vị hành chính.\n",
            "issue", "--data", "thon.json", "-o", "out")

    def test_two_records_of_one_village_are_refused(self):
        self.write_json("thon.json", village(), village())
        self.assert_refused(
            "thon.json › mục 2\n"
            "lỗi: «Trung» (xã mã 12229) đã có ở mục 1; mỗi thôn, khu phố chỉ được một mục "
            "[record.twin-entry]\n"
            "  → xóa một trong hai, hoặc sửa tên thôn hay mã xã\n",
            "issue", "--data", "thon.json", "-o", "out")

    def test_a_missing_comma_is_shown_where_it_was_noticed(self):
        self.assert_refuses(
            '{"records": [\n  {"commune_code": "12229"\n   "village_name": "Trung"}\n]}\n',
            "thon.json › dòng 3\n"
            "lỗi: JSON sai cú pháp ở chỗ này [json.not-well-formed]\n"
            '  "village_name": "Trung"}\n'
            "               ^  ngay trước chỗ này có thể thiếu dấu phẩy, dấu hai chấm, dấu ngoặc kép "
            "hoặc dấu ngoặc đóng\n", name="thon.json")

    def test_json_nested_without_end_is_refused(self):
        self.assert_refuses(
            "[" * 100_000,
            "thon.json › dòng 1\n"
            "lỗi: JSON lồng nhau quá nhiều tầng [json.too-deep]\n"
            "  " + "[" * 96 + "…\n"
            "  ^  cần một đối tượng, một danh sách đối tượng, hoặc {\"records\": […]}\n",
            name="thon.json")


class Xlsx(TableTest):
    def save(self, *rows):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Dữ liệu"
        for row in rows:
            sheet.append(row)
        book.save(self.folder / "thon.xlsx")

    def test_columns_that_were_moved_are_found(self):
        self.save([], ["Danh sách thôn"], ["Ghi chú", *reversed(COLUMNS)],
                  ["hư cấu", *reversed(ROW)])
        self.assert_accepts(
            (self.folder / "thon.xlsx").read_bytes(), name="thon.xlsx",
            before="thon.xlsx › trang tính 'Dữ liệu' › ô A3\n"
                   "cảnh báo: cột «Ghi chú» không phải trường nào của quy chế; không dùng cột này "
                   "[rows.unknown-column]\n")

    def test_columns_that_are_missing_are_named_in_one_line(self):
        self.save([name for name in COLUMNS if not name.startswith("village")],
                  [*ROW[:1], *ROW[2:4], *ROW[5:]])
        self.assert_refused(
            "thon.xlsx › trang tính 'Dữ liệu' › hàng 1\n"
            "lỗi: bảng thiếu cột: Tên thôn, khu phố (village_name); Họ và tên Trưởng thôn, khu phố "
            "(village_head) [rows.missing-column]\n"
            "  → lập bảng trống bằng lệnh quyche form, rồi chép dữ liệu vào\n",
            "issue", "--data", "thon.xlsx", "-o", "out")

    def test_a_cell_that_holds_an_error_is_named_by_its_address(self):
        self.save(COLUMNS, ROW)
        book = openpyxl.load_workbook(self.folder / "thon.xlsx")
        book.active["D2"] = "#REF!"
        book.active["D2"].data_type = "e"
        book.save(self.folder / "thon.xlsx")
        self.assert_refused(
            "thon.xlsx › trang tính 'Dữ liệu' › ô D2\n"
            "lỗi: «Họ và tên Bí thư chi bộ»: công thức trong ô báo lỗi #REF! [field.cell-error]\n"
            "  → sửa công thức, hoặc gõ thẳng giá trị vào ô\n",
            "issue", "--data", "thon.xlsx", "-o", "out")

    def test_text_with_the_ending_of_a_workbook_is_refused(self):
        self.assert_refuses(
            table(changed()),
            "thon.xlsx\n"
            "lỗi: tệp không phải bảng tính Excel .xlsx [xlsx.not-a-workbook]\n"
            "  → mở tệp bằng Excel hoặc LibreOffice rồi lưu lại với dạng .xlsx\n", name="thon.xlsx")


if __name__ == "__main__":
    unittest.main()

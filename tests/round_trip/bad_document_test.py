"""Documents and models that cannot be used: the whole of what is said, and nothing left behind."""

import re
import unittest
import zipfile

from quyche_program import MODEL, ProgramTest, village

SAVE_AGAIN = "  → mở tệp bằng Word hoặc LibreOffice rồi lưu lại dạng .docx\n"
MAKE_AGAIN = "  → lập lại mẫu bằng lệnh quyche template, hoặc chép chỗ điền từ mẫu gốc sang\n"
OTHER_FORMAT = ("lỗi: tệp này không phải là tệp .docx (có thể là RTF, PDF, OpenDocument hoặc tệp "
                "khác) [word.other-format]\n" + SAVE_AGAIN)
BLANK = r'<w:sdt><w:sdtPr><w:alias [^>]*/><w:tag w:val="{}"/>.*?</w:sdt>'


def edited(docx, change=lambda text: text, extra=()):
    """The archive's bytes with its main part changed and entries added."""
    path = docx.with_name("edited.zip")
    with zipfile.ZipFile(docx) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "word/document.xml":
                data = change(data.decode()).encode()
            out.writestr(entry, data)
        for name, data in extra:
            out.writestr(name, data)
    data = path.read_bytes()
    path.unlink()
    return data


class DocumentTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.template = self.folder / self.make_template()
        self.write_json("thon.json", village())

    def assert_unusable(self, content, text):
        """By every command that reads a .docx of ours."""
        self.write("mau.docx", content)
        self.assert_refused("mau.docx" + text, "collect", "mau.docx", "-o", "out.json")
        self.assert_refused("mau.docx" + text, "fill", "mau.docx", "thon.json", "-o", "out.docx")
        self.assert_refused("mau.docx" + text, "explain", "mau.docx", "Điều 7")


class NoDocument(DocumentTest):
    def test_text(self):
        self.assert_unusable("Chỉ là chữ.\n", "\n" + OTHER_FORMAT)

    def test_a_pdf(self):
        self.assert_unusable(b"%PDF-1.4\n%\xe2\xe3\n1 0 obj\n", "\n" + OTHER_FORMAT)

    def test_an_old_word_document(self):
        self.assert_unusable(
            bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
            "\nlỗi: tệp này là văn bản Word đời cũ (.doc) hoặc được đặt mật khẩu; cần tệp .docx "
            "không có mật khẩu [word.old-format]\n" + SAVE_AGAIN)

    def test_an_empty_file(self):
        self.assert_unusable(
            "",
            "\nlỗi: tệp rỗng, không có nội dung nào [word.empty]\n"
            "  → có thể việc chép hoặc tải tệp bị dừng giữa chừng; chép hoặc tải lại tệp\n")

    def test_a_file_that_was_cut_off(self):
        whole = self.template.read_bytes()
        self.assert_unusable(
            whole[:len(whole) // 2],
            "\nlỗi: gói ZIP bị hỏng [archive.damaged]\n"
            "  → tệp bị cụt; tải hoặc chép lại tệp\n")

    def test_an_archive_of_something_else(self):
        with zipfile.ZipFile(self.folder / "mau.docx", "w") as archive:
            archive.writestr("xl/workbook.xml", "<workbook/>")
        self.assert_unusable(
            (self.folder / "mau.docx").read_bytes(),
            "\nlỗi: tệp không phải văn bản Word (.docx): thiếu word/document.xml "
            "[word.not-a-document]\n" + SAVE_AGAIN)

    def test_a_zip_bomb(self):
        self.assert_unusable(
            edited(self.template, extra=[("word/media/bom.bin", bytes(300_000_000))]),
            " › mục word/media/bom.bin\n"
            "lỗi: gói ZIP khi mở ra vượt quá giới hạn [archive.too-large]\n"
            "  → tỷ lệ nén bất thường, giống tệp phá hoại; lấy lại tệp từ nơi gửi\n")

    def test_a_doctype_inside(self):
        self.assert_unusable(
            edited(self.template,
                   lambda text: text.replace("?>\n", '?>\n<!DOCTYPE w [<!ENTITY a "b">]>\n', 1)),
            " › thân văn bản › dòng 2\n"
            "lỗi: tệp XML có khai báo DOCTYPE; không nhận tệp loại này vì lý do an toàn "
            "[xml.doctype]\n"
            '  <!DOCTYPE w [<!ENTITY a "b">]>\n'
            "  ^  xóa dòng khai báo DOCTYPE\n" + SAVE_AGAIN)

    def test_a_body_that_breaks_off(self):
        self.assert_unusable(
            edited(self.template, lambda text: text[:text.index("<w:body>") + 8]),
            " › thân văn bản › dòng 2\n"
            "lỗi: tệp XML viết sai quy tắc ở dòng 2 [xml.not-well-formed]\n"
            "  …006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
            "relationships\"><w:body>\n"
            + " " * 99 + "^  phần tử <w:body> chưa có thẻ đóng </w:body>\n" + SAVE_AGAIN)

    def test_a_document_that_was_copied_without_its_blanks(self):
        self.write("mau.docx", edited(self.template, lambda text: re.sub(
            r"<w:sdt>.*?</w:sdt>", "", text, flags=re.DOTALL)))
        text = ("mau.docx\n"
                "lỗi: văn bản không có chỗ điền nào của quyche [form.no-blanks]\n"
                "  → có phải tệp này chép lại nội dung mà không chép chỗ điền? Dùng mẫu do quyche "
                "template lập\n")
        self.assert_refused(text, "collect", "mau.docx", "-o", "out.json")
        self.assert_refused(text, "fill", "mau.docx", "thon.json", "-o", "out.docx")

    def test_several_bad_files_come_in_one_report(self):
        self.write("mot.docx", "Chỉ là chữ.\n")
        self.write("hai.docx", "")
        self.assert_refused(
            "mot.docx\n" + OTHER_FORMAT +
            f"{self.template}\n"
            "cảnh báo: các ô bắt buộc chưa điền: Tên thôn, khu phố; Mô hình bố trí chức danh; Họ và "
            "tên Bí thư chi bộ; Họ và tên Trưởng thôn, khu phố [form.unfilled]\n"
            "hai.docx\n"
            "lỗi: tệp rỗng, không có nội dung nào [word.empty]\n"
            "  → có thể việc chép hoặc tải tệp bị dừng giữa chừng; chép hoặc tải lại tệp\n",
            "collect", "mot.docx", self.template, "hai.docx", "-o", "out.json")


class VanishedBlank(DocumentTest):
    """A template edited until a blank was gone."""

    def lose(self, *fields):
        text = edited(self.template, lambda xml: re.sub(
            "|".join(BLANK.format(field) for field in fields),
            "<w:r><w:t>Nguyễn Văn Mẫu</w:t></w:r>", xml))
        self.template.write_bytes(text)

    def test_filling_is_refused_when_a_required_value_has_no_place(self):
        self.lose("secretary")
        self.assert_refused(
            f"{self.template}\n"
            "lỗi: mẫu không còn chỗ điền cho «secretary» (Họ và tên Bí thư chi bộ) "
            "[form.no-blank]\n" + MAKE_AGAIN,
            "fill", self.template, "thon.json", "-o", "out.docx")

    def test_filling_goes_on_with_a_warning_when_the_value_may_be_left_out(self):
        self.lose("household_count")
        self.assert_says(
            f"{self.template}\n"
            "cảnh báo: mẫu không còn chỗ điền cho «household_count» (Số hộ của thôn, khu phố) "
            "[form.no-blank]\n" + MAKE_AGAIN + "Đã điền đủ các chỗ trống: out.docx.\n",
            "fill", self.template, "thon.json", "-o", "out.docx")

    def test_issuing_from_it_names_every_value_without_a_place(self):
        self.lose("secretary", "front_head")
        self.assert_refused(
            "templates/12229-xa-an-vi.docx\n"
            "lỗi: mẫu không còn chỗ điền cho «secretary» (Họ và tên Bí thư chi bộ) "
            "[form.no-blank]\n" + MAKE_AGAIN +
            "templates/12229-xa-an-vi.docx\n"
            "lỗi: mẫu không còn chỗ điền cho «front_head» (Họ và tên Trưởng ban công tác Mặt trận) "
            "[form.no-blank]\n" + MAKE_AGAIN,
            "issue", "--data", "thon.json", "--templates", "templates", "-o", "out")

    def test_collecting_says_which_value_could_not_be_read(self):
        self.done("fill", self.template, "thon.json", "-o", "day-du.docx")
        full = self.folder / "day-du.docx"
        full.write_bytes(edited(full, lambda xml: re.sub(BLANK.format("secretary"), "", xml)))
        self.assert_says(
            "day-du.docx\n"
            "cảnh báo: chỗ điền «secretary» (Họ và tên Bí thư chi bộ) đã bị xóa khỏi tệp, nên không "
            "đọc được giá trị [form.vanished]\n" + MAKE_AGAIN +
            "Đã đọc 1 văn bản vào out.json.\n",
            "collect", "day-du.docx", "-o", "out.json")
        self.assertNotIn("secretary", self.read_json("out.json")["records"][0])

    def test_a_value_typed_wrongly_into_a_blank_is_refused_with_its_paragraph(self):
        self.done("fill", self.template, "thon.json", "-o", "day-du.docx")
        full = self.folder / "day-du.docx"
        full.write_bytes(edited(full, lambda xml: xml.replace(">312<", ">ba trăm<")))
        answer = self.quyche("collect", "day-du.docx", "-o", "out.json")
        self.assertRegex(
            answer.text,
            r"\Aday-du\.docx › đoạn \d+ › trường household_count\n"
            r"lỗi: «Số hộ của thôn, khu phố»: «ba trăm» không phải số nguyên "
            r"\[field\.not-an-integer\]\n\Z")
        self.assertEqual(1, answer.code)
        self.assertFalse((self.folder / "out.json").exists())


class Model(ProgramTest):
    """The model regulation and a Word document to import."""

    def assert_unusable(self, content, text):
        self.write("mau.xml", content)
        self.assert_refused("mau.xml" + text, "template", "--model", "mau.xml", "--district",
                            "khoai_chau", "--date", "2018-06-05", "-o", "out")

    def test_a_doctype(self):
        self.assert_unusable(
            MODEL.read_text(encoding="utf-8").replace("?>\n", "?>\n<!DOCTYPE akomaNtoso>\n", 1),
            " › dòng 2\n"
            "lỗi: tệp XML có khai báo DOCTYPE; không nhận tệp loại này vì lý do an toàn "
            "[xml.doctype]\n"
            "  <!DOCTYPE akomaNtoso>\n"
            "  ^  xóa dòng khai báo DOCTYPE\n")

    def test_a_model_that_breaks_off(self):
        self.assert_unusable(
            '<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso>\n  <act>',
            " › dòng 3\n"
            "lỗi: tệp XML viết sai quy tắc ở dòng 3 [xml.not-well-formed]\n"
            "  <act>\n"
            "       ^  phần tử <act> chưa có thẻ đóng </act>\n")

    def test_some_other_xml(self):
        self.assert_unusable(
            "<html/>\n",
            " › dòng 1\n"
            "lỗi: tệp có phần tử gốc <html>; cần một quy chế Akoma Ntoso có q:regulation trong siêu "
            "dữ liệu và có body [akn.not-a-regulation]\n"
            "  <html/>\n"
            "  ^~~~~~~\n")

    def test_importing_what_is_no_word_document(self):
        self.write("mau.docx", "Chỉ là chữ.\n")
        self.assert_refused("mau.docx\n" + OTHER_FORMAT, "import", "mau.docx", "-o", "out.xml")

    def test_explaining_a_provision_that_is_not_there_names_the_nearest(self):
        self.assert_refused(
            f"{MODEL}\n"
            "lỗi: không có «Điều 99» trong văn bản [explain.not-found]\n"
            "  → có phải «Điều 9»?\n",
            "explain", MODEL, "Điều 99")


if __name__ == "__main__":
    unittest.main()

"""Commands that cannot be done: the whole of what is said, the exit code, and nothing left behind."""

import subprocess
import unittest

from quyche_program import PROGRAM, ProgramTest, village


class CommandLine(ProgramTest):
    """Words of the command, and where its output goes."""

    def assert_usage(self, text, *words):
        self.assert_refused(text, *words, code=2)

    def test_no_command_at_all(self):
        self.assert_usage("Lệnh chưa đúng: thiếu tên lệnh\nXem: quyche --help\n")

    def test_an_unknown_command_gets_the_nearest_one(self):
        self.assert_usage("Lệnh chưa đúng: không có lệnh «isue»\n"
                          "  → có phải «issue»?\n"
                          "Xem: quyche --help\n", "isue", "--data", "thon.csv")

    def test_an_unknown_option_gets_the_nearest_one(self):
        self.assert_usage("Lệnh chưa đúng: không có tùy chọn «--dat»\n"
                          "  → có phải «--data»?\n"
                          "Xem: quyche issue --help\n", "issue", "--dat", "thon.csv", "-o", "out")

    def test_an_unknown_option_in_english(self):
        self.assert_usage('The command is not right: there is no option "--dat"\n'
                          '  → did you mean "--data"?\n'
                          "See: quyche issue --help\n",
                          "--lang", "en", "issue", "--dat", "thon.csv", "-o", "out")

    def test_an_option_that_must_be_there(self):
        self.assert_usage("Lệnh chưa đúng: thiếu --data\nXem: quyche issue --help\n",
                          "issue", "-o", "out")

    def test_an_option_without_its_value(self):
        self.assert_usage("Lệnh chưa đúng: --data thiếu giá trị\nXem: quyche issue --help\n",
                          "issue", "-o", "out", "--data")

    def test_a_value_of_the_wrong_kind(self):
        self.assert_usage("Lệnh chưa đúng: giá trị «nhiều» của --threads không dùng được\n"
                          "Xem: quyche districts --help\n", "--threads", "nhiều", "districts")

    def test_a_word_too_many(self):
        self.assert_usage("Lệnh chưa đúng: thừa «an_thi»\nXem: quyche form --help\n",
                          "form", "--district", "khoai_chau", "an_thi", "-o", "x.xlsx")

    def test_a_word_document_under_another_name(self):
        told = ("Lệnh chưa đúng: lệnh này ghi tệp .docx, nhưng tên «x.pdf» không tận cùng bằng .docx\n"
                "Xem: quyche {} --help\n")
        for command, option in (("check", "--fix"), ("check", "--annotate"), ("minutes", "-o"),
                                ("resolution", "-o")):
            self.assert_usage(told.format(command), command, "a.docx", option, "x.pdf")

    def test_a_file_too_few(self):
        self.assert_usage("Lệnh chưa đúng: cần đủ TEMPLATE.docx DATA.json\n"
                          "Xem: quyche fill --help\n", "fill", "mau.docx", "-o", "x.docx")

    def test_a_language_that_is_not_there(self):
        self.assert_usage("Lệnh chưa đúng: không có ngôn ngữ «fr», chỉ có vi và en\n"
                          "Xem: quyche districts --help\n", "--lang", "fr", "districts")

    def test_an_option_before_its_command(self):
        self.assert_usage("Lệnh chưa đúng: «--date» phải đứng sau tên lệnh export\n"
                          "Xem: quyche export --help\n",
                          "--date", "2018-06-05", "export", "-o", "x.docx")

    def test_an_ending_that_promises_another_kind_of_file(self):
        self.assert_usage("Lệnh chưa đúng: lệnh này ghi tệp .xlsx, nhưng tên «bang.csv» không tận "
                          "cùng bằng .xlsx\nXem: quyche form --help\n",
                          "form", "--district", "khoai_chau", "-o", "bang.csv")

    def test_a_result_never_replaces_what_is_read(self):
        self.write("thon.json", "{}")
        self.assert_refused(
            "lỗi: «thon.json» vừa là tệp được đọc vừa là tệp sẽ ghi [usage.same-file]\n"
            "  → đặt tên khác cho tệp kết quả, để tệp gốc còn nguyên\n",
            "collect", "./thon.json", "-o", "thon.json", code=2)

    def test_two_results_never_go_into_one_file(self):
        self.assert_refused(
            "lỗi: hai kết quả cùng ghi vào «b.docx» [usage.twin-output]\n"
            "  → đặt cho mỗi kết quả một tên\n",
            "check", "a.docx", "--annotate", "./b.docx", "--fix", "b.docx", code=2)

    def test_a_result_that_cannot_be_printed_is_no_success(self):
        with open("/dev/full", "w") as full:
            answer = subprocess.run([PROGRAM, "districts"], stdout=full, stderr=subprocess.PIPE,
                                    text=True, check=False)
        self.assertEqual(
            (5, "lỗi: không in được kết quả ra nơi nhận [file.no-output]\n"
                "  → kiểm tra chỗ trống của ổ nhận kết quả, hoặc ghi ra tệp bằng -o\n"),
            (answer.returncode, answer.stderr))

    def test_a_dry_run_does_not_say_that_anything_was_made(self):
        self.assert_says("Chạy thử: chưa ghi tệp nào.\n"
                         "Chạy thật thì máy báo: Đã xuất quy chế mẫu ra Word: mau.docx.\n",
                         "export", "--dry-run", "-o", "mau.docx")
        self.assertFalse((self.folder / "mau.docx").exists())

    def test_a_day_that_does_not_exist(self):
        self.assert_usage(
            "lỗi: --date «2018-02-30» không phải một ngày có thật; cần dạng NĂM-THÁNG-NGÀY "
            "[usage.bad-date]\n",
            "template", "--district", "an_thi", "--date", "2018-02-30", "-o", "out")

    def test_an_unknown_district_gets_the_nearest_one(self):
        self.assert_refused(
            "lỗi: không có huyện nào mang mã «khoaichau» [plugin.unknown]\n"
            "  → có phải «khoai_chau»?\n"
            "  → lệnh «quyche districts» liệt kê các huyện đang có\n",
            "template", "--district", "khoaichau", "-o", "out", code=4)

    def test_a_commune_of_another_district_gets_the_nearest_code(self):
        self.assert_refused(
            "lỗi: không có xã, phường, thị trấn mã 12228 thuộc Huyện Khoái Châu vào ngày 05/6/2018 "
            "[localise.unknown-commune]\n"
            "  → có phải «12229 xã An Vĩ»?\n",
            "template", "--district", "khoai_chau", "--commune", "12228", "--date", "2018-06-05",
            "-o", "out")

    def test_a_district_on_a_day_without_it_names_its_days(self):
        self.assert_refused(
            "lỗi: Huyện Khoái Châu không tồn tại vào ngày 05/6/2026 [localise.unit-not-in-force]\n"
            "  → có hiệu lực từ 01/01/2018 đến 30/6/2025; chọn ngày bằng --date\n"
            "  → đơn vị có hiệu lực vào ngày ấy, chọn bằng --district: tinh_hung_yen (Tỉnh Hưng Yên)\n",
            "template", "--district", "khoai_chau", "--date", "2026-06-05", "-o", "out")

    def test_data_that_are_not_there(self):
        self.assert_refused("thon.csv\n"
                            "lỗi: không tìm thấy «thon.csv» [file.not-found]\n"
                            "  → kiểm tra đường dẫn và tên tệp\n",
                            "issue", "--data", "thon.csv", "-o", "out", code=5)

    def test_a_folder_in_place_of_data(self):
        (self.folder / "thon").mkdir()
        self.assert_refused("thon\n"
                            "lỗi: «thon» là thư mục; cần một tệp [file.is-a-folder]\n"
                            "  → ghi thêm tên tệp vào sau tên thư mục\n",
                            "issue", "--data", "thon", "-o", "out", code=5)

    def test_a_file_where_the_output_folder_should_be(self):
        self.write_json("thon.json", village())
        self.write("out", "giữ nguyên")
        self.assert_refused("out\n"
                            "lỗi: «out» không phải thư mục [file.not-a-folder]\n"
                            "  → chọn tên khác, hoặc đổi tên tệp đang chiếm chỗ\n",
                            "issue", "--data", "thon.json", "-o", "out", code=5)
        self.assertEqual("giữ nguyên", (self.folder / "out").read_text(encoding="utf-8"))

    def test_an_output_folder_below_a_file(self):
        self.write("out", "")
        self.assert_refused("out\n"
                            "lỗi: «out» không phải thư mục [file.not-a-folder]\n"
                            "  → chọn tên khác, hoặc đổi tên tệp đang chiếm chỗ\n",
                            "template", "--district", "an_thi", "--date", "2018-06-05", "-o",
                            "out/mau", code=5)


if __name__ == "__main__":
    unittest.main()

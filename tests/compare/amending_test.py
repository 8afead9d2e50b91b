"""A new model carried down to a district and a village, and the amending papers: the files, the
questions, and what is said of bad input."""

import json
import re
import sys
import pathlib
import unittest
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import quyche_program as program
import validate
from redline_test import settled

PUBLICITY = "Trong thời hạn 15 ngày kể từ ngày ban hành"


def with_part(path, edit):
    """The same package with word/document.xml edited."""
    with zipfile.ZipFile(path) as package:
        parts = [(item, package.read(item)) for item in package.namelist()]
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts:
            if name == "word/document.xml":
                data = edit(data.decode()).encode()
            package.writestr(name, data)


def accepted(xml):
    xml = re.sub(r"<w:del .*?</w:del>", "", xml)
    return re.sub(r"</?w:ins\b[^>]*>", "", xml)


def rejected(xml):
    xml = re.sub(r"<w:ins .*?</w:ins>", "", xml)
    return re.sub(r"</?w:del\b[^>]*>", "", xml).replace("w:delText", "w:t")


class AmendingTest(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.model = program.MODEL.read_text(encoding="utf-8")
        self.write("old.akn.xml", self.model)

    def assert_valid(self, *files):
        if validate.is_available():
            self.assertEqual([], validate.findings(*files))

    def new_model(self, *changes):
        text = self.model
        for old, new in changes:
            self.assertEqual(1, text.count(old), old)
            text = text.replace(old, new)
        self.write("new.akn.xml", text)

    def rebase(self, *more, district="tien_lu"):
        which = ["--district", district] if district else []
        return program.run("rebase", "--from", "old.akn.xml", "--to", "new.akn.xml", *which,
                           "--date", "2019-06-15", "-o", "out", *more, folder=self.folder)

    def amendments(self, district="tien_lu"):
        return (self.folder / "out" / district / "amendments.xml").read_text(encoding="utf-8")


class Districts(AmendingTest):
    def conflict(self):
        """Tiên Lữ writes the whole clause anew, and so does the new model."""
        for each in program.ROOT.glob("plugins/*/amendments.xml"):
            if 'target="responsibility.publicity"' in each.read_text(encoding="utf-8"):
                self.district = each.parent.name
        self.new_model((PUBLICITY, "Trong thời hạn 12 ngày kể từ ngày ban hành"))
        self.assertEqual(1, self.rebase(district=self.district).code)
        return json.loads(self.read("out", self.district, "conflicts.json"))["conflicts"][0]

    def read(self, *path):
        return self.folder.joinpath(*path).read_text(encoding="utf-8")

    def test_a_clean_change_keeps_every_amendment_of_the_district(self):
        self.new_model(("tổ chức thu gom rác thải", "tổ chức phân loại, thu gom rác thải"))
        answer = self.rebase(district="khoai_chau")
        self.assertEqual(0, answer.code, answer.text)
        old = (program.ROOT / "plugins/khoai_chau/amendments.xml").read_text(encoding="utf-8")
        targets = re.compile(r'<(?:insert-\w+|append|replace|reword|remove) target="[^"]*"')
        self.assertEqual(targets.findall(old), targets.findall(self.amendments("khoai_chau")))
        answer = program.run("template", "--model", "new.akn.xml", "--plugins", "out", "--district",
                             "khoai_chau", "--commune", "12229", "--date", "2019-06-15", "-o", "made",
                             folder=self.folder)
        self.assertEqual(0, answer.code, answer.text)

    def test_a_conflict_writes_no_amendments_but_a_question(self):
        conflict = self.conflict()
        self.assertIn("15 ngày", conflict["base"])
        self.assertIn("12 ngày", conflict["above"])
        self.assertIn("10 ngày", conflict["local"])
        self.assertFalse((self.folder / "out" / self.district / "amendments.xml").exists())
        self.assert_valid(self.folder / "out" / self.district / "conflicts.docx")

    def test_an_accepted_change_takes_the_proposal_and_a_rejected_one_the_local_words(self):
        for settle, side in ((accepted, "proposal"), (rejected, "local")):
            conflict = self.conflict()
            with_part(self.folder / "out" / self.district / "conflicts.docx", settle)
            answer = self.rebase(district=self.district)
            self.assertEqual(0, answer.code, answer.text)
            days = re.search(r"\d+ ngày", conflict[side]).group()
            if side == "local":
                self.assertIn(days, self.amendments(self.district))
            self.assertFalse((self.folder / "out" / self.district / "conflicts.docx").exists())
            for path in sorted((self.folder / "out").rglob("*"), reverse=True):
                path.unlink() if path.is_file() else path.rmdir()

    def test_what_is_mandatory_now_is_refused_by_name(self):
        self.conflict()
        self.new_model(('wId="responsibility.publicity"',
                        'wId="responsibility.publicity" q:mandatory="true"'))
        answer = self.rebase(district=self.district)
        self.assertEqual(1, answer.code)
        head, _, rest = answer.text.partition("\n")
        self.assertIn("amendments.xml › dòng", head)
        self.assertEqual(
            "lỗi: khoản 2 Điều 18 nay là quy định bắt buộc của cấp trên; phần điều chỉnh của địa "
            "phương bỏ hoặc sửa quy định này nên không được nhận [rebase.mandatory]\n"
            "  <replace target=\"responsibility.publicity\">\n"
            "  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~  bỏ mục sửa đổi này, hoặc viết nội dung "
            "riêng của địa phương thành khoản, điểm khác\n", rest)

    def test_a_word_model_is_refused(self):
        self.new_model()
        self.assert_refused(
            "old.docx\n"
            "lỗi: mẫu cũ và mẫu mới phải là tệp .xml, vì cần mã của từng điều khoản "
            "[rebase.needs-xml]\n"
            "  → chuyển mẫu Word bằng lệnh quyche import\n",
            "rebase", "--from", "old.docx", "--to", "new.akn.xml", "--district", "tien_lu", "-o",
            "out")


class Villages(AmendingTest):
    def setUp(self):
        super().setUp()
        self.new_model(("tổ chức thu gom rác thải", "tổ chức phân loại, thu gom rác thải"))
        self.write_json("thon.json", program.village())
        self.done("issue", "--data", "thon.json", "-o", "issued")
        self.paper = next((self.folder / "issued").rglob("*.docx"))

    def carried(self):
        answer = program.run("rebase", "--from", "old.akn.xml", "--to", "new.akn.xml", "--data",
                             "issued", "--date", "2019-07-01", "-o", "out", folder=self.folder)
        made = self.folder / "out" / self.paper.relative_to(self.folder / "issued")
        return answer, made

    def text(self, path):
        with zipfile.ZipFile(path) as package:
            return re.sub(r"<[^>]*>", "", package.read("word/document.xml").decode())

    def test_an_untouched_regulation_follows_the_model(self):
        answer, made = self.carried()
        self.assertEqual(0, answer.code, answer.text)
        self.assertIn("phân loại, thu gom rác thải", self.text(made))
        redline = made.with_name(made.stem + "-redline.docx")
        self.assert_valid(made, redline)
        self.assertEqual(settled(made, "del"), settled(redline, "del"))
        self.assertEqual(settled(self.paper, "ins"), settled(redline, "ins"))

    def test_what_a_clerk_typed_stays(self):
        old, new = "bảo hiểm y tế, khuyến học.", "bảo hiểm y tế, khuyến học, thể thao."
        self.assertIn(old, self.text(self.paper))
        with_part(self.paper, lambda xml: xml.replace(old, new))
        answer, made = self.carried()
        self.assertEqual(0, answer.code, answer.text)
        self.assertIn("phân loại, thu gom rác thải", self.text(made))
        self.assertIn(new, self.text(made))
        redline = made.with_name(made.stem + "-redline.docx")
        self.assertEqual(settled(made, "del"), settled(redline, "del"))
        self.assertEqual(settled(self.paper, "ins"), settled(redline, "ins"))

    def test_a_reference_in_what_a_clerk_typed_follows_the_new_numbers(self):
        article = ('<article eId="art_new" wId="digital"><num/><heading>Chuyển đổi số</heading>'
                   '<alinea eId="art_new__1" wId="digital.tasks"><content><p>Các bên cùng đưa việc của thôn lên '
                   'môi trường số.</p></content></alinea></article>\n')
        begin = self.model.rindex("<article", 0, self.model.index('wId="consultation"'))
        self.write("new.akn.xml", self.model[:begin] + article + self.model[begin:])
        old = "họp theo chế độ quy định tại Điều 13."
        self.assertEqual(1, self.text(self.paper).count(old))
        with_part(self.paper, lambda xml: xml.replace("Hội ý, giao ban, họp theo", "Hội ý, giao ban, họp, báo cáo theo"))
        answer, made = self.carried()
        self.assertEqual(0, answer.code, answer.text)
        self.assertIn("họp, báo cáo theo chế độ quy định tại Điều 14.", self.text(made))

    def test_an_edited_heading_is_made_anew_after_saying_so(self):
        old = "phối hợp công tác giữa Bí thư Chi bộ và"
        with_part(self.paper, lambda xml: xml.replace(old, "về việc " + old, 1))
        answer, made = self.carried()
        self.assertEqual(0, answer.code, answer.text)
        self.assertIn("cảnh báo: phần đầu hoặc phần cuối văn bản (tiêu đề, căn cứ, nơi nhận, chữ ký) đã sửa tay; bản mới lập "
                      "lại theo mẫu [rebase.frame-edited]\n"
                      "  → đối chiếu với bản theo dõi thay đổi và sửa lại trong bản mới nếu cần\n", answer.text)
        self.assertNotIn("về việc phối hợp", self.text(made))
        redline = made.with_name(made.stem + "-redline.docx")
        self.assertEqual(settled(self.paper, "ins"), settled(redline, "ins"))
        self.assertIn("về việc " + old, "".join(settled(redline, "ins")))

    def test_a_village_that_reworded_what_is_mandatory_is_named_and_its_paper_left_alone(self):
        old = "Trưởng thôn chuẩn bị báo cáo tình hình"
        self.assertEqual(1, self.text(self.paper).count(old))
        with_part(self.paper, lambda xml: xml.replace(old, "Trưởng thôn báo cáo miệng tình hình"))
        before = self.paper.read_bytes()
        answer, made = self.carried()
        self.assertEqual(1, answer.code, answer.text)
        reason = "khoản 2 Điều 6 là quy định bắt buộc của cấp trên, bản sửa đã sửa lời"
        self.assertIn("khoai_chau/12229-xa-an-vi/trung:\n"
                      "điều khoản prepare_meeting.joint_draft\n"
                      f"lỗi: {reason} [derive.mandatory-reworded]\n"
                      "  → khôi phục nguyên văn quy định này trong bản sửa; muốn thêm thì viết thành khoản, "
                      "điểm riêng\n", answer.text)
        self.assertEqual((False, before), (made.exists(), self.paper.read_bytes()))
        self.assertIn(f'"khoai_chau/12229-xa-an-vi/trung","","{reason}"',
                      (self.folder / "out" / "needs-person.csv").read_text(encoding="utf-8"))

    def test_a_draft_is_carried_over_and_has_nothing_to_review(self):
        draft = program.village(village_name="An Lạc", number=None, issue_date=None, state="drafting")
        self.write_json("thon.json", program.village(), draft)
        self.done("issue", "--data", "thon.json", "-o", "issued")
        self.assertEqual(0, self.carried()[0].code)
        self.assertEqual(["an-lac", "trung"], sorted(path.stem for path in (self.folder / "out").rglob("*.xml")))
        self.assertEqual('\ufeff"commune_code","village_name","state"\n"12229","Trung","Cần rà soát"\n',
                         (self.folder / "out" / "needs-review.csv").read_text(encoding="utf-8"))

    def test_the_cells_to_review_go_into_the_register_which_keeps_what_stood_before(self):
        self.carried()
        self.done("amend", "issued", "out", "--date", "2019-07-01", "-o", "papers")
        papers = self.folder / "papers" / self.paper.relative_to(self.folder / "issued").with_suffix("")
        decision, consolidated = papers / "decision.docx", papers / "consolidated.docx"
        self.assert_valid(decision, consolidated)
        review = self.folder / "out" / "needs-review.csv"
        self.assertEqual('\ufeff"commune_code","village_name","state"\n"12229","Trung","Cần rà soát"\n',
                         review.read_text(encoding="utf-8"))
        register = ("--database", "register.sqlite")
        self.done("register", "init", *register)
        self.done("register", "import", "thon.json", "--as-of", "2018-12-31", *register)
        self.done("register", "import", str(review), "--as-of", "2019-06-15", *register)
        told = []
        for day in ("2018-12-31", "2019-06-30"):
            self.done("register", "export", "--kind", "regulations", "--as-of", day, "-o", f"{day}.json",
                      *register)
            row = self.read_json(f"{day}.json")["records"][0]
            told.append((row["state"], row["symbol"]))
        self.assertEqual([("issued", "02-QC/CB"), ("needs_review", "02-QC/CB")], told)
        # Not numbered yet, then numbered by the clerk in Word.
        self.assert_refused(f"{decision} › mục 1\n"
                            "lỗi: quyết định sửa đổi chưa có số hoặc ngày ký nên chưa ghi vào sổ được "
                            "[register.amending-draft]\n"
                            "  → điền số và ngày vào tệp Word, lưu lại, rồi nhập lại\n"
                            "Đã nhập 0 dòng; 1 dòng sai để lại.\n",
                            "register", "import", str(decision), *register)
        self.write_json("number.json", {"number": "07", "issue_date": "2019-07-01"})
        self.assertEqual("Đã điền đủ các chỗ trống: signed.docx.\n",
                         self.done("fill", str(decision), "number.json", "-o", "signed.docx"))
        self.done("register", "import", "signed.docx", *register)
        for day, state in (("2019-06-30", "needs_review"), ("2019-07-01", "amended")):
            self.done("register", "export", "--kind", "regulations", "--as-of", day, "-o", f"{day}.json",
                      *register)
            row = self.read_json(f"{day}.json")["records"][0]
            self.assertEqual((state, "02-QC/CB"), (row["state"], row["symbol"]))


class Origins(AmendingTest):
    def comments(self, *more):
        self.done("template", "--district", "tien_lu", "--commune", "12361", "--date", "2018-12-15", "-o", "made", *more)
        paper = next((self.folder / "made").glob("*.docx"))
        self.assert_valid(paper)
        with zipfile.ZipFile(paper) as package:
            if "word/comments.xml" not in package.namelist():
                return []
            return re.findall(r"<w:t[^>]*>([^<]*)</w:t>", package.read("word/comments.xml").decode())

    def test_the_margin_tells_on_request_who_wrote_each_provision(self):
        self.assertEqual([], self.comments())
        told = self.comments("--origins")
        province = "Tỉnh Hưng Yên soạn (hung-yen/quy-che-phoi-hop, bản 2018.1, 01/6/2018)."
        self.assertIn(province, told)
        district = [each for each in told if "Huyện Tiên Lữ" in each]
        amendments = (program.ROOT / "plugins/tien_lu/amendments.xml").read_text(encoding="utf-8")
        self.assertTrue(district)
        self.assertLessEqual(len(district), len(re.findall(r"wId=", amendments)))


class Communes(AmendingTest):
    def test_a_template_edited_by_a_commune_follows_with_its_edit_and_its_blanks(self):
        self.new_model(("tổ chức thu gom rác thải", "tổ chức phân loại, thu gom rác thải"))
        paper = self.folder / self.make_template()
        old, new = "bảo hiểm y tế, khuyến học.", "bảo hiểm y tế, khuyến học, thể thao."
        for edit in (lambda xml: xml, lambda xml: xml.replace(old, new)):
            with_part(paper, edit)
            self.done("rebase", "--from", "old.akn.xml", "--to", "new.akn.xml", "--data", "templates",
                      "--date", "2019-07-01", "-o", "out")
            made = self.folder / "out" / paper.name
            self.assert_valid(made)
            with zipfile.ZipFile(made) as package:
                xml = package.read("word/document.xml").decode()
            self.assertIn("[Họ và tên Bí thư chi bộ]", xml)
            self.assertIn('<w:tag w:val="secretary"/>', xml)
            self.assertIn("phân loại, thu gom rác thải", re.sub(r"<[^>]*>", "", xml))
        self.assertIn(new, re.sub(r"<[^>]*>", "", xml))


class Papers(AmendingTest):
    def test_the_papers_are_valid_and_pass_the_check_of_format(self):
        self.new_model(("tổ chức thu gom rác thải", "tổ chức phân loại, thu gom rác thải"))
        self.done("amend", "old.akn.xml", "new.akn.xml", "--date", "2019-06-15", "-o", "out")
        papers = [self.folder / "out" / name
                  for name in ("decision.docx", "consolidated.docx", "redline.docx")]
        self.assert_valid(*papers)
        for paper in papers[:2]:
            self.assertIn("đúng thể thức, theo bộ «party-hd36».", self.done("check", str(paper)))

    def test_a_folder_gives_the_papers_of_every_pair_and_names_the_text_it_cannot_read(self):
        self.new_model(("tổ chức thu gom rác thải", "tổ chức phân loại, thu gom rác thải"))
        new = (self.folder / "new.akn.xml").read_text(encoding="utf-8")
        names = [f"{number}-thon" for number in range(8)]
        for name in names:
            self.write(f"before/{name}.xml", self.model)
            self.write(f"after/{name}.xml", new)
        self.write("before/same.xml", self.model)
        self.write("after/same.xml", self.model)
        self.write("after/5-thon.xml", new[:2000])
        answer = program.run("amend", "before", "after", "--date", "2019-06-15", "-o", "out",
                             folder=self.folder)
        self.assertEqual(1, answer.code)
        self.assertEqual(1, answer.text.count("lỗi: "), answer.text)
        self.assertIn("after/5-thon.xml", answer.text)
        made = sorted(path.relative_to(self.folder / "out").as_posix()
                      for path in (self.folder / "out").rglob("*.*"))
        kinds = ("consolidated.docx", "consolidated.xml", "decision.docx", "decision.xml",
                 "redline.docx")
        self.assertEqual([f"{name}/{kind}" for name in names if name != "5-thon"
                          for kind in kinds], made)

    def test_equal_texts_need_no_decision(self):
        self.assert_refused("lỗi: hai văn bản không khác nhau nên không có gì để sửa đổi, bổ sung "
                            "[amend.nothing]\n",
                            "amend", "old.akn.xml", "old.akn.xml", "-o", "out")


if __name__ == "__main__":
    unittest.main()

"""Texts that clerks really bring: changes nobody has accepted, another family, numbers typed by hand, provisions
merged, split or with a table, references to what is gone."""

import json
import sys
import pathlib
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import quyche_program as program
from amending_test import AmendingTest, with_part

DAY = "2019-03-01"
# Điều 15 in Word: the end of khoản 1 and all that stands before the words of khoản 2.
SOURCES = ", không dùng lẫn.</w:t></w:r>"
FACILITIES = "2. Nhà văn hóa thôn là nơi"
KEPT = ("Giữ nguyên {kept}; thêm {added}; bỏ {removed}; sửa lời {reworded}; chuyển chỗ 0; đánh lại số {renumbered}.\n")
TABLE = ("<w:tbl><w:tblPr><w:tblW w:w='0' w:type='auto'/></w:tblPr><w:tblGrid><w:gridCol w:w='3000'/>"
         "<w:gridCol w:w='3000'/></w:tblGrid>{rows}</w:tbl>")
ROW = "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"


def counted(**counts):
    return KEPT.format(**{"kept": 208, "added": 0, "removed": 0, "reworded": 0, "renumbered": 0, **counts})


class BadTexts(AmendingTest):
    def setUp(self):
        super().setUp()
        self.done("export", "--model", "old.akn.xml", "-o", "old.docx", "--date", DAY)
        (self.folder / "new.docx").write_bytes((self.folder / "old.docx").read_bytes())

    def edit(self, change):
        with_part(self.folder / "new.docx", change)

    def replace(self, old, new):
        def change(xml):
            self.assertEqual(1, xml.count(old), old)
            return xml.replace(old, new)
        self.edit(change)

    def merge(self):
        """Khoản 2 Điều 15 joined to khoản 1, as with Backspace in Word."""
        def change(xml):
            begin = xml.index(SOURCES) + len(", không dùng lẫn.")
            end = xml.index(FACILITIES)
            cut = xml[begin:end]
            identity = cut[cut.index("<w:bookmarkStart"):].split('"')[1]
            xml = xml[:begin] + " " + xml[end + len("2. "):]
            xml = xml.replace(f'<w:bookmarkEnd w:id="{identity}"/>', "")
            # The bookmark of khoản 1 ended in what was cut.
            closed = cut[cut.index("<w:bookmarkEnd"):].split('"')[1]
            return xml.replace(f'w:id="{closed}" w:name="qp_funding__sources"/>',
                               f'w:id="{closed}" w:name="qp_funding__sources"/><w:bookmarkEnd w:id="{closed}"/>')
        self.edit(change)

    def model_without(self, identity, name="new.akn.xml"):
        begin = self.model.rindex("<paragraph", 0, self.model.index(f'wId="{identity}"'))
        end = self.model.index("</paragraph>", begin) + len("</paragraph>")
        self.write(name, self.model[:begin] + self.model[end:])

    def test_pending_changes_are_read_as_accepted_after_saying_so(self):
        self.replace("tổ chức thu gom rác thải", "tổ chức phân loại, thu gom rác thải")
        self.done("diff", "old.docx", "new.docx", "--redline", "redline.docx")
        pending = self.done("diff", "old.docx", "redline.docx")
        warning = pending.partition("chạy lại\n")[0]
        self.assertEqual(
            "redline.docx\n"
            "cảnh báo: văn bản còn thay đổi đang theo dõi, chưa chấp nhận hay từ chối; chương trình "
            "đọc như đã chấp nhận hết [compare.pending-changes]\n"
            "  → mở trong Word, thẻ Review (Xem lại), chấp nhận hoặc từ chối từng thay đổi rồi ",
            warning)
        self.assertIn("{+phân loại, +}thu gom rác thải", pending)

    def test_another_family_is_told_by_every_command_that_takes_two_texts(self):
        self.assertEqual(1, self.model.count(' family="party"'))
        other = self.model.replace(' family="party"', ' family="state"')
        other = other.replace('version="2018.1" date="2018-06-01"', 'version="2021.1" date="2021-03-01"')
        self.write("new.akn.xml", other.replace("tổ chức thu gom rác thải", "tổ chức phân loại, thu gom rác thải"))
        told = ("new.akn.xml\n"
                "cảnh báo: hai văn bản thuộc hai loại thể thức khác nhau: «party» và «state» [compare.other-family]\n"
                "  → văn bản của Đảng và văn bản hành chính khác nhau về đầu trang, số, chữ ký; kiểm tra lại tệp, hoặc "
                "thuộc tính family của khung văn bản\n")
        for words in (["diff", "old.akn.xml", "new.akn.xml"],
                      ["derive", "old.akn.xml", "new.akn.xml", "-o", "amendments.xml"],
                      ["amend", "old.akn.xml", "new.akn.xml", "-o", "papers", "--date", "2021-03-01"],
                      ["rebase", "--from", "old.akn.xml", "--to", "new.akn.xml", "--district", "tien_lu",
                       "--date", "2019-06-15", "-o", "out"]):
            with self.subTest(command=words[0]):
                self.assertEqual(1, self.done(*words).count(told))

    def test_a_number_typed_by_hand_is_told_and_is_no_change(self):
        self.replace(FACILITIES, "3. Nhà văn hóa thôn là nơi")
        told = ("new.docx › đoạn 231\n"
                "cảnh báo: số «3.» không theo thứ tự; đáng lẽ là «2.» [import.wrong-number]\n"
                "  3. Nhà văn hóa thôn là nơi sinh hoạt của chi bộ và nơi tổ chức hội nghị thôn. Trưởng thôn …\n")
        self.assertEqual(told + counted(), self.done("diff", "old.docx", "new.docx"))
        self.assertEqual(told + "Đã lập 0 mục sửa đổi: amendments.xml\n",
                         self.done("derive", "old.akn.xml", "new.docx", "-o", "amendments.xml"))

    def test_a_clause_merged_into_its_neighbour_is_named_both_ways(self):
        self.merge()
        merged = self.done("diff", "old.docx", "new.docx")
        self.assertTrue(merged.startswith(
            "new.docx\n"
            "lưu ý: khoản 2 Điều 15 của bản cũ được nhập vào khoản 1 Điều 15 [compare.merged]\n"), merged)
        self.assertTrue(merged.endswith(counted(kept=206, removed=1, reworded=1)), merged)
        split = self.done("diff", "new.docx", "old.docx")
        self.assertTrue(split.startswith(
            "old.docx\n"
            "lưu ý: khoản 2 Điều 15 được tách ra từ khoản 1 Điều 15 của bản cũ [compare.split]\n"), split)
        self.assertTrue(split.endswith(counted(kept=206, added=1, reworded=1)), split)
        self.done("derive", "old.akn.xml", "new.docx", "-o", "amendments.xml")
        made = (self.folder / "amendments.xml").read_text(encoding="utf-8")
        self.assertIn('<remove target="funding.facilities"/>', made)
        self.assertIn('<reword target="funding.sources">', made)

    def test_what_a_district_says_of_a_clause_that_was_merged_asks_a_person(self):
        self.new_model(("được theo dõi bằng sổ riêng, không dùng lẫn.", "được theo dõi bằng sổ riêng, không dùng lẫn. Nhà "
                        "văn hóa thôn là nơi sinh hoạt của chi bộ và nơi tổ chức hội nghị thôn. Trưởng thôn xếp "
                        "lịch sử dụng và quản lý tài sản."))
        merged = (self.folder / "new.akn.xml").read_text(encoding="utf-8")
        begin = merged.rindex("<paragraph", 0, merged.index('wId="funding.facilities"'))
        end = merged.index("</paragraph>", begin) + len("</paragraph>")
        self.write("new.akn.xml", merged[:begin] + merged[end:])
        plugin = self.folder / "plugins" / "khoai_chau"
        plugin.mkdir(parents=True)
        for each in (program.ROOT / "plugins" / "khoai_chau").iterdir():
            if each.is_file():
                (plugin / each.name).write_bytes(each.read_bytes())
        amendments = (plugin / "amendments.xml").read_text(encoding="utf-8")
        self.assertNotIn("funding.facilities", amendments)
        own = ('  <reword target="funding.facilities"><a:paragraph wId="funding.facilities"><a:content><a:p>Nhà văn hóa '
               'là nơi sinh hoạt của chi bộ. Chìa khóa do Trưởng thôn giữ.</a:p></a:content></a:paragraph></reword>\n')
        at = amendments.rindex("</amendments>")
        (plugin / "amendments.xml").write_text(amendments[:at] + own + amendments[at:], encoding="utf-8")
        answer = self.rebase("--plugins", "plugins", district="khoai_chau")
        self.assertEqual(1, answer.code, answer.text)
        self.assertIn("khoản 2 Điều 15 mà địa phương đã sửa nay được mẫu mới nhập vào khoản 1 Điều 15 "
                      "[rebase.merged-above]\n", answer.text)
        self.assertIn("đối chiếu lời văn của địa phương với điều khoản mới trước khi chọn giữ hay bỏ\n", answer.text)
        asked = json.loads((self.folder / "out/khoai_chau/conflicts.json").read_text(encoding="utf-8"))["conflicts"]
        self.assertEqual([("khoản 2 Điều 15", None)], [(each["name"], each["chosen"]) for each in asked])
        self.assertFalse((self.folder / "out/khoai_chau/amendments.xml").exists())

    def test_a_table_put_into_an_article_is_carried_into_every_paper(self):
        rows = ROW.format("Nguồn thu", "Mức") + ROW.format("Đảng phí", "Theo quy định")
        self.edit(lambda xml: self.with_table(xml, TABLE.format(rows=rows)))
        told = self.done("diff", "old.docx", "new.docx", "--redline", "redline.docx")
        self.assertEqual("  Điều 15: thêm mới\n"
                         "    {+Nguồn thu Mức Đảng phí Theo quy định+}\n" + counted(added=1) +
                         "Đã ghi redline.docx\n", told)
        self.done("derive", "old.akn.xml", "new.docx", "-o", "amendments.xml")
        made = (self.folder / "amendments.xml").read_text(encoding="utf-8")
        self.assertIn('<insert-after target="funding.sources">', made)
        self.assertIn("<a:td><a:p>Đảng phí</a:p></a:td><a:td><a:p>Theo quy định</a:p></a:td>", made)
        self.done("amend", "old.docx", "new.docx", "--date", "2019-06-15", "-o", "papers")
        self.assert_valid(self.folder / "redline.docx", self.folder / "papers/decision.docx",
                          self.folder / "papers/consolidated.docx")

    def with_table(self, xml, table):
        at = xml.index("</w:p>", xml.index(SOURCES)) + len("</w:p>")
        return xml[:at] + table + xml[at:]

    def test_a_model_whose_references_lost_their_target_is_refused_with_each_named(self):
        self.model_without("consultation.monthly")
        answer = self.rebase()
        self.assertEqual(1, answer.code)
        hint = "  → sửa q:target của dẫn chiếu, hoặc bỏ câu dẫn chiếu\n"
        self.assertEqual("".join(
            f"new.akn.xml › điều khoản {place}\n"
            "lỗi: dẫn chiếu tới «consultation.monthly», nhưng không còn điều khoản nào có mã đó "
            "[regulation.dangling-reference]\n" + hint
            for place in ("carry_out_resolution.organisations", "democracy.petitions.review")), answer.text)
        self.assertFalse((self.folder / "out").exists())

    def test_a_district_whose_reference_lost_its_target_is_told_where_and_nothing_is_written(self):
        self.model_without("culture.title")
        answer = self.rebase(district="hung_yen")
        self.assertEqual(1, answer.code)
        self.assertIn("plugins/hung_yen/amendments.xml › điều khoản hung_yen.civilised_city.review\n"
                      "lỗi: dẫn chiếu tới «culture.title», nhưng không còn điều khoản nào có mã đó "
                      "[regulation.dangling-reference]\n", answer.text)
        self.assertIn("khoản 1 Điều 9", answer.text)
        self.assertFalse((self.folder / "out/hung_yen/amendments.xml").exists())

    def test_a_mandatory_provision_removed_in_word_is_refused_by_name(self):
        self.edit(lambda xml: self.without_paragraph(xml, "qp_principles__leadership"))
        answer = program.run("derive", "old.akn.xml", "new.docx", "-o", "amendments.xml", folder=self.folder)
        self.assertEqual(1, answer.code)
        self.assertIn("lỗi: khoản 1 Điều 2 là quy định bắt buộc của cấp trên, bản sửa đã bỏ hoặc chuyển chỗ "
                      "[derive.mandatory-removed]\n"
                      "  → khôi phục nguyên văn quy định này trong bản sửa; muốn thêm thì viết thành khoản, điểm riêng\n",
                      answer.text)
        self.assertFalse((self.folder / "amendments.xml").exists())

    def without_paragraph(self, xml, bookmark):
        at = xml.index(f'w:name="{bookmark}"')
        begin = xml.rindex("<w:p>", 0, at)
        return xml[:begin] + xml[xml.index("</w:p>", at) + len("</w:p>"):]


if __name__ == "__main__":
    unittest.main()

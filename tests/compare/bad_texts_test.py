"""Texts that clerks really bring: changes in them that nobody has accepted."""

import sys
import pathlib
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import quyche_program as program
from amending_test import AmendingTest, with_part

DAY = "2019-03-01"


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


if __name__ == "__main__":
    unittest.main()

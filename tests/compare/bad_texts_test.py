"""Texts that clerks really bring: pending changes, another family, numbers typed by hand, provisions merged
or split, tables, references to what is gone, mandatory provisions removed. Whole answers are compared."""

import re
import sys
import pathlib
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import quyche_program as program
from amending_test import AmendingTest, with_part

DAY = "2019-03-01"


def paragraph_of(xml, words):
    """The w:p that holds `words`."""
    at = xml.index(words)
    begin = max(xml.rfind("<w:p>", 0, at), xml.rfind("<w:p ", 0, at))
    return xml[begin:xml.index("</w:p>", at) + len("</w:p>")]


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
        clean = self.done("diff", "old.docx", "new.docx", "--redline", "redline.docx")
        pending = self.done("diff", "old.docx", "redline.docx")
        warning, _, rest = pending.partition("chạy lại\n")
        self.assertEqual(
            "redline.docx\n"
            "cảnh báo: văn bản còn thay đổi đang theo dõi, chưa chấp nhận hay từ chối; chương trình "
            "đọc như đã chấp nhận hết [compare.pending-changes]\n"
            "  → mở trong Word, thẻ Review (Xem lại), chấp nhận hoặc từ chối từng thay đổi rồi ",
            warning)
        self.assertEqual(clean.replace("Đã ghi redline.docx\n", ""), rest)


if __name__ == "__main__":
    unittest.main()

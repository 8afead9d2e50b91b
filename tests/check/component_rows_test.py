"""Every row of the tables of components, P1–P29 of Party papers and S1–S29 of the state's, against the
XML of a generated document: look, words and place. What a regulation never has (urgency, addressee …)
stands in a letter (rare_components.xml)."""

import re
import unittest

from made_papers import MadePaper, PROFILES, W, folder

CENTRED = {"align": "center"}
CAPS = {"caps": True}
BOLD = {"bold": True}
ITALIC = {"italic": True}
# (row, style, words a paragraph of it shows, look beside the defaults)
PARTY = [
    ("P1", "QcHeading", r"ĐẢNG CỘNG SẢN VIỆT NAM", {"size": 15, **BOLD, **CAPS, **CENTRED}),
    ("P1", "QcRule", r"", {"rule": True}),
    ("P2", "QcSuperior", r"ĐẢNG BỘ PHƯỜNG HỒNG HÀ", {"size": 14, **CAPS, **CENTRED}),
    ("P3", "QcIssuer", r"CHI BỘ KHU PHỐ PHAN ĐÌNH PHÙNG", {"size": 14, **BOLD, **CAPS, **CENTRED}),
    ("P4", "QcIssuerSeparator", r"\*", {"size": 14, **CENTRED}),
    ("P5", "QcNumber", r"Số 01-QC/CB", {"size": 14, **CENTRED}),
    ("P6", "QcPlaceDate", r"Hồng Hà, ngày (05 tháng [36]|20 tháng 12) năm 20\d\d", {"size": 14, **ITALIC}),
    ("P7", "QcTypeName", r"QUY CHẾ", {"size": 16, **BOLD, **CAPS, **CENTRED}),
    ("P8", "QcTitle", r"phối hợp công tác giữa .*", {"size": {"party-hd05": 14, "": 15}, **BOLD, **CENTRED}),
    ("P8", "QcTitleSeparator", r"-----", {"size": {"party-hd05": 14, "": 15}, **CENTRED}),
    ("P9", "QcLetterSubject", r"V/v xin ý kiến", {"size": 12, **ITALIC, **CENTRED}),
    ("P10", "QcAddressee", r"Kính gửi: Đảng ủy phường Hồng Hà", {"size": 14, **ITALIC}),
    ("P11", "QcText", r"Quy chế này quy định .*", {"size": 14, "align": "both", "first": 567, "after": 120,
                                                    "line": ("exact", 360)}),
    ("P12", "QcBasis", r"- Căn cứ .*[;.]", {"size": 14, "align": "both", "first": 567, "after": 120,
                                            "line": ("exact", 360)}),
    ("P13", "QcChapterNumber", r"(Phần I|Chương I{1,3})", {"size": 14, **BOLD, **CENTRED, "keep": True}),
    ("P14", "QcChapterTitle", r"QUY CHẾ MẪU|QUY ĐỊNH CHUNG|.*", {"size": 14, **BOLD, **CAPS, **CENTRED,
                                                                "keep": True}),
    ("P15", "QcSectionNumber", r"Mục [12]", {"size": 14, **BOLD, **CENTRED, "keep": True}),
    ("P15", "QcSectionTitle", r"VIỆC PHẢI LÀM", {"size": 14, **BOLD, **CAPS, **CENTRED, "keep": True}),
    ("P16", "QcArticle", r"Điều \d+\. \w.*", {"size": 14, **BOLD, "align": "both", "first": 567, "after": 120,
                                              "line": ("exact", 360), "keep": True}),
    ("P17", "QcClause", r"\d\. \w.*", {"size": 14, "align": "both", "first": 567, "after": 120,
                                       "line": ("exact", 360)}),
    ("P18", "QcPoint", r"[abcdđ]\) \w.*", {"size": 14, "align": "both", "first": 567, "after": 120,
                                           "line": ("exact", 360)}),
    ("P19", "QcAuthority", r"T/M CHI BỘ", {"size": 14, **BOLD, **CAPS, **CENTRED}),
    ("P20", "QcPosition", r"BÍ THƯ", {"size": 14, **CAPS, **CENTRED}),
    ("P21", "QcSignatureGap", r"", {"size": 14}),
    ("P22", "QcSigner", r"Nguyễn Văn Mẫu", {"size": 14, **BOLD, **CENTRED}),
    ("P23", "QcRecipientsHeading", {"party-hd05": r"Nơi nhận:", "": r"Nơi nhận"},
     {"size": 14, "underline": True, "align": "left"}),
    ("P24", "QcRecipient", {"party-hd05": r"- .*[;.]", "": r"- .*[,.]"}, {"size": 12, "align": "left"}),
    ("P25", "QcUrgency", r"HỎA TỐC", {"size": 14, **BOLD, **CAPS}),
    ("P26", "QcCirculation", r"\(Lưu hành nội bộ\)", {"size": 12, **BOLD}),
    ("P27", "QcDraft", r"Dự thảo lần 2", {"size": 14, **ITALIC}),
    ("P28", "QcTypist", r"NVM\.02", {"size": 8}),
]
STATE = [
    ("S1", "QcHeading", r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {"size": 13, **BOLD, **CAPS, **CENTRED}),
    ("S2", "QcMotto", r"Độc lập - Tự do - Hạnh phúc", {"size": 14, **BOLD, **CENTRED}),
    ("S2", "QcRule", r"", {"rule": True}),
    ("S3", "QcSuperior", r"ỦY BAN NHÂN DÂN THÀNH PHỐ BÌNH MINH", {"size": 13, **CAPS, **CENTRED}),
    ("S4", "QcIssuer", r"ỦY BAN NHÂN DÂN PHƯỜNG HỒNG HÀ", {"size": 13, **BOLD, **CAPS, **CENTRED}),
    ("S5", "QcNumber", r"Số: 01/QC-UBND", {"size": 13, **CENTRED}),
    ("S6", "QcPlaceDate", r"Hồng Hà, ngày 20 tháng 12 năm 2021", {"size": 14, **ITALIC}),
    ("S7", "QcTypeName", r"QUY CHẾ", {"size": 14, **BOLD, **CAPS, **CENTRED}),
    ("S8", "QcTitle", r"phối hợp công tác giữa .*", {"size": 14, **BOLD, **CENTRED}),
    ("S9", "QcLetterSubject", r"V/v xin ý kiến", {"size": 12}),
    ("S10", "QcBasis", r"Căn cứ .*[;.]", {"size": 14, **ITALIC, "align": "both", "first": 567, "after": 120,
                                          "line": ("auto", 276)}),
    ("S11", "QcText", r"Quy chế này quy định .*", {"size": 14, "align": "both", "first": 567, "after": 120,
                                                    "line": ("auto", 276)}),
    ("S12", "QcChapterNumber", r"(Phần I|Chương I{1,3})", {"size": 14, **BOLD, **CENTRED, "keep": True}),
    ("S13", "QcChapterTitle", r".*", {"size": 14, **BOLD, **CAPS, **CENTRED, "keep": True}),
    ("S14", "QcSectionNumber", r"Mục [12]", {"size": 14, **BOLD, **CENTRED, "keep": True}),
    ("S14", "QcSectionTitle", r"VIỆC PHẢI LÀM", {"size": 14, **BOLD, **CAPS, **CENTRED, "keep": True}),
    ("S15", "QcArticle", r"Điều \d+\. \w.*", {"size": 14, **BOLD, "align": "both", "first": 567, "after": 120,
                                              "line": ("auto", 276), "keep": True}),
    ("S16", "QcClause", r"\d\. \w.*", {"size": 14, "align": "both", "first": 567, "after": 120,
                                       "line": ("auto", 276)}),
    ("S16", "QcClauseTitle", r"3\. Thông tin cho nhau", {"size": 14, **BOLD, "align": "both", "keep": True}),
    ("S17", "QcPoint", r"[abcdđ]\) \w.*", {"size": 14, "align": "both", "first": 567, "after": 120,
                                           "line": ("auto", 276)}),
    ("S18", "QcAuthority", r"TM\. ỦY BAN NHÂN DÂN", {"size": 14, **BOLD, **CAPS, **CENTRED}),
    ("S18", "QcPosition", r"CHỦ TỊCH", {"size": 14, **BOLD, **CAPS, **CENTRED}),
    ("S19", "QcSigner", r"Trần Thị Ví Dụ", {"size": 14, **BOLD, **CENTRED}),
    ("S20", "QcAddressee", r"Kính gửi: Đảng ủy phường Hồng Hà", {"size": 14}),
    ("S21", "QcRecipientsHeading", r"Nơi nhận:", {"size": 12, **BOLD, **ITALIC, "align": "left"}),
    ("S22", "QcRecipient", r"- .*[;.]", {"size": 11, "align": "left"}),
    ("S23", "QcAppendixNumber", r"Phụ lục I", {"size": 14, **BOLD, **CENTRED, "keep": True}),
    ("S24", "QcAppendixTitle", r"LỊCH GIAO BAN", {"size": 14, **BOLD, **CAPS, **CENTRED, "keep": True}),
    ("S25", "QcUrgency", r"HỎA TỐC", {"size": 14, **BOLD, **CAPS}),
    ("S26", "QcCirculation", r"\(LƯU HÀNH NỘI BỘ\)", {"size": 13, **BOLD, **CAPS}),
    ("S27", "QcTypist", r"NVM\.02", {"size": 11}),
    ("S28", "QcAddress", r"Số 1, phố Phan Đình Phùng; điện thoại: 0221 000 000", {"size": 11}),
]
RARE = ("P9", "P10", "P25", "P26", "P27", "P28", "S9", "S20", "S25", "S26", "S27", "S28")
DEFAULTS = {"bold": False, "italic": False, "caps": False, "underline": False}


def of(profile, value):
    return value.get(profile, value[""]) if isinstance(value, dict) else value


class ComponentRows(unittest.TestCase):
    def setUp(self):
        self.papers = {profile: MadePaper(folder() / f"{profile}.docx") for profile in PROFILES}
        self.letters = {profile: MadePaper(folder() / f"{profile}-letter.docx") for profile in PROFILES}

    def rows(self):
        for profile in PROFILES:
            for row, style, words, look in STATE if profile == "state-nd30" else PARTY:
                of_row = (self.letters if row in RARE else self.papers)[profile]
                yield profile, of_row, row, style, of(profile, words), look

    def test_the_tables_name_every_row(self):
        for letter, table in (("P", PARTY), ("S", STATE)):
            named = {row for row, *_ in table} | {f"{letter}29"}  # the end of the text, tested below
            self.assertEqual(named, {f"{letter}{number}" for number in range(1, 30)})

    def test_the_look_of_each_component(self):
        for profile, paper, row, style, _, look in self.rows():
            with self.subTest(profile=profile, row=row, style=style):
                found = paper.look(style)
                wanted = {**DEFAULTS, **{name: of(profile, value) for name, value in look.items()}}
                self.assertEqual({name: found[name] for name in wanted}, wanted)
                self.assertEqual(found["fonts"], {"Times New Roman"})

    def test_each_component_stands_in_the_paper_with_its_words(self):
        for profile, paper, row, style, words, _ in self.rows():
            with self.subTest(profile=profile, row=row, style=style):
                paragraphs = paper.of_style(style)
                self.assertTrue(paragraphs)
                self.assertTrue(all(map(paper.is_plain, paragraphs)))
                # Of running text any one will do; every other component has one form.
                of_form = [re.fullmatch(words, paper.shown(paragraph)) for paragraph in paragraphs]
                self.assertTrue(any(of_form) if style == "QcText" else all(of_form),
                                [paper.shown(paragraph) for paragraph in paragraphs])

    def test_the_end_of_the_text(self):
        for profile, paper in self.papers.items():
            with self.subTest(profile=profile):
                body = paper.document.find(f"{W}body")
                signature = [table for table in body.findall(f"{W}tbl")][1]
                last = [node for node in signature.itersiblings(f"{W}p", preceding=True)
                        if paper.text(node)][0]
                mark = "." if profile == "party-hd05" else "./."
                self.assertRegex(paper.text(last), r"\w" + re.escape(mark) + "$")

    def test_recipients_and_bases_are_separated_as_the_profile_says(self):
        for profile, paper in self.papers.items():
            with self.subTest(profile=profile):
                sign = "," if profile in ("party-hd36", "party-hd11") else ";"
                texts = [paper.text(line) for line in paper.of_style("QcRecipient") if paper.text(line)]
                self.assertEqual({text[-1] for text in texts[:-1]}, {sign})
                self.assertEqual(texts[-1][-1], ".")
                bases = [paper.text(line)[-1] for line in paper.of_style("QcBasis")]
                self.assertEqual(bases, [";"] * (len(bases) - 1) + ["."])

    def test_four_lines_for_the_signature(self):
        for profile, paper in self.papers.items():
            with self.subTest(profile=profile):
                cell = paper.of_style("QcSigner")[0].getparent()
                gaps = [line for line in cell.findall(f"{W}p") if paper.style_of(line) == "QcSignatureGap"]
                self.assertEqual(len(gaps), 4)

    def test_the_signature_keeps_with_the_last_line_of_the_text(self):
        for profile, paper in self.papers.items():
            with self.subTest(profile=profile):
                table = paper.of_style("QcSigner")[0].iterancestors(f"{W}tbl").__next__()
                before = table.getprevious()
                last = before.getprevious()
                self.assertIsNotNone(before.find(f"{W}pPr/{W}keepNext"))
                self.assertIsNotNone(last.find(f"{W}pPr/{W}keepNext"))
                rows = table.findall(f"{W}tr")
                self.assertTrue(all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows))

    def test_the_number_of_pages_stands_in_the_middle_from_page_two(self):
        for profile, paper in self.papers.items():
            with self.subTest(profile=profile):
                look = paper.look("QcPageNumber")
                self.assertEqual((look["size"], look["align"], look["bold"]), (14, "center", False))
                self.assertIn("PAGE", "".join(paper.header.itertext()))
                section = paper.document.find(f"{W}body/{W}sectPr")
                self.assertIsNotNone(section.find(f"{W}titlePg"))
                kinds = [item.get(f"{W}type") for item in section.findall(f"{W}headerReference")]
                self.assertEqual(kinds, ["default"])


if __name__ == "__main__":
    unittest.main()

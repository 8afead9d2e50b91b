"""Papers as clerks type them in Word and in LibreOffice, each with one thing wrong: quyche check names
that one and nothing else; --fix heals what needs no other words, and changes no word."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile

import validate
from lxml import etree
from office_writer import save_as_word, write_office
from typed_paper import decision, letter, middle, party, party_decision, state
from word_writer import write_word

QUYCHE = pathlib.Path(os.environ["QUYCHE_BUILD"]) / "bin" / "quyche"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def look(beginning, **changes):
    def damage(paper):
        for name, value in changes.items():
            setattr(paper.line(beginning), name, value)
    return damage


def words(old, new):
    return lambda paper: paper.put(old, new)


def every(change):
    def damage(paper):
        for line in paper.lines():
            change(line)
    return damage


def page(**changes):
    def damage(paper):
        for name, value in changes.items():
            setattr(paper, name, value)
    return damage


def second_heading(paper):
    paper.right.insert(1, middle("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=15, bold=True))


def to_arial(line):
    line.font = "Arial"


def to_tcvn3(line):
    """The bytes of the old font, as Word shows them without it."""
    table = dict(zip("ăâêôơưđĂÂÊÔƠƯĐàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
                     "¨©ªô¬­®¡¢£¤¥¦§µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"))
    line.text = "".join(table.get(letter, letter) for letter in line.text)


# name, family, damage, code, whether --fix heals it
DAMAGES = [
    ("letter paper", party, page(page=(215.9, 279.4)), "fmt-03.page", True),
    ("left margin", party, page(margins=(20, 15, 20, 25)), "fmt-03.left", True),
    ("top margin", state, page(margins=(30, 15, 20, 30)), "fmt-03.top", True),
    ("number at the foot", party, page(number_place="bottom"), "fmt-12.bottom", True),
    ("no page number", state, page(number_place="none", first_page_number=True), "fmt-12.none", True),
    ("number on page 1", party, page(first_page_number=True), "fmt-12.first-page", True),
    ("number at the right", state, page(number_align="right"), "fmt-12.not-centred", True),
    ("Arial", party, every(to_arial), "fmt-04.font", True),
    ("small type name", party, look("QUY CHẾ", size=12), "fmt-04.size", True),
    ("date upright", state, look("Minh Tân, ngày", italic=False), "fmt-04.not-italic", True),
    ("issuer not bold", party, look("CHI BỘ THÔN", bold=False), "fmt-04.not-bold", True),
    ("basis upright", state, look("Căn cứ Luật", italic=False), "fmt-04.not-italic", True),
    ("title at the left", party, look("phối hợp công tác", align="left"), "fmt-04.not-centred", True),
    ("red letters", state, look("đ) Việc đ của Điều 3", colour="FF0000"), "fmt-04.colour", True),
    ("first line at the margin", party, look("2. Bí thư", first=0), "fmt-04.first-line", True),
    ("lines at 15 pt", party, look("a) Việc a của Điều 3", height=15), "fmt-04.line-least", True),
    ("office bold", party, look("BÍ THƯ", bold=True), "fmt-10.bold", True),
    ("office not bold", state, look("CHỦ TỊCH", bold=False), "fmt-10.not-bold", True),
    ("heading of the state", party, second_heading, "fmt-02.other-heading", False),
    ("no line under the motto", state, page(has_rule=False, issuer_rule=False), "fmt-02.no-line", False),
    ("TM. for T/M", party, words("T/M CHI BỘ", "TM. CHI BỘ"), "fmt-10.mark", False),
    ("T/M for TM.", state, words("TM. ỦY BAN", "T/M ỦY BAN"), "fmt-10.mark", False),
    ("colon behind Số", party, words("Số 07", "Số: 07"), "fmt-05.number", False),
    ("spaces in the symbol", state, words("15/QC-UBND", "15 / QC - UBND"), "fmt-05.number", False),
    ("one digit", party, words("Số 07", "Số 7"), "fmt-05.number", False),
    ("no word before the number", party, words("Số 07", "07"), "fmt-05.no-word", False),
    ("type code of a letter", letter, words("45/UBND-VP", "45/CV-UBND"), "fmt-05.letter-code", False),
    ("type not for a cell", party, words("QUY CHẾ", "THÔNG TRI"), "fmt-06.cell", False),
    ("zero missing", state, words("ngày 03 tháng 4", "ngày 3 tháng 4"), "fmt-08.zero", False),
    ("zero too many", party, words("ngày 12 tháng 8", "ngày 12 tháng 08"), "fmt-08.zero", False),
    ("degree before the name", party, words("Nguyễn Văn Thí Dụ", "ThS. Nguyễn Văn Thí Dụ"), "fmt-10.degree",
     False),
    ("TCVN3", party, every(to_tcvn3), "fmt-11.legacy", False),
    ("look-alike of Đ", party, words("Điều 3. Việc", "Ðiều 3. Việc"), "fmt-11.look-alike", True),
    ("combining marks", state, words("làm việc của", "la\u0300m việc của"), "fmt-11.nfd", True),
    ("dots left", state, words("d) Việc d của Điều 3", "d) Việc ……… của Điều 3"), "fmt-13.blank", False),
    ("point e for đ", party, words("đ) Việc đ của Điều 2", "e) Việc đ của Điều 2"), "str-01.point", False),
    ("article left out", state, words("Điều 3. Việc phối hợp", "Điều 4. Việc phối hợp"), "str-01.article",
     False),
    ("clause left out", party, words("3. Bí thư", "4. Bí thư"), "str-01.clause", False),
    ("reference to nothing", state, words("khoản 2 Điều 1./.", "khoản 7 Điều 1./."), "str-02.reference", False),
    ("basis of tomorrow", party, words("ngày 01/7/2019", "ngày 01/9/2019"), "str-04.later", False),
    ("two ways of tones", party, words("Đảng ủy xã", "Đảng uỷ xã, không hòa"), "text.tones", False),
    ("quarter of a rural commune", party, words("CHI BỘ THÔN", "CHI BỘ KHU PHỐ"), "str-06.village", False),
    ("end mark", state, words("Điều 1./.", "Điều 1."), "text.end-mark", False),
    ("no line under the issuer", state, page(issuer_rule=False), "fmt-02.no-issuer-line", False),
    ("recipients underlined", state, look("Nơi nhận", underline=True), "fmt-04.underlined", True),
    ("two spaces", party, words("Việc d của Điều 3", "Việc  d của Điều 3"), "text.spaces", False),
    ("quốc hiệu over a Party paper", party, words("ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
     "fmt-02.other-heading", False),
    ("star left out", party, lambda paper: paper.left.pop(2), "fmt-02.no-star", False),
]
# What one damage brings along by its nature.
WITH = {"article left out": {"str-02.reference"}, "type not for a cell": {"fmt-05.type-code"},
        "no line under the motto": {"fmt-02.no-issuer-line"}}
# A drawn line may be anchored anywhere, so that one of two cannot be missed.
WORD_ONLY = {"no line under the issuer"}


def kinds(name):
    return ("word",) if name in WORD_ONLY else ("word", "office")


def check(path, *options):
    answer = subprocess.run([QUYCHE, "check", "--json", *options, path], capture_output=True, text=True)
    return json.loads(answer.stdout)


def codes(report):
    return sorted({finding["code"].removeprefix("check.") for finding in report["findings"]
                   if finding["severity"] != "note"})


def text(path):
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return [("".join(node.itertext(f"{W}t"))) for node in root.iter(f"{W}p")]


class DamagedDocuments(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.papers = {}
        papers = [("right party", party, None), ("right state", state, None), ("right letter", letter, None),
                  ("right decision", decision, None), ("right party decision", party_decision, None)]
        for name, family, damage in papers + [damage[:3] for damage in DAMAGES]:
            stem = re.sub(r"\W+", "-", name)
            for kind in ("word", "office"):
                paper = family()
                if damage:
                    damage(paper)
                path = cls.folder / f"{stem}.{kind}"
                if kind == "word":
                    write_word(paper, path.with_suffix(".word.docx"))
                else:
                    write_office(paper, path.with_suffix(".office.fodt"))
                cls.papers[name, kind] = cls.folder / f"{stem}.{kind}.docx"
        save_as_word(sorted(cls.folder.glob("*.fodt")), cls.folder, cls.folder / "profile")

    def test_papers_by_the_rules_have_no_finding(self):
        for name in ("right party", "right state", "right letter", "right decision",
                     "right party decision"):
            for kind in ("word", "office"):
                with self.subTest(name=name, kind=kind):
                    self.assertEqual(check(self.papers[name, kind])["findings"], [])

    def test_each_deviation_is_found_and_nothing_else(self):
        for name, _, _, code, _ in DAMAGES:
            for kind in kinds(name):
                with self.subTest(name=name, kind=kind):
                    found = set(codes(check(self.papers[name, kind])))
                    self.assertEqual(found - WITH.get(name, set()), {code})

    def test_mending_heals_what_needs_no_other_words(self):
        for name, _, _, code, is_healed in DAMAGES:
            for kind in kinds(name):
                with self.subTest(name=name, kind=kind):
                    paper = self.papers[name, kind]
                    fixed = paper.with_suffix(".fixed.docx")
                    left = set(codes(check(paper, "--fix", fixed)))
                    self.assertEqual(left - WITH.get(name, set()), set() if is_healed else {code})
                    if not code.startswith("fmt-11"):
                        self.assertEqual(text(fixed), text(paper))

    def test_what_was_mended_is_printed_by_rule(self):
        paper = self.papers["lines at 15 pt", "word"]
        answer = subprocess.run([QUYCHE, "check", "--fix", paper.with_suffix(".told.docx"), paper],
                                capture_output=True, text=True)
        self.assertEqual(answer.stdout.splitlines()[:3],
                         [f"Đã sửa 1 chỗ theo 1 quy tắc trong {paper.with_suffix('.told.docx')}:",
                          "FMT-04: 1 chỗ",
                          "  Điểm: giãn dòng 15 pt; cần chính xác từ 18 pt trở lên (đoạn 37)"])

    def test_a_copy_is_no_pdf(self):
        paper = self.papers["right party", "word"]
        for option in ("--fix", "--annotate"):
            copy = paper.with_suffix(".pdf")
            answer = subprocess.run([QUYCHE, "check", option, copy, paper], capture_output=True, text=True)
            self.assertEqual(answer.returncode, 2)
            self.assertIn("không tận cùng bằng .docx", answer.stderr)
            self.assertFalse(copy.exists())

    @validate.needs_validator
    def test_mending_leaves_nothing_the_validator_did_not_find_before(self):
        pairs = []
        for name, _, _, _, _ in DAMAGES:
            for kind in ("word", "office"):
                paper = self.papers[name, kind]
                fixed = paper.with_suffix(".fixed.docx")
                annotated = paper.with_suffix(".noted.docx")
                check(paper, "--fix", fixed)
                check(paper, "--annotate", annotated)
                pairs += [(paper, fixed), (paper, annotated)]

        def found(files):
            lines = validate.findings(*files, foreign=True)
            return sorted(re.sub(r"\S+\.docx", "", line) for line in lines)

        before = set(found([paper for paper, _ in pairs]))
        after = set(found([fixed for _, fixed in pairs]))
        self.assertEqual(sorted(after - before), [])


if __name__ == "__main__":
    unittest.main()

"""Pages as LibreOffice prints them, measured in the PDF to half a millimetre: paper, margins, first
lines, rules under headings, page numbers, columns; a signature keeps with its text, no heading ends a
page, long names of units stay in their column."""

import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from lxml import etree
from made_papers import PROFILES, folder

MM = 25.4 / 72
HALF = 0.5
HTML = "{http://www.w3.org/1999/xhtml}"
HEADING = re.compile(r"(Điều \d+\. |Chương [IVX]+$|Mục \d+$|Phần [IVX]+$|Phụ lục [IVX]*$)")
# profile → top, right, bottom, left; columns of the heading; all mm
PAGES = {"party-hd36": ((20, 15, 20, 30), (87, 78)), "party-hd05": ((20, 15, 20, 30), (87, 78)),
         "party-hd11": ((25, 15, 25, 35), (82, 78)), "state-nd30": ((20, 15, 20, 30), (68, 97))}


class Line:
    """Words of one line, mm from the left upper corner."""

    def __init__(self, words):
        self.words = [word.text for word in words]
        self.left = min(float(word.get("xMin")) for word in words) * MM
        self.right = max(float(word.get("xMax")) for word in words) * MM
        self.top = min(float(word.get("yMin")) for word in words) * MM
        self.bottom = max(float(word.get("yMax")) for word in words) * MM
        self.text = " ".join(self.words)

    @property
    def middle(self):
        return (self.left + self.right) / 2


class Print:
    """The lines and rules of every page of a document."""

    def __init__(self, pdf):
        text = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], check=True, capture_output=True).stdout
        root = etree.fromstring(text, etree.XMLParser(recover=True))
        pages = list(root.iter(f"{HTML}page"))
        self.size = [(float(page.get("width")) * MM, float(page.get("height")) * MM) for page in pages]
        self.pages = [sorted((Line(list(line.iter(f"{HTML}word"))) for line in page.iter(f"{HTML}line")),
                             key=lambda line: (line.top, line.left)) for page in pages]
        self.rules = self.read_rules(pdf)

    @staticmethod
    def read_rules(pdf):
        """Horizontal strokes of page 1: left, right, height."""
        with tempfile.TemporaryDirectory() as place:
            drawing = pathlib.Path(place) / "page.svg"
            subprocess.run(["pdftocairo", "-svg", "-f", "1", "-l", "1", pdf, drawing], check=True)
            svg = drawing.read_text(encoding="utf-8")
        rules = set()
        number = r"(-?[\d.]+)"
        for path in re.findall(r"<path[^>]*stroke-width[^>]*>", svg):
            line = re.search(rf' d="M {number} {number} L {number} {number} *"', path)
            if not line:
                continue
            x1, y1, x2, y2 = map(float, line.groups())
            matrix = re.search(r"matrix\(([^)]*)\)", path)
            a, _, _, d, e, f = map(float, matrix[1].split(",")) if matrix else (1, 0, 0, 1, 0, 0)
            if abs(y1 - y2) < 0.1:
                rules.add(tuple(round(value * MM, 2) for value in (a * x1 + e, a * x2 + e, d * y1 + f)))
        return sorted(rules)

    def line(self, beginning, page=0):
        return next(line for line in self.pages[page] if line.text.startswith(beginning))

    def rule_below(self, line):
        """The next rule under a line, within its column."""
        below = [rule for rule in self.rules if rule[2] > line.bottom - 3
                 and rule[0] < line.middle < rule[1]]
        return min(below, key=lambda rule: rule[2])


@unittest.skipUnless(shutil.which("soffice") and shutil.which("pdftocairo"), "no LibreOffice or poppler")
class PageGeometry(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.place)
        cls.prints, cls.long = cls.printed("short", folder()), cls.printed("long", folder("long"))

    @classmethod
    def printed(cls, kind, papers):
        out = cls.place / kind
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{cls.place}/profile",
                        "--convert-to", "pdf", "--outdir", out, *sorted(papers.glob("*.docx"))],
                       check=True, capture_output=True, timeout=600)
        return {profile: Print(out / f"{profile}.pdf") for profile in PROFILES}

    def each(self, prints=None):
        for profile, paper in (prints or self.prints).items():
            yield profile, paper, *PAGES[profile]

    def near(self, found, wanted, what=""):
        self.assertLessEqual(abs(found - wanted), HALF, f"{what}: {found:.2f} mm; expected {wanted} mm")

    def test_the_paper_is_a4(self):
        for profile, paper, _, _ in self.each():
            with self.subTest(profile=profile):
                self.assertGreater(len(paper.size), 2)
                for width, height in paper.size:
                    self.near(width, 210, "width")
                    self.near(height, 297, "height")

    def test_margins(self):
        for profile, paper, (top, right, bottom, left), _ in self.each():
            with self.subTest(profile=profile):
                body = [line for page in paper.pages[1:-1] for line in page[1:]]
                self.near(min(line.left for line in body), left, "left")
                self.near(max(line.right for line in body), 210 - right, "right")
                self.near(paper.line("ĐẢNG" if profile.startswith("party") else "CỘNG HÒA").top, top, "top")
                for page in paper.pages:
                    self.assertLessEqual(page[-1].bottom, 297 - bottom + HALF)

    def test_first_lines_are_ten_millimetres_in(self):
        for profile, paper, (_, _, _, left), _ in self.each():
            with self.subTest(profile=profile):
                starts = [line for page in paper.pages for line in page
                          if re.match(r"(\d\.|[abcdđ]\)|Điều \d+\.) ", line.text)]
                self.assertGreater(len(starts), 40)
                for line in starts:
                    self.near(line.left, left + 10, line.text)

    def test_page_numbers_stand_in_the_middle_ten_millimetres_from_the_edge(self):
        for profile, paper, (_, right, _, left), _ in self.each():
            with self.subTest(profile=profile):
                self.assertNotRegex(paper.pages[0][0].text, r"^\d+$")
                for number, page in enumerate(paper.pages[1:], start=2):
                    self.assertEqual(page[0].text, str(number))
                    self.near(page[0].middle, (left + 210 - right) / 2, "middle")
                    self.near(page[0].top, 10, "from the edge")

    def test_the_columns_of_the_heading(self):
        for profile, paper, (_, _, _, left), columns in self.each():
            with self.subTest(profile=profile):
                heading = paper.line("ĐẢNG CỘNG" if profile.startswith("party") else "CỘNG HÒA")
                superior = paper.line("ĐẢNG BỘ" if profile.startswith("party") else "ỦY BAN")
                self.near(superior.middle, left + columns[0] / 2, "superior")
                self.near(heading.middle, left + columns[0] + columns[1] / 2, "heading")

    def test_the_rule_under_the_heading_is_as_long_as_its_words(self):
        for profile, paper, _, _ in self.each():
            with self.subTest(profile=profile):
                line = paper.line("ĐẢNG CỘNG" if profile.startswith("party") else "Độc lập")
                rule = paper.rule_below(line)
                self.near(rule[0], line.left, "left end")
                self.near(rule[1], line.right, "right end")
                self.assertLess(rule[2] - line.bottom, 3)

    def test_the_state_s_rules_under_issuer_and_title_are_a_third_to_a_half(self):
        paper = self.prints["state-nd30"]
        issuer = [line for line in paper.pages[0] if line.right < 30 + 68 + HALF and line.top < 45
                  and line.text.isupper()]
        title = paper.line("phối hợp công tác")
        for line in (issuer[-1], title):
            rule = paper.rule_below(line)
            self.near((rule[0] + rule[1]) / 2, line.middle, "middle")
        length = paper.rule_below(title)
        share = (length[1] - length[0]) / (title.right - title.left)
        self.assertTrue(1 / 3 <= share <= 1 / 2, share)

    def test_signature_and_recipients_stand_side_by_side_with_the_end_of_the_text(self):
        for profile, paper, (_, right, _, left), _ in self.each({**self.prints}):
            with self.subTest(profile=profile):
                mark = "T/M" if profile.startswith("party") else "TM."
                page = next(page for page in paper.pages if any(line.text.startswith(mark) for line in page))
                authority = next(line for line in page if line.text.startswith(mark))
                recipients = next(line for line in page if line.text.startswith("Nơi nhận"))
                signer = next(line for line in page if re.match("Nguyễn Văn Mẫu|Trần Thị Ví Dụ", line.text))
                self.near(recipients.left, left, "recipients")
                self.near(authority.middle, left + (210 - left - right) * 3 / 4, "authority")
                self.near(signer.middle, authority.middle, "signer")
                above = [line for line in page[1:] if line.bottom < authority.top + 1]
                self.assertTrue(above, "the signature stands on a page of its own")

    def test_no_heading_ends_a_page(self):
        for prints in (self.prints, self.long):
            for profile, paper, _, _ in self.each(prints):
                for page in paper.pages[:-1]:
                    with self.subTest(profile=profile):
                        self.assertNotRegex(page[-1].text, HEADING)

    def test_long_names_stay_in_their_column(self):
        for profile, paper, (_, right, _, left), columns in self.each(self.long):
            with self.subTest(profile=profile):
                border = left + columns[0]
                heading = paper.line("ĐẢNG CỘNG" if profile.startswith("party") else "CỘNG HÒA")
                organs = [line for line in paper.pages[0] if line.left < border - 20 and line.text.isupper()
                          and line.bottom < heading.bottom + 30]
                self.assertGreater(len(organs), 2)
                for line in organs:
                    self.assertTrue(left - HALF <= line.left and line.right <= border + HALF, line.text)
                number = next(line for line in paper.pages[0] if line.text.startswith("Số"))
                self.assertRegex(number.text, r"^Số:? 01[-/]QC[/-](CB|UBND)$")
                self.assertLessEqual(heading.right, 210 - right + HALF)


if __name__ == "__main__":
    unittest.main()

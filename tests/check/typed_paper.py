"""Two office papers typed by hand, one of the Party (HD36) and one of the state (NĐ30), without any
deviation, as plain values that a test can damage: paper.line("title").size = 11. Villages and people
are invented. word_writer and office_writer turn them into documents.
"""

from dataclasses import dataclass, field, replace

FONT = "Times New Roman"


@dataclass
class Line:
    text: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    underline: bool = False
    align: str = "both"          # left, center, right, both
    first: float = 0             # mm
    after: float = 0             # pt
    height: float = 0            # pt, exact; 0: single
    font: str = FONT
    number: int = 0              # of a clause that the office program numbers itself
    colour: str = ""


@dataclass
class Paper:
    left: list = field(default_factory=list)       # of the heading
    right: list = field(default_factory=list)
    middle: list = field(default_factory=list)     # type, title, separator
    bases: list = field(default_factory=list)
    body: list = field(default_factory=list)
    recipients: list = field(default_factory=list)
    signature: list = field(default_factory=list)
    margins: tuple = (20, 15, 20, 30)              # mm: top, right, bottom, left
    page: tuple = (210, 297)
    has_rule: bool = True                          # the line under heading or motto
    issuer_rule: bool = False                      # of the state
    number_place: str = "top"                      # top, bottom, none
    number_align: str = "center"
    first_page_number: bool = False

    def lines(self):
        return [*self.left, *self.right, *self.middle, *self.bases, *self.body, *self.recipients,
                *self.signature]

    def line(self, beginning):
        return next(line for line in self.lines() if line.text.startswith(beginning))

    def put(self, old, new):
        """Another wording in the last line that holds the old one."""
        line = [line for line in self.lines() if old in line.text][-1]
        line.text = line.text.replace(old, new)


def middle(text, **look):
    return Line(text, align="center", **look)


def left(text, **look):
    return Line(text, align="left", **look)


def running(text, **look):
    return Line(text, first=10, after=6, height=18, **look)


SENTENCE = ("Bí thư Chi bộ và Trưởng thôn trao đổi với nhau trước khi đưa việc chung ra bàn trong cuộc họp "
            "của thôn, bảo đảm mọi việc đều được dân biết, dân bàn, dân làm và dân kiểm tra.")


def provisions():
    """Long enough for a second page; clauses of article 2 are numbered by the program."""
    lines = []
    for article in (1, 2, 3):
        lines.append(running(f"Điều {article}. Việc phối hợp thứ {article}", bold=True))
        for clause in (1, 2, 3):
            by_program = article == 2
            lines.append(running(SENTENCE if by_program else f"{clause}. {SENTENCE}",
                                 number=clause if by_program else 0))
        for letter in "abcdđ":
            lines.append(running(f"{letter}) Việc {letter} của Điều {article} được bàn kỹ;"))
        lines.append(running("e) Thực hiện như khoản 1 Điều này và khoản 2 Điều 1"
                             + ("./." if article == 3 else ".")))
    return lines


def party():
    return Paper(
        left=[middle("ĐẢNG BỘ XÃ MINH TÂN"), middle("CHI BỘ THÔN THƯỢNG", bold=True), middle("*"),
              middle("Số 07-QC/CB")],
        right=[middle("ĐẢNG CỘNG SẢN VIỆT NAM", size=15, bold=True),
               middle("Minh Tân, ngày 12 tháng 8 năm 2019", italic=True)],
        middle=[middle("QUY CHẾ", size=16, bold=True),
                middle("phối hợp công tác giữa Bí thư Chi bộ và Trưởng thôn", bold=True),
                middle("-----")],
        bases=[running("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"),
               running("- Căn cứ Nghị quyết số 03-NQ/CB, ngày 01/7/2019 của Chi bộ.")],
        body=provisions(),
        recipients=[left("Nơi nhận", underline=True), left("- Đảng ủy xã (để báo cáo),", size=12),
                    left("- Các đồng chí đảng viên,", size=12), left("- Lưu Chi bộ.", size=12)],
        signature=[middle("T/M CHI BỘ", bold=True), middle("BÍ THƯ"), middle(""), middle(""),
                   middle(""), middle(""), middle("Nguyễn Văn Thí Dụ", bold=True)])


def state():
    def of_clause(line):
        return replace(line, text=line.text.replace("Bí thư Chi bộ", "Chủ tịch Ủy ban nhân dân"))

    return Paper(
        left=[middle("ỦY BAN NHÂN DÂN HUYỆN BÌNH AN", size=13),
              middle("ỦY BAN NHÂN DÂN XÃ MINH TÂN", size=13, bold=True),
              middle("Số: 15/QC-UBND", size=13)],
        right=[middle("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13, bold=True),
               middle("Độc lập - Tự do - Hạnh phúc", bold=True),
               middle("Minh Tân, ngày 03 tháng 4 năm 2022", italic=True)],
        middle=[middle("QUY CHẾ", bold=True),
                middle("làm việc của Ủy ban nhân dân xã", bold=True)],
        bases=[running("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
                       italic=True),
               running("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác "
                       "văn thư.", italic=True)],
        body=[of_clause(line) for line in provisions()],
        recipients=[left("Nơi nhận:", size=12, bold=True, italic=True), left("- Như Điều 3;", size=11),
                    left("- Lưu: VT.", size=11)],
        signature=[middle("TM. ỦY BAN NHÂN DÂN", bold=True), middle("CHỦ TỊCH", bold=True),
                   middle(""), middle(""), middle(""), middle("Trần Thị Giả Định", bold=True)],
        issuer_rule=True)


def letter():
    """A công văn of the state: no name of a type, its number begins with the issuer."""
    paper = state()
    paper.left[2] = middle("Số: 45/UBND-VP", size=13)
    paper.left.append(middle("V/v rà soát hộ nghèo năm 2022", size=12))
    paper.middle = []
    paper.recipients[1] = left("- Như trên;", size=11)
    paper.bases = [middle("Kính gửi: Trưởng các thôn.")]
    paper.body = [running(SENTENCE) for _ in range(30)]
    paper.body += [running("Ủy ban nhân dân xã đề nghị trưởng các thôn rà soát hộ nghèo trước ngày 20 tháng 4 "
                          "năm 2022./.")]
    return paper


def decision():
    """A decision of the state: the office that decides under the title, its verb behind the bases."""
    paper = state()
    paper.left[2] = middle("Số: 15/QĐ-UBND", size=13)
    paper.middle = [middle("QUYẾT ĐỊNH", bold=True), middle("về việc công nhận trưởng thôn", bold=True)]
    paper.bases[1] = replace(paper.bases[1], text=paper.bases[1].text[:-1] + ";")
    paper.bases = [middle("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH TÂN", bold=True), *paper.bases,
                   running("Theo đề nghị của Văn phòng Ủy ban nhân dân xã.", italic=True),
                   middle("QUYẾT ĐỊNH:", bold=True)]
    return paper


def party_decision():
    paper = party()
    paper.left[3] = middle("Số 08-QĐ/CB")
    paper.middle = [middle("QUYẾT ĐỊNH", size=16, bold=True), middle("phân công nhiệm vụ", bold=True),
                    middle("-----")]
    paper.bases[1] = running("- Xét đề nghị của chi ủy,")
    paper.bases.append(middle("CHI BỘ QUYẾT ĐỊNH", bold=True))
    return paper

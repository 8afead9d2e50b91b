"""A typed paper as a clerk makes it in Word: heading and signature in borderless tables, a style of
the clerk's own, direct formatting on top, clauses numbered by Word where the paper says so."""

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from typed_paper import FONT

ALIGN = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER,
         "right": WD_ALIGN_PARAGRAPH.RIGHT, "both": WD_ALIGN_PARAGRAPH.JUSTIFY}
NUMBERING = """<w:abstractNum {} w:abstractNumId="90"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/>
<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:lvl>
</w:abstractNum>"""


class WordWriter:
    def __init__(self, paper):
        self.paper = paper
        self.document = Document()
        self.numbers = 0

    def write(self, path):
        paper = self.paper
        self.set_style()
        self.set_page()
        self.table(paper.left, paper.right, ruled=True)
        for line in paper.middle:
            self.fill(self.document.add_paragraph(), line)
        if paper.issuer_rule:
            self.rule(self.document.add_paragraph(), 62)
        for line in [*paper.bases, *paper.body]:
            self.fill(self.document.add_paragraph(), line)
        self.table(paper.recipients, paper.signature)
        self.document.save(path)

    def set_style(self):
        style = self.document.styles["Normal"]
        style.font.name = FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(slot), FONT)
        style.font.size = Pt(14)
        style.paragraph_format.space_after = Pt(0)

    def set_page(self):
        paper = self.paper
        section = self.document.sections[0]
        section.page_width, section.page_height = map(Mm, paper.page)
        section.top_margin, section.right_margin = Mm(paper.margins[0]), Mm(paper.margins[1])
        section.bottom_margin, section.left_margin = Mm(paper.margins[2]), Mm(paper.margins[3])
        section.header_distance = section.footer_distance = Mm(10)
        section.different_first_page_header_footer = not paper.first_page_number
        if paper.number_place == "none":
            return
        part = section.header if paper.number_place == "top" else section.footer
        line = part.paragraphs[0]
        line.style = self.document.styles["Normal"]
        line.alignment = ALIGN[paper.number_align]
        line._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r>'
                                 "</w:fldSimple>"))

    def table(self, left, right, ruled=False):
        table = self.document.add_table(rows=1, cols=2)
        for cell, lines in zip(table.rows[0].cells, (left, right)):
            for index, line in enumerate(lines):
                self.fill(cell.paragraphs[0] if index == 0 else cell.add_paragraph(), line)
                if ruled:
                    self.rule_under(cell, line)

    def rule_under(self, cell, line):
        index = self.paper.right.index(line) if line in self.paper.right else -1
        place = 1 if len(self.paper.right) == 3 else 0
        if index == place and self.paper.has_rule:
            self.rule(cell.add_paragraph(), 12)
        if self.paper.issuer_rule and len(self.paper.left) > 1 and line is self.paper.left[1]:
            self.rule(cell.add_paragraph(), 28)

    def rule(self, paragraph, side):
        """A border with indents, as long as the text or less."""
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(side)
        properties = paragraph._p.get_or_add_pPr()
        border = parse_xml(f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="4" w:space="1" '
                           'w:color="auto"/></w:pBdr>')
        properties.insert_element_before(border, "w:spacing", "w:ind", "w:jc", "w:rPr")

    def fill(self, paragraph, line):
        layout = paragraph.paragraph_format
        layout.alignment = ALIGN[line.align]
        layout.space_after = Pt(line.after)
        if line.first and not line.number:
            layout.first_line_indent = Mm(line.first)
        if line.height:
            layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            layout.line_spacing = Pt(line.height)
        if line.number:
            self.number(paragraph, line.number)
        if not line.text:
            return
        run = paragraph.add_run(line.text)
        run.font.size = Pt(line.size)
        run.bold, run.italic, run.underline = line.bold or None, line.italic or None, line.underline or None
        if line.font != FONT:
            run.font.name = line.font
        if line.colour:
            run.font.color.rgb = RGBColor.from_string(line.colour)

    def number(self, paragraph, value):
        numbering = self.document.part.numbering_part.element
        if value == 1 or self.numbers == 0:
            self.numbers += 1
            if self.numbers == 1:
                numbering.insert(0, parse_xml(NUMBERING.format(nsdecls("w"))))
            numbering.append(parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{90 + self.numbers}"><w:abstractNumId w:val="90"/>'
                f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{value}"/></w:lvlOverride></w:num>'))
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = 90 + self.numbers


def write_word(paper, path):
    WordWriter(paper).write(path)

"""A typed paper as a clerk makes it in LibreOffice: columns set with tabs, direct formatting, a drawn
line under the heading, clauses numbered by a list. Written as flat ODF; LibreOffice itself saves it as
a Word document."""

import subprocess
from xml.sax.saxutils import escape, quoteattr

from typed_paper import FONT

SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0"' for name, uri in {
    "office": "office", "style": "style", "text": "text", "draw": "drawing", "table": "table",
    "fo": "xsl-fo-compatible", "svg": "svg-compatible"}.items())
ALIGN = {"left": "start", "center": "center", "right": "end", "both": "justify"}


class OfficeWriter:
    def __init__(self, paper):
        self.paper = paper
        self.styles = {}

    def write(self, path):
        path.write_text(self.xml(), encoding="utf-8")

    def xml(self):
        body = "".join(self.content())
        styles = "".join(f'<style:style style:name="{name}" {key}</style:style>'
                         for key, name in self.styles.items())
        return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3" '
                'office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls>'
                f'<style:font-face style:name="{FONT}" svg:font-family="{FONT}"/>'
                '<style:font-face style:name="Arial" svg:font-family="Arial"/></office:font-face-decls>'
                f'<office:styles>{self.defaults()}</office:styles>'
                f'<office:automatic-styles>{self.page()}{self.numbering()}{styles}</office:automatic-styles>'
                f'<office:master-styles>{self.master()}</office:master-styles>'
                f'<office:body><office:text>{body}</office:text></office:body></office:document>')

    @staticmethod
    def defaults():
        fonts = "".join(f'style:font-name{kind}="{FONT}" ' for kind in ("", "-asian", "-complex"))
        return ('<style:default-style style:family="paragraph"><style:text-properties fo:language="vi" '
                f'fo:country="VN" {fonts}fo:font-size="14pt" style:font-size-asian="14pt" '
                'style:font-size-complex="14pt"/></style:default-style>'
                '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>')

    def page(self):
        top, right, bottom, left = self.paper.margins
        place = self.paper.number_place
        edge = {"top": top, "bottom": bottom}
        edge.update({place: 10} if place in edge else {})
        part = ('<style:header-footer-properties fo:min-height="{0}mm" fo:margin-top="0mm" '
                'fo:margin-bottom="0mm" style:dynamic-spacing="false"/>')
        header = f'<style:header-style>{part.format(top - 10)}</style:header-style>' if place == "top" else ""
        footer = (f'<style:footer-style>{part.format(bottom - 10)}</style:footer-style>'
                  if place == "bottom" else "")
        return (f'<style:page-layout style:name="pm1"><style:page-layout-properties '
                f'fo:page-width="{self.paper.page[0]}mm" fo:page-height="{self.paper.page[1]}mm" '
                f'fo:margin-top="{edge["top"]}mm" fo:margin-bottom="{edge["bottom"]}mm" '
                f'fo:margin-left="{left}mm" fo:margin-right="{right}mm"/>{header}{footer}</style:page-layout>')

    def master(self):
        place = self.paper.number_place
        if place == "none":
            return '<style:master-page style:name="Standard" style:page-layout-name="pm1"/>'
        part = "header" if place == "top" else "footer"
        name = self.paragraph_style(self.paper.number_align, 0, 0, 0)
        first = "" if self.paper.first_page_number else f"<style:{part}-first><text:p/></style:{part}-first>"
        return (f'<style:master-page style:name="Standard" style:page-layout-name="pm1"><style:{part}>'
                f'<text:p text:style-name="{name}"><text:page-number/></text:p></style:{part}>{first}'
                "</style:master-page>")

    @staticmethod
    def numbering():
        return ('<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
                'style:num-suffix="." style:num-format="1"><style:list-level-properties '
                'text:list-level-position-and-space-mode="label-alignment">'
                '<style:list-level-label-alignment text:label-followed-by="space" fo:text-indent="10mm" '
                'fo:margin-left="0mm"/></style:list-level-properties></text:list-level-style-number>'
                '</text:list-style><style:style style:name="gr1" style:family="graphic">'
                '<style:graphic-properties draw:stroke="solid" svg:stroke-width="0.3mm" '
                'style:wrap="run-through" style:vertical-pos="from-top" style:vertical-rel="paragraph" '
                'style:horizontal-pos="from-left" style:horizontal-rel="paragraph"/></style:style>')

    def style(self, key):
        return self.styles.setdefault(key, f"A{len(self.styles)}")

    def paragraph_style(self, align, first, after, height, tabs=""):
        line = f' fo:line-height="{height}pt"' if height else ""
        return self.style('style:family="paragraph" style:parent-style-name="Standard">'
                          f'<style:paragraph-properties fo:text-align="{ALIGN[align]}" '
                          f'fo:text-indent="{first}mm" fo:margin-bottom="{after}pt"{line}>{tabs}'
                          '</style:paragraph-properties>')

    def text_style(self, line):
        both = "".join(f'{name}{kind}="{value}" ' for kind in ("", "-asian", "-complex")
                       for name, value in (("fo:font-size" if not kind else "style:font-size", f"{line.size}pt"),
                                           ("style:font-name", line.font)))
        look = ('fo:font-weight="bold" ' if line.bold else "") + ('fo:font-style="italic" ' if line.italic else "")
        if line.underline:
            look += 'style:text-underline-style="solid" style:text-underline-width="auto" '
        if line.colour:
            look += f'fo:color="#{line.colour}" '
        return self.style(f'style:family="text"><style:text-properties {both}{look}/>')

    def span(self, line):
        return (f'<text:span text:style-name="{self.text_style(line)}">'
                f'{escape(line.text).replace("  ", " <text:s/>")}</text:span>') if line.text else ""

    def content(self):
        paper = self.paper
        yield from self.columns(paper.left, paper.right, True)
        for line in paper.middle:
            yield self.paragraph(line)
        yield from map(self.paragraph, [*paper.bases, *paper.body])
        yield from self.columns(paper.recipients, paper.signature, False)

    def paragraph(self, line):
        name = self.paragraph_style(line.align, 0 if line.number else line.first, line.after, line.height)
        text = f'<text:p text:style-name={quoteattr(name)}>{self.span(line)}</text:p>'
        if not line.number:
            return text
        start = f' text:start-value="{line.number}"' if line.number == 1 else ""
        more = "" if line.number == 1 else ' text:continue-numbering="true"'
        return (f'<text:list text:style-name="L1"{more}><text:list-item{start}>{text}</text:list-item>'
                "</text:list>")

    def columns(self, left, right, is_heading):
        tabs = ('<style:tab-stops><style:tab-stop style:position="40mm" style:type="center"/>'
                '<style:tab-stop style:position="122mm" style:type="center"/></style:tab-stops>')
        name = self.paragraph_style("left", 0, 0, 0, tabs)
        ruled = 1 if len(right) == 3 else 0
        for index in range(max(len(left), len(right))):
            parts = []
            if index < len(left):
                indent = "<text:tab/>" if is_heading else ""
                parts.append(indent + self.span(left[index]))
            if index < len(right) and right[index].text:
                reach = "" if is_heading and index < len(left) else "<text:tab/>"
                parts.append(reach + "<text:tab/>" + self.span(right[index]))
            line = self.line(85, 159) if is_heading and index == ruled and self.paper.has_rule else ""
            yield f'<text:p text:style-name="{name}">{line}{"".join(parts)}</text:p>'

    @staticmethod
    def line(left, right):
        return (f'<draw:line text:anchor-type="paragraph" draw:style-name="gr1" svg:x1="{left}mm" '
                f'svg:y1="6mm" svg:x2="{right}mm" svg:y2="6mm"><text:p/></draw:line>')


def write_office(paper, path):
    """`path` ends in .fodt; save_as_word turns many of them into Word documents at once."""
    OfficeWriter(paper).write(path)


def save_as_word(files, folder, profile):
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to",
                    "docx:MS Word 2007 XML", "--outdir", str(folder), *map(str, files)],
                   check=True, capture_output=True, timeout=600)

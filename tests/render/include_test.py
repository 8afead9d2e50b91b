"""Documents in documents, and notes in loops: what stands in other parts than the body comes along, with ids, styles and
lists of its own. Every document is also read by the independent validator, when it is there."""

import io
import re
import unittest
import zipfile

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

import rendering
import validate
from rendering import RELATIONS, body, document, part, png, texts, with_notes, with_part

# What python-docx has in its own template.
KNOWN = "w:zoom"


def reference(kind, number):
    """A run that refers to a note; of a comment also its range."""
    run = f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'
    if kind == "comment":
        run = f'<w:commentRangeEnd w:id="{number}"/>' + run
    return [node for node in parse_xml(f'<w:p {nsdecls("w")}>{run}</w:p>')]


class Inclusion(rendering.Case):
    outputs = []

    @classmethod
    def tearDownClass(cls):
        if cls.outputs and validate.is_available():
            found = [line for line in validate.findings(*cls.outputs) if KNOWN not in line]
            assert not found, "\n".join(found)
        super().tearDownClass()

    def made(self, template, data=None):
        """The document; the validator reads it at the end."""
        path = template if not hasattr(template, "save") else self.save(template)
        out = self.render(path, data or {}, f"{self.id()}.docx")
        self.outputs.append(out)
        return out

    def part_file(self, made, name="phan.docx"):
        made.save(self.folder / name)
        return self.folder / name

    # Notes in loops
    def test_notes_in_a_loop_are_written_once_a_round_with_its_values(self):
        made = document("{%p for x in xs %}", "Người {{ x }}", "{%p endfor %}", "cuối")
        for kind, number in (("footnote", 2), ("endnote", 1), ("comment", 0)):
            for node in reference(kind, number):
                made.paragraphs[1]._p.append(node)
        made.paragraphs[1]._p.insert(0, parse_xml(f'<w:commentRangeStart {nsdecls("w")} w:id="0"/>'))
        for node in reference("footnote", 1):
            made.paragraphs[3]._p.append(node)
        path = self.save(made)
        with_notes(path, "footnotes", {1: "chú thích ngoài vòng", 2: "về {{ x }} &amp; {{ loop.index }}"})
        with_notes(path, "endnotes", {1: "cuối văn bản: {{ x }}"})
        with_notes(path, "comments", {0: "hỏi {{ x }}"})
        out = self.made(path, {"xs": ["A", "B<"]})
        found = texts(out)
        self.assertEqual(["", "", "chú thích ngoài vòng", "về A & 1", "về B< & 2"], found["word/footnotes.xml"])
        self.assertEqual(["cuối văn bản: A", "cuối văn bản: B<"], found["word/endnotes.xml"][2:])
        self.assertEqual(["hỏi A", "hỏi B<"], found["word/comments.xml"])
        xml = part(out).decode()
        for kind in ("footnote", "endnote", "comment"):
            written = re.findall(rf'<w:{kind}[ >][^>]*w:id="(\d+)"', part(out, f"word/{kind}s.xml").decode())
            asked = re.findall(rf'<w:{kind}Reference w:id="(\d+)"', xml)
            self.assertEqual(len(set(written)), len(written))
            self.assertEqual(sorted(asked), sorted(number for number in written if int(number) > 0 or kind == "comment"))
        self.assertEqual(re.findall(r'commentRangeStart w:id="(\d+)"', xml), re.findall(r'commentReference w:id="(\d+)"', xml))

    def test_notes_of_a_loop_without_rounds_go(self):
        made = document("{%p for x in xs %}", "{{ x }}", "{%p endfor %}")
        for node in reference("footnote", 2):
            made.paragraphs[1]._p.append(node)
        out = self.made(with_notes(self.save(made), "footnotes", {2: "về {{ x }}"}), {"xs": []})
        self.assertEqual(["", ""], texts(out)["word/footnotes.xml"])

    def test_a_mistake_in_a_note_of_a_loop_is_told_in_its_part(self):
        made = document("{%p for x in xs %}", "{{ x }}", "{%p endfor %}")
        for node in reference("footnote", 2):
            made.paragraphs[1]._p.append(node)
        path = with_notes(self.save(made), "footnotes", {2: "về {{ xx }}"})
        self.assertEqual([f'{path.name} › footnotes › paragraph 3\n'
                          'error: there is no value called "xx" [template.unknown-name]\n'
                          '  về {{ xx }}\n'
                          '        ^~  did you mean "xs"?\n'
                          "  → if it may be missing, write xx|default('')"], self.findings(path, {"xs": [1]}))

    def test_a_picture_and_a_link_in_a_note_belong_to_the_part_of_notes(self):
        (self.folder / "dau.png").write_bytes(png())
        made = document("{%p for x in xs %}", "{{ x }}", "{%p endfor %}")
        for node in reference("footnote", 2):
            made.paragraphs[1]._p.append(node)
        path = with_notes(self.save(made), "footnotes", {2: "{{ image('dau.png') }} {{ link('https://vi.example/' ~ x, 'xem') }}"})
        out = self.made(path, {"xs": [1, 2]})
        relations = part(out, "word/_rels/footnotes.xml.rels").decode()
        self.assertEqual(["https://vi.example/1", "https://vi.example/2"], re.findall(r"https://vi[^\"]*", relations))
        self.assertEqual(2, relations.count("/word/media/qc_1.png"))

    def test_references_to_bookmarks_of_a_loop_follow_them(self):
        made = document("{%p for x in xs %}", "{{ x }}", "{%p endfor %}")
        made.paragraphs[1]._p.extend(list(parse_xml(
            f'<w:p {nsdecls("w")}><w:bookmarkStart w:id="5" w:name="muc"/><w:r><w:t>a</w:t></w:r><w:bookmarkEnd w:id="5"/>'
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF muc \\h </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
            '<w:fldSimple w:instr="REF muc"><w:r><w:t>a</w:t></w:r></w:fldSimple></w:p>')))
        xml = part(self.made(made, {"xs": [1, 2, 3]})).decode()
        names = re.findall(r'w:bookmarkStart[^>]*w:name="([^"]*)"', xml)
        self.assertEqual(3, len(set(names)))
        self.assertEqual(names, re.findall(r"PAGEREF (\w+) ", xml))
        self.assertEqual(names, re.findall(r'"REF (\w+)"', xml))

    # Documents in documents
    def test_a_document_stands_where_its_tag_stood_with_the_same_data(self):
        self.part_file(document("Phần chèn: {{ ten }}", [["a", "{{ ten|upper }}"]], "hết phần"))
        out = self.made(document("trước", "{{p include('phan.docx') }}", "sau {{ ten }}"), {"ten": "A & B"})
        self.assertEqual(["trước", "Phần chèn: A & B", "<tbl>", "<tr>", "<tc>", "a", "</tc>", "<tc>", "A & B", "</tc>", "</tr>",
                          "</tbl>", "hết phần", "sau A & B"], body(out))

    def test_a_document_in_a_loop_is_given_values_by_name(self):
        self.part_file(document("{{ nguoi.ten }} ({{ chung }})"))
        made = document("{%p for n in ds %}", "{{p include('phan.docx', nguoi=n) }}", "{%p endfor %}",
                        [["{{p include('phan.docx', nguoi=ds[0]) }}"]])
        out = self.made(made, {"ds": [{"ten": "Một"}, {"ten": "Hai"}], "chung": "x"})
        self.assertEqual(["Một (x)", "Hai (x)", "Một (x)"], [line for line in body(out) if line and line[0] != "<"])

    def test_styles_here_win_and_others_come_along(self):
        inner = document("theo kiểu chung", "theo kiểu riêng", "trùng mã")
        common = inner.styles.add_style("Chung", WD_STYLE_TYPE.PARAGRAPH)
        common.font.size = Pt(30)
        base = inner.styles.add_style("Gốc riêng", WD_STYLE_TYPE.PARAGRAPH)
        own = inner.styles.add_style("Riêng", WD_STYLE_TYPE.PARAGRAPH)
        own.base_style, own.font.size = base, Pt(17)
        twin = inner.styles.add_style("Trùng trong", WD_STYLE_TYPE.PARAGRAPH)
        twin.element.set(qn("w:styleId"), "Trung")
        for paragraph, style in zip(inner.paragraphs, (common, own, twin)):
            paragraph.style = style
        self.part_file(inner)
        outer = document("{{p include('phan.docx') }}", "a")
        outer.styles.add_style("chung", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(11)
        outer.styles.add_style("Khác hẳn", WD_STYLE_TYPE.PARAGRAPH).element.set(qn("w:styleId"), "Trung")
        out = docx.Document(self.made(outer))
        looks = [(p.text, p.style.name, p.style.font.size and p.style.font.size.pt) for p in out.paragraphs]
        self.assertEqual([("theo kiểu chung", "chung", 11), ("theo kiểu riêng", "Riêng", 17),
                          ("trùng mã", "Trùng trong", None), ("a", "Normal", None)], looks)
        self.assertEqual("Gốc riêng", out.styles["Riêng"].base_style.name)

    def numbered(self, *words):
        made = document(*words)
        for paragraph in made.paragraphs:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = 3
        return made

    def test_lists_become_lists_of_their_own_and_begin_anew(self):
        self.part_file(self.numbered("một", "hai"))
        outer = self.numbered("đầu", "x", "y")
        outer.paragraphs[1].text = "{{p include('phan.docx') }}"
        outer.paragraphs[2].text = "{{p include('phan.docx') }}"
        out = docx.Document(self.made(outer))
        numbers = [p._p.pPr.numPr.numId.val for p in out.paragraphs]
        self.assertEqual([1, 2, 2], [numbers.count(number) for number in dict.fromkeys(numbers)])
        numbering = out.part.numbering_part.element
        first, second = (numbering.num_having_numId(number) for number in dict.fromkeys(numbers[1:]))
        self.assertEqual(first.abstractNumId.val, second.abstractNumId.val)
        self.assertEqual(([], 9), (first.lvlOverride_lst, len(second.lvlOverride_lst)))

    def test_lists_of_a_style_begin_anew_and_headings_go_on(self):
        inner = document()
        for text, style in (("một", "List Number"), ("hai", "List Number"), ("mục", "Heading 1")):
            inner.add_paragraph(text, style=style)
        self.part_file(inner)
        outer = document()
        for text in ("đầu", "{{p include('phan.docx') }}", "sau", "{{p include('phan.docx') }}"):
            outer.add_paragraph(text, style="List Number")
        out = docx.Document(self.made(outer))
        own = [p._p.pPr.numPr.numId.val if p._p.pPr.numPr is not None else None for p in out.paragraphs]
        self.assertEqual(["đầu", "một", "hai", "mục", "sau", "một", "hai", "mục"], [p.text for p in out.paragraphs])
        self.assertEqual([None, own[1], own[1], None, None, own[5], own[5], None], own)
        self.assertEqual(2, len({own[1], own[5]}))

    def test_pictures_links_and_charts_come_along(self):
        inner = document("ảnh")
        inner.add_picture(io.BytesIO(png(6, 3)))
        chart = parse_xml(
            f'<w:p {nsdecls("w", "wp", "a", "r")}><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="c"/>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rIdchart"/></a:graphicData></a:graphic>'
            '</wp:inline></w:drawing></w:r></w:p>')
        inner.element.body.insert(1, chart)
        link = inner.part.relate_to("https://vi.example/?a=1&b=2", RELATIONS + "hyperlink", is_external=True)
        inner.paragraphs[0]._p.append(parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{link}"><w:r><w:t>xem</w:t></w:r></w:hyperlink>'))
        path = self.part_file(inner)
        plot = ('<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a='
                '"http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r>'
                "<a:t>Số {{ n }}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:pieChart/></c:plotArea></c:chart></c:chartSpace>")
        with_part(path, "charts/chart1.xml", plot, "chart",
                  "application/vnd.openxmlformats-officedocument.drawingml.chart+xml")
        outer = document("{{p include('phan.docx') }}", "{{p include('phan.docx') }}")
        outer.add_picture(io.BytesIO(png(6, 3)))
        out = self.made(outer, {"n": 7})
        made = docx.Document(out)
        ids = [node.get("id") for node in made.element.body.xpath(".//wp:docPr")]
        self.assertEqual(5, len(set(ids)), ids)
        self.assertEqual(["https://vi.example/?a=1&b=2"] * 2,
                         [made.part.rels[node.get(qn("r:id"))].target_ref for node in made.element.body.xpath(".//w:hyperlink")])
        self.assertEqual([png(6, 3)] * 3, [made.part.related_parts[node].blob
                                           for node in made.element.body.xpath(".//a:blip/@r:embed")])
        charts = made.element.body.xpath(".//a:graphicData/*[local-name()='chart']")
        for node in charts:
            self.assertIn("Số 7".encode(), made.part.related_parts[node.get(qn("r:id"))].blob)

    def test_notes_come_along_into_parts_that_may_be_new(self):
        inner = document("trong")
        for kind in ("footnote", "comment"):
            for node in reference(kind, 1):
                inner.paragraphs[0]._p.append(node)
        inner.paragraphs[0]._p.insert(0, parse_xml(f'<w:commentRangeStart {nsdecls("w")} w:id="1"/>'))
        path = with_notes(self.part_file(inner), "footnotes", {1: "chú {{ t }}"})
        with_notes(path, "comments", {1: "hỏi {{ t }}"})
        outer = document("{{p include('phan.docx') }}", "{{p include('phan.docx', t='khác') }}")
        out = self.made(outer, {"t": "chung"})
        self.assertEqual(["", "", "chú chung", "chú khác"], texts(out)["word/footnotes.xml"])
        self.assertEqual(["hỏi chung", "hỏi khác"], texts(out)["word/comments.xml"])
        outer = document("{{p include('phan.docx') }}", "{{ t }}")
        for node in reference("footnote", 1):
            outer.paragraphs[1]._p.append(node)
        out = self.render(with_notes(self.save(outer), "footnotes", {1: "của mẫu"}), {"t": "x"}, "notes.docx")
        self.assertEqual(["", "", "của mẫu", "chú x"], texts(out)["word/footnotes.xml"])

    def test_bookmarks_controls_and_sections_fit_in(self):
        inner = document("{{ x }}", "hết phần một", "phần hai")
        inner.paragraphs[0]._p.extend(list(parse_xml(
            f'<w:p {nsdecls("w")}><w:bookmarkStart w:id="0" w:name="muc"/><w:r><w:t>m</w:t></w:r><w:bookmarkEnd w:id="0"/>'
            '<w:hyperlink w:anchor="muc"><w:r><w:t>tới</w:t></w:r></w:hyperlink><w:sdt><w:sdtPr><w:tag w:val="o"/><w:id w:val="55"/><w:text/></w:sdtPr>'
            "<w:sdtContent><w:r><w:t>ô</w:t></w:r></w:sdtContent></w:sdt></w:p>")))
        inner.paragraphs[1]._p.get_or_add_pPr().append(parse_xml(f'<w:sectPr {nsdecls("w")}><w:pgSz w:w="20000" w:h="10000"/></w:sectPr>'))
        self.part_file(inner)
        outer = document("{{p include('phan.docx') }}", "{{p include('phan.docx') }}")
        outer.paragraphs[1]._p.addnext(parse_xml(
            f'<w:p {nsdecls("w")}><w:bookmarkStart w:id="0" w:name="muc"/><w:r><w:t>của mẫu</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>'))
        tree = docx.Document(self.made(outer, {"x": 1})).element.body
        names = [node.get(qn("w:name")) for node in tree.xpath(".//w:bookmarkStart")]
        self.assertEqual((3, "muc"), (len(set(names)), names[2]))
        self.assertEqual(names[:2], [node.get(qn("w:anchor")) for node in tree.xpath(".//w:hyperlink")])
        for path in (".//w:bookmarkStart/@w:id", ".//w:sdtPr/w:id/@w:val"):
            self.assertEqual(len(tree.xpath(path)), len(set(tree.xpath(path))))
        self.assertEqual((1, 2), (len(tree.xpath(".//w:sectPr")), len(tree.xpath(".//w:br[@w:type='page']"))))

    def test_a_document_of_another_program_comes_along(self):
        """Prefixes that mean something else here, or nothing, are declared where they are used."""
        path = self.part_file(document("x"))
        def change(entries):
            xml = entries["word/document.xml"].decode()
            xml = xml.replace("<w:t>x</w:t>", '<w:t>x</w:t></w:r><w:r><w:rPr><q14:glow q14:rad="1"/></w:rPr><w:t>y</w:t>')
            xml = xml.replace("<w:document ", '<w:document xmlns:q14="http://schemas.microsoft.com/office/word/2010/wordml" '
                              'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="q14" ', 1)
            xml = xml.replace('mc:Ignorable="w14 wp14"', "")
            entries["word/document.xml"] = xml.encode()
        rendering.rewrite(path, change)
        self.assertEqual(["xy"], body(self.made(document("{{p include('phan.docx') }}"))))

    def test_a_table_at_the_front_does_not_grow_into_the_one_before(self):
        self.part_file(document([["trong"]], "hết"))
        out = self.made(document([["ngoài"]], "{{p include('phan.docx') }}"))
        self.assertEqual(2, len(docx.Document(out).tables))
        self.assertEqual(["</tbl>", "", "<tbl>"], body(out)[6:9])

    def test_blanks_of_a_document_belong_to_the_whole(self):
        self.part_file(document("Thôn {{ field('ten_thon', 'Tên thôn') }}."))
        out = self.made(document("{{ field('ten_thon', 'Tên thôn') }}", "{{p include('phan.docx') }}"))
        self.assertEqual(["[Tên thôn]", "Thôn [Tên thôn]."], body(out))
        filled = self.render(out, {"ten_thon": "Ví Dụ"}, "filled.docx")
        self.assertEqual(["Ví Dụ", "Thôn Ví Dụ."], body(filled))

    # What cannot be
    def said(self, made, data=None):
        path = self.save(made)
        return [text.replace(str(self.folder) + "/", "").replace(path.name, "mau.docx")
                for text in self.findings(path, data or {})]

    def test_mistakes_inside_are_told_with_the_name_of_the_file(self):
        self.part_file(document("đầu", "{{ tenn }}", [["{{ 1 // 0 }}"]]))
        self.part_file(document("{{ ten|uper }}"), "hai.docx")
        self.assertEqual(['phan.docx › body › paragraph 2\n'
                          'error: there is no value called "tenn" [template.unknown-name]\n'
                          '  {{ tenn }}\n'
                          '     ^~~~  did you mean "ten"?\n'
                          "  → if it may be missing, write tenn|default('')",
                          'phan.docx › body › table 1 › row 1 › column 1\n'
                          'error: division by zero [template.division-by-zero]\n'
                          '  {{ 1 // 0 }}\n'
                          '       ^~  check the divisor with if first',
                          'hai.docx › body › paragraph 1\n'
                          'error: there is no filter "uper" [template.unknown-filter]\n'
                          '  {{ ten|uper }}\n'
                          '         ^~~~  did you mean "upper"?'],
                         self.said(document("{{p include('phan.docx') }}", "{{p include('hai.docx') }}"), {"ten": "a"}))

    def test_a_circle_of_documents_is_refused(self):
        self.part_file(document("{{p include('hai.docx') }}"))
        self.part_file(document("{{p include('phan.docx') }}"), "hai.docx")
        self.assertEqual(['hai.docx › body › paragraph 1\n'
                          'error: documents include each other in a circle, or too deep: mau.docx → phan.docx → hai.docx → phan.docx '
                          '[template.include-cycle]\n'
                          "  {{p include('phan.docx') }}\n"
                          '      ^~~~~~~  take one include out of this circle'], self.said(document("{{p include('phan.docx') }}")))

    def test_documents_outside_of_the_folder_are_not_read(self):
        for path in ("../phan.docx", "/etc/passwd"):
            self.assertEqual(['mau.docx › body › paragraph 1\n'
                              f'error: "{path}" lies outside the folders of the template and of the data '
                              '[template.outside-folder]\n'
                              '  {{p include(p) }}\n'
                              '      ^~~~~~~  copy the file into one of these folders and write its path from there, '
                              'without ".."'], self.said(document("{{p include(p) }}"), {"p": path}))

    def test_a_document_that_is_missing_or_none(self):
        self.assertEqual(['mau.docx › body › paragraph 1\n'
                          'error: the file "thieu.docx" cannot be read [template.no-file]\n'
                          "  {{p include('thieu.docx') }}\n"
                          '      ^~~~~~~  paths begin at the folder of the template, then that of the data'],
                         self.said(document("{{p include('thieu.docx') }}")))
        (self.folder / "rac.docx").write_bytes(b"rubbish")
        found = self.said(document("{{p include('rac.docx') }}"))
        self.assertEqual(1, len(found))
        self.assertTrue(found[0].startswith("rac.docx\n"), found)

    def test_a_document_in_the_place_of_a_row_fills_it(self):
        self.part_file(document("x", [["trong"]], "y"))
        out = self.made(document([["{{tr include('phan.docx') }}", "b"]]))
        self.assertEqual(["<tbl>", "<tr>", "<tc>", "x", "<tbl>", "<tr>", "<tc>", "trong", "</tc>", "</tr>", "</tbl>", "y", "</tc>",
                          "</tr>", "</tbl>"], body(out))


if __name__ == "__main__":
    unittest.main()

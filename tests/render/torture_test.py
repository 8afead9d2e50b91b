"""The guarantees of rendering, each against templates that break other engines. Every document is also read by the
independent validator, when it is there, and must be without findings."""

import io
import re
import unittest
import zipfile

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

import rendering
import validate
from rendering import body, document, part, png

# python-docx's own template breaks this one rule before anything is rendered.
KNOWN = "w:zoom"


def split_by(marks, text):
    """A paragraph with every character of the text in a run of its own, and a mark between them."""
    made = docx.Document()
    paragraph = made.add_paragraph()._p
    for number, letter in enumerate(text):
        run = parse_xml(f'<w:r {nsdecls("w")}><w:t xml:space="preserve"/></w:r>')
        run.find(qn("w:t")).text = letter
        for element in marks(run, number):
            paragraph.append(element)
    return made


def element(xml):
    name, space, rest = xml.partition(" ")
    return parse_xml(f"<{name} {nsdecls('w')}{space}{rest}/>")


def wrapped(xml):
    """Marks that put every run into a wrapper of its own."""
    def marks(run, number):
        name, _, rest = xml.replace("{n}", str(number + 1)).partition(" ")
        outer = parse_xml(f"<{name} {nsdecls('w')} {rest}></{name}>")
        outer.append(run)
        return [outer]
    return marks


def controlled(run, number):
    made = parse_xml(f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="t"/><w:id w:val="{number + 1}"/></w:sdtPr>'
                     '<w:sdtContent/></w:sdt>')
    made[1].append(run)
    return [made]


# Nine kinds of inline markup that Word puts into the middle of a tag.
MARKS = {
    "runs": lambda run, n: [run],
    "proofing marks": lambda run, n: [element('w:proofErr w:type="spellStart"'), run,
                                      element('w:proofErr w:type="spellEnd"')],
    "bookmarks": lambda run, n: [element(f'w:bookmarkStart w:id="{n}" w:name="b{n}"'), run,
                                 element(f'w:bookmarkEnd w:id="{n}"')],
    "hyperlinks": wrapped('w:hyperlink w:anchor="x"'),
    "insertions": wrapped('w:ins w:id="{n}" w:author="a" w:date="2018-06-05T00:00:00Z"'),
    "smart tags": wrapped('w:smartTag w:uri="urn:x" w:element="y"'),
    "content controls": controlled,
    "simple fields": wrapped('w:fldSimple w:instr=" QUOTE "'),
    "page breaks of the last layout": lambda run, n: [run, parse_xml(
        f'<w:r {nsdecls("w")}><w:lastRenderedPageBreak/></w:r>')],
}


class Torture(rendering.Case):
    def checked(self, template, data, ignore=()):
        """The rendered document, in which the validator finds nothing."""
        out = self.render(template, data)
        if validate.is_available():
            self.assertEqual([], [line for line in validate.findings(out, ignore=ignore) if KNOWN not in line])
        return out

    def lines(self, template, data):
        return body(self.checked(self.save(template), data))

    # Values
    def test_values_enter_only_as_text(self):
        for value in ("Tom & Jerry", "1 < 2 > 0", '"quoted"', "<w:p/>", "]]>", "&amp;", "{{ x }}", "{% if %}"):
            with self.subTest(value):
                template = document("trước {{ v }} sau", "cuối")
                out = self.render(self.save(template), {"v": value})
                self.assertEqual([f"trước {value} sau", "cuối"], body(out))

    def test_characters_xml_forbids_are_left_out_with_a_warning(self):
        template = self.save(document("a{{ v }}b"))
        answer = self.driver.render(template, {"v": "x\x00\x01\x1b\ufffe\uffffy"}, self.folder / "out.docx")
        self.assertTrue(answer["done"])
        self.assertEqual(["axyb"], body(self.folder / "out.docx"))
        self.assertEqual([f"{template.name} › body › paragraph 1\n"
                          "warning: the value has characters that Word cannot hold; they were left out "
                          "[template.word.dropped-character]\n  a{{ v }}b\n     ^~~"],
                         [finding["text"] for finding in answer["findings"]])

    def test_a_value_of_many_lines_keeps_the_text_behind_it(self):
        self.assertEqual(["a 1\n2\t3", "4", "\f", "5 b"], self.lines(document("a {{ v }} b"), {"v": "1\n2\t3\a4\f5"}))

    def test_a_new_paragraph_in_a_value_keeps_formatting(self):
        made = docx.Document()
        paragraph = made.add_paragraph(style="List Bullet")
        paragraph.add_run("{{ v }} đậm").bold = True
        out = docx.Document(self.checked(self.save(made), {"v": "một\ahai"}))
        self.assertEqual([("một", "List Bullet", True), ("hai đậm", "List Bullet", True)],
                         [(p.text, p.style.name, p.runs[0].bold) for p in out.paragraphs])

    # Tags
    def test_tags_heal_over_nine_kinds_of_markup(self):
        text = "A{% for x in xs %}[{{ x }}]{% endfor %}B{# c #}{{ ten|upper }}C"
        for name, marks in MARKS.items():
            with self.subTest(name):
                out = self.render(self.save(split_by(marks, text)), {"xs": [1, 2], "ten": "a&b"})
                self.assertEqual("A[1][2]BA&BC", "".join(body(out)))

    def test_healed_words_keep_their_formatting(self):
        made = docx.Document()
        paragraph = made.add_paragraph()
        for text, bold in (("thường ", False), ("đậm {{ t", True), ("en }} cũng thường", False)):
            paragraph.add_run(text).bold = bold
        out = docx.Document(self.checked(self.save(made), {"ten": "TÊN"}))
        self.assertEqual([("thường ", False), ("đậm TÊN", True), (" cũng thường", False)],
                         [(run.text, run.bold) for run in out.paragraphs[0].runs])

    def test_a_tag_reaches_from_a_link_over_a_tracked_insertion_into_plain_text(self):
        made = document("a ")
        made.paragraphs[0]._p.extend(list(parse_xml(
            f'<w:p {nsdecls("w")}><w:hyperlink w:anchor="x"><w:r><w:t>liên kết {{{{ t</w:t></w:r></w:hyperlink>'
            '<w:ins w:id="1" w:author="a" w:date="2018-06-05T00:00:00Z"><w:r><w:t>e</w:t></w:r></w:ins>'
            '<w:r><w:t>n }} sau</w:t></w:r></w:p>')))
        self.assertEqual(["a liên kết TÊN sau"], body(self.render(self.save(made), {"ten": "TÊN"})))

    def test_deleted_text_is_ignored(self):
        made = document("còn {{ ten }}")
        made.paragraphs[0]._p.append(parse_xml(
            f'<w:del {nsdecls("w")} w:id="9" w:author="a" w:date="2018-06-05T00:00:00Z"><w:r><w:delText>'
            "{{ mất }}</w:delText></w:r></w:del>"))
        template = self.save(made)
        answer = self.driver.render(template, {"ten": "đây"}, self.folder / "out.docx")
        self.assertTrue(answer["done"])
        self.assertEqual(["template.word.deleted-tag"], [finding["code"] for finding in answer["findings"]])

    def test_braces_and_percent_signs_stand_in_expressions(self):
        made = document("{%p if {'a': 1}['a'] == 7 % 3 %}", "{{ {'x': '}}'}.x }}{{ '%}' }}", "{%p endif %}")
        self.assertEqual(["}}%}"], body(self.render(self.save(made), {})))

    # Blocks
    def test_tags_alone_in_a_paragraph_leave_no_empty_line(self):
        made = document("đầu", "{% if co %}", "có", "{% endif %}", "{% set x = 2 %}", "{# ghi chú #}",
                        "{% for i in range(x) %}", "{{ i }}", "{% endfor %}", "cuối")
        self.assertEqual(["đầu", "0", "1", "cuối"], self.lines(made, {"co": False}))

    def test_a_block_reaches_from_one_paragraph_into_another(self):
        made = document("a{% if co %} b", "c{% endif %} d", "{% for x in xs %}({{ x }}", "){% endfor %}.")
        self.assertEqual(["a b", "c d", "(1", ")(2", ")."], self.lines(made, {"co": True, "xs": [1, 2]}))
        self.assertEqual(["a d", "."], self.lines(made, {"co": False, "xs": []}))

    def test_a_cell_emptied_by_a_condition_still_has_a_paragraph(self):
        made = document([["{%p if co %}", "b"]])
        cell = made.tables[0].cell(0, 0)
        cell.add_paragraph("có")
        cell.add_paragraph("{%p endif %}")
        self.assertEqual(["<tbl>", "<tr>", "<tc>", "", "</tc>", "<tc>", "b", "</tc>", "</tr>", "</tbl>"],
                         self.lines(made, {"co": False}))

    def test_a_table_without_rows_goes(self):
        made = document("trước", [["{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"]], "sau")
        made.element.body.insert(1, made.element.body.tbl_lst[0])
        self.assertEqual(["trước", "sau"], self.lines(made, {"xs": []}))

    def test_a_row_without_cells_goes(self):
        made = document([["a"], ["{%tc for x in xs %}"]])
        made.tables[0].rows[1]._tr.append(parse_xml(f'<w:tc {nsdecls("w")}><w:p><w:r><w:t>{{{{ x }}}}</w:t></w:r></w:p></w:tc>'))
        made.tables[0].rows[1]._tr.append(parse_xml(f'<w:tc {nsdecls("w")}><w:p><w:r><w:t>{{%tc endfor %}}</w:t></w:r></w:p></w:tc>'))
        self.assertEqual(["<tbl>", "<tr>", "<tc>", "a", "</tc>", "</tr>", "</tbl>"], self.lines(made, {"xs": []}))

    def test_row_tags_in_nested_tables_each_bind_to_their_own_row(self):
        made = document([["{%tr for a in xs %}", ""], ["{{ a.n }}", ""], ["{%tr endfor %}", ""]])
        rendering.add_table(made.tables[0].cell(1, 1), [["{%tr for b in a.ys %}"], ["{{ a.n }}{{ b }}"], ["{%tr endfor %}"]])
        out = self.lines(made, {"xs": [{"n": "A", "ys": [1, 2]}, {"n": "B", "ys": []}]})
        self.assertEqual(["A", "A1", "A2", "B"], [line for line in out if line and not line.startswith("<")])

    def test_cells_merge_down_by_group_in_three_levels_of_loops(self):
        made = document([["{%tr for a in as %}"] + [""] * 2, ["{%tr for b in a.bs %}"] + [""] * 2,
                         ["{%tr for c in b.cs %}"] + [""] * 2, ["{% vm a.n %}{{ a.n }}", "{% vm %}{{ b.n }}", "{{ c }}"],
                         ["{%tr endfor %}"] + [""] * 2, ["{%tr endfor %}"] + [""] * 2, ["{%tr endfor %}"] + [""] * 2])
        data = {"as": [{"n": "A", "bs": [{"n": "x", "cs": [1, 2]}, {"n": "y", "cs": [3]}]},
                       {"n": "B", "bs": [{"n": "z", "cs": [4]}]}]}
        out = docx.Document(self.checked(self.save(made), data))
        merges = [[cell.find(qn("w:tcPr")).find(qn("w:vMerge")) for cell in row._tr.tc_lst[:2]] for row in out.tables[0].rows]
        self.assertEqual([["restart", "restart"], ["continue", "continue"], ["continue", "restart"], ["restart", "restart"]],
                         [[merge.get(qn("w:val")) for merge in row] for row in merges])
        self.assertEqual(["Ax1", "2", "y3", "Bz4"],
                         ["".join(p.text for tc in row._tr.tc_lst for p in docx.table._Cell(tc, row).paragraphs)
                          for row in out.tables[0].rows])

    def test_spans_and_shading_stand_in_the_order_of_the_schema(self):
        made = document([["{% colspan 2 %}{% cellbg '#FFCC00' %}rộng", "b"], ["1", "2"]])
        made.tables[0].rows[0]._tr.remove(made.tables[0].rows[0]._tr.tc_lst[1])
        out = docx.Document(self.checked(self.save(made), {}))
        properties = out.tables[0].rows[0]._tr.tc_lst[0].tcPr
        self.assertEqual(["tcW", "gridSpan", "shd"], [child.tag.split("}")[1] for child in properties])
        self.assertEqual(("2", "FFCC00"), (properties.find(qn("w:gridSpan")).get(qn("w:val")),
                                           properties.find(qn("w:shd")).get(qn("w:fill"))))

    def test_a_header_cell_is_as_wide_as_the_loop(self):
        made = document([["{%tc for c in cs %}", "{% hm %}Quý", "{%tc endfor %}"], ["{%tc for c in cs %}", "{{ c }}", "{%tc endfor %}"]])
        out = docx.Document(self.checked(self.save(made), {"cs": [1, 2, 3]}))
        self.assertEqual([1, 3], [len(row._tr.tc_lst) for row in out.tables[0].rows])
        self.assertEqual(3, len(out.tables[0]._tbl.tblGrid.gridCol_lst))

    def test_a_value_in_the_place_of_a_cell_or_row_keeps_the_table_whole(self):
        made = document([["{{tc v }}", "b"], ["{{tr v }}", ""], ["{{tc rich('đậm', bold=true) }}", "{#tc bỏ #}"]])
        made.tables[0].rows[2]._tr.tc_lst[1].addnext(parse_xml(f'<w:tc {nsdecls("w")}><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc>'))
        out = self.checked(self.save(made), {"v": "chữ <b>"})
        self.assertEqual(["<tbl>", "<tr>", "<tc>", "chữ <b>", "</tc>", "<tc>", "b", "</tc>", "</tr>", "<tr>", "<tc>", "chữ <b>",
                          "</tc>", "</tr>", "<tr>", "<tc>", "đậm", "</tc>", "<tc>", "c", "</tc>", "</tr>", "</tbl>"], body(out))
        self.assertEqual(2, docx.Document(out).tables[0].rows[1]._tr.tc_lst[0].grid_span)
        self.assertEqual(["<tbl>", "<tr>", "<tc>", "", "</tc>"], self.lines(document([["{{tc v }}", "b"]]), {"v": ""})[:5])

    def test_text_behind_a_run_value_keeps_its_formatting(self):
        made = docx.Document()
        made.add_paragraph().add_run("trước {{r rich('x', italic=true) }} sau {{r v }}{#r bỏ #}.").bold = True
        out = docx.Document(self.checked(self.save(made), {"v": "y"}))
        self.assertEqual([("trước ", True, None), ("x", True, True), (" sau y.", True, None)],
                         [(run.text, run.bold, run.italic) for run in out.paragraphs[0].runs])

    def test_a_joined_paragraph_keeps_the_formatting_of_both_parts(self):
        made = document("Một")
        second = made.add_paragraph()
        second.add_run("{%- if co %}")
        second.add_run(" hai").bold = True
        second.add_run("{% endif -%}")
        made.add_paragraph().add_run(" ba").italic = True
        out = docx.Document(self.checked(self.save(made), {"co": True}))
        self.assertEqual([[("Một", None, None), (" hai", True, None), (" ba", None, True)]],
                         [[(run.text, run.bold, run.italic) for run in p.runs] for p in out.paragraphs])

    # Loops
    def test_sections_in_a_loop(self):
        made = document("{%p for x in xs %}", "Phần {{ x }}", "hết phần", "{%p endfor %}", "cuối")
        section = made.element.body.sectPr
        made.paragraphs[2]._p.get_or_add_pPr().append(parse_xml(
            f'<w:sectPr {nsdecls("w")}><w:pgSz w:w="{section.pgSz.w.twips}" w:h="{section.pgSz.h.twips}"/></w:sectPr>'))
        out = self.checked(self.save(made), {"xs": [1, 2]})
        self.assertEqual(["Phần 1", "hết phần", "Phần 2", "hết phần", "cuối"], body(out))
        self.assertEqual(3, part(out).count(b"<w:sectPr"))

    def test_ids_are_unique_behind_a_loop(self):
        made = document("{%p for x in xs %}", "{{ x }}", "{%p endfor %}")
        paragraph = made.paragraphs[1]
        paragraph.add_run().add_picture(io.BytesIO(png()))
        paragraph._p.insert(0, element('w:bookmarkStart w:id="7" w:name="muc"'))
        paragraph._p.append(element('w:bookmarkEnd w:id="7"'))
        paragraph._p.append(parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="muc"><w:r><w:t>xem</w:t></w:r></w:hyperlink>'))
        paragraph._p.append(parse_xml(f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="o"/><w:id w:val="55"/><w:text/></w:sdtPr>'
                                      "<w:sdtContent><w:r><w:t>ô</w:t></w:r></w:sdtContent></w:sdt>"))
        out = self.checked(self.save(made), {"xs": [1, 2, 3]})
        tree = docx.Document(out).element.body
        for path, attribute in ((".//wp:docPr", "id"), (".//w:bookmarkStart", qn("w:id")),
                                (".//w:bookmarkStart", qn("w:name")), (".//w:sdtPr/w:id", qn("w:val"))):
            values = [node.get(attribute) for node in tree.xpath(path)]
            self.assertEqual(3, len(set(values)), (path, values))
        self.assertEqual([n.get(qn("w:name")) for n in tree.xpath(".//w:bookmarkStart")],
                         [n.get(qn("w:anchor")) for n in tree.xpath(".//w:hyperlink")])

    def test_text_boxes_and_paragraph_ids_in_a_loop_stay_unique(self):
        box = "<w:txbxContent><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:txbxContent>"
        drawing = ('<wp:inline><wp:extent cx="900000" cy="300000"/><wp:docPr id="4" name="khung"/><a:graphic><a:graphicData uri='
                   '"http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp xmlns:wps="http://schemas.microsoft.com'
                   f'/office/word/2010/wordprocessingShape"><wps:cNvSpPr/><wps:spPr/><wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp>'
                   "</a:graphicData></a:graphic></wp:inline>")
        fallback = (f'<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="khung1" style="width:99pt;height:20pt"><v:textbox>{box}'
                    "</v:textbox></v:shape></w:pict>")
        made = document("{%p for x in xs %}", "{{ x }}", "{%p endfor %}")
        made.paragraphs[1]._p.append(parse_xml(
            f'<w:r {nsdecls("w", "wp", "a")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            '<mc:AlternateContent><mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps">'
            f"<w:drawing>{drawing}</w:drawing></mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"))
        made.paragraphs[1]._p.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", "0A1B2C3D")
        out = self.checked(self.save(made), {"xs": ["một", "hai & ba"]})
        xml = part(out).decode()
        for pattern in (r'<wp:docPr id="(\d+)"', r'<v:shape [^>]*id="([^"]+)"'):
            found = re.findall(pattern, xml)
            self.assertEqual((2, 2), (len(found), len(set(found))), pattern)
        self.assertEqual([], re.findall(r'w14:paraId="0A1B2C3D"', xml))
        self.assertEqual((3, 3), (xml.count(">một<"), xml.count(">hai &amp; ba<")))

    def test_words_of_charts_and_of_smartart_are_filled(self):
        path = self.save(document("{{ n }}"))
        words = ('<a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:r><a:rPr b="1"/><a:t>Năm {{ n</a:t></a:r>'
                 "<a:r><a:t>&#160;}}: {% if n > 2000 %}mới{% endif %}</a:t></a:r></a:p>")
        chart = ('<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:title><c:tx><c:rich><a:bodyPr '
                 f'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>{words}</c:rich></c:tx></c:title><c:plotArea>'
                 "<c:pieChart/></c:plotArea></c:chart></c:chartSpace>")
        smart = ('<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:ptLst><dgm:pt modelId="1">'
                 f"<dgm:t>{words}</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>")
        office = "application/vnd.openxmlformats-officedocument.drawingml."
        rendering.with_part(path, "charts/chart1.xml", chart, "chart", office + "chart+xml")
        rendering.with_part(path, "diagrams/data1.xml", smart, "diagramData", office + "diagramData+xml")
        out = self.render(path, {"n": 2018})
        for name in ("charts/chart1", "diagrams/data1"):
            words = re.sub("<[^>]*>", "", part(out, f"word/{name}.xml").decode())
            self.assertEqual("Năm 2018: mới", words.strip())

    def numbers(self, made, data):
        out = docx.Document(self.checked(self.save(made), data))
        return [p._p.pPr.numPr.numId.val for p in out.paragraphs if p._p.pPr is not None and p._p.pPr.numPr is not None]

    @staticmethod
    def numbered(made, *paragraphs):
        for index in paragraphs:
            properties = made.paragraphs[index]._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = 1
        return made

    def test_a_list_that_begins_in_a_loop_begins_anew(self):
        made = document("{%p for x in xs %}", "{{ x.n }}", "{%p for y in x.ys %}", "{{ y }}", "{%p endfor %}", "{%p endfor %}")
        found = self.numbers(self.numbered(made, 3), {"xs": [{"n": "a", "ys": [1, 2]}, {"n": "b", "ys": [3, 4]}]})
        self.assertEqual([found[0]] * 2 + [found[2]] * 2, found)
        self.assertNotEqual(found[0], found[2])

    def test_a_list_whose_items_a_loop_makes_goes_on(self):
        made = document("{%p for x in xs %}", "{{ x }}", "{%p endfor %}")
        self.assertEqual([1, 1, 1], self.numbers(self.numbered(made, 1), {"xs": [1, 2, 3]}))

    def test_text_boxes_are_rendered_in_both_forms(self):
        made = document("thân")
        box = ('<w:txbxContent><w:p><w:r><w:t>{{ ten }}</w:t></w:r></w:p></w:txbxContent>')
        made.paragraphs[0]._p.append(parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape id="s1" style="width:99pt;height:20pt">'
            f"<v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"))
        self.assertIn("trong khung", self.lines(made, {"ten": "trong khung"}))

    # Content
    def test_a_picture_from_a_file(self):
        (self.folder / "dau.png").write_bytes(png(4, 2))
        made = document("Ảnh: {{ image('dau.png', 4, alt='con dấu') }} hết", [["{{ image(p, '20mm') }}"]])
        out = self.checked(self.save(made), {"p": "dau.png"})
        shapes = docx.Document(out).element.body.xpath(".//wp:extent")
        self.assertEqual([("1440000", "720000"), ("720000", "360000")], [(s.get("cx"), s.get("cy")) for s in shapes])
        with zipfile.ZipFile(out) as archive:
            self.assertEqual(png(4, 2), archive.read("word/media/qc_1.png"))
        self.assertIn("Ảnh:  hết", body(out))

    def test_a_placeholder_picture_is_replaced(self):
        (self.folder / "moi.png").write_bytes(png(9, 9))
        made = document("x")
        made.paragraphs[0].add_run().add_picture(io.BytesIO(png()))
        made.element.body.xpath(".//wp:docPr")[0].set("descr", "{{ anh }}")
        out = docx.Document(self.checked(self.save(made), {"anh": "moi.png"}))
        relation = out.element.body.xpath(".//a:blip/@r:embed")[0]
        self.assertEqual(png(9, 9), out.part.related_parts[relation].blob)
        with zipfile.ZipFile(self.folder / "out.docx") as archive:
            media = [name for name in archive.namelist() if name.startswith("word/media/")]
        self.assertEqual(["word/media/qc_1.png"], media)

    def test_a_placeholder_that_stands_elsewhere_too_is_kept(self):
        (self.folder / "moi.png").write_bytes(png(9, 9))
        made = document("x")
        for _ in range(2):
            made.paragraphs[0].add_run().add_picture(io.BytesIO(png()))
        made.element.body.xpath(".//wp:docPr")[0].set("descr", "{{ anh }}")
        self.checked(self.save(made), {"anh": "moi.png"})
        with zipfile.ZipFile(self.folder / "out.docx") as archive:
            media = [name for name in archive.namelist() if name.startswith("word/media/")]
        self.assertEqual(["word/media/image1.png", "word/media/qc_1.png"], media)

    def test_rich_text_and_links(self):
        made = document("a {{ rich('đậm & ', rich('đỏ', color='#FF0000'), bold=true) }} b {{ link('https://vi.example/?a=1&b=2', 'xem') }} c")
        out = docx.Document(self.checked(self.save(made), {}))
        paragraph = out.paragraphs[0]
        self.assertEqual("a đậm & đỏ b xem c", body(self.folder / "out.docx")[0])
        self.assertEqual([("đậm & ", True), ("đỏ", True)], [(r.text, r.bold) for r in paragraph.runs if r.bold])
        target = paragraph._p.xpath("./w:hyperlink/@r:id")[0]
        self.assertEqual("https://vi.example/?a=1&b=2", out.part.rels[target].target_ref)

    def test_a_paragraph_for_a_plain_text(self):
        made = document("trước", "{{p v }}", "sau")
        made.paragraphs[1].style = "Title"
        out = docx.Document(self.checked(self.save(made), {"v": "chữ <b>"}))
        self.assertEqual([("trước", "Normal"), ("chữ <b>", "Title"), ("sau", "Normal")],
                         [(p.text, p.style.name) for p in out.paragraphs])
        self.assertEqual(["trước", "sau"], self.lines(made, {"v": ""}))

    def test_document_properties(self):
        made = document("x {{ ten }}")
        made.core_properties.title = "Biên bản {{ ten }}"
        out = docx.Document(self.checked(self.save(made), {"ten": "A & B"}))
        self.assertEqual("Biên bản A & B", out.core_properties.title)

    def test_fields_that_depend_on_what_is_filled_in_are_made_again(self):
        stale = ("TOC \\o", "REF muc", " SEQ Hình", "=SUM(ABOVE)", "DOCPROPERTY ten")
        for instruction in (*stale, "PAGE", "HYPERLINK x", "DATE"):
            made = document("{{ ten }}")
            made.paragraphs[0]._p.append(parse_xml(
                f'<w:fldSimple {nsdecls("w")} w:instr="{instruction}"><w:r><w:t>cũ</w:t></w:r></w:fldSimple>'))
            made.paragraphs[0]._p.extend(list(parse_xml(
                f'<w:p {nsdecls("w")}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>cũ</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')))
            out = self.render(self.save(made), {"ten": "a"})
            self.assertEqual(2 if instruction in stale else 0, part(out).count(b'w:dirty="true"'), instruction)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/python3
"""Partial rendering: a declared field that the data lacks becomes a bound blank, which a later rendering fills."""

import re
import unittest
import zipfile

import docx
from lxml import etree
from rendering import Case, W

FORM = "urn:quyche:form:1"


def part(path, name):
    with zipfile.ZipFile(path) as package:
        return package.read(name)


def names(path):
    with zipfile.ZipFile(path) as package:
        return package.namelist()


def texts(path):
    body = etree.fromstring(part(path, "word/document.xml"))
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p")]


class Blanks(Case):
    def template(self, *paragraphs):
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        path = self.folder / f"{self.id()}.docx"  # the driver keeps a template by its name
        document.save(path)
        return path

    def render(self, template, data, name="ra.docx"):
        made = self.folder / name
        answer = self.driver.render(template, data, made)
        self.assertTrue(answer["done"], answer)
        return made

    def test_a_value_is_printed(self):
        template = self.template("Thôn {{ field('ten_thon', 'Tên thôn') }}.")
        made = self.render(template, {"ten_thon": "Ví Dụ"})
        self.assertEqual(texts(made), ["Thôn Ví Dụ."])
        self.assertEqual(sorted(names(made)), sorted(names(template)))

    def test_a_missing_value_becomes_a_bound_blank(self):
        made = self.render(self.template("Thôn {{ field('ten_thon', 'Tên thôn') }}, xã Mẫu."), {})
        self.assertEqual(texts(made), ["Thôn [Tên thôn], xã Mẫu."])
        body = etree.fromstring(part(made, "word/document.xml"))
        control = next(body.iter(f"{W}sdt"))
        self.assertEqual(control.find(f"{W}sdtPr/{W}tag").get(f"{W}val"), "ten_thon")
        self.assertEqual(control.find(f"{W}sdtPr/{W}alias").get(f"{W}val"), "Tên thôn")
        binding = control.find(f"{W}sdtPr/{W}dataBinding")
        self.assertEqual(binding.get(f"{W}xpath"), "/f:form[1]/f:ten_thon[1]")
        before = control.getprevious()
        self.assertEqual((before.tag, before.get(f"{W}name")), (f"{W}bookmarkStart", "qc_ten_thon"))
        # The store: found by relationship, named by the binding, with the field in it.
        item = next(n for n in names(made) if re.fullmatch(r"customXml/item\d+\.xml", n)
                    and FORM.encode() in part(made, n))
        store = etree.fromstring(part(made, item))
        self.assertEqual([child.tag for child in store], [f"{{{FORM}}}ten_thon"])
        properties = part(made, item.replace("item", "itemProps"))
        self.assertIn(binding.get(f"{W}storeItemID").encode(), properties)
        relations = part(made, "word/_rels/document.xml.rels").decode()
        self.assertIn(f'Target="../{item}"', relations)

    def test_the_blank_keeps_the_look_of_its_tag(self):
        document = docx.Document()
        paragraph = document.add_paragraph("Thôn ")
        paragraph.add_run("{{ field('ten_thon') }}").bold = True
        path = self.folder / "dam.docx"
        document.save(path)
        filled = self.render(self.render(path, {}), {"ten_thon": "Ví Dụ"}, "day.docx")
        body = etree.fromstring(part(filled, "word/document.xml"))
        run = next(t for t in body.iter(f"{W}t") if t.text == "Ví Dụ").getparent()
        self.assertIsNotNone(run.find(f"{W}rPr/{W}b"))
        self.assertIsNone(run.find(f"{W}rPr/{W}rStyle"))

    def test_a_later_rendering_fills_the_blanks(self):
        template = self.template("{{ field('a', 'Một') }} và {{ field('b', 'Hai') }}, lại {{ field('a') }}")
        open_one = self.render(template, {}, "mo.docx")
        self.assertEqual(texts(open_one), ["[Một] và [Hai], lại [a]"])
        half = self.render(open_one, {"a": "1 < 2 & 3"}, "nua.docx")
        self.assertEqual(texts(half), ["1 < 2 & 3 và [Hai], lại 1 < 2 & 3"])
        whole = self.render(half, {"b": "hết"}, "het.docx")
        self.assertEqual(texts(whole), ["1 < 2 & 3 và hết, lại 1 < 2 & 3"])
        item = next(n for n in names(whole) if n.startswith("customXml/item") and FORM.encode() in part(whole, n)
                    and "Props" not in n)
        store = etree.fromstring(part(whole, item))
        self.assertEqual([child.text for child in store], ["1 < 2 & 3", "hết"])

    def test_choices_become_a_list(self):
        made = self.render(self.template("{{ field('y_kien', 'Ý kiến', choices=['Tán thành', 'Không']) }}"), {})
        body = etree.fromstring(part(made, "word/document.xml"))
        items = [item.get(f"{W}displayText") for item in body.iter(f"{W}listItem")]
        self.assertEqual(items, ["Tán thành", "Không"])

    def test_blanks_in_a_loop_have_ids_of_their_own(self):
        made = self.render(self.template("{%p for x in [1, 2, 3] %}", "{{ field('ten') }}", "{%p endfor %}"), {})
        body = etree.fromstring(part(made, "word/document.xml"))
        for name in (f"{W}sdtPr/{W}id", None):
            found = ([i.get(f"{W}val") for i in body.iterfind(f".//{name}")] if name else
                     [b.get(f"{W}id") for b in body.iter(f"{W}bookmarkStart")])
            self.assertEqual(len(set(found)), 3, found)
        marks = [b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")]
        self.assertEqual(marks, ["qc_ten", "qc_ten_r2", "qc_ten_r3"])

    def test_a_missing_field_is_false(self):
        made = self.render(self.template("{% if field('ten') %}có{% else %}chưa có{% endif %}"), {})
        self.assertEqual(texts(made), ["chưa có"])

    def test_a_name_that_no_blank_can_have(self):
        answer = self.driver.render(self.template("{{ field('Tên thôn') }}"), {}, self.folder / "x.docx")
        self.assertFalse(answer["done"])
        self.assertEqual([f["code"] for f in answer["findings"]], ["template.field-name"])

    def test_no_blank_in_a_header(self):
        document = docx.Document()
        document.sections[0].header.paragraphs[0].text = "{{ field('ten') }}"
        path = self.folder / "dau.docx"
        document.save(path)
        answer = self.driver.render(path, {}, self.folder / "x.docx")
        self.assertFalse(answer["done"])
        self.assertEqual([f["code"] for f in answer["findings"]], ["template.field-place"])


if __name__ == "__main__":
    unittest.main()

"""What is said of a bad template or bad data: the whole text, with part, paragraph or cell, snippet, caret and hint; all
findings of a template at once. Memory and time stay bounded, and nothing is written."""

import unittest
import zipfile


import rendering
from rendering import document


class Mistakes(rendering.Case):
    def said(self, made, data=None):
        """The findings, the name of the template taken out."""
        path = made if not hasattr(made, "save") else self.save(made)
        output = self.folder / "refused.docx"
        found = self.findings(path, data or {})
        self.assertFalse(output.exists())
        return [text.replace(path.name, "mau.docx") for text in found]

    def test_an_unclosed_tag(self):
        self.assertEqual(['mau.docx › body › paragraph 2\n'
                          'error: the tag opened by "{{" has no closing "}}" [template.unclosed-tag]\n'
                          '  Kính gửi {{ ten\n'
                          '           ^~  add "}}" at the end of the tag'],
                         self.said(document("đầu", "Kính gửi {{ ten")))

    def test_an_unclosed_block(self):
        self.assertEqual(['mau.docx › body › paragraph 1\n'
                          'error: "if" has no "endif" [template.unclosed]\n'
                          '  {%p if a %}\n'
                          '      ^~  add a tag endif'],
                         self.said(document("{%p if a %}", "x"), {"a": 1}))

    def test_crossed_blocks(self):
        found = self.said(document("{% if a %}{% for x in b %}{% endif %}{% endfor %}"), {"a": 1, "b": []})
        self.assertEqual(2, len(found), found)
        self.assertIn('"for" has no "endfor" before "endif"', found[0])

    def test_a_block_that_ends_in_another_cell(self):
        self.assertEqual(['mau.docx › body › table 1 › row 1 › column 2\n'
                          'error: "if" and "endif" do not stand at one level: one of them is inside another paragraph, cell or '
                          'frame [template.word.crosses]\n'
                          '  b{% endif %}\n'
                          '     ^~~~~~~  use {%p for whole paragraphs, {%tr for rows, {%tc for cells, at both ends'],
                         self.said(document([["{% if a %}a", "b{% endif %}"]]), {"a": 1}))

    def test_unknown_names_filters_and_attributes_all_at_once(self):
        self.assertEqual(['mau.docx › body › paragraph 1\n'
                          'error: there is no filter "uper" [template.unknown-filter]\n'
                          '  {{ ten|uper }}\n'
                          '         ^~~~  did you mean "upper"?',
                          'mau.docx › body › paragraph 2\n'
                          'error: there is no filter "lowr" [template.unknown-filter]\n'
                          '  {{ ten|lowr }}\n'
                          '         ^~~~  did you mean "lower"?'],
                         self.said(document("{{ ten|uper }}", "{{ ten|lowr }}")))
        self.assertEqual(['mau.docx › body › paragraph 1\n'
                          'error: there is no value called "tenn" [template.unknown-name]\n'
                          '  Gửi {{ tenn }}\n'
                          '         ^~~~  did you mean "ten"?\n'
                          "  → if it may be missing, write tenn|default('')",
                          'mau.docx › body › table 1 › row 2 › column 2\n'
                          'error: a value of type mapping has no "nmae" [template.no-attribute]\n'
                          '  x {{ d.nmae }}\n'
                          '         ^~~~  did you mean "name"?'],
                         self.said(document("Gửi {{ tenn }}", [["a", "b"], ["c", "x {{ d.nmae }}"]]),
                                   {"ten": "x", "d": {"name": 1}}))

    def test_division_by_zero_and_a_wrong_type(self):
        found = self.said(document("{{ 1 // a }}", "{{ ten + 1 }}", "{{ 'a' * ten }}"), {"a": 0, "ten": "x"})
        self.assertEqual(3, len(found), found)
        self.assertIn("division by zero", found[0])
        self.assertIn("paragraph 2", found[1])

    def test_probes_for_the_inside_of_the_program(self):
        for probe in ("''.__class__", "ten.__class__.__mro__", "self.__globals__", "ten.__init__", "().__class__.__bases__"):
            with self.subTest(probe):
                self.assertEqual(1, len(self.said(document("{{ %s }}" % probe), {"ten": "x"})))

    def test_two_paragraph_tags_in_one_paragraph(self):
        self.assertEqual(['mau.docx › body › paragraph 1\n'
                          'error: two tags with p in one paragraph, row or cell [template.word.twin-tag]\n'
                          '  {%p if a %}{%p endif %}\n'
                          '                ^~~~~~~  give each a paragraph, row or cell of its own'],
                         [text for text in self.said(document("{%p if a %}{%p endif %}"), {"a": 1}) if "twin" in text])

    def test_a_row_tag_outside_of_tables(self):
        self.assertEqual(['mau.docx › body › paragraph 1\n'
                          'error: the tag with tr stands in no paragraph, row or cell [template.word.no-element]\n'
                          '  {%tr set x = 1 %}\n'
                          '      ^~~~~~~~~~~  p is a paragraph, tr a row, tc a cell of a table'],
                         self.said(document("{%tr set x = 1 %}")))

    def test_words_beside_a_paragraph_tag_are_told_of(self):
        made = self.save(document("{%p if a %} chữ thừa", "x", "{%p endif %}"))
        answer = self.driver.render(made, {"a": 1}, self.folder / "out.docx")
        self.assertTrue(answer["done"])
        self.assertEqual(["template.word.text-lost"], [finding["code"] for finding in answer["findings"]])

    def test_an_endless_loop_and_deep_recursion_end(self):
        for text, code in (("{% for i in range(10**12) %}{% endfor %}", "too-many-steps"),
                           ("{% for i in range(10**9) %}" + "x" * 500 + "{% endfor %}", "too-much-output"),
                           ("{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(1) }}", "recursion")):
            with self.subTest(code):
                found = self.said(document(text))
                self.assertIn(f"[template.{code}]", found[0])

    def test_a_picture_that_is_not_there(self):
        self.assertEqual(['mau.docx › body › paragraph 1\n'
                          'error: the file "khong-co.png" cannot be read [template.no-file]\n'
                          "  {{ image('khong-co.png') }}\n"
                          '     ^~~~~  paths begin at the folder of the template'],
                         self.said(document("{{ image('khong-co.png') }}")))

    def test_headers_and_footnotes_have_addresses_of_their_own(self):
        made = document("x")
        made.sections[0].header.paragraphs[0].text = "{{ a }}"
        self.assertTrue(self.said(made)[0].startswith("mau.docx › header 1 › paragraph 1\n"))

    def archive(self, name, entries):
        path = self.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
            for entry, data in entries:
                made.writestr(entry, data)
        return path

    def test_archives_made_to_do_harm(self):
        whole = zipfile.ZipFile(self.save(document("x")))
        entries = [(entry, whole.read(entry)) for entry in whole.namelist()]
        cases = {"bomb.docx": (entries + [("word/media/a.bin", b"\0" * (300 << 20))], "archive.too-large"),
                 "path.docx": (entries + [("../../a.txt", b"x")], "archive.bad-name"),
                 "twin.docx": (entries + [entries[0]], "archive.duplicate-name")}
        for name, (content, code) in cases.items():
            with self.subTest(name), self.assertWarnsRegex(UserWarning, "") if "twin" in name else self.subTest():
                self.assertIn(f"[{code}]", self.said(self.archive(name, content))[0])

    def test_a_document_type_is_refused(self):
        whole = zipfile.ZipFile(self.save(document("{{ x }}")))
        entries = [(entry, whole.read(entry)) for entry in whole.namelist() if entry != "word/document.xml"]
        evil = ('<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "b">]><w:document xmlns:w="http://schemas.openxmlformats.org/'
                'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{{ &a; }}</w:t></w:r></w:p></w:body></w:document>')
        self.assertIn("[xml.doctype]", self.said(self.archive("doctype.docx", entries + [("word/document.xml", evil)]))[0])

    def test_what_is_no_document(self):
        path = self.folder / "rac.docx"
        path.write_bytes(b"not a document")
        self.assertIn("[archive.not-a-zip]", self.said(path)[0])


if __name__ == "__main__":
    unittest.main()

"""What is said of a bad template or bad data: the whole text, with part, paragraph or cell, snippet, caret and hint; all
findings of a template at once. Memory and time stay bounded, and nothing is written."""

import os
import struct
import unittest
import warnings
import zipfile

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import rendering
from rendering import document


class Mistakes(rendering.Case):
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
        text = "  {% if a %}{% for x in b %}{% endif %}{% endfor %}\n"
        self.assertEqual(['mau.docx › body › paragraph 1\n'
                          'error: "for" has no "endfor" before "endif" [template.unclosed-before]\n' + text +
                          '               ^~~  add a tag endfor',
                          'mau.docx › body › paragraph 1\n'
                          'error: "endfor" closes nothing: no "for" is open [template.stray-end]\n' + text +
                          '                                          ^~~~~~'],
                         self.said(document("{% if a %}{% for x in b %}{% endif %}{% endfor %}"), {"a": 1, "b": []}))

    def test_a_block_that_ends_in_another_cell(self):
        self.assertEqual(['mau.docx › body › table 1 › row 1 › column 2\n'
                          'error: "if" and "endif" do not stand at one level: one of them is inside another paragraph, cell or '
                          'frame [template.word.crosses]\n'
                          '  b{% endif %}\n'
                          '     ^~~~~~~  use {%p for whole paragraphs, {%tr for rows, {%tc for cells, at both ends'],
                         self.said(document([["{% if a %}a", "b{% endif %}"]]), {"a": 1}))

    def test_merging_outside_a_loop(self):
        hint = "  put it inside {%tr for … %} or {%tc for … %}; to merge by group write {% vm key %}"
        self.assertEqual(['mau.docx › body › table 1 › row 1 › column 1\n'
                          'error: "vm" merges the rounds of a loop, and there is no loop here [template.word.no-loop]\n'
                          '  {% vm %}a\n'
                          '       ^' + hint,
                          'mau.docx › body › table 1 › row 1 › column 2\n'
                          'error: "hm" merges the rounds of a loop, and there is no loop here [template.word.no-loop]\n'
                          '  {% hm %}b\n'
                          '       ^' + hint],
                         self.said(document([["{% vm %}a", "{% hm %}b"]])))

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

    def test_division_by_zero_and_wrong_types_of_operation_filter_item_and_method(self):
        expected = {"1 // a": ('division by zero [template.division-by-zero]', 5, 2, 'check the divisor with if first'),
                    "ten + 1": ('the operation "+" does not work between string and integer [template.no-operation]', 7, 1,
                                'to join text, use ~'),
                    "'a' * ten": ('the operation "*" does not work between string and string [template.no-operation]', 7, 1, ''),
                    "ds[9]": ('there is no item 9; the list has 1 [template.no-item]', 5, 3, ''),
                    "ten.foo()": ('a value of type string has no method "foo" [template.no-method]', 7, 3, ''),
                    "ten|round": ('"round" needs a value of type number, here is string [template.wrong-type]', 7, 5, ''),
                    "ten < 1": ('there is no order between string and integer [template.no-order]', 7, 1,
                                'turn both into one type with int, float or string')}
        found = self.said(document(*("{{ %s }}" % text for text in expected)), {"a": 0, "ten": "x", "ds": [1]})
        for number, (text, (words, column, length, hint)) in enumerate(expected.items()):
            caret = " " * (column + 2) + "^" + "~" * (length - 1) + (f"  {hint}" if hint else "")
            self.assertEqual(f"mau.docx › body › paragraph {number + 1}\nerror: {words}\n  {{{{ {text} }}}}\n{caret}", found[number])
        self.assertEqual(len(expected), len(found))

    def test_probes_for_the_inside_of_the_program(self):
        none = 'a value of type {} has no "{}" [template.no-attribute]'
        probes = {"''.__class__": (none.format("string", "__class__"), 8, 9),
                  "ten.__class__.__mro__": (none.format("string", "__class__"), 9, 9),
                  "ten['__class__']": (none.format("string", "__class__"), 8, 13),
                  "ten|attr('__class__')": (none.format("string", "__class__"), 9, 4),
                  "().__class__.__bases__": (none.format("tuple", "__class__"), 8, 9),
                  "range.__globals__": (none.format("function", "__globals__"), 11, 11)}
        found = self.said(document(*("{{ %s }}" % probe for probe in probes), "{{ self.__globals__ }}"), {"ten": "x"})
        for number, (probe, (words, column, length)) in enumerate(probes.items()):
            self.assertEqual(f"mau.docx › body › paragraph {number + 1}\nerror: {words}\n  {{{{ {probe} }}}}\n"
                             + " " * column + "^" + "~" * (length - 1), found[number])
        self.assertEqual('mau.docx › body › paragraph 7\n'
                         'error: there is no value called "self" [template.unknown-name]\n'
                         '  {{ self.__globals__ }}\n'
                         "     ^~~~  if it may be missing, write self|default('')", found[-1])
        self.assertEqual(len(probes) + 1, len(found))

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

    def warned(self, made, data):
        """Of a template that is rendered all the same."""
        path = self.save(made)
        answer = self.driver.render(path, data, self.folder / "out.docx")
        self.assertTrue(answer["done"])
        return [finding["text"].replace(path.name, "mau.docx") for finding in answer["findings"]]

    def test_words_beside_a_paragraph_tag_are_told_of(self):
        self.assertEqual(['mau.docx › body › paragraph 1\n'
                          'warning: what stands beside the tag with p is lost, because it takes the place of the whole paragraph, '
                          'row or cell [template.word.text-lost]\n'
                          '  {%p if a %} chữ thừa\n'
                          '     ^~~~~~  move it to another paragraph, row or cell'],
                         self.warned(document("{%p if a %} chữ thừa", "x", "{%p endif %}"), {"a": 1}))

    def test_a_tag_in_deleted_text(self):
        made = document("còn {{ ten }}")
        made.paragraphs[0]._p.append(parse_xml(
            f'<w:del {nsdecls("w")} w:id="9" w:author="a" w:date="2018-06-05T00:00:00Z"><w:r><w:delText>'
            "{{ mất }}</w:delText></w:r></w:del>"))
        self.assertEqual(['mau.docx › body › paragraph 1\n'
                          'warning: the tag stands in deleted words (tracked changes) and does nothing [template.word.deleted-tag]\n'
                          '  {{ mất }}\n'
                          '  ^~~~~~~~~  accept or reject the change in Word'], self.warned(made, {"ten": "x"}))

    def test_a_picture_that_is_not_there(self):
        self.assertEqual(['mau.docx › body › paragraph 1\n'
                          'error: the file "khong-co.png" cannot be read [template.no-file]\n'
                          "  {{ image('khong-co.png') }}\n"
                          '     ^~~~~  paths begin at the folder of the template, then that of the data'],
                         self.said(document("{{ image('khong-co.png') }}")))

    def test_values_that_no_property_of_word_can_have(self):
        where = 'mau.docx › body › table 1 › row 1 › column {}\n'
        self.assertEqual([where.format(1) + 'error: "rộng" cells cannot be merged; expected a whole number from 1 to 63 '
                          '[template.word.bad-span]\n  {% colspan n %}a\n            ^~~',
                          where.format(2) + 'error: "đỏ" is no colour [template.word.bad-colour]\n  {% cellbg c %}b\n'
                          "           ^~~  write six hexadecimal digits, for instance '#FFCC00'"],
                         self.said(document([["{% colspan n %}a", "{% cellbg c %}b"]]), {"n": "rộng", "c": "đỏ"}))
        found = self.said(document("{{ rich('x', size='to') }}", "{{ rich('x', color='red') }}", "{{ rich('x', highlight='cam') }}",
                                   "{{ rich('x', underline='gạch') }}"))
        self.assertEqual(['error: "to" cannot be the value of size [template.rich-value]',
                          'error: "red" is no colour [template.word.bad-colour]',
                          'error: "cam" cannot be the value of highlight [template.rich-value]',
                          'error: "gạch" cannot be the value of underline [template.rich-value]'],
                         [text.split("\n")[1] for text in found])
        self.assertTrue(found[0].endswith("write half points, 1 to 3276; size 14 is 28"))
        self.assertIn("choose one of: yellow, green,", found[2])

    def test_files_outside_of_the_folder_are_not_read(self):
        (self.folder / "ben").mkdir()
        (self.folder / "ngoai.png").write_bytes(b"x")
        template = self.folder / "ben" / "mau.docx"
        for path in ("/etc/passwd", "../ngoai.png", "a/../../ngoai.png", str(self.folder / "ngoai.png")):
            with self.subTest(path):
                document("{{ image(p) }}").save(template)
                self.assertEqual(['mau.docx › body › paragraph 1\n'
                                  f'error: "{path}" lies outside the folders of the template and of the data '
                                  '[template.outside-folder]\n'
                                  '  {{ image(p) }}\n'
                                  '     ^~~~~  copy the file into one of these folders and write its path from there, '
                                  'without ".."'], self.said(template, {"p": path}))

    def test_what_is_no_regular_file_is_not_waited_for(self):
        os.mkfifo(self.folder / "ong.png")
        (self.folder / "thu-muc.png").mkdir()
        for path in ("ong.png", "thu-muc.png"):
            self.assertEqual(['mau.docx › body › paragraph 1\n'
                              f'error: "{path}" is no regular file [template.no-regular-file]\n'
                              '  {{ image(p) }}\n'
                              '     ^~~~~'], self.said(document("{{ image(p) }}"), {"p": path}))

    def test_a_picture_of_endless_size(self):
        with open(self.folder / "lon.png", "wb") as file:
            file.truncate(33 << 20)
        self.assertEqual(['mau.docx › body › paragraph 1\n'
                          'error: the file "lon.png" is larger than 32 MB [template.file-too-large]\n'
                          "  {{ image('lon.png') }}\n"
                          '     ^~~~~  make the picture or document smaller first'],
                         self.said(document("{{ image('lon.png') }}")))

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
        cases = {"bomb.docx": (entries + [("word/media/a.bin", b"\0" * (300 << 20))],
                               'bomb.docx › entry word/media/a.bin\n'
                               'error: the ZIP archive unpacks to more than is allowed [archive.too-large]\n'
                               '  → its compression ratio is abnormal, as in a zip bomb; ask the sender for the file again'),
                 "path.docx": (entries + [("../../a.txt", b"x")],
                               'path.docx › entry ../../a.txt\n'
                               'error: the ZIP archive has an entry with an unsafe name [archive.bad-name]\n'
                               '  → absolute names, "..", backslashes and empty names are refused'),
                 "twin.docx": (entries + [entries[0]],
                               'twin.docx › entry [Content_Types].xml\n'
                               'error: the ZIP archive has two entries named "[Content_Types].xml" [archive.duplicate-name]\n'
                               '  → open it in Word or Excel and save it again')}
        warnings.simplefilter("ignore", UserWarning)  # of zipfile, for the twin
        for name, (content, expected) in cases.items():
            with self.subTest(name):
                path = self.archive(name, content)
                self.assertEqual([expected], self.findings(path, {}))

    def test_one_kilobyte_that_says_it_unpacks_to_a_gigabyte(self):
        path = self.archive("gigabyte.docx", [("word/document.xml", b"\0" * (1 << 20))])
        bytes_of = bytearray(path.read_bytes())
        size = struct.pack("<I", 1 << 20)
        while (at := bytes_of.find(size)) >= 0:
            bytes_of[at:at + 4] = struct.pack("<I", 1 << 30)
        path.write_bytes(bytes_of)
        self.assertEqual(['gigabyte.docx › entry word/document.xml\n'
                          'error: the ZIP archive unpacks to more than is allowed [archive.too-large]\n'
                          '  → its total size is too large; reduce the pictures or split the file'],
                         self.findings(path, {}))

    def test_a_document_type_is_refused(self):
        whole = zipfile.ZipFile(self.save(document("{{ x }}")))
        entries = [(entry, whole.read(entry)) for entry in whole.namelist() if entry != "word/document.xml"]
        evil = ('<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "b">]><w:document xmlns:w="http://schemas.openxmlformats.org/'
                'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{{ &a; }}</w:t></w:r></w:p></w:body></w:document>')
        self.assertIn("[xml.doctype]", self.said(self.archive("doctype.docx", entries + [("word/document.xml", evil)]))[0])

    def test_a_document_type_is_refused_where_no_tags_are(self):
        whole = zipfile.ZipFile(self.save(document("không có thẻ")))
        for name, prolog in (("word/document.xml", b""), ("word/styles.xml", b"<?xml version='1.0'?> <!-- a -->\n"),
                             ("word/_rels/document.xml.rels", b"\xef\xbb\xbf")):
            with self.subTest(name):
                entries = [(entry, (prolog + b'<!DOCTYPE a [<!ENTITY b "c">]>' if entry == name else b"") + whole.read(entry))
                           for entry in whole.namelist()]
                found = self.said(self.archive("doctype.docx", entries))
                self.assertEqual(1, len(found))
                self.assertIn("the XML has a DOCTYPE declaration; such files are refused for safety [xml.doctype]", found[0])
        wide = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16")
        entries = [(entry, whole.read(entry)) for entry in whole.namelist()] + [("customXml/item9.xml", wide)]
        self.assertIn("[xml.doctype]", self.said(self.archive("doctype.docx", entries))[0])

    def test_what_is_no_document(self):
        path = self.folder / "rac.docx"
        path.write_bytes(b"not a document")
        self.assertEqual(['rac.docx\nerror: the file is not a ZIP archive (DOCX and XLSX are ZIP archives) [archive.not-a-zip]\n'
                          '  → check the file: old .doc and .xls files must be saved again as .docx and .xlsx'],
                         self.findings(path, {}))


if __name__ == "__main__":
    unittest.main()

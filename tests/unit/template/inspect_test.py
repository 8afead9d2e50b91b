"""`quyche inspect`: what a template wants, as a tree, as JSON, as JSON Schema, and data beside it."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import docx

BUILD = pathlib.Path(os.environ.get("QUYCHE_BUILD", pathlib.Path(__file__).parents[3] / "build"))
TEXT = """Kính gửi {{ chair.name }}
{% for m in members %}{{ m.name|upper }}{% endfor %}
{{ note|default('-') }}{{ day|long_date }}
"""


class Inspect(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        (self.folder / "mau.txt").write_text(TEXT, encoding="utf-8")

    def run_inspect(self, *arguments):
        return subprocess.run([BUILD / "bin" / "quyche", "inspect", *arguments], cwd=self.folder,
                              capture_output=True, text=True, encoding="utf-8")

    def word_template(self):
        document = docx.Document()
        document.add_paragraph("Kính gửi {{ chair.name }}")
        row = document.add_table(rows=3, cols=1).rows
        row[0].cells[0].text = "{%tr for m in members %}"
        row[1].cells[0].text = "{{ m.name }}"
        row[2].cells[0].text = "{%tr endfor %}"
        document.save(self.folder / "mau.docx")

    def test_the_variables_are_a_tree_with_kinds_and_places(self):
        done = self.run_inspect("mau.txt")
        self.assertEqual("", done.stderr)
        self.assertEqual("chair  (bản ghi)  dòng 1\n"
                         "  name  (chữ hoặc số)  dòng 1\n"
                         "members  (danh sách)  dòng 2\n"
                         "  name  (chữ hoặc số)  dòng 2\n"
                         "note  (chữ hoặc số; có thể thiếu)  dòng 3\n"
                         "day  (ngày)  dòng 3\n", done.stdout)
        self.assertEqual(0, done.returncode)

    def test_in_english_and_in_json_kinds_are_those_of_the_language(self):
        self.assertIn("chair  (mapping)  line 1\n  name  (string, number)  line 1\n",
                      self.run_inspect("mau.txt", "--lang", "en").stdout)
        tree = json.loads(self.run_inspect("mau.txt", "--json").stdout)
        self.assertEqual(["mapping", "list", "string, number", "date"], [entry["kind"] for entry in tree])

    def test_the_tree_as_json_and_the_schema(self):
        tree = json.loads(self.run_inspect("mau.txt", "--json").stdout)
        self.assertEqual(["chair", "members", "note", "day"], [entry["name"] for entry in tree])
        self.assertEqual([False, False, True, False], [entry["optional"] for entry in tree])
        schema = json.loads(self.run_inspect("mau.txt", "--schema").stdout)
        self.assertEqual("https://json-schema.org/draft/2020-12/schema", schema["$schema"])
        self.assertEqual(["chair", "members", "day"], schema["required"])

    def test_data_is_checked_and_errors_end_with_1(self):
        (self.folder / "data.json").write_text(
            '{"chiar": {"name": "A"}, "members": [], "day": "1/2/2026"}', encoding="utf-8")
        done = self.run_inspect("mau.txt", "--data", "data.json")
        self.assertEqual(1, done.returncode)
        self.assertIn("data.json › mục chair\n"
                      "lỗi: thiếu «chair» (kiểu bản ghi) [schema.missing]\n"
                      "  → dữ liệu có «chiar» không dùng đến: có phải là nó không?", done.stderr)

    def test_a_list_is_sent_to_the_check_of_lists(self):
        self.word_template()
        (self.folder / "ds.xlsx").write_bytes(b"PK")
        done = self.run_inspect("mau.docx", "--data", "ds.xlsx")
        self.assertEqual((1, "", "ds.xlsx\n"
                          "lỗi: «ds.xlsx» là danh sách, mỗi dòng một dữ liệu; lệnh inspect chỉ đối chiếu được một dữ liệu JSON "
                          "[inspect.is-a-list]\n"
                          "  → kiểm tra từng dòng của danh sách bằng: quyche check mau.docx ds.xlsx\n"),
                         (done.returncode, done.stdout, done.stderr))

    def test_a_word_template_is_inspected_the_same_way(self):
        self.word_template()
        done = self.run_inspect("mau.docx", "--json")
        self.assertEqual("", done.stderr)
        tree = json.loads(done.stdout)
        self.assertEqual(["chair", "members"], [entry["name"] for entry in tree])
        self.assertEqual("list", tree[1]["kind"])
        self.assertEqual(["name"], [part["name"] for part in tree[1]["parts"]])
        self.assertEqual(["thân văn bản › đoạn 1"], tree[0]["places"])

    def included(self, words, call):
        part, whole = docx.Document(), docx.Document()
        part.add_paragraph(words)
        part.save(self.folder / "phan.docx")
        whole.add_paragraph("Kính gửi {{ chair }}")
        for line in call:
            whole.add_paragraph(line)
        whole.save(self.folder / "mau.docx")
        done = self.run_inspect("mau.docx", "--json")
        return json.loads(done.stdout) if done.stdout else None, done.stderr

    def test_what_included_documents_want_is_wanted_of_the_data(self):
        tree, said = self.included("{{ place }}, {{ chair }}, {{ title }}", ["{{p include('phan.docx', title='A') }}"])
        self.assertEqual("", said)
        self.assertEqual(["chair", "place"], [entry["name"] for entry in tree])
        self.assertEqual(["thân văn bản › đoạn 1", "phan.docx › thân văn bản › đoạn 1"], tree[0]["places"])
        self.assertFalse(tree[1]["conditional"])

    def test_behind_a_condition_it_is_wanted_only_there(self):
        tree, said = self.included("{{ place }}", ["{%p if far %}", "{{p include('phan.docx') }}", "{%p endif %}"])
        self.assertEqual("", said)
        self.assertEqual([("chair", False), ("far", False), ("place", True)],
                         [(entry["name"], entry["conditional"]) for entry in tree])

    def test_a_mistake_in_an_included_document_and_one_that_is_not_there_are_told(self):
        _, said = self.included("{{ place|khong }}", ["{{p include('phan.docx') }}", "{{p include('mat.docx') }}"])
        self.assertIn("phan.docx › thân văn bản › đoạn 1\nlỗi: không có bộ lọc «khong» [template.unknown-filter]", said)
        self.assertIn("mau.docx › thân văn bản › đoạn 3\nlỗi: không đọc được tệp «mat.docx»", said)

    def test_a_document_that_includes_itself_is_told_of(self):
        tree, said = self.included("{{ place }}{% if deep %}{{ include('phan.docx') }}{% endif %}",
                                   ["{{p include('phan.docx') }}"])
        self.assertIn("phan.docx › thân văn bản › đoạn 1\ncảnh báo: các tệp chèn lẫn nhau thành vòng hoặc quá sâu: "
                      "mau.docx → phan.docx → phan.docx [template.include-cycle]", said)
        self.assertEqual(["chair", "place", "deep"], [entry["name"] for entry in tree])

    def test_names_that_were_handed_over_go_on_inwards(self):
        leaf = docx.Document()
        leaf.add_paragraph("{{ who }} {{ extra }}")
        leaf.save(self.folder / "la.docx")
        tree, said = self.included("{{ who }} {{ include('la.docx') }}", ["{{p include('phan.docx', who=boss) }}"])
        self.assertEqual("", said)
        self.assertEqual(["chair", "boss", "extra"], [entry["name"] for entry in tree])


if __name__ == "__main__":
    unittest.main()

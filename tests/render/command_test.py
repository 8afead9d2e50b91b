"""The command render: one document, one a line on all processors, taken up again where it was left."""

import json
import subprocess
import unittest

import rendering
from rendering import body, document, png

PROGRAM = rendering.BUILD / "bin" / "quyche"


class Command(rendering.Case):
    def run_program(self, *arguments):
        return subprocess.run([PROGRAM, "--lang", "en", "render", *map(str, arguments)], capture_output=True, text=True,
                              check=False)

    def rows(self, *rows):
        path = self.folder / "rows.jsonl"
        path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
        return path

    def test_one_document(self):
        data = self.folder / "data.json"
        data.write_text('{"ten": "thôn Mẫu & Thử"}', encoding="utf-8")
        out = self.folder / "one" / "out.docx"
        answer = self.run_program(self.save(document("Gửi {{ ten }}")), data, "-o", out)
        self.assertEqual((0, "", f"Made {out}.\n"), (answer.returncode, answer.stderr, answer.stdout))
        self.assertEqual(["Gửi thôn Mẫu & Thử"], body(out))

    def test_pictures_lie_beside_the_template_or_beside_the_data(self):
        for name, size in (("mau", 1), ("so-lieu", 2)):
            (self.folder / name).mkdir()
            (self.folder / name / f"{size}.png").write_bytes(png(size, size))
        template = self.folder / "mau" / "mau.docx"
        document("{{ image(a) }}{{ image(b) }}").save(template)
        data = self.folder / "so-lieu" / "data.json"
        data.write_text(json.dumps({"a": "1.png", "b": str(self.folder / "so-lieu" / "2.png")}), encoding="utf-8")
        out = self.folder / "pictures.docx"
        answer = self.run_program(template, data, "-o", out)
        self.assertEqual((0, ""), (answer.returncode, answer.stderr))
        self.assertEqual(png(2, 2), rendering.part(out, "word/media/qc_2.png"))

    def test_a_name_twice_in_the_data_is_refused(self):
        data = self.folder / "twin.json"
        data.write_text('{"ten": "a",\n "ten": "b"}', encoding="utf-8")
        answer = self.run_program(self.save(document("Gửi {{ ten }}")), data, "-o", self.folder / "twin.docx")
        self.assertEqual((1, f'{data} › line 2\nerror: the JSON has the name "ten" twice in one object [json.twin-key]\n'
                          '  "ten": "b"}\n  ^~~~~  remove one of them and keep the right value\n'),
                         (answer.returncode, answer.stderr))
        self.assertFalse((self.folder / "twin.docx").exists())

    def test_each_line_and_what_is_there_already_stays(self):
        template = self.save(document("Gửi {{ ten }}"))
        pattern = f"{self.folder}/each/{{{{ id }}}}.docx"
        rows = [{"id": number, "ten": f"số {number}"} for number in range(20)]
        self.assertEqual(0, self.run_program(template, "--each", self.rows(*rows[:5]), "-o", pattern).returncode)
        kept = (self.folder / "each/3.docx").stat().st_mtime_ns
        answer = self.run_program(template, "--each", self.rows(*rows), "-o", pattern)
        self.assertEqual(f"Made 15 documents at {pattern}; 5 were there already and stay as they are.\n", answer.stdout)
        self.assertEqual(kept, (self.folder / "each/3.docx").stat().st_mtime_ns)
        self.assertEqual(["Gửi số 19"], body(self.folder / "each/19.docx"))

    def test_bad_lines_are_told_together_and_the_others_written(self):
        template = self.save(document("Gửi {{ ten }}"))
        rows = self.rows({"id": 1, "ten": "a"}, {"id": 2}, {"id": 1, "ten": "b"}, {"id": "../x", "ten": "c"})
        answer = self.run_program(template, "--each", rows, "-o", f"{self.folder}/bad/{{{{ id }}}}.docx")
        self.assertEqual(1, answer.returncode)
        self.assertEqual(["1.docx"], [path.name for path in (self.folder / "bad").iterdir()])
        for code, line in (("template.unknown-name", 2), ("render.bad-path", 4)):
            self.assertIn(f"[{code}]", answer.stderr)
            self.assertIn(f"→ data: {rows}, line {line}", answer.stderr)
        self.assertIn("[render.twin-path]", answer.stderr)

    def test_names_that_hide_meet_or_leave_the_folder_are_refused(self):
        template = self.save(document("Gửi {{ ten }}"))
        names = ["1", "./1", "", "/1", "a\u0000b", "a\nb", "/../../x", "x/../../y"]
        rows = self.rows(*({"id": name, "ten": "a"} for name in names))
        answer = self.run_program(template, "--each", rows, "-o", f"{self.folder}/outer/names/{{{{ id }}}}.docx")
        self.assertEqual(1, answer.returncode)
        self.assertEqual(["names", "1.docx"], [path.name for path in (self.folder / "outer").rglob("*")])
        self.assertEqual(2, answer.stderr.count("[render.twin-path]"))
        self.assertEqual(5, answer.stderr.count("[render.bad-path]"))

    def test_an_absolute_name_does_not_leave_the_working_folder(self):
        template = self.save(document("Gửi"))
        rows = self.rows({"id": f"{self.folder}/elsewhere"})
        answer = self.run_program(template, "--each", rows, "-o", "{{ id }}.docx")
        self.assertIn("[render.bad-path]", answer.stderr)
        self.assertFalse((self.folder / "elsewhere.docx").exists())

    def test_a_refused_template_leaves_the_old_document(self):
        out = self.folder / "old.docx"
        out.write_bytes(b"old")
        data = self.folder / "data.json"
        data.write_text("{}", encoding="utf-8")
        answer = self.run_program(self.save(document("{{ ten }")), data, "-o", out)
        self.assertEqual((1, b"old"), (answer.returncode, out.read_bytes()))


if __name__ == "__main__":
    unittest.main()

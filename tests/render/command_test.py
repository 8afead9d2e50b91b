"""The command render: one document, one a line on all processors, taken up again where it was left."""

import datetime
import json
import subprocess
import unittest

import openpyxl

import rendering
from rendering import body, document, png

PROGRAM = rendering.BUILD / "bin" / "quyche"
RENEW = "To make those anew (after correcting the list, say), add --overwrite.\n"


class Command(rendering.Case):
    def run_program(self, *arguments, language="en"):
        return subprocess.run([PROGRAM, "--lang", language, "render", *map(str, arguments)], capture_output=True, text=True,
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
        self.assertEqual(f"{pattern}: 15 made; 5 there already and kept.\n{RENEW}", answer.stdout)
        self.assertEqual(kept, (self.folder / "each/3.docx").stat().st_mtime_ns)
        self.assertEqual(["Gửi số 19"], body(self.folder / "each/19.docx"))

    def test_documents_that_are_there_are_made_anew_when_asked(self):
        template = self.save(document("Gửi {{ ten }}"))
        folder = self.folder / "anew"
        pattern = f"{folder}/{{{{ id }}}}.docx"
        self.assertEqual(0, self.run_program(template, "--each", self.rows({"id": 1, "ten": "a"}, {"id": 2, "ten": "b"}), "-o",
                                             pattern).returncode)
        (folder / "1.docx").chmod(0o640)
        rows = self.rows({"id": 1, "ten": "c"}, {"id": 2}, {"id": 3, "ten": "d"})
        answer = self.run_program(template, "--each", rows, "-o", pattern, "--overwrite", "--dry-run")
        self.assertEqual("Dry run: nothing was written.\n"
                         f"{pattern}: 1 would be made; 1 would be made anew in place of the old ones; 1 rows refused, no document made.\n",
                         answer.stdout)
        self.assertEqual((["Gửi a"], False), (body(folder / "1.docx"), (folder / "3.docx").exists()))
        answer = self.run_program(template, "--each", rows, "-o", pattern, "--overwrite", "--json")
        said = json.loads(answer.stdout)
        self.assertEqual((1, 2, 1, 0, 1), (answer.returncode, *(said[key] for key in ("documents", "replaced", "kept", "refused"))))
        self.assertEqual([["Gửi c"], ["Gửi b"], ["Gửi d"]], [body(folder / f"{number}.docx") for number in (1, 2, 3)])
        self.assertEqual(0o640, (folder / "1.docx").stat().st_mode & 0o777)
        self.assertEqual(["1.docx", "2.docx", "3.docx"], sorted(path.name for path in folder.iterdir()))

    def test_the_template_and_the_list_are_never_overwritten(self):
        folder = self.folder / "own"
        folder.mkdir()
        template = folder / "mau.docx"
        document("Gửi {{ ten }}").save(template)
        (folder / "lien-ket.docx").symlink_to("mau.docx")
        before = template.read_bytes()
        rows = self.rows({"ten": "mau"}, {"ten": "lien-ket"}, {"ten": "khac"})
        answer = self.run_program(template, "--each", rows, "-o", f"{folder}/{{{{ ten }}}}.docx", "--overwrite")
        self.assertEqual((1, 2, True), (answer.returncode, answer.stderr.count("[render.own-file]"), before == template.read_bytes()))
        self.assertEqual(["Gửi khac"], body(folder / "khac.docx"))

    def test_a_dry_run_says_what_would_be_made(self):
        template = self.save(document("Gửi {{ ten }}"))
        data = self.folder / "dry.json"
        data.write_text('{"ten": "a"}', encoding="utf-8")
        out = self.folder / "dry.docx"
        answer = self.run_program(template, data, "-o", out, "--dry-run", language="vi")
        self.assertEqual(f"Chạy thử: chưa ghi tệp nào.\nSẽ lập {out}.\n", answer.stdout)
        self.assertFalse(out.exists())
        out.write_bytes(b"old")
        answer = self.run_program(template, data, "-o", out, "--dry-run", language="vi")
        self.assertEqual(f"Chạy thử: chưa ghi tệp nào.\nSẽ lập lại {out}, ghi đè văn bản đã có.\n", answer.stdout)
        self.assertEqual(b"old", out.read_bytes())

    def test_each_row_of_a_workbook(self):
        book = openpyxl.Workbook()
        book.active.title = "Ghi chú"
        book.active.append(["Bảng này không có cột nào của mẫu"])
        sheet = book.create_sheet("Danh sách")
        for row in (["ĐẢNG BỘ XÃ MẪU", None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"], [], ["STT", "Họ và tên", "Ngày sinh", "Số người", "Có"],
                    [1, "Nguyễn Văn Mẫu", datetime.date(1970, 2, 5), 12, True], [],
                    [2, "Lê & Ví Dụ", datetime.date(1981, 11, 30), 1.5, False]):
            sheet.append(row)
        rows = self.folder / "rows.xlsx"
        book.save(rows)
        template = self.save(document("{{ ho_va_ten }}, {{ ngay_sinh }}, {{ ngay_sinh|long_date }}, {{ so_nguoi + 1 }}"
                                      "{% if có %}, có{% endif %}"))
        pattern = f"{self.folder}/book/{{{{ STT }}}}.docx"
        answer = self.run_program(template, "--each", rows, "-o", pattern)
        self.assertEqual((0, "", f"{pattern}: 2 made.\n"),
                         (answer.returncode, answer.stderr, answer.stdout))
        self.assertEqual(["Nguyễn Văn Mẫu, 05/02/1970, ngày 05 tháng 02 năm 1970, 13, có"], body(self.folder / "book/1.docx"))
        self.assertEqual(["Lê & Ví Dụ, 30/11/1981, ngày 30 tháng 11 năm 1981, 2.5"], body(self.folder / "book/2.docx"))

        sheet["B6"].data_type = "e"
        sheet["B6"].value = "#DIV/0!"
        book.save(rows)
        answer = self.run_program(template, "--each", rows, "-o", f"{self.folder}/wrong/{{{{ STT }}}}.docx")
        self.assertEqual((1, f"{rows} › sheet 'Danh sách' › cell B6\n"
                          'error: "Họ và tên": the formula in the cell shows the error #DIV/0! [field.cell-error]\n'
                          '  → correct the formula, or type the value into the cell\n'
                          f'  → data: {rows}, line 6\n'), (answer.returncode, answer.stderr))
        self.assertEqual(["1.docx"], [path.name for path in (self.folder / "wrong").iterdir()])

    def test_a_formula_whose_result_is_not_stored_is_refused(self):
        book = openpyxl.Workbook()
        for row in (["STT", "Họ và tên", "Tuổi"], [1, "Nguyễn Văn Mẫu", "=2026-1970"], [2, "Lê Thị Ví Dụ", 40]):
            book.active.append(row)
        rows = self.folder / "formulas.xlsx"
        book.save(rows)
        template = self.save(document("{{ ho_va_ten }}, {{ tuoi }}"))
        said = (f"{rows} › sheet 'Sheet' › cell C2\n"
                'error: "Tuổi": the cell has a formula, but the file does not hold its result [field.no-result]\n'
                "  → open the file in Excel or LibreOffice, save it once and run again; or type the value into the cell\n"
                f"  → data: {rows}, line 2\n")
        answer = self.run_program(template, "--each", rows, "-o", f"{self.folder}/formulas/{{{{ STT }}}}.docx")
        self.assertEqual((1, said), (answer.returncode, answer.stderr))
        self.assertEqual(["2.docx"], [path.name for path in (self.folder / "formulas").iterdir()])
        self.assertTrue(self.check(template, rows).stdout.startswith(said))
        # Where no tag asks for the column nothing is said.
        template = self.save(document("{{ ho_va_ten }}"))
        answer = self.run_program(template, "--each", rows, "-o", f"{self.folder}/names/{{{{ STT }}}}.docx")
        self.assertEqual((0, ""), (answer.returncode, answer.stderr))

    def test_mistakes_with_a_table(self):
        folder = self.folder / "table"
        folder.mkdir()
        rows = folder / "rows.csv"
        rows.write_text("STT;Họ và tên;Ngày\n1;Nguyễn Văn A/B;3/2/1970\n2;trần: văn mẫu;4/2/1970\n3;TRẦN: VĂN MẪU;5/2/1970\n"
                        ";;\nTổng cộng;;\n", encoding="utf-8")
        template = self.save(document("Gửi {{ ho_va_ten }}, {{ ngay }}"))

        def run(*arguments):
            answer = self.run_program(*arguments)
            return answer.returncode, answer.stderr

        pattern = f"{folder}/{{{{ ngay }}}} {{{{ Họ_và_tên }}}}.docx"
        self.assertEqual((0, ""), run(template, "--each", rows, "-o", pattern))
        self.assertEqual(["3-2-1970 Nguyễn Văn A-B.docx", "4-2-1970 trần- văn mẫu.docx", "5-2-1970 TRẦN- VĂN MẪU.docx"],
                         sorted(path.name for path in folder.glob("*.docx")))
        self.assertEqual(["Gửi Nguyễn Văn A/B, 3/2/1970"], body(folder / "3-2-1970 Nguyễn Văn A-B.docx"))

        code, text = run(template, "--each", rows, "-o", f"{folder}/{{{{ ho_va_ten }}}}.docx")
        self.assertEqual((1, 1), (code, text.count("[render.twin-path]")))
        self.assertEqual((1, f"{folder}/x.docx\nerror: the name given with -o has no tag, so that all rows would write one file"
                          " [render.one-path]\n  → put a column that differs in each row into the name, in single quotes, such as"
                          " -o 'letters/{{ STT }}.docx'\n"), run(template, "--each", rows, "-o", folder / "x.docx"))
        self.assertEqual((1, f"{rows}\nerror: \"{rows}\" is a table: each row becomes a document [render.needs-each]\n"
                          f"  → put --each before it, and a tag into the name of the files, such as --each {rows} -o"
                          " 'letters/{{ STT }} {{ ho_va_ten }}.docx'\n"), run(template, rows, "-o", folder / "x.docx"))
        old = folder / "rows.xls"
        old.write_bytes(b"\xd0\xcf\x11\xe0")
        self.assertEqual((1, f"{old}\nerror: \"{old}\" is no .xlsx, .csv or .jsonl [render.other-file]\n"
                          "  → open the list in Excel or LibreOffice and save it as .xlsx\n"),
                         run(template, "--each", old, "-o", pattern))
        plain = self.save(document("Gửi «Họ và tên»"))
        self.assertEqual((1, f"{plain}\nerror: the template has no tags, so that all documents would be the same [render.no-tags]\n"
                          "  → write names of columns in double braces, such as {{ ho_va_ten }}\n"),
                         run(plain, "--each", rows, "-o", pattern))
        self.assertFalse((folder / "x.docx").exists())

    def test_no_more_than_some_mistakes_of_rows_are_listed(self):
        answer = self.run_program(self.save(document("{{ ten }}")), "--each", self.rows(*({"id": i} for i in range(250))), "-o",
                                  f"{self.folder}/many/{{{{ id }}}}.docx")
        self.assertEqual((1, 200), (answer.returncode, answer.stderr.count("[template.unknown-name]")))
        self.assertTrue(answer.stderr.endswith("note: 50 more mistakes and warnings in rows are not listed [render.more-rows]\n"),
                        answer.stderr[-200:])

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

    def test_the_summary_counts_what_was_made_kept_and_refused(self):
        template = self.save(document("Gửi {{ ten }}"))
        pattern = f"{self.folder}/counts/{{{{ id }}}}.docx"
        self.assertEqual(0, self.run_program(template, "--each", self.rows({"id": 1, "ten": "a"}), "-o", pattern).returncode)
        rows = self.rows({"id": 1, "ten": "a"}, {"id": 2}, {"id": 3, "ten": "b"}, {"id": 4, "ten": "c"}, {"id": 4, "ten": "c"})
        answer = self.run_program(template, "--each", rows, "-o", pattern, language="vi")
        self.assertEqual((1, f"{pattern}: đã lập 2 văn bản; giữ nguyên 1 văn bản đã có từ trước; 2 dòng có lỗi, không lập văn bản.\n"
                          "Muốn lập lại cả văn bản đã có (ví dụ sau khi sửa danh sách), thêm --overwrite.\n"),
                         (answer.returncode, answer.stdout))
        self.assertIn("[render.twin-path]", answer.stderr)
        answer = self.run_program(template, "--each", rows, "-o", pattern, "--json")
        said = json.loads(answer.stdout)
        self.assertEqual((1, "", 0, 3, 2), (answer.returncode, answer.stderr, said["documents"], said["kept"], said["refused"]))
        self.assertEqual(["template.unknown-name", "render.twin-path"], [finding["code"] for finding in said["findings"]])

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

    def test_a_name_of_another_kind_of_file_is_refused(self):
        template = self.save(document("Gửi {{ ten }}"))
        data = self.folder / "ending.json"
        data.write_text('{"ten": "a"}', encoding="utf-8")
        for name in ("out.pdf", "out", "out.docm", "out.doc"):
            answer = self.run_program(template, data, "-o", self.folder / name)
            self.assertEqual((2, f'error: this command makes a .docx file, but the name given with -o, "{self.folder / name}", does not'
                              " end with .docx [usage.render-ending]\n  → end the name with .docx; for a PDF open the document in Word"
                              " or LibreOffice and export it\n"), (answer.returncode, answer.stderr))
        answer = self.run_program(template, "--each", self.rows({"ten": "a"}), "-o", f"{self.folder}/{{{{ ten }}}}.pdf")
        self.assertIn("[usage.render-ending]", answer.stderr)
        rows = self.rows({"ten": "a.docx"}, {"ten": "b.DOCX"}, {"ten": "c.pdf"})
        answer = self.run_program(template, "--each", rows, "-o", f"{self.folder}/ending/{{{{ ten }}}}")
        self.assertEqual((1, 1), (answer.returncode, answer.stderr.count("[render.bad-ending]")))
        self.assertEqual(["a.docx", "b.DOCX"], sorted(path.name for path in (self.folder / "ending").iterdir()))

    def test_a_folder_in_the_place_of_a_document_is_told(self):
        template = self.save(document("Gửi {{ ten }}"))
        (self.folder / "places" / "1.docx").mkdir(parents=True)
        for options in ((), ("--overwrite",), ("--dry-run",)):
            pattern = f"{self.folder}/places/{{{{ id }}}}.docx"
            answer = self.run_program(template, "--each", self.rows({"id": 1, "ten": "a"}, {"id": 2, "ten": "b"}), "-o", pattern, *options)
            self.assertEqual(1, answer.returncode)
            self.assertIn(f'error: "{self.folder}/places/1.docx" is a folder, so no document can have this name [render.is-folder]\n',
                          answer.stderr)
            self.assertIn("; 1 rows refused, no document made.\n", answer.stdout)
        self.assertEqual((True, ["Gửi b"]), ((self.folder / "places/1.docx").is_dir(), body(self.folder / "places/2.docx")))

    def test_the_help_shows_both_forms(self):
        answer = subprocess.run([PROGRAM, "--lang", "en", "render", "--help"], capture_output=True, text=True, check=True)
        self.assertIn("quyche render [OPTIONS] TEMPLATE.docx {DATA.json | --each LIST}\n", answer.stdout)

    def test_a_refused_template_leaves_the_old_document(self):
        out = self.folder / "old.docx"
        out.write_bytes(b"old")
        data = self.folder / "data.json"
        data.write_text("{}", encoding="utf-8")
        answer = self.run_program(self.save(document("{{ ten }")), data, "-o", out)
        self.assertEqual((1, b"old"), (answer.returncode, out.read_bytes()))

    def check(self, *arguments):
        return subprocess.run([PROGRAM, "--lang", "en", "check", *map(str, arguments)], capture_output=True, text=True, check=False)

    def test_check_lints_a_template_and_its_data_and_writes_comments(self):
        made = document("đầu", "Gửi {{ ten }}", [["a", "{{ nguoi.tuoi + 1 }}"]])
        made.sections[0].header.paragraphs[0].text = "{% if true %}luôn{% endif %}"
        template = self.save(made)
        data = self.folder / "check.json"
        data.write_text('{"tenn": "a", "nguoi": {"tuoi": "bốn"}}', encoding="utf-8")
        out = self.folder / "commented.docx"
        answer = self.check(template, data, "--annotate", out)
        self.assertEqual((1, ""), (answer.returncode, answer.stderr))
        self.assertIn('"ten" (string, number) is missing [schema.missing]', answer.stdout)
        self.assertIn('"nguoi.tuoi" must be', answer.stdout)
        self.assertIn("this condition always holds; no other branch is ever used [schema.always-true]", answer.stdout)
        self.assertTrue(answer.stdout.endswith(f"{template}: the template has 2 errors, 1 warnings.\nWrote {out}.\n"), answer.stdout)
        comments = rendering.texts(out)["word/comments.xml"]
        self.assertTrue(any("[schema.always-true]" in line for line in comments), comments)
        self.assertTrue(any(line.startswith("at ") and "header 1" in line for line in comments), comments)
        self.assertEqual(rendering.texts(template)["word/document.xml"], body(out))

    def test_check_puts_mistakes_of_tags_where_they_stand(self):
        template = self.save(document("đầu", "Gửi {{ ten|uper }}", [["a", "{{ x|lowr }}"]]))
        out = self.folder / "mistakes.docx"
        answer = self.check(template, "--annotate", out)
        self.assertEqual((1, f"{template} › body › paragraph 2\n"
                             'error: there is no filter "uper" [template.unknown-filter]\n'
                             "  Gửi {{ ten|uper }}\n"
                             '             ^~~~  did you mean "upper"?\n'
                             f"{template} › body › table 1 › row 1 › column 2\n"
                             'error: there is no filter "lowr" [template.unknown-filter]\n'
                             "  {{ x|lowr }}\n"
                             '       ^~~~  did you mean "lower"?\n'
                             f"{template}: the template has 2 errors, 0 warnings.\nWrote {out}.\n"), (answer.returncode, answer.stdout))
        xml = rendering.part(out).decode()
        for words, number in (("uper", 0), ("lowr", 1)):
            paragraph = next(p for p in xml.split("<w:p>") if words in p)
            self.assertIn(f'<w:commentReference w:id="{number}"/>', paragraph)

    def test_check_of_a_list_looks_at_each_row(self):
        folder = self.folder / "list"
        folder.mkdir()
        template = self.save(document("{{ ho_va_ten }}, {{ ngay_sinh|long_date }}, {{ so_nguoi|number }}"
                                      "{% if ngay_hop %}{{ ngay_hop|long_date }}{% endif %}{% if co %}{{ noi_hop }}{% endif %}"))
        rows = folder / "rows.csv"
        rows.write_text("STT;Họ và tên;Ngày sinh;Số người;Ngày họp;Có\n1;Nguyễn Văn Mẫu;3/2/1970;1.039;;\n;;;;;\n"
                        "2;Trần Thị Giả;31/2/1981;mười;4/2/2026;\n3;Lê Văn Thử;;12;5/2/2026;x\n", encoding="utf-8")
        answer = self.check(template, rows)
        self.assertEqual((1, "", f"{rows} › entry noi_hop\n"
                          'warning: "noi_hop" (string, number) is missing; it is needed only when a condition of the template holds '
                          f"[schema.missing-if]\n  → data: {rows}, line 2\n"
                          f'{rows} › entry ngay_sinh\nerror: "31/2/1981" is no existing day [template.not-a-date]\n'
                          f"  → write day/month/year or year-month-day\n  → data: {rows}, line 4\n"
                          f'{rows} › entry so_nguoi\nerror: "so_nguoi" must be number, here is string [schema.wrong-kind]\n'
                          f"  → data: {rows}, line 4\n"
                          f'{rows} › entry ngay_sinh\nerror: "" is no existing day [template.not-a-date]\n'
                          f"  → write day/month/year or year-month-day\n  → data: {rows}, line 5\n"
                          f"{template}: the template has 3 errors, 1 warnings.\n"),
                         (answer.returncode, answer.stderr, answer.stdout))
        said = json.loads(self.check(template, rows, "--json").stdout)
        self.assertEqual([f"data: {rows}, line {number}" for number in (2, 4, 4, 5)],
                         [finding["hints"][-1] for finding in said["findings"]])

    def test_check_of_a_list_tells_what_render_tells_of_it(self):
        folder = self.folder / "lists"
        folder.mkdir()
        template = self.save(document("{{ ho_va_ten }} {{ so + 1 }}"))
        book = openpyxl.Workbook()
        for row in (["Họ và tên", "Số"], ["Nguyễn Văn Mẫu", 12], ["Trần Thị Giả", "mười"], ["Lê Văn Thử", "#DIV/0!"]):
            book.active.append(row)
        book.active["B4"].data_type = "e"
        book.save(folder / "a.xlsx")
        said = self.check(template, folder / "a.xlsx").stdout
        self.assertIn(f'"so" must be number, here is string [schema.wrong-kind]\n  → data: {folder}/a.xlsx, line 3\n', said)
        self.assertIn("cell B4\nerror: \"Số\": the formula in the cell shows the error #DIV/0! [field.cell-error]", said)
        self.assertIn("the template has 2 errors, 0 warnings.", said)
        for name, text, code in (("b.csv", "Họ tên\nA\n", "render.no-header"), ("c.csv", "ho_va_ten\nA\n", "render.missing-columns"),
                                 ("d.csv", "ho_va_ten,so\n", "rows.none"), ("e.ods", "PK", "render.other-file"),
                                 ("f.jsonl", '{"ho_va_ten": "A", "so": 1}\n{"ho_va_ten": "B", "so": 1', "json.not-well-formed")):
            (folder / name).write_text(text, encoding="utf-8")
            answer = self.check(template, folder / name)
            self.assertEqual((1, 1), (answer.returncode, answer.stdout.count("error: ")), answer.stdout)
            self.assertIn(f"[{code}]", answer.stdout)
        document("{{ ho_va_ten }} {{ so }}").save(template)
        answer = self.check(template, folder / "c.csv")
        (folder / "good.csv").write_text("ho_va_ten,so,khac\nA,1,2\n", encoding="utf-8")
        answer = self.check(template, folder / "good.csv")
        self.assertEqual((0, f"{template}: the template is right.\n"), (answer.returncode, answer.stdout))

    def test_check_of_a_document_without_tags_takes_no_data(self):
        data = self.folder / "nothing.json"
        data.write_text("{}", encoding="utf-8")
        template = self.save(document("không có thẻ"))
        answer = self.check(template, data)
        self.assertEqual((1, f"{template}\nerror: the document has no tags, so that no data can be checked against it "
                             "[check.no-template]\n  → leave the data away to check the format\n"), (answer.returncode, answer.stderr))


if __name__ == "__main__":
    unittest.main()

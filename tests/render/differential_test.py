"""quyche and docxtpl (Debian's python3-docxtpl) render the same templates with the same data to the same text, part by
part. What differs on purpose stands in DIFFERENCES: a template, what quyche makes of it, what docxtpl makes of it."""

import unittest

import docxtpl

import rendering
import templates
from rendering import document


DIFFERENCES = {
    "a tag alone in its paragraph takes the paragraph with it": (
        lambda: document("a", "{% if co %}", "b", "{% endif %}"), ["a", "b"], ["a", "", "b", ""]),
    "a comment alone in its paragraph takes the paragraph with it": (
        lambda: document("a", "{# c #}", "b"), ["a", "b"], ["a", "", "b"]),
    "braces in a value are printed as they are": (
        lambda: document("{{ ngoac }}"), ["{_{ x }_}"], ["{{ x }}"]),
    "signs of XML in a value are printed": (
        lambda: document("a {{ dau }} b"), ["a 1 < 2 & 3 b"], ["a 1  2  3 b"]),
    "a text in the place of a paragraph is printed": (
        lambda: document("a", "{{p ten }}", "b"), ["a", "Chi bộ thôn Mẫu", "b"], ["a", "b"]),
    "a text in the place of a cell is printed": (
        lambda: document([["{{tc ten }}", "b"]]),
        ["<tbl>", "<tr>", "<tc>", "Chi bộ thôn Mẫu", "</tc>", "<tc>", "b", "</tc>", "</tr>", "</tbl>"],
        ["<tbl>", "<tr>", "<tc>", "b", "</tc>", "</tr>", "</tbl>"]),
}
VALUES = {**templates.DATA, "ngoac": "{_{ x }_}", "dau": "1 < 2 & 3"}


class Differential(rendering.Case):
    def texts_of_both(self, made):
        template = self.save(made)
        ours = rendering.texts(self.render(template, VALUES))
        reference = docxtpl.DocxTemplate(template)
        reference.render(VALUES)
        theirs = self.folder / "theirs.docx"
        reference.save(theirs)
        return ours, rendering.texts(theirs)

    def test_the_same_templates_give_the_same_text(self):
        for name in templates.CASES:
            with self.subTest(name):
                ours, theirs = self.texts_of_both(templates.CASES[name]())
                self.assertEqual(ours, theirs)

    def test_what_differs_on_purpose(self):
        for name, (make, ours, theirs) in DIFFERENCES.items():
            with self.subTest(name):
                found = self.texts_of_both(make())
                self.assertEqual([ours, theirs], [texts["word/document.xml"] for texts in found])

    def test_an_unknown_name_is_an_error_here_and_prints_nothing_there(self):
        template = self.save(document("[{{ thieu }}]"))
        self.assertIn("[template.unknown-name]", self.findings(template, VALUES)[0])
        reference = docxtpl.DocxTemplate(template)
        reference.render(VALUES)
        theirs = self.folder / "theirs.docx"
        reference.save(theirs)
        self.assertEqual(["[]"], rendering.body(theirs))

    def test_there_are_at_least_sixty_templates(self):
        self.assertGreaterEqual(len(templates.CASES), 60)


if __name__ == "__main__":
    unittest.main()

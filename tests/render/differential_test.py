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
}
VALUES = {**templates.DATA, "ngoac": "{_{ x }_}"}


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

    def test_there_are_at_least_sixty_templates(self):
        self.assertGreaterEqual(len(templates.CASES), 60)


if __name__ == "__main__":
    unittest.main()

"""quyche and docxtpl (Debian's python3-docxtpl) render the same templates with the same data to the same text, part by
part. What differs on purpose stands in DIFFERENCES: the words of both."""

import unittest

import docxtpl

import rendering
import templates


class Differential(rendering.Case):
    def texts_of_both(self, name):
        template = self.save(templates.CASES[name]())
        ours = rendering.texts(self.render(template, templates.DATA))
        reference = docxtpl.DocxTemplate(template)
        reference.render(templates.DATA)
        theirs = self.folder / "theirs.docx"
        reference.save(theirs)
        return ours, rendering.texts(theirs)

    def test_the_same_templates_give_the_same_text(self):
        for name in templates.CASES:
            with self.subTest(name):
                ours, theirs = self.texts_of_both(name)
                self.assertEqual(ours, theirs)

    def test_there_are_at_least_sixty_templates(self):
        self.assertGreaterEqual(len(templates.CASES), 60)


if __name__ == "__main__":
    unittest.main()

"""Random Word templates beside docxtpl: paragraphs and tables, tags among words, over paragraphs and over rows, one inside
the other, words cut into runs of any length and look. Paragraph by paragraph and cell by cell the text is the same."""

import random
import unittest

import docx
import docxtpl

import rendering

COUNT = 80
SEED = 1039
DATA = {"ten": "Nguyễn & <Mẫu>", "b": "x", "n": 3, "co": True, "khong": False, "so": [1, 2, 3], "trong": [],
        "nguoi": [{"ten": "An", "tuoi": 40}, {"ten": "Bình", "tuoi": 35}, {"ten": "Ân", "tuoi": 41}]}
CONDITIONS = ["co", "khong", "n > 2", "not co", "trong", "nguoi"]
LISTS = ["nguoi", "so", "trong", "range(2)"]


class Author:
    """Writes templates; `names` are those a place may print."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.any = self.chance.choice

    def template(self):
        made = docx.Document()
        for _ in range(self.chance.randint(1, 4)):
            self.block(made, ["ten", "b", "n"], 2)
        return made

    def words(self, names, depth=1):
        out = ""
        for _ in range(self.chance.randint(1, 3)):
            out += self.any(["Điều 1. ", "và ", "– ", "chi bộ ", " ", "; "])
            inner = names + ["i", "loop.index"]
            out += self.any([
                lambda: self.printed(names), lambda: self.printed(names), lambda: "",
                lambda: "{% set v = " + self.any(names) + " %}{{ v }}",
                lambda: "{% if " + self.any(CONDITIONS) + " %}" + self.words(names, depth - 1) + "{% endif %}",
                lambda: "{% if " + self.any(CONDITIONS) + " %}" + self.words(names, depth - 1)
                        + "{% else %}" + self.words(names, depth - 1) + "{% endif %}",
                lambda: "{% for i in " + self.any(LISTS) + " %}[" + self.words(inner, depth - 1) + "]{% endfor %}",
            ][:None if depth > 0 else 4])()
        return out

    def printed(self, names):
        return "{{ " + self.any(names + ["n + 1", "'chữ'", "nguoi|length", "so|join('-')", "nguoi[0].ten"]) + " }}"

    def write(self, paragraph, words):
        """In runs of any length, or in one."""
        longest = self.any([len(words), 12])
        while words:
            size = self.chance.randint(1, longest) if longest < len(words) else len(words)
            paragraph.add_run(words[:size]).bold = self.any([None, True]) if longest == 12 else None
            words = words[size:]

    def block(self, made, names, depth):
        kind = self.any(["words", "words", "if", "for", "table", "two"]) if depth > 0 else "words"
        if kind == "words":
            self.write(made.add_paragraph(), self.words(names))
        elif kind == "table":
            self.table(made, names)
        elif kind == "two":
            self.block(made, names, depth - 1)
            self.block(made, names, depth - 1)
        else:
            for line in self.around(kind, "p", names, depth - 1, lambda *inner: self.block(made, *inner)):
                made.add_paragraph(line)

    def around(self, kind, scope, names, depth, inside):
        """The lines of a statement over whole paragraphs or rows; what is in it is written between two of them."""
        if kind == "if":
            yield "{%" + scope + " if " + self.any(CONDITIONS) + " %}"
            inside(names, depth)
            if self.any([True, False]):
                yield "{%" + scope + " else %}"
                inside(names, depth)
            yield "{%" + scope + " endif %}"
        else:
            name = self.any(["q", "r"])
            yield "{%" + scope + " for " + name + " in " + self.any(LISTS) + " %}"
            inside(names + [name, "loop.index"], depth)
            yield "{%" + scope + " endfor %}"

    def table(self, made, names):
        columns = self.chance.randint(1, 4)
        table = made.add_table(rows=0, cols=columns)
        self.row(table, ["Tiêu đề"] * columns)
        self.rows(table, names, 2)

    def row(self, table, texts):
        for cell, words in zip(table.add_row().cells, texts):
            self.write(cell.paragraphs[0], words)

    def rows(self, table, names, depth):
        columns = len(table.columns)
        kind = self.any(["words", "if", "for", "two"]) if depth > 0 else "words"
        if kind == "words":
            self.row(table, [self.words(names) for _ in range(columns)])
        elif kind == "two":
            self.rows(table, names, depth - 1)
            self.rows(table, names, depth - 1)
        else:
            for line in self.around(kind, "tr", names, depth - 1, lambda *inner: self.rows(table, *inner)):
                self.row(table, [line] + [""] * (columns - 1))


class RandomDocuments(rendering.Case):
    maxDiff = None

    def test_random_templates_give_the_text_that_docxtpl_gives(self):
        author = Author(SEED)
        for number in range(COUNT):
            template = self.save(author.template())
            with self.subTest(number=number, template=rendering.body(template)):
                reference = docxtpl.DocxTemplate(template)
                reference.render(DATA, autoescape=True)
                theirs = self.folder / "theirs.docx"
                reference.save(theirs)
                self.assertEqual(rendering.body(theirs), rendering.body(self.render(template, DATA)))


if __name__ == "__main__":
    unittest.main()

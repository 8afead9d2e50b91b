"""The table of sentences: every code used is there in both languages, every code there is used."""

import re
import unittest

import source_tree as tree

TABLE = tree.CORE / "base" / "messages.tsv"
CODE = re.compile(r"[a-z][a-z0-9_]*(-[a-z0-9_]+)*(\.[a-z0-9_]+(-[a-z0-9_]+)*)+")
FILE_ENDING = re.compile(r"\.(akn|cpp|csv|docx|hpp|json|jsonl|rels|so|tsv|txt|xlsx|xml)$")
ARGUMENT = re.compile(r"\{(\d)(?::kind)?\}")
TEXT = re.compile(r'\bText\s*\{\s*"([^"]*)"')


def rows():
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:] if line]


def used_literals():
    """literal → first place it stands at, over the sources of core/ and plugins/."""
    found = {}
    for path in tree.sources(tree.CORE, tree.ROOT / "plugins"):
        for line, text in tree.literals(path):
            found.setdefault(text, f"{tree.shown(path)}:{line}")
    return found


class MessageTable(tree.Case):
    def test_every_row_has_a_code_and_both_languages(self):
        self.assert_none([row for row in rows()
                              if len(row) != 3 or not CODE.fullmatch(row[0]) or not all(row)])

    def test_no_code_stands_twice(self):
        codes = [row[0] for row in rows()]
        self.assert_none(sorted({code for code in codes if codes.count(code) > 1}))

    def test_both_languages_take_the_same_arguments(self):
        wrong = [row[0] for row in rows()
                 if len(row) == 3
                 and set(ARGUMENT.findall(row[1])) != set(ARGUMENT.findall(row[2]))]
        self.assert_none(wrong)

    def test_every_code_that_sources_use_is_in_the_table(self):
        codes = {row[0] for row in rows()}
        families = {code.split(".")[0] for code in codes}
        wrong = []
        for text, place in used_literals().items():
            if (CODE.fullmatch(text) and not FILE_ENDING.search(text)
                    and text.split(".")[0] in families and text not in codes):
                wrong.append(f"{place}: {text}")
        for path in tree.sources(tree.CORE, tree.ROOT / "plugins"):
            wrong += [f"{tree.shown(path)}: {code}"
                      for code in TEXT.findall(tree.without_comments(path)) if code not in codes]
        self.assert_none(sorted(set(wrong)))

    def test_every_code_of_the_table_is_used(self):
        used = used_literals()
        # A literal that ends in a dot begins a family of codes made at run time ("place." + kind).
        beginnings = tuple(text for text in used if re.fullmatch(r"[a-z_-]+(\.[a-z_-]+)*\.", text))
        self.assert_none([row[0] for row in rows()
                              if row[0] not in used and not row[0].startswith(beginnings or ("\0",))])


if __name__ == "__main__":
    unittest.main()

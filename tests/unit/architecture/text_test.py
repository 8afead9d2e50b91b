"""Text of the tree: Vietnamese stands in data, all of it is NFC, and no source file is too long."""

import re
import unicodedata
import unittest

import source_tree as tree

LONGEST = {".cpp": 400, ".hpp": 200}
VIETNAMESE = re.compile("[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
# Tables: letters, their old encodings, and the words by which a typed paper is recognised. They hold
# no logic, and nothing a user reads.
TABLES = {
    "core/base/legacy_detection.cpp",
    "core/base/legacy_tables.cpp",
    "core/base/name_order.cpp",
    "core/base/number.cpp",
    "core/base/spelling.cpp",
    "core/base/syllable_table.cpp",
    "core/model/word/document_words.hpp",
}
# Bytes that are wrong on purpose, and the one table about names typed in another form.
BYTES = tree.ROOT / "tests" / "fuzz" / "corpus"
DECOMPOSED = {"tests/unit/template/own.tsv"}


def is_vietnamese(text):
    return VIETNAMESE.search(unicodedata.normalize("NFC", text)) is not None


class Text(tree.Case):
    def test_vietnamese_words_stand_in_data_not_in_code(self):
        wrong = [f"{tree.shown(path)}:{line}: {text}"
                 for path in tree.sources(tree.CORE, tree.ROOT / "plugins")
                 if tree.shown(path) not in TABLES and "tests" not in path.parts
                 for line, text in tree.literals(path) if is_vietnamese(text)]
        self.assert_none(wrong)

    def test_every_text_file_is_utf8_in_nfc_with_unix_line_ends(self):
        wrong = []
        for path, content in tree.text_files():
            if BYTES in path.parents:
                continue
            try:
                text = content.decode("utf-8")
            except UnicodeDecodeError:
                wrong.append(f"{tree.shown(path)}: not UTF-8")
                continue
            if not unicodedata.is_normalized("NFC", text) and tree.shown(path) not in DECOMPOSED:
                wrong.append(f"{tree.shown(path)}: not NFC")
            if "\r" in text:
                wrong.append(f"{tree.shown(path)}: carriage return")
            if text and not text.endswith("\n"):
                wrong.append(f"{tree.shown(path)}: no line end at the end")
        self.assert_none(wrong)

    def test_sources_stay_within_their_length(self):
        wrong = []
        for path in tree.sources(tree.CORE, tree.ROOT / "plugins"):
            length = len(path.read_text(encoding="utf-8").splitlines())
            if length > LONGEST[path.suffix]:
                wrong.append(f"{tree.shown(path)}: {length} lines, at most {LONGEST[path.suffix]}")
        self.assert_none(wrong)


if __name__ == "__main__":
    unittest.main()

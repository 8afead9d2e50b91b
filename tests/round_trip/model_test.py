"""The model regulation to Word and back: the same tree. Both files are read by Python's own parser."""

import unittest
import xml.etree.ElementTree as ElementTree

import validate
from quyche_program import MODEL, ProgramTest, needs_office, resave

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
Q = "{urn:quyche:regulation:1}"
KINDS = ("part", "chapter", "section", "article", "paragraph", "point", "alinea", "hcontainer")


def words(element):
    """The text in it, blanks as {field}."""
    if element is None:
        return ""
    out = []

    def walk(node):
        if node.tag == AKN + "placeholder":
            out.append("{" + node.get(Q + "field") + "}")
        else:
            out.append(node.text or "")
            for child in node:
                walk(child)
                out.append(child.tail or "")

    walk(element)
    return " ".join("".join(out).split())


def outline(path):
    """Every provision in order: depth, kind, number, heading, text of its own, condition."""
    lines = []

    def walk(node, depth):
        for child in node:
            kind = child.tag.removeprefix(AKN)
            if kind not in KINDS:
                continue
            own = [words(part) for part in child
                   if part.tag in (AKN + "intro", AKN + "content", AKN + "wrapUp")]
            lines.append((depth, kind, words(child.find(AKN + "num")),
                          words(child.find(AKN + "heading")), own, child.get(Q + "when")))
            walk(child, depth + 1)

    walk(ElementTree.parse(path).getroot().find(f".//{AKN}body"), 0)
    return lines


def bases(path):
    return [words(item) for item in ElementTree.parse(path).getroot().iter(AKN + "citation")]


def titles(path):
    return [(words(item), item.get(Q + "when"))
            for item in ElementTree.parse(path).getroot().iter(AKN + "docTitle")]


def fields(path):
    """Name → label of the fields that stand in provisions."""
    root = ElementTree.parse(path).getroot()
    used = {item.get(Q + "field") for item in root.find(f".//{AKN}body").iter(AKN + "placeholder")}
    return {item.get("name"): item.get("label") for item in root.iter(Q + "field")
            if item.get("name") in used}


class ModelThroughWord(ProgramTest):
    def setUp(self):
        super().setUp()
        self.assertEqual("Đã xuất quy chế mẫu ra Word: mau.docx.\n",
                         self.done("export", "-o", "mau.docx"))

    def assert_same(self, docx):
        self.assertEqual("Đã đọc quy chế từ Word vào mau.xml.\n",
                         self.done("import", docx, "-o", "mau.xml"))
        made = self.folder / "mau.xml"
        self.assertEqual(bases(MODEL), bases(made))
        self.assertEqual(titles(MODEL), titles(made))
        self.assertEqual(outline(MODEL), outline(made))
        self.assertEqual(fields(MODEL), fields(made))
        return made

    def test_the_model_has_what_is_compared(self):
        kinds = [line[1] for line in outline(MODEL)]
        self.assertEqual(6, kinds.count("chapter"))
        self.assertLessEqual(18, kinds.count("article"))
        self.assertLessEqual(2, sum(line[5] is not None for line in outline(MODEL)))
        self.assertLessEqual(20, len(fields(MODEL)))

    def test_import_of_the_export_gives_the_same_tree(self):
        self.assert_same("mau.docx")

    @validate.needs_validator
    def test_export_and_import_are_valid(self):
        self.done("import", "mau.docx", "-o", "mau.xml")
        self.assertEqual([], validate.findings(self.folder / "mau.docx", self.folder / "mau.xml"))

    @needs_office
    def test_the_tree_stays_when_libreoffice_has_saved_the_export(self):
        (self.folder / "luu").mkdir()
        resave([self.folder / "mau.docx"], self.folder / "luu", "docx")
        self.done("import", "luu/mau.docx", "-o", "mau.xml")
        made = self.folder / "mau.xml"
        self.assertEqual(bases(MODEL), bases(made))
        self.assertEqual(outline(MODEL), outline(made))


if __name__ == "__main__":
    unittest.main()

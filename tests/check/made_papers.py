"""Papers of every format profile as quyche makes them (quyche_papers), for the tests that read their XML
and measure their pages."""

import functools
import os
import pathlib
import subprocess
import tempfile
import zipfile

from lxml import etree

BUILD = pathlib.Path(os.environ["QUYCHE_BUILD"])
PROFILES = ("party-hd05", "party-hd11", "party-hd36", "state-nd30")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_folder = tempfile.TemporaryDirectory()


@functools.cache
def folder(kind=""):
    """With "long": the longest names of units."""
    place = pathlib.Path(_folder.name) / (kind or "short")
    place.mkdir()
    subprocess.run([BUILD / "bin/quyche_papers", place, *([kind] if kind else [])], check=True)
    return place


class MadePaper:
    """What the XML of a document says about its paragraphs: style and direct formatting put together."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            self.document = etree.fromstring(package.read("word/document.xml"))
            self.header = etree.fromstring(package.read("word/header1.xml"))
            self.styles = {style.get(f"{W}styleId"): style for style in
                           etree.fromstring(package.read("word/styles.xml")).iter(f"{W}style")}
        self.paragraphs = list(self.document.iter(f"{W}p"))

    def of_style(self, style):
        return [paragraph for paragraph in self.paragraphs if self.style_of(paragraph) == style]

    @staticmethod
    def style_of(paragraph):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return None if style is None else style.get(f"{W}val")

    @staticmethod
    def text(paragraph):
        return "".join(node.text or "" for node in paragraph.iter(f"{W}t"))

    def shown(self, paragraph):
        style = self.styles[self.style_of(paragraph)]
        text = self.text(paragraph)
        return text.upper() if self.switch(style.find(f"{W}rPr/{W}caps")) else text

    @staticmethod
    def switch(node):
        return node is not None and node.get(f"{W}val") not in ("0", "false", "off")

    def look(self, style):
        """Values of a style: size in points, switches, alignment, lengths in twips."""
        node = self.styles[style]
        run, paragraph = node.find(f"{W}rPr"), node.find(f"{W}pPr")
        fonts = self.styles_fonts()

        def value(parent, name, attribute="val"):
            found = parent.find(f"{W}{name}")
            return None if found is None else found.get(f"{W}{attribute}")

        return {"size": int(value(run, "sz")) / 2, "bold": self.switch(run.find(f"{W}b")),
                "italic": self.switch(run.find(f"{W}i")), "caps": self.switch(run.find(f"{W}caps")),
                "underline": value(run, "u") == "single", "align": value(paragraph, "jc"),
                "first": int(value(paragraph, "ind", "firstLine") or 0),
                "after": int(value(paragraph, "spacing", "after")),
                "line": (value(paragraph, "spacing", "lineRule"), int(value(paragraph, "spacing", "line"))),
                "keep": self.switch(paragraph.find(f"{W}keepNext")),
                "rule": paragraph.find(f"{W}pBdr/{W}top") is not None, "fonts": fonts}

    def styles_fonts(self):
        root = next(iter(self.styles.values())).getparent()
        fonts = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
        return {fonts.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")}

    def is_plain(self, paragraph):
        """No direct formatting of letters; a name may be asked for in capitals."""
        return not [item for item in paragraph.iter(f"{W}rPr") for item in item
                    if item.tag not in (f"{W}rStyle", f"{W}caps")]

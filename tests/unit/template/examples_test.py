"""The ten worked examples of templates/README.md, rendered: what the page promises is what comes out.
Also that the page names every deliberate difference from Jinja2 and every filter and test."""

import csv
import json
import os
import pathlib
import re
import subprocess
import unittest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[2]
BUILD = pathlib.Path(os.environ.get("QUYCHE_BUILD", ROOT / "build"))
DRIVER = pathlib.Path(os.environ.get("QUYCHE_TEMPLATE_DRIVER", BUILD / "bin" / "quyche_template_driver"))
PAGE = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")


def examples():
    parts = re.split(r"^### (\d+)\. (.*)$", PAGE, flags=re.M)[1:]
    for number, title, body in zip(parts[::3], parts[1::3], parts[2::3]):
        yield int(number), title, dict(re.findall(r"^```(template|data|result)\n(.*?)^```$", body, re.M | re.S))


class Examples(unittest.TestCase):
    maxDiff = None

    def test_every_example_gives_the_result_on_the_page(self):
        found = list(examples())
        self.assertEqual(list(range(1, 11)), [number for number, _, _ in found])
        lines = "".join(json.dumps({"template": blocks["template"], "data": json.loads(blocks["data"])}) + "\n"
                        for _, _, blocks in found)
        answers = subprocess.run([DRIVER], input=lines, capture_output=True, text=True, check=True,
                                 encoding="utf-8").stdout.splitlines()
        for (number, title, blocks), answer in zip(found, answers, strict=True):
            with self.subTest(number=number, title=title):
                self.assertEqual({"text": blocks["result"].removesuffix("\n")}, json.loads(answer))

    def test_the_page_lists_every_difference_from_jinja2(self):
        with open(HERE / "differences.tsv", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                self.assertIn(f"`{row['template']}`", PAGE)

    def test_the_page_names_every_filter_and_test(self):
        words = set(re.findall(r"[a-z_]+", PAGE))
        for source in ("text", "layout", "list", "order", "choice", "number", "vietnamese"):
            text = (ROOT / "core" / "template" / f"{source}_filters.cpp").read_text(encoding="utf-8")
            names = set(re.findall(r'\{"([a-z_]+)", &', text)) - {"forceescape"}
            self.assertTrue(names)
            self.assertEqual(set(), names - words)
        text = (ROOT / "core" / "template" / "value_tests.cpp").read_text(encoding="utf-8")
        aliases = {"equalto", "lessthan", "greaterthan", "callable", "filter", "test"}
        self.assertEqual(set(), set(re.findall(r'\{"([a-z]+)", &', text)) - words - aliases)


if __name__ == "__main__":
    unittest.main()

"""The template language beside the real Jinja2: same template, same data, same text. The cases stand
in cases.tsv (template, data as JSON); what differs on purpose stands in differences.tsv with both
results and the reason."""

import collections
import csv
import json
import os
import pathlib
import re
import subprocess
import unittest

try:
    import jinja2
except ImportError:
    jinja2 = None

HERE = pathlib.Path(__file__).parent
BUILD = pathlib.Path(os.environ.get("QUYCHE_BUILD", HERE.parents[2] / "build"))
DRIVER = pathlib.Path(os.environ.get("QUYCHE_TEMPLATE_DRIVER", BUILD / "bin" / "quyche_template_driver"))


def rows(name):
    with open(HERE / name, encoding="utf-8", newline="") as file:
        reader = csv.DictReader((line for line in file if not line.startswith("##")),
                                delimiter="\t", quoting=csv.QUOTE_NONE)
        for number, row in enumerate(reader, 2):
            # A line end inside a template is written as the sign ⏎.
            row = {key: value.replace("⏎", "\n") for key, value in row.items()}
            row["number"] = number
            yield row


def ours(cases):
    lines = "".join(json.dumps({"template": case["template"], "data": json.loads(case["data"])},
                               ensure_ascii=False) + "\n" for case in cases)
    answer = subprocess.run([DRIVER], input=lines, capture_output=True, text=True, check=True,
                            encoding="utf-8")
    return [json.loads(line) for line in answer.stdout.splitlines()]


def theirs(case):
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)
    try:
        data = json.loads(case["data"])
        text = environment.from_string(case["template"]).render(data)
        # Objects of Python print their address.
        text = re.sub(r"^<generator .*>$", "<generator>", text)
        return {"text": re.sub(r"^<built-in method .*>$", "<method>", text)}
    except Exception as problem:  # whatever Python raises is Jinja2's answer
        return {"error": type(problem).__name__}


@unittest.skipUnless(jinja2, "python3-jinja2 is not installed: nothing to compare with")
class Differential(unittest.TestCase):
    maxDiff = None

    def test_the_same_template_and_data_give_the_text_that_jinja2_gives(self):
        cases = list(rows("cases.tsv"))
        self.assertGreaterEqual(len(cases), 400)
        for case, answer in zip(cases, ours(cases), strict=True):
            with self.subTest(line=case["number"], template=case["template"]):
                wanted = theirs(case)
                if "error" in wanted:
                    self.assertIn("error", answer)
                else:
                    self.assertEqual(wanted, answer)

    def test_every_case_is_there_once(self):
        counted = collections.Counter((case["template"], case["data"]) for case in rows("cases.tsv"))
        self.assertEqual([], [case for case, count in counted.items() if count > 1])

    def test_deliberate_differences_are_as_listed(self):
        cases = list(rows("differences.tsv"))
        for case, answer in zip(cases, ours(cases), strict=True):
            with self.subTest(line=case["number"], template=case["template"]):
                self.assertTrue(case["reason"])
                self.assertEqual(case["ours"], answer.get("text", answer.get("error")))
                wanted = theirs(case)
                self.assertEqual(case["theirs"], wanted.get("text", wanted.get("error")))

    def test_what_jinja2_does_not_have_gives_what_an_office_writes(self):
        cases = list(rows("own.tsv"))
        for case, answer in zip(cases, ours(cases), strict=True):
            with self.subTest(line=case["number"], template=case["template"]):
                self.assertEqual({"text": case["result"]}, answer)


if __name__ == "__main__":
    unittest.main()

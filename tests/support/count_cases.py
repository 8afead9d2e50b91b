#!/usr/bin/env python3
"""Counts test cases, not test programs, in the report ctest --output-junit writes.

    count_cases.py tests.xml     a line per program, then: PASSED FAILED SKIPPED

Catch2 and unittest say how many cases they ran; any other program is one case, and so is a program
that ended before it could say.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

CATCH_ALL = re.compile(r"^All tests passed \(.* in (\d+) test cases?\)", re.MULTILINE)
CATCH_SOME = re.compile(r"^test cases: *(\d+)(.*)$", re.MULTILINE)
UNITTEST = re.compile(r"^Ran (\d+) tests? in .*?\n\n(OK|FAILED)(?: \((.*)\))?", re.MULTILINE)


def numbers(text):
    return {word: int(count) for word, count in re.findall(r"(\w[\w ]*)=(\d+)", text or "")}


def cases(output, passed_whole, skipped_whole):
    """(passed, failed, skipped) of one program."""
    if skipped_whole:
        return 0, 0, 1
    passed = failed = skipped = 0
    known = False
    for count in CATCH_ALL.findall(output):
        passed += int(count)
        known = True
    for count, rest in CATCH_SOME.findall(output):
        bad = sum(int(n) for n in re.findall(r"(\d+) failed", rest))
        passed += int(count) - bad
        failed += bad
        known = True
    for count, _, rest in UNITTEST.findall(output):
        seen = numbers(rest)
        bad = seen.get("failures", 0) + seen.get("errors", 0)
        skipped += seen.get("skipped", 0)
        passed += max(int(count) - bad - seen.get("skipped", 0), 0)
        failed += bad
        known = True
    if not known and passed_whole:
        passed = 1
    if not passed_whole and not failed:
        failed = 1
    return passed, failed, skipped


def main(report):
    total = [0, 0, 0]
    for test in ElementTree.parse(report).iter("testcase"):
        # A program that could not be started is "skipped" to ctest, too.
        skip = test.find("skipped")
        is_skipped = skip is not None and skip.get("message", "").startswith(("SKIP_", "Disabled"))
        result = cases(test.findtext("system-out", ""), test.get("status") == "run", is_skipped)
        total = [sum(pair) for pair in zip(total, result)]
        passed, failed, skipped = result
        print(f"  {test.get('name'):<34} {passed:>5} passed {failed:>4} failed"
              + (f" {skipped:>4} skipped" if skipped else ""))
    print(*total)


if __name__ == "__main__":
    main(sys.argv[1])

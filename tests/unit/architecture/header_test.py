"""Headers: each compiles alone, and the public ones show nothing of other libraries."""

import concurrent.futures
import os
import re
import shutil
import subprocess
import unittest

import source_tree as tree

# Names of libraries that must not cross the border; Poco only for the macro of plugin.hpp.
FOREIGN = re.compile(r"pugi|lxw_|xlsxwriter|nlohmann|CLI::|libdeflate|icu::|Poco")
POCO_DOOR = "core/include/quyche/plugin.hpp"
PACKAGES = ["icu-uc", "icu-i18n", "libdeflate", "pugixml", "xlsxwriter"]


def library_flags():
    answer = subprocess.run(["pkg-config", "--cflags", *PACKAGES], capture_output=True, text=True,
                            check=True)
    return answer.stdout.split()


def complaint(header, flags):
    compiler = os.environ.get("CXX") or "g++"
    answer = subprocess.run(
        [compiler, "-std=c++20", "-fsyntax-only", f"-I{tree.CORE}", f"-I{tree.CORE / 'include'}",
         *flags, "-include", str(header), "-x", "c++", os.devnull],
        capture_output=True, text=True, check=False)
    return f"{tree.shown(header)}:\n{answer.stderr[:2000]}" if answer.returncode else None


def is_included_first(header):
    """Whether the source of the same name begins with this header: building it compiles it alone."""
    source = header.with_suffix(".cpp")
    if not source.is_file():
        return False
    included = re.search(r'^#include ["<]([^">]+)[">]', source.read_text(encoding="utf-8"), re.M)
    return included is not None and (tree.CORE / included[1]) == header


class Headers(tree.Case):
    def test_every_source_begins_with_its_own_header(self):
        wrong = [tree.shown(path) for path in tree.sources(tree.CORE, endings={".hpp"})
                 if path.with_suffix(".cpp").is_file() and not is_included_first(path)]
        self.assert_none(wrong)

    @unittest.skipUnless(shutil.which("pkg-config"), "pkg-config is not installed")
    def test_every_header_compiles_alone(self):
        flags = library_flags()
        headers = [path for path in tree.sources(tree.CORE, endings={".hpp"})
                   if not is_included_first(path)]
        self.assertTrue(headers)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            found = pool.map(lambda header: complaint(header, flags), headers)
        self.assert_none([text for text in found if text])

    def test_every_header_is_guarded_and_says_what_it_is(self):
        wrong = []
        for path in tree.sources(tree.CORE, endings={".hpp"}):
            lines = path.read_text(encoding="utf-8").splitlines()
            if lines[:1] != ["#pragma once"] or not lines[1].startswith("//"):
                wrong.append(tree.shown(path))
        self.assert_none(wrong)

    def test_public_headers_name_no_other_library(self):
        wrong = []
        for path in tree.sources(tree.PUBLIC):
            found = set(FOREIGN.findall(tree.without_comments(path)))
            if tree.shown(path) == POCO_DOOR:
                found.discard("Poco")
            wrong += [f"{tree.shown(path)} names {name}" for name in sorted(found)]
        self.assert_none(wrong)


if __name__ == "__main__":
    unittest.main()

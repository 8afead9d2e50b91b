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


class Headers(tree.Case):
    @unittest.skipUnless(shutil.which("pkg-config"), "pkg-config is not installed")
    def test_every_header_compiles_alone(self):
        flags = library_flags()
        headers = tree.sources(tree.CORE, endings={".hpp"})
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

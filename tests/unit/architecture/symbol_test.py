"""Hidden visibility: libraries export quyche's own names, plugins only their manifest. Two plugins
with the same class name would otherwise run each other's code."""

import os
import pathlib
import re
import shutil
import subprocess
import unittest

import source_tree as tree

BUILD = pathlib.Path(os.environ.get("QUYCHE_BUILD", tree.ROOT / "build"))
OWN = re.compile(r"(typeinfo( name)? for |vtable for |VTT for |guard variable for |.* )?"
                 r"quyche::|quyche_")
LINKER = {"__bss_start", "_edata", "_end", "_init", "_fini"}
PLUGIN = re.compile(r"poco(Build|Initialize|Uninitialize)\w+")


def strong_names(library):
    """Names that the library defines for others; weak ones are copies of the standard library."""
    answer = subprocess.run(["nm", "-D", "-C", "--defined-only", str(library)],
                            capture_output=True, text=True, check=True)
    fields = (line.split(" ", 2) for line in answer.stdout.splitlines())
    return sorted(name for _, kind, name in fields if kind in "TDBRGS" and name not in LINKER)


@unittest.skipUnless(shutil.which("nm"), "nm is not installed")
class Symbols(tree.Case):
    def test_libraries_export_only_names_of_quyche(self):
        for library in sorted((BUILD / "lib").glob("libquyche*.so")):
            with self.subTest(library=library.name):
                self.assert_none([n for n in strong_names(library) if not OWN.match(n)])

    def test_plugins_export_only_their_manifest(self):
        for library in sorted((BUILD / "share" / "quyche" / "plugins").glob("*/*.so")):
            with self.subTest(library=library.name):
                self.assert_none([n for n in strong_names(library) if not PLUGIN.match(n)])


if __name__ == "__main__":
    unittest.main()

"""The files of the house as the architecture tests see them: folders, text files, literals of C++."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
CORE = ROOT / "core"
PUBLIC = CORE / "include" / "quyche"

_SOURCE_ENDINGS = {".cpp", ".hpp"}
_LEXEME = re.compile(
    r'//[^\n]*'
    r'|/\*.*?\*/'
    r'|R"(?P<mark>[^()\\ ]{0,16})\((?P<raw>.*?)\)(?P=mark)"'
    r'|"(?P<text>(?:[^"\\\n]|\\.)*)"'
    r"|'(?:[^'\\\n]|\\.)+'",
    re.DOTALL,
)


class Case(unittest.TestCase):
    def assert_none(self, findings):
        """Fails with every finding on a line of its own."""
        if findings:
            self.fail(f"{len(findings)} found\n" + "\n".join(map(str, findings)))


def sources(*folders, endings=_SOURCE_ENDINGS):
    """C++ files under the folders, sorted."""
    return sorted(p for folder in folders for p in folder.rglob("*") if p.suffix in endings)


def shown(path):
    """The path as written in findings: from the root of the project."""
    return path.relative_to(ROOT).as_posix()


def literals(path):
    """(line, text) of each string literal; comments are left out, \\u escapes are read."""
    # A quote between digits is a separator (1'000), not the start of a character.
    code = re.sub(r"(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])", "_", path.read_text(encoding="utf-8"))
    for match in _LEXEME.finditer(code):
        text = match.group("raw") if match.group("raw") is not None else match.group("text")
        if text is not None:
            yield code.count("\n", 0, match.start()) + 1, _unescaped(text)


def without_comments(path):
    """The code of a file; comments are replaced by nothing."""
    return _LEXEME.sub(lambda m: "" if m.group(0).startswith("/") else m.group(0),
                       path.read_text(encoding="utf-8"))


def text_files():
    """(path, bytes) of every file of the tree, except what builds and runs leave and binary files."""
    for path in sorted(ROOT.rglob("*")):
        top = path.relative_to(ROOT).parts[0]
        if top in {".git", "out"} or top.startswith("build") or "__pycache__" in path.parts:
            continue
        if path.is_file() and b"\0" not in (content := path.read_bytes()):
            yield path, content


def _unescaped(text):
    return re.sub(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})",
                  lambda m: chr(int(m.group(1) or m.group(2), 16)), text)

"""Finds the independent validator of Office and Akoma Ntoso files, and runs it.

It lives outside this repository, in the folder QUYCHE_SHARED names; where that folder is missing, the
tests that need it are skipped and say so.
"""

import os
import pathlib
import subprocess
import sys
import unittest

SHARED = os.environ.get("QUYCHE_SHARED", "")
VALIDATOR = pathlib.Path(SHARED) / "tools" / "validate_ooxml.py" if SHARED else None


def is_available():
    return VALIDATOR is not None and VALIDATOR.is_file()


needs_validator = unittest.skipUnless(
    is_available(), "QUYCHE_SHARED names no folder with tools/validate_ooxml.py")


def findings(*files, foreign=False, ignore=()):
    """Lines of the validator about the files (.docx, .xlsx, .xml for Akoma Ntoso); [] when all is well."""
    office = [str(file) for file in files if not str(file).endswith(".xml")]
    regulations = [part for file in files if str(file).endswith(".xml")
                   for part in ("--akn", str(file))]
    options = (["--foreign"] if foreign else []) + (["--ignore", ",".join(ignore)] if ignore else [])
    answer = subprocess.run([sys.executable, str(VALIDATOR), *options, *office, *regulations],
                            capture_output=True, text=True, check=False)
    if answer.returncode > 1:
        raise RuntimeError(answer.stderr)
    return answer.stdout.splitlines()

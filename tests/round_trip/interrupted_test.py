"""A program that is killed while it makes documents leaves none that is not whole."""

import signal
import subprocess
import time
import unittest
import zipfile

from quyche_program import SAMPLE, ProgramTest, command, environment, files_below


class Interrupted(ProgramTest):
    """Killed with no chance to tidy up."""

    def test_issuing_leaves_only_whole_documents_under_their_names(self):
        whole = 2 * 1039
        seen = set()
        for wanted in (1, 700, whole):
            out = self.folder / f"out-{wanted}"
            process = subprocess.Popen(command("issue", "--data", SAMPLE, "-o", out),
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       env=environment())
            while process.poll() is None and len(files_below(out)) < wanted:
                time.sleep(0.001)
            process.send_signal(signal.SIGKILL)
            process.wait()
            for name in files_below(out):
                seen.add(self.kind_of(out / name))
        self.assertLessEqual({".tmp"}, seen, "never interrupted while it was writing")
        self.done("issue", "--data", SAMPLE, "-o", "out-700")
        left = files_below(self.folder / "out-700")
        self.assertEqual(whole, len(left))
        self.assertEqual([], [name for name in left if name.endswith(".tmp")])

    def kind_of(self, path):
        """.docx, .xml (both whole) or .tmp."""
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as archive:
                self.assertIsNone(archive.testzip())
        elif path.suffix == ".xml":
            self.assertTrue(path.read_bytes().rstrip().endswith(b"</akomaNtoso>"), path)
        else:
            # A temporary name says what it is; nothing takes it for a document.
            self.assertRegex(path.name, r"^\.quyche-.+-[0-9]+-[0-9]+\.tmp$")
        return path.suffix


if __name__ == "__main__":
    unittest.main()

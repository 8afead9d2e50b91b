"""The main job over the whole sample province: 161 templates, 1,039 regulations, and everything that
was put in read back, also after LibreOffice re-saved the documents twice."""

import concurrent.futures
import csv
import hashlib
import json
import pathlib
import shutil
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

import validate
from quyche_program import ROOT, SAMPLE, files_below, needs_office, resave, run

DAY = "2018-12-15"
STEERING = ("state", "source")  # columns that enter no document
CHUNK = 120


def districts():
    manifests = [ROOT / "plugins" / folder.name / "plugin.xml"
                 for folder in sorted((ROOT / "plugins").iterdir()) if folder.is_dir()]
    return [path.parent.name for path in manifests if 'level="district"' in path.read_text("utf-8")]


def rows():
    """The villages as Python reads the table: key → what stands in the columns."""
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    table = {}
    for row in csv.DictReader(lines[1:]):
        table[row["commune_code"], row["village_name"]] = {
            name: value for name, value in row.items() if value and name not in STEERING}
    return table


def digests(folder):
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
            for name in files_below(folder)}


class Province(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="quyche-province-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.said = [cls.quyche("template", "--district", district, "--date", DAY, "-o", "templates")
                    for district in districts()]
        cls.said.append(cls.issue("issued", 2))
        cls.documents = [name for name in files_below(cls.folder / "issued")
                         if name.endswith(".docx")]

    @classmethod
    def quyche(cls, *words):
        answer = run(*words, folder=cls.folder)
        if answer.code != 0:
            raise AssertionError(answer.text)
        return answer.text

    @classmethod
    def issue(cls, folder, threads):
        return cls.quyche("issue", "--data", SAMPLE, "--date", DAY, "--threads", threads, "-o",
                          folder)

    def collect(self, *paths):
        """Records by village, without the file they come from."""
        self.quyche("collect", *paths, "-o", "collected.json")
        text = (self.folder / "collected.json").read_text(encoding="utf-8")
        records = {}
        for record in json.loads(text)["records"]:
            record.pop("source")
            records[record["commune_code"], record["village_name"]] = record
        return records

    def assert_as_put_in(self, records):
        """Every field of every village; a value too many is as wrong as one that is missing."""
        table = rows()
        wrong = []
        for key, record in records.items():
            wanted = table[key]
            for name in sorted(wanted.keys() | record.keys()):
                if wanted.get(name) != record.get(name):
                    wrong.append((*key, name, wanted.get(name), record.get(name)))
        self.assertEqual([], wrong[:20])

    def test_templates_and_documents_are_all_there_and_said_to_be(self):
        templates = files_below(self.folder / "templates")
        self.assertEqual(161, sum(name.endswith(".docx") for name in templates))
        self.assertEqual(161, sum(name.endswith(".xml") for name in templates))
        self.assertEqual(322, len(templates))
        issued = files_below(self.folder / "issued")
        self.assertEqual(1039, sum(name.endswith(".docx") for name in issued))
        self.assertEqual(1039, sum(name.endswith(".xml") for name in issued))
        self.assertEqual(2078, len(issued))
        self.assertEqual(10, len({name.split("/")[0] for name in issued}))
        self.assertEqual(
            f"{SAMPLE}\n"
            "lưu ý: 875 văn bản ban hành còn chỗ trống: Họ và tên thành viên thứ năm của tổ dân vận "
            "(664); Quy chế làm việc của chi bộ (437); Họ và tên thành viên thứ tư của tổ dân vận "
            "(320); Họ và tên Phó trưởng thôn, khu phố (273); … [issue.open-blanks]\n"
            "  → điền thêm vào bảng rồi lập lại, hoặc ghi tay trên bản in\n"
            "Đã lập 1.039 văn bản (.docx và .xml) trong issued: 999 đã ban hành, 40 dự thảo.\n",
            self.said[-1])
        self.assertEqual(161, sum(int(said.split()[2]) for said in self.said[:-1]))

    @validate.needs_validator
    def test_every_document_and_every_regulation_is_valid(self):
        paths = [self.folder / name for name in files_below(self.folder)
                 if name.endswith((".docx", ".xml"))]
        self.assertEqual(2 * (161 + 1039), len(paths))
        chunks = [paths[at:at + CHUNK] for at in range(0, len(paths), CHUNK)]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            findings = [line for lines in pool.map(lambda chunk: validate.findings(*chunk), chunks)
                        for line in lines]
        self.assertEqual([], findings[:20])

    def test_every_field_of_every_village_is_collected_as_it_was_put_in(self):
        records = self.collect(*(f"issued/{name}" for name in self.documents))
        self.assertEqual(rows().keys(), records.keys())
        self.assert_as_put_in(records)

    def test_the_same_bytes_come_out_on_another_number_of_threads(self):
        self.issue("again", 1)
        again = digests(self.folder / "again")
        shutil.rmtree(self.folder / "again")
        self.assertEqual(digests(self.folder / "issued"), again)

    def test_the_xml_says_what_the_document_says(self):
        """A few values of every village, looked for in the text of its Akoma Ntoso."""
        wrong = []
        table = rows()
        records = self.collect(*(f"issued/{name}" for name in self.documents[::20]))
        for name, key in zip(self.documents[::20], records):
            tree = ElementTree.parse((self.folder / "issued" / name).with_suffix(".xml"))
            text = " ".join("".join(tree.getroot().itertext()).split())
            for field in ("village_name", "secretary", "village_head", "number"):
                value = table[key].get(field)
                if value and value not in text:
                    wrong.append((name, field, value))
        self.assertEqual([], wrong)

    def sample_documents(self):
        """One of each district and each combination of variant and way of signing."""
        table = rows()
        records = self.collect(*(f"issued/{name}" for name in self.documents))
        chosen, seen = [], set()
        for name, key in zip(self.documents, records):
            row = table[key]
            kinds = {("district", name.split("/")[0]),
                     ("variant", row["leadership_model"], row["sign_mode"]),
                     ("draft", "number" not in row)}
            if not kinds <= seen:
                seen |= kinds
                chosen.append(name)
        self.assertLessEqual(10, len(chosen))
        return chosen

    @needs_office
    def test_libreoffice_may_save_them_twice_and_every_field_stays(self):
        folders = [self.folder / "resaved-0", self.folder / "resaved-1", self.folder / "resaved-2"]
        for folder in folders:
            folder.mkdir()
        paths = []
        for number, name in enumerate(self.sample_documents()):
            paths.append(folders[0] / f"{number:02}.docx")
            shutil.copy(self.folder / "issued" / name, paths[-1])
        before = paths
        for folder in folders[1:]:
            paths = resave(paths, folder, "docx")
            records = self.collect(*paths)
            self.assertEqual(len(before), len(records))
            self.assert_as_put_in(records)


if __name__ == "__main__":
    unittest.main()

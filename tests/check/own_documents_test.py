"""What quyche makes passes quyche check: the templates of every commune on days of every profile, all
documents of the sample province, and papers of the state made from the same model. A template may hold
blanks, and says so; nothing else may have a finding."""

import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor

from office_writer import save_as_word

ROOT = pathlib.Path(__file__).resolve().parents[2]
QUYCHE = pathlib.Path(os.environ["QUYCHE_BUILD"]) / "bin" / "quyche"
CELLS = ROOT / "samples/hung-yen-2018/cells.csv"
MODEL = ROOT / "templates/regulation/coordination.akn.xml"
DISTRICTS = sorted(manifest.parent.name for manifest in (ROOT / "plugins").glob("*/plugin.xml")
                   if 'level="district"' in manifest.read_text(encoding="utf-8"))
# A plan of the district from before the first day that is tried; the plugins' own are later.
EARLY_PLAN = "district_plan_ref=Kế hoạch số 62-KH/HU, ngày 16/01/2018 của Ban Thường vụ"
STATE_FRAME = """<q:frame family="state" symbol="QC-UBND" number-field="number" place-field="place" \
date-field="issue_date">
            <q:superior>Ủy ban nhân dân huyện Ví Dụ</q:superior>
            <q:issuer>Ủy ban nhân dân {#commune} {commune_name}</q:issuer>
            <q:type-name>Quy chế</q:type-name>
            <q:title>làm việc của Trưởng {#village} {village_name}</q:title>
            <q:sign-mode name="commune_issued">
              <q:signature on-behalf="TM. Ủy ban nhân dân" position="Chủ tịch" name-field="village_head"/>
            </q:sign-mode>
            <q:recipient>Các {#village}</q:recipient>
            <q:recipient>Lưu: VT</q:recipient>
          </q:frame>"""


def quyche(*arguments):
    answer = subprocess.run([QUYCHE, *map(str, arguments)], capture_output=True, text=True)
    if answer.returncode != 0:
        raise RuntimeError(f"{arguments}: {answer.stdout[-2000:]}{answer.stderr[-2000:]}")
    return answer.stdout


def check(path):
    answer = subprocess.run([QUYCHE, "check", "--json", path], capture_output=True, text=True)
    return path, json.loads(answer.stdout)


def check_all(folder):
    """Profiles used → documents; findings as lines, those of a form left out."""
    profiles, found = collections.Counter(), []
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        for path, report in workers.map(check, sorted(folder.rglob("*.docx"))):
            profiles[report["profile"]] += 1
            found += [f"{path.relative_to(folder)}: {finding['code']}: {finding['text']}"
                      for finding in report["findings"] if finding["code"] != "check.fmt-13.form"]
    return dict(profiles), found


class OwnDocuments(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def assert_clean(self, *profiles):
        used, found = check_all(self.folder)
        self.assertEqual(found, [])
        self.assertEqual(sorted(used), sorted(profiles))
        return sum(used.values())

    def templates(self, day, *options, districts=None):
        for district in districts or DISTRICTS:
            quyche("template", "--district", district, "--date", day, "-o", self.folder, *options)

    def test_templates_of_before_april_2018(self):
        self.templates("2018-03-15", "--set", EARLY_PLAN)
        self.assertEqual(self.assert_clean("party-hd11"), 161)

    def test_templates_of_2018(self):
        self.templates("2018-12-15")
        self.assertEqual(self.assert_clean("party-hd36"), 161)

    def test_templates_of_the_new_communes(self):
        self.templates("2025-08-01", districts=["tinh_hung_yen"])
        self.assertEqual(self.assert_clean("party-hd36"), 104)

    def test_templates_of_2026(self):
        self.templates("2026-07-01", districts=["tinh_hung_yen"])
        self.assertEqual(self.assert_clean("party-hd05"), 104)

    def test_a_template_saved_again_by_libreoffice_is_still_a_form(self):
        made = self.folder / "made"
        quyche("template", "--district", "tinh_hung_yen", "--date", "2026-07-01", "-o", made)
        template = sorted(made.rglob("*.docx"))[0]
        save_as_word([template], self.folder / "saved", self.folder / "profile")
        reports = [check(path)[1] for path in (template, self.folder / "saved" / template.name)]
        for report in reports:
            self.assertEqual([finding["code"] for finding in report["findings"]], ["check.fmt-13.form"])
        self.assertEqual(reports[0]["findings"], reports[1]["findings"])

    def test_all_documents_of_the_sample_province(self):
        quyche("issue", "--data", CELLS, "--date", "2018-12-15", "-o", self.folder)
        self.assertEqual(self.assert_clean("party-hd36"), 1039)

    def test_papers_of_the_state(self):
        text = MODEL.read_text(encoding="utf-8")
        model = self.folder / "state.akn.xml"
        model.write_text(re.sub(r"<q:frame.*?</q:frame>", lambda _: STATE_FRAME, text, flags=re.DOTALL),
                         encoding="utf-8")
        self.templates("2021-03-09", "--model", model, "--set", "sign_mode=commune_issued",
                       districts=["khoai_chau", "kim_dong"])
        self.assertGreater(self.assert_clean("state-nd30"), 20)


if __name__ == "__main__":
    unittest.main()

"""Data moves right, includes point left: a stage includes only itself and the stages before it."""

import re
import unittest

import source_tree as tree

TOUR = (tree.CORE / "README.md").read_text(encoding="utf-8")
# The order of the house stands in one place, the tour: "base < xlsx < …"; a comma between stages that
# do not know each other. Front ends, the last of them, see only the façade in the public headers.
ORDER = [step.split(", ") for step in re.search(r"^    (base < .+)$", TOUR, re.M)[1].split(" < ")]
STAGES = [stage for step in ORDER for stage in step]
FRONT_ENDS = ORDER[-1]
# Libraries that have one door each.
ONE_DOOR = {
    r"Poco/ClassLoader": ["core/district/plugin_library.cpp", "core/district/plugin_library.hpp"],
}

_INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def includes(path):
    return _INCLUDE.findall(path.read_text(encoding="utf-8"))


def allowed(stage):
    if stage in FRONT_ENDS:
        return [stage]
    here = next(i for i, step in enumerate(ORDER) if stage in step)
    return [stage, *(other for step in ORDER[:here] for other in step)]


class IncludeDirection(tree.Case):
    def test_every_folder_of_core_has_its_place_in_the_order(self):
        folders = {tree.shown(p).split("/")[1] for p in tree.sources(tree.CORE)} - {"include"}
        self.assertEqual(set(STAGES), folders)

    def test_a_stage_includes_only_itself_and_the_stages_before_it(self):
        wrong = []
        for path in tree.sources(tree.CORE):
            stage = tree.shown(path).split("/")[1]
            if stage not in STAGES:
                continue
            for mark, name in includes(path):
                target = name.split("/")[0]
                if mark == '"' and target != "quyche" and target not in allowed(stage):
                    wrong.append(f"{tree.shown(path)} includes {name}")
        self.assert_none(wrong)

    def test_public_headers_include_only_public_headers(self):
        wrong = [f"{tree.shown(path)} includes {name}" for path in tree.sources(tree.PUBLIC)
                 for mark, name in includes(path) if mark == '"' and not name.startswith("quyche/")]
        self.assert_none(wrong)

    def test_plugins_see_only_the_public_headers(self):
        wrong = []
        for path in tree.sources(tree.ROOT / "plugins"):
            for mark, name in includes(path):
                if mark == '"' and not name.startswith("quyche/") and not (path.parent / name).exists():
                    wrong.append(f"{tree.shown(path)} includes {name}")
        self.assert_none(wrong)

    def test_plugin_libraries_are_opened_through_one_file(self):
        wrong = [f"{tree.shown(path)} includes {name}" for path in tree.sources(tree.CORE)
                 for _, name in includes(path) for pattern, doors in ONE_DOOR.items()
                 if re.match(pattern, name) and tree.shown(path) not in doors]
        self.assert_none(wrong)


if __name__ == "__main__":
    unittest.main()

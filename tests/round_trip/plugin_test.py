"""Plugins as folders: a broken one is listed with its reason and harms nobody; a new one works; one
with code is built outside the tree against the installed headers."""

import json
import shutil
import subprocess
import unittest

import validate
from quyche_program import ROOT, ProgramTest, files_below

OTHERS = ["an_thi", "hung_yen", "khoai_chau", "kim_dong", "my_hao", "phu_cu", "tien_lu",
          "tinh_hung_yen", "van_giang", "van_lam", "yen_my"]
CODE = """#include "quyche/plugin.hpp"

class AnBinh : public quyche::Plugin {
 public:
  [[nodiscard]] quyche::Values unit_values(const quyche::Jurisdiction&) const override {
    return {{"district_plan_ref", "Kế hoạch số 77-KH/HU của Huyện ủy Mẫu"}};
  }
};

extern "C" {
QUYCHE_EXPORT bool pocoBuildManifest(Poco::ManifestBase* pManifest_);
}
POCO_BEGIN_MANIFEST_IMPL(pocoBuildManifest, quyche::Plugin)
POCO_EXPORT_CLASS(AnBinh)
POCO_END_MANIFEST
"""


class PluginTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.done("new-district", "an_binh", "-o", "plugins")

    def change(self, name, old, new):
        path = self.folder / "plugins" / "an_binh" / name
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def districts(self):
        text = self.done("districts", "--json", "--plugins", "plugins")
        return {row["id"]: row for row in json.loads(text)}

    def make_templates(self, *options):
        return self.quyche("template", "--plugins", "plugins", "--district", "an_binh", "-o", "mau",
                           *options)


class Broken(PluginTest):
    def assert_listed(self, *reasons):
        """The whole of the reasons; every other district can be used."""
        listed = self.districts()
        self.assertEqual(list(reasons), [reason["text"] for reason in listed["an_binh"]["reasons"]])
        self.assertFalse(listed["an_binh"]["usable"])
        self.assertEqual(OTHERS, sorted(name for name, row in listed.items() if row["usable"]))

    def test_a_manifest_that_is_no_xml(self):
        (self.folder / "plugins/an_binh/plugin.xml").write_text("<plugin", encoding="utf-8")
        self.assert_listed("plugins/an_binh/plugin.xml › dòng 1\n"
                           "lỗi: tệp XML viết sai quy tắc ở dòng 1 [xml.not-well-formed]\n"
                           "  <plugin\n"
                           "  ^  «<plugin» mở ra mà không kết thúc")

    def test_another_version_of_the_interface(self):
        self.change("plugin.xml", 'abi="1"', 'abi="99"')
        self.assert_listed(
            "plugins/an_binh/plugin.xml › dòng 3\n"
            "lỗi: plugin viết cho phiên bản giao diện 99; chương trình này dùng phiên bản 1 "
            "[plugin.wrong-abi]\n"
            '  <plugin xmlns="urn:quyche:plugin:1" id="an_binh" abi="99" version="0.1.0" '
            'name="Huyện Mẫu">\n'
            "  ^" + "~" * 90 + "  dịch lại plugin với bộ tiêu đề của phiên bản đang dùng rồi sửa abi trong plugin.xml")

    def test_a_type_of_unit_without_its_tone(self):
        profile = (self.folder / "plugins/an_binh/district.xml").read_text(encoding="utf-8")
        line = 1 + profile[:profile.index("<commune ")].count("\n")
        self.change("district.xml", 'type="xã"', 'type="xa"')
        reason = self.districts()["an_binh"]["reasons"][0]["text"]
        self.assertTrue(reason.startswith(
            f"plugins/an_binh/district.xml › dòng {line}\n"
            "lỗi: không có loại đơn vị «xa»; cần một trong: tỉnh, thành phố, huyện, quận, thị xã, xã, "
            "phường, thị trấn, đặc khu [district.unknown-type]\n"), reason)
        self.assertTrue(reason.endswith("~  có phải «xã»?"), reason)

    def test_a_provision_that_the_model_does_not_have(self):
        self.change("amendments.xml", 'target="economy.environment"', 'target="economy.nothing"')
        self.assert_listed(
            "plugins/an_binh/amendments.xml › dòng 5\n"
            "lỗi: sửa đổi nhắm vào «economy.nothing», nhưng quy chế không có điều khoản nào mang mã "
            "đó [localise.unknown-target]\n"
            '  <insert-after target="economy.nothing">\n'
            "  ^" + "~" * 38)

    def test_a_file_that_is_missing(self):
        (self.folder / "plugins/an_binh/district.xml").unlink()
        self.assert_listed(
            "plugins/an_binh/plugin.xml › dòng 5\n"
            "lỗi: plugin.xml nêu tệp «district.xml» nhưng không có tệp ấy trong thư mục "
            "[plugin.missing-file]\n"
            '  <files profile="district.xml" amendments="amendments.xml"/>\n'
            "  ^" + "~" * 58)

    def test_a_path_that_leaves_the_folder(self):
        self.change("plugin.xml", 'profile="district.xml"', 'profile="../an_thi/district.xml"')
        self.assert_listed(
            "plugins/an_binh/plugin.xml › dòng 5\n"
            "lỗi: đường dẫn «../an_thi/district.xml» ra ngoài thư mục của plugin "
            "[plugin.outside-folder]\n"
            '  <files profile="../an_thi/district.xml" amendments="amendments.xml"/>\n'
            "  ^" + "~" * 68 + "  đặt tệp trong chính thư mục của plugin và ghi tên tương đối")

    def test_a_library_that_everybody_may_write(self):
        self.change("plugin.xml", "<notice>",
                    '<library file="an_binh.so" class="AnBinh"/>\n  <notice>')
        library = self.folder / "plugins/an_binh/an_binh.so"
        library.write_bytes(b"")
        library.chmod(0o666)
        self.assert_listed(
            "plugins/an_binh/an_binh.so\n"
            "lỗi: thư viện «plugins/an_binh/an_binh.so» cho phép mọi người ghi đè nên không được nạp "
            "[plugin.unsafe-library]")

    def test_one_id_in_two_folders(self):
        self.done("new-district", "an_binh", "-o", "more")
        text = self.done("districts", "--json", "--plugins", "plugins", "--plugins", "more")
        twins = [row for row in json.loads(text) if row["id"] == "an_binh"]
        self.assertEqual([True, False], [row["usable"] for row in twins])
        self.assertEqual(
            ["more/an_binh\n"
             "lỗi: đã có plugin «an_binh» ở thư mục đứng trước; thư mục này không được dùng "
             "[plugin.duplicate-id]"], [reason["text"] for reason in twins[1]["reasons"]])


class New(PluginTest):
    def test_a_skeleton_works_as_it_is(self):
        answer = self.make_templates()
        self.assertEqual("Đã lập 2 mẫu (.docx và .xml) trong mau.\n", answer.text)
        self.assertEqual(["99901-xa-mau-mot.docx", "99901-xa-mau-mot.xml",
                          "99902-thi-tran-mau.docx", "99902-thi-tran-mau.xml"],
                         files_below(self.folder / "mau"))
        self.assertIn("thống nhất việc vận động Nhân dân giữ gìn vệ sinh đường làng",
                      (self.folder / "mau/99901-xa-mau-mot.xml").read_text(encoding="utf-8"))

    @validate.needs_validator
    def test_what_a_skeleton_makes_is_valid(self):
        self.make_templates()
        self.assertEqual([], validate.findings(
            *(self.folder / "mau" / name for name in files_below(self.folder / "mau"))))

    def test_nothing_is_overwritten(self):
        self.assert_refused(
            "plugins/an_binh\n"
            "lỗi: đã có «plugins/an_binh»; lệnh này không ghi đè [file.exists]\n",
            "new-district", "an_binh", "-o", "plugins", code=5)

    def test_a_name_that_is_no_id_gets_one(self):
        self.assert_refused(
            "lỗi: mã huyện «An Bình» không hợp lệ; cần chữ thường a–z, số, dấu gạch dưới, bắt đầu "
            "bằng chữ [plugin.bad-id]\n"
            "  → có phải «an_binh»?\n",
            "new-district", "An Bình", "-o", "plugins", code=4)


class Explained(ProgramTest):
    def test_an_article_names_what_others_wrote_in_it(self):
        xml = self.make_template().with_suffix(".xml")
        self.assert_says(
            "Điều 8. Phát triển kinh tế, xây dựng nông thôn mới\n"
            "  • cấp tỉnh: hung-yen/quy-che-phoi-hop 2018.1 soạn\n"
            "  Trong đó có phần do nơi khác soạn:\n"
            "  khoản 3 Điều 8\n"
            "    Về sản xuất nhãn, chuối và cây ăn quả, trước mỗi vụ chi bộ cho chủ trương về vùng "
            "trồng và tiêu thụ sản phẩm. Trưởng thôn phối hợp với hợp tác xã và các đoàn thể:\n"
            "    • cấp huyện: khoai_chau 1.0.0 bổ sung\n"
            "  điểm c khoản 4 Điều 8\n"
            "    Giao mỗi đoàn thể đăng ký ít nhất một tuyến đường hoa, hàng cây tự quản, gắn với đường "
            "vào vùng trồng cây ăn quả;\n"
            "    • cấp huyện: khoai_chau 1.0.0 bổ sung\n",
            "explain", xml, "Điều 8")
        inner = json.loads(self.done("--json", "explain", xml, "Điều 8"))["below"]
        self.assertEqual(["khoản 3 Điều 8", "điểm c khoản 4 Điều 8"],
                         [item["name"] for item in inner])


class OutsideTheTree(PluginTest):
    @unittest.skipUnless(shutil.which("g++"), "g++ is not installed")
    def test_a_plugin_built_against_the_installed_headers_acts(self):
        headers = self.folder / "prefix" / "include"
        shutil.copytree(ROOT / "core" / "include", headers)
        source = self.write("an_binh.cpp", CODE)
        subprocess.run(["g++", "-std=c++20", "-fPIC", "-shared", "-fvisibility=hidden",
                        f"-I{headers}", str(source), "-lPocoFoundation", "-o",
                        str(self.folder / "plugins/an_binh/an_binh.so")], check=True)
        self.change("plugin.xml", "<notice>",
                    '<library file="an_binh.so" class="AnBinh"/>\n  <notice>')
        row = self.districts()["an_binh"]
        self.assertEqual([], row["reasons"])
        self.assertEqual("code", row["kind"])
        # What the data say stands over what the code says.
        self.change("district.xml", '<value name="district_plan_ref">', '<value name="other">')
        self.make_templates("--commune", "99901", "--date", "2018-06-05")
        text = (self.folder / "mau/99901-xa-mau-mot.xml").read_text(encoding="utf-8")
        self.assertTrue("Kế hoạch số 77-KH/HU của Huyện ủy Mẫu" in text)


if __name__ == "__main__":
    unittest.main()

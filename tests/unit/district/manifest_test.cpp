#include "district/manifest.hpp"

#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/marked.hpp"
#include "support/plugin_files.hpp"

using namespace quyche;
using namespace quyche::sample;
using namespace std::chrono_literals;

namespace {

// What is said of the folder plugins/an_binh with this manifest.
std::string said(const std::string& manifest) {
  MemoryFiles files;
  put_plugin(files, "plugins/an_binh", manifest);
  return caught([&] { static_cast<void>(read_manifest(files, "plugins/an_binh")); });
}

const std::string k_library = "<library file=\"an_binh.so\" class=\"AnBinh\"/>\n</plugin>";

std::string finding(int line, const std::string& tag, const std::string& message) {
  return marked("plugins/an_binh/plugin.xml", line, tag, message);
}

}  // namespace

TEST_CASE("a manifest says who, since when, and in which files", "[district]") {
  MemoryFiles files;
  auto text = with(k_manifest, "amendments=", "vocabulary=\"words/here.xml\" amendments=");
  text = with(text, "</plugin>", "<notice>Số liệu\n  minh họa.</notice>" + k_library);
  put_plugin(files, "plugins/an_binh", text);
  files.write("plugins/an_binh/words/here.xml", "<vocabulary/>");
  files.write("plugins/an_binh/an_binh.so", "code");
  const auto manifest = read_manifest(files, "plugins/an_binh");
  CHECK(manifest.id == "an_binh");
  CHECK(manifest.abi == 1);
  CHECK(manifest.version == "1.0.0");
  CHECK(manifest.name == "Huyện An Bình");
  CHECK(manifest.level == Level::district);
  CHECK(manifest.unit_code == "399");
  CHECK(manifest.validity == Validity{std::nullopt, 2025y / 6 / 30});
  CHECK(manifest.profile_file == "district.xml");
  CHECK(manifest.amendments_file == "amendments.xml");
  CHECK(manifest.vocabulary_file == "words/here.xml");
  CHECK(manifest.library_file == "an_binh.so");
  CHECK(manifest.library_class == "AnBinh");
  CHECK(manifest.notice == "Số liệu minh họa.");
}

TEST_CASE("the unit of a province is the province", "[district]") {
  MemoryFiles files;
  put_plugin(files, "plugins/an_binh",
             with(k_manifest, "level=\"district\"", "level=\"province\""));
  const auto manifest = read_manifest(files, "plugins/an_binh");
  CHECK(manifest.level == Level::province);
  CHECK(manifest.unit_code == "33");
}

TEST_CASE("a folder without manifest is refused", "[district]") {
  MemoryFiles files;
  files.write("plugins/an_binh/district.xml", k_district);
  CHECK(caught([&] { static_cast<void>(read_manifest(files, "plugins/an_binh")); }) ==
        "plugins/an_binh\n"
        "lỗi: thư mục không có tệp plugin.xml [plugin.no-manifest]\n"
        "  → lệnh «quyche new-district ID» tạo một thư mục mẫu đầy đủ");
}

TEST_CASE("a manifest that is no XML, or another XML, is refused", "[district]") {
  CHECK(said("<plugin id=\"an_binh\"></plugins>") ==
        "plugins/an_binh/plugin.xml › dòng 1\n"
        "lỗi: tệp XML viết sai quy tắc ở dòng 1 [xml.not-well-formed]\n"
        "  <plugin id=\"an_binh\"></plugins>\n"
        "                       ^~~~~~~~~~  cần thẻ đóng </plugin>, lại gặp </plugins>");
  CHECK(said("<district id=\"an_binh\"/>") ==
        finding(1, "<district id=\"an_binh\"/>",
                "plugin.xml có phần tử gốc <district>; cần <plugin> [plugin.bad-manifest]"));
}

TEST_CASE("a wrong interface version is the answer, whatever the library is like", "[district]") {
  const auto line = with(k_manifest, "abi=\"1\"", "abi=\"7\"");
  const auto expected =
      finding(1, line.substr(0, line.find('\n')),
              "plugin viết cho phiên bản giao diện 7; chương trình này dùng phiên bản 1 "
              "[plugin.wrong-abi]") +
      "  dịch lại plugin với bộ tiêu đề của phiên bản đang dùng rồi sửa abi trong plugin.xml";
  CHECK(said(line) == expected);
  CHECK(said(with(line, "</plugin>", k_library)) == expected);
  CHECK(said(with(line, "</plugin>", with(k_library, "an_binh.so", "../../other.so"))) == expected);
}

TEST_CASE("a path that leaves the folder is refused", "[district]") {
  for (const std::string path :
       {"../district.xml", "/etc/passwd", "data/../../district.xml", "..", "data\\district.xml"}) {
    const auto tag = "<files profile=\"" + path + "\" amendments=\"amendments.xml\"/>";
    CHECK(said(with(k_manifest, "profile=\"district.xml\"", "profile=\"" + path + "\"")) ==
          finding(3, tag,
                  "đường dẫn «" + path + "» ra ngoài thư mục của plugin [plugin.outside-folder]") +
              "  đặt tệp trong chính thư mục của plugin và ghi tên tương đối");
  }
  const std::string library = "<library file=\"/usr/lib/other.so\" class=\"AnBinh\"/>";
  CHECK(said(with(k_manifest, "</plugin>", library + "\n</plugin>")) ==
        finding(4, library,
                "đường dẫn «/usr/lib/other.so» ra ngoài thư mục của plugin "
                "[plugin.outside-folder]") +
            "  đặt tệp trong chính thư mục của plugin và ghi tên tương đối");
}

TEST_CASE("two dots inside a name are a name", "[district]") {
  CHECK(said(with(k_manifest, "profile=\"district.xml\"", "profile=\"a..b/district.xml\"")) ==
        finding(3, "<files profile=\"a..b/district.xml\" amendments=\"amendments.xml\"/>",
                "plugin.xml nêu tệp «a..b/district.xml» nhưng không có tệp ấy trong thư mục "
                "[plugin.missing-file]"));
}

TEST_CASE("files that are not there are all named", "[district]") {
  const auto text = with(k_manifest, "amendments.xml", "changes.xml");
  const std::string library = "<library file=\"an_binh.so\" class=\"AnBinh\"/>";
  CHECK(said(with(text, "</plugin>", k_library)) ==
        finding(3, "<files profile=\"district.xml\" amendments=\"changes.xml\"/>",
                "plugin.xml nêu tệp «changes.xml» nhưng không có tệp ấy trong thư mục "
                "[plugin.missing-file]") +
            "\n" +
            finding(4, library,
                    "plugin.xml nêu tệp «an_binh.so» nhưng không có tệp ấy trong thư mục "
                    "[plugin.missing-file]"));
}

TEST_CASE("the id must be the name of the folder", "[district]") {
  const auto tag =
      "<plugin xmlns=\"urn:quyche:plugin:1\" id=\"an_hoa\" abi=\"1\" version=\"1.0.0\" "
      "name=\"An Binh\">";
  auto text = with(k_manifest, "id=\"an_binh\"", "id=\"an_hoa\"");
  CHECK(
      said(with(text, "Huyện An Bình", "An Binh")) ==
      finding(1, tag,
              "plugin.xml ghi id «an_hoa» nhưng thư mục tên là «an_binh»; hai tên phải giống nhau "
              "[plugin.id-differs]"));
}

TEST_CASE("level, unit and days must be such", "[district]") {
  const auto jurisdiction = [](const std::string& tag) {
    return with(k_manifest,
                "<jurisdiction level=\"district\" province=\"33\" code=\"399\" to=\"2025-06-30\"/>",
                tag);
  };
  std::string tag = "<jurisdiction level=\"village\" code=\"399\"/>";
  CHECK(said(jurisdiction(tag)) ==
        finding(2, tag,
                "plugin.xml: giá trị «village» của level không dùng được [plugin.bad-value]"));
  tag = "<jurisdiction level=\"district\" code=\"399\" from=\"30/6/2025\" to=\"2025-06-31\"/>";
  CHECK(said(jurisdiction(tag)) ==
        finding(2, tag,
                "ngày «30/6/2025» của from không có thật hoặc sai dạng; cần dạng NĂM-THÁNG-NGÀY "
                "[akn.bad-date]") +
            "\n" +
            finding(2, tag,
                    "ngày «2025-06-31» của to không có thật hoặc sai dạng; cần dạng NĂM-THÁNG-NGÀY "
                    "[akn.bad-date]"));
  tag = "<jurisdiction level=\"district\" code=\"399\" from=\"2025-07-01\" to=\"2025-06-30\"/>";
  CHECK(said(jurisdiction(tag)) ==
        finding(2, tag,
                "plugin.xml: giá trị «2025-06-30» của to không dùng được [plugin.bad-value]"));
}

TEST_CASE("profile, unit, library and class must be named", "[district]") {
  const auto tag =
      "<plugin xmlns=\"urn:quyche:plugin:1\" id=\"an_binh\" abi=\"1\" version=\"1.0.0\" "
      "name=\"A\">";
  auto text = with(k_manifest, "Huyện An Bình", "A");
  const auto missing = [&](const std::string& name) {
    return finding(1, tag,
                   "plugin.xml: giá trị «» của " + name + " không dùng được [plugin.bad-value]");
  };
  CHECK(said(with(text, "profile=\"district.xml\" ", "")) == missing("profile"));
  CHECK(said(with(text, " code=\"399\"", "")) == missing("code"));
  CHECK(said(with(text, "level=\"district\" province=\"33\"", "level=\"province\"")) ==
        missing("province"));
  CHECK(said(with(text, "</plugin>", "<library/>\n</plugin>")) ==
        finding(4, "<library/>",
                "plugin.xml: giá trị «» của file không dùng được [plugin.bad-value]") +
            "\n" +
            finding(4, "<library/>",
                    "plugin.xml: giá trị «» của class không dùng được [plugin.bad-value]"));
}

#include "district/registry.hpp"

#include "district/profile.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/plugin_files.hpp"
#include "support/tree_plugins.hpp"

using namespace quyche;
using namespace quyche::sample;
using namespace std::chrono_literals;

namespace {

std::string manifest_of(const std::string& id) { return with(k_manifest, "an_binh", id); }

// "an_binh ok" or "an_hoa plugin.id-differs" of each plugin.
std::vector<std::string> states(const Registry& registry) {
  std::vector<std::string> out;
  for (const auto& plugin : registry.plugins()) {
    out.push_back(plugin.folder + " " +
                  (plugin.usable() ? "ok" : plugin.problems.front().message.code));
  }
  return out;
}

std::string said(const Registry& registry, const std::string& id) {
  return caught([&] { static_cast<void>(registry.get(id)); });
}

// "phường Mỹ Hào (tinh_hung_yen)" of the commune with this code, or "none".
std::string commune_on(const Registry& registry, const std::string& code, Date day) {
  const auto* plugin = registry.find_commune(code, day);
  if (plugin == nullptr) return "none";
  const auto* unit = unit_on(plugin->district.communes, code, day);
  return unit->type + " " + unit->name + " (" + plugin->id + ")";
}

}  // namespace

TEST_CASE("a good plugin is read whole", "[district]") {
  MemoryFiles files;
  put_plugin(files, "plugins/an_binh");
  files.write(
      "plugins/an_binh/amendments.xml",
      with(k_amendments, "</amendments>", "<basis id=\"b1\" type=\"Nghị quyết\"/></amendments>"));
  const auto registry = Registry::load(files, {"plugins"});
  REQUIRE(registry.plugins().size() == 1);
  const auto& plugin = registry.get("an_binh");
  CHECK(plugin.folder == "plugins/an_binh");
  CHECK(plugin.manifest.name == "Huyện An Bình");
  CHECK(plugin.district.communes.size() == 2);
  CHECK(plugin.amendments.list.size() == 1);
  CHECK(plugin.district.bases.size() == 1);
  CHECK(plugin.code == nullptr);
}

TEST_CASE("a plugin without amendments is a plugin", "[district]") {
  MemoryFiles files;
  put_plugin(files, "plugins/an_binh", with(k_manifest, " amendments=\"amendments.xml\"", ""));
  CHECK(Registry::load(files, {"plugins"}).get("an_binh").amendments.list.empty());
}

TEST_CASE("broken plugins are listed with their reason and harm no other", "[district]") {
  MemoryFiles files;
  put_plugin(files, "plugins/an_binh");
  put_plugin(files, "plugins/an_hoa");
  put_plugin(files, "plugins/an_dong", "<plugin");
  put_plugin(files, "plugins/an_tay", manifest_of("an_tay"));
  files.write("plugins/an_tay/district.xml", "<district/>");
  put_plugin(files, "plugins/an_nam", manifest_of("an_nam"));
  files.write("plugins/an_nam/amendments.xml", "<amendments><delete/></amendments>");
  put_plugin(files, "plugins/an_bac",
             with(manifest_of("an_bac"), "</plugin>",
                  "<library file=\"an_bac.so\" class=\"AnBac\"/></plugin>"));
  files.write("plugins/an_bac/an_bac.so", "không phải thư viện");
  files.write("plugins/empty/README.md", "chưa có gì");
  files.write("plugins/README.md", "hướng dẫn");
  files.write("plugins/.git/plugin.xml", "<plugin/>");
  const auto registry = Registry::load(files, {"nowhere", "plugins"});
  CHECK(states(registry) ==
        std::vector<std::string>{
            "plugins/an_bac plugin.load-failed", "plugins/an_binh ok",
            "plugins/an_dong xml.not-well-formed", "plugins/an_hoa plugin.id-differs",
            "plugins/an_nam amendment.unknown-act", "plugins/an_tay district.no-communes",
            "plugins/empty plugin.no-manifest"});
  CHECK(registry.get("an_binh").district.communes.size() == 2);
  CHECK(said(registry, "empty") ==
        "plugins/empty\n"
        "lỗi: thư mục không có tệp plugin.xml [plugin.no-manifest]\n"
        "  → lệnh «quyche new-district ID» tạo một thư mục mẫu đầy đủ");
}

TEST_CASE("of two plugins with one id the first folder wins and the other is listed",
          "[district]") {
  MemoryFiles files;
  put_plugin(files, "mine/an_binh", with(k_manifest, "Huyện An Bình", "Huyện của tôi"));
  put_plugin(files, "installed/an_binh");
  const auto registry = Registry::load(files, {"mine", "installed"});
  CHECK(states(registry) ==
        std::vector<std::string>{"mine/an_binh ok", "installed/an_binh plugin.duplicate-id"});
  CHECK(registry.get("an_binh").manifest.name == "Huyện của tôi");
  CHECK(shown(registry.plugins()[1].problems) ==
        "installed/an_binh\n"
        "lỗi: đã có plugin «an_binh» ở thư mục đứng trước; thư mục này không được dùng "
        "[plugin.duplicate-id]");
}

TEST_CASE("an unknown district offers the nearest one", "[district]") {
  MemoryFiles files;
  put_plugin(files, "plugins/an_binh");
  put_plugin(files, "plugins/kim_dong", manifest_of("kim_dong"));
  const auto registry = Registry::load(files, {"plugins"});
  CHECK(said(registry, "an_bin") ==
        "lỗi: không có huyện nào mang mã «an_bin» [plugin.unknown]\n"
        "  → có phải «an_binh»?\n"
        "  → lệnh «quyche districts» liệt kê các huyện đang có");
  CHECK(said(registry, "hoang_long_thuong") ==
        "lỗi: không có huyện nào mang mã «hoang_long_thuong» [plugin.unknown]\n"
        "  → lệnh «quyche districts» liệt kê các huyện đang có");
}

TEST_CASE("a commune is looked for in the plugins in force on the day", "[district]") {
  MemoryFiles files;
  put_plugin(files, "plugins/an_binh");
  put_plugin(files, "plugins/an_hoa");  // refused: its id is another
  const auto registry = Registry::load(files, {"plugins"});
  CHECK(commune_on(registry, "12999", 2019y / 4 / 30) == "xã Hòa Lạc (an_binh)");
  CHECK(commune_on(registry, "12999", 2025y / 6 / 30) == "phường Hòa Lạc (an_binh)");
  CHECK(commune_on(registry, "12999", 2025y / 7 / 1) == "none");
  CHECK(commune_on(registry, "12998", 2019y / 4 / 30) == "none");
}

TEST_CASE("every plugin of the tree loads, those with code too", "[district]") {
  const auto registry = tree_registry();
  CHECK(registry.plugins().size() == 11);
  std::vector<std::string> with_code;
  for (const auto& plugin : registry.plugins()) {
    CHECK(shown(plugin.problems).empty());
    if (plugin.code) with_code.push_back(plugin.id);
  }
  CHECK(with_code == std::vector<std::string>{"hung_yen", "my_hao", "van_giang"});
}

TEST_CASE("Mỹ Hào and its communes change their type on 1 May 2019", "[district]") {
  const auto registry = tree_registry();
  const auto& forms = registry.get("my_hao").district.forms;
  CHECK(unit_on(forms, "328", 2019y / 4 / 30)->type == "huyện");
  CHECK(unit_on(forms, "328", 2019y / 5 / 1)->type == "thị xã");
  CHECK(commune_on(registry, "12103", 2019y / 4 / 30) == "thị trấn Bần Yên Nhân (my_hao)");
  CHECK(commune_on(registry, "12103", 2019y / 5 / 1) == "phường Bần Yên Nhân (my_hao)");
  CHECK(commune_on(registry, "12109", 2019y / 5 / 1) == "xã Cẩm Xá (my_hao)");
}

TEST_CASE("communes merged on 1 December 2024 live on under the code that was kept", "[district]") {
  const auto registry = tree_registry();
  CHECK(commune_on(registry, "12157", 2024y / 11 / 30) == "xã Tân Phúc (an_thi)");
  CHECK(commune_on(registry, "12157", 2024y / 12 / 1) == "xã Quang Vinh (an_thi)");
  CHECK(commune_on(registry, "12163", 2024y / 11 / 30) == "xã Quang Vinh (an_thi)");
  CHECK(commune_on(registry, "12163", 2024y / 12 / 1) == "none");
  CHECK(commune_on(registry, "12214", 2024y / 12 / 1) == "xã Phạm Hồng Thái (khoai_chau)");
  CHECK(commune_on(registry, "12244", 2024y / 12 / 1) == "xã Đồng Tiến (khoai_chau)");
  CHECK(commune_on(registry, "12241", 2024y / 12 / 1) == "none");
}

TEST_CASE("from 1 July 2025 communes belong to the province alone", "[district]") {
  const auto registry = tree_registry();
  CHECK(commune_on(registry, "12103", 2025y / 6 / 30) == "phường Bần Yên Nhân (my_hao)");
  CHECK(commune_on(registry, "12103", 2025y / 7 / 1) == "phường Mỹ Hào (tinh_hung_yen)");
  CHECK(commune_on(registry, "12106", 2025y / 7 / 1) == "none");
  CHECK(registry.get("tinh_hung_yen").manifest.level == Level::province);
}

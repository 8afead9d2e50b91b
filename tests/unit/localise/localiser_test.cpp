#include "localise/localiser.hpp"

#include <algorithm>

#include "model/basis_sentence.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/model_regulation.hpp"
#include "support/provisions.hpp"
#include "support/tree_plugins.hpp"

using namespace quyche;
using namespace quyche::sample;
using namespace std::chrono_literals;

namespace {

const Registry& registry() {
  static const Registry loaded = tree_registry();
  return loaded;
}
const Regulation& model() {
  static const Regulation loaded = model_regulation();
  return loaded;
}

LocalRegulation local(const std::string& district, const std::string& commune, Date day,
                      const Values& given = {}) {
  Diagnostics found;
  auto made = localise(model(), registry().get(district), {commune, day, given}, found);
  CHECK(shown(found.findings()).empty());
  return made;
}

std::string refused(const std::string& district, const std::string& commune, Date day) {
  Diagnostics found;
  return caught([&] {
    static_cast<void>(localise(model(), registry().get(district), {commune, day, {}}, found));
  });
}

std::string value(const LocalRegulation& made, const std::string& name) {
  const auto found = made.values.find(name);
  return found == made.values.end() ? "(none)" : found->second;
}

bool cites(const LocalRegulation& made, const std::string& number) {
  return std::any_of(made.text.bases.begin(), made.text.bases.end(),
                     [&](const Basis& basis) { return basis.number == number; });
}

// Whether a term is left without words, or a reference without text, anywhere in the tree.
bool has_unworded(const std::vector<Provision>& list) {
  const auto unworded = [](const Inlines& line) {
    return std::any_of(line.begin(), line.end(), [](const Inline& item) {
      const bool worded = item.kind == Inline::Kind::term || item.kind == Inline::Kind::reference;
      return worded && item.shown.empty();
    });
  };
  return std::any_of(list.begin(), list.end(), [&](const Provision& each) {
    return unworded(each.heading) || unworded(each.text) || has_unworded(each.children);
  });
}

std::vector<Origin::Act> acts(const Provision& provision) {
  std::vector<Origin::Act> out;
  for (const auto& origin : provision.origins) out.push_back(origin.act);
  return out;
}

}  // namespace

TEST_CASE("a commune, a ward and a town word the village as they call it", "[localise]") {
  const auto rural = local("khoai_chau", "12229", 2018y / 6 / 5);
  CHECK(rural.words.at("village") == "thôn");
  CHECK(rural.words.at("village_head") == "trưởng thôn");
  CHECK(rural.words.at("commune") == "xã");
  const auto town = local("khoai_chau", "12205", 2018y / 6 / 5);
  CHECK(town.words.at("village") == "khu phố");
  CHECK(town.words.at("commune") == "thị trấn");
  const auto ward = local("my_hao", "12103", 2019y / 5 / 1);
  CHECK(ward.words.at("village") == "khu phố");
  CHECK(ward.words.at("village_meeting") == "hội nghị khu phố");
  CHECK(ward.words.at("commune") == "phường");
}

TEST_CASE("after 1 July 2025 only wards have words of their own", "[localise]") {
  CHECK(local("tinh_hung_yen", "11953", 2026y / 1 / 15).words.at("village") == "tổ dân phố");
  CHECK(local("tinh_hung_yen", "11977", 2026y / 1 / 15).words.at("village") == "thôn");
}

TEST_CASE("the words stand in the sentences", "[localise]") {
  const auto rural = local("khoai_chau", "12229", 2018y / 6 / 5);
  const auto ward = local("my_hao", "12103", 2019y / 5 / 1);
  CHECK(shown_words(find(rural.text.body, "methods.writing")->text) ==
        "Gửi văn bản khi xin ý kiến Đảng ủy, Ủy ban nhân dân xã, khi chuyển kiến nghị, đơn thư và "
        "khi báo cáo theo quy định tại Điều 14.");
  CHECK(shown_words(find(ward.text.body, "methods.writing")->text) ==
        "Gửi văn bản khi xin ý kiến Đảng ủy, Ủy ban nhân dân phường, khi chuyển kiến nghị, đơn thư "
        "và "
        "khi báo cáo theo quy định tại Điều 14.");
  CHECK(shown_words(rural.text.frame.issuer) == "Chi bộ thôn ");
  CHECK(shown_words(ward.text.frame.issuer) == "Chi bộ khu phố ");
}

TEST_CASE("the units of the day are known", "[localise]") {
  const auto before = local("my_hao", "12106", 2019y / 4 / 30);
  CHECK(value(before, "district_type") == "huyện");
  CHECK(value(before, "district_name") == "Mỹ Hào");
  CHECK(value(before, "district_code") == "328");
  CHECK(value(before, "district_committee_name") == "Huyện ủy Mỹ Hào");
  CHECK(value(before, "commune_type") == "xã");
  CHECK(value(before, "commune_name") == "Phan Đình Phùng");
  CHECK(value(before, "commune_code") == "12106");
  const auto after = local("my_hao", "12106", 2019y / 5 / 1);
  CHECK(value(after, "district_type") == "thị xã");
  CHECK(value(after, "district_committee_name") == "Thị ủy Mỹ Hào");
  CHECK(value(after, "commune_type") == "phường");
  CHECK(after.district_id == "my_hao");
  CHECK(after.district_version == registry().get("my_hao").manifest.version);
}

TEST_CASE("after 1 July 2025 there is no district", "[localise]") {
  const auto made = local("tinh_hung_yen", "11953", 2026y / 1 / 15);
  CHECK_FALSE(made.jurisdiction.district);
  CHECK(made.jurisdiction.province.type == "tỉnh");
  CHECK(made.jurisdiction.province.code == "33");
  CHECK(value(made, "district_name") == "(none)");
  CHECK(value(made, "commune_name") == "Phố Hiến");
}

TEST_CASE("the place has the type of the commune where its name asks for it", "[localise]") {
  CHECK(value(local("khoai_chau", "12229", 2018y / 6 / 5), "place") == "An Vĩ");
  CHECK(value(local("my_hao", "12106", 2018y / 6 / 5), "place") == "Xã Phan Đình Phùng");
  CHECK(value(local("my_hao", "12106", 2020y / 6 / 1), "place") == "Phường Phan Đình Phùng");
  CHECK(value(local("khoai_chau", "12205", 2018y / 6 / 5), "place") == "Thị trấn Khoái Châu");
}

TEST_CASE("the law on grassroots democracy follows the ordinance on its day", "[localise]") {
  const auto before = local("khoai_chau", "12229", 2023y / 6 / 30);
  CHECK(cites(before, "34/2007/PL-UBTVQH11"));
  CHECK_FALSE(cites(before, "10/2022/QH15"));
  const auto after = local("khoai_chau", "12229", 2023y / 7 / 1);
  CHECK_FALSE(cites(after, "34/2007/PL-UBTVQH11"));
  CHECK(cites(after, "10/2022/QH15"));
}

TEST_CASE("the legal bases of a district follow those of the model, for whom they hold",
          "[localise]") {
  CHECK(cites(local("an_thi", "12157", 2018y / 6 / 5), "09-NQ/HU"));
  CHECK(local("an_thi", "12157", 2018y / 6 / 5).text.bases.back().number == "09-NQ/HU");
  CHECK_FALSE(cites(local("an_thi", "12142", 2018y / 6 / 5), "09-NQ/HU"));
}

TEST_CASE("what upper levels know is settled, what may still change is a blank", "[localise]") {
  const auto made = local("khoai_chau", "12229", 2018y / 6 / 5);
  for (const char* name :
       {"province_name", "province_plan_ref", "district_name", "district_plan_ref", "commune_name",
        "commune_type", "commune_code", "place", "commune_party_org_name"}) {
    CAPTURE(name);
    CHECK(made.settled.count(name) == 1);
  }
  for (const char* name : {"pre_meeting_days", "report_cycle", "sign_mode", "village_name",
                           "secretary", "issue_date", "number"}) {
    CAPTURE(name);
    CHECK(made.settled.count(name) == 0);
  }
  CHECK(value(made, "commune_party_org_name") == "Đảng bộ xã An Vĩ");
  CHECK(value(made, "pre_meeting_days") == "3");
  CHECK(value(made, "village_name") == "(none)");
  CHECK(made.sign_mode == "cell_only");
}

TEST_CASE("what the caller gives wins, and settles all but the village's own", "[localise]") {
  const auto made =
      local("khoai_chau", "12229", 2018y / 6 / 5,
            {{"sign_mode", "co_signed"}, {"pre_meeting_days", "5"}, {"village_name", "Trung"}});
  CHECK(made.sign_mode == "co_signed");
  CHECK(value(made, "pre_meeting_days") == "5");
  CHECK(made.settled.count("pre_meeting_days") == 1);
  CHECK(value(made, "village_name") == "Trung");
  CHECK(made.settled.count("village_name") == 0);
}

TEST_CASE("a value of the village that is given decides between wordings", "[localise]") {
  const auto open = local("khoai_chau", "12229", 2018y / 6 / 5);
  REQUIRE(find(open.text.body, "scope.parties") != nullptr);
  CHECK(find(open.text.body, "scope.parties")->when);
  CHECK(find(open.text.body, "scope.leaders") != nullptr);
  const auto made =
      local("khoai_chau", "12229", 2018y / 6 / 5, {{"leadership_model", "concurrent"}});
  CHECK(find(made.text.body, "scope.parties") == nullptr);
  CHECK_FALSE(find(made.text.body, "scope.leaders")->when);
  CHECK(find(made.text.body, "scope.leaders")->number == "2");
}

TEST_CASE("every provision knows who wrote it", "[localise]") {
  const auto made = local("an_thi", "12157", 2018y / 6 / 5);
  const auto& scope = *find(made.text.body, "scope");
  CHECK(scope.origins == std::vector<Origin>{{Origin::Act::wrote, Level::province,
                                              "hung-yen/quy-che-phoi-hop", model().version}});
  const auto& land = *find(made.text.body, "economy.land");
  CHECK(acts(land) == std::vector<Origin::Act>{Origin::Act::wrote, Origin::Act::replaced});
  CHECK(land.origins[1].author == "an_thi");
  CHECK(land.origins[1].level == Level::district);
  const auto& straw = *find(made.text.body, "an_thi.straw");
  CHECK(acts(straw) == std::vector<Origin::Act>{Origin::Act::inserted});
}

TEST_CASE("a district outside its days is refused with them", "[localise]") {
  CHECK(refused("my_hao", "12103", 2026y / 1 / 15) ==
        "lỗi: Thị xã Mỹ Hào không tồn tại vào ngày 15/01/2026 [localise.unit-not-in-force]\n"
        "  → có hiệu lực từ 01/01/2018 đến 30/6/2025; chọn ngày bằng --date");
  CHECK(refused("tinh_hung_yen", "12103", 2025y / 6 / 30) ==
        "lỗi: Tỉnh Hưng Yên không tồn tại vào ngày 30/6/2025 [localise.unit-not-in-force]\n"
        "  → có hiệu lực từ 01/7/2025 đến …; chọn ngày bằng --date");
}

TEST_CASE("a commune of another day says when it was, an unknown one offers its neighbour",
          "[localise]") {
  CHECK(refused("an_thi", "12163", 2024y / 12 / 1) ==
        "lỗi: không có xã, phường, thị trấn mã 12163 thuộc Huyện Ân Thi vào ngày 01/12/2024 "
        "[localise.unknown-commune]\n"
        "  → xã Quang Vinh có hiệu lực từ … đến 30/11/2024");
  CHECK(refused("khoai_chau", "12230", 2018y / 6 / 5) ==
        "lỗi: không có xã, phường, thị trấn mã 12230 thuộc Huyện Khoái Châu vào ngày 05/6/2018 "
        "[localise.unknown-commune]\n"
        "  → có phải «12229 xã An Vĩ»?");
}

TEST_CASE("without a commune no term can be worded", "[localise]") {
  auto plugin = registry().get("khoai_chau");
  plugin.amendments.list.clear();
  std::string expected;
  for (const std::string term :
       {"village", "village_head", "commune", "deputy_village_head", "front_head",
        "village_meeting", "development_programme", "cultural_village"}) {
    expected += (expected.empty() ? "" : "\n") + ("lỗi: từ «" + term) +
                "» chưa chọn được cách viết vì chưa biết «commune_type = xã» "
                "[localise.term-undecided]";
  }
  Diagnostics found;
  CHECK(caught([&] {
          static_cast<void>(localise(model(), plugin, {"", 2018y / 6 / 5, {}}, found));
        }) == expected);
}

TEST_CASE("findings of all stages come in one report", "[localise]") {
  auto plugin = registry().get("khoai_chau");
  Amendment wrong{Amendment::Act::remove, "scope.matter", {}, {}, {"a.xml", {}, {}, 0, 0}};
  plugin.amendments.list = {wrong, wrong, wrong};
  plugin.amendments.list[1].target = "scope.mater";
  plugin.amendments.list[2].target = "consultation.monthly";
  Diagnostics found;
  const auto text = caught([&] {
    static_cast<void>(localise(model(), plugin, {"12229", 2018y / 6 / 5, {}}, found));
  });
  CHECK(text.starts_with(
      "a.xml\n"
      "lỗi: điều khoản «scope.matter» là bắt buộc (hoặc chứa nội dung bắt buộc), cấp dưới không "
      "được "
      "bỏ hay thay [localise.mandatory]\n"
      "  → thêm nội dung của mình bằng insert-after hoặc append\n"
      "a.xml\n"
      "lỗi: sửa đổi nhắm vào «scope.mater», nhưng quy chế không có điều khoản nào mang mã đó "
      "[localise.unknown-target]\n"
      "  → có phải «scope.matter»?\n"));
}

TEST_CASE("every district localises for every commune at every day", "[localise][tree]") {
  std::size_t communes = 0;
  for (const Date day :
       {Date(2018y / 12 / 15), Date(2020y / 6 / 1), Date(2024y / 12 / 15), Date(2026y / 1 / 15)}) {
    for (const auto& plugin : registry().plugins()) {
      if (!plugin.manifest.validity.contains(day)) continue;
      for (const auto& unit : plugin.district.communes) {
        if (!unit.validity.contains(day)) continue;
        CAPTURE(plugin.id, unit.code, unit.name);
        Diagnostics found;
        LocalRegulation made;
        const auto findings = caught([&] {
          made = localise(model(), plugin, {unit.code, day, {}}, found);
        });
        CHECK(findings == "nothing thrown");
        CHECK(shown(found.findings()).empty());
        CHECK_FALSE(has_unworded(made.text.body));
        ++communes;
      }
    }
  }
  // 161 communes of ten districts before and after 2020, 139 after 1 December 2024, 104 since 2025.
  CHECK(communes == 161 + 161 + 139 + 104);
}

#include "district/profile.hpp"

#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/marked.hpp"
#include "support/plugin_files.hpp"
#include "support/provisions.hpp"

using namespace quyche;
using namespace quyche::sample;
using namespace std::chrono_literals;

namespace {

Manifest manifest() {
  Manifest made;
  made.id = "an_binh";
  made.version = "1.0.0";
  made.unit_code = "399";
  made.profile_file = "district.xml";
  return made;
}

District read(const std::string& text) {
  MemoryFiles files;
  files.write("an_binh/district.xml", text);
  return read_district(files, "an_binh", manifest());
}

std::string said(const std::string& text) {
  return caught([&] { static_cast<void>(read(text)); });
}

std::string finding(int line, const std::string& text, const std::string& message) {
  return marked("an_binh/district.xml", line, text, message);
}

}  // namespace

TEST_CASE("a district is read with its forms, communes and values", "[district]") {
  const auto district = read(k_district);
  CHECK(district.id == "an_binh");
  CHECK(district.version == "1.0.0");
  CHECK(district.level == Level::district);
  CHECK(district.values == Values{{"sign_mode", "co_signed"}});
  REQUIRE(district.forms.size() == 1);
  CHECK(district.forms[0] == Unit{"399",
                                  "huyện",
                                  "An Bình",
                                  {std::nullopt, 2025y / 6 / 30},
                                  false,
                                  {{"district_committee_name", "Huyện ủy An Bình"}}});
  REQUIRE(district.communes.size() == 2);
  CHECK(district.communes[1] ==
        Unit{"12999", "phường", "Hòa Lạc", {2019y / 5 / 1, std::nullopt}, false, {}});
}

TEST_CASE("a commune may ask for its type in the place", "[district]") {
  const auto district = read(
      with(k_district, "name=\"Hòa Lạc\" to", "name=\"Hòa Lạc\" place-requires-type=\"true\" to"));
  CHECK(district.communes[0].place_requires_type);
  CHECK_FALSE(district.communes[1].place_requires_type);
}

TEST_CASE("the words of a place are read from its vocabulary", "[district]") {
  MemoryFiles files;
  files.write("an_binh/district.xml", k_district);
  files.write(
      "an_binh/vocabulary.xml",
      "<vocabulary><term name=\"village\"><wording when=\"commune_type = phường\">tổ dân phố"
      "</wording></term></vocabulary>");
  auto named = manifest();
  named.vocabulary_file = "vocabulary.xml";
  CHECK(read_district(files, "an_binh", named).terms ==
        std::vector<Term>{
            {"village", {{{words("tổ dân phố")}, Condition{"commune_type", "phường", false}}}}});
  files.write("an_binh/vocabulary.xml", "<vocabulary><term name=\"village\"/></vocabulary>");
  CHECK(caught([&] { static_cast<void>(read_district(files, "an_binh", named)); }) ==
        "an_binh/vocabulary.xml › dòng 1\n"
        "lỗi: từ «village» thiếu tên hoặc thiếu cách viết (wording) [akn.bad-term]\n"
        "  <vocabulary><term name=\"village\"/></vocabulary>\n"
        "              ^~~~~~~~~~~~~~~~~~~~~~");
}

TEST_CASE("a unit on a day is the form that is in force", "[district]") {
  const auto communes = read(k_district).communes;
  CHECK(unit_on(communes, "12999", 2019y / 4 / 30)->type == "xã");
  CHECK(unit_on(communes, "12999", 2019y / 5 / 1)->type == "phường");
  CHECK(unit_on(communes, "12998", 2019y / 5 / 1) == nullptr);
  CHECK(unit_on(read(with(k_district, "from=\"2019-05-01\"", "from=\"2019-05-03\"")).communes,
                "12999", 2019y / 5 / 2) == nullptr);
}

TEST_CASE("units without code, type or name are all named", "[district]") {
  auto text =
      with(k_district, "<commune code=\"12999\" type=\"xã\"", "<commune code=\"12x\" type=\"\"");
  text = with(text, "<commune code=\"12999\" type=\"phường\" name=\"Hòa Lạc\"",
              "<commune code=\"12999\" type=\"phường\"");
  CHECK(said(text) ==
        finding(6, "<commune code=\"12x\" type=\"\" name=\"Hòa Lạc\" to=\"2019-04-30\"/>",
                "đơn vị thiếu mã số, loại hoặc tên (mã «12x», loại «», tên «Hòa Lạc») "
                "[district.bad-unit]") +
            "\n" +
            finding(7, "<commune code=\"12999\" type=\"phường\" from=\"2019-05-01\"/>",
                    "đơn vị thiếu mã số, loại hoặc tên (mã «12999», loại «phường», tên «») "
                    "[district.bad-unit]"));
}

TEST_CASE("two forms of one commune on one day are refused where the second stands", "[district]") {
  const auto overlap = [](const std::string& days) {
    return finding(7, "<commune code=\"12999\" type=\"phường\" name=\"Hòa Lạc\"" + days + "/>",
                   "mã 12999: «Hòa Lạc» và «Hòa Lạc» cùng có hiệu lực trong một ngày "
                   "[district.overlap]");
  };
  CHECK(said(with(k_district, "from=\"2019-05-01\"", "from=\"2019-04-30\"")) ==
        overlap(" from=\"2019-04-30\""));
  CHECK(said(with(k_district, " to=\"2019-04-30\"", "")) == overlap(" from=\"2019-05-01\""));
  CHECK(said(with(k_district, " from=\"2019-05-01\"", "")) == overlap(""));
}

TEST_CASE("two forms of the district on one day are refused", "[district]") {
  const std::string form = "<form type=\"thị xã\" name=\"An Hòa\" from=\"2025-06-30\"/>";
  CHECK(said(with(k_district, "<value name=\"sign_mode\"", form + "\n<value name=\"sign_mode\"")) ==
        finding(5, form,
                "mã 399: «An Bình» và «An Hòa» cùng có hiệu lực trong một ngày "
                "[district.overlap]"));
}

TEST_CASE("a district needs a form and a commune", "[district]") {
  CHECK(said("<district/>") ==
        finding(1, "<district/>",
                "tệp không có <form> hoặc không có <commune> nào [district.no-communes]"));
}

TEST_CASE("a day that does not exist is refused, and nothing that follows from it", "[district]") {
  CHECK(said(with(k_district, "2019-04-30", "2019-04-31")) ==
        finding(6, "<commune code=\"12999\" type=\"xã\" name=\"Hòa Lạc\" to=\"2019-04-31\"/>",
                "ngày «2019-04-31» của to không có thật hoặc sai dạng; cần dạng NĂM-THÁNG-NGÀY "
                "[akn.bad-date]"));
}

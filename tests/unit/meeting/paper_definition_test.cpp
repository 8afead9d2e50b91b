#include "paper/paper_definition.hpp"

#include "support/catch.hpp"
#include "support/caught.hpp"

namespace quyche {
namespace {

std::vector<FormatProfile> formats() {
  std::vector<FormatProfile> made(2);
  made[0].id = "party-hd05";
  made[1].id = "party-hd36";
  return made;
}

constexpr const char* k_paper = R"(<paper id="p" file="giay" family="party" kinds="regular">
  <label vi="Giấy" en="Paper"/>
  <issuer>CHI BỘ THÔN MẪU</issuer>
  <type-name>GIẤY</type-name>
  <body>
    <p profiles="party-hd05">Cũ</p>
    <p>Chung</p>
  </body>
  <sign profiles="party-hd05 party-hd36"><by name="Nguyễn Văn Mẫu"/></sign>
</paper>)";

}  // namespace

TEST_CASE("a paper's parts name the formats they are for", "[meeting]") {
  const auto paper = read_paper(k_paper, "giay.xml", formats());
  REQUIRE(paper.body.size() == 2);
  CHECK(holds_for(paper.body[0].profiles, "party-hd05"));
  CHECK_FALSE(holds_for(paper.body[0].profiles, "party-hd36"));
  CHECK(holds_for(paper.body[1].profiles, "party-hd36"));
  CHECK(paper.signings.at(0).profiles == std::vector<std::string>{"party-hd05", "party-hd36"});
}

TEST_CASE("a format that does not exist is told of where it is named", "[meeting]") {
  std::string text = k_paper;
  text.replace(text.find("profiles=\"party-hd05\">Cũ"), 21, "profiles=\"party-hd50\"");
  CHECK(caught([&] { static_cast<void>(read_paper(text, "giay.xml", formats())); }) ==
        "giay.xml › dòng 6\n"
        "lỗi: «profiles» là «party-hd50», cần party-hd05, party-hd36 [paper.bad-value]\n"
        "  <p profiles=\"party-hd50\">Cũ</p>\n"
        "  ^~~~~~~~~~~~~~~~~~~~~~~~~");
}

}  // namespace quyche

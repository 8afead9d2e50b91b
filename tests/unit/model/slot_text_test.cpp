#include "model/slot_text.hpp"

#include "support/catch.hpp"

using namespace quyche;

namespace {

std::string rendered(const SlotText& text) {
  std::string out;
  text.render(out, [&](std::size_t i, std::string& line) {
    line += "<" + text.slots()[i].name + "|" + text.slots()[i].form + ">";
  });
  return out;
}

}  // namespace

TEST_CASE("a text is cut at its marks and filled between them", "[model]") {
  const SlotText text("Chi bộ " + slot_mark("village_name", "upper") + slot_mark("number", "") +
                      ", hết");
  REQUIRE(text.slots().size() == 2);
  CHECK(rendered(text) == "Chi bộ <village_name|upper><number|>, hết");
  CHECK(rendered(text) == "Chi bộ <village_name|upper><number|>, hết");
}

TEST_CASE("a text without marks, and no text, stay what they are", "[model]") {
  CHECK(rendered(SlotText("không có chỗ trống")) == "không có chỗ trống");
  CHECK(rendered(SlotText("")).empty());
  CHECK(rendered(SlotText()).empty());
}

TEST_CASE("marks at both ends leave empty stretches", "[model]") {
  CHECK(rendered(SlotText(slot_mark("a", "") + " và " + slot_mark("b", ""))) == "<a|> và <b|>");
}

TEST_CASE("half a mark is text", "[model]") {
  const auto mark = slot_mark("village_name", "");
  const auto half = "Chi bộ " + mark.substr(0, mark.size() - 1);
  CHECK(rendered(SlotText(half)) == half);
}

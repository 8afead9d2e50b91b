#include "docx/alternative.hpp"

#include "support/catch.hpp"

using namespace quyche;

namespace {

Field model() {
  Field field;
  field.name = "leadership_model";
  field.label = "Mô hình lãnh đạo";
  field.type = FieldType::choice;
  field.choices = {{"separate", "hai người"}, {"concurrent", "một người"}};
  return field;
}

}  // namespace

TEST_CASE("the bookmark of a wording names its condition", "[docx]") {
  CHECK(alternative_bookmark(1, {"leadership_model", "separate", false}) ==
        "qv_1_leadership_model_is_separate");
  CHECK(alternative_bookmark(12, {"commune_type", "xã", true}) == "qv_12_commune_type_not_xã");
}

TEST_CASE("a condition that Word could not keep whole has no bookmark", "[docx]") {
  CHECK_FALSE(alternative_bookmark(1, {"commune_type", "thị trấn", false}));
  CHECK_FALSE(alternative_bookmark(1, {"a_name_of_thirty_characters_xx", "concurrent", false}));
}

TEST_CASE("the note tells the clerk when to keep the wording", "[docx]") {
  auto field = model();
  CHECK(alternative_note({"leadership_model", "separate", false}, &field) ==
        "[Giữ đoạn dưới đây nếu: Mô hình lãnh đạo: hai người. Nếu không, xóa đoạn này.]");
  CHECK(alternative_note({"leadership_model", "separate", true}, &field) ==
        "[Giữ đoạn dưới đây nếu: Mô hình lãnh đạo: một người. Nếu không, xóa đoạn này.]");
  field.choices.push_back({"other", "cách khác"});
  CHECK(
      alternative_note({"leadership_model", "separate", true}, &field) ==
      "[Giữ đoạn dưới đây nếu: Mô hình lãnh đạo không phải: hai người. Nếu không, xóa đoạn này.]");
}

TEST_CASE("several wordings of one field may each be the last", "[docx]") {
  const Condition yes{"a", "1", false};
  const Condition no{"a", "1", true};
  struct Item {
    std::optional<Condition> when;
  };
  const std::vector<Item> pair{{{}}, {yes}, {no}};
  CHECK_FALSE(may_be_last(pair, 0));
  CHECK(may_be_last(pair, 1));
  CHECK(may_be_last(pair, 2));
  const std::vector<Item> independent{{yes}, {Condition{"b", "1", false}}};
  CHECK_FALSE(may_be_last(independent, 0));
}

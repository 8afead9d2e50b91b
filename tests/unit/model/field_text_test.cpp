#include "model/field_text.hpp"

#include "support/catch.hpp"

using namespace quyche;

namespace {

Field field(FieldType type) {
  Field result;
  result.name = "name";
  result.label = "Họ và tên";
  result.type = type;
  return result;
}

}  // namespace

TEST_CASE("a text is shown as it is, in capitals, or with a capital", "[model]") {
  const auto text = field(FieldType::text);
  CHECK(shown_value(text, "thôn Đông", "") == "thôn Đông");
  CHECK(shown_value(text, "thôn Đông", "upper") == "THÔN ĐÔNG");
  CHECK(shown_value(text, "đông trung", "title") == "Đông trung");
}

TEST_CASE("a date is shown in digits or written out", "[model]") {
  const auto date = field(FieldType::date);
  CHECK(shown_value(date, "2018-06-05", "") == "05/6/2018");
  CHECK(shown_value(date, "2018-02-05", "") == "05/02/2018");
  CHECK(shown_value(date, "2018-02-05", "words") == "ngày 05 tháng 02 năm 2018");
  CHECK(shown_value(date, "2018-02-05", "title") == "05/02/2018");
  CHECK(shown_value(date, "cuối năm", "words") == "cuối năm");
}

TEST_CASE("a boolean is shown as a word, a choice by its label", "[model]") {
  CHECK(shown_value(field(FieldType::boolean), "true", "") == "Có");
  CHECK(shown_value(field(FieldType::boolean), "false", "upper") == "KHÔNG");
  auto choice = field(FieldType::choice);
  choice.choices = {{"weekly", "hằng tuần"}, {"monthly", "hằng tháng"}};
  CHECK(shown_value(choice, "monthly", "") == "hằng tháng");
  CHECK(shown_value(choice, "weekly", "title") == "Hằng tuần");
  CHECK(shown_value(choice, "yearly", "") == "yearly");
}

TEST_CASE("an empty blank shows the label in square brackets", "[model]") {
  CHECK(shown_empty(field(FieldType::person)) == "[Họ và tên]");
}

#include "model/word/provision_pattern.hpp"

#include "support/catch.hpp"

using namespace quyche::word;

namespace {

/// "article 5 '5' firm | Trách nhiệm": what was matched, and what is left.
std::string matched(const std::string& text) {
  const auto label = match_label(text);
  static constexpr const char* k_kinds[] = {"none",     "part",   "chapter", "section", "article",
                                            "appendix", "clause", "point",   "roman",   "decimal"};
  const std::string kind = k_kinds[static_cast<int>(label.kind)];
  if (label.kind == LabelKind::none) return kind;
  return kind + " " + std::to_string(label.value) + " '" + label.number + "' " +
         (label.is_firm ? "firm" : "loose") + " | " + text.substr(label.length);
}

}  // namespace

TEST_CASE("numbers of articles are recognised with any sign behind them", "[model]") {
  CHECK(matched("Điều 5. Trách nhiệm") == "article 5 '5' firm | Trách nhiệm");
  CHECK(matched("ĐIỀU 5: Trách nhiệm") == "article 5 '5' firm | Trách nhiệm");
  CHECK(matched("Điều 5 - Trách nhiệm") == "article 5 '5' firm | Trách nhiệm");
  CHECK(matched("Điều 5a. Trách nhiệm") == "article 5 '5a' firm | Trách nhiệm");
  CHECK(matched("Điều 12.") == "article 12 '12' firm | ");
  CHECK(matched("Điều 5 Trách nhiệm") == "article 5 '5' loose | Trách nhiệm");
  CHECK(matched("Điều 5, Điều 6 của Luật") == "article 5 '5' loose | , Điều 6 của Luật");
  CHECK(matched("Điều 5.2 của hợp đồng") == "article 5 '5' loose | .2 của hợp đồng");
  CHECK(matched("Điều lệ Đảng") == "none");
  CHECK(matched("Điều này") == "none");
}

TEST_CASE("chapters, sections, parts and appendices are recognised", "[model]") {
  CHECK(matched("Chương I") == "chapter 1 'I' firm | ");
  CHECK(matched("CHƯƠNG II. QUY ĐỊNH") == "chapter 2 'II' firm | QUY ĐỊNH");
  CHECK(matched("Chương 1") == "chapter 1 '1' firm | ");
  CHECK(matched("Chương iv: Thi hành") == "chapter 4 'iv' firm | Thi hành");
  CHECK(matched("Chương trình công tác") == "none");
  CHECK(matched("Mục 1. Bí thư") == "section 1 '1' firm | Bí thư");
  CHECK(matched("Mục tiêu") == "none");
  CHECK(matched("Phần thứ hai") == "part 2 'thứ hai' firm | ");
  CHECK(matched("PHỤ LỤC") == "appendix 0 '' firm | ");
  CHECK(matched("Phụ lục II") == "appendix 2 'II' firm | ");
  CHECK(matched("Phụ lục kèm theo Quy chế") == "appendix 0 '' loose | kèm theo Quy chế");
}

TEST_CASE("numbers of clauses are recognised with any sign, figures are not", "[model]") {
  CHECK(matched("1. Họp") == "clause 1 '1' firm | Họp");
  CHECK(matched("1- Họp") == "clause 1 '1' firm | Họp");
  CHECK(matched("1) Họp") == "clause 1 '1' firm | Họp");
  CHECK(matched("(1) Họp") == "clause 1 '1' firm | Họp");
  CHECK(matched("1.\tHọp") == "clause 1 '1' firm | Họp");
  CHECK(matched("1.Họp") == "clause 1 '1' firm | Họp");
  CHECK(matched("1.2. Họp") == "decimal 1 '1.2.' firm |  Họp");
  CHECK(matched("1.039 đảng viên") == "decimal 1 '1.039' firm |  đảng viên");
  CHECK(matched("2018. Năm đầu") == "none");
  CHECK(matched("2/9 là ngày Quốc khánh") == "none");
  CHECK(matched("88-KH/TU") == "none");
  CHECK(matched("15 đồng chí") == "none");
}

TEST_CASE("letters of points are recognised, abbreviations are not", "[model]") {
  CHECK(matched("a) Kinh tế") == "point 0 'a' firm | Kinh tế");
  CHECK(matched("đ) Việc khác") == "point 0 'đ' firm | Việc khác");
  CHECK(matched("a. Kinh tế") == "point 0 'a' firm | Kinh tế");
  CHECK(matched("(b) Văn hóa") == "point 0 'b' firm | Văn hóa");
  CHECK(matched("a)Kinh tế") == "point 0 'a' firm | Kinh tế");
  CHECK(matched("v.v và các việc khác") == "none");
  CHECK(matched("A. Phần đầu") == "none");
  CHECK(matched("IV. TỔ CHỨC") == "roman 4 'IV' firm | TỔ CHỨC");
}

TEST_CASE("dashes and rules are told apart", "[model]") {
  CHECK(is_dash_line("- Đảng ủy xã"));
  CHECK(is_dash_line("– Đảng ủy xã"));
  CHECK(is_dash_line("+ Ủy ban"));
  CHECK_FALSE(is_dash_line("-----"));
  CHECK(is_rule_line("-----"));
  CHECK(is_rule_line(" * "));
  CHECK(is_rule_line("———"));
  CHECK_FALSE(is_rule_line("- a"));
  CHECK_FALSE(is_rule_line(""));
  CHECK(without_dash("• Lưu") == "Lưu");
}

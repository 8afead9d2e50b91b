#include "model/word/blank_pattern.hpp"

#include "support/catch.hpp"

using namespace quyche::word;

namespace {

/// The text with each blank as <kind:words>.
std::string marked(const std::string& text) {
  static constexpr const char* k_kinds[] = {"name", "words", "open", "date"};
  std::string out;
  std::size_t from = 0;
  for (const auto& blank : find_blanks(text)) {
    out += text.substr(from, blank.from - from) + "<" + k_kinds[static_cast<int>(blank.kind)] +
           ":" + blank.words + ">";
    from = blank.to;
  }
  return out + text.substr(from);
}

}  // namespace

TEST_CASE("dots, ellipses and underscores are blanks named by the words before them", "[model]") {
  CHECK(marked("Số ……-QC/CB") == "Số <open:Số>-QC/CB");
  CHECK(marked("Số: ....../QC") == "Số: <open:Số>/QC");
  CHECK(marked("đồng chí ____________.") == "đồng chí <open:đồng chí>.");
  CHECK(marked("do đồng chí ……… làm tổ trưởng") == "do đồng chí <open:đồng chí> làm tổ trưởng");
  CHECK(marked("thôn [...], xã […]") == "thôn <open:thôn>, xã <open:xã>");
  CHECK(marked("gồm … hộ") == "gồm <open:gồm> hộ");
  CHECK(marked("ông (bà) …… và ông …… ……") == "ông (bà) <open:ông (bà)> và ông <open:ông>");
}

TEST_CASE("the name of a blank is whole", "[model]") {
  CHECK(marked("Bí thư chi bộ: ……") == "Bí thư chi bộ: <open:Bí thư chi bộ>");
  CHECK(marked("b) Trưởng thôn: ....;") == "b) Trưởng thôn: <open:Trưởng thôn>;");
  CHECK(marked("- Tổ trưởng: ....") == "- Tổ trưởng: <open:Tổ trưởng>");
  CHECK(marked("Quy chế có hiệu lực từ ngày … tháng … năm 2018") ==
        "Quy chế có hiệu lực từ ngày <open:ngày> tháng <open:tháng> năm 2018");
  CHECK(marked("do Phó bí thư chi bộ …… phụ trách") ==
        "do Phó bí thư chi bộ <open:Phó bí thư chi bộ> phụ trách");
  CHECK(marked("hội nghị thường kỳ hằng tháng bắt đầu lúc ……") ==
        "hội nghị thường kỳ hằng tháng bắt đầu lúc <open:bắt đầu lúc>");
  CHECK(marked("(sau đây gọi là tổ ……)") == "(sau đây gọi là tổ <open:tổ>)");
}

TEST_CASE("the full stop after a blank stays", "[model]") {
  CHECK(marked("Trưởng thôn: …….") == "Trưởng thôn: <open:Trưởng thôn>.");
  CHECK(marked("họp ngày … tháng … năm ….") == "họp <date:họp ngày>.");
  CHECK(marked("họp, hội nghị….") == "họp, hội nghị….");
}

TEST_CASE("an ellipsis that ends an enumeration is no blank", "[model]") {
  CHECK(marked("họp, hội nghị, v.v...") == "họp, hội nghị, v.v...");
  CHECK(marked("họp, hội nghị…") == "họp, hội nghị…");
  CHECK(marked("họp, hội nghị, …") == "họp, hội nghị, …");
  CHECK(marked("có hiệu lực./.") == "có hiệu lực./.");
  CHECK(marked("Hết.") == "Hết.");
}

TEST_CASE("brackets with words and names in braces are blanks", "[model]") {
  CHECK(marked("thôn [Tên thôn] họp") == "thôn <words:Tên thôn> họp");
  CHECK(marked("thôn {{ village_name }} họp") == "thôn <name:village_name> họp");
  CHECK(marked("[1] và { a } và [ và {{") == "[1] và { a } và [ và {{");
}

TEST_CASE("day, month and year of one date are one blank", "[model]") {
  CHECK(marked("An Mẫu, ngày … tháng … năm …") == "An Mẫu, <date:ngày>");
  CHECK(marked("họp Ngày ..... tháng ..... năm .....") == "họp <date:họp Ngày>");
  CHECK(marked("ngày … tháng … năm 2018") == "ngày <open:ngày> tháng <open:tháng> năm 2018");
}

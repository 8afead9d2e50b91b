#include "base/code_points.hpp"

#include <string>

#include "support/catch.hpp"

using namespace quyche;

TEST_CASE("code points go both ways", "[base]") {
  for (const auto* text : {"", "abc", "Đảng ủy xã", "\u00A0", "😀", "\uFFFF", "\U0010FFFF"}) {
    CHECK(utf8(code_points(text)) == text);
  }
  CHECK(code_points("aằ😀") == U"aằ😀");
}

TEST_CASE("each broken byte is one U+FFFD", "[base]") {
  CHECK(code_points("\xC3") == U"\uFFFD");
  CHECK(code_points("a\xE1\xBBz") == U"a\uFFFD\uFFFDz");
  CHECK(code_points("\xED\xA0\x80") == U"\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("next_code_point takes off what it reads", "[base]") {
  std::string_view rest = "đ\xFFz";
  CHECK(next_code_point(rest) == 0x0111);
  CHECK(next_code_point(rest) == -1);
  CHECK(next_code_point(rest) == 'z');
  CHECK(rest.empty());
}

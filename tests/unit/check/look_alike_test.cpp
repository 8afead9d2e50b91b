#include "check/look_alike.hpp"

#include <string>

#include "base/code_points.hpp"
#include "base/text.hpp"
#include "support/catch.hpp"

using quyche::utf8;
using quyche::check::fold_letters;

namespace {

// What the header says, one letter at a time.
bool is_clean_letter(char32_t c) {
  if (c == 0x00D0 || c == 0x00F0) return false;
  const bool is_of_vietnamese = c == 0x0168 || c == 0x0169 || c == 0x01A0 || c == 0x01A1 ||
                                c == 0x01AF || c == 0x01B0 || (c >= 0x1E80 && c < 0x1E96) ||
                                (c >= 0x1EA0 && c < 0x1F00);
  return c < 0x80 || (c >= 0x00C0 && c < 0x0130) || is_of_vietnamese ||
         (c >= 0x2010 && c <= 0x2026);
}

quyche::check::LetterCount count_letters(const std::string& text) {
  std::string folded = "a";
  const auto count = fold_letters(text, folded);
  CHECK(folded == (count.is_clean ? "a" + quyche::lower(text) : "a"));
  return count;
}

bool is_own_letter(char32_t c) {
  return (c >= 0x0100 && c < 0x0240) || (c >= 0x1E80 && c < 0x1F00);
}

}  // namespace

TEST_CASE("letters are counted as their kind wherever in a text they stand", "[check]") {
  std::size_t wrong = 0;
  const auto check = [&](char32_t c) {
    for (const std::size_t from : {0U, 1U, 13U, 14U, 15U, 16U, 30U, 40U}) {
      const auto text =
          std::string(from, 'b') + utf8(std::u32string(1, c)) + std::string(40 - from, 'c');
      const auto count = count_letters(text);
      const bool is_right = count.is_clean == is_clean_letter(c) && count.is_ascii == (c < 0x80) &&
                            (!count.is_clean || count.has_own_letter == is_own_letter(c));
      if (!is_right) ++wrong;
    }
  };
  for (char32_t c = 1; c < 0x3100; ++c) check(c);
  for (char32_t c = 0x10000; c < 0x10100; ++c) check(c);
  CHECK(wrong == 0);
}

TEST_CASE("a letter that is cut off is not clean", "[check]") {
  const std::string text = "Đảng ủy xã Ân Thi, “Hưng Yên”";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const bool is_whole = length == text.size() || (text[length] & 0xC0) != 0x80;
    CHECK(count_letters(text.substr(0, length)).is_clean == is_whole);
  }
  CHECK(count_letters("").is_clean);
  CHECK(count_letters("").is_ascii);
  CHECK_FALSE(count_letters("\xBA\xA3").is_clean);
}

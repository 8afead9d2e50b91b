#include "base/syllable.hpp"

#include <string>
#include <vector>

#include "base/code_points.hpp"
#include "support/catch.hpp"

using namespace quyche;

namespace {

bool is_one_vietnamese_syllable(const std::string& word) {
  const auto parts = pieces(word);
  return parts.size() == 1 && is_vietnamese(parts.front());
}

}  // namespace

TEST_CASE("pieces cut a text into syllables, numbers, space and signs", "[base]") {
  const auto parts = pieces("Hoà 12ab, Đ\u0301");
  REQUIRE(parts.size() == 7);
  CHECK(parts[0].kind == Piece::Kind::syllable);
  CHECK(parts[0].letters == U"hoa");
  CHECK(parts[0].tones == U"\u0300");
  CHECK(parts[1].kind == Piece::Kind::space);
  CHECK(parts[2].kind == Piece::Kind::number);
  CHECK(parts[2].letters == U"12");
  CHECK(parts[3].letters == U"ab");
  CHECK(parts[4].kind == Piece::Kind::other);
  CHECK(parts[6].letters == U"đ");
  CHECK(parts[6].tones == U"\u0301");
}

TEST_CASE("letters known beforehand are cut as ICU cuts them", "[base]") {
  const auto check = [](std::int32_t c) {
    const auto text = "xa" + utf8(std::u32string(1, static_cast<char32_t>(c))) + "o\u1EA1b";
    const auto known = pieces(text);
    auto by_icu = pieces(text + " \u03A9");  // a letter of no table
    INFO(std::hex << c);
    REQUIRE(by_icu.size() == known.size() + 2);
    for (std::size_t i = 0; i < known.size(); ++i) {
      CHECK(known[i].kind == by_icu[i].kind);
      CHECK(known[i].letters == by_icu[i].letters);
      CHECK(known[i].tones == by_icu[i].tones);
    }
  };
  for (std::int32_t c = 0x21; c < 0x370; ++c) check(c);
  for (std::int32_t c = 0x1E00; c < 0x1F00; ++c) check(c);
}

TEST_CASE("a tone is one value of the syllable wherever it is written", "[base]") {
  CHECK(pieces("hòa").front().letters == pieces("hoà").front().letters);
  CHECK(pieces("hòa").front().tones == pieces("hoà").front().tones);
  CHECK(pieces("ậ").front().letters == U"â");
  CHECK(pieces("ử").front().letters == U"ư");
  CHECK(pieces("\u0301").size() == 1);
}

TEST_CASE("tones have the order of Vietnamese dictionaries", "[base]") {
  CHECK(tone_rank(0x0300) == 1);
  CHECK(tone_rank(0x0309) == 2);
  CHECK(tone_rank(0x0303) == 3);
  CHECK(tone_rank(0x0301) == 4);
  CHECK(tone_rank(0x0323) == 5);
  CHECK(tone_rank(0x0302) == -1);
  CHECK(tone_rank(U'a') == -1);
}

TEST_CASE("Vietnamese syllables are known as such", "[base]") {
  for (const auto* word :
       {"a",      "ở",      "ý",      "yên",   "yêu",   "uống", "oanh",  "ước",    "ăn",
        "đảng",   "ủy",     "uỷ",     "chi",   "bộ",    "thôn", "xã",    "huyện",  "tỉnh",
        "quy",    "chế",    "phối",   "hợp",   "quyết", "định", "nghị",  "nghiêm", "túc",
        "nguyễn", "trưởng", "khuyến", "khuỷu", "thuở",  "giặt", "gì",    "giêng",  "giữa",
        "gìn",    "gia",    "quốc",   "quỳnh", "quít",  "quý",  "huếch", "xoong",  "khoắng",
        "ngoằn",  "xoèn",   "toẹt",   "khuya", "tuyết", "nghỉ", "ghế",   "kẻ",     "phượng",
        "ĐƯỜNG",  "Việt",   "rượu",   "hươu",  "bưu",   "tiếp", "ích",   "ếch",    "phích"}) {
    CAPTURE(word);
    CHECK(is_one_vietnamese_syllable(word));
  }
}

TEST_CASE("other words are no Vietnamese syllables", "[base]") {
  for (const auto* word : {"café", "naïve", "Müller", "Björn",   "Niño",  "bibliothèque", "www",
                           "UBND", "fax",   "zero",   "đ",       "ng",    "tat",          "hoc",
                           "tìch", "cặpp",  "tỉnhh",  "hưngyên", "Hàlan", "été",          "résumé",
                           "12",   "-",     "ж",      "eo0"}) {
    CAPTURE(word);
    CHECK_FALSE(is_one_vietnamese_syllable(word));
  }
}

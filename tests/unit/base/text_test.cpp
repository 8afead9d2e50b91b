#include "base/text.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/code_points.hpp"
#include "support/catch.hpp"

using namespace quyche;

TEST_CASE("normalise composes Vietnamese letters", "[base]") {
  CHECK(normalise("") == "");
  CHECK(normalise("abc") == "abc");
  CHECK(normalise("e\u0302\u0323") == "ệ");
  CHECK(normalise("e\u0323\u0302") == "ệ");
  CHECK(normalise("ê\u0323") == "ệ");
  CHECK(normalise("u\u031B\u0309") == "ử");
  CHECK(normalise("Nguye\u0302\u0303n Va\u0306n Bi\u0300nh") == "Nguyễn Văn Bình");
  CHECK(normalise("Đảng ủy") == "Đảng ủy");
}

TEST_CASE("normalise puts U+FFFD for bytes that are no UTF-8", "[base]") {
  CHECK(normalise("a\xFF"
                  "b") == "a\uFFFDb");
  CHECK(is_utf8(normalise("\xC3")));
  CHECK(is_utf8(normalise("\xE1\xBB")));
  CHECK(is_normalised(normalise("\xE1\xBB\xC3 e\u0302\u0323")));
}

TEST_CASE("is_utf8 knows the shortest forms only", "[base]") {
  for (const auto* good : {"", "abc", "đảng ủy", "\u00A0", "\uFFFD", "😀", "\xF4\x8F\xBF\xBF"}) {
    CAPTURE(good);
    CHECK(is_utf8(good));
  }
  for (const auto* bad :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xC3", "\xE0\x80\x80", "\xE1\xBB", "\xED\xA0\x80",
        "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "a\xC3z", "đ\xBF"}) {
    CHECK_FALSE(is_utf8(bad));
  }
  CHECK(is_utf8(std::string_view("a\0b", 3)));
}

namespace {

/// By the definition of RFC 3629, one letter after the other.
bool is_letter_by_letter(std::string_view text) {
  while (!text.empty()) {
    const auto byte = [&](std::size_t at) {
      return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const auto lead = byte(0);
    const std::size_t size = lead < 0x80 ? 1 : (lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4));
    auto code = lead & (size == 1 ? 0x7FU : 0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
      if ((byte(i) & 0xC0U) != 0x80U) return false;
      code = (code << 6U) | (byte(i) & 0x3FU);
    }
    const bool is_shortest = code >= std::array{0U, 0x80U, 0x800U, 0x10000U}[size - 1];
    const bool is_lead = lead < 0x80 || (lead >= 0xC0 && lead < 0xF8);
    if (!is_lead || !is_shortest || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
      return false;
    }
    text.remove_prefix(size);
  }
  return true;
}

}  // namespace

TEST_CASE("is_utf8 sees every wrong pair of bytes, wherever it stands in a long text", "[base]") {
  std::size_t wrong = 0;
  const auto compare = [&wrong](std::string_view text) {
    wrong += is_utf8(text) == is_letter_by_letter(text) ? 0U : 1U;
  };
  for (const std::size_t at : {0U, 13U, 14U, 15U, 16U, 37U, 46U}) {
    std::string text(48, 'a');
    for (unsigned pair = 0; pair < 0x10000; ++pair) {
      text[at] = static_cast<char>(static_cast<unsigned char>(pair >> 8U));
      text[at + 1] = static_cast<char>(static_cast<unsigned char>(pair));
      compare(text);
      compare(std::string_view(text).substr(0, at + 2));
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("is_utf8 knows letters of three and four bytes by all their edges", "[base]") {
  constexpr std::string_view k_edges(
      "\x00\x41\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xED\xEF\xF0\xF3\xF4\xF5\xF8"
      "\xFF",
      23);
  constexpr auto k_count = k_edges.size();
  std::size_t wrong = 0;
  for (const std::size_t at : {0U, 12U, 13U, 14U, 15U, 44U}) {
    std::string text(48, 'a');
    for (std::size_t four = 0; four < k_count * k_count * k_count * k_count; ++four) {
      text[at] = k_edges[four % k_count];
      text[at + 1] = k_edges[four / k_count % k_count];
      text[at + 2] = k_edges[four / k_count / k_count % k_count];
      text[at + 3] = k_edges[four / k_count / k_count / k_count];
      wrong += is_utf8(text) == is_letter_by_letter(text) ? 0U : 1U;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("is_normalised is false for decomposed letters and broken bytes", "[base]") {
  CHECK(is_normalised("Nguyễn"));
  CHECK_FALSE(is_normalised("Nguye\u0302\u0303n"));
  CHECK_FALSE(is_normalised("\xFF"));
}

TEST_CASE("case follows Vietnamese letters", "[base]") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"đảng ủy", "ĐẢNG ỦY"},
      {"uỷ ban nhân dân", "UỶ BAN NHÂN DÂN"},
      {"quy chế phối hợp", "QUY CHẾ PHỐI HỢP"},
      {"ăâêôơưđ", "ĂÂÊÔƠƯĐ"},
      {"ằẳẵắặ", "ẰẲẴẮẶ"},
      {"ầẩẫấậ", "ẦẨẪẤẬ"},
      {"ềểễếệ", "ỀỂỄẾỆ"},
      {"ồổỗốộ", "ỒỔỖỐỘ"},
      {"ờởỡớợ", "ỜỞỠỚỢ"},
      {"ừửữứự", "ỪỬỮỨỰ"},
      {"ìỉĩíị ỳỷỹýỵ", "ÌỈĨÍỊ ỲỶỸÝỴ"},
      {"thôn 1, xã an vĩ", "THÔN 1, XÃ AN VĨ"},
      {"", ""},
  };
  for (const auto& [small, great] : rows) {
    CHECK(upper(small) == great);
    CHECK(lower(great) == small);
    CHECK(upper(great) == great);
    CHECK(lower(small) == small);
  }
  CHECK(upper("đa\u0309ng") == "ĐẢNG");
}

TEST_CASE("a letter has the same case in a text that ICU reads and in one that tables do",
          "[base]") {
  const std::string foreign = "\u3042";  // no table holds it
  const auto check = [&](char32_t c) {
    const auto letter = utf8(std::u32string(1, c));
    CAPTURE(letter);
    CHECK(foreign + upper(letter) == upper(foreign + letter));
    CHECK(foreign + lower(letter) == lower(foreign + letter));
    CHECK(is_normalised(letter) == is_normalised(foreign + letter));
    CHECK(foreign + squeeze("a" + letter + "b") == squeeze(foreign + "a" + letter + "b"));
  };
  for (char32_t c = 1; c < 0x0380; ++c) check(c);
  for (char32_t c = 0x1E00; c < 0x2100; ++c) check(c);
}

TEST_CASE("a small letter is the same wherever in a long text it stands", "[base]") {
  const std::string foreign = "\u3042";
  std::size_t wrong = 0;
  const auto check = [&](char32_t c) {
    const auto letter = utf8(std::u32string(1, c));
    for (std::size_t from = 0; from < 40; from += 3) {
      const auto text = std::string(from, 'B') + letter + std::string(40 - from, 'C');
      if (foreign + lower(text) != lower(foreign + text)) ++wrong;
    }
  };
  for (char32_t c = 1; c < 0x0380; ++c) check(c);
  for (char32_t c = 0x1E00; c < 0x2100; ++c) check(c);
  CHECK(wrong == 0);
}

TEST_CASE("bytes that are no letter are seen anywhere in a text when it is made small", "[base]") {
  const std::string foreign = "\u3042";
  const std::string right = "ĐẢNG BỘ XÃ ÂN THI, “HƯNG YÊN” – NGÀY 05-3-2019, ƯỚC";
  std::size_t wrong = 0;
  for (std::size_t at = 0; at < right.size(); ++at) {
    for (const char byte : {'\xC3', '\xE1', '\xBA', '\x80', '\xF0', 'A'}) {
      auto broken = right;
      broken[at] = byte;
      if (foreign + lower(broken) != lower(foreign + broken)) ++wrong;
    }
    const auto cut = right.substr(0, at);
    if (foreign + lower(cut) != lower(foreign + cut)) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("capitalise raises the first letter alone", "[base]") {
  CHECK(capitalise("đồng chí") == "Đồng chí");
  CHECK(capitalise("ông NGUYỄN Văn A") == "Ông NGUYỄN Văn A");
  CHECK(capitalise("“ủy ban”") == "“Ủy ban”");
  CHECK(capitalise("(ấp") == "(Ấp");
  CHECK(capitalise("  xã") == "  Xã");
  CHECK(capitalise("01 đồng chí") == "01 đồng chí");
  CHECK(capitalise("") == "");
  CHECK(capitalise("…") == "…");
}

TEST_CASE("squeeze leaves single spaces between words", "[base]") {
  CHECK(squeeze("") == "");
  CHECK(squeeze(" \t\n\u00A0\u3000 ") == "");
  CHECK(squeeze("  xã \u00A0 An\t\tVĩ\r\n") == "xã An Vĩ");
  CHECK(squeeze("xã An Vĩ") == "xã An Vĩ");
}

TEST_CASE("file_slug leaves ASCII letters, digits and hyphens", "[base]") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"An Vĩ", "an-vi"},
      {"Đông Tảo", "dong-tao"},
      {"Phường Nhân Hòa", "phuong-nhan-hoa"},
      {"Khu phố 3", "khu-pho-3"},
      {"Thôn Đỗ Xá (xã Ông Đình)", "thon-do-xa-xa-ong-dinh"},
      {"Ưng Ửng ỰC", "ung-ung-uc"},
      {"  --a--b--  ", "a-b"},
      {"../../etc/passwd", "etc-passwd"},
      {"39A/QĐ-TTg", "39a-qd-ttg"},
      {"nga\u0300y", "ngay"},
      {"\u00D0ông", "dong"},
      {"café Müller", "cafe-muller"},
      {"Số ①", "so-1"},
      {"привет", ""},
      {"", ""},
  };
  for (const auto& [text, slug] : rows) CHECK(file_slug(text) == slug);
}

TEST_CASE("columns are what a terminal shows", "[base]") {
  CHECK(columns("") == 0);
  CHECK(columns("Nguyễn") == 6);
  CHECK(columns("Nguye\u0302\u0303n") == 6);
  CHECK(columns("\xFF\xFF") == 2);
  CHECK(column_range("Đảng ủy xã", 5, 2) == "ủy");
  CHECK(column_range("Nguye\u0302\u0303n", 4, 1) == "e\u0302\u0303");
  CHECK(column_range("abc", 1, 9) == "bc");
  CHECK(column_range("abc", 5, 1) == "");
}

TEST_CASE("printable lets no control character reach a terminal", "[base]") {
  CHECK(printable("đảng ủy") == "đảng ủy");
  CHECK(printable("a\tb\nc\rd") == "a b c d");
  CHECK(printable("\x1B[31mđỏ\x7F") == " [31mđỏ ");
  CHECK(printable("\u009B2J") == " 2J");
  CHECK(printable("a\xFFz") == "a\uFFFDz");
}

#include "base/legacy_tables.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace quyche {
namespace {

// TCVN 5712:1993, VN3: codes A1 to FE in order; '.' where the table has none. Letters with a tone
// have one code for both cases: capital fonts (.VnTimeH) draw it as a capital.
constexpr std::u32string_view k_tcvn3 =
    U"ĂÂÊÔƠƯĐăâêôơưđ."
    U".....àảãáạ.ằẳẵắ."
    U"......ặầẩẫấậè.ẻẽ"
    U"éẹềểễếệìỉ...ĩíịò"
    U".ỏõóọồổỗốộờởỡớợù"
    U".ủũúụừửữứựỳỷỹýỵ";
constexpr char32_t k_first_tcvn3 = 0xA1;
constexpr char32_t k_capital_step = 0x20;  // between the cases of a letter in Windows-1252

/// VNI writes a vowel and a mark behind it: "aù" is á. `vowel` as it is written, the `letters`
/// that come of it with each of the `marks`.
struct VniRow {
  char32_t vowel;
  std::u32string_view marks;
  std::u32string_view letters;
};
constexpr std::array<VniRow, 7> k_vni_rows{{{U'a', U"ùøûõïâáàåãäêéèúüë", U"áàảãạâấầẩẫậăắằẳẵặ"},
                                            {U'e', U"ùøûõïâáàåãä", U"éèẻẽẹêếềểễệ"},
                                            {U'o', U"ùøûõïâáàåãä", U"óòỏõọôốồổỗộ"},
                                            {U'u', U"ùøûõï", U"úùủũụ"},
                                            {U'y', U"ùøûõ", U"ýỳỷỹ"},
                                            {U'ô', U"ùøûõï", U"ớờởỡợ"},
                                            {U'ö', U"ùøûõï", U"ứừửữự"}}};
constexpr std::u32string_view k_vni_codes = U"íìæóòôöîñ";
constexpr std::u32string_view k_vni_letters = U"íìỉĩịơưỵđ";

char32_t capital(char32_t letter) {
  return static_cast<char32_t>(u_toupper(static_cast<UChar32>(letter)));
}

void add(LegacyTable& table, const std::u32string& code, char32_t letter) {
  table.letters.try_emplace(code, letter);
  table.codes.try_emplace(letter, code);
}

LegacyTable tcvn3() {
  LegacyTable table;
  for (std::size_t i = 0; i < k_tcvn3.size(); ++i) {
    if (k_tcvn3[i] == U'.') continue;
    add(table, {static_cast<char32_t>(k_first_tcvn3 + i)}, k_tcvn3[i]);
  }
  const auto small = table.codes;
  for (const auto& [letter, code] : small) table.codes.try_emplace(capital(letter), code);
  return table;
}

LegacyTable vni() {
  LegacyTable table;
  for (const auto& [vowel, marks, letters] : k_vni_rows) {
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const auto great = capital(letters[i]);
      add(table, {vowel, marks[i]}, letters[i]);
      add(table, {vowel - k_capital_step, marks[i] - k_capital_step}, great);
      table.letters.try_emplace({vowel - k_capital_step, marks[i]}, great);
    }
  }
  for (std::size_t i = 0; i < k_vni_codes.size(); ++i) {
    add(table, {k_vni_codes[i]}, k_vni_letters[i]);
    add(table, {k_vni_codes[i] - k_capital_step}, capital(k_vni_letters[i]));
  }
  return table;
}

}  // namespace

const LegacyTable& legacy_table(LegacyEncoding encoding) {
  static const LegacyTable tcvn3_table = tcvn3();
  static const LegacyTable vni_table = vni();
  return encoding == LegacyEncoding::tcvn3 ? tcvn3_table : vni_table;
}

std::u32string letters_of(std::u32string_view text, const LegacyTable& table) {
  constexpr std::size_t k_longest_code = 2;
  std::u32string out;
  while (!text.empty()) {
    auto length = std::min(k_longest_code, text.size());
    auto found = table.letters.find(std::u32string(text.substr(0, length)));
    for (; found == table.letters.end() && length > 1; --length) {
      found = table.letters.find(std::u32string(text.substr(0, length - 1)));
    }
    out += found == table.letters.end() ? text.front() : found->second;
    text.remove_prefix(length);
  }
  return out;
}

}  // namespace quyche

#include "docx/text_width.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/code_points.hpp"

namespace quyche {
namespace {

constexpr int k_units_per_em = 2048;
constexpr int k_twips_per_half_point = 10;

// Glyphs: ASCII from the space to "~", then the horned letters (O, o, U, u) and "…", which no ASCII
// letter can stand for.
constexpr std::uint32_t k_horned_o = 95;
constexpr std::uint32_t k_horned_u = 97;
constexpr std::uint32_t k_ellipsis = 99;
using Widths = std::array<std::int16_t, 100>;

constexpr Widths k_upright = {
    512,  682,  836,  1024, 1024, 1706, 1593, 369,  682,  682,  1024, 1155, 512,  682,  512,
    569,  1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 569,  569,  1155, 1155,
    1155, 909,  1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479, 682,  797,  1479, 1251,
    1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682,
    569,  682,  961,  1024, 682,  909,  1024, 909,  1024, 909,  682,  1024, 1024, 569,  569,
    1024, 569,  1593, 1024, 1024, 1024, 1024, 682,  797,  569,  1024, 1024, 1479, 1024, 1024,
    909,  983,  410,  983,  1108, 1479, 1083, 1589, 1110, 2048};
constexpr Widths k_bold = {
    512,  682,  1137, 1024, 1024, 2048, 1706, 569,  682,  682,  1024, 1167, 512,  682,  512,
    569,  1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 682,  682,  1167, 1167,
    1167, 1024, 1905, 1479, 1366, 1479, 1479, 1366, 1251, 1593, 1593, 797,  1024, 1593, 1366,
    1933, 1479, 1593, 1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479, 1366, 682,
    569,  682,  1190, 1024, 682,  1024, 1139, 909,  1139, 909,  682,  1024, 1139, 569,  682,
    1139, 569,  1706, 1139, 1024, 1139, 1139, 909,  797,  682,  1139, 1024, 1479, 1024, 1024,
    909,  807,  451,  807,  1065, 1593, 1134, 1630, 1229, 2048};

constexpr Widths k_italic = {
    512,  682,  860,  1024, 1024, 1706, 1593, 438,  682,  682,  1024, 1382, 512,  682,  512,
    569,  1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 682,  682,  1382, 1382,
    1382, 1024, 1884, 1251, 1251, 1366, 1479, 1251, 1251, 1479, 1479, 682,  909,  1366, 1139,
    1706, 1366, 1479, 1251, 1479, 1251, 1024, 1139, 1479, 1251, 1706, 1251, 1139, 1139, 797,
    569,  797,  864,  1024, 682,  1024, 1024, 909,  1024, 909,  569,  1024, 1024, 569,  569,
    909,  569,  1479, 1024, 1024, 1024, 1024, 797,  797,  569,  1024, 909,  1366, 909,  909,
    797,  819,  563,  819,  1108, 1479, 1093, 1544, 1117, 1821};

constexpr std::uint32_t glyph(char letter) { return static_cast<std::uint32_t>(letter - ' '); }

// Letters with marks are as wide as the letter that carries them. `even` and `odd` are the glyphs
// of even and odd code points: from U+0100 on capital and small letters alternate.
struct Marked {
  std::uint32_t first;
  std::uint32_t last;
  std::uint32_t even;
  std::uint32_t odd;
};
constexpr Marked alike(std::uint32_t first, std::uint32_t last, char letter) {
  return {first, last, glyph(letter), glyph(letter)};
}
constexpr Marked by_turns(std::uint32_t first, std::uint32_t last, char capital, char small) {
  return {first, last, glyph(capital), glyph(small)};
}
constexpr std::array k_marked = {alike(0xA0, 0xA0, ' '),
                                 alike(0xC0, 0xC5, 'A'),
                                 alike(0xC8, 0xCB, 'E'),
                                 alike(0xCC, 0xCF, 'I'),
                                 alike(0xD2, 0xD6, 'O'),
                                 alike(0xD9, 0xDC, 'U'),
                                 alike(0xDD, 0xDD, 'Y'),
                                 alike(0xE0, 0xE5, 'a'),
                                 alike(0xE8, 0xEB, 'e'),
                                 alike(0xEC, 0xEF, 'i'),
                                 alike(0xF2, 0xF6, 'o'),
                                 alike(0xF9, 0xFC, 'u'),
                                 alike(0xFD, 0xFD, 'y'),
                                 by_turns(0x102, 0x103, 'A', 'a'),
                                 by_turns(0x110, 0x111, 'D', 'd'),
                                 by_turns(0x128, 0x129, 'I', 'i'),
                                 by_turns(0x168, 0x169, 'U', 'u'),
                                 Marked{0x1A0, 0x1A1, k_horned_o, k_horned_o + 1},
                                 Marked{0x1AF, 0x1B0, k_horned_u + 1, k_horned_u},
                                 by_turns(0x1EA0, 0x1EB7, 'A', 'a'),
                                 by_turns(0x1EB8, 0x1EC7, 'E', 'e'),
                                 by_turns(0x1EC8, 0x1ECB, 'I', 'i'),
                                 by_turns(0x1ECC, 0x1ED9, 'O', 'o'),
                                 Marked{0x1EDA, 0x1EE3, k_horned_o, k_horned_o + 1},
                                 by_turns(0x1EE4, 0x1EE7, 'U', 'u'),
                                 Marked{0x1EE8, 0x1EF1, k_horned_u, k_horned_u + 1},
                                 by_turns(0x1EF2, 0x1EF9, 'Y', 'y'),
                                 alike(0x2013, 0x2013, 'n'),  // "–" is as wide as a digit
                                 Marked{0x2026, 0x2026, k_ellipsis, k_ellipsis}};

std::uint32_t glyph_of(std::uint32_t code) {
  if (code >= ' ' && code <= '~') return code - ' ';
  for (const auto& range : k_marked) {
    if (code >= range.first && code <= range.last) return code % 2 == 0 ? range.even : range.odd;
  }
  return glyph('n');
}

constexpr int k_step = 100;  // twips, of the search for the least width
constexpr int k_slack = 60;  // what Word's own measure may differ by

// Lines of the text where each takes as many words as fit in `width`.
int lines_in(std::string_view text, Letters letters, int width) {
  const int space = text_width(" ", letters);
  int lines = 1;
  int used = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const int word = text_width(text.substr(0, end), letters);
    if (used > 0 && used + space + word > width) {
      ++lines;
      used = 0;
    }
    used += used > 0 ? space + word : word;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

int text_width(std::string_view text, Letters letters) {
  const auto& widths = letters.bold ? k_bold : letters.italic ? k_italic : k_upright;
  std::int64_t units = 0;
  for (auto rest = text; !rest.empty();) {
    const auto code = next_code_point(rest);
    units += widths[code < 0 ? glyph('n') : glyph_of(static_cast<std::uint32_t>(code))];
  }
  const std::int64_t twips = units * letters.half_points * k_twips_per_half_point;
  return static_cast<int>((twips + k_units_per_em / 2) / k_units_per_em);
}

int balanced_width(std::string_view text, Letters letters, int available) {
  const int lines = lines_in(text, letters, available);
  if (lines == 1) return available;
  int width = available;
  while (width > k_step && lines_in(text, letters, width - k_step) == lines) width -= k_step;
  return std::min(width + k_slack, available);
}

}  // namespace quyche

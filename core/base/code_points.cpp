#include "base/code_points.hpp"

#include <unicode/uchar.h>

#include "base/utf8.hpp"

namespace quyche {
namespace {

/// How many bytes the code point behind this first byte takes; 0 for no first byte.
std::size_t length_from(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

/// Neither longer than needed, nor a surrogate, nor past the last code point.
bool is_allowed(std::int32_t c, std::size_t length) {
  if (length == 3) return c >= 0x800 && (c < 0xD800 || c > 0xDFFF);
  return length < 4 || (c >= 0x10000 && c <= 0x10FFFF);
}

}  // namespace

std::int32_t next_code_point(std::string_view& rest) {
  const auto byte = [&rest](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
  const auto length = length_from(byte(0));
  std::int32_t c = length < 2 ? byte(0) : byte(0) & (0x7F >> length);
  bool good = length > 0 && length <= rest.size();
  for (std::size_t i = 1; good && i < length; ++i) {
    good = (byte(i) & 0xC0) == 0x80;
    c = (c << 6) | (byte(i) & 0x3F);
  }
  good = good && is_allowed(c, length);
  rest.remove_prefix(good ? length : 1);
  return good ? c : -1;
}

std::u32string code_points(std::string_view text) {
  constexpr char32_t k_replacement = 0xFFFD;
  std::u32string out;
  while (!text.empty()) {
    const auto c = next_code_point(text);
    out += c < 0 ? k_replacement : static_cast<char32_t>(c);
  }
  return out;
}

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const auto c : text) append_utf8(out, c);
  return out;
}

bool is_unicode_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

}  // namespace quyche

#include "base/legacy_encoding.hpp"

#include "base/code_points.hpp"
#include "base/legacy_tables.hpp"
#include "base/text.hpp"

namespace quyche {

std::string from_legacy(std::string_view text, LegacyEncoding encoding) {
  auto letters = letters_of(code_points(text), legacy_table(encoding));
  if (encoding == LegacyEncoding::tcvn3) repair_capitals(letters);
  return normalise(utf8(letters));
}

std::string to_legacy(std::string_view text, LegacyEncoding encoding) {
  const auto& codes = legacy_table(encoding).codes;
  std::u32string out;
  for (const auto letter : code_points(normalise(text))) {
    const auto found = codes.find(letter);
    if (found == codes.end()) {
      out += letter;
    } else {
      out += found->second;
    }
  }
  return utf8(out);
}

}  // namespace quyche

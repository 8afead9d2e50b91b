#include "check/paragraph_encoding.hpp"

#include <string_view>

namespace quyche::check {
namespace {

constexpr std::string_view k_latin = "\xC2\xC3";        // what letters of old fonts begin with
constexpr std::string_view k_unicode = "\xC4\xC6\xE1";  // what ă, đ, ơ, ế … begin with

std::optional<LegacyEncoding> encoding_of_font(std::string_view font) {
  if (font.starts_with(".Vn")) return LegacyEncoding::tcvn3;
  if (font.starts_with("VNI-")) return LegacyEncoding::vni;
  return std::nullopt;
}

}  // namespace

std::optional<LegacyEncoding> legacy_encoding_of(const ViewParagraph& paragraph) {
  if (const auto found = detect_legacy(paragraph.raw)) return found;
  const bool may_be_legacy = paragraph.raw.find_first_of(k_latin) != std::string::npos &&
                             paragraph.raw.find_first_of(k_unicode) == std::string::npos;
  if (!may_be_legacy) return std::nullopt;
  for (const auto& span : paragraph.spans) {
    if (const auto found = encoding_of_font(span.format->fonts[0])) return found;
  }
  return std::nullopt;
}

}  // namespace quyche::check

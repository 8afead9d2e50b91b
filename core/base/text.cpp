#include "base/text.hpp"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/code_points.hpp"
#include "base/syllable.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_replacement = "\xEF\xBF\xBD";

icu::StringPiece piece_of(std::string_view text) {
  return {text.data(), static_cast<int32_t>(text.size())};
}

const icu::Normalizer2& composer() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(status);
}

using CaseMapping = void (*)(const char*, uint32_t, icu::StringPiece, icu::ByteSink&, icu::Edits*,
                             UErrorCode&);

std::string mapped(std::string_view text, CaseMapping mapping) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  mapping("", 0, piece_of(text), sink, nullptr, status);
  return normalise(out);
}

bool takes_no_column(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

/// The piece in ASCII; one hyphen for all that has no such form.
void add_slug(std::string& out, const Piece& piece) {
  icu::UnicodeString letters;
  for (const auto letter : piece.letters) letters.append(static_cast<UChar32>(letter));
  UErrorCode status = U_ZERO_ERROR;
  letters = icu::Normalizer2::getNFKDInstance(status)->normalize(letters, status);
  for (int32_t i = 0; i < letters.length(); ++i) {
    const auto c = letters.charAt(i) == 0x0111 ? u'd' : letters.charAt(i);
    if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')) {
      out += static_cast<char>(c);
    } else if (u_getCombiningClass(c) == 0 && !out.empty() && out.back() != '-') {
      out += '-';
    }
  }
}

}  // namespace

std::string normalise(std::string_view text) {
  if (is_normalised(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  composer().normalize(icu::UnicodeString::fromUTF8(piece_of(text)), status).toUTF8String(out);
  return out;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    if (next_code_point(text) < 0) return false;
  }
  return true;
}

bool is_normalised(std::string_view text) {
  const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::all_of(text.begin(), text.end(), ascii)) return true;
  UErrorCode status = U_ZERO_ERROR;
  return is_utf8(text) && composer().isNormalizedUTF8(piece_of(text), status) != 0;
}

std::string upper(std::string_view text) { return mapped(text, icu::CaseMap::utf8ToUpper); }

std::string lower(std::string_view text) { return mapped(text, icu::CaseMap::utf8ToLower); }

std::string capitalise(std::string_view text) {
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto before = rest;
    const auto c = next_code_point(rest);
    if (c >= 0 && (u_ispunct(c) != 0 || u_isUWhiteSpace(c) != 0)) continue;
    const auto letter = before.substr(0, before.size() - rest.size());
    const auto lead = text.substr(0, text.size() - before.size());
    return std::string(lead) + upper(letter) + std::string(rest);
  }
  return std::string(text);
}

std::string squeeze(std::string_view text) {
  std::string out;
  bool gap = false;
  while (!text.empty()) {
    const auto before = text;
    const auto c = next_code_point(text);
    if (c >= 0 && u_isUWhiteSpace(c) != 0) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += before.substr(0, before.size() - text.size());
  }
  return out;
}

std::string file_slug(std::string_view text) {
  std::string out;
  for (const auto& piece : pieces(text)) add_slug(out, piece);
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    const auto c = next_code_point(text);
    if (c < 0 || !takes_no_column(c)) ++count;
  }
  return count;
}

std::string column_range(std::string_view text, std::size_t from, std::size_t count) {
  std::string out;
  std::size_t column = 0;  // of the character after this one
  while (!text.empty()) {
    const auto before = text;
    const auto c = next_code_point(text);
    if (c < 0 || !takes_no_column(c)) ++column;
    if (column > from + count) break;
    if (column > from) out += before.substr(0, before.size() - text.size());
  }
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto before = text;
    const auto c = next_code_point(text);
    if (c < 0) {
      out += k_replacement;
    } else if (u_iscntrl(c) != 0) {
      out += ' ';
    } else {
      out += before.substr(0, before.size() - text.size());
    }
  }
  return out;
}

}  // namespace quyche

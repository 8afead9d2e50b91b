#include "base/text.hpp"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/byte_blocks.hpp"
#include "base/code_points.hpp"
#include "base/small_letters.hpp"
#include "base/syllable.hpp"
#include "base/utf8.hpp"

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

inline unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

inline bool is_tail(std::string_view text, std::size_t at) {
  return (byte_at(text, at) & 0xC0) == 0x80;
}

/// Bytes of the character at `at` when it is one of those Vietnamese is written with (U+0000–02FF,
/// U+1E00–1EFF, U+2002–203F): they stay as they are in NFC. 0 for any other.
inline std::size_t plain_length(std::string_view text, std::size_t at) {
  const auto lead = byte_at(text, at);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xCB) return is_tail(text, at + 1) ? 2 : 0;
  const auto second = byte_at(text, at + 1);
  const bool is_letter = lead == 0xE1 && second >= 0xB8 && second <= 0xBB;
  const bool is_sign = lead == 0xE2 && second == 0x80 && byte_at(text, at + 2) > 0x81;
  return (is_letter || is_sign) && is_tail(text, at + 2) ? 3 : 0;
}

/// Whether all characters are such, sixteen bytes at a time.
bool is_plain(std::string_view text) {
  Bytes odd{};
  for_each_block(text, [&odd](const ByteBlock& block, std::size_t, std::size_t) {
    const auto [byte, before, two_before] = block;
    const auto is_long_lead = [](Bytes bytes) { return is_within(bytes, 0xE1, 0xE2); };
    const auto is_lead = [&](Bytes bytes) {
      return is_within(bytes, 0xC2, 0xCB) | is_long_lead(bytes);
    };
    const Bytes tail = is_within(byte, 0x80, 0xBF);
    odd |= is_high(byte) & ~(tail | is_lead(byte));
    odd |= tail ^ (is_lead(before) | is_long_lead(two_before));
    odd |= is_byte(before, 0xE1) & ~is_within(byte, 0xB8, 0xBB);
    odd |= is_byte(before, 0xE2) & ~is_byte(byte, 0x80);
    odd |= is_byte(two_before, 0xE2) & ~is_within(byte, 0x82, 0xBF);
  });
  return !holds_anywhere(odd) && !is_cut_off(text);
}

std::string mapped_by_icu(std::string_view text, CaseMapping mapping) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  mapping("", 0, piece_of(text), sink, nullptr, status);
  return normalise(out);
}

/// What ICU makes of each plain character alone: in this range no mapping looks at its neighbours.
class CaseTable {
 public:
  explicit CaseTable(CaseMapping mapping) {
    for (char32_t c = 0; c < k_latin; ++c) latin_[c] = of(c, mapping);
    for (char32_t c = 0; c < k_signs; ++c) signs_[c] = of(k_first_sign + c, mapping);
    for (std::size_t c = 0; c < ascii_.size(); ++c) ascii_[c] = latin_[c].bytes[0];
    for (char32_t c = 0; c < k_letters; ++c) letters_[c] = of(k_first + c, mapping);
  }

  /// False when a character is not plain or does not become plain ones.
  bool map(std::string_view text, std::string& out) const {
    constexpr std::size_t k_room = sizeof(Letter);
    out.resize(text.size() + text.size() / 2 + k_room);  // a mapped letter may be longer
    std::size_t end = 0;
    const std::size_t room = out.size() - k_room;
    char* const made = out.data();
    for (std::size_t at = 0; at < text.size();) {
      const auto first = static_cast<unsigned char>(text[at]);
      if (first < 0x80) {
        made[end++] = ascii_[first];
        ++at;
        continue;
      }
      const auto length = plain_length(text, at);
      if (length == 0) return false;
      const auto& letter = letter_at(text, at, length);
      if (letter.length == 0 || end > room) return false;
      // Eight bytes at once are one instruction; what is too much the next letter overwrites.
      std::memcpy(made + end, &letter, k_room);
      end += letter.length;
      at += length;
    }
    out.resize(end);
    return true;
  }

 private:
  struct Letter {
    std::array<char, 7> bytes{};
    unsigned char length = 0;  ///< 0: nothing plain
  };
  static constexpr char32_t k_latin = 0x300;
  static constexpr char32_t k_first = 0x1E00;
  static constexpr char32_t k_letters = 0x100;
  static constexpr char32_t k_first_sign = 0x2000;
  static constexpr char32_t k_signs = 0x40;

  static Letter of(char32_t c, CaseMapping mapping) {
    std::string letter;
    append_utf8(letter, c);
    const auto mapped = mapped_by_icu(letter, mapping);
    Letter made;
    if (!is_plain(mapped) || mapped.size() > made.bytes.size()) return made;
    std::copy(mapped.begin(), mapped.end(), made.bytes.begin());
    made.length = static_cast<unsigned char>(mapped.size());
    return made;
  }

  [[nodiscard]] const Letter& letter_at(std::string_view text, std::size_t at,
                                        std::size_t length) const {
    const auto low = byte_at(text, at + length - 1) & 0x3FU;
    if (length == 2) return latin_[((byte_at(text, at) & 0x1FU) << 6U) | low];
    if (byte_at(text, at) == 0xE2) return signs_[low];
    return letters_[((byte_at(text, at + 1) & 0x03U) << 6U) | low];
  }

  std::array<char, 0x80> ascii_{};
  std::array<Letter, k_latin> latin_;
  std::array<Letter, k_letters> letters_;
  std::array<Letter, k_signs> signs_;
};

std::string mapped(std::string_view text, const CaseTable& table, CaseMapping mapping) {
  std::string out;
  if (table.map(text, out)) return out;
  return mapped_by_icu(text, mapping);
}

bool takes_no_column(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

/// Bytes of the white space `text` begins with; 0 when it does not.
std::size_t space_length(std::string_view text) {
  const auto lead = byte_at(text, 0);
  if (lead < 0x80) return lead == ' ' || (lead >= '\t' && lead <= '\r') ? 1 : 0;
  // Every other white space begins with one of these bytes; of those with the first byte of most
  // Vietnamese letters there is but one.
  if (lead != 0xC2 && (lead < 0xE1 || lead > 0xE3)) return 0;
  if (lead == 0xE1 && byte_at(text, 1) != 0x9A) return 0;
  auto rest = text;
  const auto c = next_code_point(rest);
  return c >= 0 && u_isUWhiteSpace(c) != 0 ? text.size() - rest.size() : 0;
}

/// No white space but single spaces between words. False also for a few texts without any: those
/// with a letter whose bytes may begin one.
bool is_squeezed(std::string_view text) {
  if (text.empty()) return true;
  if (text.front() == ' ' || text.back() == ' ') return false;
  Bytes space{};
  for_each_block(text, [&](const ByteBlock& block, std::size_t, std::size_t) {
    space |= is_within(block.byte, '\t', '\r') |
             (is_byte(block.byte, ' ') & is_byte(block.before, ' ')) | is_byte(block.byte, 0xC2) |
             is_byte(block.byte, 0xE3) | (is_byte(block.before, 0xE1) & is_byte(block.byte, 0x9A)) |
             (is_byte(block.two_before, 0xE2) &
              ~(is_byte(block.before, 0x80) & is_within(block.byte, 0x90, 0xA6)));
  });
  return !holds_anywhere(space);
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

bool is_normalised(std::string_view text) {
  if (is_plain(text)) return true;
  UErrorCode status = U_ZERO_ERROR;
  return is_utf8(text) && composer().isNormalizedUTF8(piece_of(text), status) != 0;
}

std::string upper(std::string_view text) {
  static const CaseTable k_table(icu::CaseMap::utf8ToUpper);
  return mapped(text, k_table, icu::CaseMap::utf8ToUpper);
}

std::string lower(std::string_view text) {
  std::string small(text.size(), ' ');
  if (map_to_small(text, small.data())) return small;
  static const CaseTable k_table(icu::CaseMap::utf8ToLower);
  return mapped(text, k_table, icu::CaseMap::utf8ToLower);
}

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
  if (is_squeezed(text)) return std::string(text);
  std::string out;
  bool gap = false;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto length = space_length(text);
    if (length > 0) {
      gap = !out.empty();
      text.remove_prefix(length);
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    std::size_t end = 1;
    while (end < text.size() && space_length(text.substr(end)) == 0) ++end;
    out += text.substr(0, end);
    text.remove_prefix(end);
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

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
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

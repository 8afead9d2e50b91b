#include "check/number_pattern.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "check/check_words.hpp"
#include "model/word/document_words.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::check {
namespace {

constexpr std::size_t k_longest_number = 5;
constexpr std::size_t k_longest_code = 20;

bool is_paper_number(std::string_view text) {
  return text.size() >= 2 && text.size() <= k_longest_number &&
         std::all_of(text.begin(), text.end(), word::is_digit) &&
         (text[0] != '0' || text.size() == 2) && text != "00";
}

// Letters only, the first a capital: "QC", "TTr", "ThU", "ĐU".
bool is_code(std::string_view text) {
  if (text.empty() || text.size() > k_longest_code) return false;
  for (std::size_t at = 0; at < text.size(); at += word::character_length(text, at)) {
    if (!word::is_letter_at(text, at)) return false;
  }
  return capitalise(text) == text;
}

// All of `text` in groups of letters with these signs between them.
bool is_of_codes(std::string_view text, std::string_view joints) {
  while (true) {
    const auto joint = text.find_first_of(joints);
    if (!is_code(word::trimmed(text.substr(0, joint)))) return false;
    if (joint == std::string_view::npos) return true;
    text.remove_prefix(joint + 1);
  }
}

std::string_view up_to(std::string_view& rest, std::string_view joints) {
  const auto at = std::min(rest.find_first_of(joints), rest.size());
  const auto piece = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return word::trimmed(piece);
}

}  // namespace

// "Số 12-QĐ/HU" for the Party, "Số: 12/QĐ-UBND" for the state.
std::string joined_number(const NumberParts& parts, std::string_view label, bool is_party) {
  std::string whole(label);
  whole.append(parts.number).append(is_party ? "-" : "/").append(parts.type);
  if (!parts.type.empty()) whole.append(is_party ? "/" : "-");
  return whole.append(parts.organ);
}

bool is_symbol(std::string_view text) { return is_of_codes(text, "-"); }

bool is_bare_number(std::string_view text) {
  const auto line = word::trimmed(text);
  const auto digits = line.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos || digits > k_longest_number) return false;
  const auto rest = word::trimmed(line.substr(digits));
  return (rest[0] == '-' || rest[0] == '/') && is_of_codes(rest.substr(1), "-/");
}

NumberParts read_number(std::string_view text, std::string_view label, bool is_party) {
  NumberParts parts;
  const auto line = word::trimmed(text);
  // Taken apart with good will first, to say what is wrong with it.
  const auto& label_word = word::document_words().number;
  auto rest = key(line).starts_with(label_word) ? line.substr(label_word.size()) : line;
  while (!rest.empty() && (rest[0] == ' ' || rest[0] == ':')) rest.remove_prefix(1);
  const auto number = up_to(rest, "-/");
  const auto type = up_to(rest, is_party ? "/-" : "-/");
  parts.number = number;
  const bool is_dotted =
      number.find_first_not_of(". \xE2\x80\xA6\xC2\xA0_[]") == std::string_view::npos;
  parts.is_empty = number.empty() || is_dotted;
  const bool is_letter = rest.empty();  // a công văn names no type
  parts.type = is_letter ? std::string() : std::string(type);
  parts.organ = is_letter ? type : word::trimmed(rest);
  const bool has_codes = is_party ? is_code(parts.type) && is_code(parts.organ)
                                  : (is_letter || is_code(parts.type)) && is_symbol(parts.organ);
  parts.is_right =
      is_paper_number(parts.number) && has_codes && joined_number(parts, label, is_party) == line;
  return parts;
}

}  // namespace quyche::check

#include "model/word/basis_pattern.hpp"

#include <algorithm>
#include <optional>

#include "base/date.hpp"
#include "base/text.hpp"
#include "model/word/document_words.hpp"
#include "model/word/provision_pattern.hpp"

namespace quyche::word {
namespace {

constexpr std::string_view k_en_dash = "\xE2\x80\x93";
constexpr std::size_t k_longest_date = 60;

bool begins_with(std::string_view lowered, const std::string& word) {
  return lowered.starts_with(word) && !is_letter_at(lowered, word.size());
}

std::string_view after_comma(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with(',')) text = trimmed(text.substr(1));
  return text;
}

/// Takes "2128/QĐ-UBND" off the front of `rest`; nothing when no number stands there.
std::string take_number(std::string_view& rest) {
  auto text = trimmed(rest);
  if (text.starts_with(':')) text = trimmed(text.substr(1));
  if (text.empty() || !is_digit(text[0])) return {};
  std::size_t end = 0;
  while (end < text.size() && text[end] != ',' && text[end] != ';') {
    if (text[end] != ' ') {
      ++end;
      continue;
    }
    // A space belongs to the number only beside a dash: "04 – ĐA/TU".
    const auto next = text.substr(end + 1);
    const bool before_dash = next.starts_with('-') || next.starts_with(k_en_dash);
    const auto done = text.substr(0, end);
    const bool after_dash = done.ends_with('-') || done.ends_with(k_en_dash);
    if (!before_dash && !after_dash) break;
    ++end;
  }
  rest = text.substr(end);
  return plain_symbol(text.substr(0, end));
}

/// Takes "ngày 11 tháng 12 năm 2012" or "ngày 11/12/2012" off the front of `rest`. False when a
/// date begins there that is none.
bool take_date(std::string_view& rest, std::optional<Date>& date) {
  const auto& words = document_words();
  const auto text = after_comma(rest);
  const auto lowered = lower(text.substr(0, k_longest_date));
  if (!begins_with(lowered, words.day)) return true;
  if (const auto year = lowered.find(words.year); year != std::string::npos) {
    const auto from = lowered.find_first_of("0123456789", year);
    const auto end = std::min(lowered.find_first_not_of("0123456789", from), lowered.size());
    date = from == std::string::npos ? std::nullopt : date_from_text(lowered.substr(0, end));
    if (date) rest = text.substr(end);
    if (date) return true;
  }
  const auto from = std::min(text.find_first_not_of(' ', words.day.size()), text.size());
  const auto end = std::min(text.find_first_of(" ,;", from), text.size());
  date = date_from_text(text.substr(from, end - from));
  if (date) rest = text.substr(end);
  return date.has_value();
}

/// Where the organ's name ends in "Ủy ban nhân dân tỉnh ban hành Quy chế …".
std::size_t issuer_end(std::string_view text, const std::string& lowered) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '(' || text[at] == ',' || text[at] == '"') return at;
    if (text.substr(at).starts_with("\xE2\x80\x9C")) return at;
    if (text[at] != ' ') continue;
    const auto rest = std::string_view(lowered).substr(at + 1);
    if (!first_of(document_words().title_openings, rest).empty()) return at;
  }
  return text.size();
}

void take_issuer(std::string_view& rest, Basis& basis) {
  const auto text = after_comma(rest);
  const auto lowered = lower(text);
  rest = text;
  const auto& of = document_words().of;
  if (!begins_with(lowered, of) || lowered.size() != text.size()) return;
  const auto from = of.size();
  const auto name = text.substr(from);
  const auto end = issuer_end(name, lowered.substr(from));
  basis.issuer = squeeze(name.substr(0, end));
  rest = after_comma(name.substr(end));
}

/// The place of " số " with a number after it.
std::size_t number_place(const std::string& lowered) {
  const auto mark = " " + document_words().number;
  for (auto at = lowered.find(mark); at != std::string::npos; at = lowered.find(mark, at + 1)) {
    std::string_view rest = std::string_view(lowered).substr(at + mark.size());
    if (!rest.empty() && (rest[0] == ' ' || rest[0] == ':') && !take_number(rest).empty())
      return at;
  }
  return std::string::npos;
}

}  // namespace

bool is_basis(std::string_view text) {
  const auto plain = without_dash(trimmed(text));
  const auto& word = document_words().basis;
  return begins_with(lower(plain.substr(0, word.size() + 4)), word);
}

MarkedText citation_of(const MarkedText& line) {
  const std::string_view text = line.text;
  const auto plain = without_dash(trimmed(text));
  auto from = static_cast<std::size_t>(plain.data() - text.data()) + document_words().basis.size();
  while (from < text.size() && (is_space(text[from]) || text[from] == ':')) ++from;
  const auto end = without_tail(text, ";.,").size();
  return line.part(from, end > from ? end - from : 0);
}

std::string plain_symbol(std::string_view text) {
  std::string symbol;
  for (std::size_t at = 0; at < text.size();) {
    const auto length = character_length(text, at);
    const auto character = text.substr(at, length);
    if (character == k_en_dash) {
      symbol += '-';
    } else if (character != " ") {
      symbol += character;
    }
    at += length;
  }
  return symbol;
}

Basis read_citation(std::string_view citation) {
  Basis whole;
  whole.title = squeeze(citation);
  const std::string text = whole.title;
  const auto lowered = lower(text);
  const auto type = first_of(document_words().instruments, lowered);
  if (type.empty() || lowered.size() != text.size()) return whole;

  Basis basis;
  const auto place = number_place(lowered);
  if (place == std::string::npos) {
    basis.type = text.substr(0, type.size());
    basis.title = squeeze(std::string_view(text).substr(type.size()));
    return basis;
  }
  basis.type = squeeze(std::string_view(text).substr(0, place));
  auto rest = std::string_view(text).substr(place + document_words().number.size() + 1);
  basis.number = take_number(rest);
  if (!take_date(rest, basis.date)) return whole;
  take_issuer(rest, basis);
  basis.title = squeeze(rest);
  return basis;
}

}  // namespace quyche::word

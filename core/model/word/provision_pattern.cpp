#include "model/word/provision_pattern.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/number.hpp"
#include "base/text.hpp"
#include "model/word/document_words.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::word {
namespace {

constexpr int k_most_digits_say = 999;
constexpr int k_most_roman = 60;
constexpr std::array<std::string_view, 10> k_dashes{
    "-", "\xE2\x80\x93", "\xE2\x80\x94", "+",        "\xE2\x80\xA2",
    "*", "\xE2\x97\x8F", "\xE2\x97\x8B", "\xC2\xB7", "\xEF\x82\xB7"};
constexpr std::array<std::string_view, 3> k_strokes{"-", "\xE2\x80\x93", "\xE2\x80\x94"};
constexpr std::string_view k_signs = ".:)";

/// Moves along a line; every `take` leaves the place where it was when it takes nothing.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool is_at_end() const { return at_ == text_.size(); }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  void back_to(std::size_t at) { at_ = at; }

  void skip_spaces() {
    while (!is_at_end() && is_space(text_[at_])) ++at_;
  }

  bool take_word(const std::string& word) {
    if (!may_be(word) || lower(text_.substr(at_, word.size())) != word) return false;
    if (is_letter_at(text_, at_ + word.size())) return false;
    at_ += word.size();
    return true;
  }

  std::optional<int> take_digits() {
    const auto end = std::min(text_.find_first_not_of("0123456789", at_), text_.size());
    if (end == at_ || end - at_ > 3) return std::nullopt;
    int value = 0;
    for (; at_ < end; ++at_) value = value * 10 + (text_[at_] - '0');
    return value <= k_most_digits_say ? std::optional(value) : std::nullopt;
  }

  std::optional<int> take_roman(bool any_case) {
    const std::string_view letters = any_case ? "IVXLCivxlc" : "IVXLC";
    const auto end = std::min(text_.find_first_not_of(letters, at_), text_.size());
    if (end == at_ || end - at_ > 8 || is_letter_at(text_, end)) return std::nullopt;
    const auto value = roman_value(upper(text_.substr(at_, end - at_)));
    if (!value || *value > k_most_roman) return std::nullopt;
    at_ = end;
    return value;
  }

  /// "a", "đ", "aa".
  std::string take_letters() {
    std::size_t end = at_;
    while (end < text_.size() && end - at_ < 4 && is_letter_at(text_, end)) {
      end += character_length(text_, end);
    }
    if (end == at_ || is_letter_at(text_, end)) return {};  // none, or a word
    std::string letters(text_.substr(at_, end - at_));
    if (lower(letters) != letters) return {};
    at_ = end;
    return letters;
  }

  /// The sign between a number and its words: ". : ) - /", with the spaces about it.
  bool take_sign() {
    const auto start = at_;
    skip_spaces();
    if (is_at_end()) return true;
    bool found = false;
    for (bool more = true; more && !is_at_end();) {
      more = false;
      if (k_signs.find(text_[at_]) != std::string_view::npos) {
        ++at_;
        found = more = true;
      } else if (const auto stroke = stroke_length(); stroke > 0) {
        at_ += stroke;
        found = more = true;
      }
    }
    // "5.2", "5-7", "2/9": the sign belongs to the number.
    if (!found || (!is_at_end() && is_digit(text_[at_]))) {
      at_ = start;
      return false;
    }
    skip_spaces();
    return true;
  }

 private:
  // Most words are not the one looked for: that is seen at their letters of ASCII.
  [[nodiscard]] bool may_be(std::string_view wanted) const {
    if (wanted.size() > text_.size() - at_) return false;
    return std::equal(wanted.begin(), wanted.end(), text_.substr(at_).begin(), [](char w, char t) {
      const auto small = static_cast<unsigned char>(t >= 'A' && t <= 'Z' ? t - 'A' + 'a' : t);
      const auto letter = static_cast<unsigned char>(w);
      return letter < 0x80 ? small == letter : small >= 0x80;
    });
  }

  /// A dash or slash counts before a space or a word in small letters ("1- Họp", "1-Họp", never
  /// "88-KH/TU").
  [[nodiscard]] std::size_t stroke_length() const {
    std::size_t length = text_[at_] == '/' ? 1 : 0;
    for (const auto stroke : k_strokes) {
      if (rest().starts_with(stroke)) length = stroke.size();
    }
    const auto after = at_ + length;
    if (length == 0 || after >= text_.size() || is_space(text_[after])) return length;
    if (!is_letter_at(text_, after)) return 0;
    const auto second = after + character_length(text_, after);
    if (!is_letter_at(text_, second)) return 0;
    const auto letter = text_.substr(second, character_length(text_, second));
    return lower(letter) == letter ? length : 0;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

Label ended(Cursor& cursor, Label label, std::string_view text, std::size_t number_from) {
  label.number = text.substr(number_from, cursor.at() - number_from);
  label.is_firm = cursor.take_sign();
  if (!label.is_firm) cursor.skip_spaces();
  label.length = cursor.at();
  return label;
}

std::optional<int> take_ordinal(Cursor& cursor) {
  const auto& words = document_words();
  const auto start = cursor.at();
  if (!cursor.take_word(words.ordinal_mark)) return std::nullopt;
  cursor.skip_spaces();
  for (std::size_t i = 0; i < words.ordinals.size(); ++i) {
    if (cursor.take_word(words.ordinals[i])) return static_cast<int>(i) + 1;
  }
  cursor.back_to(start);
  return std::nullopt;
}

/// "Chương II. …", "Phần thứ nhất", "Mục 1".
Label match_division(std::string_view text, const std::string& word, LabelKind kind) {
  Cursor cursor(text);
  if (!cursor.take_word(word)) return {};
  const auto after_word = cursor.at();
  cursor.skip_spaces();
  const auto from = cursor.at();
  auto value = cursor.take_digits();
  if (!value) value = cursor.take_roman(true);
  if (!value && kind == LabelKind::part) value = take_ordinal(cursor);
  if (value) return ended(cursor, {kind, *value, {}, 0, false}, text, from);
  if (kind != LabelKind::appendix) return {};
  cursor.back_to(after_word);
  return ended(cursor, {kind, 0, {}, 0, false}, text, after_word);
}

/// "Điều 5. …", "Điều 5a: …".
Label match_article(std::string_view text) {
  Cursor cursor(text);
  const auto& word = document_words().article;
  if (!cursor.take_word(word)) return {};
  cursor.skip_spaces();
  const auto from = cursor.at();
  const auto value = cursor.take_digits();
  if (!value || *value == 0) return {};
  const auto after_digits = cursor.at();
  if (const auto suffix = cursor.take_letters(); suffix.empty() || suffix.size() > 2) {
    cursor.back_to(after_digits);
  }
  return ended(cursor, {LabelKind::article, *value, {}, 0, false}, text, from);
}

/// "1.", "1)", "(1)", "1-"; "1.2." is a decimal.
Label match_clause(std::string_view text) {
  Cursor cursor(text);
  const bool in_brackets = text.starts_with('(');
  if (in_brackets) cursor.back_to(1);
  const auto from = cursor.at();
  const auto value = cursor.take_digits();
  if (!value) return {};
  const auto rest = cursor.rest();
  if (rest.size() >= 2 && rest[0] == '.' && is_digit(rest[1])) {
    const auto end = std::min(text.find_first_not_of("0123456789.", from), text.size());
    const bool is_spaced = end == text.size() || is_space(text[end]);
    if (!is_spaced || end - from > 12) return {};
    return {LabelKind::decimal, *value, std::string(text.substr(0, end)), end, true};
  }
  auto label = ended(cursor, {LabelKind::clause, *value, {}, 0, false}, text, from);
  const bool is_closed = !in_brackets || text.substr(from).find(')') < 4;
  return label.is_firm && is_closed && *value > 0 && from + label.number.size() < text.size()
             ? label
             : Label{};
}

/// "a)", "a.", "đ)", "(a)"; after a full stop or a dash a space must follow ("a. Họp", not "v.v").
Label match_point(std::string_view text) {
  Cursor cursor(text);
  const bool in_brackets = text.starts_with('(');
  if (in_brackets) cursor.back_to(1);
  const auto from = cursor.at();
  const auto letters = cursor.take_letters();
  if (letters.empty()) return {};
  const auto rest = cursor.rest();
  const bool needs_space = !rest.empty() && rest[0] != ')';
  const bool has_space = rest.size() >= 2 && is_space(rest[1]);
  if (rest.empty() || (in_brackets && needs_space) || (needs_space && !has_space)) return {};
  if (rest[0] == ' ') return {};
  auto label = ended(cursor, {LabelKind::point, 0, {}, 0, false}, text, from);
  return label.is_firm ? label : Label{};
}

Label match_roman(std::string_view text) {
  Cursor cursor(text);
  const auto value = cursor.take_roman(false);
  if (!value) return {};
  auto label = ended(cursor, {LabelKind::roman, *value, {}, 0, false}, text, 0);
  const bool is_spaced = label.length == text.size() || is_space(text[label.length - 1]);
  return label.is_firm && is_spaced ? label : Label{};
}

}  // namespace

Label match_label(std::string_view text) {
  if (text.empty() || !(is_letter_at(text, 0) || is_digit(text[0]) || text[0] == '(')) return {};
  const auto& words = document_words();
  for (const auto& [word, kind] :
       {std::pair(&words.part, LabelKind::part), std::pair(&words.chapter, LabelKind::chapter),
        std::pair(&words.section, LabelKind::section),
        std::pair(&words.appendix, LabelKind::appendix)}) {
    if (auto label = match_division(text, *word, kind); label.kind != LabelKind::none) return label;
  }
  for (const auto match : {match_article, match_clause, match_roman, match_point}) {
    if (auto label = match(text); label.kind != LabelKind::none) return label;
  }
  return {};
}

std::string_view without_dash(std::string_view text) {
  for (const auto dash : k_dashes) {
    if (text.starts_with(dash)) return trimmed(text.substr(dash.size()));
  }
  return text;
}

bool is_rule_line(std::string_view text) {
  const auto plain = trimmed(text);
  return !plain.empty() && plain.find_first_not_of("-_*=.~ \xE2\x80\x93\x94\x95") == plain.npos;
}

bool is_dash_line(std::string_view text) {
  return without_dash(text).size() < text.size() && !is_rule_line(text);
}

}  // namespace quyche::word

#include "model/word/sequence.hpp"

#include "base/number.hpp"

namespace quyche::word {
namespace {

constexpr int k_widest_gap = 10;
constexpr int k_widest_letter_gap = 3;

bool is_next(const std::string& before, const std::string& letter) {
  const auto left = point_value(before);
  const auto right = point_value(letter);
  return left && right && *right == *left + 1;
}

bool is_next_in_latin(const std::string& before, const std::string& letter) {
  return before.size() == 1 && letter.size() == 1 && letter[0] == before[0] + 1;
}

/// Letters that also count in small Roman figures.
bool is_roman(const std::string& letter) {
  return letter.find_first_not_of("ivx") == std::string::npos;
}

}  // namespace

bool Sequence::allows(int value) const {
  return value >= 1 && (value <= last_ || value - last_ <= k_widest_gap);
}

bool Sequence::allows(const std::string& letter) const {
  if (letter == "a" || is_next(letter_, letter)) return true;
  if (is_next_in_latin(letter_, letter)) return true;
  const auto value = point_value(letter);
  if (!value || is_roman(letter) || *value > 29) return false;
  const auto before = letter_.empty() ? 0 : point_value(letter_).value_or(last_);
  return *value - before <= k_widest_letter_gap;
}

bool Sequence::is_other_wording(int value, const std::optional<Condition>& when) const {
  return when && when_ && when->field == when_->field && *when != *when_ && value <= last_;
}

std::optional<int> Sequence::take(int value, const std::optional<Condition>& when) {
  const int expected = last_ + 1;
  const bool fits = value == expected || is_other_wording(value, when);
  last_ = value;
  when_ = when;
  return fits ? std::nullopt : std::optional(expected);
}

std::optional<int> Sequence::take(const std::string& letter, const std::optional<Condition>& when) {
  const int expected = last_ + 1;
  const auto value = point_value(letter);
  bool fits = true;
  if (letter_.empty() ? letter == "a" : is_next(letter_, letter)) {
    last_ = expected;
  } else if (is_next_in_latin(letter_, letter)) {
    fits = is_latin_;
    is_latin_ = true;
    last_ = expected;
  } else {
    fits = value && is_other_wording(*value, when);
    is_latin_ = false;
    last_ = value.value_or(expected);
  }
  letter_ = letter;
  when_ = when;
  return fits ? std::nullopt : std::optional(expected);
}

}  // namespace quyche::word

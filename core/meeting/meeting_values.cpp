#include "meeting/meeting_values.hpp"

#include <charconv>
#include <cstddef>

#include "base/number.hpp"
#include "base/text.hpp"
#include "base/word_list.hpp"

namespace quyche::meeting {
namespace {

constexpr int k_hours = 24;
constexpr int k_minutes = 60;
constexpr int k_largest_count = 1'000'000;

/// The run of digits that `text` begins with, cut off it.
std::optional<int> take_number(std::string_view& text) {
  int value = 0;
  const auto end = text.data() + text.size();
  const auto [after, problem] = std::from_chars(text.data(), end, value);
  const auto length = static_cast<std::size_t>(after - text.data());
  if (problem != std::errc{} || value < 0 || text.front() == '-') return std::nullopt;
  text.remove_prefix(length);
  return value;
}

/// Cuts one of the words and the spaces around it off the front.
bool take_word(std::string_view& text, const WordList& words) {
  const auto skip_space = [&text] {
    if (text.starts_with(' ')) text.remove_prefix(1);
  };
  skip_space();
  for (const auto& word : words) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    skip_space();
    return true;
  }
  return false;
}

}  // namespace

std::optional<TimeOfDay> time_from_text(std::string_view typed) {
  static const auto k_hour_words = words_of("words.meeting-hour");
  static const auto k_minute_words = words_of("words.meeting-minute");
  const auto folded = lower(squeeze(typed));
  std::string_view text = folded;
  const auto hour = text.empty() ? std::nullopt : take_number(text);
  if (!hour || *hour >= k_hours || !take_word(text, k_hour_words)) return std::nullopt;
  if (text.empty()) return TimeOfDay(*hour * k_minutes);
  const auto minute = take_number(text);
  if (!minute || *minute >= k_minutes) return std::nullopt;
  if (text == ":00") text = {};  // a spreadsheet's seconds
  if (!text.empty() && (!take_word(text, k_minute_words) || !text.empty())) return std::nullopt;
  return TimeOfDay(*hour * k_minutes + *minute);
}

std::string time_text(TimeOfDay time) {
  const auto minutes = static_cast<int>(time.count());
  return two_digits(minutes / k_minutes) + ":" + two_digits(minutes % k_minutes);
}

std::optional<int> count_from_text(std::string_view text) {
  const auto value = text.empty() ? std::nullopt : take_number(text);
  return value && text.empty() && *value <= k_largest_count ? value : std::nullopt;
}

}  // namespace quyche::meeting

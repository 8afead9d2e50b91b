#include "meeting/meeting_values.hpp"

#include <charconv>
#include <cstddef>

#include "base/number.hpp"

namespace quyche::meeting {
namespace {

constexpr int k_hours = 24;
constexpr int k_minutes = 60;
constexpr int k_largest_count = 1'000'000;
constexpr std::string_view k_digits = "0123456789";

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

}  // namespace

std::optional<TimeOfDay> time_from_text(std::string_view text) {
  const auto hour = take_number(text);
  if (!hour) return std::nullopt;
  int minute = 0;
  if (const auto next = text.find_first_of(k_digits); next != std::string_view::npos) {
    if (next == 0 || text.substr(0, next).find('-') != std::string_view::npos) return std::nullopt;
    text.remove_prefix(next);
    minute = take_number(text).value_or(k_minutes);
    if (text.find_first_of(k_digits) != std::string_view::npos) return std::nullopt;
  }
  if (*hour >= k_hours || minute >= k_minutes) return std::nullopt;
  return TimeOfDay(*hour * k_minutes + minute);
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

#include "base/date.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/messages.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

namespace quyche {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes the digits off the front of `rest`, when there are as many as asked.
std::optional<unsigned> take_number(std::string_view& rest, std::size_t least, std::size_t most) {
  unsigned value = 0;
  std::size_t length = 0;
  while (length < rest.size() && length <= most && is_digit(rest[length])) {
    value = value * 10 + static_cast<unsigned>(rest[length] - '0');
    ++length;
  }
  if (length < least || length > most) return std::nullopt;
  rest.remove_prefix(length);
  return value;
}

void skip_spaces(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
}

/// The words about the numbers of a date, in order.
using Frame = std::array<std::string, 3>;

/// Reads day, month, year, each behind its words; spaces between them are free.
std::optional<Date> read(std::string_view rest, const Frame& frame) {
  std::array<unsigned, 3> numbers{};
  for (std::size_t i = 0; i < frame.size(); ++i) {
    skip_spaces(rest);
    if (!rest.starts_with(frame.at(i))) return std::nullopt;
    rest.remove_prefix(frame.at(i).size());
    skip_spaces(rest);
    const bool year = i == 2;
    const auto number = take_number(rest, year ? 4 : 1, year ? 4 : 2);
    if (!number) return std::nullopt;
    numbers.at(i) = *number;
  }
  if (!rest.empty()) return std::nullopt;
  return existing_date(numbers[0], numbers[1], numbers[2]);
}

/// The three words of the long date as match_key writes them: what stands between its numbers.
Frame long_frame() {
  const auto pattern = match_key(sentence({"date.long", {"", "", ""}}, Language::vietnamese));
  Frame frame;
  std::size_t word = 0;
  for (const char c : pattern) {
    if (c == ' ') {
      ++word;
    } else if (word < frame.size()) {
      frame.at(word) += c;
    }
  }
  return frame;
}

unsigned day_of(Date date) { return static_cast<unsigned>(date.day()); }
unsigned month_of(Date date) { return static_cast<unsigned>(date.month()); }

std::string year_text(Date date) {
  const auto digits = std::to_string(static_cast<int>(date.year()));
  return digits.size() < 4 ? std::string(4 - digits.size(), '0') + digits : digits;
}

std::string day_text(Date date) { return two_digits(static_cast<int>(day_of(date))); }

std::string month_text(Date date) {
  return month_of(date) < 3 ? two_digits(static_cast<int>(month_of(date)))
                            : std::to_string(month_of(date));
}

}  // namespace

std::optional<Date> existing_date(unsigned day, unsigned month, unsigned year) {
  constexpr unsigned k_first_year = 1900;
  constexpr unsigned k_last_year = 2199;
  if (year < k_first_year || year > k_last_year) return std::nullopt;
  const Date date{std::chrono::year{static_cast<int>(year)}, std::chrono::month{month},
                  std::chrono::day{day}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Date> date_from_iso(std::string_view text) {
  constexpr std::size_t k_length = 10;
  if (text.size() != k_length || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = take_number(text, 4, 4);
  if (!year) return std::nullopt;
  text.remove_prefix(1);
  const auto month = take_number(text, 2, 2);
  if (!month) return std::nullopt;
  text.remove_prefix(1);
  const auto day = take_number(text, 2, 2);
  if (!day) return std::nullopt;
  return existing_date(*day, *month, *year);
}

std::string iso(Date day) {
  return year_text(day) + "-" + two_digits(static_cast<int>(month_of(day))) + "-" + day_text(day);
}

std::optional<Date> date_from_text(std::string_view text) {
  static const std::array<Frame, 4> frames{
      {{"", "/", "/"}, {"", "-", "-"}, {"", ".", "."}, long_frame()}};
  if (const auto day = date_from_iso(text)) return day;
  const auto key = match_key(text);
  if (const auto day = date_from_iso(key)) return day;
  for (const auto& frame : frames) {
    if (const auto day = read(key, frame)) return day;
  }
  return std::nullopt;
}

std::string long_date(Date day) {
  return sentence({"date.long", {day_text(day), month_text(day), year_text(day)}},
                  Language::vietnamese);
}

std::string short_date(Date day) {
  return day_text(day) + "/" + month_text(day) + "/" + year_text(day);
}

Date next_day(Date day) { return std::chrono::sys_days{day} + std::chrono::days{1}; }

Date previous_day(Date day) { return std::chrono::sys_days{day} - std::chrono::days{1}; }

}  // namespace quyche

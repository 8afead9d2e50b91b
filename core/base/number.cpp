#include "base/number.hpp"

#include <array>
#include <vector>

#include "base/messages.hpp"
#include "base/text.hpp"

namespace quyche {
namespace {

std::uint64_t magnitude(std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number);
  return number < 0 ? ~bits + 1 : bits;
}

std::string signed_text(bool minus, const std::string& digits) {
  std::string out(minus ? 1 : 0, '-');
  return out += digits;
}

/// The words of the message table, cut once.
struct NumberWords {
  std::vector<std::string> digits = list("number.digits");
  std::vector<std::string> scales = list("number.scales");
  std::string ten = word("number.ten");
  std::string tens = word("number.tens");
  std::string no_tens = word("number.no-tens");
  std::string one_after_tens = word("number.one-after-tens");
  std::string four_after_tens = word("number.four-after-tens");
  std::string five_after_ten = word("number.five-after-ten");
  std::string hundred = word("number.hundred");
  std::string minus = word("number.minus");

  static std::string word(const char* code) { return sentence({code, {}}, Language::vietnamese); }
  static std::vector<std::string> list(const char* code) {
    std::vector<std::string> out(1);
    for (const char c : word(code)) {
      if (c == ' ') {
        out.emplace_back();
      } else {
        out.back() += c;
      }
    }
    return out;
  }
};

const NumberWords& words() {
  static const NumberWords words;
  return words;
}

void add(std::string& out, const std::string& word) {
  if (!out.empty()) out += ' ';
  out += word;
}

void add_units(std::string& out, std::size_t tens, std::size_t units) {
  if (units == 0) return;
  if (tens > 1 && units == 1) return add(out, words().one_after_tens);
  if (tens > 1 && units == 4) return add(out, words().four_after_tens);
  if (tens > 0 && units == 5) return add(out, words().five_after_ten);
  add(out, words().digits.at(units));
}

/// Three digits; `whole` reads the hundreds even when they are zero.
void add_class(std::string& out, std::size_t value, bool whole) {
  const auto hundreds = value / 100;
  const auto tens = value / 10 % 10;
  const auto units = value % 10;
  const bool says_hundreds = whole || hundreds > 0;
  if (says_hundreds) {
    add(out, words().digits.at(hundreds));
    add(out, words().hundred);
  }
  if (tens == 1) add(out, words().ten);
  if (tens > 1) {
    add(out, words().digits.at(tens));
    add(out, words().tens);
  }
  if (tens == 0 && units > 0 && says_hundreds) add(out, words().no_tens);
  add_units(out, tens, units);
}

constexpr std::u32string_view k_point_letters = U"abcd\u0111eghiklmnopqrstuvxy";

std::string point_letter_at(std::size_t index) {
  const auto letter = k_point_letters.at(index);
  return letter < 0x80 ? std::string(1, static_cast<char>(letter)) : std::string("\u0111");
}

}  // namespace

std::string grouped(std::int64_t number) {
  auto digits = std::to_string(magnitude(number));
  for (auto at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, '.');
  return signed_text(number < 0, digits);
}

std::string percentage(std::int64_t part, std::int64_t whole) {
  if (whole <= 0) {
    throw Error({Severity::error, {"bug.empty-whole", {std::to_string(whole)}}, {}, {}});
  }
  constexpr std::uint64_t k_steps = 10'000;  // hundredths of a percent
  const auto divisor = static_cast<std::uint64_t>(whole);
  const auto top = magnitude(part);
  const auto rest = top % divisor * k_steps;
  auto steps = top / divisor * k_steps + rest / divisor;
  if (rest % divisor >= divisor - rest % divisor) ++steps;
  const auto percent = grouped(static_cast<std::int64_t>(steps / 100));
  const auto text = percent + ',' + two_digits(static_cast<int>(steps % 100)) + '%';
  return signed_text(part < 0 && steps > 0, text);
}

std::string number_words(std::int64_t number) {
  constexpr std::uint64_t k_end = 1'000'000'000'000;
  const auto value = magnitude(number);
  if (value >= k_end) return grouped(number);
  if (value == 0) return words().digits.front();
  std::string out = number < 0 ? words().minus : std::string();
  bool begun = false;
  std::uint64_t scale = k_end / 1000;
  for (std::size_t i = words().scales.size() + 1; i-- > 0; scale /= 1000) {
    const auto three = static_cast<std::size_t>(value / scale % 1000);
    if (three == 0) continue;
    add_class(out, three, begun);
    if (i > 0) add(out, words().scales.at(i - 1));
    begun = true;
  }
  return out;
}

std::string roman(int number) {
  struct Sign {
    int value;
    const char* letters;
  };
  constexpr std::array<Sign, 13> k_signs{{{1000, "M"},
                                          {900, "CM"},
                                          {500, "D"},
                                          {400, "CD"},
                                          {100, "C"},
                                          {90, "XC"},
                                          {50, "L"},
                                          {40, "XL"},
                                          {10, "X"},
                                          {9, "IX"},
                                          {5, "V"},
                                          {4, "IV"},
                                          {1, "I"}}};
  if (number < 1 || number > 3999) return std::to_string(number);
  std::string out;
  for (const auto& sign : k_signs) {
    for (; number >= sign.value; number -= sign.value) out += sign.letters;
  }
  return out;
}

std::optional<int> roman_value(std::string_view text) {
  constexpr std::string_view k_letters = "IVXLCDM";
  constexpr std::array k_values{1, 5, 10, 50, 100, 500, 1000};
  constexpr std::size_t k_longest = 15;  // MMMDCCCLXXXVIII
  if (text.empty() || text.size() > k_longest) return std::nullopt;
  int total = 0;
  int after = 0;
  for (auto i = text.size(); i-- > 0;) {
    const auto at = k_letters.find(text[i]);
    if (at == k_letters.npos) return std::nullopt;
    const auto value = k_values.at(at);
    total += value < after ? -value : value;
    after = value;
  }
  if (total < 1 || total > 3999 || roman(total) != text) return std::nullopt;
  return total;
}

std::string point_letter(int number) {
  std::string out;
  const auto base = static_cast<int>(k_point_letters.size());
  for (; number > 0; number = (number - 1) / base) {
    out = point_letter_at(static_cast<std::size_t>((number - 1) % base)).append(out);
  }
  return out;
}

std::optional<int> point_value(std::string_view letters) {
  constexpr std::size_t k_longest = 5;
  if (letters.empty() || columns(letters) > k_longest) return std::nullopt;
  int value = 0;
  while (!letters.empty()) {
    std::size_t index = 0;
    while (index < k_point_letters.size() && !letters.starts_with(point_letter_at(index))) ++index;
    if (index == k_point_letters.size()) return std::nullopt;
    value = value * static_cast<int>(k_point_letters.size()) + static_cast<int>(index) + 1;
    letters.remove_prefix(point_letter_at(index).size());
  }
  return value;
}

std::string two_digits(int number) {
  const auto digits = std::to_string(magnitude(number));
  const std::string filled(digits.size() < 2 ? 1 : 0, '0');
  return signed_text(number < 0, filled + digits);
}

}  // namespace quyche

#include "check/date_pattern.hpp"

#include <algorithm>
#include <array>

#include "base/date.hpp"
#include "base/text.hpp"
#include "base/word_search.hpp"
#include "model/word/document_words.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::check {
namespace {

constexpr unsigned k_leap_year = 2000;  // has every day there is

class DateReader {
 public:
  explicit DateReader(std::string_view lowered) : text_(lowered) {}

  std::optional<TypedDate> long_form(std::size_t from) {
    const auto& words = word::document_words();
    at_ = from;
    filled_ = 0;
    const bool is_date = take(words.day) && digits(2) && take(words.month) && digits(2) &&
                         take(words.year) && digits(4);
    if (!is_date) return std::nullopt;
    return made(from, true);
  }

  // "ngày 5/10": told by the word before it; alone it might be a part of something.
  std::optional<TypedDate> without_year(std::size_t from) {
    at_ = from;
    filled_ = 0;
    if (!take(word::document_words().day) || !digits(2) || !sign() || !digits(2)) {
      return std::nullopt;
    }
    const auto [day, month, year] = numbers_;
    const bool goes_on = at_ < text_.size() && (word::is_digit(text_[at_]) || text_[at_] == '/' ||
                                                word::is_letter_at(text_, at_));
    if (goes_on || !existing_date(day, month, k_leap_year)) return std::nullopt;
    const auto whole = short_date(*existing_date(day, month, k_leap_year));
    return TypedDate{from, at_, std::nullopt,
                     word::document_words().day + " " + whole.substr(0, whole.rfind('/')), false};
  }

  std::optional<TypedDate> short_form(std::size_t from) {
    at_ = from;
    filled_ = 0;
    const bool is_date = digits(2) && sign() && digits(2) && sign() && digits(4);
    if (!is_date) return std::nullopt;
    const bool goes_on = at_ < text_.size() && (word::is_digit(text_[at_]) || text_[at_] == '/' ||
                                                word::is_letter_at(text_, at_));
    if (goes_on) return std::nullopt;
    return made(from, false);
  }

 private:
  bool take(const std::string& word) {
    skip();
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    skip();
    return true;
  }

  void skip() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  bool sign() { return at_ < text_.size() && text_[at_++] == '/'; }

  // One or two digits; of a year exactly four.
  bool digits(std::size_t most) {
    const auto end = std::min(text_.find_first_not_of("0123456789", at_), text_.size());
    const auto count = end - at_;
    if (count == 0 || count > most || (most == 4 && count != 4)) return false;
    unsigned number = 0;
    for (; at_ < end; ++at_) number = number * 10 + static_cast<unsigned>(text_[at_] - '0');
    numbers_.at(filled_++) = number;
    return true;
  }

  [[nodiscard]] TypedDate made(std::size_t from, bool is_long) const {
    TypedDate date{from, at_, existing_date(numbers_[0], numbers_[1], numbers_[2]), {}, true};
    if (date.day) date.right = is_long ? long_date(*date.day) : short_date(*date.day);
    return date;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::array<unsigned, 3> numbers_{};  ///< day, month, year
  std::size_t filled_ = 0;
};

/// Where a date may begin: at "ngày", or at the digits before a "/". Both are rare, so that each is
/// looked for only once the last one is passed.
class DateStarts {
 public:
  explicit DateStarts(std::string_view text)
      : text_(text), word_(find_word(text, word::document_words().day)), digits_(digits_from(0)) {}

  /// The first at or behind `from`; the text's length when none is left.
  std::size_t next(std::size_t from) {
    if (word_ < from) word_ = find_word(text_, word::document_words().day, from);
    if (digits_ < from) digits_ = digits_from(from);
    return std::min({word_, digits_, text_.size()});
  }

 private:
  [[nodiscard]] std::size_t digits_from(std::size_t from) const {
    for (auto slash = text_.find('/', from); slash != text_.npos;
         slash = text_.find('/', slash + 1)) {
      auto start = slash;
      while (start > from && word::is_digit(text_[start - 1])) --start;
      if (start < slash) return start;
    }
    return text_.npos;
  }

  std::string_view text_;
  std::size_t word_;
  std::size_t digits_;
};

std::optional<TypedDate> date_at(std::string_view folded, std::size_t at, DateReader& reader) {
  if (!word::is_digit(folded[at])) {
    auto date = reader.long_form(at);
    return date ? date : reader.without_year(at);
  }
  const bool is_start = at == 0 || (!word::is_digit(folded[at - 1]) && folded[at - 1] != '/');
  return is_start ? reader.short_form(at) : std::nullopt;
}

}  // namespace

std::vector<TypedDate> find_dates(std::string_view text) {
  const auto folded = lower(text);
  if (folded.size() != text.size()) return {};  // no Vietnamese: places would not fit
  return find_folded_dates(folded);
}

std::vector<TypedDate> find_folded_dates(std::string_view folded) {
  std::vector<TypedDate> found;
  DateStarts starts(folded);
  DateReader reader(folded);
  for (std::size_t at = starts.next(0); at < folded.size();) {
    auto behind = at + 1;
    if (word::is_digit(folded[at])) {
      behind = std::min(folded.find_first_not_of("0123456789", at), folded.size());
    }
    auto date = date_at(folded, at, reader);
    at = starts.next(date ? date->to : behind);
    if (date) found.push_back(std::move(*date));
  }
  return found;
}

}  // namespace quyche::check

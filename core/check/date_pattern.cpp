#include "check/date_pattern.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/text.hpp"
#include "model/word/document_words.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::check {
namespace {

class DateReader {
 public:
  explicit DateReader(std::string_view lowered) : text_(lowered) {}

  std::optional<TypedDate> long_form(std::size_t from) {
    const auto& words = word::document_words();
    at_ = from;
    const bool is_date = take(words.day) && digits(2) && take(words.month) && digits(2) &&
                         take(words.year) && digits(4);
    if (!is_date) return std::nullopt;
    return made(from, true);
  }

  std::optional<TypedDate> short_form(std::size_t from) {
    at_ = from;
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
    at_ = end;
    return true;
  }

  [[nodiscard]] TypedDate made(std::size_t from, bool is_long) const {
    TypedDate date{from, at_, date_from_text(text_.substr(from, at_ - from)), {}};
    if (date.day) date.right = is_long ? long_date(*date.day) : short_date(*date.day);
    return date;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// Where a date may begin: at a digit or at the first letter of "ngày".
std::size_t next_start(std::string_view text, std::size_t from, char letter) {
  while (from < text.size() && text[from] != letter && !word::is_digit(text[from])) ++from;
  return from;
}

}  // namespace

std::vector<TypedDate> find_dates(std::string_view text) {
  const auto folded = lower(text);
  if (folded.size() != text.size()) return {};  // no Vietnamese: places would not fit
  return find_folded_dates(folded);
}

std::vector<TypedDate> find_folded_dates(std::string_view folded) {
  const auto& day = word::document_words().day;
  std::vector<TypedDate> found;
  if (folded.find('/') == folded.npos && folded.find(day) == folded.npos) return found;
  const auto next = [&](std::size_t from) { return next_start(folded, from, day[0]); };
  DateReader reader(folded);
  for (std::size_t at = next(0); at < folded.size();) {
    const bool is_start = at == 0 || (!word::is_digit(folded[at - 1]) && folded[at - 1] != '/');
    std::optional<TypedDate> date;
    if (folded[at] == day[0] && folded.compare(at, day.size(), day) == 0)
      date = reader.long_form(at);
    if (!date && is_start && word::is_digit(folded[at])) date = reader.short_form(at);
    at = next(date ? date->to : at + 1);
    if (date) found.push_back(std::move(*date));
  }
  return found;
}

}  // namespace quyche::check

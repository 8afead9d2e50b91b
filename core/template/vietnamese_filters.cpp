// Filters for what Vietnamese offices write: dates, numbers and money in figures and words, letters
// of points, Roman numbers, people in order and with their honorifics. The rules stand in
// base/date.hpp, base/number.hpp and base/text.hpp; the words in the table of messages.
#include <algorithm>
#include <cmath>
#include <limits>

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "template/access.hpp"
#include "template/arguments.hpp"
#include "template/arithmetic.hpp"
#include "template/fault.hpp"
#include "template/filters.hpp"
#include "template/items.hpp"
#include "template/letters.hpp"
#include "template/percent_format.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Kind = Value::Kind;

std::string word(const char* code) { return sentence({code, {}}, Language::vietnamese); }

Date date_of(const FilterCall& call, std::string_view filter) {
  if (!call.subject.is(Kind::text)) fail_type(filter, "date", call.subject);
  const auto day = date_from_text(call.subject.as_text());
  if (day) return *day;
  throw TemplateFault({"template.not-a-date", {text_of(call.subject)}},
                      {{"hint.template.date", {}}});
}

Value in_long_form(FilterCall& call) { return Value::text(long_date(date_of(call, "long_date"))); }
Value in_short_form(FilterCall& call) {
  return Value::text(short_date(date_of(call, "short_date")));
}
Value day(FilterCall& call) {
  return Value::integer(static_cast<std::size_t>(unsigned{date_of(call, "day").day()}));
}
Value month(FilterCall& call) {
  return Value::integer(static_cast<std::size_t>(unsigned{date_of(call, "month").month()}));
}
Value year(FilterCall& call) {
  return Value::integer(std::int64_t{int{date_of(call, "year").year()}});
}

/// Whole numbers are also read from texts, as spreadsheets give them.
std::int64_t whole_number(const FilterCall& call, std::string_view filter) {
  if (call.subject.is(Kind::text)) {
    if (const auto number = whole_in(call.subject.as_text())) return *number;
    throw TemplateFault({"template.not-a-number", {std::string(filter), text_of(call.subject)}},
                        {{"hint.template.whole-number", {}}});
  }
  if (call.subject.is(Kind::number) && std::abs(call.subject.as_number()) < 9e15 &&
      std::floor(call.subject.as_number()) == call.subject.as_number()) {
    return static_cast<std::int64_t>(call.subject.as_number());
  }
  return whole_argument(call.subject, filter);
}

int small_number(const FilterCall& call, std::string_view filter) {
  const auto number = whole_number(call, filter);
  if (number >= 1 && number <= 100'000) return static_cast<int>(number);
  throw TemplateFault({"template.not-positive", {std::string(filter), std::to_string(number)}});
}

/// 1039.5 → "1.039,5": as many decimals as asked for, else as many as the number has.
std::string real_text(double number, const Value& decimals) {
  const bool given = decimals.is_whole();
  const auto count = given ? std::clamp<std::int64_t>(decimals.as_integer(), 0, 20) : 0;
  auto digits = given ? fixed(number, static_cast<std::size_t>(count)) : float_text(number);
  const auto point = std::min(digits.find('.'), digits.size());
  auto fraction = digits.substr(std::min(point + 1, digits.size()));
  if (!given && fraction == "0") fraction.clear();
  auto whole = digits.substr(0, point);
  const std::size_t sign = whole.starts_with('-') ? 1 : 0;
  for (auto at = whole.size(); at > 3 + sign; at -= 3) whole.insert(at - 3, 1, '.');
  return fraction.empty() ? whole : whole + ',' + fraction;
}

Value number(FilterCall& call) {
  const auto& decimals = call.argument(0);
  if (call.subject.is(Kind::number) || decimals.is_whole()) {
    const auto value = call.subject.is(Kind::number)
                           ? call.subject.as_number()
                           : static_cast<double>(whole_number(call, "number"));
    if (std::abs(value) < 1e15) return Value::text(real_text(value, decimals));
    throw TemplateFault({"template.number-too-large", {}}, {{"hint.template.number", {}}});
  }
  return Value::text(grouped(whole_number(call, "number")));
}

/// 999|percent(1039), or 0.9615|percent for a share that is known already.
Value percent(FilterCall& call) {
  constexpr std::int64_t k_most = 100'000'000'000'000;
  if (!call.has(0)) {
    const auto share = number_argument(call.subject, "percent") * 100;
    if (std::abs(share) < 1e15)
      return Value::text(real_text(share, Value::integer(std::int64_t{2})) + '%');
    throw TemplateFault({"template.number-too-large", {}}, {{"hint.template.number", {}}});
  }
  const auto part = whole_number(call, "percent");
  const auto whole = whole_argument(call.argument(0), "percent");
  if (whole == 0) {
    throw TemplateFault({"template.division-by-zero", {}},
                        {{"hint.template.division-by-zero", {}}});
  }
  if (whole < 0 || part < -k_most || part > k_most) {
    throw TemplateFault({"template.not-positive", {"percent", std::to_string(whole)}});
  }
  return Value::text(percentage(part, whole));
}

Value words(FilterCall& call) { return Value::text(number_words(whole_number(call, "words"))); }
Value money(FilterCall& call) {
  return Value::text(grouped(whole_number(call, "money")) + ' ' + word("template.word.dong"));
}
Value money_words(FilterCall& call) {
  const auto amount = whole_number(call, "money_words");
  return Value::text(capitalise(number_words(amount) + ' ' + word("template.word.dong")));
}
Value counted(FilterCall& call) {
  const auto number = whole_number(call, "two_digits");
  if (number < 0 || number > 99) return Value::text(grouped(number));
  return Value::text(two_digits(static_cast<int>(number)));
}
Value as_roman(FilterCall& call) { return Value::text(roman(small_number(call, "roman"))); }
Value as_point(FilterCall& call) {
  return Value::text(point_letter(small_number(call, "point_letter")));
}

Value first_capital(FilterCall& call) { return Value::text(capitalise(text_of(call.subject))); }
Value title_case(FilterCall& call) {
  return Value::text(titled(text_of(call.subject), "-(\"'\u201C\u2018"));
}
Value slug(FilterCall& call) { return Value::text(file_slug(text_of(call.subject))); }

Value sorted_by_key(FilterCall& call, std::string_view filter,
                    std::string (*key)(std::string_view)) {
  const ValueItems items(call.subject, filter);
  std::vector<std::pair<std::string, Value>> keyed;
  for (std::size_t i = 0; i < items.size(); ++i) {
    call.host.charge(8);
    auto item = items.at(i);
    const auto name = call.has(0) ? follow_strictly(item, call.argument(0)) : item;
    keyed.emplace_back(key(text_argument(name, filter)), std::move(item));
  }
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Value> out;
  for (auto& entry : keyed) out.push_back(std::move(entry.second));
  return Value::list(std::move(out));
}

Value by_given_name(FilterCall& call) { return sorted_by_key(call, "by_given_name", &person_key); }
Value by_name(FilterCall& call) { return sorted_by_key(call, "by_name", &name_key); }

/// A person is a name, or a mapping with `name` and perhaps an `honorific` of their own.
std::string honoured(const Value& person, const std::string& honorific) {
  if (!person.is(Kind::map)) return honorific + ' ' + text_argument(person, "honorifics");
  const auto own = attribute_of(person, "honorific");
  const auto name = text_argument(follow_strictly(person, Value::text("name")), "honorifics");
  const auto title = own && own->is(Kind::text) ? text_of(*own) : honorific;
  return title.empty() ? name : title + ' ' + name;
}

/// "A, B and C", each with the honorific in front.
Value honorifics(FilterCall& call) {
  const ValueItems people(call.subject, "honorifics");
  const auto honorific = text_argument(call.argument(0), "honorifics");
  std::string out;
  for (std::size_t i = 0; i < people.size(); ++i) {
    call.host.charge(2);
    const bool is_last = i > 0 && i + 1 == people.size();
    if (i > 0) out += is_last ? ' ' + word("template.word.and") + ' ' : ", ";
    out += honoured(people.at(i), honorific);
    check_size(out.size());
  }
  return Value::text(std::move(out));
}

}  // namespace

std::vector<FilterEntry> vietnamese_filters() {
  return {{"long_date", &in_long_form, {}},
          {"short_date", &in_short_form, {}},
          {"day", &day, {}},
          {"month", &month, {}},
          {"year", &year, {}},
          {"number", &number, {"decimals"}},
          {"percent", &percent, {"whole"}},
          {"words", &words, {}},
          {"money", &money, {}},
          {"money_words", &money_words, {}},
          {"two_digits", &counted, {}},
          {"roman", &as_roman, {}},
          {"point_letter", &as_point, {}},
          {"first_capital", &first_capital, {}},
          {"title_case", &title_case, {}},
          {"slug", &slug, {}},
          {"by_given_name", &by_given_name, {"attribute"}},
          {"by_name", &by_name, {"attribute"}},
          {"honorifics", &honorifics, {"honorific"}, 1}};
}

}  // namespace quyche

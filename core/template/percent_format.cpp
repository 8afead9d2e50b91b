#include "template/percent_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "template/access.hpp"
#include "template/arithmetic.hpp"
#include "template/fault.hpp"
#include "template/items.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Kind = Value::Kind;

[[noreturn]] void bad_pattern(std::string_view pattern) {
  throw TemplateFault({"template.bad-format", {std::string(pattern)}},
                      {{"hint.template.bad-format", {}}});
}

std::size_t take_number(std::string_view& rest) {
  std::size_t number = 0;
  const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  rest.remove_prefix(static_cast<std::size_t>(read.ptr - rest.data()));
  check_size(read.ec == std::errc() ? number : (read.ptr == rest.data() ? 0 : SIZE_MAX));
  return number;
}

/// One hole of a percent pattern, behind its sign.
struct PercentHole {
  std::optional<std::string> name;
  NumberStyle style;
};

bool take_flag(std::string_view& rest, NumberStyle& style) {
  if (rest.empty()) return false;
  switch (rest.front()) {
    case '-':
      style.align = '<';
      break;
    case '0':
      style.fill = "0";
      break;
    case '+':
      style.plus = true;
      break;
    case ' ':
      style.space = true;
      break;
    case '#':
      style.alternate = true;
      break;
    default:
      return false;
  }
  rest.remove_prefix(1);
  return true;
}

PercentHole read_percent_hole(std::string_view& rest, std::string_view pattern) {
  PercentHole hole;
  hole.style.align = '>';
  if (rest.starts_with('(')) {
    const auto close = rest.find(')');
    if (close == rest.npos) bad_pattern(pattern);
    hole.name = rest.substr(1, close - 1);
    rest.remove_prefix(close + 1);
  }
  while (take_flag(rest, hole.style)) {
  }
  hole.style.width = take_number(rest);
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    hole.style.has_digits = true;
    hole.style.digits = take_number(rest);
  }
  if (rest.empty() || std::string_view("sdifFeEgGxXorcua%").find(rest.front()) == rest.npos) {
    bad_pattern(pattern);
  }
  hole.style.kind = rest.front();
  rest.remove_prefix(1);
  if (hole.style.align == '<') hole.style.fill = " ";
  return hole;
}

/// A value as the percent sign wants it: numbers for number holes.
Value fitting(const Value& value, NumberStyle& style, std::string_view pattern) {
  const std::string_view whole_kinds = "diuxXoc";
  if (style.kind == 's') return Value::text(text_of(value));
  if (style.kind == 'r' || style.kind == 'a') {
    style.kind = 's';
    return Value::text(representation(value));
  }
  if (style.kind == 'c' && value.is(Kind::text)) {
    style.kind = 's';
    return value;
  }
  if (!value.is_numeric()) {
    const auto hole = std::string("%") + style.kind;
    throw TemplateFault({"template.wrong-type", {hole, "number", type_name(value)}});
  }
  if (style.kind == 'c') bad_pattern(pattern);
  if (style.fill == "0") style.align = '=';
  const bool wants_whole = whole_kinds.find(style.kind) != whole_kinds.npos;
  if (wants_whole && (style.kind == 'i' || style.kind == 'u')) style.kind = 'd';
  if (!wants_whole || value.is_whole()) return value;
  const auto number = std::trunc(value.as_number());
  if (!(std::abs(number) < 9.2e18)) {
    throw TemplateFault({"template.number-too-large", {}}, {{"hint.template.number", {}}});
  }
  return Value::integer(static_cast<std::int64_t>(number));
}

/// Hands out the values of a pattern.
class PercentValues {
 public:
  PercentValues(const Value& values, std::string_view pattern)
      : values_(values), pattern_(pattern) {
    if (values.is(Kind::list) && values.as_list().is_tuple()) {
      list_ = values.as_list().items();
    } else {
      list_.push_back(values);
    }
  }
  Value take(const std::optional<std::string>& name) {
    if (name) {
      named_ = true;
      if (!values_.is(Kind::map)) bad_pattern(pattern_);
      const auto* found = values_.as_map().find(*name);
      if (found == nullptr) fail_attribute(values_, *name);
      return *found;
    }
    if (next_ >= list_.size()) count_mismatch();
    return list_[next_++];
  }
  void check_all_used() const {
    const bool may_rest = named_ || values_.is(Kind::map);
    if (next_ < list_.size() && !may_rest) count_mismatch();
  }

 private:
  [[noreturn]] void count_mismatch() const {
    throw TemplateFault(
        {"template.format-count", {std::string(pattern_), std::to_string(list_.size())}});
  }

  const Value& values_;
  std::string_view pattern_;
  std::vector<Value> list_;
  std::size_t next_ = 0;
  bool named_ = false;
};

}  // namespace

std::string percent_format(std::string_view pattern, const Value& values) {
  PercentValues given(values, pattern);
  std::string out;
  for (auto rest = pattern; !rest.empty();) {
    const auto at = std::min(rest.find('%'), rest.size());
    out += rest.substr(0, at);
    if (at == rest.size()) break;
    rest.remove_prefix(at + 1);
    if (rest.empty()) bad_pattern(pattern);
    auto hole = read_percent_hole(rest, pattern);
    if (hole.style.kind == '%') {
      out += '%';
      continue;
    }
    const auto value = given.take(hole.name);
    const auto fitted = fitting(value, hole.style, pattern);
    out += styled(fitted, hole.style);
    check_size(out.size());
  }
  given.check_all_used();
  return out;
}

}  // namespace quyche

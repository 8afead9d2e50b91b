// Filters that lay text out in lines: wordwrap, indent, center.
#include <algorithm>

#include "template/arguments.hpp"
#include "template/arithmetic.hpp"
#include "template/comparison.hpp"
#include "template/fault.hpp"
#include "template/filters.hpp"
#include "template/items.hpp"
#include "template/letters.hpp"
#include "template/python_text.hpp"
#include "template/text_wrap.hpp"

namespace quyche {
namespace {

Value indent(FilterCall& call) {
  const auto text = text_of(call.subject);
  const auto& width = call.argument(0);
  const bool first = flag_argument(call.argument(1), false);
  const bool blank = flag_argument(call.argument(2), false);
  std::string margin;
  if (width.is(Value::Kind::text)) {
    margin = width.as_text();
  } else {
    const auto spaces = std::max<std::int64_t>(whole_argument(width, "indent", 4), 0);
    check_size(static_cast<std::size_t>(spaces));
    margin.assign(static_cast<std::size_t>(spaces), ' ');
  }
  auto lines = lines_of(text + '\n', false);
  check_size(text.size() + bounded_product(lines.size(), margin.size()));
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool indented = i == 0 ? first : blank || !lines[i].empty();
    if (i > 0) out += '\n';
    if (indented) out += margin;
    out += lines[i];
  }
  return Value::text(std::move(out));
}

Value center(FilterCall& call) {
  const auto text = text_of(call.subject);
  const auto width = std::max<std::int64_t>(whole_argument(call.argument(0), "center", 80), 0);
  check_size(static_cast<std::size_t>(width));
  const auto used = static_cast<std::int64_t>(count_characters(text));
  if (used >= width) return Value::text(text);
  const auto missing = static_cast<std::size_t>(width - used);
  // Python puts the odd space on the left when the width is odd.
  const auto left = missing / 2 + (missing & static_cast<std::size_t>(width) & 1U);
  return Value::text(std::string(left, ' ') + text + std::string(missing - left, ' '));
}

Value word_wrap(FilterCall& call) {
  const auto text = text_of(call.subject);
  const auto width = whole_argument(call.argument(0), "wordwrap", 79);
  if (width < 1) throw TemplateFault({"template.bad-width", {std::to_string(width)}});
  const auto mark = text_argument(call.argument(2), "wordwrap", "\n");
  const WrapStyle style{static_cast<std::size_t>(width), flag_argument(call.argument(1), true),
                        flag_argument(call.argument(3), true)};
  std::string out;
  bool is_first = true;
  for (const auto& line : lines_of(text, false)) {
    auto pieces = wrapped(line, style);
    if (pieces.empty()) pieces.emplace_back();
    for (const auto& piece : pieces) {
      if (!is_first) out += mark;
      is_first = false;
      out += piece;
      check_size(out.size());
    }
  }
  return Value::text(std::move(out));
}

}  // namespace

std::vector<FilterEntry> layout_filters() {
  return {
      {"indent", &indent, {"width", "first", "blank"}},
      {"center", &center, {"width"}},
      {"wordwrap", &word_wrap, {"width", "break_long_words", "wrapstring", "break_on_hyphens"}}};
}

}  // namespace quyche

// "{} {0:>8} {name!r:.2f}".format(…): holes by order, number or name, with attributes and items.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "template/access.hpp"
#include "template/arguments.hpp"
#include "template/arithmetic.hpp"
#include "template/fault.hpp"
#include "template/items.hpp"
#include "template/percent_format.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Kind = Value::Kind;

class BraceFormat {
 public:
  BraceFormat(std::string_view pattern, const CallArguments& arguments)
      : pattern_(pattern), arguments_(arguments) {}

  std::string fill() {
    for (auto rest = pattern_; !rest.empty();) {
      const char c = rest.front();
      rest.remove_prefix(1);
      if (c != '{' && c != '}') {
        out_ += c;
      } else if (rest.starts_with(c)) {
        out_ += c;
        rest.remove_prefix(1);
      } else {
        const auto close = c == '{' ? rest.find('}') : rest.npos;
        if (close == rest.npos) fail();
        add_hole(rest.substr(0, close));
        rest.remove_prefix(close + 1);
      }
      check_size(out_.size());
    }
    return std::move(out_);
  }

 private:
  [[noreturn]] void fail() const {
    throw TemplateFault({"template.bad-format", {std::string(pattern_)}},
                        {{"hint.template.bad-format", {}}});
  }

  void add_hole(std::string_view hole) {
    const auto colon = std::min(hole.find(':'), hole.size());
    auto field = hole.substr(0, colon);
    const auto style_text = hole.substr(std::min(colon + 1, hole.size()));
    char conversion = 0;
    if (field.size() >= 2 && field[field.size() - 2] == '!') {
      conversion = field.back();
      field.remove_suffix(2);
    }
    auto value = value_of(field);
    if (conversion == 'r') value = Value::text(representation(value));
    if (conversion == 's') value = Value::text(text_of(value));
    out_ += style_text.empty() ? text_of(value) : styled_as(value, style_text);
  }

  Value value_of(std::string_view field) {
    const auto end = std::min(field.find_first_of(".["), field.size());
    auto value = first_value(field.substr(0, end));
    field.remove_prefix(end);
    while (!field.empty()) {
      const bool is_item = field.front() == '[';
      const auto stop =
          is_item ? field.find(']') : std::min(field.find_first_of(".[", 1), field.size());
      if (stop == field.npos) fail();
      const auto step = Value::text(std::string(field.substr(1, stop - 1)));
      value = follow_strictly(value, step);
      field.remove_prefix(is_item ? stop + 1 : stop);
    }
    return value;
  }

  Value first_value(std::string_view name) {
    std::size_t index = next_;
    if (name.empty()) ++next_;
    const auto* end = name.data() + name.size();
    const auto read = std::from_chars(name.data(), end, index);
    const bool is_number = name.empty() || (read.ec == std::errc() && read.ptr == end);
    if (is_number) {
      if (index < arguments_.positional.size()) return arguments_.positional[index];
      throw TemplateFault({"template.format-count",
                           {std::string(pattern_), std::to_string(arguments_.positional.size())}});
    }
    for (const auto& [key, value] : arguments_.named) {
      if (key == name) return value;
    }
    throw TemplateFault({"template.missing-argument", {"format", std::string(name)}});
  }

  [[nodiscard]] std::size_t take_number(std::string_view& rest) const {
    std::size_t number = 0;
    const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (read.ec == std::errc::result_out_of_range) fail();
    rest.remove_prefix(static_cast<std::size_t>(read.ptr - rest.data()));
    check_size(number);
    return number;
  }

  [[nodiscard]] NumberStyle read_style(std::string_view rest) const {
    NumberStyle style;
    style.kind = 0;
    const std::string_view aligns = "<>^=";
    const auto fill = rest.empty() ? std::string_view() : characters_of(rest).front();
    const auto behind = rest.substr(fill.size(), 1);
    if (!behind.empty() && aligns.find(behind) != aligns.npos) {
      style.fill = fill;
      style.align = behind.front();
      rest.remove_prefix(fill.size() + 1);
    } else if (!rest.empty() && aligns.find(rest.front()) != aligns.npos) {
      style.align = rest.front();
      rest.remove_prefix(1);
    }
    const auto skip = [&rest](char c) {
      const bool there = rest.starts_with(c);
      if (there) rest.remove_prefix(1);
      return there;
    };
    style.plus = skip('+');
    style.space = skip(' ');
    static_cast<void>(skip('-'));
    style.alternate = skip('#');
    if (skip('0') && style.align == 0) {
      style.fill = "0";
      style.align = '=';
    }
    style.width = take_number(rest);
    if (skip(',')) style.grouping = ',';
    if (skip('_')) style.grouping = '_';
    if (skip('.')) {
      style.has_digits = true;
      style.digits = take_number(rest);
    }
    if (!rest.empty()) style.kind = rest.front();
    if (rest.size() > 1) fail();
    return style;
  }

  [[nodiscard]] std::string styled_as(const Value& value, std::string_view text) const {
    auto style = read_style(text);
    const bool number = value.is_numeric() && !value.is(Kind::boolean);
    if (style.kind == 0 && value.is(Kind::number)) {
      align_to(style, '>');
      if (!style.has_digits && style.grouping == 0 && !style.plus) return styled(value, style);
      style.kind = style.has_digits ? 'g' : 'f';
    }
    if (style.kind == 0) style.kind = number ? 'd' : 's';
    if (style.kind != 's') return styled_number(value, style);
    if (number || style.grouping != 0) fail();
    align_to(style, '<');
    return styled(Value::text(text_of(value)), style);
  }

  static void align_to(NumberStyle& style, char side) {
    if (style.align == 0) style.align = side;
  }

  [[nodiscard]] std::string styled_number(const Value& value, NumberStyle style) const {
    if (std::string_view("dxXobeEfFgG%").find(style.kind) == std::string_view::npos) fail();
    if (!value.is_numeric()) fail_type("format", "number", value);
    const bool whole_kind = std::string_view("dxXob").find(style.kind) != std::string_view::npos;
    if (whole_kind && !value.is_whole()) fail_type("format", "integer", value);
    align_to(style, '>');
    return styled(value, style);
  }

  std::string_view pattern_;
  const CallArguments& arguments_;
  std::string out_;
  std::size_t next_ = 0;
};

}  // namespace

std::string brace_format(std::string_view pattern, const CallArguments& arguments) {
  return BraceFormat(pattern, arguments).fill();
}

}  // namespace quyche

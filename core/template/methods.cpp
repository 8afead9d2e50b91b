#include "template/methods.hpp"

#include <algorithm>
#include <span>

#include "base/text.hpp"
#include "template/arguments.hpp"
#include "template/comparison.hpp"
#include "template/fault.hpp"
#include "template/filters.hpp"
#include "template/items.hpp"
#include "template/letters.hpp"
#include "template/percent_format.hpp"

namespace quyche {
namespace {

using Kind = Value::Kind;
using Given = std::vector<Value>;

struct Method {
  std::string_view name;
  Kind owner;
  Value (*apply)(const Value& owner, const Given& given);
  std::vector<std::string_view> parameters;
  std::size_t required = 0;
};

Value texts(std::vector<std::string> parts) {
  std::vector<Value> out;
  for (auto& part : parts) out.push_back(Value::text(std::move(part)));
  return Value::list(std::move(out));
}

std::string optional_text(const Value& value, std::string_view callee) {
  return value.is(Kind::none) ? std::string() : text_argument(value, callee, {});
}

Value to_upper(const Value& owner, const Given& /*none*/) {
  return Value::text(upper(owner.as_text()));
}
Value to_lower(const Value& owner, const Given& /*none*/) {
  return Value::text(lower(owner.as_text()));
}
Value capitalize(const Value& owner, const Given& /*none*/) {
  return Value::text(capitalised(owner.as_text()));
}
Value title(const Value& owner, const Given& /*none*/) {
  return Value::text(titled(owner.as_text(), {}));
}
Value strip(const Value& owner, const Given& given) {
  return Value::text(stripped(owner.as_text(), optional_text(given[0], "strip"), true, true));
}
Value strip_left(const Value& owner, const Given& given) {
  return Value::text(stripped(owner.as_text(), optional_text(given[0], "lstrip"), true, false));
}
Value strip_right(const Value& owner, const Given& given) {
  return Value::text(stripped(owner.as_text(), optional_text(given[0], "rstrip"), false, true));
}
Value split(const Value& owner, const Given& given) {
  const bool by_space = given[0].is(Kind::undefined) || given[0].is(Kind::none);
  const auto mark = by_space ? std::string() : text_argument(given[0], "split");
  if (!by_space && mark.empty()) throw TemplateFault({"template.empty-mark", {"split"}});
  return texts(split_text(owner.as_text(), mark, whole_argument(given[1], "split", -1)));
}
Value split_lines(const Value& owner, const Given& given) {
  return texts(lines_of(owner.as_text(), flag_argument(given[0], false)));
}
Value replace(const Value& owner, const Given& given) {
  return Value::text(replaced(owner.as_text(), text_argument(given[0], "replace"),
                              text_argument(given[1], "replace"),
                              whole_argument(given[2], "replace", -1)));
}

/// One text or a tuple of them.
bool matches_any(const Value& wanted, std::string_view callee,
                 bool (*matches)(std::string_view, std::string_view), std::string_view text) {
  if (!wanted.is(Kind::list)) return matches(text, text_argument(wanted, callee));
  const auto& items = wanted.as_list().items();
  return std::any_of(items.begin(), items.end(),
                     [&](const Value& item) { return matches(text, text_argument(item, callee)); });
}
Value starts_with(const Value& owner, const Given& given) {
  const auto matches = [](std::string_view a, std::string_view b) { return a.starts_with(b); };
  return Value::boolean(matches_any(given[0], "startswith", matches, owner.as_text()));
}
Value ends_with(const Value& owner, const Given& given) {
  const auto matches = [](std::string_view a, std::string_view b) { return a.ends_with(b); };
  return Value::boolean(matches_any(given[0], "endswith", matches, owner.as_text()));
}
Value count_text(const Value& owner, const Given& given) {
  const auto part = text_argument(given[0], "count");
  if (part.empty()) return Value::integer(count_characters(owner.as_text()) + 1);
  return Value::integer(split_text(owner.as_text(), part, -1).size() - 1);
}
Value find(const Value& owner, const Given& given) {
  const auto at = owner.as_text().find(text_argument(given[0], "find"));
  if (at == std::string::npos) return Value::integer(std::int64_t{-1});
  return Value::integer(count_characters(owner.as_text().substr(0, at)));
}
Value join(const Value& owner, const Given& given) {
  std::string out;
  const ValueItems items(given[0], "join");
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += owner.as_text();
    out += text_argument(items.at(i), "join");
  }
  return Value::text(std::move(out));
}
Value is_digit(const Value& owner, const Given& /*none*/) {
  const auto text = owner.as_text();
  return Value::boolean(!text.empty() && text.find_first_not_of("0123456789") == std::string::npos);
}
Value zero_fill(const Value& owner, const Given& given) {
  NumberStyle style;
  style.fill = "0";
  style.align = '>';
  const auto text = owner.as_text();
  const bool has_sign = text.starts_with('-') || text.starts_with('+');
  const auto width = std::max<std::int64_t>(whole_argument(given[0], "zfill"), 0);
  style.width = static_cast<std::size_t>(width) - (has_sign && width > 0 ? 1 : 0);
  const std::string sign(text.substr(0, has_sign ? 1 : 0));
  return Value::text(sign + styled(Value::text(std::string(text.substr(sign.size()))), style));
}

Value map_items(const Value& owner, const Given& /*none*/) {
  std::vector<Value> out;
  for (const auto& [key, value] : owner.as_map().entries()) {
    out.push_back(Value::tuple({key, value}));
  }
  return Value::list(std::move(out));
}
Value map_keys(const Value& owner, const Given& /*none*/) {
  return Value::list(items_of(owner, "keys"));
}
Value map_values(const Value& owner, const Given& /*none*/) {
  std::vector<Value> out;
  for (const auto& entry : owner.as_map().entries()) out.push_back(entry.second);
  return Value::list(std::move(out));
}
Value map_get(const Value& owner, const Given& given) {
  const auto* found = owner.as_map().find(given[0]);
  if (found != nullptr) return *found;
  return given[1].is(Kind::undefined) ? Value::none() : given[1];
}

Value list_count(const Value& owner, const Given& given) {
  const auto& items = owner.as_list().items();
  return Value::integer(static_cast<std::size_t>(std::count_if(
      items.begin(), items.end(), [&](const Value& item) { return equal(item, given[0]); })));
}
Value list_index(const Value& owner, const Given& given) {
  const auto& items = owner.as_list().items();
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (equal(items[i], given[0])) return Value::integer(i);
  }
  throw TemplateFault({"template.not-in-list", {}});
}

const std::vector<Method>& methods() {
  static const std::vector<Method> all{
      {"upper", Kind::text, &to_upper, {}},
      {"lower", Kind::text, &to_lower, {}},
      {"capitalize", Kind::text, &capitalize, {}},
      {"title", Kind::text, &title, {}},
      {"strip", Kind::text, &strip, {"chars"}},
      {"lstrip", Kind::text, &strip_left, {"chars"}},
      {"rstrip", Kind::text, &strip_right, {"chars"}},
      {"split", Kind::text, &split, {"sep", "maxsplit"}},
      {"splitlines", Kind::text, &split_lines, {"keepends"}},
      {"replace", Kind::text, &replace, {"old", "new", "count"}, 2},
      {"startswith", Kind::text, &starts_with, {"prefix"}, 1},
      {"endswith", Kind::text, &ends_with, {"suffix"}, 1},
      {"count", Kind::text, &count_text, {"sub"}, 1},
      {"find", Kind::text, &find, {"sub"}, 1},
      {"join", Kind::text, &join, {"iterable"}, 1},
      {"isdigit", Kind::text, &is_digit, {}},
      {"zfill", Kind::text, &zero_fill, {"width"}, 1},
      {"items", Kind::map, &map_items, {}},
      {"keys", Kind::map, &map_keys, {}},
      {"values", Kind::map, &map_values, {}},
      {"get", Kind::map, &map_get, {"key", "default"}, 1},
      {"count", Kind::list, &list_count, {"value"}, 1},
      {"index", Kind::list, &list_index, {"value"}, 1},
  };
  return all;
}

const Method* find_method(const Value& owner, std::string_view name) {
  const auto at = std::find_if(methods().begin(), methods().end(), [&](const Method& method) {
    return owner.is(method.owner) && method.name == name;
  });
  return at == methods().end() ? nullptr : &*at;
}

bool is_format(const Value& owner, std::string_view name) {
  return name == "format" && owner.is(Kind::text);
}

}  // namespace

bool has_method(const Value& owner, std::string_view name) {
  return is_format(owner, name) || find_method(owner, name) != nullptr;
}

std::vector<std::string> method_names(const Value& owner) {
  std::vector<std::string> names;
  for (const auto& method : methods()) {
    if (owner.is(method.owner)) names.emplace_back(method.name);
  }
  if (owner.is(Kind::text)) names.emplace_back("format");
  if (owner.is(Kind::object)) names = owner.as_object()->attribute_names();
  return names;
}

Value call_method_of(const Value& owner, std::string_view name, const CallArguments& arguments) {
  if (is_format(owner, name)) return Value::text(brace_format(owner.as_text(), arguments));
  const auto& method = *find_method(owner, name);
  return method.apply(owner, bind_arguments(name, method.parameters, method.required, arguments));
}

}  // namespace quyche

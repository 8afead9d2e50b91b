// Filters of text: case, trimming, replacing, cutting, formatting.
#include <algorithm>

#include "base/text.hpp"
#include "template/arguments.hpp"
#include "template/arithmetic.hpp"
#include "template/fault.hpp"
#include "template/filters.hpp"
#include "template/items.hpp"
#include "template/json_text.hpp"
#include "template/letters.hpp"
#include "template/percent_format.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

Value as_text(FilterCall& call) {
  if (call.subject.is(Value::Kind::text)) return call.subject;
  // Rich content stays what it is.
  if (call.subject.is(Value::Kind::object) && call.subject.as_object()->is_content()) {
    return call.subject;
  }
  return Value::text(text_of(call.subject));
}

Value to_upper(FilterCall& call) { return Value::text(upper(text_of(call.subject))); }
Value to_lower(FilterCall& call) { return Value::text(lower(text_of(call.subject))); }
Value capitalize(FilterCall& call) { return Value::text(capitalised(text_of(call.subject))); }
Value title(FilterCall& call) { return Value::text(titled(text_of(call.subject), "-({[<")); }

Value trim(FilterCall& call) {
  const auto text = text_of(call.subject);
  return Value::text(stripped(text, text_argument(call.argument(0), "trim", {}), true, true));
}

Value replace(FilterCall& call) {
  return Value::text(replaced(text_of(call.subject), text_of(call.argument(0)),
                              text_of(call.argument(1)),
                              whole_argument(call.argument(2), "replace", -1)));
}

/// The first `count` characters.
std::string first_characters(std::string_view text, std::size_t count) {
  std::string out;
  for (const auto character : characters_of(text)) {
    if (count-- == 0) break;
    out += character;
  }
  return out;
}

Value truncate(FilterCall& call) {
  const auto& text = text_argument(call.subject, "truncate");
  const auto length = whole_argument(call.argument(0), "truncate", 255);
  const bool kill_words = flag_argument(call.argument(1), false);
  const auto end = text_argument(call.argument(2), "truncate", "...");
  const auto leeway = whole_argument(call.argument(3), "truncate", 5);
  const auto end_length = static_cast<std::int64_t>(count_characters(end));
  if (length < end_length || leeway < 0) {
    throw TemplateFault({"template.truncate-length", {std::to_string(end_length)}});
  }
  const auto characters = static_cast<std::int64_t>(count_characters(text));
  if (characters - leeway <= length) return call.subject;
  auto out = first_characters(text, static_cast<std::size_t>(length - end_length));
  if (!kill_words) out = out.substr(0, std::min(out.rfind(' '), out.size()));
  return Value::text(out + end);
}

Value format(FilterCall& call) {
  const auto pattern = text_of(call.subject);
  if (call.named.empty()) return Value::text(percent_format(pattern, Value::tuple(call.arguments)));
  std::vector<ValueMap::Entry> entries;
  for (auto& [name, value] : call.named) entries.emplace_back(Value::text(name), value);
  return Value::text(percent_format(pattern, Value::map(std::move(entries))));
}

Value to_json(FilterCall& call) {
  const auto indent = call.argument(0);
  const bool is_indented = indent.is_whole();
  if (is_indented)
    check_size(static_cast<std::size_t>(std::max<std::int64_t>(indent.as_integer(), 0)) * 100);
  return Value::text(
      json_text(call.subject, is_indented ? static_cast<int>(indent.as_integer()) : -1));
}

/// Runs of letters, digits and underscores.
Value word_count(FilterCall& call) {
  const auto text = text_of(call.subject);
  std::size_t words = 0;
  bool is_inside = false;
  for (const auto character : characters_of(text)) {
    const bool is_word = is_letter(character) || character == "_" ||
                         (character >= "0" && character <= "9" && character.size() == 1);
    if (is_word && !is_inside) ++words;
    is_inside = is_word;
  }
  return Value::integer(words);
}

}  // namespace

std::vector<FilterEntry> text_filters() {
  return {{"e", &as_text, {}},
          {"escape", &as_text, {}},
          {"forceescape", &as_text, {}},
          {"safe", &as_text, {}},
          {"string", &as_text, {}},
          {"upper", &to_upper, {}},
          {"lower", &to_lower, {}},
          {"capitalize", &capitalize, {}},
          {"title", &title, {}},
          {"trim", &trim, {"chars"}},
          {"replace", &replace, {"old", "new", "count"}, 2},
          {"truncate", &truncate, {"length", "killwords", "end", "leeway"}},
          {"format", &format, {}, 0, true},
          {"tojson", &to_json, {"indent"}},
          {"wordcount", &word_count, {}}};
}

}  // namespace quyche

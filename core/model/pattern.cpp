#include "model/pattern.hpp"

#include "base/text.hpp"

namespace quyche {
namespace {

bool is_name(std::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

/// One {…}, without its braces, as an inline; nothing when it is no name.
std::optional<Inline> read_slot(std::string_view slot) {
  Inline made;
  made.kind = Inline::Kind::field;
  if (slot.starts_with('#')) {
    made.kind = Inline::Kind::term;
    slot.remove_prefix(1);
  }
  if (const auto colon = slot.find(':'); colon != std::string_view::npos) {
    made.form = slot.substr(colon + 1);
    slot = slot.substr(0, colon);
  }
  if (!is_name(slot)) return std::nullopt;
  made.value = slot;
  return made;
}

void append_text(Inlines& inlines, std::string_view text) {
  if (text.empty()) return;
  if (!inlines.empty() && inlines.back().kind == Inline::Kind::text) {
    inlines.back().value += text;
  } else {
    inlines.push_back({Inline::Kind::text, std::string(text), {}, {}});
  }
}

}  // namespace

std::optional<Condition> read_condition(std::string_view text) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0) return std::nullopt;
  Condition condition;
  condition.negated = text[equals - 1] == '!';
  condition.field = squeeze(text.substr(0, equals - (condition.negated ? 1 : 0)));
  condition.value = squeeze(text.substr(equals + 1));
  // "==" and ">=" look like conditions and would never hold.
  if (!is_name(condition.field) || condition.value.empty() || condition.value.front() == '=') {
    return std::nullopt;
  }
  return condition;
}

std::string write_condition(const Condition& condition) {
  return condition.field + (condition.negated ? " != " : " = ") + condition.value;
}

std::optional<bool> holds(const Condition& condition, const Values& values) {
  const auto found = values.find(condition.field);
  if (found == values.end() || found->second.empty()) return std::nullopt;
  return (found->second == condition.value) != condition.negated;
}

std::optional<bool> holds(const std::optional<Condition>& condition, const Values& values) {
  return condition ? holds(*condition, values) : std::optional<bool>(true);
}

Inlines read_pattern(std::string_view text) {
  Inlines inlines;
  while (!text.empty()) {
    const auto open = text.find('{');
    const auto close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    append_text(inlines, text.substr(0, open));
    auto slot = read_slot(text.substr(open + 1, close - open - 1));
    text.remove_prefix(slot ? close + 1 : open + 1);
    if (slot) {
      inlines.push_back(std::move(*slot));
    } else {
      append_text(inlines, "{");
    }
  }
  append_text(inlines, text);
  return inlines;
}

std::string write_pattern(const Inlines& inlines) {
  std::string out;
  for (const auto& item : inlines) {
    if (item.kind == Inline::Kind::text) {
      out += item.value;
      continue;
    }
    out += item.kind == Inline::Kind::term ? "{#" : "{";
    out += item.value;
    if (!item.form.empty()) out += ":" + item.form;
    out += "}";
  }
  return out;
}

std::optional<std::string> fill_pattern(std::string_view text, const Values& values,
                                        const Values& words) {
  std::string out;
  for (const auto& item : read_pattern(text)) {
    if (item.kind == Inline::Kind::text) {
      out += item.value;
      continue;
    }
    const auto& known = item.kind == Inline::Kind::term ? words : values;
    const auto found = known.find(item.value);
    if (found == known.end()) return std::nullopt;
    out += item.form == "upper"   ? upper(found->second)
           : item.form == "title" ? capitalise(found->second)
                                  : found->second;
  }
  return out;
}

}  // namespace quyche

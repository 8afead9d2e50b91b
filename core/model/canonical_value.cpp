#include "model/canonical_value.hpp"

#include <cstddef>

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"
#include "model/rows.hpp"

namespace quyche {
namespace {

using Canonical = std::optional<std::string>;

constexpr std::size_t k_longest = 4096;  // bytes of one value

/// Digits, also grouped by dots or spaces as people write thousands: "1.039".
Canonical integer_from(const std::string& text) {
  std::string digits;
  std::size_t since_group = 0;
  bool grouped = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits += c;
      ++since_group;
    } else if ((c == '.' || c == ' ') && !digits.empty() && (!grouped || since_group == 3)) {
      grouped = true;
      since_group = 0;
    } else {
      return std::nullopt;
    }
  }
  if (digits.empty() || (grouped && since_group != 3)) return std::nullopt;
  const auto first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

Canonical choice_from(const std::vector<std::pair<std::string, std::string>>& choices,
                      const std::string& text) {
  const auto key = match_key(text);
  for (const auto& [known, value] : choices) {
    if (known == key) return value;
  }
  return std::nullopt;
}

Canonical date_value(const std::string& text) {
  const auto day = date_from_text(text);
  return day ? Canonical(iso(*day)) : std::nullopt;
}

std::string listed(const Field& field) {
  std::string out;
  for (const auto& choice : field.choices) {
    if (!out.empty()) out += "; ";
    out += choice.label;
  }
  return out;
}

Text refusal(const Field& field, const std::string& text) {
  switch (field.type) {
    case FieldType::date:
      return {"field.not-a-date", {field.label, text}};
    case FieldType::integer:
      return {"field.not-an-integer", {field.label, text}};
    case FieldType::boolean:
      return {"field.not-a-boolean", {field.label, text}};
    default:
      return {"field.not-a-choice", {field.label, text, listed(field)}};
  }
}

std::vector<Text> meant_choice(const Field& field, const std::string& text) {
  std::vector<std::string> names;
  for (const auto& choice : field.choices) {
    names.push_back(choice.label);
    names.push_back(choice.value);
  }
  const auto near = nearest(text, names);
  return near.empty() ? std::vector<Text>{} : std::vector<Text>{{"hint.did-you-mean", {near}}};
}

}  // namespace

CanonicalValues::CanonicalValues()
    : yes_(match_key(sentence({"value.yes", {}}, Language::vietnamese))),
      no_(match_key(sentence({"value.no", {}}, Language::vietnamese))) {}

const CanonicalValues::Prepared& CanonicalValues::prepared(const Field& field) {
  const auto [entry, fresh] = fields_.try_emplace(field.name);
  auto& made = entry->second;
  if (!fresh) return made;
  for (const auto& choice : field.choices) {
    made.choices.emplace_back(match_key(choice.value), choice.value);
    made.choices.emplace_back(match_key(choice.label), choice.value);
  }
  if (field.pattern.empty()) return made;
  try {
    made.pattern.emplace(field.pattern, std::regex::ECMAScript | std::regex::optimize);
  } catch (const std::regex_error&) {
    // A pattern nobody can satisfy would stop every village; the model's own check names it.
  }
  return made;
}

Canonical CanonicalValues::boolean_from(const std::string& text) const {
  const auto key = match_key(text);
  if (key == yes_ || key == "true" || key == "1" || key == "x" || key == "yes") return "true";
  if (key == no_ || key == "false" || key == "0" || key == "no") return "false";
  return std::nullopt;
}

Canonical CanonicalValues::by_type(const Field& field, const std::string& text) {
  switch (field.type) {
    case FieldType::date:
      return date_value(text);
    case FieldType::integer:
      return integer_from(text);
    case FieldType::boolean:
      return boolean_from(text);
    case FieldType::choice:
      return choice_from(prepared(field).choices, text);
    case FieldType::text:
    case FieldType::person:
    case FieldType::citation:
      return text;
  }
  return text;
}

Canonical CanonicalValues::convert(const Field& field, std::string_view raw, const Place& place,
                                   Diagnostics& found) {
  const auto report = [&](Text message, std::vector<Text> hints) {
    found.add({Severity::error, std::move(message), place, std::move(hints)});
    return std::nullopt;
  };
  // Before anything costly is done with it; std::regex takes stack for every letter.
  if (raw.size() > k_longest) {
    return report({"field.too-long", {field.label, std::to_string(k_longest)}}, {});
  }
  const auto text = squeeze(normalise(raw));
  if (text.empty()) return text;
  if (const auto legacy = detect_legacy(text)) {
    return report(
        {"field.legacy-text", {field.label, encoding_name(*legacy), from_legacy(text, *legacy)}},
        {{"hint.legacy-text", {}}});
  }
  auto value = by_type(field, text);
  if (!value) return report(refusal(field, text), meant_choice(field, text));
  const auto& pattern = prepared(field).pattern;
  if (pattern && !std::regex_search(*value, *pattern)) {
    std::vector<Text> hints;
    if (!field.hint.empty()) hints.push_back({"hint.field", {field.hint}});
    return report({"field.pattern", {field.label, text}}, std::move(hints));
  }
  return value;
}

std::string encoding_name(LegacyEncoding encoding) {
  return encoding == LegacyEncoding::tcvn3 ? "TCVN3 (ABC)" : "VNI";
}

Canonical canonical(const Field& field, std::string_view text, const Place& place,
                    Diagnostics& found) {
  return CanonicalValues().convert(field, text, place, found);
}

}  // namespace quyche

#include "model/field_text.hpp"

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"

namespace quyche {
namespace {

std::string plain(const Field& field, const std::string& value, const std::string& form) {
  if (field.type == FieldType::date) {
    const auto day = date_from_iso(value);
    if (!day) return value;
    return form == "words" ? long_date(*day) : short_date(*day);
  }
  if (field.type == FieldType::boolean) {
    return sentence({value == "true" ? "value.yes" : "value.no", {}}, Language::vietnamese);
  }
  for (const auto& choice : field.choices) {
    if (choice.value == value) return choice.label;
  }
  return value;
}

}  // namespace

std::string shown_value(const Field& field, const std::string& value, const std::string& form) {
  if (form == "upper") return upper(plain(field, value, form));
  if (form == "title") return capitalise(plain(field, value, form));
  return plain(field, value, form);
}

std::string shown_empty(const Field& field) { return "[" + field.label + "]"; }

}  // namespace quyche

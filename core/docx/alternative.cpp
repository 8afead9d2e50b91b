#include "docx/alternative.hpp"

#include <algorithm>

#include "base/code_points.hpp"
#include "base/messages.hpp"
#include "model/field_text.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_longest_bookmark = 40;

// Bytes of letters beyond ASCII count as letters: Word takes them.
bool is_name_byte(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z') || byte == '_' || static_cast<unsigned char>(byte) >= 0x80U;
}

}  // namespace

std::optional<std::string> alternative_bookmark(int number, const Condition& condition) {
  const auto& value = condition.value;
  if (!std::all_of(value.begin(), value.end(), is_name_byte)) return std::nullopt;
  std::string name = "qv_";
  name.append(std::to_string(number)).append("_").append(condition.field);
  name.append(condition.negated ? "_not_" : "_is_").append(value);
  if (code_points(name).size() > k_longest_bookmark) return std::nullopt;
  return name;
}

std::string alternative_note(const Condition& condition, const Field* field) {
  if (field == nullptr) {
    return sentence({condition.negated ? "note.keep-unless" : "note.keep-if",
                     {condition.field, condition.value}},
                    Language::vietnamese);
  }
  auto value = condition.value;
  bool negated = condition.negated;
  if (negated && field->type == FieldType::boolean) {
    value = value == "true" ? "false" : "true";
    negated = false;
  } else if (negated && field->choices.size() == 2) {
    value = field->choices[field->choices[0].value == value ? 1 : 0].value;
    negated = false;
  }
  return sentence({negated ? "note.keep-unless" : "note.keep-if",
                   {field->label, shown_value(*field, value, "")}},
                  Language::vietnamese);
}

}  // namespace quyche

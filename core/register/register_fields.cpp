#include "register/register_fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/messages.hpp"
#include "base/text.hpp"
#include "register/life_cycle.hpp"

namespace quyche {
namespace {

constexpr std::array<std::pair<const char*, FieldType>, 9> k_own_fields{
    {{"party_code", FieldType::text},
     {"signer", FieldType::person},
     {"template_version", FieldType::text},
     {"resolution_ref", FieldType::text},
     {"review_date", FieldType::date},
     {"amended_times", FieldType::integer},
     {"inspection_result", FieldType::text},
     {"deadline", FieldType::date},
     {"note", FieldType::text}}};

std::string_view cut(std::string_view& rest, char end) {
  const auto at = std::min(rest.find(end), rest.size());
  const auto piece = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return piece;
}

}  // namespace

std::string state_label(std::string_view state) {
  return vietnamese("state." + std::string(state));
}

std::vector<Field> register_fields(std::vector<Field> village_fields) {
  auto fields = std::move(village_fields);
  for (auto& field : fields) {
    field.required = false;
    if (field.name != "state") continue;
    field.choices.clear();
    for (const auto state : k_states) {
      field.choices.push_back({std::string(state), state_label(state)});
    }
  }
  for (const auto& [name, type] : k_own_fields) {
    Field field;
    field.name = name;
    field.label = vietnamese("field." + field.name);
    field.type = type;
    fields.push_back(std::move(field));
  }
  return fields;
}

void add_headings(std::vector<Field>& fields, std::string_view table) {
  std::vector<Field> more;
  while (!table.empty()) {
    auto line = cut(table, '\n');
    const auto name = cut(line, '\t');
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& other) { return other.name == name; });
    if (field == fields.end()) continue;
    while (!line.empty()) {
      auto other = *field;
      other.label = squeeze(cut(line, ';'));
      other.required = false;
      if (!other.label.empty()) more.push_back(std::move(other));
    }
  }
  fields.insert(fields.end(), more.begin(), more.end());
}

}  // namespace quyche

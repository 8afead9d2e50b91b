#include "engine/duty_values.hpp"

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/named_value.hpp"
#include "docx/basis_list.hpp"
#include "engine/organ_values.hpp"
#include "meeting/papers/paper_values.hpp"

namespace quyche {
namespace {

constexpr const char* k_cell_organ = "cell.organ";

std::vector<std::pair<Value, Value>> posts_of(const CellCard& card) {
  ValueMapBuilder values;
  for (const char* title :
       {"secretary", "deputy_secretary", "village_head", "deputy_village_head", "front_head"}) {
    const auto* holder = card.holder(title);
    values.text(title, holder == nullptr ? std::string() : holder->person.text("name"));
  }
  return values.entries();
}

// Under the ids of the model: a law and what it replaced have each their own.
Value bases_of(const DutyCell& cell, const FormatProfile& profile) {
  ValueMapBuilder values;
  for (const auto& basis : cell.words.press->local.text.bases) {
    if (basis.field.empty() && !basis.when) {
      values.text(basis.id.c_str(), cite(basis, profile.word("basis_citation")));
    }
  }
  return values.take();
}

Value terms_of(const CellWords& words) {
  ValueMapBuilder values;
  for (const auto& [name, text] : words.press->local.words) values.text(name.c_str(), text);
  return values.take();
}

}  // namespace

ValueMapBuilder duty_values(Workshop& workshop, const DutyCell& cell,
                            const FormatProfile& profile) {
  const auto& [card, words, day] = cell;
  const auto commune = unit_title(card.commune);
  ValueMapBuilder values;
  values.text("id", {}).day("date", day).day("day", day);
  values.text("cell", words.cell).text("village", words.village).text("commune", commune);
  values.text("district", card.district).text("province", card.province);
  values.text("locality", meeting::locality(commune));
  values.text("term", card.cell.text("cell_term"));
  values.text("households", card.cell.text("household_count"));
  const auto type = sentence({k_cell_organ, {}}, Language::vietnamese);
  values.add("unit", organ_value(workshop, {type, words.village, commune, words.cell}));
  values.add("posts", Value::map(posts_of(card)));
  values.add("terms", terms_of(words)).add("bases", bases_of(cell, profile));
  return values;
}

Value record_value(const RosterDefinition& roster, const Record& record) {
  ValueMapBuilder values;
  values.text("id", std::to_string(record.id));
  for (const auto& column : register_table(roster.source).columns) {
    values.text(column.c_str(), record.text(column));
  }
  for (const auto& column : roster.columns) {
    if (!column.from.starts_with("t.")) continue;
    const auto name = column.from.substr(2);
    const auto& text = record.text(name);
    if (!column.choices.empty()) values.text((name + "_label").c_str(), shown_value(column, text));
    if (column.type != RosterColumn::Type::date) continue;
    const auto date = date_from_iso(text);
    values.text((name + "_text").c_str(), date ? short_date(*date) : text);
  }
  return values.take();
}

}  // namespace quyche

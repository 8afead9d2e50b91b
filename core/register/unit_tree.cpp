#include "register/unit_tree.hpp"

#include <algorithm>

namespace quyche {

UnitTree::UnitTree(Store& store) {
  for (const auto& record : store.select("unit")) {
    places_.emplace(record.id, forms_.size());
    codes_.emplace(record.text("code"), forms_.size());
    forms_.push_back({record.id, record.reference("parent_id"), record.text("code"),
                      record.text("type"), record.text("name"), record.text("level"),
                      record.text("valid_from"), record.text("valid_to"), record.text("sort_key")});
  }
  for (const auto& record : store.select("succession")) {
    const Step step{record.reference("from_id"), record.reference("to_id"),
                    record.text("share") != "part"};
    after_.emplace(step.from, step);
    before_.emplace(step.to, step);
  }
}

const UnitForm& UnitTree::get(RowId id) const { return forms_[places_.at(id)]; }

const UnitForm* UnitTree::find(std::string_view code, std::string_view day) const {
  const auto [first, last] = codes_.equal_range(code);
  for (auto entry = first; entry != last; ++entry) {
    const auto& form = forms_[entry->second];
    if (form.contains(day)) return &form;
  }
  return nullptr;
}

const UnitForm* UnitTree::nearest(std::string_view code, std::string_view day) const {
  const UnitForm* best = nullptr;
  const auto [first, last] = codes_.equal_range(code);
  for (auto entry = first; entry != last; ++entry) {
    const auto& form = forms_[entry->second];
    const bool nearer = best == nullptr || (form.ended_before(day) && best->to < form.to);
    if (nearer) best = &form;
  }
  return best;
}

UnitTree::Successor UnitTree::on_day(RowId id, std::string_view day) const {
  Successor found{&get(id), true, {}};
  while (found.unit->ended_before(day)) {
    const auto [first, last] = after_.equal_range(found.unit->id);
    const auto count = std::distance(first, last);
    if (count == 1 && first->second.whole) {
      found.unit = &get(first->second.to);
      continue;
    }
    found.decided = false;
    for (auto step = first; step != last; ++step) found.choices.push_back(&get(step->second.to));
    return found;
  }
  return found;
}

std::vector<RowId> UnitTree::with_predecessors(RowId id) const {
  std::vector<RowId> all{id};
  for (std::size_t at = 0; at < all.size(); ++at) {
    const auto [first, last] = before_.equal_range(all[at]);
    for (auto step = first; step != last; ++step) all.push_back(step->second.from);
  }
  return all;
}

const UnitForm* UnitTree::parent_on(const UnitForm& unit, std::string_view day) const {
  if (unit.parent == 0) return nullptr;
  const auto& parent = get(unit.parent);
  if (parent.contains(day)) return &parent;
  // Of a unit that keeps its code while its type changes, the form of the day.
  return find(parent.code, day);
}

bool UnitTree::within(const UnitForm& unit, std::string_view code, std::string_view day) const {
  const auto* top = &unit;
  for (const auto* at = &unit; at != nullptr; at = parent_on(*at, day)) {
    if (at->code == code) return true;
    top = at;
  }
  // Districts of earlier years have no province on record: a register is one province's.
  return top->level == "district" && is_only_province(code);
}

bool UnitTree::is_only_province(std::string_view code) const {
  bool is_there = false;
  for (const auto& form : forms_) {
    if (form.level != "province") continue;
    if (form.code != code) return false;
    is_there = true;
  }
  return is_there;
}

std::string unit_title(const UnitForm& unit) { return unit.type + " " + unit.name; }

}  // namespace quyche

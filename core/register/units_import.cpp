#include "register/units_import.hpp"

#include <algorithm>
#include <map>

#include "base/date.hpp"
#include "model/names.hpp"
#include "register/sort_key.hpp"

namespace quyche {
namespace {

std::string day_text(const std::optional<Date>& day) { return day ? iso(*day) : std::string(); }

// Units are found again by code and first day: neither name nor code alone is a key.
class UnitsImport {
 public:
  explicit UnitsImport(Change& change) : change_(change) {
    for (auto& record : change.store().select("unit")) {
      auto key = record.text("code") + "@" + record.text("valid_from");
      units_.emplace(std::move(key), std::move(record));
    }
    for (const auto& record : change.store().select("succession")) {
      links_[record.reference("from_id")].push_back(record.reference("to_id"));
    }
  }

  void add_plugin(const DistrictPlugin& plugin) {
    const auto level = std::string(name_of(k_level_names, plugin.manifest.level));
    RowId parent = 0;
    for (const auto& form : plugin.district.forms) parent = add(form, level, 0);
    std::map<std::string, const Unit*> last;
    for (const auto& commune : plugin.district.communes) {
      const auto id = add(commune, "commune", parent);
      auto& before = last[commune.code];
      if (before != nullptr && before->validity.to &&
          commune.validity.from == next_day(*before->validity.to)) {
        const bool renamed = before->name != commune.name;
        link(units_.at(key_of(*before)).id, id,
             {{"kind", renamed ? "rename" : "retype"},
              {"share", "all"},
              {"day", day_text(commune.validity.from)}});
      }
      before = &commune;
    }
  }

  void add_succession(const SuccessionLine& line) {
    const auto* from = find(line.from_code, line.from_day_before);
    const auto* to = find(line.to_code, line.day);
    if (from == nullptr || to == nullptr) return;  // of a province whose old units no plugin has
    link(from->id, to->id,
         {{"kind", line.kind},
          {"share", line.share},
          {"day", line.day},
          {"legal_ref", line.legal_ref}});
  }

 private:
  static std::string key_of(const Unit& unit) {
    return unit.code + "@" + day_text(unit.validity.from);
  }

  RowId add(const Unit& unit, const std::string& level, RowId parent) {
    const Values values{{"code", unit.code},
                        {"type", unit.type},
                        {"name", unit.name},
                        {"level", level},
                        {"valid_from", day_text(unit.validity.from)},
                        {"valid_to", day_text(unit.validity.to)},
                        {"sort_key", name_sort_key(unit.name)},
                        {"parent_id", parent == 0 ? "" : std::to_string(parent)}};
    const auto known = units_.find(key_of(unit));
    if (known != units_.end()) {
      change_.update("unit", known->second, values);
      return known->second.id;
    }
    const auto id = change_.insert("unit", values);
    units_.emplace(key_of(unit), Record{id, values});
    return id;
  }

  void link(RowId from, RowId to, Values values) {
    auto& known = links_[from];
    if (std::find(known.begin(), known.end(), to) != known.end()) return;
    known.push_back(to);
    values["from_id"] = std::to_string(from);
    values["to_id"] = std::to_string(to);
    change_.insert("succession", std::move(values));
  }

  const Record* find(const std::string& code, const std::string& day) const {
    for (auto unit = units_.lower_bound(code + "@"); unit != units_.end(); ++unit) {
      const auto& record = unit->second;
      if (record.text("code") != code) return nullptr;
      const auto& to = record.text("valid_to");
      if (record.text("valid_from") <= day && (to.empty() || day <= to)) return &record;
    }
    return nullptr;
  }

  Change& change_;
  std::map<std::string, Record> units_;
  std::map<RowId, std::vector<RowId>> links_;
};

}  // namespace

void import_units(Change& change, const Registry& registry,
                  const std::vector<SuccessionLine>& successions) {
  UnitsImport units(change);
  for (const auto& plugin : registry.plugins()) {
    if (plugin.usable()) units.add_plugin(plugin);
  }
  for (const auto& line : successions) units.add_succession(line);
}

}  // namespace quyche

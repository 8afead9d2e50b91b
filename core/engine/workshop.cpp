#include "engine/workshop.hpp"

#include <algorithm>
#include <thread>

#include "base/date.hpp"
#include "base/kept_memory.hpp"
#include "base/text.hpp"
#include "model/akn_reader.hpp"
#include "model/numbering.hpp"

namespace quyche {

Workshop::Workshop(EngineOptions options) : options_(std::move(options)) { keep_freed_memory(); }

std::vector<std::string> Workshop::plugin_roots() const {
  if (!options_.plugin_roots.empty()) return options_.plugin_roots;
  return {options_.data_folder + "/plugins"};
}

const Registry& Workshop::registry() {
  const std::scoped_lock lock(reading_);
  if (!registry_) registry_ = Registry::load(files_, plugin_roots());
  return *registry_;
}

const Regulation& Workshop::model() {
  const std::scoped_lock lock(reading_);
  if (!model_) {
    const auto path = options_.model_file.empty()
                          ? options_.data_folder + "/templates/regulation/coordination.akn.xml"
                          : options_.model_file;
    model_ = read_regulation(files_.read(path), path);
    Diagnostics found;
    number_provisions(*model_, found);
    found.throw_if_errors();
  }
  return *model_;
}

const std::vector<FormatProfile>& Workshop::profiles() {
  const std::scoped_lock lock(reading_);
  if (!profiles_) {
    const auto folder = options_.data_folder + "/templates/formats";
    profiles_.emplace();
    for (const auto& name : files_.list(folder)) {
      if (!name.ends_with(".xml")) continue;
      const auto path = folder + "/" + name;
      profiles_->push_back(read_format_profile(files_.read(path), path));
    }
  }
  return *profiles_;
}

unsigned Workshop::threads() const {
  if (options_.threads > 0) return options_.threads;
  return std::max(1U, std::thread::hardware_concurrency());
}

/// Refuses a day on which the unit is not there, and tells which units are.
static void require_life(const Registry& registry, const DistrictPlugin& plugin, Date day) {
  const auto& validity = plugin.manifest.validity;
  if (validity.contains(day)) return;
  std::string others;
  for (const auto& other : registry.plugins()) {
    if (!other.problems.empty() || !other.manifest.validity.contains(day)) continue;
    others += (others.empty() ? "" : ", ") + other.id + " (" + other.manifest.name + ")";
  }
  Diagnostic finding{Severity::error,
                     {"localise.unit-not-in-force", {plugin.manifest.name, short_date(day)}},
                     {},
                     {{"hint.validity",
                       {validity.from ? short_date(*validity.from) : "…",
                        validity.to ? short_date(*validity.to) : "…"}}}};
  if (!others.empty()) finding.hints.push_back({"hint.units-of-day", {others}});
  throw Error(std::move(finding));
}

Date Workshop::choose_day(const DistrictPlugin& plugin, std::optional<Date> given,
                          Diagnostics& found) {
  if (given) {
    require_life(registry(), plugin, *given);
    return *given;
  }
  const auto day = today();
  const auto& validity = plugin.manifest.validity;
  if (validity.contains(day)) return day;
  const auto last = validity.to && *validity.to < day ? *validity.to : *validity.from;
  found.add({Severity::note,
             {"job.day-chosen", {plugin.manifest.name, short_date(last)}},
             {},
             {{"hint.give-date", {}}}});
  return last;
}

std::string unit_file_name(const Unit& unit) {
  return unit.code + "-" + file_slug(unit.type + " " + unit.name);
}

std::vector<const Unit*> communes_on(const DistrictPlugin& plugin, const std::string& code,
                                     Date day) {
  std::vector<const Unit*> units;
  for (const auto& unit : plugin.district.communes) {
    const bool wanted = code.empty() || unit.code == code;
    if (wanted && unit.validity.contains(day)) units.push_back(&unit);
  }
  std::stable_sort(units.begin(), units.end(),
                   [](const Unit* left, const Unit* right) { return left->code < right->code; });
  return units;
}

}  // namespace quyche

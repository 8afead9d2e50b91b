#include "engine/commune_press.hpp"

#include <algorithm>
#include <set>

#include "base/date.hpp"
#include "base/named_value.hpp"
#include "base/text.hpp"
#include "base/xml.hpp"
#include "district/succession.hpp"
#include "docx/composer.hpp"
#include "docx/package.hpp"
#include "localise/localiser.hpp"
#include "model/akn_writer.hpp"
#include "model/field_text.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_presses_kept = 24;

Text validity_hint(const Unit& unit) {
  const auto day = [](const auto& date) { return date ? short_date(*date) : std::string("…"); };
  return {"hint.commune-validity",
          {unit.type + " " + unit.name, day(unit.validity.from), day(unit.validity.to)}};
}

const Unit* find_unit(const Registry& registry, std::string_view code, Date day) {
  const auto* plugin = registry.find_commune(code, day);
  if (plugin == nullptr) return nullptr;
  const auto& communes = plugin->district.communes;
  return &*std::find_if(communes.begin(), communes.end(), [&](const Unit& unit) {
    return unit.code == code && unit.validity.contains(day);
  });
}

void collect_conditions(const std::vector<Provision>& provisions, std::set<std::string>& fields) {
  for (const auto& provision : provisions) {
    if (provision.when) fields.insert(provision.when->field);
    collect_conditions(provision.children, fields);
  }
}

/// Fields decided by a village on which wordings depend, and the way of signing.
std::vector<std::string> deciding_fields(const Regulation& model, const Registry& registry) {
  std::set<std::string> fields;
  collect_conditions(model.body, fields);
  for (const auto& title : model.frame.titles) {
    if (title.when) fields.insert(title.when->field);
  }
  for (const auto& basis : model.bases) {
    if (basis.when) fields.insert(basis.when->field);
  }
  for (const auto& plugin : registry.plugins()) {
    for (const auto& amendment : plugin.amendments.list) {
      collect_conditions(amendment.provisions, fields);
    }
  }
  std::vector<std::string> deciding{"sign_mode"};
  for (const auto& field : model.fields) {
    if (field.level >= Level::village && fields.contains(field.name)) {
      deciding.push_back(field.name);
    }
  }
  return deciding;
}

void add_changes(const Validity& validity, std::set<Date>& days) {
  if (validity.from) days.insert(*validity.from);
  if (validity.to) days.insert(next_day(*validity.to));
}

std::vector<Date> all_changes(Workshop& workshop) {
  std::set<Date> days;
  for (const auto& profile : workshop.profiles()) add_changes(profile.validity, days);
  for (const auto& basis : workshop.model().bases) add_changes(basis.validity, days);
  for (const auto& plugin : workshop.registry().plugins()) {
    add_changes(plugin.manifest.validity, days);
    for (const auto& basis : plugin.district.bases) add_changes(basis.validity, days);
    for (const auto& unit : plugin.district.forms) add_changes(unit.validity, days);
    for (const auto& unit : plugin.district.communes) add_changes(unit.validity, days);
  }
  return {days.begin(), days.end()};
}

/// A legal basis that nobody cited is not on the paper.
void drop_open_bases(LocalRegulation& local, const Values& record) {
  std::erase_if(local.text.bases, [&](const Basis& basis) {
    return !basis.field.empty() && !local.settled.contains(basis.field) &&
           value_of(record, basis.field).empty() && value_of(local.values, basis.field).empty();
  });
}

bool is_called(const Unit& unit, const std::string& name) {
  const auto key = match_key(name);
  return key == match_key(unit.name) || key == match_key(unit.type + " " + unit.name);
}

}  // namespace

Form::Filled CommunePress::filled(const Values& record) const {
  const auto& frame = local.text.frame;
  const std::set<std::string> keep_open{frame.number_field, frame.date_field};
  return form->filled(record, local.text.fields, &keep_open);
}

void CommunePress::print_docx(const Values& record, Compressor& compressor,
                              std::string& out) const {
  form->pack(filled(record), compressor, out);
}

void CommunePress::print_xml(const Values& record, std::string& out) const {
  std::map<std::string_view, const Field*> fields;
  for (const auto& field : local.text.fields) fields.emplace(field.name, &field);
  xml.render(out, [&](std::size_t index, std::string& text) {
    const auto& slot = xml.slots()[index];
    if (slot.name == "!date") {
      const auto& day = value_of(record, local.text.frame.date_field);
      text += day.empty() ? iso(local.jurisdiction.day) : day;
      return;
    }
    if (slot.name == "!slug") {
      text += file_slug(value_of(record, "village_name"));
      return;
    }
    const auto& given = value_of(record, slot.name);
    const auto& value = given.empty() ? value_of(local.values, slot.name) : given;
    const auto field = fields.find(slot.name);
    if (value.empty()) return;
    append_escaped(text,
                   field == fields.end() ? value : shown_value(*field->second, value, slot.form));
  });
}

CommunePresses::CommunePresses(Workshop& workshop, std::string templates, bool forms)
    : workshop_(workshop),
      templates_(std::move(templates)),
      forms_(forms),
      deciding_(deciding_fields(workshop.model(), workshop.registry())),
      changes_(all_changes(workshop)) {}

Values CommunePresses::deciding_values(const Values& record) const {
  Values values;
  for (const auto& name : deciding_) {
    if (const auto& value = value_of(record, name); !value.empty()) values[name] = value;
  }
  return values;
}

Date CommunePresses::era_of(Date day) const {
  const auto later = std::upper_bound(changes_.begin(), changes_.end(), day);
  return later == changes_.begin() ? day : *(later - 1);
}

const DistrictPlugin& CommunePresses::plugin_for(const Values& record, Date day) const {
  const auto& code = value_of(record, "commune_code");
  if (const auto& id = value_of(record, "district"); !id.empty()) {
    return workshop_.registry().get(id);
  }
  if (const auto* plugin = workshop_.registry().find_commune(code, day)) return *plugin;
  throw Error(unknown_unit(record, day));
}

void CommunePresses::add_heirs(std::string_view code, Date day, std::vector<Text>& hints) const {
  for (const auto& line : read_successions(workshop_.files(), workshop_.registry())) {
    if (line.from_code != code || line.day > iso(day)) continue;
    const auto* heir = find_unit(workshop_.registry(), line.to_code, day);
    if (heir == nullptr) continue;
    hints.push_back(
        {line.share == "all" ? "hint.successor" : "hint.successor-part",
         {short_date(*date_from_iso(line.day)), heir->type + " " + heir->name, heir->code}});
  }
}

Diagnostic CommunePresses::unknown_unit(const Values& record, Date day) const {
  const auto& code = value_of(record, "commune_code");
  const auto& name = value_of(record, "commune_name");
  Diagnostic finding{Severity::error, {"unit.unknown", {code, short_date(day)}}, {}, {}};
  for (const auto& plugin : workshop_.registry().plugins()) {
    for (const auto& unit : plugin.district.communes) {
      if (unit.validity.contains(day) && is_called(unit, name)) {
        finding.hints.push_back({"hint.unit-code", {unit.type + " " + unit.name, unit.code}});
      }
      if (unit.code == code) finding.hints.push_back(validity_hint(unit));
    }
  }
  add_heirs(code, day, finding.hints);
  if (finding.hints.empty()) finding.hints.push_back({"hint.unit-codes", {}});
  return finding;
}

std::shared_ptr<const CommunePress> CommunePresses::make(const DistrictPlugin& plugin,
                                                         const Values& record, Date day) {
  auto press = std::make_shared<CommunePress>();
  Diagnostics found;
  press->plugin = &plugin;
  press->local = localise(workshop_.model(), plugin,
                          {value_of(record, "commune_code"), day, deciding_values(record)}, found);
  {
    const std::scoped_lock lock(mutex_);
    for (const auto& finding : found.findings()) {
      if (std::find(warnings_.begin(), warnings_.end(), finding) == warnings_.end()) {
        warnings_.push_back(finding);
      }
    }
  }
  if (!forms_) return press;
  drop_open_bases(press->local, record);
  press->xml = SlotText(write_local_regulation(press->local, OpenFields::holes));
  const auto& profile = choose_profile(workshop_.profiles(), press->local.text.frame.family, day);
  const auto name = unit_file_name(*press->local.jurisdiction.commune);
  const auto edited = templates_ + "/" + name + ".docx";
  if (!templates_.empty() && workshop_.files().exists(edited)) {
    press->form = std::make_unique<Form>(workshop_.files().read(edited), edited);
  } else {
    Compressor compressor;
    press->form =
        std::make_unique<Form>(pack_parts(compose(press->local, profile), compressor), name);
  }
  return press;
}

std::shared_ptr<const CommunePress> CommunePresses::get(const Values& record, Date day) {
  const auto& plugin = plugin_for(record, day);
  // Days of one era give the same text; its first day stands for all of them, so that the order of
  // the rows changes nothing.
  const auto era = era_of(day);
  auto key = plugin.id + "/" + value_of(record, "commune_code") + "/" + iso(era);
  for (const auto& [name, value] : deciding_values(record)) key += "/" + name + "=" + value;
  for (const auto& basis : workshop_.model().bases) {
    if (!basis.field.empty()) key += value_of(record, basis.field).empty() ? "/-" : "/+";
  }
  {
    const std::scoped_lock lock(mutex_);
    for (auto entry = recent_.begin(); entry != recent_.end(); ++entry) {
      if (entry->first != key) continue;
      recent_.splice(recent_.begin(), recent_, entry);
      return recent_.front().second;
    }
  }
  auto press = make(plugin, record, era);
  const std::scoped_lock lock(mutex_);
  recent_.emplace_front(std::move(key), press);
  if (recent_.size() > k_presses_kept) recent_.pop_back();
  return press;
}

std::vector<Diagnostic> CommunePresses::warnings() const {
  const std::scoped_lock lock(mutex_);
  return warnings_;
}

}  // namespace quyche

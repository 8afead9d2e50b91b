#include "localise/localiser.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "district/profile.hpp"
#include "localise/apply_amendments.hpp"
#include "localise/wording.hpp"
#include "model/numbering.hpp"
#include "model/pattern.hpp"

namespace quyche {
namespace {

const std::string& value_or_empty(const Values& values, const std::string& name) {
  static const std::string empty;
  const auto found = values.find(name);
  return found == values.end() ? empty : found->second;
}

Unit province_of(const Regulation& model) {
  Unit province;
  province.code = value_or_empty(model.values, "province_code");
  province.type = value_or_empty(model.values, "province_type");
  province.name = value_or_empty(model.values, "province_name");
  return province;
}

Error not_in_force(const DistrictPlugin& plugin, Date day) {
  Diagnostic finding{Severity::error,
                     {"localise.unit-not-in-force", {plugin.manifest.name, short_date(day)}},
                     {},
                     {}};
  const auto& validity = plugin.manifest.validity;
  finding.hints.push_back({"hint.validity",
                           {validity.from ? short_date(*validity.from) : "…",
                            validity.to ? short_date(*validity.to) : "…"}});
  return Error(std::move(finding));
}

Error unknown_commune(const DistrictPlugin& plugin, const Locality& locality) {
  Diagnostic finding{
      Severity::error,
      {"localise.unknown-commune",
       {locality.commune_code, plugin.manifest.name, short_date(locality.day)}},
      {},
      {}};
  std::vector<std::string> codes;
  for (const auto& unit : plugin.district.communes) {
    if (unit.validity.contains(locality.day)) codes.push_back(unit.code);
    if (unit.code == locality.commune_code) {
      finding.hints.push_back({"hint.commune-validity",
                               {unit.type + " " + unit.name,
                                unit.validity.from ? short_date(*unit.validity.from) : "…",
                                unit.validity.to ? short_date(*unit.validity.to) : "…"}});
    }
  }
  if (const auto near = nearest(locality.commune_code, codes);
      finding.hints.empty() && !near.empty()) {
    const auto* unit = unit_on(plugin.district.communes, near, locality.day);
    finding.hints.push_back({"hint.did-you-mean", {near + " " + unit->type + " " + unit->name}});
  }
  return Error(std::move(finding));
}

void add(Values& values, const Values& more) {
  for (const auto& [name, value] : more) values[name] = value;
}

void add_unit(Values& values, const std::string& level, const Unit& unit) {
  values[level + "_code"] = unit.code;
  values[level + "_type"] = unit.type;
  values[level + "_name"] = unit.name;
}

/// Defaults of what is decided before a village fills anything.
void add_defaults(const std::vector<Field>& fields, Values& values) {
  for (const auto& field : fields) {
    if (field.level > Level::commune || field.default_value.empty()) continue;
    if (values.contains(field.name)) continue;
    if (auto value = fill_pattern(field.default_value, values)) {
      values[field.name] = std::move(*value);
    }
  }
}

Values known_values(const Regulation& model, const DistrictPlugin& plugin,
                    const Jurisdiction& where, const Values& given) {
  Values values = model.values;
  const auto& top = where.district ? *where.district : where.province;
  add_unit(values, "province", where.province);
  if (where.district) add_unit(values, "district", *where.district);
  add(values, plugin.district.values);
  add(values, top.values);
  if (where.commune) {
    const auto& commune = *where.commune;
    add_unit(values, "commune", commune);
    values["place"] = commune.place_requires_type ? capitalise(commune.type) + " " + commune.name
                                                  : commune.name;
    add(values, commune.values);
  }
  if (plugin.code) add(values, plugin.code->unit_values(where));
  add(values, given);
  add_defaults(model.fields, values);
  return values;
}

void sign_all(std::vector<Provision>& provisions, const Origin& origin) {
  for (auto& provision : provisions) {
    if (provision.origins.empty()) provision.origins.push_back(origin);
    sign_all(provision.children, origin);
  }
}

}  // namespace

Jurisdiction jurisdiction_of(const Regulation& model, const DistrictPlugin& plugin,
                             const Locality& locality) {
  Jurisdiction where;
  where.day = locality.day;
  where.province = province_of(model);
  const auto* form = unit_on(plugin.district.forms, plugin.manifest.unit_code, locality.day);
  if (!plugin.manifest.validity.contains(locality.day) || form == nullptr) {
    throw not_in_force(plugin, locality.day);
  }
  if (plugin.manifest.level == Level::province) {
    where.province = *form;
  } else {
    where.district = *form;
  }
  if (!locality.commune_code.empty()) {
    const auto* commune =
        unit_on(plugin.district.communes, locality.commune_code, locality.day);
    if (commune == nullptr) throw unknown_commune(plugin, locality);
    where.commune = *commune;
  }
  return where;
}

LocalRegulation localise(const Regulation& model, const DistrictPlugin& plugin,
                         const Locality& locality, Diagnostics& found) {
  LocalRegulation local;
  Diagnostics problems;
  local.jurisdiction = jurisdiction_of(model, plugin, locality);
  local.district_id = plugin.id;
  local.district_version = plugin.manifest.version;
  local.text = model;
  local.values = known_values(model, plugin, local.jurisdiction, locality.given);
  sign_all(local.text.body, {Origin::Act::wrote, Level::province, model.id, model.version});
  apply_amendments(local.text.body, plugin.amendments.list, local.values,
                   {Origin::Act::replaced, plugin.manifest.level, plugin.id,
                    plugin.manifest.version},
                   problems);
  auto& bases = local.text.bases;
  bases.insert(bases.end(), plugin.district.bases.begin(), plugin.district.bases.end());
  settle_conditions(local.text, local.values);
  settle_bases(local.text, locality.day, problems);
  if (plugin.code) plugin.code->adjust(local);
  settle_terms(local.text, plugin.district.terms, local.values, problems);
  number_provisions(local.text, problems);
  const auto mode = local.values.find("sign_mode");
  if (mode != local.values.end()) local.sign_mode = mode->second;
  if (local.sign_mode.empty() && !local.text.frame.sign_modes.empty()) {
    local.sign_mode = local.text.frame.sign_modes.front().name;
  }
  problems.throw_if_errors();
  found.add(problems.findings());
  return local;
}

}  // namespace quyche

#include "localise/localiser.hpp"

#include <algorithm>
#include <cstdlib>

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

/// How far apart two codes are as numbers: neighbours in the list are neighbours on the map.
long distance(const std::string& left, const std::string& right) {
  return std::labs(std::strtol(left.c_str(), nullptr, 10) -
                   std::strtol(right.c_str(), nullptr, 10));
}

Error unknown_commune(const DistrictPlugin& plugin, const Locality& locality) {
  Diagnostic finding{Severity::error,
                     {"localise.unknown-commune",
                      {locality.commune_code, plugin.manifest.name, short_date(locality.day)}},
                     {},
                     {}};
  const Unit* near = nullptr;
  for (const auto& unit : plugin.district.communes) {
    if (unit.code == locality.commune_code) {
      finding.hints.push_back(
          {"hint.commune-validity",
           {unit.type + " " + unit.name, unit.validity.from ? short_date(*unit.validity.from) : "…",
            unit.validity.to ? short_date(*unit.validity.to) : "…"}});
    }
    const bool here = unit.validity.contains(locality.day);
    if (here && (near == nullptr || distance(unit.code, locality.commune_code) <
                                        distance(near->code, locality.commune_code))) {
      near = &unit;
    }
  }
  if (finding.hints.empty() && near != nullptr) {
    finding.hints.push_back(
        {"hint.did-you-mean", {near->code + " " + near->type + " " + near->name}});
  }
  return Error(std::move(finding));
}

/// Values with the order of who wins: later over earlier. `settled` collects what is plain text.
class Knowledge {
 public:
  explicit Knowledge(LocalRegulation& local) : local_(local) {}

  /// Values of a level that may still be changed where it is filled: blanks with a value.
  void suggest(const Values& more) {
    for (const auto& [name, value] : more) local_.values[name] = value;
  }

  void settle(const std::string& name, const std::string& value) {
    local_.values[name] = value;
    local_.settled.insert(name);
  }

  void settle(const Values& more) {
    for (const auto& [name, value] : more) settle(name, value);
  }

  void settle_unit(const std::string& level, const Unit& unit) {
    settle(level + "_code", unit.code);
    settle(level + "_type", unit.type);
    settle(level + "_name", unit.name);
    settle(unit.values);
  }

  /// What the caller decides. A value of a village or document stays a blank that holds it.
  void give(const Values& given, const std::vector<Field>& fields) {
    for (const auto& entry : given) {
      const auto field = std::find_if(fields.begin(), fields.end(),
                                      [&](const Field& each) { return each.name == entry.first; });
      local_.values.insert_or_assign(entry.first, entry.second);
      const bool early = field == fields.end() || field->level <= Level::commune;
      if (early) local_.settled.insert(entry.first);
    }
  }

  /// Province and district decide for good; a commune's field stays a blank.
  void settle_upper_levels(const std::vector<Field>& fields) {
    for (const auto& field : fields) {
      if (field.level <= Level::district && local_.values.contains(field.name)) {
        local_.settled.insert(field.name);
      }
    }
  }

  /// Defaults of what is decided before a village fills anything. A default made of other values
  /// follows from them; one that is a mere suggestion stays a blank.
  void add_defaults(const std::vector<Field>& fields) {
    for (const auto& field : fields) {
      if (field.level > Level::commune || field.default_value.empty()) continue;
      if (local_.values.contains(field.name)) continue;
      auto value = fill_pattern(field.default_value, local_.values);
      if (!value) continue;
      if (field.default_value.find('{') != std::string::npos) local_.settled.insert(field.name);
      local_.values[field.name] = std::move(*value);
    }
  }

 private:
  LocalRegulation& local_;
};

void gather_values(LocalRegulation& local, const Regulation& model, const DistrictPlugin& plugin,
                   const Values& given) {
  Knowledge known(local);
  const auto& where = local.jurisdiction;
  known.suggest(model.values);
  known.settle_unit("province", where.province);
  known.suggest(plugin.district.values);
  if (where.district) known.settle_unit("district", *where.district);
  if (where.commune) {
    const auto& commune = *where.commune;
    known.settle_unit("commune", commune);
    known.settle("place", commune.place_requires_type
                              ? capitalise(commune.type) + " " + commune.name
                              : commune.name);
  }
  if (plugin.code) known.settle(plugin.code->unit_values(where));
  known.give(given, model.fields);
  known.settle_upper_levels(model.fields);
  known.add_defaults(model.fields);
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
    const auto* commune = unit_on(plugin.district.communes, locality.commune_code, locality.day);
    if (commune == nullptr) throw unknown_commune(plugin, locality);
    where.commune = *commune;
  }
  return where;
}

/// The way of signing; where another organ issues, the paper gets its heading and recipients.
static void choose_sign_mode(LocalRegulation& local) {
  auto& frame = local.text.frame;
  if (frame.sign_modes.empty()) return;
  local.sign_mode = value_or_empty(local.values, "sign_mode");
  if (local.sign_mode.empty()) local.sign_mode = frame.sign_modes.front().name;
  for (const auto& mode : frame.sign_modes) {
    if (mode.name != local.sign_mode || mode.issuer.empty()) continue;
    frame.superior = mode.superior;
    frame.issuer = mode.issuer;
    frame.symbol = mode.symbol;
    frame.recipients = mode.recipients;
  }
}

namespace {

/// Legal bases stand in the order of their rank, which only their author knows.
void add_bases(std::vector<Basis>& bases, const DistrictPlugin& plugin, Diagnostics& found) {
  for (const auto& basis : plugin.district.bases) {
    const auto wanted = plugin.amendments.basis_before.find(basis.id);
    auto place = bases.end();
    if (wanted != plugin.amendments.basis_before.end()) {
      place = std::find_if(bases.begin(), bases.end(),
                           [&](const Basis& other) { return other.id == wanted->second; });
      if (place == bases.end()) {
        found.add({Severity::error,
                   {"basis.unknown-place", {basis.id, wanted->second}},
                   {plugin.folder + "/amendments.xml", {}, {}, 0, 0},
                   {}});
      }
    }
    bases.insert(place, basis);
  }
}

}  // namespace

LocalRegulation localise(const Regulation& model, const DistrictPlugin& plugin,
                         const Locality& locality, Diagnostics& found) {
  LocalRegulation local;
  Diagnostics problems;
  local.jurisdiction = jurisdiction_of(model, plugin, locality);
  local.district_id = plugin.id;
  local.district_version = plugin.manifest.version;
  local.text = model;
  gather_values(local, model, plugin, locality.given);
  sign_all(local.text.body, {Origin::Act::wrote, Level::province, model.id, model.version});
  apply_amendments(
      local.text.body, plugin.amendments.list, local.values,
      {Origin::Act::replaced, plugin.manifest.level, plugin.id, plugin.manifest.version}, problems);
  add_bases(local.text.bases, plugin, problems);
  settle_conditions(local.text, local.values);
  settle_bases(local.text, locality.day, problems);
  if (plugin.code) plugin.code->adjust(local);
  local.words = settle_terms(local.text, plugin.district.terms, local.values, problems);
  number_provisions(local.text, problems);
  choose_sign_mode(local);
  problems.throw_if_errors();
  found.add(problems.findings());
  return local;
}

}  // namespace quyche

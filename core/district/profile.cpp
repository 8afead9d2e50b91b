#include "district/profile.hpp"

#include <algorithm>
#include <map>

#include "base/date.hpp"
#include "base/text.hpp"
#include "base/word_list.hpp"
#include "base/xml.hpp"
#include "model/akn_metadata.hpp"
#include "model/akn_reader.hpp"

namespace quyche {
namespace {

std::string content_of(pugi::xml_node element) { return squeeze(normalise(element.text().get())); }

// The type is printed in every heading; without its tones it would be printed so.
void check_type(const XmlDocument& document, pugi::xml_node element, const std::string& type,
                Diagnostics& found) {
  const auto known = words_of("words.unit-types");
  if (std::find(known.begin(), known.end(), type) != known.end()) return;
  std::string all;
  for (const auto& word : known) all += (all.empty() ? "" : ", ") + word;
  Diagnostic finding{
      Severity::error, {"district.unknown-type", {type, all}}, document.place(element), {}};
  const auto meant = nearest(type, known);
  if (!meant.empty()) finding.hints.push_back({"hint.did-you-mean", {meant}});
  found.add(std::move(finding));
}

Unit read_unit(const XmlDocument& document, pugi::xml_node element, const Manifest& manifest,
               Diagnostics& found) {
  Unit unit;
  unit.code = text_of(element, "code");
  if (unit.code.empty()) unit.code = manifest.unit_code;
  unit.type = text_of(element, "type");
  unit.name = text_of(element, "name");
  unit.validity = {date_of(document, element, "from", found),
                   date_of(document, element, "to", found)};
  unit.place_requires_type = element.attribute("place-requires-type").as_bool();
  for (const auto value : element.children()) {
    if (local_name(value) == "value") unit.values[text_of(value, "name")] = content_of(value);
  }
  const bool digits =
      !unit.code.empty() && unit.code.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || unit.type.empty() || unit.name.empty()) {
    report(found, document, element, {"district.bad-unit", {unit.code, unit.type, unit.name}});
  } else {
    check_type(document, element, unit.type, found);
  }
  return unit;
}

bool overlap(const Validity& left, const Validity& right) {
  const bool left_first = !left.to || !right.from || *right.from <= *left.to;
  const bool right_first = !right.to || !left.from || *left.from <= *right.to;
  return left_first && right_first;
}

/// `name`: the elements of the units, in their order.
void check_overlaps(const XmlDocument& document, std::string_view name,
                    const std::vector<Unit>& units, Diagnostics& found) {
  std::map<std::string, std::vector<const Unit*>> by_code;
  auto unit = units.begin();
  for (const auto element : document.root().children()) {
    if (local_name(element) != name) continue;
    auto& same = by_code[unit->code];
    for (const auto* other : same) {
      if (overlap(unit->validity, other->validity)) {
        report(found, document, element,
               {"district.overlap", {unit->code, other->name, unit->name}});
      }
    }
    same.push_back(&*unit++);
  }
}

void read_vocabulary(const Files& files, const std::string& path, District& district,
                     Diagnostics& found) {
  const XmlDocument document(files.read(path), path, XmlSpace::data);
  for (const auto element : document.root().children()) {
    if (local_name(element) == "term") {
      district.terms.push_back(read_term(document, element, found));
    }
  }
}

}  // namespace

District read_district(const Files& files, const std::string& folder, const Manifest& manifest) {
  const auto path = folder + "/" + manifest.profile_file;
  const XmlDocument document(files.read(path), path, XmlSpace::data);
  Diagnostics found;
  District district;
  district.id = manifest.id;
  district.version = manifest.version;
  district.level = manifest.level;
  for (const auto element : document.root().children()) {
    const auto name = local_name(element);
    if (name == "form") district.forms.push_back(read_unit(document, element, manifest, found));
    if (name == "commune") {
      district.communes.push_back(read_unit(document, element, manifest, found));
    }
    if (name == "value") district.values[text_of(element, "name")] = content_of(element);
  }
  if (district.forms.empty() || district.communes.empty()) {
    report(found, document, document.root(), {"district.no-communes", {}});
  }
  // A day that cannot be read is an open end, and would overlap.
  if (!found.has_errors()) {
    check_overlaps(document, "form", district.forms, found);
    check_overlaps(document, "commune", district.communes, found);
  }
  if (!manifest.vocabulary_file.empty()) {
    read_vocabulary(files, folder + "/" + manifest.vocabulary_file, district, found);
  }
  found.throw_if_errors();
  return district;
}

const Unit* unit_on(const std::vector<Unit>& units, std::string_view code, Date day) {
  for (const auto& unit : units) {
    if (unit.code == code && unit.validity.contains(day)) return &unit;
  }
  return nullptr;
}

}  // namespace quyche

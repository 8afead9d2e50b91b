#include "compare/issued_values.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/text.hpp"
#include "base/xml.hpp"
#include "localise/wording.hpp"
#include "model/akn_reader.hpp"
#include "model/numbering.hpp"

namespace quyche {
namespace {

/// The canonical text of what a document shows for a field.
std::string canonical(const Field* field, const std::string& shown) {
  if (field == nullptr) return shown;
  for (const auto& choice : field->choices) {
    if (match_key(choice.label) == match_key(shown)) return choice.value;
  }
  if (field->type == FieldType::date) {
    if (const auto day = date_from_text(shown)) return iso(*day);
  }
  return shown;
}

class ValueReader {
 public:
  explicit ValueReader(LocalRegulation& local) : local_(local) {}

  void read(pugi::xml_node node) {
    const auto name = local_name(node);
    if (name == "placeholder") {
      read_placeholder(node);
    } else if (name == "unit") {
      read_unit(node);
    } else if (name == "locality") {
      read_locality(node);
    }
    for (const auto child : node.children()) read(child);
  }

  /// Fields whose only occurrences are in capitals still tell their words.
  void finish() {
    for (const auto& [name, value] : capitals_) local_.values.emplace(name, value);
    for (const auto& [name, value] : local_.values) local_.settled.insert(name);
  }

 private:
  void read_placeholder(pugi::xml_node node) {
    const std::string name = node.attribute("q:field").value();
    const auto shown = squeeze(normalise(node.text().get()));
    if (shown.empty() || shown == node.attribute("originalText").value()) return;
    const auto field = std::find_if(local_.text.fields.begin(), local_.text.fields.end(),
                                    [&](const Field& each) { return each.name == name; });
    const auto value = canonical(field == local_.text.fields.end() ? nullptr : &*field, shown);
    const std::string_view form = node.attribute("q:form").value();
    (form == "upper" || form == "title" ? capitals_ : local_.values).emplace(name, value);
  }

  void read_unit(pugi::xml_node node) {
    const std::string level = node.attribute("level").value();
    Unit unit;
    unit.code = node.attribute("code").value();
    unit.type = node.attribute("type").value();
    unit.name = node.attribute("name").value();
    local_.values[level + "_code"] = unit.code;
    local_.values[level + "_type"] = unit.type;
    local_.values[level + "_name"] = unit.name;
    if (level == "province") local_.jurisdiction.province = unit;
    if (level == "district") local_.jurisdiction.district = unit;
    if (level == "commune") local_.jurisdiction.commune = unit;
  }

  void read_locality(pugi::xml_node node) {
    local_.district_id = node.attribute("district").value();
    local_.district_version = node.attribute("version").value();
    local_.sign_mode = node.attribute("sign-mode").value();
    if (const auto day = date_from_iso(node.attribute("date").value())) {
      local_.jurisdiction.day = *day;
    }
  }

  LocalRegulation& local_;
  Values capitals_;
};

/// The words of terms in the body as the file shows them; settling may know fewer.
void keep_shown(const std::vector<Provision>& from, std::vector<Provision>& to) {
  const auto keep_line = [](const Inlines& source, Inlines& target) {
    for (std::size_t i = 0; i < source.size(); ++i) {
      const bool term = source[i].kind == Inline::Kind::term;
      if (term && !source[i].shown.empty()) target[i].shown = source[i].shown;
    }
  };
  for (std::size_t i = 0; i < from.size(); ++i) {
    keep_line(from[i].heading, to[i].heading);
    keep_line(from[i].text, to[i].text);
    for (std::size_t r = 0; r < from[i].rows.size(); ++r) {
      for (std::size_t c = 0; c < from[i].rows[r].size(); ++c) {
        keep_line(from[i].rows[r][c], to[i].rows[r][c]);
      }
    }
    keep_shown(from[i].children, to[i].children);
  }
}

/// A model says the first of its wordings where nothing decides.
Values deciding_values(const LocalRegulation& local) {
  auto values = local.values;
  for (const auto& term : local.text.terms) {
    if (term.wordings.empty() || !term.wordings.front().when) continue;
    const auto& when = *term.wordings.front().when;
    if (!when.negated) values.emplace(when.field, when.value);
  }
  return values;
}

}  // namespace

void number_leniently(Regulation& regulation, const std::string& file, Diagnostics& found) {
  Diagnostics problems;
  number_provisions(regulation, problems);
  for (auto finding : problems.findings()) {
    finding.severity = Severity::warning;
    if (finding.place.file.empty()) finding.place.file = file;
    found.add(std::move(finding));
  }
}

LocalRegulation read_issued(const std::string& bytes, const std::string& file, Diagnostics& found) {
  LocalRegulation local;
  local.text = read_regulation(bytes, file);
  const XmlDocument document(bytes, file, XmlSpace::mixed);
  local.jurisdiction.day = local.text.date.value_or(Date{});
  ValueReader reader(local);
  reader.read(document.root());
  const bool is_local = !local.district_id.empty();
  reader.finish();
  const auto body = local.text.body;
  Diagnostics unsettled;
  local.words = settle_terms(local.text, {}, deciding_values(local), unsettled);
  keep_shown(body, local.text.body);
  if (is_local) settle_conditions(local.text, local.values);
  if (local.sign_mode.empty() && !local.text.frame.sign_modes.empty()) {
    local.sign_mode = local.text.frame.sign_modes.front().name;
  }
  number_leniently(local.text, file, found);
  return local;
}

}  // namespace quyche

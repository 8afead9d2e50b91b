#include "base/date.hpp"
#include "base/text.hpp"
#include "model/akn_metadata.hpp"
#include "model/akn_reader.hpp"
#include "model/names.hpp"
#include "model/pattern.hpp"

namespace quyche {
namespace {

std::string content_of(pugi::xml_node element) { return squeeze(normalise(element.text().get())); }

Wording read_wording(const XmlDocument& document, pugi::xml_node element, Diagnostics& found) {
  return {read_pattern(content_of(element)), condition_of(document, element, "when", found)};
}

bool is_field_name(std::string_view name) {
  if (name.empty() || name.size() > 30 || name.front() < 'a' || name.front() > 'z') return false;
  return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

Field read_field(const XmlDocument& document, pugi::xml_node element, Diagnostics& found) {
  Field field;
  field.name = text_of(element, "name");
  field.label = text_of(element, "label");
  field.hint = text_of(element, "hint");
  field.pattern = element.attribute("pattern").value();
  field.default_value = text_of(element, "default");
  field.required = element.attribute("required").as_bool();
  const auto type = value_of(k_type_names, std::string_view(element.attribute("type").value()));
  const auto level = value_of(k_level_names, std::string_view(element.attribute("level").value()));
  if (!is_field_name(field.name))
    report(found, document, element, {"akn.field-name", {field.name}});
  if (field.label.empty()) report(found, document, element, {"akn.field-label", {field.name}});
  if (!type) {
    report(found, document, element, {"akn.bad-value", {"type", text_of(element, "type")}});
  }
  if (!level) {
    report(found, document, element, {"akn.bad-value", {"level", text_of(element, "level")}});
  }
  field.type = type.value_or(FieldType::text);
  field.level = level.value_or(Level::village);
  for (const auto choice : element.children()) {
    if (local_name(choice) == "choice") {
      field.choices.push_back({text_of(choice, "value"), content_of(choice)});
    }
  }
  return field;
}

SignMode read_sign_mode(pugi::xml_node element) {
  SignMode mode;
  mode.name = text_of(element, "name");
  mode.symbol = text_of(element, "symbol");
  for (const auto part : element.children()) {
    const auto name = local_name(part);
    if (name == "superior") mode.superior = read_pattern(content_of(part));
    if (name == "issuer") mode.issuer = read_pattern(content_of(part));
    if (name == "recipient") mode.recipients.push_back(read_pattern(content_of(part)));
    if (name != "signature") continue;
    mode.signatures.push_back({read_pattern(text_of(part, "on-behalf")),
                               read_pattern(text_of(part, "position")),
                               text_of(part, "name-field")});
  }
  return mode;
}

Frame read_frame(const XmlDocument& document, pugi::xml_node element, Diagnostics& found) {
  Frame frame;
  frame.family = text_of(element, "family");
  frame.symbol = text_of(element, "symbol");
  frame.number_field = text_of(element, "number-field");
  frame.place_field = text_of(element, "place-field");
  frame.date_field = text_of(element, "date-field");
  for (const auto part : element.children()) {
    const auto name = local_name(part);
    if (name == "superior") frame.superior = read_pattern(content_of(part));
    if (name == "issuer") frame.issuer = read_pattern(content_of(part));
    if (name == "type-name") frame.type_name = read_pattern(content_of(part));
    if (name == "title") frame.titles.push_back(read_wording(document, part, found));
    if (name == "sign-mode") frame.sign_modes.push_back(read_sign_mode(part));
    if (name == "recipient") frame.recipients.push_back(read_pattern(content_of(part)));
  }
  return frame;
}

}  // namespace

std::string text_of(pugi::xml_node element, const char* attribute) {
  return squeeze(normalise(element.attribute(attribute).value()));
}

std::optional<Condition> condition_of(const XmlDocument& document, pugi::xml_node element,
                                      const char* name, Diagnostics& found) {
  const auto text = text_of(element, name);
  if (text.empty()) return std::nullopt;
  auto condition = read_condition(text);
  if (!condition) report(found, document, element, {"akn.bad-condition", {text}});
  return condition;
}

std::optional<Date> date_of(const XmlDocument& document, pugi::xml_node element, const char* name,
                            Diagnostics& found) {
  const auto text = text_of(element, name);
  if (text.empty()) return std::nullopt;
  auto date = date_from_iso(text);
  if (!date) report(found, document, element, {"akn.bad-date", {name, text}});
  return date;
}

Term read_term(const XmlDocument& document, pugi::xml_node element, Diagnostics& found) {
  Term term;
  term.name = text_of(element, "name");
  for (const auto wording : element.children()) {
    if (local_name(wording) == "wording") {
      term.wordings.push_back(read_wording(document, wording, found));
    }
  }
  if (term.name.empty() || term.wordings.empty()) {
    report(found, document, element, {"akn.bad-term", {term.name}});
  }
  return term;
}

Basis read_basis(const XmlDocument& document, pugi::xml_node element, Diagnostics& found) {
  Basis basis;
  basis.id = text_of(element, "id");
  basis.type = text_of(element, "type");
  basis.number = text_of(element, "number");
  basis.date = date_of(document, element, "date", found);
  basis.issuer = text_of(element, "issuer");
  basis.title = content_of(element);
  basis.field = text_of(element, "field");
  basis.validity = {date_of(document, element, "from", found),
                    date_of(document, element, "to", found)};
  basis.replaced_by = text_of(element, "replaced-by");
  basis.when = condition_of(document, element, "when", found);
  if (basis.id.empty()) report(found, document, element, {"akn.missing-id", {"basis"}});
  return basis;
}

namespace {

void read_part(const XmlDocument& document, pugi::xml_node part, Regulation& regulation,
               Diagnostics& found) {
  const auto name = local_name(part);
  if (name == "author") {
    regulation.author = content_of(part);
  } else if (name == "notice") {
    regulation.notice = content_of(part);
  } else if (name == "value") {
    regulation.values[text_of(part, "name")] = content_of(part);
  } else if (name == "field") {
    regulation.fields.push_back(read_field(document, part, found));
  } else if (name == "term") {
    regulation.terms.push_back(read_term(document, part, found));
  } else if (name == "basis") {
    regulation.bases.push_back(read_basis(document, part, found));
  } else if (name == "frame") {
    regulation.frame = read_frame(document, part, found);
  }
}

}  // namespace

void read_metadata(const XmlDocument& document, pugi::xml_node element, Regulation& regulation,
                   Diagnostics& found) {
  regulation.id = text_of(element, "id");
  regulation.version = text_of(element, "version");
  regulation.date = date_of(document, element, "date", found);
  if (regulation.id.empty()) report(found, document, element, {"akn.missing-id", {"regulation"}});
  for (const auto part : element.children()) read_part(document, part, regulation, found);
}

}  // namespace quyche

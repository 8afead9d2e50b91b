#include "docx/blank.hpp"

#include <string_view>

#include "base/code_points.hpp"
#include "base/date.hpp"
#include "base/messages.hpp"
#include "docx/markup.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_longest_alias = 64;
constexpr std::string_view k_short_format = "dd/MM/yyyy";

// Word shows a day by this when somebody picks another one; the months 1 and 2 then lack their
// zero, which no date format can say.
std::string long_format() { return sentence({"blank.date-format", {}}, Language::vietnamese); }

void append_element(std::string& out, std::string_view name, std::string_view value) {
  out.append("<").append(name);
  append_attribute(out, "w:val", value);
  out += "/>";
}

std::string alias(const Field& field) {
  return utf8(code_points(field.label).substr(0, k_longest_alias));
}

void append_item(std::string& out, const std::string& label) {
  out += "<w:listItem";
  append_attribute(out, "w:displayText", label);
  append_attribute(out, "w:value", label);
  out += "/>";
}

void append_list(std::string& out, const Field& field) {
  out += "<w:dropDownList>";
  if (field.type == FieldType::boolean) {
    append_item(out, shown_value(field, "true", ""));
    append_item(out, shown_value(field, "false", ""));
  }
  for (const auto& choice : field.choices) append_item(out, choice.label);
  out += "</w:dropDownList>";
}

void append_date(std::string& out, const std::string& value, const std::string& form) {
  out += "<w:date";
  if (date_from_iso(value)) append_attribute(out, "w:fullDate", value + "T00:00:00Z");
  out += ">";
  append_element(out, "w:dateFormat",
                 form == "words" ? long_format() : std::string(k_short_format));
  out +=
      "<w:lid w:val=\"vi-VN\"/><w:storeMappedDataAs w:val=\"date\"/>"
      "<w:calendar w:val=\"gregorian\"/></w:date>";
}

void append_kind(std::string& out, const Field& field, const std::string& value,
                 const std::string& form) {
  switch (field.type) {
    case FieldType::date:
      append_date(out, value, form);
      break;
    case FieldType::choice:
    case FieldType::boolean:
      append_list(out, field);
      break;
    default:
      out += "<w:text/>";
      break;
  }
}

void append_binding(std::string& out, const Field& field) {
  out.append("<w:dataBinding w:prefixMappings=\"xmlns:f='").append(k_form_namespace);
  out.append("'\" w:xpath=\"/f:form[1]/f:").append(field.name).append("[1]\" w:storeItemID=\"");
  out.append(k_form_store).append("\"/>");
}

}  // namespace

bool is_bound(const Field& field) {
  return field.type != FieldType::date && field.type != FieldType::choice &&
         field.type != FieldType::boolean;
}

std::string placeholder_name(const Field& field) { return "qc_" + field.name; }

void BlankWriter::append_properties(std::string& out, const Field& field, const std::string& value,
                                    const std::string& form, const std::string& run_properties) {
  out += "<w:sdtPr>";
  if (!run_properties.empty()) out.append("<w:rPr>").append(run_properties).append("</w:rPr>");
  append_element(out, "w:alias", alias(field));
  append_element(out, "w:tag", field.name);
  append_element(out, "w:id", std::to_string(++control_id_));
  if (locked_) append_element(out, "w:lock", "sdtContentLocked");
  out += "<w:placeholder>";
  append_element(out, "w:docPart", placeholder_name(field));
  out += "</w:placeholder>";
  if (value.empty()) out += "<w:showingPlcHdr/>";
  if (is_bound(field)) append_binding(out, field);
  append_kind(out, field, value, form);
  out += "</w:sdtPr>";
}

void BlankWriter::append(std::string& out, const Field& field, const std::string& value,
                         const std::string& form, const std::string& run_properties) {
  auto& repetition = repetitions_[field.name];
  ++repetition.count;
  const bool is_sure = alternatives_ == 0;
  locked_ = is_sure && repetition.stands_for_sure && is_bound(field);
  if (is_sure) repetition.stands_for_sure = true;
  const auto properties = form == "upper" ? run_properties + "<w:caps/>" : run_properties;

  const auto id = std::to_string(next_bookmark_id());
  auto name = "qc_" + field.name;
  if (repetition.count > 1) name += "_r" + std::to_string(repetition.count);
  out.append("<w:bookmarkStart w:id=\"").append(id).append("\" w:name=\"").append(name);
  out += "\"/><w:sdt>";
  append_properties(out, field, value, form, properties);
  out += "<w:sdtContent>";
  if (value.empty()) {
    const auto style = "<w:rStyle w:val=\"" + std::string(k_placeholder_style) + "\"/>";
    append_run(out, style + properties, shown_empty(field));
  } else {
    append_run(out, properties, shown_value(field, value, form == "words" ? form : ""));
  }
  out.append("</w:sdtContent></w:sdt><w:bookmarkEnd w:id=\"").append(id).append("\"/>");
}

}  // namespace quyche

#include "docx/form_parts.hpp"

#include "docx/blank.hpp"
#include "docx/markup.hpp"

namespace quyche {
namespace {

// Around the name and the text of one entry.
constexpr const char* k_entry_open = "<w:docPart><w:docPartPr><w:name";
constexpr const char* k_entry_middle =
    "/><w:category><w:name w:val=\"General\"/><w:gallery w:val=\"placeholder\"/></w:category>"
    "<w:types><w:type w:val=\"bbPlcHdr\"/></w:types>"
    "<w:behaviors><w:behavior w:val=\"content\"/></w:behaviors></w:docPartPr><w:docPartBody><w:p>";
constexpr const char* k_entry_close = "</w:p></w:docPartBody></w:docPart>";

}  // namespace

std::string form_data(const std::vector<const Field*>& blanks, const Values& values) {
  std::string out(k_xml_declaration);
  out.append("<f:form xmlns:f=\"").append(k_form_namespace).append("\">");
  for (const auto* blank : blanks) {
    const auto& field = *blank;
    if (!is_bound(field)) continue;
    const auto value = values.find(field.name);
    out.append("<f:").append(field.name);
    if (value == values.end() || value->second.empty()) {
      out += "/>";
      continue;
    }
    out += '>';
    append_escaped(out, value->second);
    out.append("</f:").append(field.name).append(">");
  }
  return out += "</f:form>";
}

std::string form_properties() {
  std::string out(k_xml_declaration);
  out.append("<ds:datastoreItem ds:itemID=\"").append(k_form_store);
  out +=
      "\" xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\">"
      "<ds:schemaRefs><ds:schemaRef ds:uri=\"";
  return out.append(k_form_namespace).append("\"/></ds:schemaRefs></ds:datastoreItem>");
}

std::string placeholder_glossary(const std::vector<const Field*>& fields) {
  std::string out(k_xml_declaration);
  out.append("<w:glossaryDocument").append(k_word_namespaces).append(">");
  if (!fields.empty()) out += "<w:docParts>";
  for (const auto* field : fields) {
    out += k_entry_open;
    append_attribute(out, "w:val", placeholder_name(*field));
    out += k_entry_middle;
    append_run(out, "<w:rStyle w:val=\"" + std::string(k_placeholder_style) + "\"/>",
               shown_empty(*field));
    out += k_entry_close;
  }
  if (!fields.empty()) out += "</w:docParts>";
  return out += "</w:glossaryDocument>";
}

}  // namespace quyche

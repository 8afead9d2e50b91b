#include "docx/package_parts.hpp"

#include <string_view>

#include "base/date.hpp"
#include "docx/markup.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view k_word_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.";

constexpr std::string_view k_item_properties_type =
    "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

struct Relationship {
  std::string_view id;
  std::string type;
  std::string_view target;
};

std::string relationships(const std::vector<Relationship>& list) {
  std::string out(k_xml_declaration);
  out += "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  for (const auto& relationship : list) {
    out.append("<Relationship Id=\"").append(relationship.id);
    out.append("\" Type=\"").append(relationship.type);
    out.append("\" Target=\"").append(relationship.target).append("\"/>");
  }
  return out += "</Relationships>";
}

std::string office(std::string_view kind) { return std::string(k_office).append(kind); }

void append_override(std::string& out, std::string_view part, std::string_view type) {
  out.append("<Override PartName=\"").append(part).append("\" ContentType=\"");
  out.append(type).append("\"/>");
}

void append_text(std::string& out, std::string_view element, std::string_view text) {
  if (text.empty()) return;
  out.append("<").append(element).append(">");
  append_escaped(out, text);
  out.append("</").append(element).append(">");
}

void append_time(std::string& out, std::string_view element, Date day) {
  out.append("<").append(element).append(" xsi:type=\"dcterms:W3CDTF\">").append(iso(day));
  out.append("T00:00:00Z</").append(element).append(">");
}

}  // namespace

std::string content_types_part(const PackageContents& contents) {
  std::string out(k_xml_declaration);
  out +=
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      "<Default Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
  const auto word = [&out](std::string_view part, std::string_view kind) {
    append_override(out, part, std::string(k_word_type).append(kind).append("+xml"));
  };
  word("/word/document.xml", "document.main");
  word("/word/styles.xml", "styles");
  word("/word/settings.xml", "settings");
  word("/word/header1.xml", "header");
  if (contents.comments) word("/word/comments.xml", "comments");
  if (contents.form) {
    word("/word/glossary/document.xml", "document.glossary");
    word("/word/glossary/styles.xml", "styles");
    append_override(out, "/customXml/itemProps1.xml", k_item_properties_type);
  }
  if (contents.record) append_override(out, "/customXml/itemProps2.xml", k_item_properties_type);
  append_override(out, "/docProps/core.xml",
                  "application/vnd.openxmlformats-package.core-properties+xml");
  append_override(out, "/docProps/app.xml",
                  "application/vnd.openxmlformats-officedocument.extended-properties+xml");
  append_override(out, "/docProps/custom.xml",
                  "application/vnd.openxmlformats-officedocument.custom-properties+xml");
  return out += "</Types>";
}

std::string package_relationships_part() {
  return relationships(
      {{"rId1", office("officeDocument"), "word/document.xml"},
       {"rId2",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml"},
       {"rId3", office("extended-properties"), "docProps/app.xml"},
       {"rId4", office("custom-properties"), "docProps/custom.xml"}});
}

std::string document_relationships_part(const PackageContents& contents) {
  std::vector<Relationship> list{{"rId1", office("styles"), "styles.xml"},
                                 {"rId2", office("settings"), "settings.xml"}};
  if (contents.form) {
    list.push_back({"rId3", office("customXml"), "../customXml/item1.xml"});
    list.push_back({"rId4", office("glossaryDocument"), "glossary/document.xml"});
  }
  list.push_back({k_header_relationship, office("header"), "header1.xml"});
  if (contents.record) list.push_back({"rId6", office("customXml"), "../customXml/item2.xml"});
  if (contents.comments) list.push_back({"rId7", office("comments"), "comments.xml"});
  return relationships(list);
}

std::string glossary_relationships_part() {
  return relationships({{"rId1", office("styles"), "styles.xml"}});
}

std::string form_relationships_part() {
  return relationships({{"rId1", office("customXmlProps"), "itemProps1.xml"}});
}

std::string record_relationships_part() {
  return relationships({{"rId1", office("customXmlProps"), "itemProps2.xml"}});
}

std::string record_properties() {
  std::string out(k_xml_declaration);
  return out +=
         "<ds:datastoreItem ds:itemID=\"{2B7C9D1E-5A64-4F0B-8C3D-7E91A0D4F6B2}\" "
         "xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\">"
         "<ds:schemaRefs><ds:schemaRef "
         "ds:uri=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"/>"
         "</ds:schemaRefs></ds:datastoreItem>";
}

std::string settings_part() {
  std::string out(k_xml_declaration);
  out.append("<w:settings").append(k_word_namespaces);
  out +=
      "><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"567\"/>"
      "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>"
      "<w:compatSetting w:name=\"compatibilityMode\" "
      "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
      "<w:themeFontLang w:val=\"vi-VN\"/></w:settings>";
  return out;
}

std::string page_number_part(const FormatProfile& profile) {
  std::string out(k_xml_declaration);
  out.append("<w:hdr").append(k_word_namespaces).append("><w:p><w:pPr><w:pStyle w:val=\"");
  out.append(profile.component("page_number").style);
  out +=
      "\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
      "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
      "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r>"
      "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>";
  return out;
}

std::string core_properties_part(const DocumentProperties& properties) {
  std::string out(k_xml_declaration);
  out +=
      "<cp:coreProperties "
      "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">";
  append_text(out, "dc:title", properties.title);
  append_text(out, "dc:creator", properties.creator);
  append_text(out, "dc:description", properties.description);
  append_text(out, "dc:language", "vi-VN");
  if (properties.day) {
    append_time(out, "dcterms:created", *properties.day);
    append_time(out, "dcterms:modified", *properties.day);
  }
  return out += "</cp:coreProperties>";
}

std::string app_properties_part() {
  std::string out(k_xml_declaration);
  out +=
      "<Properties "
      "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
      "<Application>quyche</Application></Properties>";
  return out;
}

std::string custom_properties_part(const DocumentProperties& properties) {
  std::string out(k_xml_declaration);
  out +=
      "<Properties "
      "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
      "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">";
  int id = 2;  // smaller ones are reserved
  for (const auto& [name, text] : properties.custom) {
    out.append("<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"");
    out.append(std::to_string(id++)).append("\"");
    append_attribute(out, "name", name);
    out += "><vt:lpwstr>";
    append_escaped(out, text);
    out += "</vt:lpwstr></property>";
  }
  return out += "</Properties>";
}

}  // namespace quyche

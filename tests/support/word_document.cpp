#include "support/word_document.hpp"

#include <vector>

#include "base/archive.hpp"
#include "base/xml.hpp"

namespace quyche::sample {
namespace {

constexpr const char* k_namespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
    " xmlns:v=\"urn:schemas-microsoft-com:vml\"";
constexpr const char* k_relation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string part(const std::string& element, const std::string& content) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:" + element +
         k_namespaces + ">" + content + "</w:" + element + ">";
}

std::string relations(const std::string& content) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships "
         "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         content + "</Relationships>";
}

std::string relation(const std::string& type, const std::string& target) {
  return "<Relationship Id=\"r_" + type + "\" Type=\"" + k_relation + type + "\" Target=\"" +
         target + "\"/>";
}

}  // namespace

std::string word_document(const WordParts& parts) {
  Compressor compressor;
  std::vector<ArchiveEntry> entries;
  const auto add = [&](const char* name, const std::string& data) {
    entries.push_back(compressor.pack(name, data));
  };
  add("[Content_Types].xml",
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
  add("_rels/.rels", relations(relation("officeDocument", "word/document.xml")));
  add("word/document.xml", part("document", "<w:body>" + parts.body + "</w:body>"));
  std::string related;
  const auto add_related = [&](const std::string& type, const std::string& content) {
    if (content.empty()) return;
    related += relation(type, type + ".xml");
    add(("word/" + type + ".xml").c_str(), part(type, content));
  };
  add_related("numbering", parts.numbering);
  add_related("styles", parts.styles);
  add_related("footnotes", parts.footnotes);
  add("word/_rels/document.xml.rels", relations(related));
  return write_archive(entries);
}

std::string run(std::string_view text, std::string_view properties) {
  std::string out = "<w:r>";
  if (!properties.empty()) out.append("<w:rPr>").append(properties).append("</w:rPr>");
  const auto words = [&](std::string_view piece) {
    out += "<w:t xml:space=\"preserve\">";
    append_escaped(out, piece);
    out += "</w:t>";
  };
  std::size_t from = 0;
  for (std::size_t at = text.find_first_of("\n\t"); at != std::string_view::npos;
       at = text.find_first_of("\n\t", from)) {
    words(text.substr(from, at - from));
    out += text[at] == '\n' ? "<w:br/>" : "<w:tab/>";
    from = at + 1;
  }
  words(text.substr(from));
  return out + "</w:r>";
}

std::string paragraph(std::string_view content, std::string_view properties) {
  std::string out = "<w:p>";
  if (!properties.empty()) out.append("<w:pPr>").append(properties).append("</w:pPr>");
  return out.append(content).append("</w:p>");
}

std::string line(std::string_view text) { return paragraph(run(text)); }

std::string bold_line(std::string_view text) { return paragraph(run(text, "<w:b/>")); }

std::string centred_line(std::string_view text) {
  return paragraph(run(text, "<w:b/>"), "<w:jc w:val=\"center\"/>");
}

std::string numbered_line(int id, int level, std::string_view text) {
  return paragraph(run(text), "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
                                  "\"/><w:numId w:val=\"" + std::to_string(id) + "\"/></w:numPr>");
}

std::string control(std::string_view properties, std::string_view shown) {
  return "<w:sdt><w:sdtPr>" + std::string(properties) + "</w:sdtPr><w:sdtContent>" + run(shown) +
         "</w:sdtContent></w:sdt>";
}

std::string bookmark(int id, std::string_view name, std::string_view content) {
  const auto number = std::to_string(id);
  return "<w:bookmarkStart w:id=\"" + number + "\" w:name=\"" + std::string(name) + "\"/>" +
         std::string(content) + "<w:bookmarkEnd w:id=\"" + number + "\"/>";
}

std::string table(std::initializer_list<std::initializer_list<std::string>> rows) {
  std::string out = "<w:tbl><w:tblPr/><w:tblGrid/>";
  for (const auto& row : rows) {
    out += "<w:tr>";
    for (const auto& cell : row) out += "<w:tc><w:tcPr/>" + cell + "</w:tc>";
    out += "</w:tr>";
  }
  return out + "</w:tbl>";
}

}  // namespace quyche::sample

#include "docx/styles_part.hpp"

#include <map>
#include <string_view>

#include "docx/markup.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_base_styles =
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
    "<w:qFormat/></w:style>"
    "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
    "<w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/>"
    "<w:unhideWhenUsed/></w:style>"
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
    "<w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/>"
    "<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>"
    "<w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/>"
    "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar>"
    "</w:tblPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"PlaceholderText\">"
    "<w:name w:val=\"Placeholder Text\"/><w:basedOn w:val=\"DefaultParagraphFont\"/>"
    "<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:rPr><w:color w:val=\"808080\"/></w:rPr>"
    "</w:style>";
constexpr std::string_view k_text_styles =
    "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/>"
    "<w:basedOn w:val=\"DefaultParagraphFont\"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>"
    "<w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>"
    "<w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    "<w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    "<w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    "<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/></w:tblBorders>"
    "</w:tblPr></w:style>"
    "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"QcLayout\">"
    "<w:name w:val=\"QC Layout\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblCellMar>"
    "<w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar>"
    "</w:tblPr></w:style>";

void append_number(std::string& out, std::string_view name, int value) {
  out.append("<").append(name).append(" w:val=\"").append(std::to_string(value)).append("\"/>");
}

void append_defaults(std::string& out, const FormatProfile& profile) {
  out += "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts";
  for (const char* slot : {"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"}) {
    append_attribute(out, slot, profile.font);
  }
  out += "/>";
  append_number(out, "w:sz", profile.component("text").size);
  append_number(out, "w:szCs", profile.component("text").size);
  out +=
      "<w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
      "<w:pPrDefault/></w:docDefaults>";
}

void append_spacing(std::string& out, const ComponentFormat& format) {
  out.append("<w:spacing w:before=\"").append(std::to_string(format.before));
  out.append("\" w:after=\"").append(std::to_string(format.after));
  out.append("\" w:line=\"").append(std::to_string(format.line));
  out.append("\" w:lineRule=\"").append(format.line_rule).append("\"/>");
}

void append_indent(std::string& out, const ComponentFormat& format) {
  if (format.indent_left == 0 && format.indent_first == 0) return;
  out.append("<w:ind w:left=\"").append(std::to_string(format.indent_left));
  out.append("\" w:firstLine=\"").append(std::to_string(format.indent_first)).append("\"/>");
}

void append_paragraph_properties(std::string& out, const ComponentFormat& format) {
  out += "<w:pPr>";
  if (format.keep_next) out += "<w:keepNext/>";
  if (format.keep_lines) out += "<w:keepLines/>";
  if (format.page_break_before) out += "<w:pageBreakBefore/>";
  if (format.line_above) {
    out += "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/></w:pBdr>";
  }
  append_spacing(out, format);
  append_indent(out, format);
  out.append("<w:jc w:val=\"").append(format.align).append("\"/>");
  if (format.outline > 0) append_number(out, "w:outlineLvl", format.outline - 1);
  out += "</w:pPr>";
}

void append_run_properties(std::string& out, const ComponentFormat& format) {
  out += "<w:rPr>";
  if (format.bold) out += "<w:b/><w:bCs/>";
  if (format.italic) out += "<w:i/><w:iCs/>";
  if (format.caps) out += "<w:caps/>";
  if (!format.colour.empty()) {
    out += "<w:color";
    append_attribute(out, "w:val", format.colour);
    out += "/>";
  }
  append_number(out, "w:sz", format.size);
  append_number(out, "w:szCs", format.size);
  if (format.underline) out += "<w:u w:val=\"single\"/>";
  out += "</w:rPr>";
}

void append_style(std::string& out, const ComponentFormat& format) {
  out += "<w:style w:type=\"paragraph\" w:customStyle=\"1\"";
  append_attribute(out, "w:styleId", format.style);
  out += "><w:name";
  append_attribute(out, "w:val", format.name);
  out += "/><w:basedOn w:val=\"Normal\"/><w:qFormat/>";
  append_paragraph_properties(out, format);
  append_run_properties(out, format);
  out += "</w:style>";
}

std::string beginning(const FormatProfile& profile) {
  std::string out(k_xml_declaration);
  out.append("<w:styles").append(k_word_namespaces).append(">");
  append_defaults(out, profile);
  out += k_base_styles;
  return out;
}

}  // namespace

std::string styles_part(const FormatProfile& profile) {
  auto out = beginning(profile);
  out.reserve(32'768);
  out += k_text_styles;
  std::map<std::string_view, const ComponentFormat*> by_name;
  for (const auto& [name, format] : profile.components) by_name.emplace(name, &format);
  for (const auto& [name, format] : by_name) append_style(out, *format);
  return out += "</w:styles>";
}

std::string glossary_styles_part(const FormatProfile& profile) {
  return beginning(profile) + "</w:styles>";
}

}  // namespace quyche

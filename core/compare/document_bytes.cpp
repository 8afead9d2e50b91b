#include "compare/document_bytes.hpp"

#include <utility>

#include "base/archive.hpp"
#include "base/date.hpp"
#include "compare/redline.hpp"
#include "docx/composer.hpp"
#include "docx/package.hpp"
#include "docx/package_parts.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_document = "word/document.xml";

std::string section(const FormatProfile& profile, bool wide) {
  const auto number = [](int twips) { return std::to_string(twips); };
  const int width = wide ? profile.page_height : profile.page_width;
  const int height = wide ? profile.page_width : profile.page_height;
  return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"" +
         std::string(k_header_relationship) + "\"/><w:pgSz w:w=\"" + number(width) + "\" w:h=\"" +
         number(height) + "\"" + (wide ? " w:orient=\"landscape\"" : "") + "/><w:pgMar w:top=\"" +
         number(profile.margin_top) + "\" w:right=\"" + number(profile.margin_right) +
         "\" w:bottom=\"" + number(profile.margin_bottom) + "\" w:left=\"" +
         number(profile.margin_left) + "\" w:header=\"" + number(profile.header_distance) +
         "\" w:footer=\"" + number(profile.header_distance) +
         "\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>";
}

}  // namespace

std::string with_document(std::string_view docx, const std::string& file,
                          const std::string& document) {
  auto entries = read_archive(docx, file);
  Compressor compressor;
  bool replaced = false;
  for (auto& entry : entries) {
    if (entry.name != k_document) continue;
    entry = compressor.pack(entry.name, document);
    replaced = true;
  }
  if (!replaced) {
    throw Error(Diagnostic{Severity::error,
                           {"word.not-a-document", {}},
                           {file, {}, {}, 0, 0},
                           {{"hint.save-as-docx", {}}}});
  }
  return write_archive(entries);
}

std::string plain_document(const FormatProfile& profile, const PlainPage& page,
                           const std::string& body) {
  LocalRegulation frame;
  frame.jurisdiction.day = page.day;
  frame.text.frame.type_name = {{Inline::Kind::text, page.title, {}, {}}};
  frame.text.frame.number_field.clear();
  frame.values = {{"", " "}, {"place", " "}, {"issue_date", iso(page.day)}};
  auto parts = compose(frame, profile);
  for (auto& part : parts) {
    if (part.name == k_document) part.data = word_document(body + section(profile, page.wide));
  }
  Compressor compressor;
  return write_archive(pack_parts(parts, compressor));
}

}  // namespace quyche

#include "docx/page_setup.hpp"

#include <string_view>

#include "docx/package_parts.hpp"

namespace quyche {
namespace {

void append_measure(std::string& out, std::string_view name, int twips) {
  out.append(" ").append(name).append("=\"").append(std::to_string(twips)).append("\"");
}

}  // namespace

void append_page_setup(std::string& out, const FormatProfile& profile) {
  out.append("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"");
  out.append(k_header_relationship).append("\"/><w:pgSz");
  append_measure(out, "w:w", profile.page_width);
  append_measure(out, "w:h", profile.page_height);
  out += "/><w:pgMar";
  append_measure(out, "w:top", profile.margin_top);
  append_measure(out, "w:right", profile.margin_right);
  append_measure(out, "w:bottom", profile.margin_bottom);
  append_measure(out, "w:left", profile.margin_left);
  append_measure(out, "w:header", profile.header_distance);
  append_measure(out, "w:footer", profile.header_distance);
  append_measure(out, "w:gutter", 0);
  out += "/><w:titlePg/></w:sectPr>";
}

}  // namespace quyche

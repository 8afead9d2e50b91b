#include "docx/table_markup.hpp"

#include <numeric>

namespace quyche {
namespace {

std::string total(std::span<const int> columns) {
  return std::to_string(std::accumulate(columns.begin(), columns.end(), 0));
}

}  // namespace

void open_table(std::string& out, std::string_view style, std::span<const int> columns) {
  out.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"").append(style);
  out.append("\"/><w:tblW w:w=\"").append(total(columns));
  out += "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
  for (const int width : columns) {
    out.append("<w:gridCol w:w=\"").append(std::to_string(width)).append("\"/>");
  }
  out += "</w:tblGrid>";
}

void close_table(std::string& out) { out += "</w:tbl>"; }

void open_row(std::string& out, bool is_head) {
  out += "<w:tr><w:trPr><w:cantSplit/>";
  if (is_head) out += "<w:tblHeader/>";
  out += "</w:trPr>";
}

void close_row(std::string& out) { out += "</w:tr>"; }

void open_cell(std::string& out, std::span<const int> columns) {
  out.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(total(columns)).append("\" w:type=\"dxa\"/>");
  if (columns.size() > 1) {
    out.append("<w:gridSpan w:val=\"").append(std::to_string(columns.size())).append("\"/>");
  }
  out += "</w:tcPr>";
}

void close_cell(std::string& out) { out += "</w:tc>"; }

}  // namespace quyche

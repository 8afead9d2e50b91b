#pragma once
// A small .xlsx put together by hand, so that a test says exactly what stands in it.

#include <string>
#include <utility>
#include <vector>

#include "base/archive.hpp"

namespace quyche {

struct WorkbookFile {
  std::string sheet_data;            ///< rows of the first sheet: "<row>…</row>"
  std::string after_data;            ///< merged cells and what else follows the rows
  std::string shared_strings;        ///< "<si>…</si>"
  std::vector<std::string> formats;  ///< number formats of cell styles 1, 2 …
  std::string workbook_properties;   ///< attributes of workbookPr
  std::string sheets = "<sheet name=\"Dữ liệu\" sheetId=\"1\" r:id=\"rId1\"/>";
  std::vector<std::string> more_sheets;  ///< rows of sheets 2, 3 … (rId11, rId12 …)

  [[nodiscard]] std::string bytes() const {
    Compressor pack;
    std::vector<ArchiveEntry> entries;
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string list = "http://schemas.openxmlformats.org/package/2006/relationships";
    const auto add = [&](const std::string& name, const std::string& xml) {
      entries.push_back(pack.pack(name, head + xml));
    };
    const auto sheet = [&](const std::string& rows, const std::string& rest) {
      return "<worksheet xmlns=\"" + main + "\"><sheetData>" + rows + "</sheetData>" + rest +
             "</worksheet>";
    };
    const auto link = [&](const std::string& id, const std::string& type,
                          const std::string& target) {
      return "<Relationship Id=\"" + id + "\" Type=\"" + office + "/" + type + "\" Target=\"" +
             target + "\"/>";
    };
    add("_rels/.rels", "<Relationships xmlns=\"" + list + "\">" +
                           link("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
    add("xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office +
                               "\"><workbookPr " + workbook_properties + "/><sheets>" + sheets +
                               "</sheets></workbook>");
    std::string links = link("rId1", "worksheet", "worksheets/sheet1.xml") +
                        link("rId2", "sharedStrings", "sharedStrings.xml") +
                        link("rId3", "styles", "/xl/styles.xml");
    for (std::size_t index = 0; index < more_sheets.size(); ++index) {
      const std::string number = std::to_string(index + 1);
      links += link("rId1" + number, "worksheet", "worksheets/more" + number + ".xml");
      add("xl/worksheets/more" + number + ".xml", sheet(more_sheets[index], ""));
    }
    add("xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"" + list + "\">" + links + "</Relationships>");
    add("xl/sharedStrings.xml", "<sst xmlns=\"" + main + "\">" + shared_strings + "</sst>");
    std::string codes;
    std::string styles = "<xf numFmtId=\"0\"/>";
    for (std::size_t index = 0; index < formats.size(); ++index) {
      const std::string id = std::to_string(164 + index);
      codes += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + formats[index] + "\"/>";
      styles += "<xf numFmtId=\"" + id + "\"/>";
    }
    add("xl/styles.xml", "<styleSheet xmlns=\"" + main + "\"><numFmts>" + codes +
                             "</numFmts><cellXfs>" + styles + "</cellXfs></styleSheet>");
    add("xl/worksheets/sheet1.xml", sheet(sheet_data, after_data));
    return write_archive(entries);
  }
};

}  // namespace quyche

#include "xlsx/workbook_reader.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "base/xml_scanner.hpp"
#include "xlsx/cell_text.hpp"
#include "xlsx/sheet_reader.hpp"
#include "xlsx/sheet_rows.hpp"
#include "xlsx/workbook_package.hpp"

namespace quyche {
namespace {

struct ListedSheet {
  std::string name;
  std::string relationship;
  bool hidden = false;
};

ListedSheet listed_sheet(const XmlScanner& scanner) {
  const auto state = scanner.attribute("state");
  return {normalise(unescaped(scanner.attribute("name"))),
          unescaped(scanner.prefixed_attribute("id")), state == "hidden" || state == "veryHidden"};
}

DateSystem date_system(const XmlScanner& scanner) {
  const auto from_1904 = scanner.attribute("date1904");
  return from_1904 == "1" || from_1904 == "true" ? DateSystem::from_1904 : DateSystem::from_1900;
}

// The sheets in the order of their tabs; the date system goes to `tables`.
std::vector<ListedSheet> read_sheet_list(const WorkbookPackage& package, WorkbookTables& tables) {
  std::vector<ListedSheet> sheets;
  const std::string part = package.text(package.main_part());
  XmlScanner scanner(part, package.place_name(package.main_part()));
  for (auto token = scanner.next(); token != XmlScanner::Token::done; token = scanner.next()) {
    if (token != XmlScanner::Token::start) continue;
    const auto name = scanner.local_name();
    const auto depth = scanner.depth();
    if (depth == 1 && name != "workbook") refuse_workbook("xlsx.not-a-workbook", tables.file);
    if (depth == 2 && name == "workbookPr") tables.date_system = date_system(scanner);
    if (depth == 3 && name == "sheet") sheets.push_back(listed_sheet(scanner));
  }
  return sheets;
}

using Relationships = std::vector<WorkbookPackage::Relationship>;

// The tables every cell may point into; a workbook of numbers may have neither.
void read_tables(const WorkbookPackage& package, const Relationships& relationships,
                 WorkbookTables& tables) {
  for (const auto& relationship : relationships) {
    const auto& part = relationship.target;
    if (relationship.type == "sharedStrings") {
      tables.strings = read_shared_strings(*package.open(part), package.place_name(part));
    } else if (relationship.type == "styles") {
      tables.date_formats = read_date_formats(package.text(part), package.place_name(part));
    }
  }
}

// A sheet with cells, and the part they stand in.
struct SheetPart {
  ListedSheet sheet;
  std::string part;
};

// All tables are read, and every sheet has its part.
std::vector<SheetPart> read_sheet_parts(const WorkbookPackage& package, WorkbookTables& tables) {
  const auto listed = read_sheet_list(package, tables);
  auto relationships = package.relationships(package.main_part());
  read_tables(package, relationships, tables);
  std::vector<SheetPart> parts;
  for (const auto& entry : listed) {
    const auto found = std::find_if(
        relationships.begin(), relationships.end(),
        [&](const auto& relationship) { return relationship.id == entry.relationship; });
    if (found == relationships.end()) {
      refuse_workbook("xlsx.missing-part", tables.file, {entry.name});
    }
    auto target = std::exchange(found->target, "");  // two sheets never share a part
    if (found->type != "worksheet") continue;        // one chart as a sheet has no cells
    parts.push_back({entry, std::move(target)});
  }
  if (parts.empty()) refuse_workbook("xlsx.not-a-workbook", tables.file);
  return parts;
}

}  // namespace

std::vector<SheetCells> read_workbook(std::string_view bytes, const std::string& file) {
  const WorkbookPackage package(bytes, file);
  WorkbookTables tables;
  tables.file = file;
  std::size_t cells_left = k_most_sheet_cells;
  std::vector<SheetCells> sheets;
  for (const auto& [listed, part] : read_sheet_parts(package, tables)) {
    SheetCells sheet{listed.name, listed.hidden, {}};
    read_sheet(package.text(part), package.place_name(part), tables, cells_left, sheet);
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

std::vector<std::unique_ptr<SheetRows>> open_workbook(std::string bytes, const std::string& file) {
  auto workbook = std::make_shared<OpenWorkbook>(std::move(bytes), file);
  const auto parts = read_sheet_parts(workbook->package, workbook->tables);
  std::vector<std::unique_ptr<SheetRows>> sheets;
  for (const auto& [listed, part] : parts) {
    if (listed.hidden) continue;
    sheets.push_back(std::make_unique<SheetRows>(workbook, listed.name, part));
  }
  return sheets;
}

std::string cell_name(std::size_t row, std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters + std::to_string(row + 1);
}

}  // namespace quyche

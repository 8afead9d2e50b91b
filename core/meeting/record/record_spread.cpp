// A record as tables: every value where the layout wants it.

#include <algorithm>

#include "meeting/record/record_table.hpp"

namespace quyche::meeting {
namespace {

/// Null where the tree has no such value.
const JsonTree* find(const JsonTree& tree, const std::string& path) {
  const auto* node = &tree;
  for (std::size_t from = 0; from <= path.size();) {
    const auto end = std::min(path.find('.', from), path.size());
    if (!node->is_object()) return nullptr;
    const auto next = node->find(path.substr(from, end - from));
    if (next == node->end() || next->is_null()) return nullptr;
    node = &*next;
    from = end + 1;
  }
  return node;
}

/// Several names in one cell: parted by semicolons, on lines of their own where one holds a
/// semicolon.
std::string joined(const JsonTree& names) {
  bool has_mark = false;
  for (const auto& name : names) {
    has_mark = has_mark || name.get_ref<const std::string&>().find(';') != std::string::npos;
  }
  std::string out;
  for (const auto& name : names) {
    if (!out.empty()) out += has_mark ? "\n" : "; ";
    out += name.get_ref<const std::string&>();
  }
  return out;
}

std::string cell_text_of(const JsonTree* value) {
  if (value == nullptr) return {};
  if (value->is_string()) return value->get<std::string>();
  if (value->is_array()) return joined(*value);
  return value->dump();
}

RecordRow row_of(const JsonTree& object, const RecordSheet& sheet, std::string number) {
  RecordRow row{std::move(number), {}};
  for (const auto& field : sheet.fields) {
    row.cells.push_back({cell_text_of(find(object, field.path)), {}});
  }
  return row;
}

void add_parts(const JsonTree& entry, const std::string& number, RecordTable& table) {
  const auto* part = find(entry, table.sheet->part);
  if (part == nullptr) return;
  if (table.sheet->is_single) {
    table.rows.push_back(row_of(*part, *table.sheet, number));
    return;
  }
  for (const auto& one : *part) table.rows.push_back(row_of(one, *table.sheet, number));
}

void add_rows(const JsonTree& record, RecordTable& table) {
  const auto* list = find(record, table.sheet->list);
  if (list == nullptr) return;
  std::size_t at = 0;
  for (const auto& entry : *list) {
    const auto number = std::to_string(++at);
    if (table.sheet->part.empty()) {
      table.rows.push_back(row_of(entry, *table.sheet, number));
    } else {
      add_parts(entry, number, table);
    }
  }
}

void add_lists(const JsonTree& record, RecordTable& table) {
  const auto& fields = table.sheet->fields;
  for (std::size_t column = 0; column < fields.size(); ++column) {
    const auto* list = find(record, fields[column].path);
    if (list == nullptr) continue;
    for (std::size_t at = 0; at < list->size(); ++at) {
      if (table.rows.size() <= at) {
        table.rows.push_back({std::to_string(at + 1), std::vector<RecordCell>(fields.size())});
      }
      table.rows[at].cells[column].text = (*list)[at].get<std::string>();
    }
  }
}

}  // namespace

std::vector<RecordTable> spread_record(const JsonTree& record, Kind kind,
                                       const RecordLayout& layout) {
  std::vector<RecordTable> tables;
  for (const auto& sheet : layout.sheets) {
    RecordTable table{&sheet, {}};
    if (sheet.shape == RecordShape::fields) table.rows.push_back(row_of(record, sheet, {}));
    if (sheet.shape == RecordShape::rows) add_rows(record, table);
    if (sheet.shape == RecordShape::lists) add_lists(record, table);
    if (is_for(sheet.kinds, kind) || !table.rows.empty()) tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace quyche::meeting

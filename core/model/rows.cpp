#include "model/rows.hpp"

#include "base/text.hpp"
#include "model/csv_table.hpp"
#include "model/json_rows.hpp"
#include "model/table_rows.hpp"
#include "model/xlsx_rows.hpp"

namespace quyche {

std::unique_ptr<RowSource> open_rows(std::string bytes, const std::string& file,
                                     const std::vector<Field>& fields, Diagnostics& found) {
  const auto name = lower(file);
  if (name.ends_with(".json")) return open_json(std::move(bytes), file, fields);
  if (name.ends_with(".jsonl")) return open_json_lines(std::move(bytes), file, fields);
  if (name.ends_with(".csv") || name.ends_with(".tsv")) {
    return rows_of_table(open_csv(std::move(bytes), file), fields, found);
  }
  if (name.ends_with(".xlsx")) return open_workbook_rows(std::move(bytes), file, fields, found);
  throw Error(Diagnostic{Severity::error,
                         {"rows.unknown-kind", {file}},
                         {file, {}, {}, 0, 0},
                         {{"hint.row-kinds", {}}}});
}

}  // namespace quyche

#pragma once
// A list that a template is filled from row by row: a table whose columns are the names that the
// template asks for, or JSON lines. For `render --each` and `check`.

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "base/environment.hpp"
#include "engine/data_lines.hpp"
#include "engine/table_lines.hpp"
#include "template/schema.hpp"

namespace quyche {

/// Whether each row of the file is data of its own, by its ending (.xlsx, .csv, .tsv, .jsonl); also
/// what is no text, of which open_list tells how to save it (.xls, .ods, .docx …).
[[nodiscard]] bool is_list(const std::string& file);

/// Throws Error render.other-file for what is no table, text or JSON (.xls, .ods, .docx, .pdf …).
void refuse_other(const std::string& file);

/// Adds the names that the schema asks for; one that several ask for stands once.
void add_wanted(std::vector<WantedName>& names, const TemplateSchema& schema);

/// Names that columns must have for the template `file`. Throws Error render.no-tags.
[[nodiscard]] std::vector<WantedName> wanted_by_template(const TemplateSchema& schema,
                                                         const std::string& file);

/// `names` matter to tables only. Throws Error render.other-file, those of open_table_lines,
/// file.*.
[[nodiscard]] std::unique_ptr<DataLines> open_list(const Files& files, const std::string& file,
                                                   const std::vector<WantedName>& names);

/// How many rows it has. Throws Error rows.none, and those of reading them.
[[nodiscard]] std::size_t count_rows(DataLines& lines, const std::string& file);

}  // namespace quyche

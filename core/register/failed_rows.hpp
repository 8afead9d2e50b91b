#pragma once
// The rows an import left out, as a workbook: each as it stood in its file, with the reason in a
// last column, ready to be corrected and imported again. For the import job.

#include <string>
#include <vector>

#include "quyche/values.hpp"
#include "xlsx/workbook_reader.hpp"

namespace quyche {

/// The rows left out of one file.
struct FailedTable {
  std::string file;
  std::vector<Cell> headings;
  std::vector<std::vector<Cell>> rows;
  std::vector<std::string> reasons;  ///< one a row
};

/// One sheet a file; files without such rows get none. `created` stands in the properties. Throws
/// Error xlsx.write-failed.
void write_failed_rows(const std::vector<FailedTable>& tables, Date created,
                       const std::string& path);

/// The column of reasons, so that it is known when the workbook comes back.
[[nodiscard]] Field reason_field();

}  // namespace quyche

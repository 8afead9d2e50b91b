#pragma once
// What front ends say to the renderer of Word templates. Part of the façade in engine.hpp; plain
// values.

#include <string>

#include "quyche/abi.hpp"

namespace quyche::inline abi_1 {

/// A Word template and what to put into it: one record, or one a line.
struct RenderJob {
  std::string file;
  std::string data_file;  ///< JSON; empty: rows_file
  std::string rows_file;  ///< JSON lines, .xlsx, .csv; `output` is a template of a path then
  std::string output;
  bool overwrite = false;  ///< of rows_file: documents that are there are written anew
};

}  // namespace quyche::inline abi_1

#pragma once
// What front ends and the check of a document's format say to each other. Plain values.

#include <string>
#include <vector>

#include "quyche/abi.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche::inline abi_1 {

/// A document to check. `annotated`, `fixed`: where a copy with comments and a mended copy go;
/// empty: none.
struct CheckJob {
  std::string file;
  std::string profile;  ///< id of a format profile; empty: by the document's family and day
  std::string annotated;
  std::string fixed;
  bool english = false;   ///< the comments
  std::string data_file;  ///< JSON to check beside a template; empty: none
};

/// One deviation that --fix mended, and where; no paragraph: in the document as a whole.
struct Mending {
  Text message;  ///< what was wrong
  std::vector<int> paragraphs;
};

struct CheckReport {
  std::string profile;               ///< it was checked by; empty when none was in force
  std::vector<std::string> files;    ///< written
  std::vector<Diagnostic> findings;  ///< of the mended copy when there is one
  std::vector<Mending> mended;       ///< what the mended copy no longer has
  bool is_template = false;          ///< it has tags: these were checked, not the format
};

}  // namespace quyche::inline abi_1

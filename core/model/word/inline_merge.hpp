#pragma once
// One line of the model after a clerk edited it in Word: his words, with the terms, references and
// forms of the record wherever its words still stand. Used by record_merge.

#include <string>
#include <vector>

#include "quyche/regulation.hpp"

namespace quyche::word {

/// One line three times: as the model has it, as an untouched export reads, as the clerk's file
/// reads.
struct LineVersions {
  const Inlines& record;
  const Inlines& untouched;
  const Inlines& read;
};

struct MergedLine {
  Inlines line;
  bool is_changed = false;
  std::vector<std::string> lost;  ///< words of terms in whose place the clerk typed others
};

[[nodiscard]] MergedLine merge_line(const LineVersions& versions);

/// The words a reader sees; a field is its name between signs that no text has.
[[nodiscard]] std::string shown_words(const Inlines& line);

}  // namespace quyche::word

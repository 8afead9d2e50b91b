#pragma once
// The model after a clerk edited its export in Word. What he changed is the difference between how
// his file reads and how an untouched export reads; everything else stays as the record has it:
// ids, terms, references, declarations, validity. Used by the import job.

#include <string>

#include "quyche/diagnostic.hpp"
#include "quyche/regulation.hpp"

namespace quyche {

/// One regulation three times.
struct ModelVersions {
  const Regulation& record;     ///< the model that was exported
  const Regulation& untouched;  ///< import_word of its export
  const Regulation& read;       ///< import_word of the clerk's file
};

/// Every change is a note in `found`: import.record-*.
[[nodiscard]] Regulation merge_record(const ModelVersions& versions, const std::string& file,
                                      Diagnostics& found);

}  // namespace quyche

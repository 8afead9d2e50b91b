#pragma once
// Number and symbol of a paper, "Số 01-QC/CB" or "Số: 05/QC-UBND", taken apart. For the heading
// rules.

#include <string>
#include <string_view>

namespace quyche::check {

struct NumberParts {
  bool is_right = false;  ///< exactly as the family writes it
  bool is_empty = false;  ///< the number itself is missing: "Số      -QC/CB"
  std::string number;     ///< "01"
  std::string type;       ///< "QC"; empty for a công văn
  std::string organ;      ///< "CB"
};

/// `text`: the whole line. `label`: "Số " or "Số: ". The Party joins number and type with "-", type
/// and organ with "/"; the state the other way round.
[[nodiscard]] NumberParts read_number(std::string_view text, std::string_view label, bool is_party);

}  // namespace quyche::check

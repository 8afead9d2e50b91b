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
/// The parts as the family writes them.
[[nodiscard]] std::string joined_number(const NumberParts& parts, std::string_view label,
                                        bool is_party);
/// "QC", "TTr", "UBND-VP": letters, each group of them with a capital in front.
[[nodiscard]] bool is_symbol(std::string_view text);
/// A number and symbol without the word before it: "12-NQ/CB".
[[nodiscard]] bool is_bare_number(std::string_view text);

}  // namespace quyche::check

#pragma once
// Which items of one sequence go with which of another: equal ones first, then, between these,
// those that are alike. Used by redline for paragraphs and rows and by matching for provisions.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quyche {

/// One item of either sequence, or a pair.
struct Aligned {
  std::optional<std::size_t> before;
  std::optional<std::size_t> after;
  friend bool operator==(const Aligned&, const Aligned&) = default;
};

/// Every item once, in order of both sequences; what is only in the old one comes before what is
/// only in the new one. Items of different `kind` never pair, and none that are less alike than
/// `least`.
struct AlignedItem {
  char kind;
  std::string_view text;
};
[[nodiscard]] std::vector<Aligned> align(const std::vector<AlignedItem>& before,
                                         const std::vector<AlignedItem>& after, double least);

}  // namespace quyche

#pragma once
// Which provision of one text is which of another: by stable id, then by the same words, then by
// number and heading, then by likeness under the same parent, at last anywhere.

#include <optional>
#include <vector>

#include "compare/provision_list.hpp"

namespace quyche {

struct Matching {
  std::vector<std::optional<std::size_t>> after_of;   ///< by place in the old list
  std::vector<std::optional<std::size_t>> before_of;  ///< by place in the new list
};

/// `trust_ids`: equal ids mean the same provision. Not so where ids only count paragraphs (Word).
[[nodiscard]] Matching match_provisions(const ProvisionList& before, const ProvisionList& after,
                                        bool trust_ids);

/// By place in the new list: the pair stands under another parent, or elsewhere among its siblings.
[[nodiscard]] std::vector<bool> moved_provisions(const ProvisionList& before,
                                                 const ProvisionList& after,
                                                 const Matching& matching);

}  // namespace quyche

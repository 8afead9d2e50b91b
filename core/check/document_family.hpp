#pragma once
// Which family of papers a document belongs to, by the weight of all its signs: heading, organs,
// star, number, authority, office. A heading alone does not decide, because it is what is wrong
// most often. Used by components, the heading rules and the reports.

#include <string>

#include "base/word_list.hpp"
#include "check/components.hpp"

namespace quyche::check {

struct FamilySigns {
  int party_weight = 0, state_weight = 0;
  WordList party, state;  ///< as they stand in the paper, headings left out
  std::string heading;    ///< family of the first heading; empty: there is none

  /// "party", "state"; the heading decides between equals. Empty when there is no sign.
  [[nodiscard]] std::string family() const;
};

[[nodiscard]] FamilySigns family_signs(const Components& parts);

}  // namespace quyche::check

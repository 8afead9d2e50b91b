#pragma once
// Amendments written for one text carried over to its successor (three-way rebase): what both
// sides changed apart from each other is kept of both; where they met a person decides. Used by
// rebase.

#include <map>
#include <string>
#include <vector>

#include "district/amendments.hpp"
#include "quyche/compare.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche {

/// Key of a conflict → the wording a person chose; empty: the provision is not to be there.
using Choices = std::map<std::string, std::string>;

struct Transplant {
  std::vector<Amendment> list;            ///< for the new text
  std::vector<RebaseConflict> conflicts;  ///< not decided yet; the list is not to be used then
  std::vector<MovedReference> references;
};

/// Both texts numbered. Findings: rebase.mandatory (error, names the provision),
/// rebase.unknown-target (error), rebase.same-place, rebase.adopted, rebase.moved-twice,
/// rebase.bad-choice.
[[nodiscard]] Transplant transplant_amendments(const Regulation& before, const Regulation& after,
                                               const std::vector<Amendment>& list,
                                               const Choices& choices, Diagnostics& found);

}  // namespace quyche

#pragma once
// From the difference of two regulations the papers that carry it: the decision to amend, with
// every reference in the numbers of the old text, and the consolidated text with a note on each
// amended provision. Used by `quyche amend`.

#include <string_view>

#include "compare/provision_list.hpp"
#include "quyche/compare.hpp"
#include "quyche/district.hpp"

namespace quyche {

/// Whether a text of this id is a decision to amend: its id ends in "/amending", after that of the
/// regulation it amends.
[[nodiscard]] bool is_amending_decision(std::string_view text_id);

struct AmendingPapers {
  LocalRegulation decision;
  LocalRegulation consolidated;
  std::size_t items = 0;  ///< points of the decision
};

/// Both numbered and with their values. `effect`: the decision's day, from which it holds; absent:
/// the day it is signed. Throws Error amend.nothing when both say the same.
[[nodiscard]] AmendingPapers make_amending_papers(const LocalRegulation& before,
                                                  const LocalRegulation& after, bool trust_ids,
                                                  std::optional<Date> effect);

}  // namespace quyche

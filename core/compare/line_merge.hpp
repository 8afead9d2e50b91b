#pragma once
// Two changes of one sentence put together word by word (three-way merge). Fields, terms and
// references count as one word each, so none of them is torn. Used by transplant.

#include "quyche/regulation.hpp"

namespace quyche {

/// `line`: both changes; where both touch the same words, those of the level above, and `clash`.
struct MergedLine {
  Inlines line;
  bool clash = false;
};
[[nodiscard]] MergedLine merge_lines(const Inlines& base, const Inlines& above,
                                     const Inlines& local);

/// Equal but for what is computed: the shown words of terms and references.
[[nodiscard]] bool same_line(const Inlines& left, const Inlines& right);

}  // namespace quyche

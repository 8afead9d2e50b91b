#pragma once
// A provision's own words changed by two sides, put together; and whole provisions compared. For
// transplant.

#include <string>

#include "compare/provision_list.hpp"
#include "quyche/compare.hpp"

namespace quyche {

/// `words`: heading, sentence and rows of both; its children, id and marks are those of `above`.
struct MergedProvision {
  Provision words;
  bool clash = false;
};
[[nodiscard]] MergedProvision merge_words(const Provision& base, const Provision& above,
                                          const Provision& local);

/// Heading, sentence and rows.
[[nodiscard]] bool same_words(const Provision& left, const Provision& right);
/// Also everything below, by id.
[[nodiscard]] bool same_tree(const Provision& left, const Provision& right);

/// What is shown, a line each; `deep`: with what stands below.
[[nodiscard]] std::string shown_provision(const Provision& provision,
                                          const std::vector<Field>& fields, bool deep);

/// A key that is the same whenever the same wordings meet.
[[nodiscard]] std::string conflict_key(const RebaseConflict& conflict);

}  // namespace quyche

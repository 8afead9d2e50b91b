#pragma once
// A regulation with nothing computed in its body: fields, terms and references as the words they
// show. So what a clerk typed and what the program set can be compared. For the rebase of issued
// regulations.

#include "quyche/regulation.hpp"

namespace quyche {

[[nodiscard]] std::vector<Provision> plain_body(const Regulation& regulation, const Values& values);

/// Ids and marks of the provisions of `known` for those of `copy` that are the same.
void take_ids(const Regulation& known, Regulation& copy);

}  // namespace quyche

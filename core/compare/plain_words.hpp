#pragma once
// A regulation with nothing computed in its body: fields, terms and references as the words they
// show. So what a clerk typed and what the program set can be compared. For the rebase of issued
// regulations.

#include "district/amendments.hpp"
#include "quyche/regulation.hpp"

namespace quyche {

/// What stays what it is.
struct PlainWords {
  bool keep_fields = false;
  bool keep_references = false;
};
[[nodiscard]] std::vector<Provision> plain_body(const Regulation& regulation, const Values& values,
                                                const PlainWords& how = {});

/// Rewordings get back the references (and fields) of `known` wherever its words are still there,
/// so that they follow the numbers again.
void restore_references(const Regulation& known, std::vector<Amendment>& list);

/// Ids and marks of the provisions of `known` for those of `copy` that are the same.
void take_ids(const Regulation& known, Regulation& copy);

}  // namespace quyche

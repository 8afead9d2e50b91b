#pragma once
// The vocabulary of a place settled into a regulation: every term gets its words ("thôn" or "khu
// phố"), conditions already decided go away, legal bases not in force give way to their successors.

#include <vector>

#include "quyche/diagnostic.hpp"
#include "quyche/regulation.hpp"

namespace quyche {

/// Sets Inline::shown of every term and returns the words. Terms of `local` go before those of the
/// regulation. Findings: localise.unknown-term, localise.term-undecided.
Values settle_terms(Regulation& regulation, const std::vector<Term>& local, const Values& values,
                    Diagnostics& found);

/// Drops what a false condition excludes, and the conditions that hold. Open ones stay.
void settle_conditions(Regulation& regulation, const Values& values);

/// Keeps the legal bases in force on `day`, following replaced_by. A basis without a successor in
/// force is a warning localise.basis-not-in-force and stays out.
void settle_bases(Regulation& regulation, Date day, Diagnostics& found);

}  // namespace quyche

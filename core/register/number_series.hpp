#pragma once
// The numbers of outgoing documents: one series for each issuer, type and term, no number twice,
// and what is missing between them. For check, the roster of outgoing documents and imports.

#include <string>

#include "quyche/diagnostic.hpp"
#include "register/store.hpp"

namespace quyche {

/// Which number this is among all; empty when the document has none.
[[nodiscard]] std::string number_key(const Values& outgoing);

/// Findings: register.twin-number, register.number-gap (a warning).
void check_numbers(Store& store, Diagnostics& found);

}  // namespace quyche

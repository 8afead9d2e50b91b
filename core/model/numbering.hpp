#pragma once
// The numbers of provisions and the words of internal references, computed, never typed. Điều run
// through the whole regulation; chương too; khoản restart in each điều, điểm in each khoản.

#include <string>

#include "quyche/diagnostic.hpp"
#include "quyche/regulation.hpp"

namespace quyche {

/// Sets Provision::number everywhere and Inline::shown of every reference. Findings:
/// regulation.unstable-number where a condition on a field that is filled later (village or
/// document level) would change the number of something outside it; regulation.dangling-reference.
void number_provisions(Regulation& regulation, Diagnostics& found);

/// "Điều 7.", "Chương II", "2.", "đ)": the number as it stands before the provision.
[[nodiscard]] std::string number_label(const Provision& provision);

/// How a provision is cited from outside: "điểm b khoản 2 Điều 7"; `within` is its parent's
/// citation.
[[nodiscard]] std::string citation(const Provision& provision, const std::string& within);

}  // namespace quyche

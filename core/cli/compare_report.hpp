#pragma once
// What a comparison prints: each changed provision with its words, in colours on a terminal, or
// JSON.

#include "quyche/engine.hpp"

namespace quyche::cli {

void print_diff(const DiffReport& report, bool json);
/// What was carried over, and a line for each question.
void print_rebase(const RebaseReport& report, bool json);

}  // namespace quyche::cli

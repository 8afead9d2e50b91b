#pragma once
// What `check` prints: what was mended, by rule, then the findings and how many there are.

#include <string>

#include "quyche/check.hpp"

namespace quyche::cli {

/// `fixed`: the mended copy; empty when none was asked for.
void print_check(const CheckReport& report, const std::string& file, const std::string& fixed,
                 bool json);

}  // namespace quyche::cli

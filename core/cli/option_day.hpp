#pragma once
// A day as it is typed behind an option.

#include <optional>
#include <string>

#include "quyche/values.hpp"

namespace quyche::cli {

/// Nothing when `text` is empty. Throws Error usage.bad-date naming the option.
[[nodiscard]] std::optional<Date> day_of(const std::string& text, const char* option = "--date");

}  // namespace quyche::cli

#pragma once
// Which fields a regulation still asks for after its import: blanks of what was left out, or became
// part of another field, are asked of nobody. Used by word_import.

#include <set>
#include <string>

#include "quyche/regulation.hpp"

namespace quyche::word {

/// Names of the fields in the text, in conditions, in legal bases and in the frame.
[[nodiscard]] std::set<std::string, std::less<>> used_fields(const Regulation& regulation);

}  // namespace quyche::word

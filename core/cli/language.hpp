#pragma once
// The words of the front end: every text comes from the message table, in the language asked for.

#include <string>
#include <vector>

namespace quyche::cli {

/// Chosen once, before the arguments are read (their help is text too).
void set_english(bool english);
[[nodiscard]] bool english();
[[nodiscard]] std::string words(const std::string& code,
                                const std::vector<std::string>& arguments = {});
/// 1039 → "1.039" or "1,039".
[[nodiscard]] std::string number(std::size_t value);

}  // namespace quyche::cli

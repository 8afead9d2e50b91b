#pragma once
// The check of an output's name where a command writes one kind of file: another ending would
// promise what is not in it. For the options of commands.

#include <functional>
#include <string>

namespace quyche::cli {

/// What CLI11 asks of a check: empty, or what is wrong. `ending`: ".docx".
[[nodiscard]] std::function<std::string(const std::string&)> ends_in(std::string ending);

}  // namespace quyche::cli

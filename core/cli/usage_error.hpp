#pragma once
// What is wrong with a command line, in the words of the message table: CLI11 speaks English only.
// For the reader of arguments.

#include <CLI/CLI.hpp>
#include <string>

namespace quyche::cli {

/// Found, what may be meant, where to look. `app` is as the failed parse left it.
[[nodiscard]] std::string explain_usage(const CLI::App& app, const CLI::ParseError& error);

}  // namespace quyche::cli

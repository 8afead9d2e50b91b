#pragma once
// What an operation says when it fails, as the terminal shows it. For tests that assert whole
// texts.

#include <string>

#include "base/messages.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche {

/// Findings one under the other.
inline std::string shown(const std::vector<Diagnostic>& findings,
                         Language language = Language::vietnamese) {
  std::string out;
  for (const auto& finding : findings) {
    if (!out.empty()) out += '\n';
    out += show(finding, language);
  }
  return out;
}

/// The findings of the Error that `operation` throws; "nothing thrown" when it throws none.
template <typename Operation>
std::string caught(Operation&& operation, Language language = Language::vietnamese) {
  try {
    operation();
  } catch (const Error& error) {
    return shown(error.findings(), language);
  }
  return "nothing thrown";
}

}  // namespace quyche

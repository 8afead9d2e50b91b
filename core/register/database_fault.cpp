#include "register/database_fault.hpp"

#include <array>
#include <string_view>

namespace quyche {
namespace {

struct Fault {
  std::string_view said;  ///< a piece of the engine's English words
  const char* code;
  const char* hint;
};

// The engines have stable words and Poco has no stable codes: PostgreSQL's SQLSTATE is not kept by
// its exceptions, and SQLite's extended codes fall together.
constexpr std::array<Fault, 16> k_faults{{
    {"database is locked", "file.register-locked", "hint.register-locked"},
    {"Database locked", "file.register-locked", "hint.register-locked"},
    {"lock timeout", "file.register-locked", "hint.register-locked"},
    {"database table is locked", "file.register-locked", "hint.register-locked"},
    {"database or disk is full", "file.register-full", "hint.check-disk"},
    {"disk I/O error", "file.register-full", "hint.check-disk"},
    {"No space left", "file.register-full", "hint.check-disk"},
    {"readonly database", "file.register-unwritable", "hint.register-unwritable"},
    {"unable to open database", "file.register-unwritable", "hint.register-unwritable"},
    {"Cannot open", "file.register-unwritable", "hint.register-unwritable"},
    {"not a database", "file.register-damaged", "hint.register-damaged"},
    {"malformed", "file.register-damaged", "hint.register-damaged"},
    {"Connection Error", "register.no-connection", "hint.register-connection"},
    {"connection to server", "register.no-connection", "hint.register-connection"},
    {"server closed the connection", "register.no-connection", "hint.register-connection"},
    {"no connection to the server", "register.no-connection", "hint.register-connection"},
}};

}  // namespace

Diagnostic database_finding(const std::string& name, const std::string& said) {
  for (const auto& fault : k_faults) {
    if (said.find(fault.said) == std::string::npos) continue;
    return {Severity::error, {fault.code, {said}}, {name, {}, {}, 0, 0}, {{fault.hint, {}}}};
  }
  return {Severity::error, {"register.failed", {said}}, {name, {}, {}, 0, 0}, {}};
}

}  // namespace quyche

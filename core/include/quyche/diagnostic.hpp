#pragma once
// What quyche says when something is wrong: one value for a finding, one list for all findings of a
// file, one exception that carries them. Texts are not here: a finding holds a code and arguments,
// and core/base/messages.tsv holds the Vietnamese and English sentences.

#include <cstddef>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "quyche/abi.hpp"

namespace quyche::inline abi_1 {

enum class Severity { note, warning, error };

/// A sentence of the message table: its code, and the values for {0}, {1} …
struct Text {
  std::string code;
  std::vector<std::string> arguments;
  friend bool operator==(const Text&, const Text&) = default;
};

/// One step of an address inside a file, from the outside in.
struct PlaceStep {
  enum class Kind {
    part,
    sheet,
    cell,
    paragraph,
    table,
    row,
    column,
    line,
    field,
    provision,
    entry
  };
  Kind kind;
  std::string value;
  friend bool operator==(const PlaceStep&, const PlaceStep&) = default;
};

/// Where a finding is: the file, the steps inside it, and, when known, the text with a marked span
/// (`column` and `length` count bytes of `excerpt`; length 0 means no mark).
struct Place {
  std::string file;
  std::vector<PlaceStep> steps;
  std::string excerpt;
  std::size_t column = 0;
  std::size_t length = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

/// One finding: what was found and expected (message), where (place), what to do (hints).
struct Diagnostic {
  Severity severity = Severity::error;
  Text message;
  Place place;
  std::vector<Text> hints;
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Ends an operation. Carries at least one finding.
class QUYCHE_EXPORT Error : public std::exception {
 public:
  explicit Error(Diagnostic finding) { findings_.push_back(std::move(finding)); }
  explicit Error(std::vector<Diagnostic> findings) : findings_(std::move(findings)) {}
  [[nodiscard]] const std::vector<Diagnostic>& findings() const noexcept { return findings_; }
  /// The code of the first finding; the sentence is made by the front end.
  [[nodiscard]] const char* what() const noexcept override {
    return findings_.empty() ? "" : findings_.front().message.code.c_str();
  }

 private:
  std::vector<Diagnostic> findings_;
};

/// All findings of an operation, in the order they were met.
class Diagnostics {
 public:
  void add(Diagnostic finding) { findings_.push_back(std::move(finding)); }
  void add(const std::vector<Diagnostic>& more) {
    findings_.insert(findings_.end(), more.begin(), more.end());
  }
  [[nodiscard]] const std::vector<Diagnostic>& findings() const noexcept { return findings_; }
  [[nodiscard]] bool has_errors() const noexcept {
    for (const auto& finding : findings_) {
      if (finding.severity == Severity::error) return true;
    }
    return false;
  }
  /// Throws Error with every finding when one of them is an error.
  void throw_if_errors() const {
    if (has_errors()) throw Error(findings_);
  }

 private:
  std::vector<Diagnostic> findings_;
};

}  // namespace quyche::inline abi_1

#pragma once
// What people type → the canonical text of a field's type. For rows and forms: reuse one object for
// many values, because patterns and lists of choices are costly to prepare.

#include <map>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/legacy_encoding.hpp"
#include "quyche/diagnostic.hpp"
#include "quyche/values.hpp"

namespace quyche {

class CanonicalValues {
 public:
  CanonicalValues();

  /// Nothing, and a finding at `place`, when the text does not fit: field.not-a-date,
  /// field.not-an-integer, field.not-a-boolean, field.not-a-choice, field.pattern,
  /// field.legacy-text, field.too-long. NFD becomes NFC silently, line ends become spaces. An empty
  /// text is an empty value.
  [[nodiscard]] std::optional<std::string> convert(const Field& field, std::string_view text,
                                                   const Place& place, Diagnostics& found);

 private:
  struct Prepared {
    std::optional<std::regex> pattern;
    std::vector<std::pair<std::string, std::string>> choices;  ///< match key → value
  };

  const Prepared& prepared(const Field& field);
  std::optional<std::string> by_type(const Field& field, const std::string& text);
  [[nodiscard]] std::optional<std::string> boolean_from(const std::string& text) const;

  std::map<std::string, Prepared, std::less<>> fields_;  ///< by name
  std::string yes_;
  std::string no_;
};

/// As people call it: "TCVN3 (ABC)", "VNI".
[[nodiscard]] std::string encoding_name(LegacyEncoding encoding);

}  // namespace quyche

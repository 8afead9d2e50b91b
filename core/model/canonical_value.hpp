#pragma once
// What people type → the canonical text of a field's type. Compiled once per list of fields,
// because patterns are costly to build.

#include <map>
#include <optional>
#include <regex>
#include <string>
#include <string_view>

#include "quyche/diagnostic.hpp"
#include "quyche/values.hpp"

namespace quyche {

class CanonicalValues {
 public:
  /// Nothing, and a finding at `place`, when the text does not fit: field.not-a-date,
  /// field.not-an-integer, field.not-a-boolean, field.not-a-choice, field.pattern,
  /// field.legacy-text, field.several-lines. NFD becomes NFC silently. An empty text is an empty
  /// value.
  [[nodiscard]] std::optional<std::string> convert(const Field& field, std::string_view text,
                                                   const Place& place, Diagnostics& found);

 private:
  bool fits(const Field& field, const std::string& value);

  std::map<std::string, std::optional<std::regex>> patterns_;  ///< by pattern; nothing: unusable
};

}  // namespace quyche

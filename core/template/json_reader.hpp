#pragma once
// JSON straight to values, for json_text: data files are read as often as documents are rendered.
// Says nothing about what is wrong; that is left to the library, which reads such a text again.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "template/value.hpp"

namespace quyche {

inline constexpr std::size_t k_deepest_json = 90;

/// Thrown when an object has a name twice: of the two values one would be lost in silence.
struct TwinKey {
  std::string name;
  std::size_t offset = 0;  ///< of the second, with its quotation marks
  std::size_t size = 0;    ///< 0: it is not known where
};

/// Nothing when the text is not JSON, or holds what is better left to the library: numbers out of
/// range, more than 90 levels. Throws TwinKey, and TemplateFault as Value::map does.
[[nodiscard]] std::optional<Value> read_json(std::string_view json);

}  // namespace quyche

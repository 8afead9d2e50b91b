#pragma once
// Walking over what can be walked over (list, tuple, keys of a map, characters of a text, range and
// other objects with a size) without copying it. Refers to the value it was made of.

#include <string_view>
#include <vector>

#include "template/value.hpp"

namespace quyche {

class ValueItems {
 public:
  /// Throws TemplateFault, naming `user` (a filter, "for"), when the value has no items. Undefined
  /// has none and is no error. The value must outlive this.
  ValueItems(const Value& value, std::string_view user);
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] Value at(std::size_t index) const;
  [[nodiscard]] static bool can_walk(const Value& value);

 private:
  const Value* value_;
  std::vector<std::string_view> characters_;  ///< of a text
  std::size_t size_ = 0;
};

/// All items in a list of their own; throws TemplateFault past 10 million of them.
[[nodiscard]] std::vector<Value> items_of(const Value& value, std::string_view user);
/// Steps that walking once over a value takes, what stands inside its items not counted.
[[nodiscard]] std::size_t walking_work(const Value& value);
/// The characters (code points) of a text.
[[nodiscard]] std::vector<std::string_view> characters_of(std::string_view text);
/// How many code points a text has.
[[nodiscard]] std::size_t count_characters(std::string_view text);

}  // namespace quyche

#pragma once
// Names with numbers in the order they were added, each once. A long template prints hundreds of
// names: nothing is set aside for each.

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace quyche {

class NumberedNames {
 public:
  /// The number of a name, and whether it is new. The letters must outlive the table.
  std::pair<std::uint32_t, bool> add(std::string_view name);
  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  struct Name {
    std::string_view letters;
    std::size_t hash = 0;
  };
  [[nodiscard]] std::size_t place_of(const Name& name) const;
  void grow();

  std::vector<Name> names_;
  std::vector<std::uint32_t> places_;  ///< hash → number from 1; what collides stands behind
};

}  // namespace quyche

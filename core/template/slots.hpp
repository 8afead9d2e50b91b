#pragma once
// Gives every name of a tree its slots, so that rendering looks nothing up by text: variables of
// the template stand in frames, names of the data in one list. Scopes are those of Jinja2.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/numbered_names.hpp"
#include "template/tree.hpp"

namespace quyche {

struct SlotLayout {
  std::uint32_t frame_size = 0;  ///< of the template itself
  std::uint32_t memo_count = 0;
  std::vector<std::string_view> global_names;  ///< of the tree, to be looked up in the data
};

/// `names` are those that passages print, with the numbers they have there.
[[nodiscard]] SlotLayout resolve_slots(StatementBody& root, NumberedNames names);

/// The names that the statements of one scope set, without those of scopes inside it.
[[nodiscard]] std::vector<std::string> names_set_in(const StatementBody& body);

}  // namespace quyche

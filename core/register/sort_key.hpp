#pragma once
// Sort keys as text that every database orders alike, whatever its collation. For whatever stores
// names.

#include <string>
#include <string_view>

namespace quyche {

/// In the order of compare_names (units, villages) and compare_people.
[[nodiscard]] std::string name_sort_key(std::string_view name);
[[nodiscard]] std::string person_sort_key(std::string_view name);

}  // namespace quyche

#include "base/small_letters.hpp"

namespace quyche {

bool map_to_small(std::string_view text, char* small) {
  return map_to_small(text, small, [](const ByteBlock&, const Leads&) {});
}

}  // namespace quyche

#include "base/kept_memory.hpp"

#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace quyche {

void keep_freed_memory() {
#if defined(__GLIBC__)
  constexpr int k_largest_kept = 32 << 20;  // what is larger goes back at once
  constexpr int k_most_kept = 512 << 20;
  ::mallopt(M_MMAP_THRESHOLD, k_largest_kept);
  ::mallopt(M_TRIM_THRESHOLD, k_most_kept);
#endif
}

}  // namespace quyche

#pragma once
// The binary border between quyche and its plugins. Everything that crosses it lives in the
// versioned inline namespace, so that a plugin built for another version fails to load instead of
// crashing. To raise the version: change the number and the namespace name together, then follow
// "ABI bump" in core/README.md.

#define QUYCHE_ABI 1

#if defined(_WIN32)
#define QUYCHE_EXPORT __declspec(dllexport)
#else
#define QUYCHE_EXPORT __attribute__((visibility("default")))
#endif

namespace quyche::inline abi_1 {

/// Version of the plugin interface; compared with the `abi` of a plugin's manifest before any of
/// its code is loaded.
inline constexpr int k_abi = QUYCHE_ABI;

}  // namespace quyche::inline abi_1

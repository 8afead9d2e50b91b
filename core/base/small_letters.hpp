#pragma once
// Small letters of text in the letters Vietnamese is written with: no letter changes its length, so
// that many bytes are mapped at once. For lower() of text.hpp, which asks ICU about all others.

#include <string_view>

namespace quyche {

/// Writes text.size() bytes to `small`. False when a letter is none of ASCII, À–ÿ, Ă, Đ, Ĩ, Ũ, Ơ,
/// Ư, U+1E80–1EFF and the signs of U+2002–203F, or the bytes are no UTF-8; `small` is then of no
/// use.
[[nodiscard]] bool map_to_small(std::string_view text, char* small);

}  // namespace quyche

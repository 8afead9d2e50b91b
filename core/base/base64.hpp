#pragma once
// Bytes as text that goes where only letters may, and back. For models kept in properties and files
// kept in a register.

#include <string>
#include <string_view>

namespace quyche {

[[nodiscard]] std::string to_base64(std::string_view bytes);
/// Line breaks and spaces that a program put in are left out.
[[nodiscard]] std::string from_base64(std::string_view text);

}  // namespace quyche

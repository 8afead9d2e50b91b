#pragma once
// Writing one code point as UTF-8, for readers that resolve references and convert encodings.

#include <array>
#include <cstdint>
#include <string>

namespace quyche {

/// Up to four bytes; where they end.
inline char* put_utf8(char* out, std::uint32_t code) {
  const auto byte = [&out](std::uint32_t value) {
    *out++ = static_cast<char>(static_cast<unsigned char>(value));
  };
  if (code < 0x80U) {
    byte(code);
  } else if (code < 0x800U) {
    byte(0xC0U | (code >> 6U));
    byte(0x80U | (code & 0x3FU));
  } else if (code < 0x10000U) {
    byte(0xE0U | (code >> 12U));
    byte(0x80U | ((code >> 6U) & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  } else {
    byte(0xF0U | (code >> 18U));
    byte(0x80U | ((code >> 12U) & 0x3FU));
    byte(0x80U | ((code >> 6U) & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  }
  return out;
}

inline void append_utf8(std::string& out, std::uint32_t code) {
  std::array<char, 4> bytes{};
  out.append(bytes.data(), put_utf8(bytes.data(), code));
}

}  // namespace quyche

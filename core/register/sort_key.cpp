#include "register/sort_key.hpp"

#include "base/text.hpp"

namespace quyche {
namespace {

std::string hex(const std::string& key) {
  constexpr const char* k_digits = "0123456789abcdef";
  std::string out;
  out.reserve(key.size() * 2);
  for (const char sign : key) {
    const auto byte = static_cast<unsigned char>(sign);
    out += k_digits[byte >> 4U];
    out += k_digits[byte & 15U];
  }
  return out;
}

}  // namespace

std::string name_sort_key(std::string_view name) { return hex(name_key(name)); }

std::string person_sort_key(std::string_view name) { return hex(person_key(name)); }

}  // namespace quyche

#include "check/look_alike.hpp"

#include <array>
#include <utility>

namespace quyche::check {
namespace {

/// Look-alike and letter in UTF-8; all are two bytes long, so that places in the text stay.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> k_letters{
    {{"\xC3\x90", "\xC4\x90"},
     {"\xC3\xB0", "\xC4\x91"},
     {"\xC6\x89", "\xC4\x90"},
     {"\xC9\x96", "\xC4\x91"}}};

}  // namespace

std::string_view look_alike_in(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    for (const auto& [wrong, right] : k_letters) {
      if (text.substr(at, wrong.size()) == wrong) return wrong;
    }
  }
  return {};
}

std::string with_right_letters(std::string text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    for (const auto& [wrong, right] : k_letters) {
      if (std::string_view(text).substr(at, wrong.size()) == wrong) {
        text.replace(at, wrong.size(), right);
      }
    }
  }
  return text;
}

}  // namespace quyche::check

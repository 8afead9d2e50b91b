#include "cli/language.hpp"

#include "quyche/engine.hpp"

namespace quyche::cli {
namespace {

bool& english_flag() {
  static bool flag = false;
  return flag;
}

}  // namespace

void set_english(bool value) { english_flag() = value; }
bool english() { return english_flag(); }

std::string words(const std::string& code, const std::vector<std::string>& arguments) {
  return show_text({code, arguments}, english());
}

std::string number(std::size_t value) {
  auto digits = std::to_string(value);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), english() ? "," : ".");
  }
  return digits;
}

}  // namespace quyche::cli

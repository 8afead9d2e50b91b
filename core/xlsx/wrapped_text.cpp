#include "xlsx/wrapped_text.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace quyche {
namespace {

// Of a text without line ends.
std::size_t lines_in_paragraph(std::string_view text, std::size_t letters) {
  std::size_t lines = 1;
  std::size_t filled = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const auto word = columns(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (filled > 0 && filled + 1 + word > letters) {
      ++lines;
      filled = 0;
    }
    filled += word + (filled > 0 ? 1 : 0);
    if (filled > letters) {  // only a word that is longer than a line
      lines += (filled - 1) / letters;
      filled = (filled - 1) % letters + 1;
    }
  }
  return lines;
}

}  // namespace

std::size_t lines_in(std::string_view text, std::size_t letters) {
  std::size_t lines = 0;
  for (;;) {
    const auto end = std::min(text.find('\n'), text.size());
    lines += lines_in_paragraph(text.substr(0, end), letters);
    if (end == text.size()) return lines;
    text.remove_prefix(end + 1);
  }
}

}  // namespace quyche

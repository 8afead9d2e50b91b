#include "meeting/record/long_text.hpp"

#include <algorithm>

#include "base/date.hpp"

namespace quyche::meeting {

std::vector<std::string> lines_in(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

// A piece never is empty or begins with an empty line: such a row would look like none.
std::vector<std::string> in_pieces(const std::string& text, std::size_t letters) {
  std::vector<std::string> pieces;
  for (auto& line : lines_in(text)) {
    const bool fits =
        !pieces.empty() && (line.empty() || pieces.back().size() + line.size() < letters);
    if (fits) {
      pieces.back() += "\n" + line;
    } else {
      pieces.push_back(std::move(line));
    }
  }
  return pieces;
}

std::string shown_word(const RecordLayout& layout, const RecordField& field,
                       const std::string& text) {
  if (text.empty()) return text;
  if (field.type == RecordType::flag) return text == "true" ? layout.yes : layout.no;
  if (field.type == RecordType::day) {
    const auto day = date_from_iso(text);
    return day ? short_date(*day) : text;
  }
  for (const auto& choice : field.choices) {
    if (choice.value == text) return choice.label;
  }
  return text;
}

}  // namespace quyche::meeting

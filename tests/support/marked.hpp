#pragma once
// What a finding in a text file looks like on the terminal, built from its parts. For tests that
// assert whole texts without counting the columns of a mark.

#include <string>

#include "base/text.hpp"

namespace quyche {

/// An error in `line` of `file` whose text is `text`, with the start tag marked that begins with
/// `tag` (the first one when it is empty).
inline std::string marked(const std::string& file, int line, const std::string& text,
                          const std::string& message, const std::string& tag = {}) {
  const auto begin = text.find(tag.empty() ? "<" : tag);
  const auto end = text.find('>', begin);
  return file + " › dòng " + std::to_string(line) + "\nlỗi: " + message + "\n  " + text + "\n  " +
         std::string(columns(text.substr(0, begin)), ' ') + "^" +
         std::string(columns(text.substr(begin, end - begin)), '~');
}

}  // namespace quyche

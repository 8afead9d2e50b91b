#include "template/letters.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "template/arithmetic.hpp"
#include "template/items.hpp"

namespace quyche {
namespace {

bool in_set(std::string_view character, std::string_view set) {
  return set.empty() ? is_space(character) : set.find(character) != set.npos;
}

}  // namespace

bool is_letter(std::string_view character) {
  const auto first = static_cast<unsigned char>(character.front());
  if (first < 0x80) {
    return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
  }
  return upper(character) != lower(character);
}

bool is_space(std::string_view character) {
  if (character.size() == 1) {
    const char c = character.front();
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= '\x1c' && c <= '\x1f');
  }
  return character == "\u00A0" || character == "\u0085" || character == "\u1680" ||
         (character >= "\u2000" && character <= "\u200A") || character == "\u2028" ||
         character == "\u2029" || character == "\u202F" || character == "\u205F" ||
         character == "\u3000";
}

std::string stripped(std::string_view text, std::string_view set, bool left, bool right) {
  const auto characters = characters_of(text);
  std::size_t begin = 0;
  std::size_t end = characters.size();
  std::size_t from = 0;
  std::size_t to = text.size();
  for (; left && begin < end && in_set(characters[begin], set); ++begin) {
    from += characters[begin].size();
  }
  for (; right && end > begin && in_set(characters[end - 1], set); --end) {
    to -= characters[end - 1].size();
  }
  return std::string(text.substr(from, to - from));
}

std::string capitalised(std::string_view text) {
  if (text.empty()) return {};
  const auto first = characters_of(text).front();
  return upper(first) + lower(text.substr(first.size()));
}

std::string titled(std::string_view text, std::string_view starts) {
  std::string out;
  bool begins = true;
  for (const auto character : characters_of(text)) {
    out += begins ? upper(character) : lower(character);
    const bool breaks = starts.empty()
                            ? !is_letter(character)
                            : is_space(character) || starts.find(character) != starts.npos;
    begins = breaks;
  }
  return out;
}

std::string replaced(std::string_view text, std::string_view old, std::string_view with,
                     std::int64_t limit) {
  std::string out;
  const auto add = [&](std::string_view part) {
    out += part;
    check_size(out.size());
  };
  if (old.empty()) {
    // Between all characters, as Python has it.
    for (const auto character : characters_of(text)) {
      if (limit-- != 0) add(with);
      add(character);
    }
    if (limit != 0) add(with);
    return out;
  }
  while (limit-- != 0) {
    const auto at = text.find(old);
    if (at == text.npos) break;
    add(text.substr(0, at));
    add(with);
    text.remove_prefix(at + old.size());
  }
  add(text);
  return out;
}

std::vector<std::string> split_text(std::string_view text, std::string_view mark,
                                    std::int64_t limit) {
  std::vector<std::string> out;
  if (!mark.empty()) {
    for (auto at = text.find(mark); at != text.npos && limit-- != 0; at = text.find(mark)) {
      out.emplace_back(text.substr(0, at));
      text.remove_prefix(at + mark.size());
    }
    out.emplace_back(text);
    return out;
  }
  auto rest = stripped(text, {}, true, false);
  while (!rest.empty()) {
    if (limit-- == 0) {
      out.push_back(stripped(rest, {}, false, true));
      break;
    }
    std::size_t end = 0;
    for (const auto character : characters_of(rest)) {
      if (is_space(character)) break;
      end += character.size();
    }
    out.push_back(rest.substr(0, end));
    rest = stripped(rest.substr(end), {}, true, false);
  }
  return out;
}

std::vector<std::string> lines_of(std::string_view text, bool keep_ends) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto at = std::min(text.find_first_of("\r\n\v\f"), text.size());
    auto end = std::min(at + 1, text.size());
    if (text.substr(at, 2) == "\r\n") ++end;
    out.emplace_back(text.substr(0, keep_ends ? end : at));
    text.remove_prefix(end);
  }
  return out;
}

}  // namespace quyche

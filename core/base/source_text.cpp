#include "base/source_text.hpp"

#include <algorithm>

namespace quyche {
namespace {

constexpr std::size_t k_before = 400;  // bytes of a long line kept before the mark
constexpr std::size_t k_shown = 1000;  // bytes of a long line kept in all

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::size_t character_start(std::string_view line, std::size_t at) {
  while (at > 0 && at < line.size() && continues(line[at])) --at;
  return at;
}

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\r'; }

}  // namespace

std::size_t line_at(std::string_view bytes, std::size_t offset) {
  const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(offset, bytes.size()));
  return 1 + static_cast<std::size_t>(std::count(bytes.begin(), end, '\n'));
}

Place place_in(std::string_view bytes, const std::string& file, std::size_t offset,
               std::size_t length) {
  offset = std::min(offset, bytes.size());
  Place place;
  place.file = file;
  place.steps.push_back({PlaceStep::Kind::line, std::to_string(line_at(bytes, offset))});

  const auto before = bytes.substr(0, offset).rfind('\n');
  std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  std::size_t end = std::min(bytes.find('\n', offset), bytes.size());
  while (begin < offset && is_blank(bytes[begin])) ++begin;
  while (end > offset && is_blank(bytes[end - 1])) --end;

  const std::string_view line = bytes.substr(begin, end - begin);
  const std::size_t mark = offset - begin;
  std::size_t from = 0;
  std::size_t to = line.size();
  if (line.size() > k_shown) {
    from = character_start(line, mark > k_before ? mark - k_before : 0);
    to = character_start(line, std::min(line.size(), from + k_shown));
  }
  place.column = mark - from;
  place.excerpt = line.substr(from, to - from);
  // Past the last character of the line the mark is one column wide.
  place.length = std::max<std::size_t>(std::min(length, to - std::min(mark, to)), 1);
  std::replace_if(
      place.excerpt.begin(), place.excerpt.end(),
      [](char byte) { return static_cast<unsigned char>(byte) < 0x20U; }, ' ');
  if (place.excerpt.empty()) place.excerpt.assign(1, ' ');
  return place;
}

}  // namespace quyche

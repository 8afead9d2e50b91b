#include "xlsx/cell_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "xlsx/workbook_package.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_most_strings = 5'000'000;

// The code of an escaped character at the front of `text`: _xHHHH_.
bool is_escape(std::string_view text, std::uint32_t& code) {
  if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return false;
  const auto result = std::from_chars(text.data() + 2, text.data() + 6, code, 16);
  return result.ec == std::errc() && result.ptr == text.data() + 6;
}

std::string without_escapes(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto at = std::min(text.find("_x"), text.size());
    out.append(text.substr(0, at));
    text.remove_prefix(at);
    std::uint32_t code = 0;
    if (is_escape(text, code)) {
      if (code < 0xD800U || code > 0xDFFFU) append_utf8(out, code);
      text.remove_prefix(7);
    } else if (!text.empty()) {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

constexpr bool is_control(char byte) {
  return (static_cast<unsigned char>(byte) < 0x20U && byte != '\n' && byte != '\t') || byte == 0x7F;
}

/// What may have to leave a text: control characters, and the "_" of an escape.
constexpr auto k_odd = [] {
  std::array<bool, 256> odd{};
  for (std::size_t byte = 0; byte < 0x80; ++byte) odd[byte] = is_control(static_cast<char>(byte));
  odd['_'] = true;
  return odd;
}();

// Up to the end of the element the scanner just entered.
void skip_element(XmlScanner& scanner) {
  const std::size_t depth = scanner.depth();
  while (scanner.next() != XmlScanner::Token::end || scanner.depth() != depth) {
  }
}

}  // namespace

std::string cell_text(std::string text) {
  bool is_odd = false;
  unsigned char letters = 0;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    is_odd = is_odd || k_odd[byte];
    letters |= byte;
  }
  if (is_odd) {
    if (text.find("_x") != std::string::npos) text = without_escapes(text);
    text.erase(std::remove_if(text.begin(), text.end(), is_control), text.end());
  }
  if (!is_odd && (letters < 0x80U || is_normalised(text))) return text;
  return normalise(text);
}

std::string read_string(XmlScanner& scanner) {
  using Token = XmlScanner::Token;
  const std::size_t depth = scanner.depth();
  std::string raw;
  bool in_text = false;
  for (Token token = scanner.next();; token = scanner.next()) {
    if (token == Token::text && in_text) scanner.append_text(raw);
    if (token == Token::text) continue;
    const bool starts = token == Token::start;
    if (!starts && scanner.depth() == depth) return cell_text(std::move(raw));
    if (starts && scanner.local_name() == "rPh") {
      skip_element(scanner);
    } else if (scanner.local_name() == "t") {
      in_text = starts;
    }
  }
}

std::vector<std::string> read_shared_strings(ByteSource& part, const std::string& place) {
  std::vector<std::string> strings;
  if (!is_utf8(part)) (void)xml_text(all_bytes(part), place);
  XmlScanner scanner(part, place);
  for (auto token = scanner.next(); token != XmlScanner::Token::done; token = scanner.next()) {
    if (token != XmlScanner::Token::start || scanner.depth() != 2) continue;
    if (scanner.local_name() != "si") continue;
    if (strings.size() == k_most_strings) refuse_workbook("xlsx.too-large", place);
    strings.push_back(read_string(scanner));
  }
  return strings;
}

}  // namespace quyche

#include "base/xml.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/source_text.hpp"
#include "base/xml_scanner.hpp"

namespace quyche {
namespace {

constexpr std::uint8_t k_in_text = 1;
constexpr std::uint8_t k_in_attribute = 2;

constexpr std::array<std::uint8_t, 256> make_stops() {
  std::array<std::uint8_t, 256> stops{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) stops[byte] = k_in_text | k_in_attribute;
  stops['\t'] = stops['\n'] = k_in_attribute;
  stops['"'] = k_in_attribute;
  stops['&'] = stops['<'] = stops['>'] = k_in_text | k_in_attribute;
  stops[0xEF] = k_in_text | k_in_attribute;  // may lead U+FFFE, U+FFFF
  return stops;
}
constexpr auto k_stops = make_stops();

// What is written for a byte that may not stand as it is; empty: dropped.
std::string_view replacement(char byte) {
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return {};
  }
}

void append_element(std::string& out, pugi::xml_node node) {
  const std::string_view name = node.name();
  out += '<';
  out += name;
  for (const auto attribute : node.attributes()) {
    out += ' ';
    out += attribute.name();
    out += "=\"";
    append_escaped(out, attribute.value(), true);
    out += '"';
  }
  if (!node.first_child()) {
    out += "/>";
    return;
  }
  out += '>';
  for (const auto child : node.children()) append_xml(out, child);
  out += "</";
  out += name;
  out += '>';
}

}  // namespace

XmlDocument::XmlDocument(std::string bytes, std::string file, XmlSpace space)
    : bytes_(std::move(bytes)), file_(std::move(file)) {
  bytes_.erase(0, bytes_.size() - xml_text(bytes_, file_).size());
  XmlScanner scanner(bytes_, file_);
  while (scanner.next() != XmlScanner::Token::done) {
  }
  const unsigned options =
      pugi::parse_default | (space == XmlSpace::mixed ? pugi::parse_ws_pcdata : 0U);
  const auto result = tree_.load_buffer(bytes_.data(), bytes_.size(), options, pugi::encoding_utf8);
  if (!result) {
    const Place place = place_in(bytes_, file_, static_cast<std::size_t>(result.offset), 1);
    throw Error(Diagnostic{
        Severity::error, {"xml.not-well-formed", {place.steps.front().value}}, place, {}});
  }
}

XmlDocument read_xml_part(std::string bytes, const std::string& file, const std::string& part) {
  try {
    return XmlDocument(std::move(bytes), file, XmlSpace::mixed);
  } catch (const Error& error) {
    auto findings = error.findings();
    for (auto& finding : findings) {
      auto& steps = finding.place.steps;
      steps.insert(steps.begin(), {PlaceStep::Kind::part, part});
      finding.hints.push_back({"hint.save-as-docx", {}});
    }
    throw Error(std::move(findings));
  }
}

Place XmlDocument::place(pugi::xml_node node) const {
  // Nodes made after reading stand nowhere: the nearest one above that does is shown.
  while (node && node.offset_debug() < 0) node = node.parent();
  if (!node || node.type() == pugi::node_document) {
    Place place;
    place.file = file_;
    return place;
  }
  auto begin = static_cast<std::size_t>(node.offset_debug());
  const char stop = node.type() == pugi::node_element ? '>' : '<';
  if (stop == '>' && begin > 0) --begin;
  std::size_t end = bytes_.find(stop, begin);
  if (end == std::string::npos) end = bytes_.size();
  const auto line_end = bytes_.find('\n', begin);
  const std::size_t length = std::min(end + (stop == '>' ? 1 : 0), line_end) - begin;
  return place_in(bytes_, file_, begin, length);
}

void report(Diagnostics& found, const XmlDocument& document, pugi::xml_node node, Text message) {
  found.add({Severity::error, std::move(message), document.place(node), {}});
}

void append_escaped(std::string& out, std::string_view text, bool in_attribute) {
  const std::uint8_t mask = in_attribute ? k_in_attribute : k_in_text;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    if ((k_stops[static_cast<unsigned char>(byte)] & mask) == 0) continue;
    std::size_t skipped = 1;
    if (byte == '\xEF') {
      const auto rest = text.substr(at + 1, 2);
      if (rest != "\xBF\xBE" && rest != "\xBF\xBF") continue;
      skipped = 3;
    }
    out.append(text.data() + from, at - from);
    out.append(replacement(byte));
    at += skipped - 1;
    from = at + 1;
  }
  out.append(text.data() + from, text.size() - from);
}

void append_xml(std::string& out, pugi::xml_node node) {
  switch (node.type()) {
    case pugi::node_element:
      append_element(out, node);
      break;
    case pugi::node_pcdata:
    case pugi::node_cdata:
      append_escaped(out, node.value());
      break;
    case pugi::node_comment:
      out.append("<!--").append(node.value()).append("-->");
      break;
    case pugi::node_pi:
      out.append("<?").append(node.name());
      if (*node.value() != '\0') out.append(" ").append(node.value());
      out.append("?>");
      break;
    case pugi::node_document:
      for (const auto child : node.children()) append_xml(out, child);
      break;
    default:
      break;  // declaration and DOCTYPE: to_xml writes the one, nobody the other
  }
}

std::string to_xml(const pugi::xml_document& tree, bool standalone) {
  std::string out = standalone ? "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                               : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  append_xml(out, tree);
  return out;
}

}  // namespace quyche

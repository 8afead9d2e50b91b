#include "base/xml_scanner.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/source_text.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "base/xml_letters.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_attributes = 1000;  // of one element; each is compared with all

enum Class : std::uint8_t { k_plain, k_name = 1, k_space = 2, k_special = 4 };

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                        (byte >= '0' && byte <= '9') || byte >= 0x80U;
    if (letter || byte == '_' || byte == ':' || byte == '-' || byte == '.') classes[byte] |= k_name;
    const bool space = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
    if (space) classes[byte] |= k_space;
    // 0xEF leads U+FFFE and U+FFFF, which XML forbids.
    if ((byte < 0x20U && !space) || byte == '<' || byte == '&' || byte == '>' || byte == 0xEFU) {
      classes[byte] |= k_special;
    }
  }
  return classes;
}
constexpr auto k_classes = make_classes();

bool is(char byte, Class wanted) {
  return (k_classes[static_cast<unsigned char>(byte)] & wanted) != 0;
}

bool is_xml_character(std::uint32_t code) {
  if (code < 0x20U) return code == '\t' || code == '\n' || code == '\r';
  return code <= 0xD7FFU || (code >= 0xE000U && code <= 0xFFFDU) ||
         (code >= 0x10000U && code <= 0x10FFFFU);
}

std::optional<std::uint32_t> numbered(std::string_view digits) {
  const bool hex = digits.starts_with('x');
  if (hex) digits.remove_prefix(1);
  std::uint32_t code = 0;
  const char* end = digits.data() + digits.size();
  const auto result = std::from_chars(digits.data(), end, code, hex ? 16 : 10);
  const bool whole = result.ec == std::errc() && result.ptr == end;
  return whole && is_xml_character(code) ? std::optional(code) : std::nullopt;
}

// What stands between & and ; as one character, or nothing when XML does not know it.
std::optional<std::uint32_t> referred(std::string_view name) {
  if (name.starts_with('#')) return numbered(name.substr(1));
  if (name == "amp") return '&';
  if (name == "lt") return '<';
  if (name == "gt") return '>';
  if (name == "quot") return '"';
  if (name == "apos") return '\'';
  return std::nullopt;
}

// Names are short: a loop is sooner done than a call.
bool is_same(std::string_view name, std::string_view other) {
  if (name.size() != other.size()) return false;
  std::size_t at = 0;
  while (at < name.size() && name[at] == other[at]) ++at;
  return at == name.size();
}

bool is_noncharacter(std::string_view bytes, std::size_t at) {
  return bytes.size() - at >= 3 && bytes[at + 1] == '\xBF' &&
         (bytes[at + 2] == '\xBE' || bytes[at + 2] == '\xBF');
}

}  // namespace

XmlScanner::XmlScanner(std::string_view bytes, std::string file)
    : bytes_(bytes), file_(std::move(file)) {
  read_declaration();
}

void XmlScanner::read_declaration() {
  if (looking_at("<?xml") && bytes_.size() > 5 && is(bytes_[5], k_space)) {
    const auto end = bytes_.find("?>");
    if (end == std::string_view::npos) fail(0, 5, {"hint.xml-unfinished", {"<?xml"}});
    at_ = end + 2;
  }
}

XmlScanner::Token XmlScanner::next() {
  if (closes_) {
    closes_ = false;
    return Token::end;
  }
  is_outside_ = false;
  for (;;) {
    if (at_ >= whole_until_) read_on();
    token_ = at_;
    is_literal_ = false;
    if (at_ >= bytes_.size()) break;
    if (bytes_[at_] != '<') {
      const Token token = character_data();
      if (!open_.empty()) return token;
    } else if (peek(1) == '!' && looking_at("<!--")) {
      comment();
    } else if (peek(1) == '?') {
      instruction();
    } else {
      return markup();
    }
  }
  check_end();
  return Token::done;
}

bool XmlScanner::pass_alike(std::string_view head, std::string_view tail) {
  if (closes_ || open_.empty() || source_ != nullptr || !looking_at(head)) return false;
  const auto before = at_;
  at_ = token_ = before + head.size();
  is_literal_ = false;
  character_data();
  const bool is_alike = looking_at(tail);
  at_ = is_alike ? at_ + tail.size() : before;
  return is_alike;
}

void XmlScanner::check_end() const {
  if (!open_.empty()) fail(at_, 1, {"hint.xml-unclosed", {std::string(open_.back())}});
  if (!has_root_) fail(at_, 1, {"hint.xml-no-root", {}});
}

XmlScanner::Token XmlScanner::markup() {
  if (peek(1) == '/') return end_tag();
  if (peek(1) != '!') return start_tag();
  if (looking_at("<!DOCTYPE")) refuse("xml.doctype");
  if (!looking_at("<![CDATA[") || open_.empty()) fail(at_, 2, {"hint.xml-markup", {}});
  read_up_to("]]>");
  const auto end = bytes_.find("]]>", at_);
  if (end == std::string_view::npos) fail(at_, 9, {"hint.xml-unfinished", {"<![CDATA["}});
  text_ = bytes_.substr(at_ + 9, end - at_ - 9);
  for (std::size_t index = 0; index < text_.size(); ++index) {
    const char byte = text_[index];
    const bool bad = static_cast<unsigned char>(byte) < 0x20U && !is(byte, k_space);
    if (bad) fail(at_ + 9 + index, 1, {"hint.xml-control", {}});
  }
  at_ = end + 3;
  is_literal_ = true;
  return Token::text;
}

XmlScanner::Token XmlScanner::start_tag() {
  ++at_;
  if (open_.empty() && has_root_) fail(token_, 1, {"hint.xml-second-root", {}});
  name_ = read_name();
  attributes_.clear();
  while (peek() != '>' && one_attribute()) {
  }
  if (open_.size() == k_depth) refuse("xml.too-deep");
  has_root_ = true;
  closes_ = bytes_[at_] == '/';
  at_ += closes_ ? 2 : 1;
  is_outside_ = closes_;
  if (!closes_) open_.push_back(name_);
  return Token::start;
}

// One attribute; false before ">" and "/>".
bool XmlScanner::one_attribute() {
  const std::size_t before = at_;
  skip_space();
  if (at_ >= bytes_.size()) fail(token_, 1, {"hint.xml-unfinished", {"<" + std::string(name_)}});
  if (peek() == '>' || (peek() == '/' && peek(1) == '>')) return false;
  if (at_ == before) fail(at_, 1, {"hint.xml-attribute", {}});
  const std::size_t begin = at_;
  const auto name = read_name();
  if (peek() != '=') skip_space();
  if (peek() != '=') fail(begin, name.size(), {"hint.xml-attribute", {}});
  ++at_;
  if (peek() != '"') skip_space();
  if (peek() != '"' && peek() != '\'') fail(begin, name.size(), {"hint.xml-attribute", {}});
  if (attributes_.size() == k_attributes) {
    fail(begin, name.size(), {"hint.xml-attributes", {std::to_string(k_attributes)}});
  }
  for (const auto& known : attributes_) {
    if (is_same(known.first, name)) {
      fail(begin, name.size(), {"hint.xml-attribute-twice", {std::string(name)}});
    }
  }
  const std::size_t value = ++at_;
  attribute_value(bytes_[value - 1]);
  attributes_.emplace_back(name, bytes_.substr(value, at_ - value - 1));
  return true;
}

void XmlScanner::attribute_value(char quote) {
  const auto bytes = bytes_;
  auto at = at_;
  for (; at < bytes.size() && bytes[at] != quote; ++at) {
    const char byte = bytes[at];
    if (!is(byte, k_special) || byte == '>') continue;
    if (byte == '<') fail(at, 1, {"hint.xml-less-than", {}});
    if (byte == '&') {
      at_ = at;
      reference();
      at = at_;
    } else if (byte != '\xEF' || is_noncharacter(bytes, at)) {
      fail(at, 1, {"hint.xml-control", {}});
    }
  }
  if (at >= bytes.size()) fail(token_, 1, {"hint.xml-unfinished", {"<" + std::string(name_)}});
  at_ = at + 1;
}

XmlScanner::Token XmlScanner::end_tag() {
  at_ += 2;
  // Mostly the name of the element is all there is.
  const auto expected = open_.empty() ? std::string_view() : open_.back();
  const auto closing = expected.size();
  if (closing > 0 && peek(closing) == '>' && is_same(bytes_.substr(at_, closing), expected)) {
    name_ = expected;
    at_ += expected.size();
  } else {
    end_name();
  }
  ++at_;
  open_.pop_back();
  is_outside_ = true;
  return Token::end;
}

// Up to the ">".
void XmlScanner::end_name() {
  name_ = read_name();
  skip_space();
  if (open_.empty()) fail(token_, at_ - token_, {"hint.xml-not-open", {std::string(name_)}});
  if (open_.back() != name_ || peek() != '>') {
    fail(token_, at_ - token_ + (peek() == '>' ? 1 : 0),
         {"hint.xml-mismatch", {std::string(open_.back()), std::string(name_)}});
  }
}

XmlScanner::Token XmlScanner::character_data() {
  for (;; ++at_) {
    if (!open_.empty()) at_ = plain_letters_end(bytes_, at_);
    if (at_ >= bytes_.size() || bytes_[at_] == '<') break;
    const char byte = bytes_[at_];
    if (open_.empty() && !is(byte, k_space)) fail(at_, 1, {"hint.xml-outside", {}});
    if (is(byte, k_special)) special_character();
  }
  text_ = bytes_.substr(token_, at_ - token_);
  return Token::text;
}

// In character data: & and what may not stand there. Stops at its last byte.
void XmlScanner::special_character() {
  const char byte = bytes_[at_];
  if (byte == '&') return reference();
  if (byte == '>') {
    if (at_ < token_ + 2 || bytes_.substr(at_ - 2, 2) != "]]") return;
    fail(at_ - 2, 3, {"hint.xml-cdata-end", {}});
  }
  if (byte != '\xEF' || is_noncharacter(bytes_, at_)) fail(at_, 1, {"hint.xml-control", {}});
}

// Stops at the ";".
void XmlScanner::reference() {
  const auto end = bytes_.substr(at_, 12).find(';');
  const auto name = bytes_.substr(at_ + 1, end == std::string_view::npos ? 0 : end - 1);
  if (!referred(name)) fail(at_, name.size() + 1, {"hint.xml-reference", {}});
  at_ += end;
}

void XmlScanner::comment() {
  read_up_to("-->");
  const auto end = bytes_.find("--", at_ + 4);
  if (end == std::string_view::npos) fail(at_, 4, {"hint.xml-unfinished", {"<!--"}});
  if (bytes_.substr(end, 3) != "-->") fail(end, 2, {"hint.xml-comment", {}});
  at_ = end + 3;
}

void XmlScanner::instruction() {
  read_up_to("?>");
  const auto end = bytes_.find("?>", at_);
  if (end == std::string_view::npos) fail(at_, 2, {"hint.xml-unfinished", {"<?"}});
  at_ += 2;
  if (read_name() == "xml") fail(token_, 5, {"hint.xml-declaration", {}});
  at_ = end + 2;
}

std::string_view XmlScanner::local_name() const {
  std::size_t at = 0;
  while (at < name_.size() && name_[at] != ':') ++at;  // names are short
  return at == name_.size() ? name_ : name_.substr(at + 1);
}

std::string_view XmlScanner::attribute(std::string_view name) const {
  for (const auto& known : attributes_) {
    if (is_same(known.first, name)) return known.second;
  }
  return {};
}

std::string_view XmlScanner::prefixed_attribute(std::string_view local_name) const {
  for (const auto& [name, value] : attributes_) {
    const bool fits = name.size() > local_name.size() && name.ends_with(local_name);
    if (fits && name[name.size() - local_name.size() - 1] == ':') return value;
  }
  return {};
}

std::size_t XmlScanner::depth() const { return open_.size() + (is_outside_ ? 1 : 0); }

void XmlScanner::append_text(std::string& out) const {
  if (!is_literal_) {
    append_unescaped(out, text_);
  } else {
    out.append(text_);
  }
}

Place XmlScanner::place() const { return place_of(token_, at_ - token_); }

void XmlScanner::skip_space() {
  while (at_ < bytes_.size() && is(bytes_[at_], k_space)) ++at_;
}

std::string_view XmlScanner::read_name() {
  const auto bytes = bytes_;
  const auto begin = at_;
  auto end = begin;
  while (end < bytes.size() && is(bytes[end], k_name)) ++end;
  at_ = end;
  const char first = end > begin ? bytes[begin] : '-';
  if (first == '-' || first == '.' || (first >= '0' && first <= '9')) {
    fail(begin, 1, {"hint.xml-name", {}});
  }
  return bytes.substr(begin, end - begin);
}

char XmlScanner::peek(std::size_t ahead) const {
  return at_ + ahead < bytes_.size() ? bytes_[at_ + ahead] : '\0';
}

bool XmlScanner::looking_at(std::string_view text) const {
  return bytes_.compare(at_, text.size(), text) == 0;
}

void XmlScanner::fail(std::size_t at, std::size_t length, Text hint) const {
  const Place place = place_of(at, length);
  throw Error(Diagnostic{Severity::error,
                         {"xml.not-well-formed", {place.steps.front().value}},
                         place,
                         {std::move(hint)}});
}

void XmlScanner::refuse(const char* code) const {
  throw Error(Diagnostic{Severity::error,
                         {code, {std::to_string(k_depth)}},
                         place_of(token_, std::max<std::size_t>(at_ - token_, 1)),
                         {{std::string("hint.") + code, {}}}});
}

std::string unescaped(std::string_view text) {
  std::string out;
  append_unescaped(out, text);
  return out;
}

void append_unescaped(std::string& out, std::string_view text) {
  std::size_t from = 0;
  for (auto at = plain_letters_end(text, 0); at < text.size(); at = plain_letters_end(text, at)) {
    if (text[at] != '&' && text[at] != '\r') {
      ++at;
      continue;
    }
    out.append(text.substr(from, at - from));
    if (text[at] == '\r') {
      out += '\n';
      from = at + (text.substr(at, 2) == "\r\n" ? 2 : 1);
    } else {
      const auto end = std::min(text.find(';', at), text.size() - 1);
      append_utf8(out, referred(text.substr(at + 1, end - at - 1)).value_or(0xFFFDU));
      from = end + 1;
    }
    at = from;
  }
  out.append(text.substr(from));
}

}  // namespace quyche

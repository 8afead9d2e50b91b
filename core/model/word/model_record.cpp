#include "model/word/model_record.hpp"

#include <array>
#include <cstdint>

#include "base/archive.hpp"
#include "base/xml.hpp"
#include "model/word/word_package.hpp"
#include "model/word/xml_names.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr const char* k_entry = "model.akn.xml";
/// A model is some hundred kilobytes of XML.
constexpr ArchiveLimits k_limits{1, 64ULL << 20U, 1'000};

std::string to_base64(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const auto group = bytes.substr(at, 3);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      bits = bits << 8U | (i < group.size() ? static_cast<unsigned char>(group[i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      text += i <= group.size() ? k_digits[bits >> (18U - 6U * i) & 0x3FU] : '=';
    }
  }
  return text;
}

/// Line breaks and spaces that a program put in are left out.
std::string from_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const char letter : text) {
    const auto value = k_digits.find(letter);
    if (value == std::string_view::npos) continue;
    bits = bits << 6U | static_cast<std::uint32_t>(value);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>(bits >> held & 0xFFU);
  }
  return bytes;
}

std::string property(const std::string& part, const std::string& file, std::string_view name) {
  if (part.empty()) return {};
  const XmlDocument document(part, file, XmlSpace::mixed);
  for (const auto node : document.root().children()) {
    if (word::attribute(node, "name") == name) return node.first_child().child_value();
  }
  return {};
}

}  // namespace

std::string packed_record(const std::string& akn) {
  const std::array entries{Compressor().pack(k_entry, akn)};
  return to_base64(write_archive(entries));
}

std::optional<std::string> unpacked_record(std::string_view text) {
  try {
    const auto entries = read_archive(from_base64(text), k_entry, k_limits);
    if (entries.size() != 1) return std::nullopt;
    return unpack(entries.front(), k_entry);
  } catch (const Error&) {
    return std::nullopt;  // cut short or changed by a program that saved it
  }
}

ModelRecord find_record(std::string_view docx, const std::string& file) {
  auto parts = word::open_word(docx, file);
  ModelRecord record;
  record.akn = std::move(parts.record);
  if (record.akn.empty()) {
    const auto packed = property(parts.properties, file, k_record_property);
    record.akn = unpacked_record(packed).value_or(std::string());
  }
  record.date = property(parts.properties, file, "quyche.date");
  const bool is_marked = parts.document.find("w:name=\"qp_") != std::string::npos;
  record.is_lost = record.akn.empty() && is_marked;
  return record;
}

}  // namespace quyche

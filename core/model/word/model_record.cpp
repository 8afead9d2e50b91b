#include "model/word/model_record.hpp"

#include <array>

#include "base/archive.hpp"
#include "base/base64.hpp"
#include "base/xml.hpp"
#include "model/word/word_package.hpp"
#include "model/word/xml_names.hpp"

namespace quyche {
namespace {

constexpr const char* k_entry = "model.akn.xml";
/// A model is some hundred kilobytes of XML.
constexpr ArchiveLimits k_limits{1, 64ULL << 20U, 1'000};

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

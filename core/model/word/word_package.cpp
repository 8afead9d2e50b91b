#include "model/word/word_package.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "base/archive.hpp"
#include "base/xml.hpp"
#include "model/word/xml_names.hpp"

namespace quyche::word {
namespace {

/// A regulation is some hundred kilobytes of XML; more than this is no regulation.
constexpr std::uint64_t k_part_limit = 64ULL << 20U;
constexpr ArchiveLimits k_limits{10'000, 256ULL << 20U, 1'000};

[[noreturn]] void refuse(const char* code, const std::string& file,
                         const char* hint = "hint.save-as-docx") {
  throw Error(Diagnostic{Severity::error, {code, {}}, {file, {}, {}, 0, 0}, {{hint, {}}}});
}

}  // namespace

std::string_view word_bytes(std::string_view bytes, const std::string& file) {
  if (bytes.empty()) refuse("word.empty", file, "hint.word.empty");
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) refuse("word.old-format", file);
  if (!bytes.starts_with("PK")) refuse("word.other-format", file);
  return bytes;
}

namespace {

class Parts {
 public:
  Parts(std::string_view docx, std::string file)
      : file_(std::move(file)), entries_(read_archive(docx, file_, k_limits)) {
    for (const auto& entry : entries_) by_name_.emplace(entry.name, &entry);
  }

  [[nodiscard]] bool has(const std::string& name) const { return by_name_.contains(name); }

  /// Empty when there is no such part.
  [[nodiscard]] std::string read(const std::string& name) const {
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) return {};
    if (found->second->size > k_part_limit) {
      throw Error(Diagnostic{Severity::error,
                             {"word.too-large", {name}},
                             {file_, {{PlaceStep::Kind::part, name}}, {}, 0, 0},
                             {}});
    }
    return unpack(*found->second, file_);
  }

  /// The custom XML part whose text names `element` early on; Word numbers these parts anew.
  [[nodiscard]] std::string read_custom(std::string_view element) const {
    constexpr std::size_t k_opening = 400;
    for (const auto& entry : entries_) {
      if (!entry.name.starts_with("customXml/item") || !entry.name.ends_with(".xml")) continue;
      auto bytes = read(entry.name);
      if (bytes.substr(0, k_opening).find(element) != std::string::npos) return bytes;
    }
    return {};
  }

  /// Type (its last step) → part name. `part` empty: the package's own relationships. What cannot
  /// be read counts as missing: the usual names serve then.
  [[nodiscard]] std::map<std::string, std::string, std::less<>> relations(
      const std::string& part) const {
    std::map<std::string, std::string, std::less<>> found;
    const auto slash = part.rfind('/');
    const auto folder = slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
    const auto bytes = read(folder + "_rels/" + part.substr(folder.size()) + ".rels");
    if (bytes.empty()) return found;
    try {
      const XmlDocument document(bytes, file_, XmlSpace::data);
      for (const auto item : document.root().children()) {
        const auto type = attribute(item, "Type");
        const std::string target(attribute(item, "Target"));
        const auto step = type.rfind('/');
        if (step == std::string_view::npos || attribute(item, "TargetMode") == "External") continue;
        found.emplace(type.substr(step + 1),
                      target.starts_with('/') ? target.substr(1) : folder + target);
      }
    } catch (const Error&) {
      found.clear();
    }
    return found;
  }

 private:
  std::string file_;
  std::vector<ArchiveEntry> entries_;
  std::map<std::string, const ArchiveEntry*, std::less<>> by_name_;
};

}  // namespace

WordParts open_word(std::string_view docx, const std::string& file) {
  const Parts parts(word_bytes(docx, file), file);
  const auto top = parts.relations({});
  const auto main = top.find("officeDocument");
  const std::string body =
      main != top.end() && parts.has(main->second) ? main->second : "word/document.xml";
  if (!parts.has(body))
    refuse(parts.has("mimetype") ? "word.other-format" : "word.not-a-document", file);

  const auto related = parts.relations(body);
  const auto part = [&](const char* type) {
    const auto found = related.find(type);
    const auto name = found != related.end() ? found->second : "word/" + std::string(type) + ".xml";
    return parts.read(name);
  };
  WordParts read;
  read.document = parts.read(body);
  if (read.document.empty()) refuse("word.not-a-document", file);
  read.styles = part("styles");
  read.numbering = part("numbering");
  read.footnotes = part("footnotes");
  read.endnotes = part("endnotes");
  read.comments = part("comments");
  read.properties = parts.read("docProps/custom.xml");
  read.record = parts.read_custom("akomaNtoso");
  return read;
}

}  // namespace quyche::word

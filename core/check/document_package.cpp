#include "check/document_package.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "model/word/word_package.hpp"
#include "model/word/xml_names.hpp"

namespace quyche::check {
namespace {

constexpr const char* k_content_types = "[Content_Types].xml";
constexpr std::string_view k_office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// A paper is some hundred kilobytes of XML; more than this is none.
constexpr std::uint64_t k_part_limit = 64ULL << 20U;
constexpr ArchiveLimits k_limits{10'000, 256ULL << 20U, 1'000};

using word::attribute;

std::string_view last_step(std::string_view type) {
  const auto slash = type.rfind('/');
  return slash == std::string_view::npos ? type : type.substr(slash + 1);
}

// "word/a/../b.xml" → "word/b.xml".
std::string simplified(std::string path) {
  for (auto up = path.find("/../"); up != std::string::npos; up = path.find("/../")) {
    const auto before = path.rfind('/', up - 1);
    const auto from = before == std::string::npos || up == 0 ? 0 : before + 1;
    path.erase(from, up + 4 - from);
  }
  return path;
}

}  // namespace

namespace {

// What the paper is measured by stands elsewhere; programs write these in many ways.
bool is_spare(const std::string& part) {
  return part.starts_with("docProps/") || part.find("/theme/") != std::string::npos;
}

bool is_readable(const ArchiveEntry& entry, const std::string& file) {
  try {
    const XmlDocument tree(unpack(entry, file), file, XmlSpace::mixed);
    return true;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

std::string prefix_of(pugi::xml_node node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? std::string() : std::string(name.substr(0, colon + 1));
}

DocumentPackage::DocumentPackage(std::string_view bytes, std::string file)
    : file_(std::move(file)) {
  entries_ = read_archive(word::word_bytes(bytes, file_), file_, k_limits);
  main_ = "word/document.xml";
  for (const auto item : tree("_rels/.rels").children()) {
    const std::string target(attribute(item, "Target"));
    if (last_step(attribute(item, "Type")) != "officeDocument") continue;
    const auto name = target.starts_with('/') ? target.substr(1) : target;
    if (has(name)) main_ = name;
  }
  const auto entry = std::find_if(entries_.begin(), entries_.end(),
                                  [this](const auto& one) { return one.name == main_; });
  if (entry == entries_.end() || entry->size == 0 || entry->size > k_part_limit) {
    static_cast<void>(word::open_word(bytes, file_));  // refuses what is no document
  } else {
    trees_[main_] = std::make_unique<XmlDocument>(unpack(*entry, file_), file_, XmlSpace::mixed);
  }
}

bool DocumentPackage::has(const std::string& part) const {
  return std::any_of(entries_.begin(), entries_.end(),
                     [&](const ArchiveEntry& entry) { return entry.name == part; });
}

pugi::xml_node DocumentPackage::tree(const std::string& part) {
  const auto known = trees_.find(part);
  if (known != trees_.end()) return known->second ? known->second->root() : pugi::xml_node();
  auto& place = trees_[part];
  for (const auto& entry : entries_) {
    if (entry.name != part || entry.size == 0) continue;
    if (is_spare(part) && !is_readable(entry, file_)) return {};
    place = std::make_unique<XmlDocument>(unpack(entry, file_), file_ + " (" + part + ")",
                                          XmlSpace::mixed);
    return place->root();
  }
  return {};
}

std::string DocumentPackage::relationships_part() const {
  const auto slash = main_.rfind('/') + 1;  // none: npos + 1 is 0
  return main_.substr(0, slash) + "_rels/" + main_.substr(slash) + ".rels";
}

std::string DocumentPackage::resolved(std::string_view target) const {
  if (target.starts_with('/')) return std::string(target.substr(1));
  return simplified(main_.substr(0, main_.rfind('/') + 1) + std::string(target));
}

std::string DocumentPackage::related(std::string_view type) {
  for (const auto item : tree(relationships_part()).children()) {
    if (last_step(attribute(item, "Type")) != type) continue;
    if (attribute(item, "TargetMode") == "External") continue;
    const auto name = resolved(attribute(item, "Target"));
    if (has(name)) return name;
  }
  return {};
}

std::string DocumentPackage::target(std::string_view id) {
  if (!targets_) {
    targets_.emplace();
    for (const auto item : tree(relationships_part()).children()) {
      targets_->emplace(attribute(item, "Id"), resolved(attribute(item, "Target")));
    }
  }
  const auto found = targets_->find(id);
  return found == targets_->end() ? std::string() : found->second;
}

std::string DocumentPackage::add_part(const std::string& stem, const std::string& content_type,
                                      const std::string& type, std::string data) {
  const auto folder = main_.substr(0, main_.rfind('/') + 1);
  int number = 1;
  auto name = stem + ".xml";
  while (has(folder + name)) name = stem + std::to_string(++number) + ".xml";
  Compressor compressor;
  entries_.push_back(compressor.pack(folder + name, data));

  auto types = tree(k_content_types);
  auto override_node = types.append_child((prefix_of(types) + "Override").c_str());
  override_node.append_attribute("PartName") = ("/" + folder + name).c_str();
  override_node.append_attribute("ContentType") = content_type.c_str();
  touch(k_content_types);

  auto relations = tree(relationships_part());
  std::string id;
  for (int next = 1; id.empty(); ++next) {
    const auto wanted = "rIdQc" + std::to_string(next);
    if (target(wanted).empty()) id = wanted;
  }
  auto relation = relations.append_child((prefix_of(relations) + "Relationship").c_str());
  relation.append_attribute("Id") = id.c_str();
  relation.append_attribute("Type") = (std::string(k_office) + type).c_str();
  relation.append_attribute("Target") = name.c_str();
  touch(relationships_part());
  targets_.reset();
  return id;
}

std::string DocumentPackage::save() {
  Compressor compressor;
  for (auto& entry : entries_) {
    const auto tree = trees_.find(entry.name);
    if (!touched_.contains(entry.name) || tree == trees_.end() || !tree->second) continue;
    entry = compressor.pack(entry.name, to_xml(tree->second->tree(), true));
  }
  return write_archive(entries_);
}

}  // namespace quyche::check

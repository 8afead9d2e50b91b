#include "render/package_edits.hpp"

#include <algorithm>

#include "base/xml.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view k_relationships =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view k_kinds =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr const char* k_content_types = "[Content_Types].xml";

std::string content_type_of(const std::string& extension) {
  return extension == "jpg" ? "image/jpeg" : "image/" + extension;
}

void append_pair(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  append_escaped(out, value, true);
  out += '"';
}

/// Puts markup behind the last child of the root, whatever the root looks like.
void insert_last(std::string& xml, std::string_view markup) {
  const auto end = xml.rfind("</");
  const auto single = xml.rfind("/>");
  if (end != std::string::npos && (single == std::string::npos || end > single)) {
    xml.insert(end, markup);
    return;
  }
  const auto open = xml.rfind('<');
  const auto name = xml.substr(open + 1, xml.find_first_of(" \t\r\n/>", open + 1) - open - 1);
  xml.replace(single, 2, ">" + std::string(markup) + "</" + name + ">");
}

/// A part of the package by name, or nothing.
const ArchiveEntry* find_entry(const std::vector<ArchiveEntry>& entries, const std::string& name) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const ArchiveEntry& entry) { return entry.name == name; });
  return found == entries.end() ? nullptr : &*found;
}

bool has_default(const std::string& types, const std::string& extension) {
  return types.find("Extension=\"" + extension + "\"") != std::string::npos;
}

}  // namespace

std::string relationships_of(std::string_view part) {
  const auto slash = part.rfind('/') + 1;
  return std::string(part.substr(0, slash)) + "_rels/" + std::string(part.substr(slash)) + ".rels";
}

std::string PackageEdits::relate(const std::string& part, std::string_view kind,
                                 const std::string& target, bool is_external) {
  auto id = "rIdQc" + std::to_string(++relationship_count_);
  auto& out = relationships_[part];
  out += "<Relationship";
  append_pair(out, "xmlns", k_relationships);
  append_pair(out, "Id", id);
  append_pair(out, "Type", std::string(k_kinds) + std::string(kind));
  append_pair(out, "Target", target);
  if (is_external) append_pair(out, "TargetMode", "External");
  out += "/>";
  return id;
}

std::string PackageEdits::add_picture(std::string bytes, const std::string& extension) {
  const auto known = picture_names_.find(bytes);
  if (known != picture_names_.end()) return known->second;
  auto name = "word/media/qc_" + std::to_string(picture_names_.size() + 1) + "." + extension;
  defaults_[extension] = content_type_of(extension);
  parts_[name] = bytes;
  picture_names_.emplace(std::move(bytes), name);
  return name;
}

void PackageEdits::add_part(const std::string& name, std::string data,
                            const std::string& content_type) {
  if (!parts_.emplace(name, std::move(data)).second) return;
  overrides_ += "<Override";
  append_pair(overrides_, "PartName", "/" + name);
  append_pair(overrides_, "ContentType", content_type);
  overrides_ += "/>";
}

void PackageEdits::append_to(const std::string& part, std::string_view markup) {
  appended_[part] += markup;
}

std::map<std::string, std::string> PackageEdits::apply(const std::vector<ArchiveEntry>& entries,
                                                       const std::string& file) const {
  auto made = parts_;
  for (const auto& [part, markup] : relationships_) {
    const auto name = relationships_of(part);
    const auto* entry = find_entry(entries, name);
    auto xml = entry != nullptr ? unpack(*entry, file)
                                : std::string(k_declaration) + "<Relationships xmlns=\"" +
                                      std::string(k_relationships) + "\"></Relationships>";
    insert_last(xml, markup);
    made[name] = std::move(xml);
  }
  for (const auto& [part, markup] : appended_) {
    const auto* entry = find_entry(entries, part);
    if (entry == nullptr) continue;
    auto xml = unpack(*entry, file);
    insert_last(xml, markup);
    made[part] = std::move(xml);
  }
  const auto* types = find_entry(entries, k_content_types);
  if (types == nullptr || (defaults_.empty() && overrides_.empty())) return made;
  auto xml = unpack(*types, file);
  std::string additions;
  for (const auto& [extension, type] : defaults_) {
    if (has_default(xml, extension)) continue;
    additions += "<Default";
    append_pair(additions, "Extension", extension);
    append_pair(additions, "ContentType", type);
    additions += "/>";
  }
  insert_last(xml, additions + overrides_);
  made[k_content_types] = std::move(xml);
  return made;
}

}  // namespace quyche

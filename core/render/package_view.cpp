#include "render/package_view.hpp"

#include <algorithm>

#include "base/xml.hpp"
#include "render/package_edits.hpp"

namespace quyche {

const ArchiveEntry* PackageView::find(const std::string& name) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const ArchiveEntry& entry) { return entry.name == name; });
  return found == entries_.end() ? nullptr : &*found;
}

std::string PackageView::part(const std::string& name) const {
  const auto* entry = find(name);
  return entry == nullptr ? std::string() : unpack(*entry, file_);
}

std::map<std::string, PartRelation> PackageView::relations(const std::string& part) const {
  std::map<std::string, PartRelation> found;
  const auto name = relationships_of(part);
  if (!has(name)) return found;
  const auto document = read_xml_part(this->part(name), file_, name);
  for (const auto relation : document.root().children()) {
    PartRelation one;
    one.type = relation.attribute("Type").value();
    one.is_external = std::string_view(relation.attribute("TargetMode").value()) == "External";
    const std::string_view target = relation.attribute("Target").value();
    one.target = one.is_external ? std::string(target) : entry_of(part, target);
    found.emplace(relation.attribute("Id").value(), std::move(one));
  }
  return found;
}

std::string PackageView::content_type(const std::string& name) const {
  constexpr const char* k_types = "[Content_Types].xml";
  if (!has(k_types)) return {};
  const auto document = read_xml_part(part(k_types), file_, k_types);
  const auto extension = extension_of(name);
  std::string by_extension;
  for (const auto type : document.root().children()) {
    if (type.attribute("PartName").value() == "/" + name) {
      return type.attribute("ContentType").value();
    }
    const std::string_view listed = type.attribute("Extension").value();
    if (!listed.empty() && extension_of("." + std::string(listed)) == extension) {
      by_extension = type.attribute("ContentType").value();
    }
  }
  return by_extension;
}

std::string entry_of(std::string_view part, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  auto folder = std::string(part.substr(0, part.rfind('/') + 1));
  while (target.starts_with("../") && !folder.empty()) {
    target.remove_prefix(3);
    folder.pop_back();
    folder.resize(folder.rfind('/') + 1);
  }
  return folder.append(target);
}

std::string extension_of(std::string_view name) {
  const auto dot = name.rfind('.');
  std::string out(dot == name.npos ? std::string_view() : name.substr(dot + 1));
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

}  // namespace quyche

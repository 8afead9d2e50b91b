#include "render/unused_relations.hpp"

#include <algorithm>
#include <set>

#include "base/xml.hpp"
#include "render/package_edits.hpp"
#include "render/package_view.hpp"

namespace quyche {
namespace {

/// The part whose relationships an entry holds: "word/document.xml" of
/// "word/_rels/document.xml.rels".
std::string owner_of(const std::string& relations) {
  constexpr std::string_view k_folder = "_rels/";
  constexpr std::string_view k_ending = ".rels";
  auto owner = relations.substr(0, relations.size() - k_ending.size());
  return owner.erase(owner.rfind(k_folder), k_folder.size());
}

bool holds_relations(const ArchiveEntry& entry) {
  return entry.name.ends_with(".rels") && entry.name.find("_rels/") != std::string::npos;
}

/// Everything that some part of the package names.
std::set<std::string> named_entries(const std::vector<ArchiveEntry>& entries,
                                    const std::string& file) {
  std::set<std::string> named;
  for (const auto& entry : entries) {
    if (!holds_relations(entry)) continue;
    const auto document = read_xml_part(unpack(entry, file), file, entry.name);
    for (const auto relation : document.root().children()) {
      named.insert(entry_of(owner_of(entry.name), relation.attribute("Target").value()));
    }
  }
  return named;
}

std::string content_types(const std::vector<ArchiveEntry>& entries, const std::string& file) {
  const auto at = std::find_if(entries.begin(), entries.end(), [](const ArchiveEntry& entry) {
    return entry.name == "[Content_Types].xml";
  });
  return at == entries.end() ? std::string() : unpack(*at, file);
}

}  // namespace

void drop_relations(std::vector<ArchiveEntry>& entries, const std::string& part,
                    const std::vector<std::string>& ids, const std::string& file) {
  const auto at = std::find_if(entries.begin(), entries.end(), [&](const ArchiveEntry& entry) {
    return entry.name == relationships_of(part);
  });
  if (ids.empty() || at == entries.end()) return;
  auto document = read_xml_part(unpack(*at, file), file, at->name);
  std::set<std::string> targets;
  for (const auto& id : ids) {
    auto root = document.root();
    const auto relation = root.find_child_by_attribute("Id", id.c_str());
    const bool is_outside =
        std::string_view(relation.attribute("TargetMode").value()) == "External";
    if (!is_outside) targets.insert(entry_of(part, relation.attribute("Target").value()));
    root.remove_child(relation);
  }
  Compressor().pack_into(*at, to_xml(document.tree(), true));
  const auto named = named_entries(entries, file);
  const auto types = content_types(entries, file);
  const auto is_unused = [&](const ArchiveEntry& entry) {
    // What has a content type of its own would leave that behind.
    return targets.contains(entry.name) && !named.contains(entry.name) &&
           types.find("\"/" + entry.name + "\"") == std::string::npos;
  };
  entries.erase(std::remove_if(entries.begin(), entries.end(), is_unused), entries.end());
}

}  // namespace quyche

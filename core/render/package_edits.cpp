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

/// Where the schema wants it: of the parts that are added to only lists have more than one kind of
/// children, definitions before lists.
void insert(std::string& xml, const std::string& markup, const std::string& part) {
  if (part != "word/numbering.xml") return insert_last(xml, markup);
  pugi::xml_document added;
  added.load_string(("<a>" + markup + "</a>").c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  std::string definitions;
  std::string lists;
  for (const auto child : added.document_element().children()) {
    const bool is_definition = std::string_view(child.name()) == "w:abstractNum";
    append_xml(is_definition ? definitions : lists, child);
  }
  const auto put = [&xml](const std::string& what, std::string_view before) {
    const auto at = xml.find(before);
    if (what.empty()) return;
    if (at == std::string::npos) return insert_last(xml, what);
    xml.insert(at, what);
  };
  put(lists, "<w:numIdMacAtCleanup");
  put(definitions, "<w:num ");
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
  const bool is_whole = kind.find(':') != kind.npos;
  const auto type = (is_whole ? std::string() : std::string(k_kinds)) + std::string(kind);
  relate_as(id, part, type, target, is_external);
  return id;
}

void PackageEdits::relate_as(const std::string& id, const std::string& part,
                             const std::string& type, const std::string& target, bool is_external) {
  auto& out = relationships_[part];
  out += "<Relationship";
  append_pair(out, "xmlns", k_relationships);
  append_pair(out, "Id", id);
  append_pair(out, "Type", type);
  append_pair(out, "Target", target);
  if (is_external) append_pair(out, "TargetMode", "External");
  out += "/>";
}

std::string PackageEdits::add_picture(std::string bytes, const std::string& extension,
                                      const std::string& content_type) {
  const auto known = picture_names_.find(bytes);
  if (known != picture_names_.end()) return known->second;
  auto name = "word/media/qc_" + std::to_string(picture_names_.size() + 1) + "." + extension;
  defaults_[extension] = content_type.empty() ? content_type_of(extension) : content_type;
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

std::string PackageEdits::add_copy(std::string_view name, std::string data,
                                   const std::string& content_type) {
  name.remove_prefix(name.rfind('/') + 1);  // none: npos + 1 is 0
  auto made = "word/qc_" + std::to_string(++copy_count_) + "_" + std::string(name);
  add_part(made, std::move(data), content_type);
  return made;
}

void PackageEdits::add_word_part(const std::string& kind, std::string data) {
  const auto file = kind + ".xml";
  add_part("word/" + file, std::string(k_declaration) + std::move(data),
           "application/vnd.openxmlformats-officedocument.wordprocessingml." + kind + "+xml");
  relate("word/document.xml", kind, file, false);
}

void PackageEdits::append_to(const std::string& part, std::string_view markup) {
  appended_[part] += markup;
}

std::map<std::string, std::string> PackageEdits::apply(const FindEntry& find,
                                                       const std::string& file) const {
  auto made = parts_;
  for (const auto& [part, markup] : relationships_) {
    const auto name = relationships_of(part);
    const auto* entry = find(name);
    auto xml = entry != nullptr ? unpack(*entry, file)
                                : std::string(k_declaration) + "<Relationships xmlns=\"" +
                                      std::string(k_relationships) + "\"></Relationships>";
    insert_last(xml, markup);
    made[name] = std::move(xml);
  }
  for (const auto& [part, markup] : appended_) {
    const auto added = made.find(part);
    const auto* entry = find(part);
    if (added == made.end() && entry == nullptr) continue;
    auto xml = added != made.end() ? std::move(added->second) : unpack(*entry, file);
    insert(xml, markup, part);
    made[part] = std::move(xml);
  }
  const auto* types = find(k_content_types);
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

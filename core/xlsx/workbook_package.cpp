#include "xlsx/workbook_package.hpp"

#include <algorithm>
#include <utility>

#include "base/inflated_bytes.hpp"
#include "base/xml_scanner.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche {
namespace {

// Part names are compared without regard to ASCII case (ECMA-376 part 2, 6.2.2.3).
std::string part_key(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  });
  return name;
}

std::string folder_of(const std::string& part) {
  const auto slash = part.rfind('/');
  return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

// "xl/" and "../docProps/app.xml" → "docProps/app.xml".
std::string resolved(const std::string& folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string out = folder;
  while (target.starts_with("../") || target.starts_with("./")) {
    const bool up = target.starts_with("../");
    target.remove_prefix(up ? 3 : 2);
    if (up && !out.empty()) out = folder_of(out.substr(0, out.size() - 1));
  }
  return out.append(target);
}

}  // namespace

WorkbookPackage::WorkbookPackage(std::string_view bytes, const std::string& file) : file_(file) {
  // Text, PDF, the old .xls: clerks know workbooks, not archives.
  if (!bytes.starts_with("PK")) refuse_workbook("xlsx.not-a-workbook", file_);
  for (auto& entry : read_directory(bytes, file, {})) {
    std::string key = part_key(std::string(entry.name));
    parts_.emplace(std::move(key), std::move(entry));
  }
  main_part_ = find_main_part();
}

std::string WorkbookPackage::find_main_part() const {
  if (has("_rels/.rels")) {
    for (const auto& relationship : relationships("")) {
      if (relationship.type != "officeDocument" || !has(relationship.target)) continue;
      if (!relationship.target.ends_with(".xml")) break;
      return relationship.target;
    }
  }
  refuse_workbook("xlsx.not-a-workbook", file_);
}

bool WorkbookPackage::has(const std::string& part) const { return parts_.contains(part_key(part)); }

const DirectoryEntry& WorkbookPackage::entry(const std::string& part) const {
  const auto found = parts_.find(part_key(part));
  if (found == parts_.end()) refuse_workbook("xlsx.missing-part", file_, {part});
  return found->second;
}

std::unique_ptr<ByteSource> WorkbookPackage::open(const std::string& part) const {
  return inflated_bytes(entry(part), file_);
}

std::string WorkbookPackage::text(const std::string& part) const {
  const auto& [name, method, crc, size, data] = entry(part);
  std::string bytes = unpack({std::string(name), std::string(data), method, crc, size}, file_);
  bytes.erase(0, bytes.size() - xml_text(bytes, place_name(part)).size());
  return bytes;
}

std::string WorkbookPackage::place_name(const std::string& part) const {
  return file_ + " › " + part;
}

std::vector<WorkbookPackage::Relationship> WorkbookPackage::relationships(
    const std::string& part) const {
  const std::string folder = folder_of(part);
  const std::string listed = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  std::vector<Relationship> out;
  if (!has(listed)) return out;
  const std::string bytes = text(listed);
  XmlScanner scanner(bytes, place_name(listed));
  for (auto token = scanner.next(); token != XmlScanner::Token::done; token = scanner.next()) {
    if (token != XmlScanner::Token::start || scanner.local_name() != "Relationship") continue;
    if (scanner.attribute("TargetMode") == "External") continue;
    const std::string type = unescaped(scanner.attribute("Type"));
    out.push_back({unescaped(scanner.attribute("Id")), type.substr(type.rfind('/') + 1),
                   resolved(folder, unescaped(scanner.attribute("Target")))});
  }
  return out;
}

void refuse_workbook(const char* code, const std::string& file,
                     std::vector<std::string> arguments) {
  Place place;
  place.file = file;
  throw Error(Diagnostic{
      Severity::error, {code, std::move(arguments)}, place, {{std::string("hint.") + code, {}}}});
}

}  // namespace quyche

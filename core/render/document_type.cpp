#include "render/document_type.hpp"

#include <algorithm>

#include "quyche/diagnostic.hpp"

namespace quyche {
namespace {

/// Without the marks and zero bytes of UTF-16; what matters here is ASCII.
std::string narrowed(std::string_view xml) {
  std::string out;
  std::copy_if(xml.begin(), xml.end(), std::back_inserter(out),
               [](char c) { return c != '\0' && c != '\xFE' && c != '\xFF'; });
  return out;
}

/// Behind the next piece of a prolog: white space, an instruction, a comment. Where nothing of the
/// kind stands `at` comes back.
std::size_t behind_next(std::string_view xml, std::size_t at) {
  const auto rest = xml.substr(at);
  const auto behind = [&](std::string_view end) {
    const auto found = rest.find(end);
    return found == rest.npos ? xml.size() : at + found + end.size();
  };
  if (rest.starts_with("<?")) return behind("?>");
  if (rest.starts_with("<!--")) return behind("-->");
  return std::min(xml.find_first_not_of(" \t\r\n", at), xml.size());
}

}  // namespace

bool has_document_type(std::string_view xml) {
  const bool is_wide = xml.substr(0, 4).find('\0') != xml.npos || xml.starts_with("\xFE\xFF") ||
                       xml.starts_with("\xFF\xFE");
  if (is_wide) return has_document_type(narrowed(xml));
  std::size_t at = xml.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (auto next = behind_next(xml, at); next != at; next = behind_next(xml, at)) at = next;
  return xml.substr(at).starts_with("<!DOCTYPE");
}

void refuse_document_type(const ArchiveEntry& entry, const std::string& file) {
  const std::string_view name = entry.name;
  if (!name.ends_with(".xml") && !name.ends_with(".rels")) return;
  if (!has_document_type(unpack(entry, file))) return;
  throw Error(Diagnostic{Severity::error,
                         {"xml.doctype", {}},
                         {file, {{PlaceStep::Kind::part, entry.name}}, {}, 0, 0},
                         {}});
}

}  // namespace quyche

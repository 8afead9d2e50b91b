#include "render/document_type.hpp"

#include <algorithm>

#include "quyche/diagnostic.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_type = "<!DOCTYPE";

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

bool is_wide(std::string_view xml) {
  return xml.substr(0, 4).find('\0') != xml.npos || xml.starts_with("\xFE\xFF") ||
         xml.starts_with("\xFF\xFE");
}

/// What stands behind the prolog.
std::string_view behind_prolog(std::string_view xml) {
  std::size_t at = xml.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (auto next = behind_next(xml, at); next != at; next = behind_next(xml, at)) at = next;
  return xml.substr(at);
}

// Most parts have no "!" at all, others show at their first letters that they have none; the large
// ones need not be unpacked.
bool surely_has_none(const ArchiveEntry& entry) {
  if (!may_hold(entry, "!")) return true;
  constexpr std::size_t k_enough = 128;
  const auto start = unpack_start(entry, k_enough);
  if (is_wide(start)) return false;
  const auto rest = behind_prolog(start);
  return rest.size() > k_type.size() && !rest.starts_with(k_type);
}

}  // namespace

bool has_document_type(std::string_view xml) {
  if (is_wide(xml)) return has_document_type(narrowed(xml));
  return behind_prolog(xml).starts_with(k_type);
}

void refuse_document_type(const ArchiveEntry& entry, const std::string& file) {
  const std::string_view name = entry.name;
  if (!name.ends_with(".xml") && !name.ends_with(".rels")) return;
  if (surely_has_none(entry) || !has_document_type(unpack(entry, file))) return;
  throw Error(Diagnostic{Severity::error,
                         {"xml.doctype", {}},
                         {file, {{PlaceStep::Kind::part, entry.name}}, {}, 0, 0},
                         {}});
}

}  // namespace quyche

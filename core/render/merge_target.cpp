#include "render/merge_target.hpp"

#include "base/xml_scanner.hpp"
#include "render/note_form.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_word_space =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";

/// The notes that every part of footnotes or endnotes begins with: the lines above them.
std::string separators(const NoteForm& form) {
  std::string out;
  const auto add = [&](const char* id, const char* type, const char* mark) {
    out.append("<").append(form.element).append(" w:type=\"").append(type).append("\" w:id=\"");
    out.append(id).append("\"><w:p><w:r><w:").append(mark).append("/></w:r></w:p></");
    out.append(form.element).append(">");
  };
  add("-1", "separator", "separator");
  add("0", "continuationSeparator", "continuationSeparator");
  return out;
}

std::string empty_part(std::size_t kind) {
  const auto& form = k_note_forms.at(kind);
  const auto root = std::string("w:") + form.kind;
  auto out = "<" + root + std::string(k_word_space);
  if (kind != k_comments) out += separators(form);
  return out + "</" + root + ">";
}

void take_names(const std::string& markup, std::set<std::string>& names) {
  constexpr std::string_view k_start = "<w:bookmarkStart ";
  constexpr std::string_view k_name = "w:name=\"";
  for (auto at = markup.find(k_start); at != markup.npos; at = markup.find(k_start, at + 1)) {
    const auto end = markup.find('>', at);
    const auto name = markup.find(k_name, at);
    if (name > end) continue;
    const auto begin = name + k_name.size();
    names.insert(
        unescaped(std::string_view(markup).substr(begin, markup.find('"', begin) - begin)));
  }
}

}  // namespace

MergeTarget::MergeTarget(const PackageView& package, const std::vector<PartProgram>& parts,
                         PackageEdits& edits, IdIssuer& ids)
    : definitions(package, edits, ids), package_(package) {
  for (const auto& part : parts) take_names(part.markup, names);
}

NamespaceScope MergeTarget::scope(const std::string& part) const {
  return NamespaceScope(package_.part(part));
}

NamespaceScope MergeTarget::notes_scope(std::size_t kind, PackageEdits& edits) {
  const auto& form = k_note_forms.at(kind);
  if (package_.has(form.part)) return scope(form.part);
  const auto xml = empty_part(kind);
  edits.add_word_part(form.kind, xml);
  return NamespaceScope(xml);
}

}  // namespace quyche

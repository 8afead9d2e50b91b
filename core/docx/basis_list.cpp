#include "docx/basis_list.hpp"

#include "base/date.hpp"
#include "docx/alternative.hpp"

namespace quyche {
namespace {

std::string part_of(const Basis& basis, std::string_view name) {
  if (name == "type") return basis.type;
  if (name == "number") return basis.number;
  if (name == "issuer") return basis.issuer;
  if (name == "title") return basis.title;
  if (name == "short_date" && basis.date) return short_date(*basis.date);
  if (name == "long_date" && basis.date) return long_date(*basis.date);
  return {};
}

// Appends `pattern` filled; false when one of its names has no value.
bool append_filled(std::string& out, const Basis& basis, std::string_view pattern) {
  bool is_whole = true;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    const auto close = pattern.find('}', open);
    out += pattern.substr(0, open);
    if (close == std::string_view::npos) break;
    const auto part = part_of(basis, pattern.substr(open + 1, close - open - 1));
    if (part.empty()) is_whole = false;
    out += part;
    pattern.remove_prefix(close + 1);
  }
  return is_whole;
}

void write_basis(Story& story, const Basis& basis, bool is_last) {
  const auto& profile = story.profile();
  story.open("basis");
  story.words(profile.word("basis_prefix"));
  story.words(profile.word("basis_lead"));
  if (basis.field.empty()) {
    story.words(cite(basis, profile.word("basis_citation")));
  } else {
    story.field(basis.field, {});
  }
  story.words(profile.word(is_last ? "basis_end" : "basis_separator"));
  story.close();
}

}  // namespace

std::string cite(const Basis& basis, std::string_view pattern) {
  std::string out;
  while (!pattern.empty()) {
    const auto open = pattern.find('[');
    append_filled(out, basis, pattern.substr(0, open));
    const auto close = pattern.find(']', open);
    if (close == std::string_view::npos) break;
    const auto length = out.size();
    if (!append_filled(out, basis, pattern.substr(open + 1, close - open - 1))) out.resize(length);
    pattern.remove_prefix(close + 1);
  }
  return out;
}

void write_bases(Story& story) {
  const auto& bases = story.regulation().text.bases;
  for (std::size_t i = 0; i < bases.size(); ++i) {
    if (bases[i].when) story.begin_alternative(*bases[i].when);
    write_basis(story, bases[i], may_be_last(bases, i));
    if (bases[i].when) story.end_alternative();
  }
}

}  // namespace quyche

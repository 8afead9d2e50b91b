#include "render/taken_ids.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/word_search.hpp"

namespace quyche {
namespace {

/// The highest number in this attribute of the elements that begin so. Attributes of one element
/// are looked for up to its end.
std::uint32_t highest(std::string_view xml, std::string_view element, std::string_view attribute) {
  std::uint32_t most = 0;
  for (auto at = find_word(xml, element); at != xml.npos; at = find_word(xml, element, at + 1)) {
    const auto rest = xml.substr(at);
    const auto tag = rest.substr(0, rest.find('>'));
    const auto value = tag.find(attribute);
    if (value == tag.npos) continue;
    std::uint32_t number = 0;
    std::from_chars(tag.data() + value + attribute.size(), tag.data() + tag.size(), number);
    most = std::max(most, number);
  }
  return most;
}

}  // namespace

void note_ids(std::string_view xml, TakenIds& taken) {
  taken.drawing = std::max(taken.drawing, highest(xml, "<wp:docPr ", " id=\""));
  taken.bookmark = std::max(taken.bookmark, highest(xml, "<w:bookmarkStart ", " w:id=\""));
  taken.control = std::max(taken.control, highest(xml, "<w:id ", " w:val=\""));
}

void note_notes(std::string_view xml, std::size_t kind, TakenIds& taken) {
  const auto element = std::string("<") + k_note_forms.at(kind).element + " ";
  taken.notes.at(kind) = std::max(taken.notes.at(kind), highest(xml, element, " w:id=\""));
}

void note_lists(std::string_view numbering, TakenIds& taken) {
  taken.number_list = std::max(taken.number_list, highest(numbering, "<w:num ", " w:numId=\""));
}

}  // namespace quyche

#pragma once
// Two wordings that depend on a field not filled yet stand both in the document, each with a note
// to the clerk and a bookmark around note and paragraphs. Written by Story, settled by Form.

#include <optional>
#include <string>

#include "quyche/regulation.hpp"
#include "quyche/values.hpp"

namespace quyche {

/// "qv_3_leadership_model_is_separate", "qv_4_leadership_model_not_separate". Nothing when Word
/// could not keep the name whole: values of letters, digits and "_" only, 40 characters in all.
[[nodiscard]] std::optional<std::string> alternative_bookmark(int number,
                                                              const Condition& condition);

/// What the clerk reads above the wording. Of a field with two choices a negated condition names
/// the other choice. `field` may be null: then names stand for labels.
[[nodiscard]] std::string alternative_note(const Condition& condition, const Field* field);

/// The paragraphs that may turn out to be the last of `items`: the last one, and those before it as
/// long as all that follows depends on the same field.
template <typename Items>
[[nodiscard]] bool may_be_last(const Items& items, std::size_t index) {
  for (std::size_t next = index + 1; next < items.size(); ++next) {
    if (!items[index].when || !items[next].when) return false;
    if (items[index].when->field != items[next].when->field) return false;
  }
  return true;
}

}  // namespace quyche

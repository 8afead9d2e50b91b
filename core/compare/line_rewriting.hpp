#pragma once
// An edited sentence in the terms of the model it was made from: where its words are still the
// model's, the model's fields, terms and references stay what they are. For derive.

#include <functional>
#include <string>

#include "quyche/regulation.hpp"

namespace quyche {

/// How one line becomes another's successor.
struct LineRewriting {
  const std::vector<Field>& model_fields;
  const std::vector<Field>& edited_fields;
  /// Id in the edited text → id in the model.
  std::function<std::string(const std::string&)> id_of;

  [[nodiscard]] Inlines rewrite(const Inlines& model, const Inlines& edited) const;
  /// Whether both say the same: the same words, or the same but for computed references.
  [[nodiscard]] bool same(const Inlines& model, const Inlines& edited) const;
};

}  // namespace quyche

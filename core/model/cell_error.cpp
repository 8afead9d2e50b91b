#include "model/cell_error.hpp"

#include <utility>

namespace quyche {

Diagnostic cell_error(const Cell& cell, const std::string& label, Place place) {
  const bool has_result = !cell.text.empty();
  Text message{"field.no-result", {label}};
  if (has_result) message = {"field.cell-error", {label, cell.text}};
  return {Severity::error,
          std::move(message),
          std::move(place),
          {{has_result ? "hint.cell-error" : "hint.no-result", {}}}};
}

}  // namespace quyche

#pragma once
// The papers that templates/duties/ describes, each with the roster its records are of, compiled
// for a format when first wanted. Owned by the duty job.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/workshop.hpp"
#include "paper/paper.hpp"
#include "xlsx/roster_definition.hpp"

namespace quyche {

struct DutyPaper {
  PaperDefinition definition;
  RosterDefinition roster;
};

class DutyShelf {
 public:
  /// Throws Error with the mistakes of every description.
  explicit DutyShelf(Workshop& workshop);

  /// The paper with this id, or all; throws Error paper.unknown with the nearest one.
  [[nodiscard]] std::vector<const DutyPaper*> wanted(const std::string& id) const;
  [[nodiscard]] const FormatProfile& format_of(const DutyPaper& paper, Date day) const;
  [[nodiscard]] const Paper& compiled(const DutyPaper& paper, Date day);

 private:
  const std::vector<FormatProfile>& profiles_;
  std::vector<DutyPaper> papers_;
  std::map<std::pair<std::string, std::string>, std::unique_ptr<const Paper>> compiled_;
};

}  // namespace quyche

#pragma once
// The organ that issues a paper and how it signs, by templates/reports/organs.tsv. For reports,
// reminders, the year view and duties.

#include <string>

#include "engine/workshop.hpp"
#include "template/value.hpp"

namespace quyche {

inline constexpr const char* k_reports_folder = "/templates/reports/";

/// Who issues. `name` is without the type, `title` is how the text names it.
struct Organ {
  std::string type;  ///< "xã", "chi bộ"
  std::string name;
  std::string above;  ///< title of the unit above; empty: none
  std::string title;
};

/// `table`: a file of templates/reports/. Throws Error report.no-organ.
[[nodiscard]] Value organ_value(Workshop& workshop, const Organ& organ,
                                const std::string& table = "organs.tsv");
/// The same for a unit known by its title alone ("xã An Vĩ").
[[nodiscard]] Value organ_value(Workshop& workshop, const std::string& title,
                                const std::string& above);

}  // namespace quyche

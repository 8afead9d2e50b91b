#pragma once
// A year of meetings as the values of the report templates/reports/meeting-year.xml. For the year
// job.

#include "meeting/year_view.hpp"
#include "paper/value_map.hpp"

namespace quyche {

/// `year`, `day`, `lines` and `total`; who issues the report is added by the job.
[[nodiscard]] ValueMapBuilder year_values(const meeting::YearView& view);

}  // namespace quyche

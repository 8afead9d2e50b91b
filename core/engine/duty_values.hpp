#pragma once
// A cell and the records of one duty as the values of templates/duties/*.xml. For the duty job.

#include <string>
#include <vector>

#include "engine/cell_words.hpp"
#include "engine/workshop.hpp"
#include "paper/value_map.hpp"
#include "xlsx/roster_definition.hpp"

namespace quyche {

/// One cell on a day.
struct DutyCell {
  CellCard card;
  CellWords words;
  Date day{};
};

/// Names of the cell and its units, who holds which post, counts, the organ that issues, the legal
/// bases in force as the format cites them.
[[nodiscard]] ValueMapBuilder duty_values(Workshop& workshop, const DutyCell& cell,
                                          const FormatProfile& profile);

/// A record of a roster's table: every column as the register keeps it, and beside a choice
/// `<column>_label`, beside a day `<column>_text` ("05/02/1990", or "1990" when only the year is
/// known).
[[nodiscard]] Value record_value(const RosterDefinition& roster, const Record& record);

}  // namespace quyche

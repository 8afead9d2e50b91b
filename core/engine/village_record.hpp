#pragma once
// One village's values on their way into a document: completed from what they imply, then checked
// against the declared fields and the rules of the regulation.

#include <string>
#include <vector>

#include "engine/workshop.hpp"
#include "model/rows.hpp"
#include "quyche/district.hpp"

namespace quyche {

/// The fields of a row of village data: those of the model and those that only steer the job
/// (state, district, source).
[[nodiscard]] std::vector<Field> record_fields(const Regulation& model);
/// Of these, what steers the job and enters no document.
inline constexpr const char* k_state = "state";
inline constexpr const char* k_state_issued = "issued";
inline constexpr const char* k_state_drafting = "drafting";

/// Defaults of village and document fields, the number in two digits, names of units.
void complete_record(Values& record, const LocalRegulation& local, const Plugin* code);

/// Required fields, one person in two posts against the leadership model (STR-05), number and date
/// of an issued document, the plugin's own rules. Findings at the row's place; nothing about values
/// that were refused already.
void check_record(const Row& row, const LocalRegulation& local, const Plugin* code,
                  Diagnostics& found);

/// Whether the row gives the field; a finding when it neither does nor gave what was refused.
bool check_given(const Row& row, const Field& field, Diagnostics& found);

/// One person in two posts against the leadership model (STR-05) alone.
void check_leadership(const Values& record, const LocalRegulation& local, const Place& place,
                      Diagnostics& found);

}  // namespace quyche

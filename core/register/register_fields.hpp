#pragma once
// The columns that files for the register may have. For register import; the headings that clerks
// use besides the labels come from templates/rosters/headings.tsv.

#include <string>
#include <string_view>
#include <vector>

#include "quyche/values.hpp"

namespace quyche {

/// The fields of village data and those the register adds (state in all its values, signer,
/// resolution, review …); none required but what finds the cell.
[[nodiscard]] std::vector<Field> register_fields(std::vector<Field> village_fields);

/// One more field for every other heading ("name<TAB>heading; heading" a line), which reads into
/// the field of that name.
void add_headings(std::vector<Field>& fields, std::string_view table);

/// A state as people read it.
[[nodiscard]] std::string state_label(std::string_view state);

}  // namespace quyche

#pragma once
// The two sheets of help behind the input sheet: what each field means, and the units and choices
// its drop-downs show. For input_workbook.

#include <map>
#include <string>
#include <vector>

#include "xlsx/book.hpp"
#include "xlsx/input_workbook.hpp"

namespace quyche {

/// Field name → the cells its drop-down shows, as a formula.
using DropDowns = std::map<std::string, std::string>;

void write_guide(const InputWorkbook& input, Book& book, lxw_worksheet* sheet);

/// Units, and beside them the choices: in cells, because a list typed into the rule of a cell may
/// hold no comma and only 255 letters.
[[nodiscard]] DropDowns write_units(const InputWorkbook& input, Book& book, lxw_worksheet* sheet);

/// What a clerk chooses from; empty when the field has no list.
[[nodiscard]] std::vector<std::string> words_of(const InputWorkbook& input, const Field& field);

}  // namespace quyche

#pragma once
// Dates as Vietnamese offices write them. Days 1–9 and months 1–2 take a leading zero, months 3–12
// do not (Hướng dẫn 36-HD/VPTW; Nghị định 30/2020/NĐ-CP, Phụ lục I).

#include <optional>
#include <string>
#include <string_view>

#include "quyche/values.hpp"

namespace quyche {

/// A day there is between 1900 and 2199; else nothing.
[[nodiscard]] std::optional<Date> existing_date(unsigned day, unsigned month, unsigned year);
/// YYYY-MM-DD, an existing day between 1900 and 2199; else nothing.
[[nodiscard]] std::optional<Date> date_from_iso(std::string_view text);
[[nodiscard]] std::string iso(Date day);
/// Reads what people and programs write: ISO, d/M/yyyy, dd/MM/yyyy, d-M-yyyy, d.M.yyyy, and
/// "ngày 05 tháng 6 năm 2018" (upper or lower case, extra spaces). Nothing when it is no day.
[[nodiscard]] std::optional<Date> date_from_text(std::string_view text);
/// "ngày 05 tháng 02 năm 2018".
[[nodiscard]] std::string long_date(Date day);
/// "05/02/2018", "03/4/2018".
[[nodiscard]] std::string short_date(Date day);
[[nodiscard]] Date next_day(Date day);
[[nodiscard]] Date previous_day(Date day);

}  // namespace quyche

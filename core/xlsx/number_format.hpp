#pragma once
// Which cell formats of a workbook show a number as a day, and what day a number is. For
// workbook_reader.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quyche/values.hpp"

namespace quyche {

/// Whether a format code ("dd/mm/yyyy", "#,##0") shows a day.
[[nodiscard]] bool is_date_format(std::string_view code);

/// For every cell format (cellXfs) of a styles part: whether it shows a day.
[[nodiscard]] std::vector<bool> read_date_formats(std::string_view styles,
                                                  const std::string& place);

enum class DateSystem { from_1900, from_1904 };

/// The day of a serial number, its time of day left out; nothing for a serial that is no day (also
/// 60 of the 1900 system, 29/02/1900, which never was).
[[nodiscard]] std::optional<Date> date_of_serial(double serial, DateSystem system);

}  // namespace quyche

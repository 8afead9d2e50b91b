#pragma once
// What a clerk types for a day, an hour or a count, as a value. For the readers of meetings, JSON
// and workbook alike.

#include <optional>
#include <string>
#include <string_view>

#include "meeting/meeting.hpp"

namespace quyche::meeting {

/// "19:30", "19 giờ 30 phút", "19h30", "19 giờ"; nothing when it is no time of a day.
[[nodiscard]] std::optional<TimeOfDay> time_from_text(std::string_view text);
/// "19:30".
[[nodiscard]] std::string time_text(TimeOfDay time);
/// 0 to 1,000,000; nothing when it is no such number.
[[nodiscard]] std::optional<int> count_from_text(std::string_view text);

}  // namespace quyche::meeting

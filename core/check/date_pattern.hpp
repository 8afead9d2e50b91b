#pragma once
// Dates in running text as they are typed, "ngày 5 tháng 02 năm 2018" and "5/02/2018", with their
// digits kept, so that missing and superfluous zeros show. For the text and structure rules.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quyche/values.hpp"

namespace quyche::check {

struct TypedDate {
  std::size_t from = 0;
  std::size_t to = 0;
  std::optional<Date> day;  ///< nothing when there is no such day
  std::string right;        ///< as it should stand; empty when there is no such day
  bool has_year = true;     ///< "ngày 5/10" has none: then there is no day either
};

/// In order. `text` in NFC.
[[nodiscard]] std::vector<TypedDate> find_dates(std::string_view text);
/// As above, of a text in small letters already; places are the same.
[[nodiscard]] std::vector<TypedDate> find_folded_dates(std::string_view folded);

}  // namespace quyche::check

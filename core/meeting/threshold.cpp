#include "meeting/threshold.hpp"

#include "meeting/meeting_values.hpp"

namespace quyche::meeting {

std::optional<Threshold> threshold_from_text(std::string_view text, bool is_strict) {
  constexpr int k_largest = 1000;
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto part = count_from_text(text.substr(0, slash));
  const auto whole = count_from_text(text.substr(slash + 1));
  if (!part || !whole || *part < 1 || *whole < *part || *whole > k_largest) return std::nullopt;
  return Threshold{*part, *whole, is_strict};
}

}  // namespace quyche::meeting

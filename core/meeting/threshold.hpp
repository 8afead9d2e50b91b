#pragma once
// How many votes a matter needs: a fraction of those counted, more than or at least, in integers.
// Read by the rules, used by every check of a vote.

#include <cstdint>
#include <optional>
#include <string_view>

namespace quyche::meeting {

/// `part`/`whole` of a number; `is_strict`: more than that, else at least.
struct Threshold {
  std::int64_t part = 1;
  std::int64_t whole = 2;
  bool is_strict = true;
  friend bool operator==(const Threshold&, const Threshold&) = default;
};

[[nodiscard]] constexpr bool is_reached(const Threshold& threshold, std::int64_t votes,
                                        std::int64_t base) {
  const auto have = votes * threshold.whole;
  const auto want = base * threshold.part;
  return threshold.is_strict ? have > want : have >= want;
}

/// The smallest number of votes that reaches it.
[[nodiscard]] constexpr std::int64_t needed_votes(const Threshold& threshold, std::int64_t base) {
  const auto want = base * threshold.part;
  return threshold.is_strict ? want / threshold.whole + 1
                             : (want + threshold.whole - 1) / threshold.whole;
}

/// "2/3": two numbers from 1 to 1000, the first not above the second.
[[nodiscard]] std::optional<Threshold> threshold_from_text(std::string_view text, bool is_strict);

}  // namespace quyche::meeting

#pragma once
// One run of numbers or letters (the khoản of a điều, the điểm of a khoản): which may come next,
// and what was expected. Used by tree_builder.

#include <optional>
#include <string>

#include "quyche/regulation.hpp"

namespace quyche::word {

class Sequence {
 public:
  /// Whether a line beginning with this number is likely to be the next of the run.
  [[nodiscard]] bool allows(int value) const;
  [[nodiscard]] bool allows(const std::string& letter) const;

  /// Goes on to it. Returns the expected number when it is another; never for the second wording of
  /// an alternative, which repeats the numbers of the first.
  std::optional<int> take(int value, const std::optional<Condition>& when);
  /// As above, by place. A run in Latin order (a b c d e f) is reported once.
  std::optional<int> take(const std::string& letter, const std::optional<Condition>& when);

  [[nodiscard]] int last() const { return last_; }
  /// The letters run in Latin order, as Word's own lists do.
  [[nodiscard]] bool is_latin() const { return is_latin_; }

 private:
  [[nodiscard]] bool is_other_wording(int value, const std::optional<Condition>& when) const;

  int last_ = 0;
  std::string letter_;
  bool is_latin_ = false;
  std::optional<Condition> when_;
};

}  // namespace quyche::word

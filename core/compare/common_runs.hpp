#pragma once
// The longest common subsequence of two sequences in linear space (Myers 1986), over numbers that
// stand for words, paragraphs or rows. Used by every comparison in this folder.

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quyche {

/// `length` equal items from `before` in the old sequence and `after` in the new one.
struct CommonRun {
  std::size_t before;
  std::size_t after;
  std::size_t length;
  friend bool operator==(const CommonRun&, const CommonRun&) = default;
};

/// In order of both sequences.
[[nodiscard]] std::vector<CommonRun> common_runs(std::span<const int> before,
                                                 std::span<const int> after);

/// Equal texts get equal numbers.
class Numbering {
 public:
  [[nodiscard]] int of(std::string_view text) {
    const auto found = numbers_.find(text);
    if (found != numbers_.end()) return found->second;
    return numbers_.emplace(std::string(text), static_cast<int>(numbers_.size())).first->second;
  }

 private:
  std::map<std::string, int, std::less<>> numbers_;
};

}  // namespace quyche

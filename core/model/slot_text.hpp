#pragma once
// A text with holes: literal stretches and the fields between them, cut once, filled many times.
// Writers mark a hole in band, with control characters that XML forbids.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace quyche {

/// The mark of a hole for `name`, shown in `form`.
[[nodiscard]] std::string slot_mark(std::string_view name, std::string_view form);

class SlotText {
 public:
  struct Slot {
    std::string name;
    std::string form;
  };

  SlotText() = default;
  /// Cuts `marked` at its marks.
  explicit SlotText(std::string marked);

  [[nodiscard]] const std::vector<Slot>& slots() const { return slots_; }
  /// Appends the text with each hole filled by what `fill(slot number, out)` appends.
  template <typename Fill>
  void render(std::string& out, const Fill& fill) const {
    std::size_t start = 0;
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      out.append(text_, start, ends_[i] - start);
      start = ends_[i];
      fill(i, out);
    }
    out.append(text_, start);
  }

 private:
  std::string text_;
  std::vector<std::size_t> ends_;  ///< where in text_ the hole i is
  std::vector<Slot> slots_;
};

}  // namespace quyche

#include "compare/common_runs.hpp"

#include <algorithm>
#include <cstdint>

namespace quyche {
namespace {

using Index = std::ptrdiff_t;
constexpr Index k_nowhere = -2;
/// Beyond so many differences any good meeting point will do: two long texts that share little
/// would cost the square of their length.
constexpr Index k_patience = 1'024;

/// The part of a shortest way through the edit graph where its two halves meet.
struct Snake {
  Index x = 0;
  Index y = 0;
  Index length = 0;
};

/// How far a way has come on each diagonal, seen from one end of a box.
class Front {
 public:
  Front(Index width, Index height)
      : width_(width),
        height_(height),
        reach_(static_cast<std::size_t>(width + height + 3), k_nowhere) {
    at(1) = 0;
  }

  Index& at(Index diagonal) { return reach_[static_cast<std::size_t>(diagonal + height_ + 1)]; }
  [[nodiscard]] Index lowest(Index step) const {
    return -(step - 2 * std::max<Index>(0, step - height_));
  }
  [[nodiscard]] Index highest(Index step) const {
    return step - 2 * std::max<Index>(0, step - width_);
  }
  [[nodiscard]] bool has(Index diagonal) const {
    return -height_ - 1 <= diagonal && diagonal <= width_ + 1;
  }
  /// Where a way on `diagonal` begins its next run of equal items.
  Index next(Index diagonal) {
    const auto right = at(diagonal - 1) == k_nowhere || at(diagonal - 1) >= width_
                           ? k_nowhere
                           : at(diagonal - 1) + 1;
    const auto down = at(diagonal + 1);
    const bool down_fits = down != k_nowhere && down - diagonal <= height_;
    return std::max(right, down_fits ? down : k_nowhere);
  }

 private:
  Index width_;
  Index height_;
  std::vector<Index> reach_;
};

class Comparison {
 public:
  Comparison(std::span<const int> before, std::span<const int> after)
      : before_(before), after_(after) {}

  std::vector<CommonRun> run() {
    compare({0, static_cast<Index>(before_.size()), 0, static_cast<Index>(after_.size())});
    return std::move(runs_);
  }

 private:
  struct Box {
    Index left;
    Index right;
    Index top;
    Index bottom;
    [[nodiscard]] Index width() const { return right - left; }
    [[nodiscard]] Index height() const { return bottom - top; }
    [[nodiscard]] bool empty() const { return width() == 0 || height() == 0; }
  };

  [[nodiscard]] bool equal(Index x, Index y) const {
    return before_[static_cast<std::size_t>(x)] == after_[static_cast<std::size_t>(y)];
  }

  void add(Index x, Index y, Index length) {
    if (length == 0) return;
    const auto before = static_cast<std::size_t>(x);
    const auto after = static_cast<std::size_t>(y);
    if (!runs_.empty()) {
      auto& last = runs_.back();
      if (last.before + last.length == before && last.after + last.length == after) {
        last.length += static_cast<std::size_t>(length);
        return;
      }
    }
    runs_.push_back({before, after, static_cast<std::size_t>(length)});
  }

  void compare(Box box) {
    Index head = 0;
    while (head < box.width() && head < box.height() && equal(box.left + head, box.top + head)) {
      ++head;
    }
    add(box.left, box.top, head);
    box.left += head;
    box.top += head;
    Index tail = 0;
    while (tail < box.width() && tail < box.height() &&
           equal(box.right - tail - 1, box.bottom - tail - 1)) {
      ++tail;
    }
    box.right -= tail;
    box.bottom -= tail;
    if (!box.empty()) split(box);
    add(box.right, box.bottom, tail);
  }

  void split(const Box& box) {
    const auto middle = middle_snake(box);
    compare({box.left, box.left + middle.x, box.top, box.top + middle.y});
    add(box.left + middle.x, box.top + middle.y, middle.length);
    compare({box.left + middle.x + middle.length, box.right, box.top + middle.y + middle.length,
             box.bottom});
  }

  Snake middle_snake(const Box& box) {
    Front forward(box.width(), box.height());
    Front backward(box.width(), box.height());
    for (Index step = 0;; ++step) {
      Snake found;
      if (advance(box, step, forward, backward, found)) return found;
      if (retreat(box, step, forward, backward, found)) return found;
      if (step == k_patience) return furthest(step, forward);
    }
  }

  /// The end of the way from the front that has come furthest.
  static Snake furthest(Index step, Front& forward) {
    Snake best;
    for (Index k = forward.lowest(step); k <= forward.highest(step); k += 2) {
      const auto x = forward.at(k);
      if (x != k_nowhere && 2 * x - k > best.x + best.y) best = {x, x - k, 0};
    }
    return best;
  }

  bool advance(const Box& box, Index step, Front& forward, Front& backward, Snake& found) const {
    const auto delta = box.width() - box.height();
    for (Index k = forward.lowest(step); k <= forward.highest(step); k += 2) {
      const auto start = forward.next(k);
      forward.at(k) = start;
      if (start == k_nowhere) continue;
      auto x = start;
      while (x < box.width() && x - k < box.height() && equal(box.left + x, box.top + x - k)) ++x;
      forward.at(k) = x;
      const bool met = delta % 2 != 0 && std::abs(delta - k) < step && backward.has(delta - k) &&
                       backward.at(delta - k) != k_nowhere &&
                       x + backward.at(delta - k) >= box.width();
      if (!met) continue;
      found = {start, start - k, x - start};
      return true;
    }
    return false;
  }

  bool retreat(const Box& box, Index step, Front& forward, Front& backward, Snake& found) const {
    const auto delta = box.width() - box.height();
    for (Index k = backward.lowest(step); k <= backward.highest(step); k += 2) {
      const auto start = backward.next(k);
      backward.at(k) = start;
      if (start == k_nowhere) continue;
      auto x = start;
      while (x < box.width() && x - k < box.height() &&
             equal(box.right - x - 1, box.bottom - (x - k) - 1)) {
        ++x;
      }
      backward.at(k) = x;
      const bool met = delta % 2 == 0 && std::abs(delta - k) <= step && forward.has(delta - k) &&
                       forward.at(delta - k) != k_nowhere &&
                       x + forward.at(delta - k) >= box.width();
      if (!met) continue;
      found = {box.width() - x, box.height() - (x - k), x - start};
      return true;
    }
    return false;
  }

  std::span<const int> before_;
  std::span<const int> after_;
  std::vector<CommonRun> runs_;
};

}  // namespace

std::vector<CommonRun> common_runs(std::span<const int> before, std::span<const int> after) {
  return Comparison(before, after).run();
}

}  // namespace quyche

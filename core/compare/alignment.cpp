#include "compare/alignment.hpp"

#include <algorithm>

#include "compare/common_runs.hpp"
#include "compare/words.hpp"

namespace quyche {
namespace {

/// Beyond this many pairs a gap is not searched for the best pairing, only nearby.
constexpr std::size_t k_whole_search = 1'200;
constexpr std::size_t k_window = 6;

class Aligner {
 public:
  Aligner(const std::vector<AlignedItem>& before, const std::vector<AlignedItem>& after,
          double least)
      : before_(before), after_(after), least_(least) {}

  std::vector<Aligned> run() {
    Numbering numbering;
    const auto left = numbers(before_, numbering);
    const auto right = numbers(after_, numbering);
    std::size_t x = 0;
    std::size_t y = 0;
    for (const auto& common : common_runs(left, right)) {
      gap({x, common.before}, {y, common.after});
      for (std::size_t i = 0; i < common.length; ++i) {
        out_.push_back({common.before + i, common.after + i});
      }
      x = common.before + common.length;
      y = common.after + common.length;
    }
    gap({x, before_.size()}, {y, after_.size()});
    return std::move(out_);
  }

 private:
  struct Range {
    std::size_t from;
    std::size_t to;
    [[nodiscard]] std::size_t size() const { return to - from; }
  };

  static std::vector<int> numbers(const std::vector<AlignedItem>& items, Numbering& numbering) {
    std::vector<int> out;
    for (const auto& item : items) out.push_back(numbering.of(item.kind + std::string(item.text)));
    return out;
  }

  [[nodiscard]] double likeness(std::size_t x, std::size_t y) const {
    if (before_[x].kind != after_[y].kind) return 0;
    const auto alike = similarity(before_[x].text, after_[y].text);
    return alike < least_ ? 0 : alike;
  }

  void gap(Range old_range, Range new_range) {
    if (old_range.size() * new_range.size() <= k_whole_search) {
      search(old_range, new_range);
    } else {
      scan(old_range, new_range);
    }
  }

  void add_until(Range& old_range, Range& new_range, std::size_t x, std::size_t y) {
    while (old_range.from < x) out_.push_back({old_range.from++, std::nullopt});
    while (new_range.from < y) out_.push_back({std::nullopt, new_range.from++});
  }

  void pair(Range& old_range, Range& new_range, std::size_t x, std::size_t y) {
    add_until(old_range, new_range, x, y);
    out_.push_back({old_range.from++, new_range.from++});
  }

  /// The pairing with the greatest likeness in all.
  void search(Range old_range, Range new_range) {
    const auto rows = old_range.size();
    const auto columns = new_range.size();
    std::vector<double> best((rows + 1) * (columns + 1), 0);
    std::vector<double> like(rows * columns + 1, 0);
    const auto cell = [columns](std::size_t i, std::size_t j) { return i * (columns + 1) + j; };
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t j = columns; j-- > 0;) {
        const auto alike = likeness(old_range.from + i, new_range.from + j);
        like[i * columns + j] = alike;
        best[cell(i, j)] = std::max(best[cell(i + 1, j)], best[cell(i, j + 1)]);
        if (alike > 0) {
          best[cell(i, j)] = std::max(best[cell(i, j)], alike + best[cell(i + 1, j + 1)]);
        }
      }
    }
    const auto old_start = old_range.from;
    const auto new_start = new_range.from;
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      const auto alike = like[i * columns + j];
      if (alike > 0 && best[cell(i, j)] == alike + best[cell(i + 1, j + 1)]) {
        pair(old_range, new_range, old_start + i++, new_start + j++);
      } else if (best[cell(i, j)] == best[cell(i + 1, j)]) {
        ++i;
      } else {
        ++j;
      }
    }
    add_until(old_range, new_range, old_range.to, new_range.to);
  }

  /// The first good partner a few items ahead: linear, for long stretches without an anchor.
  void scan(Range old_range, Range new_range) {
    for (auto x = old_range.from; x < old_range.to; ++x) {
      const auto last = std::min(new_range.from + k_window, new_range.to);
      for (auto y = new_range.from; y < last; ++y) {
        if (likeness(x, y) == 0) continue;
        pair(old_range, new_range, x, y);
        break;
      }
    }
    add_until(old_range, new_range, old_range.to, new_range.to);
  }

  const std::vector<AlignedItem>& before_;
  const std::vector<AlignedItem>& after_;
  double least_;
  std::vector<Aligned> out_;
};

}  // namespace

std::vector<Aligned> align(const std::vector<AlignedItem>& before,
                           const std::vector<AlignedItem>& after, double least) {
  return Aligner(before, after, least).run();
}

}  // namespace quyche

#include "compare/line_merge.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include "compare/common_runs.hpp"
#include "compare/words.hpp"

namespace quyche {
namespace {

/// A line as words; what is not text is one word.
struct Words {
  std::vector<Inline> items;
  std::vector<int> numbers;
};

bool is_gap(const Inline& item) {
  return item.kind == Inline::Kind::text &&
         std::all_of(item.value.begin(), item.value.end(),
                     [](unsigned char c) { return c < 0x80U && std::isalnum(c) == 0; });
}

Words words_of(const Inlines& line, Numbering& numbering) {
  Words words;
  for (const auto& item : line) {
    if (item.kind != Inline::Kind::text) {
      words.items.push_back(item);
      const auto kind = std::to_string(static_cast<int>(item.kind));
      words.numbers.push_back(numbering.of('\x01' + kind + item.value + '\x01' + item.form));
      continue;
    }
    for (const auto word : split_words(item.value)) {
      words.items.push_back({Inline::Kind::text, std::string(word), {}, {}});
      words.numbers.push_back(numbering.of(word));
    }
  }
  return words;
}

using Places = std::vector<std::optional<std::size_t>>;

/// For each word of the base its place in the other line.
Places places_in(const Words& base, const Words& other) {
  Places places(base.items.size());
  for (const auto& run : common_runs(base.numbers, other.numbers)) {
    for (std::size_t n = 0; n < run.length; ++n) places[run.before + n] = run.after + n;
  }
  return places;
}

class LineMerger {
 public:
  LineMerger(const Inlines& base, const Inlines& above, const Inlines& local)
      : base_(words_of(base, numbering_)),
        above_(words_of(above, numbering_)),
        local_(words_of(local, numbering_)),
        in_above_(places_in(base_, above_)),
        in_local_(places_in(base_, local_)) {}

  MergedLine run() {
    while (b_ < base_.items.size() || a_ < above_.items.size() || l_ < local_.items.size()) {
      if (stands_still()) {
        add(above_.items[a_]);
        ++b_;
        ++a_;
        ++l_;
      } else {
        merge_stretch();
      }
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool stands_still() const {
    return b_ < base_.items.size() && in_above_[b_] == a_ && in_local_[b_] == l_;
  }

  /// The next word that all three lines have. White space and signs alone hold nothing apart.
  void merge_stretch() {
    auto next = b_;
    while (next < base_.items.size() &&
           (!in_above_[next] || !in_local_[next] || is_gap(base_.items[next]))) {
      ++next;
    }
    const bool ends = next == base_.items.size();
    const auto a_end = ends ? above_.items.size() : *in_above_[next];
    const auto l_end = ends ? local_.items.size() : *in_local_[next];
    const auto old_words = stretch(base_, b_, next);
    const auto above_words = stretch(above_, a_, a_end);
    const auto local_words = stretch(local_, l_, l_end);
    const bool above_kept = above_words == old_words;
    result_.clash |= !above_kept && local_words != old_words && local_words != above_words;
    const auto& source = above_kept ? local_ : above_;
    for (auto i = above_kept ? l_ : a_; i < (above_kept ? l_end : a_end); ++i) {
      add(source.items[i]);
    }
    b_ = next;
    a_ = a_end;
    l_ = l_end;
  }

  static std::vector<int> stretch(const Words& words, std::size_t from, std::size_t to) {
    const auto begin = words.numbers.begin();
    return {begin + static_cast<std::ptrdiff_t>(from), begin + static_cast<std::ptrdiff_t>(to)};
  }

  void add(const Inline& item) {
    auto& line = result_.line;
    const bool joins =
        item.kind == Inline::Kind::text && !line.empty() && line.back().kind == Inline::Kind::text;
    if (joins) {
      line.back().value += item.value;
    } else {
      line.push_back(item);
    }
  }

  Numbering numbering_;
  Words base_;
  Words above_;
  Words local_;
  Places in_above_;
  Places in_local_;
  std::size_t b_ = 0;
  std::size_t a_ = 0;
  std::size_t l_ = 0;
  MergedLine result_;
};

}  // namespace

MergedLine merge_lines(const Inlines& base, const Inlines& above, const Inlines& local) {
  if (same_line(base, above) || same_line(above, local)) return {local, false};
  if (same_line(base, local)) return {above, false};
  return LineMerger(base, above, local).run();
}

bool same_line(const Inlines& left, const Inlines& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Inline& one, const Inline& other) {
                      return one.kind == other.kind && one.value == other.value &&
                             one.form == other.form;
                    });
}

}  // namespace quyche

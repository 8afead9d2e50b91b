#pragma once
// Documents of several threads on their way to the disk. A folder takes new files one after the
// other, and threads that wait for it sleep longer than writing takes: so one thread at a time
// writes what all have made, and the others go on making. For jobs that make many documents.

#include <cstddef>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace quyche {

struct FinishedDocument {
  std::string path;
  std::string bytes;
};

class WritingDesk {
 public:
  /// Writes the document, and what the others hand over meanwhile, or leaves it to the thread that
  /// is writing. When threads have come back from here and nobody is inside, all is written. What
  /// `write` throws ends the writing of this thread.
  template <typename Write>
  void hand_over(FinishedDocument document, const Write& write) {
    {
      const std::scoped_lock lock(mutex_);
      bytes_ += document.bytes.size();
      waiting_.push_back(std::move(document));
      const bool is_left_to_others = writers_ > 0 && bytes_ < k_most_bytes;
      if (is_left_to_others) return;
      ++writers_;
    }
    for (auto mine = next(); !mine.empty(); mine = next()) {
      for (const auto& one : mine) write(one);
    }
  }

 private:
  /// Past it another thread helps writing, so that memory stays flat.
  static constexpr std::size_t k_most_bytes = 16UL << 20U;

  /// All that wait; the last one who finds none is no writer any more.
  std::vector<FinishedDocument> next() {
    const std::scoped_lock lock(mutex_);
    if (waiting_.empty()) --writers_;
    bytes_ = 0;
    return std::exchange(waiting_, {});
  }

  std::mutex mutex_;
  std::vector<FinishedDocument> waiting_;
  std::size_t bytes_ = 0;  ///< of those
  std::size_t writers_ = 0;
};

}  // namespace quyche

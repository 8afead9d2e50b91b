#pragma once
// Work handed from one thread to several, never more than a few pieces ahead, so that memory stays
// flat however long the table is.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace quyche {

template <typename Item>
class WorkQueue {
 public:
  explicit WorkQueue(std::size_t capacity) : capacity_(capacity) {}

  /// Waits for room. False once the queue is closed.
  [[nodiscard]] bool push(Item item) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return closed_ || items_.size() < capacity_; });
    if (closed_) return false;
    items_.push_back(std::move(item));
    filled_.notify_one();
    return true;
  }

  /// Waits for an item. Nothing once the queue is closed and empty.
  [[nodiscard]] std::optional<Item> pop() {
    std::unique_lock lock(mutex_);
    filled_.wait(lock, [&] { return closed_ || !items_.empty(); });
    if (items_.empty()) return std::nullopt;
    std::optional<Item> item(std::move(items_.front()));
    items_.pop_front();
    room_.notify_one();
    return item;
  }

  void close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    filled_.notify_all();
    room_.notify_all();
  }

 private:
  std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable filled_;
  std::deque<Item> items_;
  bool closed_ = false;
};

/// Starts `count` threads, or as many as the system allows. Throws when there is not even one.
template <typename Work>
[[nodiscard]] std::vector<std::thread> start_workers(unsigned count, const Work& work) {
  std::vector<std::thread> workers;
  workers.reserve(count);
  while (workers.size() < count) {
    try {
      workers.emplace_back(work);
    } catch (const std::system_error&) {
      if (workers.empty()) throw;
      break;
    }
  }
  return workers;
}

/// Runs `work` on `count` threads, this one among them, or on as many as the system allows, and
/// comes back when all are done. `work` keeps what it may throw to itself.
template <typename Work>
void run_workers(unsigned count, const Work& work) {
  std::vector<std::jthread> others;
  others.reserve(count);
  try {
    while (others.size() + 1 < count) others.emplace_back([&work] { work(); });
  } catch (const std::system_error&) {  // those that run will do
  }
  work();
}

}  // namespace quyche

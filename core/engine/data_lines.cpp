#include "engine/data_lines.hpp"

#include <libdeflate.h>

#include <algorithm>

#include "base/disk_error.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_bytes_at_once = 64U << 10U;
constexpr std::size_t k_longest_line = 1U << 30U;

bool holds_something(std::string_view line) {
  return line.find_first_not_of(" \t\r") != std::string_view::npos;
}

}  // namespace

void JsonLines::read_on() {
  const auto before = window_.size();
  const auto left = counted_ ? counted_->first - size_ : k_bytes_at_once;
  is_read_ = !source_->read(window_, std::min(left, k_bytes_at_once));
  const auto got = window_.size() - before;
  size_ += got;
  sum_ = libdeflate_crc32(sum_, window_.data() + before, got);
  is_read_ = is_read_ || (counted_ && size_ == counted_->first);
  if (!is_read_ || !counted_ || std::pair(size_, sum_) == *counted_) return;
  throw Error(Diagnostic{Severity::error,
                         {"file.changed", {file_}},
                         {file_, {}, {}, 0, 0},
                         {{"hint.file-changed", {}}}});
}

/// Without its end; good until the next one.
std::optional<std::string_view> JsonLines::next_line() {
  auto end = window_.find('\n', at_);
  while (end == std::string::npos && !is_read_) {
    window_.erase(0, std::exchange(at_, 0));
    const auto seen = window_.size();
    if (seen > k_longest_line) throw Error(too_large_finding(file_));
    read_on();
    end = window_.find('\n', seen);
  }
  if (at_ == window_.size()) return std::nullopt;
  const auto size = (end == std::string::npos ? window_.size() : end) - at_;
  const auto line = std::string_view(window_).substr(at_, size);
  at_ = end == std::string::npos ? window_.size() : end + 1;
  ++number_;
  return line;
}

std::optional<DataLine> JsonLines::next() {
  while (const auto line = next_line()) {
    if (holds_something(*line)) return DataLine{number_, std::string(*line), {}};
  }
  return std::nullopt;
}

std::size_t JsonLines::count() {
  std::size_t count = 0;
  while (const auto line = next_line()) {
    if (holds_something(*line)) ++count;
  }
  counted_ = {size_, std::exchange(sum_, 0)};
  source_->rewind();
  window_.clear();
  at_ = number_ = size_ = 0;
  is_read_ = false;
  return count;
}

}  // namespace quyche

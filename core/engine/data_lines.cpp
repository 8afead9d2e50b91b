#include "engine/data_lines.hpp"

#include "base/disk_error.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_bytes_at_once = 64U << 10U;
constexpr std::size_t k_longest_line = 1U << 30U;

bool holds_something(std::string_view line) {
  return line.find_first_not_of(" \t\r") != std::string_view::npos;
}

}  // namespace

/// Without its end; good until the next one.
std::optional<std::string_view> JsonLines::next_line() {
  auto end = window_.find('\n', at_);
  while (end == std::string::npos && !is_read_) {
    window_.erase(0, std::exchange(at_, 0));
    const auto seen = window_.size();
    if (seen > k_longest_line) throw Error(too_large_finding(file_));
    is_read_ = !source_->read(window_, k_bytes_at_once);
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
  source_->rewind();
  window_.clear();
  at_ = number_ = 0;
  is_read_ = false;
  return count;
}

}  // namespace quyche

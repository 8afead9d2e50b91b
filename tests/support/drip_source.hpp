#pragma once
// A text that comes a few bytes at a time, so that every token is cut somewhere.

#include <algorithm>
#include <string>
#include <utility>

#include "base/byte_source.hpp"

class DripSource final : public quyche::ByteSource {
 public:
  DripSource(std::string bytes, std::size_t most) : bytes_(std::move(bytes)), most_(most) {}

  bool read(std::string& out, std::size_t size) override {
    const auto piece = std::min({size, most_, bytes_.size() - at_});
    out.append(bytes_, at_, piece);
    at_ += piece;
    return piece > 0;
  }
  void rewind() override { at_ = 0; }

 private:
  std::string bytes_;
  std::size_t most_;
  std::size_t at_ = 0;
};

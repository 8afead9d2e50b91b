#pragma once
// Rows of data, one JSON value a line, from a file of any length: no more of it is in memory than a
// piece and the lines that are asked for.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/byte_source.hpp"

namespace quyche {

struct DataLine {
  std::size_t number = 0;  ///< in the file, from 1
  std::string text;
};

class DataLines {
 public:
  /// `file` names the place of findings.
  DataLines(std::unique_ptr<ByteSource> source, std::string file)
      : source_(std::move(source)), file_(std::move(file)) {}
  /// The next line that holds something. Throws Error file.*; a line of a gigabyte is none.
  [[nodiscard]] std::optional<DataLine> next();
  /// How many are left of them; the next is then the first of the file.
  [[nodiscard]] std::size_t count();

 private:
  [[nodiscard]] std::optional<std::string_view> next_line();

  std::unique_ptr<ByteSource> source_;
  std::string file_;
  std::string window_;  ///< what was read and not yet given
  std::size_t at_ = 0;
  std::size_t number_ = 0;
  bool is_read_ = false;  ///< nothing comes behind the window
};

}  // namespace quyche

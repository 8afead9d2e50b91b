#pragma once
// Rows of data, each as one JSON value, from a file of any length: no more of it is in memory than
// a piece and the lines that are asked for. For jobs that make a document of each row.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/byte_source.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche {

struct DataLine {
  std::size_t number = 0;             ///< in the file, from 1
  std::string text;                   ///< JSON
  std::optional<Diagnostic> problem;  ///< why it cannot be used
};

class DataLines {
 public:
  DataLines() = default;
  DataLines(const DataLines&) = delete;
  DataLines& operator=(const DataLines&) = delete;
  virtual ~DataLines() = default;
  /// The next line that holds something. Throws Error file.*, and those of the file's kind.
  [[nodiscard]] virtual std::optional<DataLine> next() = 0;
  /// How many are left of them; the next is then the first of the file.
  [[nodiscard]] virtual std::size_t count() = 0;
};

/// One JSON value a line; a line of a gigabyte is file.too-large. Once counted, the file is what it
/// was then: what is added later is not read, and next() throws file.changed when it has become
/// another.
class JsonLines final : public DataLines {
 public:
  /// `file` names the place of findings.
  JsonLines(std::unique_ptr<ByteSource> source, std::string file)
      : source_(std::move(source)), file_(std::move(file)) {}
  [[nodiscard]] std::optional<DataLine> next() override;
  [[nodiscard]] std::size_t count() override;

 private:
  [[nodiscard]] std::optional<std::string_view> next_line();
  void read_on();

  std::unique_ptr<ByteSource> source_;
  std::string file_;
  std::string window_;  ///< what was read and not yet given
  std::size_t at_ = 0;
  std::size_t number_ = 0;
  bool is_read_ = false;  ///< nothing comes behind the window
  // Of all bytes so far, and when the lines were counted.
  std::size_t size_ = 0;
  std::uint32_t sum_ = 0;
  std::optional<std::pair<std::size_t, std::uint32_t>> counted_;
};

}  // namespace quyche

#pragma once
// The end of a paper: signature blocks and the list of those who receive it, in a table, in columns
// set with tabs, or one under the other. Used by word_import.

#include <map>
#include <string>
#include <vector>

#include "model/word/import_report.hpp"
#include "model/word/imported_fields.hpp"
#include "model/word/word_lines.hpp"
#include "quyche/regulation.hpp"

namespace quyche::word {

/// Whether the line surely opens the end: "Nơi nhận", "T/M CHI BỘ", "TRƯỞNG THÔN".
[[nodiscard]] bool is_closing(const Line& line);
[[nodiscard]] bool is_closing(const TableLines& table);

class ClosingReader {
 public:
  ClosingReader(Frame& frame, ImportedFields& fields, ImportReport& report)
      : frame_(frame), fields_(fields), report_(report) {}

  void take(const Line& line);
  void take(const TableLines& table);
  /// Fills the frame; returns the lines it has no place for.
  [[nodiscard]] std::vector<Line> finish();

 private:
  struct Block {
    Signature signature;
    std::string position;  ///< lower case
  };

  void read_column(const std::vector<Line>& lines, std::vector<Line>& left);
  bool read_signature_line(const Line& line, std::vector<Block>& blocks);
  void read_name(const Line& line, Block& block);
  void add_recipient(const Line& line);
  [[nodiscard]] std::string mode_name() const;

  Frame& frame_;
  ImportedFields& fields_;
  ImportReport& report_;
  std::map<std::size_t, std::vector<Line>> columns_;
  std::vector<Block> blocks_;
};

}  // namespace quyche::word

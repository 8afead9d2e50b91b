#pragma once
// Takes what the program of one part renders and writes the part: values only as letters of a text,
// escaped; content of other kinds between runs or paragraphs, which end before it and begin again
// behind it. Lives as long as the rendering of the part.

#include <string>
#include <string_view>
#include <vector>

#include "render/part_program.hpp"
#include "render/word_run.hpp"

namespace quyche {

class WordSink final : public TemplateSink {
 public:
  WordSink(const PartProgram& part, WordRun& run, std::string& out);
  void literal(std::size_t piece) override;
  void value(std::size_t piece, const Value& value) override;

  // For content.
  /// Makes the output stand at this level, with the properties of the spot where it opens
  /// something.
  void enter(WordLevel level, const WordSpot& spot);
  [[nodiscard]] std::string& out() { return out_; }
  [[nodiscard]] WordRun& run() { return run_; }
  /// Name of the entry that is written: of a note, the part of its kind.
  [[nodiscard]] std::string part() const;
  void write_text(std::string_view text, const WordSpot& spot);
  /// A run of its own, from among runs.
  void write_run(std::string_view text, WordSpot spot);
  /// The id of a new relationship of this part.
  std::string relate(std::string_view kind, const std::string& target, bool is_external);
  std::string add_picture(const std::string& bytes, const std::string& extension);

 private:
  void write_content(const Value& value, std::size_t piece);
  void write_attribute(const Value& value, const WordPiece& piece);
  void write_picture_id(const Value& value);
  void write_ids(const WordPiece& piece);
  void write_control(char sign, const WordSpot& spot);
  void leave_text();
  void leave_paragraph();
  void open_up(WordLevel level, const WordSpot& spot);
  void guard(const WordPiece& piece);
  void end_cell();
  void start_note(const WordPiece& piece);
  void end_note();
  void report_dropped();

  /// Where a note begins, and what stood open around it.
  struct OpenNote {
    std::size_t kind = 0;
    std::size_t start = 0;
    WordLevel level = WordLevel::fixed;
    const WordSpot* open = nullptr;
  };

  const PartProgram& part_;
  WordRun& run_;
  std::string& out_;
  WordLevel level_ = WordLevel::fixed;
  const WordSpot* open_;  ///< what the closing of run and paragraph is taken from
  std::size_t piece_ = 0;
  bool has_dropped_ = false;
  bool is_merged_ = false;  ///< the words of a merged cell are left out
  std::size_t merge_start_ = 0;
  bool repeats_group_ = false;       ///< the cell goes on with the one above
  std::vector<std::size_t> starts_;  ///< of open tables and rows
  std::vector<OpenNote> notes_;
  std::unordered_map<std::size_t, std::string> groups_;  ///< piece → the key last printed
};

}  // namespace quyche

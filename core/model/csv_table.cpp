#include "model/csv_table.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/source_text.hpp"
#include "model/text_source.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_sniffed_records = 20;
constexpr std::size_t k_most_columns = 16'384;  // as in a workbook
constexpr std::size_t k_window = 256U << 10U;   // bytes in memory, unless a record is longer

// Takes records off the front of a text.
class RecordCutter {
 public:
  RecordCutter(std::string_view text, char separator) : text_(text), separator_(separator) {}

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }
  /// Where the quotation mark stands that no other closes; npos when all are closed.
  [[nodiscard]] std::size_t open_quote() const { return open_quote_; }

  /// Fills `cells`, reusing their memory; at most k_most_columns + 1 of them.
  void cut(std::vector<Cell>& cells) {
    std::size_t count = 0;
    bool more = true;
    while (more && count <= k_most_columns) {
      if (count == cells.size()) cells.emplace_back();
      auto& cell = cells[count++];
      cell.text.clear();
      more = cut_cell(cell.text);
      cell.kind = cell.text.empty() ? Cell::Kind::empty : Cell::Kind::text;
    }
    cells.resize(count);
  }

 private:
  // One cell; whether another follows in this record.
  bool cut_cell(std::string& cell) {
    if (!at_end() && text_[at_] == '"') cut_quoted(cell);
    const std::array<char, 3> stops{separator_, '\n', '\r'};
    const auto end = std::min(
        text_.find_first_of(std::string_view(stops.data(), stops.size()), at_), text_.size());
    cell.append(text_.substr(at_, end - at_));
    at_ = end;
    if (at_end()) return false;
    const bool more = text_[at_] == separator_;
    at_ += text_.substr(at_, 2) == "\r\n" ? 2U : 1U;
    return more;
  }

  void cut_quoted(std::string& cell) {
    const std::size_t begin = at_++;
    for (;;) {
      const auto quote = text_.find('"', at_);
      if (quote == std::string_view::npos) {
        open_quote_ = begin;
        at_ = text_.size();
        return;
      }
      cell.append(text_.substr(at_, quote - at_));
      at_ = quote + 1;
      if (at_end() || text_[at_] != '"') return;
      cell += '"';
      ++at_;
    }
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t open_quote_ = std::string_view::npos;
};

// How many of the first records have the width most of them have, and that width: a separator that
// only stands inside sentences cuts unevenly.
std::pair<std::size_t, std::size_t> evenness(std::string_view text, char separator) {
  RecordCutter cutter(text, separator);
  std::map<std::size_t, std::size_t> widths;
  std::vector<Cell> cells;
  for (std::size_t record = 0; record < k_sniffed_records && !cutter.at_end(); ++record) {
    cutter.cut(cells);
    if (cells.size() > 1) ++widths[cells.size()];
  }
  std::pair<std::size_t, std::size_t> best{0, 0};
  for (const auto& [width, records] : widths) best = std::max(best, {records, width});
  return best;
}

char separator_of(std::string_view text) {
  constexpr std::array k_separators{',', ';', '\t'};
  return *std::max_element(k_separators.begin(), k_separators.end(), [&](char left, char right) {
    return evenness(text, left) < evenness(text, right);
  });
}

// Holds as much of the text as it needs for a record.
class CsvTable final : public CellTable {
 public:
  CsvTable(std::unique_ptr<ByteSource> text, std::string file)
      : text_(std::move(text)), file_(std::move(file)) {
    start();
    separator_ = named_separator();
    if (separator_ == '\0') separator_ = separator_of(window_);
  }

  const std::vector<Cell>* next() override {
    for (;;) {
      if (at_ == window_.size() && is_last_) return nullptr;
      RecordCutter cutter(std::string_view(window_).substr(at_), separator_);
      if (!cutter.at_end()) cutter.cut(cells_);
      // What reaches the end of the window may go on behind it.
      if (cutter.at_end() && !is_last_) {
        fill();
        continue;
      }
      ++row_;
      if (cutter.open_quote() != std::string_view::npos) refuse_quote(at_ + cutter.open_quote());
      if (cells_.size() > k_most_columns) refuse("too-wide", place());
      at_ += cutter.at();
      return &cells_;
    }
  }

  void rewind() override { start(); }

  [[nodiscard]] Place place() const override {
    return {file_, {{PlaceStep::Kind::row, std::to_string(row_)}}, {}, 0, 0};
  }
  [[nodiscard]] Place place(std::size_t column) const override {
    Place out = place();
    out.steps.push_back({PlaceStep::Kind::column, std::to_string(column + 1)});
    return out;
  }

 private:
  void start() {
    text_->rewind();
    window_.clear();
    at_ = 0;
    before_ = 0;
    row_ = 0;
    is_last_ = false;
    fill();
  }

  // Makes the window longer by what follows, twice as long when a record fills it.
  void fill() {
    window_.erase(0, at_);
    before_ += at_;
    at_ = 0;
    const auto wanted = window_.size() + std::max(k_window, window_.size());
    while (!is_last_ && window_.size() < wanted) {
      is_last_ = !text_->read(window_, wanted - window_.size());
    }
  }

  // Excel's own way to name it; the line counts as a row, but holds no heading.
  [[nodiscard]] char named_separator() const {
    constexpr std::string_view k_separators = ",;\t|";
    const bool named = window_.starts_with("sep=") && window_.size() > 4;
    return named && k_separators.find(window_[4]) != std::string_view::npos ? window_[4] : '\0';
  }

  // Its line is counted from the first.
  [[noreturn]] void refuse_quote(std::size_t in_window) {
    const auto place = before_ + in_window;
    refuse("open-quote", place_in(all_bytes(*text_), file_, place, 1));
  }

  [[noreturn]] void refuse(const std::string& what, Place place) const {
    throw Error(Diagnostic{Severity::error,
                           {"rows." + what, {std::to_string(k_most_columns)}},
                           std::move(place),
                           {{"hint.rows." + what, {}}}});
  }

  std::unique_ptr<ByteSource> text_;
  std::string file_;
  std::string window_;
  std::size_t at_ = 0;      ///< in the window
  std::size_t before_ = 0;  ///< bytes of the text before the window
  bool is_last_ = false;    ///< nothing follows the window
  char separator_ = ',';
  std::vector<Cell> cells_;
  std::size_t row_ = 0;
};

}  // namespace

std::unique_ptr<CellTable> open_csv(std::unique_ptr<ByteSource> bytes, const std::string& file) {
  auto text = unicode_text(std::move(bytes));
  if (!is_utf8(*text, true)) {
    throw Error(Diagnostic{
        Severity::error, {"rows.not-text", {}}, {file, {}, {}, 0, 0}, {{"hint.save-as-utf8", {}}}});
  }
  return std::make_unique<CsvTable>(std::move(text), file);
}

std::unique_ptr<CellTable> open_csv(std::string bytes, const std::string& file) {
  return open_csv(bytes_in_memory(std::move(bytes)), file);
}

}  // namespace quyche

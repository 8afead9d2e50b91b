#include "model/csv_table.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/source_text.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_sniffed_records = 20;
constexpr std::size_t k_most_columns = 16'384;  // as in a workbook
constexpr std::string_view k_utf8_mark = "\xEF\xBB\xBF";

// UTF-16 with its mark → UTF-8; anything else as it is, without a UTF-8 mark.
std::string as_utf8(std::string bytes) {
  if (bytes.starts_with(k_utf8_mark)) return bytes.substr(k_utf8_mark.size());
  const bool little = bytes.starts_with("\xFF\xFE");
  if (!little && !bytes.starts_with("\xFE\xFF")) return bytes;
  const auto unit = [&](std::size_t at) -> std::uint32_t {
    const auto low = static_cast<unsigned char>(bytes[little ? at : at + 1]);
    const auto high = static_cast<unsigned char>(bytes[little ? at + 1 : at]);
    return low | (static_cast<std::uint32_t>(high) << 8U);
  };
  std::string out;
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    auto letter = unit(at);
    if (letter >= 0xD800U && letter < 0xDC00U && at + 3 < bytes.size()) {
      letter = 0x10000U + ((letter - 0xD800U) << 10U) + ((unit(at + 2) - 0xDC00U) & 0x3FFU);
      at += 2;
    }
    append_utf8(out, letter);
  }
  return out;
}

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

class CsvTable final : public CellTable {
 public:
  CsvTable(std::string text, std::string file)
      : text_(std::move(text)), file_(std::move(file)), separator_(named_separator()) {
    if (separator_ == '\0') separator_ = separator_of(text_);
    rewind();
  }

  const std::vector<Cell>* next() override {
    if (cutter_.at_end()) return nullptr;
    ++row_;
    cutter_.cut(cells_);
    if (cutter_.open_quote() != std::string_view::npos) {
      refuse("open-quote", place_in(text_, file_, cutter_.open_quote(), 1));
    }
    if (cells_.size() > k_most_columns) refuse("too-wide", place());
    return &cells_;
  }

  void rewind() override {
    cutter_ = RecordCutter(text_, separator_);
    row_ = 0;
  }

  [[nodiscard]] Place place() const override {
    return {file_, {{PlaceStep::Kind::row, std::to_string(row_)}}, {}, 0, 0};
  }
  [[nodiscard]] Place place(std::size_t column) const override {
    Place out = place();
    out.steps.push_back({PlaceStep::Kind::column, std::to_string(column + 1)});
    return out;
  }

 private:
  // Excel's own way to name it; the line counts as a row, but holds no heading.
  [[nodiscard]] char named_separator() const {
    constexpr std::string_view k_separators = ",;\t|";
    const bool named = text_.starts_with("sep=") && text_.size() > 4;
    return named && k_separators.find(text_[4]) != std::string_view::npos ? text_[4] : '\0';
  }

  [[noreturn]] void refuse(const std::string& what, Place place) const {
    throw Error(Diagnostic{Severity::error,
                           {"rows." + what, {std::to_string(k_most_columns)}},
                           std::move(place),
                           {{"hint.rows." + what, {}}}});
  }

  std::string text_;
  std::string file_;
  char separator_;
  RecordCutter cutter_{{}, ','};
  std::vector<Cell> cells_;
  std::size_t row_ = 0;
};

}  // namespace

std::unique_ptr<CellTable> open_csv(std::string bytes, const std::string& file) {
  auto text = as_utf8(std::move(bytes));
  if (!is_utf8(text) || text.find('\0') != std::string::npos) {
    throw Error(Diagnostic{
        Severity::error, {"rows.not-text", {}}, {file, {}, {}, 0, 0}, {{"hint.save-as-utf8", {}}}});
  }
  return std::make_unique<CsvTable>(std::move(text), file);
}

}  // namespace quyche

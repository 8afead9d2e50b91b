#include "model/csv_rows.hpp"

#include <algorithm>
#include <array>

#include "base/legacy_encoding.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/canonical_value.hpp"
#include "model/header_match.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_header_rows = 20;
constexpr std::size_t k_sniffed_bytes = 4096;
constexpr std::string_view k_utf8_mark = "\xEF\xBB\xBF";

/// UTF-16 with its mark → UTF-8; anything else as it is, without a UTF-8 mark.
std::string as_utf8(std::string bytes) {
  if (bytes.starts_with(k_utf8_mark)) return bytes.substr(k_utf8_mark.size());
  const bool little = bytes.starts_with("\xFF\xFE");
  if (!little && !bytes.starts_with("\xFE\xFF")) return bytes;
  const auto unit = [&](std::size_t i) {
    const auto low = static_cast<unsigned char>(bytes[little ? i : i + 1]);
    const auto high = static_cast<unsigned char>(bytes[little ? i + 1 : i]);
    return static_cast<char32_t>(low | (high << 8U));
  };
  std::string out;
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    auto letter = unit(i);
    if (letter >= 0xD800 && letter < 0xDC00 && i + 3 < bytes.size()) {
      letter = 0x10000 + ((letter - 0xD800) << 10U) + (unit(i + 2) - 0xDC00);
      i += 2;
    }
    append_utf8(out, letter);
  }
  return out;
}

char separator_of(std::string_view text) {
  constexpr std::array k_separators{',', ';', '\t'};
  text = text.substr(0, k_sniffed_bytes);
  return *std::max_element(k_separators.begin(), k_separators.end(), [&](char left, char right) {
    return std::count(text.begin(), text.end(), left) < std::count(text.begin(), text.end(), right);
  });
}

class CsvTable final : public CellTable {
 public:
  CsvTable(std::string text, std::string file)
      : text_(std::move(text)), file_(std::move(file)), separator_(separator_of(text_)) {}

  bool next(std::vector<std::string>& cells) override {
    cells.clear();
    if (at_ >= text_.size()) return false;
    ++row_;
    while (read_cell(cells.emplace_back())) {
    }
    return true;
  }

  void rewind() override { at_ = row_ = 0; }

  [[nodiscard]] Place place() const override {
    return {file_, {{PlaceStep::Kind::row, std::to_string(row_)}}, {}, 0, 0};
  }

 private:
  /// Reads one cell; whether another follows in this record.
  bool read_cell(std::string& cell) {
    bool quoted = at_ < text_.size() && text_[at_] == '"';
    if (quoted) ++at_;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (quoted && c == '"') {
        if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
          cell += text_[++at_];
        } else {
          quoted = false;
        }
      } else if (!quoted && c == separator_) {
        ++at_;
        return true;
      } else if (!quoted && c == '\n') {
        ++at_;
        break;
      } else if (quoted || c != '\r') {
        cell += c;
      }
    }
    return false;
  }

  std::string text_;
  std::string file_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t row_ = 0;
};

class TableRows final : public RowSource {
 public:
  TableRows(std::unique_ptr<CellTable> table, const std::string& file,
            const std::vector<Field>& fields, Diagnostics& found)
      : table_(std::move(table)), match_(fields) {
    find_header(file, found);
  }

  bool next(Row& row, Diagnostics& found) override {
    row.values.clear();
    while (table_->next(cells_)) {
      const bool empty = std::all_of(cells_.begin(), cells_.end(),
                                     [](const std::string& cell) { return squeeze(cell).empty(); });
      if (empty) continue;
      row.place = table_->place();
      take(row, found);
      report_legacy(row, found);
      return true;
    }
    return false;
  }

  void rewind() override {
    table_->rewind();
    for (std::size_t i = 0; i < header_end_; ++i) table_->next(cells_);
  }

 private:
  /// The row that matches best in the first rows; of two that match alike (names above labels) the
  /// last, because data begin below it.
  void find_header(const std::string& file, Diagnostics& found) {
    std::vector<std::string> best_cells;
    Place best_place;
    std::ptrdiff_t best = 0;
    for (std::size_t i = 0; i < k_header_rows && table_->next(cells_); ++i) {
      auto columns = match_.match(cells_);
      if (!columns) continue;
      const auto ours = static_cast<std::ptrdiff_t>(columns->size()) -
                        std::count(columns->begin(), columns->end(), nullptr);
      if (ours < best) continue;
      best = ours;
      columns_ = std::move(*columns);
      best_cells = cells_;
      best_place = table_->place();
      header_end_ = i + 1;
    }
    if (best == 0) {
      throw Error(Diagnostic{Severity::error,
                             {"rows.no-header", {std::to_string(k_header_rows)}},
                             {file, {}, {}, 0, 0},
                             {{"hint.input-workbook", {}}}});
    }
    match_.check(best_cells, columns_, best_place, found);
    rewind();
  }

  void take(Row& row, Diagnostics& found) {
    for (std::size_t i = 0; i < cells_.size() && i < columns_.size(); ++i) {
      if (columns_[i] == nullptr || cells_[i].empty()) continue;
      auto place = row.place;
      place.steps.push_back({PlaceStep::Kind::column, std::to_string(i + 1)});
      auto value = values_.convert(*columns_[i], cells_[i], place, found);
      if (value && !value->empty()) row.values[columns_[i]->name] = std::move(*value);
    }
  }

  /// One or two words may pass for proper text; a whole row of the old encodings does not.
  void report_legacy(const Row& row, Diagnostics& found) {
    std::string all;
    for (const auto& [name, value] : row.values) all += value + " ";
    const auto legacy = detect_legacy(all);
    if (!legacy) return;
    found.add(
        {Severity::error,
         {"rows.legacy-text",
          {*legacy == LegacyEncoding::tcvn3 ? "TCVN3 (ABC)" : "VNI", from_legacy(all, *legacy)}},
         row.place,
         {{"hint.legacy-text", {}}}});
  }

  std::unique_ptr<CellTable> table_;
  HeaderMatch match_;
  CanonicalValues values_;
  Columns columns_;
  std::vector<std::string> cells_;
  std::size_t header_end_ = 0;
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

std::unique_ptr<RowSource> rows_of_table(std::unique_ptr<CellTable> table, const std::string& file,
                                         const std::vector<Field>& fields, Diagnostics& found) {
  return std::make_unique<TableRows>(std::move(table), file, fields, found);
}

}  // namespace quyche

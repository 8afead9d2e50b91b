#include "render/table_grid.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace quyche {
namespace {

std::size_t number_in(std::string_view tag, std::string_view attribute, std::size_t absent) {
  const auto at = tag.find(attribute);
  if (at == tag.npos) return absent;
  std::size_t number = absent;
  std::from_chars(tag.data() + at + attribute.size(), tag.data() + tag.size(), number);
  return number;
}

/// Reads the tags of one table; those of tables inside do not count.
class GridReader {
 public:
  explicit GridReader(std::string_view table) : table_(table) {
    for (auto at = table.find('<'); at != table.npos; at = table.find('<', at + 1)) {
      const auto end = std::min(table.find('>', at), table.size() - 1);
      take(table.substr(at + 1, end - at - 1), at, end + 1);
    }
  }

  [[nodiscard]] std::size_t columns() const { return most_; }
  [[nodiscard]] std::size_t grid_columns() const { return grid_columns_; }
  [[nodiscard]] std::size_t width() const { return width_; }
  [[nodiscard]] std::size_t grid_begin() const { return grid_begin_; }
  [[nodiscard]] std::size_t grid_end() const { return grid_end_; }

 private:
  void take(std::string_view tag, std::size_t begin, std::size_t end) {
    const auto name = tag.substr(0, tag.find_first_of(" /", 1));
    if (name == "w:tbl") ++depth_;
    if (name == "/w:tbl") --depth_;
    if (depth_ != 1) return;
    if (name == "w:gridCol") add_grid_column(tag, begin, end);
    if (name == "/w:gridCol") grid_end_ = end;
    if (name == "w:tr") row_ = 0;
    if (name == "w:tc") ++row_;
    if (name == "w:gridSpan") row_ += number_in(tag, "w:val=\"", 1) - 1;
    if (name == "w:gridBefore" || name == "w:gridAfter") row_ += number_in(tag, "w:val=\"", 0);
    most_ = std::max(most_, row_);
  }

  void add_grid_column(std::string_view tag, std::size_t begin, std::size_t end) {
    if (grid_columns_++ == 0) grid_begin_ = begin;
    grid_end_ = end;
    width_ += number_in(tag, "w:w=\"", 0);
  }

  std::string_view table_;
  int depth_ = 0;
  std::size_t row_ = 0;
  std::size_t most_ = 0;
  std::size_t grid_columns_ = 0;
  std::size_t width_ = 0;
  std::size_t grid_begin_ = 0;
  std::size_t grid_end_ = 0;
};

}  // namespace

void fit_grid(std::string& out, std::size_t start) {
  const GridReader reader(std::string_view(out).substr(start));
  const auto columns = reader.columns();
  if (columns == 0 || reader.grid_columns() == 0 || columns == reader.grid_columns()) return;
  std::string grid;
  for (std::size_t i = 0; i < columns; ++i) {
    grid += "<w:gridCol w:w=\"" + std::to_string(reader.width() / columns) + "\"/>";
  }
  out.replace(start + reader.grid_begin(), reader.grid_end() - reader.grid_begin(), grid);
}

}  // namespace quyche

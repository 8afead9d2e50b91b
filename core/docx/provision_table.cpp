#include "docx/provision_table.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include "docx/markup.hpp"
#include "docx/table_markup.hpp"
#include "docx/text_width.hpp"

namespace quyche {
namespace {

constexpr Letters k_letters{26, true};  // for comparing columns; the style sets the real ones
constexpr int k_cell_margins = 240;     // both sides of the grid style, with some air
constexpr int k_widest_claim = 4000;    // a long text wraps rather than starve its neighbours

int longest_word(std::string_view text) {
  int longest = 0;
  while (!text.empty()) {
    const auto space = std::min(text.find(' '), text.size());
    longest = std::max(longest, text_width(text.substr(0, space), k_letters));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return longest;
}

void write_row(Story& story, const std::vector<Inlines>& row, std::span<const int> widths,
               const char* component, bool keep_next) {
  for (std::size_t i = 0; i < widths.size(); ++i) {
    open_cell(story.out(), widths.subspan(i, 1));
    story.open(component, {keep_next, 0, 0});
    if (i < row.size()) story.inlines(row[i]);
    story.close();
    close_cell(story.out());
  }
}

}  // namespace

std::vector<int> column_widths(const std::vector<std::vector<std::string>>& texts, int total) {
  std::size_t columns = 0;
  for (const auto& row : texts) columns = std::max(columns, row.size());
  std::vector<int> least(columns, k_cell_margins);
  std::vector<int> wanted(columns, k_cell_margins);
  for (const auto& row : texts) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const int width = std::min(text_width(row[i], k_letters), k_widest_claim);
      least[i] = std::max(least[i], longest_word(row[i]) + k_cell_margins);
      wanted[i] = std::max(wanted[i], width + k_cell_margins);
    }
  }
  // What is left over the longest words is shared by how much more each column wants.
  const int minimum = std::accumulate(least.begin(), least.end(), 0);
  const int extra = std::accumulate(wanted.begin(), wanted.end(), 0) - minimum;
  std::vector<int> widths(columns);
  int rest = total;
  for (std::size_t i = 0; i < columns; ++i) {
    if (minimum >= total || extra <= 0) {
      widths[i] = static_cast<int>(static_cast<long long>(total) * least[i] / minimum);
    } else {
      const long long share = static_cast<long long>(total - minimum) * (wanted[i] - least[i]);
      widths[i] = least[i] + static_cast<int>(share / extra);
    }
    rest -= widths[i];
  }
  if (columns > 0) widths.back() += rest;
  return widths;
}

void write_table(Story& story, const std::vector<std::vector<Inlines>>& rows, bool keep_next) {
  std::vector<std::vector<std::string>> texts;
  for (const auto& row : rows) {
    auto& shown = texts.emplace_back();
    for (const auto& cell : row) shown.push_back(story.shown(cell));
  }
  const auto widths = column_widths(texts, story.profile().text_width());
  if (!widths.empty()) {
    auto& out = story.out();
    open_table(out, k_grid_style, widths);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      open_row(out, r == 0);
      write_row(story, rows[r], widths, r == 0 ? "table_head" : "table_text",
                keep_next && r + 1 == rows.size());
      close_row(out);
    }
    close_table(out);
  }
  story.paragraph("after_table", {}, {keep_next, 0, 0});
}

}  // namespace quyche

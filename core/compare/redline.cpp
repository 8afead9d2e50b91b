#include "compare/redline.hpp"

#include <utility>

#include "base/date.hpp"
#include "compare/alignment.hpp"
#include "compare/words.hpp"
#include "docx/markup.hpp"

namespace quyche {
namespace {

/// Less alike paragraphs read better as one that went and one that came.
constexpr double k_same_paragraph = 0.4;

enum class Change { none, inserted, deleted };

std::vector<AlignedItem> items_of(const std::vector<Block>& blocks) {
  std::vector<AlignedItem> items;
  for (const auto& block : blocks) items.push_back({block.is_table ? 't' : 'p', block.text});
  return items;
}

bool same_shape(const Block& before, const Block& after) {
  if (before.rows.size() != after.rows.size()) return false;
  for (std::size_t i = 0; i < before.rows.size(); ++i) {
    if (before.rows[i].cells.size() != after.rows[i].cells.size()) return false;
  }
  return true;
}

/// The runs of a paragraph, taken off from the left by bytes of text.
class RunReader {
 public:
  explicit RunReader(const std::vector<TextRun>& runs) : runs_(runs) {}

  template <typename Take>
  void take(std::size_t bytes, const Take& take_piece) {
    while (bytes > 0 && run_ < runs_.size()) {
      const auto& run = runs_[run_];
      const auto length = std::min(bytes, run.text.size() - at_);
      take_piece(run.properties, std::string_view(run.text).substr(at_, length));
      bytes -= length;
      at_ += length;
      if (at_ < run.text.size()) continue;
      ++run_;
      at_ = 0;
    }
  }

 private:
  const std::vector<TextRun>& runs_;
  std::size_t run_ = 0;
  std::size_t at_ = 0;
};

class RedlineWriter {
 public:
  explicit RedlineWriter(const ChangeMark& mark) {
    append_attribute(mark_, "w:author", mark.author);
    append_attribute(mark_, "w:date", iso(mark.date) + "T00:00:00Z");
  }

  /// The last paragraphs are one: the mark at the end of a body or cell can neither go nor come.
  void write(const std::vector<Block>& before, const std::vector<Block>& after) {
    auto old_items = items_of(before);
    auto new_items = items_of(after);
    const bool tied =
        !before.empty() && !after.empty() && !before.back().is_table && !after.back().is_table;
    if (tied) {
      old_items.pop_back();
      new_items.pop_back();
    }
    for (const auto& pair : align(old_items, new_items, k_same_paragraph)) {
      if (pair.before && pair.after) {
        write_pair(before[*pair.before], after[*pair.after]);
      } else if (pair.before) {
        write_block(before[*pair.before], Change::deleted);
      } else {
        write_block(after[*pair.after], Change::inserted);
      }
    }
    if (tied) write_pair(before.back(), after.back());
  }

  [[nodiscard]] std::string& out() { return out_; }

 private:
  void write_pair(const Block& before, const Block& after) {
    if (!after.is_table) {
      write_changed(before, after);
    } else if (same_shape(before, after)) {
      write_cells(before, after);
    } else {
      write_rows(before, after);
    }
  }

  void write_block(const Block& block, Change change) {
    if (!block.is_table) {
      write_paragraph(block, change);
      return;
    }
    out_.append("<w:tbl>").append(block.properties);
    for (const auto& row : block.rows) write_row(row, change);
    out_ += "</w:tbl>";
  }

  void change_mark(const char* element) {
    out_.append("<").append(element).append(" w:id=\"").append(std::to_string(++changes_));
    out_.append("\"").append(mark_);
  }

  void open_paragraph(const Block& block, Change change) {
    out_.append("<w:p><w:pPr>").append(block.properties);
    if (change != Change::none) {
      out_ += "<w:rPr>";
      change_mark(change == Change::inserted ? "w:ins" : "w:del");
      out_ += "/></w:rPr>";
    }
    out_ += "</w:pPr>";
  }

  void write_paragraph(const Block& block, Change change) {
    open_paragraph(block, change);
    for (const auto& run : block.runs) write_run(run.properties, run.text, change);
    out_ += "</w:p>";
  }

  void write_changed(const Block& before, const Block& after) {
    open_paragraph(after, Change::none);
    RunReader old_runs(before.runs);
    RunReader new_runs(after.runs);
    const auto writer = [this](Change change) {
      return [this, change](const std::string& properties, std::string_view text) {
        write_run(properties, text, change);
      };
    };
    const auto ignore = [](const std::string&, std::string_view) {};
    for (const auto& [kind, text] : compare_words(before.text, after.text)) {
      if (kind == WordStretch::Kind::removed) {
        old_runs.take(text.size(), writer(Change::deleted));
      } else if (kind == WordStretch::Kind::added) {
        new_runs.take(text.size(), writer(Change::inserted));
      } else {
        old_runs.take(text.size(), ignore);
        new_runs.take(text.size(), writer(Change::none));
      }
    }
    out_ += "</w:p>";
  }

  void write_run(const std::string& properties, std::string_view text, Change change) {
    if (change != Change::none) {
      change_mark(change == Change::inserted ? "w:ins" : "w:del");
      out_ += ">";
    }
    out_ += "<w:r>";
    if (!properties.empty()) out_.append("<w:rPr>").append(properties).append("</w:rPr>");
    while (!text.empty()) {
      const auto sign = std::min(text.find_first_of("\t\n"), text.size());
      write_text(text.substr(0, sign), change);
      if (sign < text.size()) out_ += text[sign] == '\t' ? "<w:tab/>" : "<w:br/>";
      text.remove_prefix(std::min(sign + 1, text.size()));
    }
    out_ += "</w:r>";
    if (change != Change::none) out_ += change == Change::inserted ? "</w:ins>" : "</w:del>";
  }

  void write_text(std::string_view text, Change change) {
    if (text.empty()) return;
    const char* element = change == Change::deleted ? "w:delText" : "w:t";
    out_.append("<").append(element).append(" xml:space=\"preserve\">");
    append_escaped(out_, text);
    out_.append("</").append(element).append(">");
  }

  void open_row(const TableRow& row, Change change) {
    out_ += "<w:tr>";
    if (change == Change::none && row.properties.empty()) return;
    out_.append("<w:trPr>").append(row.properties);
    if (change != Change::none) {
      change_mark(change == Change::inserted ? "w:ins" : "w:del");
      out_ += "/>";
    }
    out_ += "</w:trPr>";
  }

  void open_cell(const TableCell& cell) {
    out_ += "<w:tc>";
    if (!cell.properties.empty())
      out_.append("<w:tcPr>").append(cell.properties).append("</w:tcPr>");
  }

  void write_row(const TableRow& row, Change change) {
    open_row(row, change);
    for (const auto& cell : row.cells) {
      open_cell(cell);
      for (const auto& block : cell.blocks) write_block(block, change);
      out_ += "</w:tc>";
    }
    out_ += "</w:tr>";
  }

  void write_cells(const Block& before, const Block& after) {
    out_.append("<w:tbl>").append(after.properties);
    for (std::size_t r = 0; r < after.rows.size(); ++r) {
      open_row(after.rows[r], Change::none);
      for (std::size_t c = 0; c < after.rows[r].cells.size(); ++c) {
        open_cell(after.rows[r].cells[c]);
        write(before.rows[r].cells[c].blocks, after.rows[r].cells[c].blocks);
        out_ += "</w:tc>";
      }
      out_ += "</w:tr>";
    }
    out_ += "</w:tbl>";
  }

  void write_rows(const Block& before, const Block& after) {
    std::vector<AlignedItem> old_rows;
    std::vector<AlignedItem> new_rows;
    for (const auto& row : before.rows) old_rows.push_back({'r', row.text});
    for (const auto& row : after.rows) new_rows.push_back({'r', row.text});
    out_.append("<w:tbl>").append(after.properties);
    constexpr double k_only_equal = 1.5;
    for (const auto& pair : align(old_rows, new_rows, k_only_equal)) {
      if (!pair.after) {
        write_row(before.rows[*pair.before], Change::deleted);
      } else {
        write_row(after.rows[*pair.after], pair.before ? Change::none : Change::inserted);
      }
    }
    out_ += "</w:tbl>";
  }

  std::string mark_;
  std::string out_;
  int changes_ = 0;
};

/// A body must end with a paragraph that both texts have.
std::vector<Block> ended(std::vector<Block> blocks, bool needs_end) {
  if (needs_end) blocks.emplace_back();
  return blocks;
}

}  // namespace

std::string redline_body(const WordBlocks& before, const WordBlocks& after,
                         const ChangeMark& mark) {
  const auto ends_in_table = [](const WordBlocks& text) {
    return text.blocks.empty() || text.blocks.back().is_table;
  };
  const bool needs_end = ends_in_table(before) || ends_in_table(after);
  RedlineWriter writer(mark);
  writer.write(ended(before.blocks, needs_end), ended(after.blocks, needs_end));
  return std::move(writer.out()) + after.section;
}

std::string word_document(const std::string& body) {
  std::string out(k_xml_declaration);
  out.append("<w:document").append(k_word_namespaces).append("><w:body>");
  return out.append(body).append("</w:body></w:document>");
}

}  // namespace quyche

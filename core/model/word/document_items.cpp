#include "model/word/document_items.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "model/word/basis_pattern.hpp"
#include "model/word/document_words.hpp"

namespace quyche::word {
namespace {

/// "toc 1", "TOC2", "Contents 1".
bool is_contents(const Paragraph& paragraph) {
  const auto is_entry = [](const std::string& style, const std::string& word) {
    const auto lowered = lower(normalise(style));
    return lowered.starts_with(word) && is_digit(lowered.back());
  };
  return is_entry(paragraph.style, "toc") || is_entry(paragraph.style_name, "toc") ||
         is_entry(paragraph.style_name, "contents ");
}

bool begins_provision(const Line& line) {
  const auto pieces = body_lines(line);
  return std::any_of(pieces.begin(), pieces.end(),
                     [](const Line& piece) { return is_heading(piece, label_of(piece)); });
}

bool only_frames_text(const TableLines& table) {
  bool found = false;
  for (const auto& row : table.rows) {
    if (row.size() != 1) return false;
    for (const auto& line : row.front()) found = found || begins_provision(line);
  }
  return found;
}

void add_table(TableLines table, std::vector<Item>& items) {
  if (!only_frames_text(table)) {
    items.push_back({{}, std::move(table)});
    return;
  }
  for (auto& row : table.rows) {
    for (auto& line : row.front()) items.push_back({std::move(line), std::nullopt});
  }
}

/// Whether `piece` stands on its own line in the eyes of a reader.
bool begins_line(const Line& piece, const Line& before) {
  const auto label = label_of(before);
  const bool after_bare_label = label.label.kind != LabelKind::none &&
                                is_division(kind_of(label.label.kind)) &&
                                label.label.length >= before.text().size();
  return after_bare_label || is_basis(piece.text()) || is_dash_line(piece.text()) ||
         label_of(piece).label.kind != LabelKind::none;
}

}  // namespace

std::vector<Item> read_items(const std::vector<Block>& blocks, LineReader& reader,
                             ImportReport& report) {
  std::vector<Item> items;
  bool has_contents = false;
  for (const auto& block : blocks) {
    if (const auto* table = std::get_if<Table>(&block)) {
      add_table(reader.read(*table), items);
      continue;
    }
    const auto& paragraph = std::get<Paragraph>(block);
    if (!is_contents(paragraph)) {
      items.push_back({reader.read(paragraph), std::nullopt});
    } else if (!std::exchange(has_contents, true)) {
      report.add(Severity::note, {"import.contents-left-out", {}}, paragraph.number, {});
    }
  }
  return items;
}

std::vector<Line> body_lines(const Line& line) {
  std::vector<Line> lines;
  for (auto& piece : split(line, '\n')) {
    if (lines.empty() || (!piece.is_empty() && begins_line(piece, lines.back()))) {
      lines.push_back(std::move(piece));
    } else {
      const bool goes_on_bold = lines.back().is_bold();
      const auto length = lines.back().text().size();
      lines.back().content.append(piece.content);
      if (goes_on_bold && piece.bold > 0) lines.back().bold = length + 1 + piece.bold;
    }
  }
  return lines;
}

DocumentHabits habits_of(const std::vector<Item>& items) {
  DocumentHabits habits;
  std::size_t all = 0;
  std::size_t bold = 0;
  for (const auto& item : items) {
    if (item.table || item.line.is_empty()) continue;
    ++all;
    bold += item.line.is_bold() ? 1U : 0U;
    for (const auto& line : body_lines(item.line)) {
      const auto label = label_of(line);
      if (!is_heading(line, label)) continue;
      habits.has_articles = habits.has_articles || label.label.kind == LabelKind::article;
      habits.has_chapters = habits.has_chapters || label.label.kind == LabelKind::chapter;
    }
  }
  habits.bold_is_ordinary = all > 10 && bold * 10 > all * 6;
  return habits;
}

std::size_t body_start(const std::vector<Item>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].table && begins_provision(items[i].line)) return i;
  }
  bool is_after_type = false;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& line = items[i].line;
    if (items[i].table || line.is_empty()) continue;
    const auto kind = label_of(line).label.kind;
    const bool is_numbered = kind == LabelKind::clause || kind == LabelKind::roman;
    if (is_after_type && is_numbered) return i;
    is_after_type =
        is_after_type || !first_of(document_words().type_names, lower(line.text())).empty();
  }
  return items.size();
}

}  // namespace quyche::word

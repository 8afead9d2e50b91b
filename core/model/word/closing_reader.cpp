#include "model/word/closing_reader.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "model/word/document_words.hpp"
#include "model/word/provision_pattern.hpp"

namespace quyche::word {
namespace {

constexpr std::size_t k_longest_mark = 120;

bool is_recipients_heading(std::string_view text) {
  return lower(without_tail(text, ":")) == document_words().recipients;
}

bool is_on_behalf(std::string_view text) {
  const auto plain = trimmed(text);
  if (plain.size() > k_longest_mark) return false;
  const auto mark = first_of(document_words().on_behalf, plain);
  if (mark.empty()) return false;
  // "TM" without a sign is an abbreviation of many things; in capitals it is this one.
  const bool has_sign = mark.find_first_of("/.") != std::string_view::npos;
  return is_all_caps(plain) || (has_sign && mark != "Q.");
}

/// The field of the one who signs in this position; empty when it is no known position.
std::string_view field_of(std::string_view position) {
  for (const auto& [title, field] : document_words().positions) {
    if (title == position) return field;
  }
  return {};
}

bool is_position(const Line& line) {
  return !field_of(lower(squeeze(line.text()))).empty() && line.looks_like_capitals();
}

bool opens(const Line& piece) {
  const auto text = trimmed(piece.text());
  return is_recipients_heading(text) || is_on_behalf(text) || is_position(piece);
}

std::string_view without_parentheses(std::string_view text) {
  return text.starts_with('(') && text.ends_with(')') ? text.substr(1, text.size() - 2)
                                                      : std::string_view();
}

bool is_sign_here(std::string_view text) {
  const auto inner = lower(without_parentheses(trimmed(text)));
  return inner.starts_with(document_words().sign_here);
}

}  // namespace

bool is_closing(const Line& line) {
  if (line.is_aside || line.is_clerk_note || !line.label.empty()) return false;
  const auto pieces = split(line, line.text().find('\t') == std::string::npos ? '\n' : '\t');
  return std::any_of(pieces.begin(), pieces.end(), opens);
}

bool is_closing(const TableLines& table) {
  for (const auto& row : table.rows) {
    for (const auto& cell : row) {
      const bool is_list = cell.empty() || row.size() > 4;
      if (!is_list && opens(split(cell.front(), '\n').front())) return true;
    }
  }
  return false;
}

void ClosingReader::take(const Line& line) {
  for (const auto& typed : split(line, '\n')) {
    auto pieces = split(typed, '\t');
    std::erase_if(pieces, [](const Line& piece) { return piece.is_empty(); });
    if (pieces.size() == 1) {
      const bool is_item = is_dash_line(pieces[0].text()) || typed.label == "-" ||
                           is_recipients_heading(pieces[0].text());
      const auto column = is_item || columns_.empty() ? 0 : columns_.rbegin()->first;
      columns_[column].push_back(std::move(pieces[0]));
      continue;
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) columns_[i].push_back(std::move(pieces[i]));
  }
}

void ClosingReader::take(const TableLines& table) {
  for (const auto& row : table.rows) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      for (const auto& paragraph : row[column]) {
        for (auto& line : split(paragraph, '\n')) columns_[column].push_back(std::move(line));
      }
    }
  }
}

void ClosingReader::add_recipient(const Line& line) {
  const auto plain = without_dash(trimmed(line.text()));
  const auto from = static_cast<std::size_t>(plain.data() - line.text().data());
  const auto recipient = line.part(from, without_tail(plain, ";,.").size());
  if (!recipient.is_empty()) frame_.recipients.push_back(recipient.content.inlines());
}

void ClosingReader::read_name(const Line& line, Block& block) {
  auto& name = block.signature.name_field;
  const std::string proper(field_of(block.position));
  const auto label = capitalise(block.position);
  if (line.text() == k_mark) {
    name = line.content.fields.front().value;
    if (!proper.empty()) name = fields_.rename(name, proper, label);
    fields_.declare(name, label, FieldType::person).type = FieldType::person;
    return;
  }
  report_.add(Severity::note, {"import.left-out", {label, squeeze(line.text())}}, line.paragraph,
              line.text());
  name = proper.empty() ? fields_.add_blank(block.position, FieldType::person).value : proper;
  fields_.declare(name, label, FieldType::person);
}

/// True when the line belongs to a signature.
bool ClosingReader::read_signature_line(const Line& line, std::vector<Block>& blocks) {
  const auto text = trimmed(line.text());
  const bool is_open = !blocks.empty() && blocks.back().signature.name_field.empty();
  if (is_on_behalf(text)) {
    const bool goes_on =
        is_open && blocks.back().position.empty() && blocks.back().signature.on_behalf.empty();
    if (!goes_on) blocks.emplace_back();
    blocks.back().signature.on_behalf = line.content.inlines();
    return true;
  }
  const bool wants_position = is_open && blocks.back().position.empty();
  if (is_position(line) || wants_position || (!is_open && line.looks_like_capitals())) {
    if (!wants_position) blocks.emplace_back();
    blocks.back().signature.position = line.content.inlines();
    blocks.back().position = lower(squeeze(line.text()));
    return true;
  }
  if (!is_open) return false;
  read_name(line, blocks.back());
  return true;
}

void ClosingReader::read_column(const std::vector<Line>& lines, std::vector<Line>& left) {
  bool in_recipients = false;
  std::vector<Block> blocks;
  for (const auto& line : lines) {
    if (line.is_empty() || is_rule_line(line.text()) || line.is_clerk_note) continue;
    if (is_recipients_heading(trimmed(line.text()))) {
      in_recipients = true;
    } else if (is_sign_here(line.text())) {
      report_.add(Severity::note, {"import.left-out", {document_words().sign_here, line.text()}},
                  line.paragraph, line.text());
    } else if (in_recipients && !opens(line)) {
      add_recipient(line);
    } else if (read_signature_line(line, blocks)) {
      in_recipients = false;
    } else {
      left.push_back(line);
    }
  }
  blocks_.insert(blocks_.end(), blocks.begin(), blocks.end());
}

std::string ClosingReader::mode_name() const {
  if (blocks_.size() > 1) return "co_signed";
  for (const auto& item : blocks_.front().signature.on_behalf) {
    const auto lowered = lower(item.value);
    for (const auto& committee : document_words().committees) {
      if (lowered.find(committee) != std::string::npos) return "commune_issued";
    }
  }
  return "cell_only";
}

std::vector<Line> ClosingReader::finish() {
  std::vector<Line> left;
  for (const auto& [column, lines] : columns_) read_column(lines, left);
  columns_.clear();
  if (blocks_.empty()) return left;
  SignMode mode;
  mode.name = mode_name();
  for (const auto& block : blocks_) mode.signatures.push_back(block.signature);
  frame_.sign_modes.push_back(std::move(mode));
  return left;
}

}  // namespace quyche::word

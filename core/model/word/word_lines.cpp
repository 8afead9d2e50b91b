#include "model/word/word_lines.hpp"

#include <algorithm>
#include <utility>

#include "base/legacy_encoding.hpp"
#include "base/text.hpp"
#include "model/word/blank_pattern.hpp"
#include "model/word/document_words.hpp"

namespace quyche::word {
namespace {

constexpr const char* k_clerk_note = "QcClerkNote";
constexpr const char* k_clause_title = "QcClauseTitle";

bool has_style(const Paragraph& paragraph, const char* id, const std::string& words) {
  return paragraph.style == id ||
         lower(normalise(paragraph.style_name)).find(words) != std::string::npos;
}

/// The place of every mark and of every blank that holds none, in order.
std::vector<BlankSpan> places_of_fields(const std::string& text) {
  std::vector<BlankSpan> places;
  for (auto& blank : find_blanks(text)) {
    if (text.substr(blank.from, blank.to - blank.from).find(k_mark) == std::string::npos) {
      places.push_back(std::move(blank));
    }
  }
  for (auto at = text.find(k_mark); at != std::string::npos; at = text.find(k_mark, at + 1)) {
    places.push_back({at, at, BlankSpan::Kind::open, {}});
  }
  std::sort(places.begin(), places.end(),
            [](const BlankSpan& a, const BlankSpan& b) { return a.from < b.from; });
  return places;
}

}  // namespace

bool Line::is_bold() const {
  const auto words = trimmed(content.text);
  const auto end = static_cast<std::size_t>(words.data() - content.text.data()) + words.size();
  return !words.empty() && bold >= end;
}

bool Line::looks_like_capitals() const { return caps || is_all_caps(content.text); }

Line Line::part(std::size_t from, std::size_t length) const {
  from = std::min(from, content.text.size());
  length = std::min(length, content.text.size() - from);
  while (length > 0 && is_space(content.text[from])) ++from, --length;
  while (length > 0 && is_space(content.text[from + length - 1])) --length;
  Line cut = *this;
  cut.content = content.part(from, length);
  cut.bold = bold > from ? std::min(bold - from, length) : 0;
  return cut;
}

std::vector<std::string> LineReader::texts_of(const Paragraph& paragraph) {
  std::string whole;
  for (const auto& piece : paragraph.pieces) whole += piece.text;
  const auto legacy = detect_legacy(whole);
  if (legacy) {
    report_.add(Severity::error,
                {"import.legacy-text", {*legacy == LegacyEncoding::tcvn3 ? "TCVN3 (ABC)" : "VNI"}},
                paragraph.number, from_legacy(whole, *legacy), {{"hint.convert-legacy", {}}});
  }
  std::vector<std::string> texts;
  for (const auto& piece : paragraph.pieces) {
    texts.push_back(cleaned(legacy ? from_legacy(piece.text, *legacy) : piece.text));
  }
  return texts;
}

Inline LineReader::typed_field(const BlankSpan& place) {
  if (place.kind == BlankSpan::Kind::name) return fields_.add_named(place.words);
  if (place.kind == BlankSpan::Kind::words) return fields_.add_labelled(place.words);
  const bool is_date = place.kind == BlankSpan::Kind::date;
  return fields_.add_blank(place.words, is_date ? FieldType::date : FieldType::text);
}

void LineReader::put_fields(Line& line, const std::vector<const Control*>& controls) {
  const std::string text = std::move(line.content.text);
  const std::size_t typed_bold = line.bold;
  line.content.text.clear();
  std::size_t from = 0;
  std::size_t next_control = 0;
  const auto copy_until = [&](std::size_t to) {
    line.content.text += text.substr(from, to - from);
    from = to;
  };
  for (const auto& place : places_of_fields(text)) {
    copy_until(place.from);
    const auto words = words_before(text, place.from);
    if (place.to == place.from) {
      line.content.fields.push_back(fields_.add_control(*controls[next_control++], words));
      from += k_mark.size();
    } else if (place.kind == BlankSpan::Kind::name && !is_field_name(place.words)) {
      report_.add(Severity::warning, {"import.bad-field-name", {place.words}}, line.paragraph, text,
                  {{"hint.field-name", {}}});
      copy_until(place.to);
      continue;
    } else {
      line.content.fields.push_back(typed_field(place));
      from = place.to;
    }
    line.content.text += k_mark;
    if (typed_bold >= from) line.bold = line.content.text.size() + (typed_bold - from);
  }
  copy_until(text.size());
  line.bold = std::min(line.bold, line.content.text.size());
}

Line LineReader::read(const Paragraph& paragraph) {
  const auto& words = document_words();
  Line line;
  line.paragraph = paragraph.number;
  line.label = paragraph.label;
  line.centered = paragraph.centered;
  line.caps = paragraph.caps;
  line.is_clerk_note = has_style(paragraph, k_clerk_note, words.note_style);
  line.is_clause_title = has_style(paragraph, k_clause_title, words.clause_title_style);
  line.is_aside = paragraph.is_note;
  line.provision_ids = paragraph.provision_ids;
  line.inside = paragraph.inside;
  line.when = paragraph.when;
  if (line.is_clerk_note) return line;

  std::vector<const Control*> controls;
  const auto texts = texts_of(paragraph);
  bool is_bold = true;
  for (std::size_t at = 0; at < texts.size(); ++at) {
    const auto& piece = paragraph.pieces[at];
    line.content.text += piece.control ? std::string(k_mark) : texts[at];
    if (piece.control) controls.push_back(&*piece.control);
    is_bold = is_bold && (piece.bold || trimmed(texts[at]).empty());
    if (is_bold) line.bold = line.content.text.size();
  }
  // A letter and its mark may stand in different runs.
  line.bold = normalise(std::string_view(line.content.text).substr(0, line.bold)).size();
  line.content.text = normalise(line.content.text);
  put_fields(line, controls);
  return line;
}

TableLines LineReader::read(const Table& table) {
  TableLines lines;
  lines.first.paragraph = table.number;
  bool is_first = true;
  for (const auto& row : table.rows) {
    auto& cells = lines.rows.emplace_back();
    for (const auto& cell : row) {
      auto& own = cells.emplace_back();
      for (const auto& paragraph : cell.paragraphs) own.push_back(read(paragraph));
      if (own.empty() || !std::exchange(is_first, false)) continue;
      lines.first.provision_ids = own.front().provision_ids;
      lines.first.inside = own.front().inside;
      lines.first.when = own.front().when;
    }
  }
  return lines;
}

Inlines joined(const std::vector<Line>& cell) {
  MarkedText all;
  for (const auto& line : cell) {
    if (!line.label.empty()) all.append({line.label, {}});
    all.append(line.content);
  }
  return all.inlines();
}

std::vector<Line> split(const Line& line, char at) {
  std::vector<Line> pieces;
  for (std::size_t from = 0; from <= line.text().size();) {
    const auto end = std::min(line.text().find(at, from), line.text().size());
    pieces.push_back(line.part(from, end - from));
    from = end + 1;
  }
  for (std::size_t more = 1; more < pieces.size(); ++more) {
    pieces[more].label.clear();
    pieces[more].provision_ids.clear();
  }
  return pieces;
}

}  // namespace quyche::word

#include "model/word/frame_reader.hpp"

#include <algorithm>
#include <utility>

#include "base/date.hpp"
#include "base/text.hpp"
#include "model/word/basis_pattern.hpp"
#include "model/word/document_words.hpp"
#include "model/word/marked_text.hpp"
#include "model/word/provision_pattern.hpp"

namespace quyche::word {
namespace {

constexpr std::size_t k_longest_line = 160;

/// Letters only, small: headings are typed with all kinds of spaces and dashes.
std::string letters_of(std::string_view text) {
  std::string letters;
  const auto lowered = lower(text);
  for (std::size_t at = 0; at < lowered.size();) {
    const auto length = character_length(lowered, at);
    if (is_letter_at(lowered, at)) letters += lowered.substr(at, length);
    at += length;
  }
  return letters;
}

bool is_one_of(const WordList& headings, std::string_view text) {
  const auto letters = letters_of(text);
  return !letters.empty() &&
         std::any_of(headings.begin(), headings.end(),
                     [&](const auto& heading) { return letters_of(heading) == letters; });
}

bool is_national_heading(std::string_view text) {
  const auto& words = document_words();
  return is_one_of(words.party_headings, text) || is_one_of(words.state_headings, text);
}

/// "Số 01-QC/CB", "Số: …/QC-UBND": where the number stands and where the symbol begins.
struct NumberLine {
  std::size_t number_from = 0;
  std::size_t number_to = 0;
  std::size_t symbol_from = 0;
};

std::optional<NumberLine> match_number_line(const std::string& text) {
  const auto& word = document_words().number;
  if (text.size() > k_longest_line || !lower(text).starts_with(word)) return std::nullopt;
  if (is_letter_at(text, word.size())) return std::nullopt;
  NumberLine found;
  found.number_from = text.find_first_not_of(" :", word.size());
  if (found.number_from == std::string::npos) return std::nullopt;
  const bool is_blank = text.compare(found.number_from, k_mark.size(), k_mark) == 0;
  found.number_to =
      is_blank ? found.number_from + k_mark.size()
               : std::min(text.find_first_not_of("0123456789", found.number_from), text.size());
  if (found.number_to == found.number_from) return std::nullopt;
  auto sign = text.find_first_not_of(' ', found.number_to);
  if (sign == std::string::npos) return std::nullopt;
  const auto length = character_length(text, sign);
  const auto character = text.substr(sign, length);
  if (character != "-" && character != "/" && character != "\xE2\x80\x93") return std::nullopt;
  found.symbol_from = sign + length;
  return found;
}

bool is_date_field(const ImportedFields& fields, const MarkedText& text) {
  if (text.fields.empty()) return false;
  const auto* field = fields.find(text.fields.back().value);
  return field != nullptr && field->type == FieldType::date;
}

/// The paragraphs of a cell, cut where Shift+Enter was typed.
std::vector<Line> typed_lines(const std::vector<Line>& cell) {
  std::vector<Line> lines;
  for (const auto& paragraph : cell) {
    for (auto& line : split(paragraph, '\n')) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

bool FrameReader::is_head(const TableLines& table) {
  for (const auto& row : table.rows) {
    for (const auto& cell : row) {
      for (const auto& line : cell) {
        if (is_national_heading(line.text())) return true;
        if (match_number_line(std::string(trimmed(line.text())))) return true;
      }
    }
  }
  return false;
}

std::vector<Line> FrameReader::take(const TableLines& table) {
  std::vector<Line> left;
  for (const auto& row : table.rows) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      for (auto& line : typed_lines(row[column])) {
        const bool is_taken = take_segment({line, column == 0, row.size() == 1});
        if (!is_taken) left.push_back(std::move(line));
      }
    }
  }
  return left;
}

std::vector<Line> FrameReader::take(const Line& line) {
  std::vector<Line> left;
  if (line.is_clerk_note) return left;
  for (const auto& typed : split(line, '\n')) {
    auto pieces = split(typed, '\t');
    std::erase_if(pieces, [](const Line& piece) { return piece.is_empty(); });
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const bool is_taken = !line.is_aside && take_segment({pieces[i], i == 0, pieces.size() == 1});
      if (!is_taken) left.push_back(std::move(pieces[i]));
    }
  }
  return left;
}

bool FrameReader::take_segment(const Segment& segment) {
  const auto& line = segment.line;
  const auto& text = line.text();
  if (line.is_empty()) return true;
  if (is_rule_line(text)) {
    title_is_done_ = title_is_done_ || !titles_.empty();
    return true;
  }
  if (is_basis(text)) {
    take_basis(line);
    return true;
  }
  if (take_heading(text) || take_number(line) || take_place_date(line)) return true;
  if (has_type()) return segment.is_alone && take_title(line);
  if (segment.is_alone && take_type(line)) return true;
  const bool is_organ = segment.is_left && !text.starts_with('(') &&
                        (!segment.is_alone || line.looks_like_capitals());
  if (is_organ) organs_.push_back(line);
  return is_organ;
}

bool FrameReader::take_heading(const std::string& text) {
  const auto& words = document_words();
  if (is_one_of(words.party_headings, text)) {
    regulation_.frame.family = "party";
  } else if (is_one_of(words.state_headings, text)) {
    regulation_.frame.family = "state";
  } else {
    return false;
  }
  return true;
}

void FrameReader::leave_out(const std::string& label, const std::string& value, const Line& line) {
  report_.add(Severity::note, {"import.left-out", {label, value}}, line.paragraph, line.text());
}

bool FrameReader::take_number(const Line& line) {
  const auto found = match_number_line(line.text());
  if (!found) return false;
  auto& frame = regulation_.frame;
  const auto number = line.content.part(found->number_from, found->number_to - found->number_from);
  if (number.has_fields()) {
    frame.number_field = fields_.rename(number.fields.front().value, frame.number_field,
                                        document_words().label_number);
  } else {
    leave_out(document_words().label_number, number.text, line);
  }
  const auto symbol = line.content.part(found->symbol_from);
  frame.symbol = plain_symbol(symbol.text.substr(0, symbol.text.find(k_mark)));
  return true;
}

bool FrameReader::take_place_date(const Line& line) {
  const auto& text = line.text();
  const auto comma = text.find(',');
  if (comma == std::string::npos || text.size() > k_longest_line) return false;
  const auto date = line.part(comma + 1);
  const bool is_date = lower(date.text()).starts_with(document_words().day) ||
                       (date.text() == k_mark && is_date_field(fields_, date.content));
  if (!is_date) return false;
  take_place(line.part(0, comma).content, line);
  take_date(date.content);
  return true;
}

void FrameReader::take_place(const MarkedText& place, const Line& line) {
  auto& frame = regulation_.frame;
  if (place.text == k_mark) {
    frame.place_field =
        fields_.rename(place.fields.front().value, frame.place_field, document_words().label_place);
  } else if (place.has_fields()) {
    frame.place_field = place.fields.front().value;
  } else if (!place.text.empty()) {
    leave_out(document_words().label_place, place.text, line);
  }
}

void FrameReader::take_date(const MarkedText& date) {
  auto& frame = regulation_.frame;
  if (is_date_field(fields_, date)) {
    frame.date_field =
        fields_.rename(date.fields.back().value, frame.date_field, document_words().label_date);
    return;
  }
  if (const auto day = date_from_text(without_tail(date.text, ".;"))) regulation_.date = day;
  // "ngày … tháng … năm 2018": its blanks are parts of the one date.
  for (const auto& part : date.fields) fields_.forget(part.value);
}

bool FrameReader::take_type(const Line& line) {
  const auto lowered = lower(line.text());
  const auto type = first_of(document_words().type_names, lowered);
  if (type.empty() || lowered.size() != line.text().size()) return false;
  const auto rest = line.part(type.size());
  const bool stands_out = line.looks_like_capitals() || (line.centered && line.is_bold());
  if (!rest.text().empty() && !stands_out) return false;
  regulation_.frame.type_name = {{Inline::Kind::text, capitalise(type), {}, {}}};
  if (!rest.text().empty()) titles_.push_back({rest.when, rest.content});
  return true;
}

bool FrameReader::take_title(const Line& line) {
  if (title_is_done_ || line.text().starts_with('(') || !regulation_.bases.empty()) return false;
  const bool stands_out = line.centered || line.is_bold() || line.looks_like_capitals();
  const bool is_sentence = line.text().ends_with('.') || line.text().ends_with(':');
  if (!stands_out && (is_sentence || !titles_.empty())) return false;
  if (titles_.empty() || titles_.back().when != line.when) {
    titles_.push_back({line.when, line.content});
  } else {
    titles_.back().words.append(line.content);
  }
  return true;
}

std::string FrameReader::shown_citation(const MarkedText& citation) const {
  std::string shown;
  for (const auto& item : citation.inlines()) {
    const auto* field = fields_.find(item.value);
    const bool is_named = field != nullptr && !fields_.is_nameless(item.value);
    shown += item.kind == Inline::Kind::text ? item.value
             : is_named                      ? "[" + field->label + "]"
                                             : k_ellipsis;
  }
  return shown;
}

void FrameReader::take_basis(const Line& line) {
  title_is_done_ = true;
  const auto citation = citation_of(line.content);
  Basis basis;
  if (!citation.has_fields()) {
    basis = read_citation(citation.text);
    if (basis.type.empty()) {
      report_.add(Severity::note, {"import.basis-kept-whole", {}}, line.paragraph, line.text());
    }
  } else if (citation.text == k_mark) {
    basis.field = citation.fields.front().value;
    fields_.declare(basis.field, {}, FieldType::citation).type = FieldType::citation;
  } else {
    // A record has no blanks inside: the whole citation becomes one.
    const auto shown = shown_citation(citation);
    for (const auto& blank : citation.fields) fields_.forget(blank.value);
    const auto words = std::string_view(shown).substr(0, shown.find(k_ellipsis));
    basis.field = fields_.add_blank(squeeze(words), FieldType::citation).value;
    fields_.declare(basis.field, {}, FieldType::citation).label = shown;
    report_.add(Severity::note, {"import.basis-became-field", {basis.field}}, line.paragraph,
                shown);
  }
  basis.id = "basis_" + std::to_string(regulation_.bases.size() + 1);
  basis.when = line.when;
  regulation_.bases.push_back(std::move(basis));
}

/// The last organ issues; those above it are its superiors. Where type tells, bold is the issuer.
void FrameReader::set_organs() {
  auto& frame = regulation_.frame;
  const bool has_bold =
      std::any_of(organs_.begin(), organs_.end(), [](const Line& line) { return line.is_bold(); });
  const bool has_plain =
      std::any_of(organs_.begin(), organs_.end(), [](const Line& line) { return !line.is_bold(); });
  MarkedText superior;
  MarkedText issuer;
  for (std::size_t i = 0; i < organs_.size(); ++i) {
    const bool is_issuer =
        has_bold && has_plain ? organs_[i].is_bold() : i > 0 || organs_.size() == 1;
    (is_issuer ? issuer : superior).append(organs_[i].content);
  }
  frame.superior = superior.inlines();
  frame.issuer = issuer.inlines();
  if (!issuer.has_fields()) regulation_.author = squeeze(issuer.text);
}

void FrameReader::set_document_field(const std::string& name, const std::string& label,
                                     FieldType type) {
  auto& field = fields_.declare(name, label, type);
  field.level = Level::document;
  field.type = type;
}

void FrameReader::finish() {
  auto& frame = regulation_.frame;
  set_organs();
  for (const auto& title : titles_) frame.titles.push_back({title.words.inlines(), title.when});
  const auto& words = document_words();
  set_document_field(frame.number_field, words.label_number, FieldType::text);
  set_document_field(frame.date_field, words.label_date, FieldType::date);
  if (fields_.knows(frame.place_field)) {
    set_document_field(frame.place_field, words.label_place, FieldType::text);
  }
}

}  // namespace quyche::word

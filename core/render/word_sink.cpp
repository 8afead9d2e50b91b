#include "render/word_sink.hpp"

#include <algorithm>
#include <charconv>

#include "base/xml.hpp"
#include "base/xml_letters.hpp"
#include "render/picture.hpp"
#include "render/rich_text.hpp"
#include "render/table_grid.hpp"
#include "template/fault.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Guard = WordPiece::Guard;
using Use = WordPiece::Use;

[[noreturn]] void refuse_place() {
  throw TemplateFault({"template.word.wrong-place", {}}, {{"hint.template.word.wrong-place", {}}});
}

/// Of columns of a table: Word has at most 63.
void check_span(std::string_view text) {
  int span = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), span);
  const bool is_whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  if (!is_whole || span < 1 || span > 63) {
    throw TemplateFault({"template.word.bad-span", {std::string(text)}});
  }
}

/// U+FFFE and U+FFFF, which XML forbids.
bool begins_noncharacter(std::string_view text) {
  return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

bool has_element(std::string_view xml, std::string_view name) {
  for (auto at = xml.find(name); at != xml.npos; at = xml.find(name, at + 1)) {
    const char next = at + name.size() < xml.size() ? xml[at + name.size()] : '>';
    if (next == '>' || next == ' ' || next == '/') return true;
  }
  return false;
}

}  // namespace

WordSink::WordSink(const PartProgram& part, WordRun& run, std::string& out)
    : part_(part), run_(run), out_(out), open_(&part.spots.front()) {}

void WordSink::literal(std::size_t number) {
  const auto& piece = part_.pieces[number];
  if (piece.guard != Guard::none) return guard(piece);
  const auto& spot = part_.spots[piece.spot];
  if (spot.level != WordLevel::fixed) enter(spot.level, spot);
  if (out_.size() > run_.budget) {
    throw TemplateExhaustion({"template.too-much-output", {std::to_string(run_.budget)}},
                             {{"hint.template.budget", {}}});
  }
  if (piece.id_count == 0) {
    out_.append(part_.markup, piece.begin, piece.size);
  } else {
    write_ids(piece);
  }
  if (!piece.has_markup) return;
  const auto& end = part_.spots[piece.end_spot];
  level_ = end.level;
  open_ = &end;
}

void WordSink::write_ids(const WordPiece& piece) {
  const auto xml = std::string_view(part_.markup).substr(piece.begin, piece.size);
  std::size_t from = 0;
  for (const auto& slot : part_.ids_of(piece)) {
    out_.append(xml.substr(from, slot.offset - from));
    append_escaped(out_, run_.ids.issue(slot), true);
    from = slot.offset;
  }
  out_.append(xml.substr(from));
}

void WordSink::value(std::size_t number, const Value& value) {
  const auto& piece = part_.pieces[number];
  piece_ = number;
  if (piece.use != Use::content) return write_attribute(value, piece);
  if (value.is(Value::Kind::object) && value.as_object()->is_content()) {
    return write_content(value, number);
  }
  const auto& spot = part_.spots[piece.spot];
  if (value.is(Value::Kind::text)) {
    write_text(value.as_text(), spot);
  } else {
    write_text(text_of(value), spot);
  }
}

void WordSink::write_content(const Value& value, std::size_t number) {
  const auto object = value.as_object();
  const auto* content = dynamic_cast<const WordContent*>(object.get());
  const auto& spot = part_.spots[part_.pieces[number].spot];
  if (content == nullptr) return write_text(object->text(), spot);
  content->write(*this, spot);
}

void WordSink::write_attribute(const Value& value, const WordPiece& piece) {
  if (piece.use == Use::picture) return write_picture_id(value);
  auto text = text_of(value);
  if (piece.use == Use::fill) text = colour_of(text);
  if (piece.use == Use::attribute) check_span(text);
  if (piece.use == Use::merge_key) {
    const auto known = groups_.find(piece_);
    const bool is_same = known != groups_.end() && known->second == text;
    groups_[piece_] = text;
    text = is_same ? "continue" : "restart";
  }
  if (piece.use == Use::merge || piece.use == Use::merge_key) repeats_group_ = text == "continue";
  append_escaped(out_, text, true);
  level_ = WordLevel::fixed;
}

void WordSink::write_picture_id(const Value& value) {
  Value picture = value;
  if (!value.is(Value::Kind::object)) picture = make_picture(run_.sources, {{value}, {}});
  const auto object = picture.as_object();
  const auto* found = dynamic_cast<const Picture*>(object.get());
  if (found == nullptr) refuse_place();
  out_ += add_picture(found->bytes(), found->file().extension);
  level_ = WordLevel::fixed;
}

std::string WordSink::relate(std::string_view kind, const std::string& target, bool is_external) {
  return run_.edits.relate(part(), kind, target, is_external);
}

std::string WordSink::add_picture(const std::string& bytes, const std::string& extension) {
  return relate("image", "/" + run_.edits.add_picture(bytes, extension), false);
}

void WordSink::write_run(std::string_view text, WordSpot spot) {
  const auto* around = open_;
  out_ += spot.run_open;
  level_ = WordLevel::text;
  open_ = &spot;
  write_text(text, spot);
  leave_text();
  open_ = around;
}

void WordSink::write_text(std::string_view text, const WordSpot& spot) {
  if (spot.level != WordLevel::text && spot.run_open.empty()) refuse_place();
  // A whole paragraph for nothing is not wanted.
  if (text.empty() && level_ == WordLevel::block) return;
  enter(WordLevel::text, spot);
  std::size_t from = 0;
  for (auto at = plain_letters_end(text, 0); at < text.size();
       at = plain_letters_end(text, at + 1)) {
    const bool is_noncharacter = text[at] == '\xEF';
    if (is_noncharacter && !begins_noncharacter(text.substr(at))) continue;
    out_.append(text.data() + from, at - from);
    if (is_noncharacter) {
      has_dropped_ = true;
      at += 2;
    } else {
      write_control(text[at], spot);
    }
    from = at + 1;
  }
  out_.append(text.data() + from, text.size() - from);
  if (has_dropped_) report_dropped();
}

void WordSink::write_control(char sign, const WordSpot& spot) {
  switch (sign) {
    case '&':
      out_ += "&amp;";
      return;
    case '<':
      out_ += "&lt;";
      return;
    case '>':
      out_ += "&gt;";
      return;
    case '\n':
      out_ += open_->line_break.empty() ? spot.line_break : open_->line_break;
      return;
    case '\t':
      out_ += open_->tab.empty() ? spot.tab : open_->tab;
      return;
    case '\r':
      return;
    case '\a':
    case '\f':
      break;
    default:
      has_dropped_ = true;
      return;
  }
  if (!open_->can_leave || spot.paragraph_close != "</w:p>") {
    out_ += spot.line_break;
    return;
  }
  enter(WordLevel::block, spot);
  if (sign == '\f') out_ += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";
  enter(WordLevel::text, spot);
}

void WordSink::report_dropped() {
  has_dropped_ = false;
  const TagSpan span{static_cast<std::uint32_t>(piece_), 0,
                     static_cast<std::uint32_t>(part_.program->pieces()[piece_].text.size())};
  const Diagnostic finding{Severity::warning,
                           {"template.word.dropped-character", {}},
                           part_.program->locator().locate(span),
                           {}};
  const auto& known = run_.findings.findings();
  if (std::find(known.begin(), known.end(), finding) == known.end()) run_.findings.add(finding);
}

void WordSink::leave_text() {
  if (open_->run_close.empty()) refuse_place();
  // A run that was opened for nothing goes.
  if (!open_->run_open.empty() && out_.ends_with(open_->run_open)) {
    out_.resize(out_.size() - open_->run_open.size());
  } else {
    out_ += open_->run_close;
  }
  level_ = WordLevel::inside;
}

void WordSink::enter(WordLevel level, const WordSpot& spot) {
  if (level == level_ || level == WordLevel::fixed) return;
  if (level_ == WordLevel::fixed) {
    level_ = level;
    open_ = &spot;
    return;
  }
  const bool fits = level_ <= WordLevel::block && level <= WordLevel::block;
  if (!fits) refuse_place();
  if (level_ == WordLevel::text) leave_text();
  if (level == WordLevel::block) {
    leave_paragraph();
  } else {
    open_up(level, spot);
  }
  level_ = level;
}

void WordSink::leave_paragraph() {
  if (!open_->can_leave) refuse_place();
  if (level_ == WordLevel::inside) out_ += open_->paragraph_close;
}

/// From among paragraphs or runs to among runs or letters.
void WordSink::open_up(WordLevel level, const WordSpot& spot) {
  if (level_ == WordLevel::block) {
    if (spot.paragraph_open.empty()) refuse_place();
    out_ += spot.paragraph_open;
    open_ = &spot;
  }
  if (level != WordLevel::text) return;
  out_ += spot.run_open;
  open_ = &spot;
}

void WordSink::end_cell() {
  std::string_view written = out_;
  while (written.ends_with("/>")) {
    const auto open = written.rfind('<');
    const auto name = written.substr(open);
    if (!name.starts_with("<w:bookmarkEnd") && !name.starts_with("<w:bookmarkStart")) break;
    written = written.substr(0, open);
  }
  if (!written.ends_with("</w:p>") && !written.ends_with("<w:p/>")) out_ += "<w:p/>";
}

std::string WordSink::part() const {
  return notes_.empty() ? part_.name : k_note_forms.at(notes_.back().kind).part;
}

void WordSink::start_note(const WordPiece& piece) {
  const auto& spot = part_.spots[piece.spot];
  if (spot.level != WordLevel::fixed) enter(spot.level, spot);
  notes_.push_back({piece.note, out_.size(), level_, open_});
  level_ = WordLevel::fixed;
}

void WordSink::end_note() {
  const auto note = notes_.back();
  notes_.pop_back();
  run_.notes.at(note.kind).append(out_, note.start);
  out_.resize(note.start);
  level_ = note.level;
  open_ = note.open;
}

void WordSink::guard(const WordPiece& piece) {
  if (piece.guard == Guard::note_start) return start_note(piece);
  if (piece.guard == Guard::note_end) return end_note();
  if (level_ == WordLevel::text || level_ == WordLevel::inside) enter(WordLevel::block, *open_);
  level_ = WordLevel::fixed;
  const auto drop_unless = [this](std::string_view element) {
    const auto start = starts_.back();
    starts_.pop_back();
    if (!has_element(std::string_view(out_).substr(start), element)) out_.resize(start);
  };
  switch (piece.guard) {
    case Guard::table_start:
      groups_.clear();
      [[fallthrough]];
    case Guard::row_start:
      starts_.push_back(out_.size());
      return;
    case Guard::table_end:
      if (piece.has_columns) fit_grid(out_, starts_.back());
      return drop_unless("<w:tr");
    case Guard::row_end:
      return drop_unless("<w:tc");
    case Guard::cell_end:
      return end_cell();
    case Guard::merge_start:
      merge_start_ = out_.size();
      is_merged_ = repeats_group_;
      repeats_group_ = false;
      return;
    case Guard::merge_end:
      if (is_merged_) out_.resize(merge_start_);
      is_merged_ = false;
      return;
    case Guard::restart:
      for (const auto& list : part_.ids_of(piece)) run_.ids.restart(list.value);
      return;
    default:
      return;
  }
}

}  // namespace quyche

#include "docx/story.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "docx/alternative.hpp"
#include "docx/markup.hpp"
#include "docx/text_width.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_paragraph_end = "</w:p>";

void append_setting(std::string& out, const ParagraphSetting& setting) {
  if (setting.keep_next) out += "<w:keepNext/>";
  if (setting.indent_left == 0 && setting.indent_right == 0) return;
  out.append("<w:ind w:left=\"").append(std::to_string(setting.indent_left));
  out.append("\" w:right=\"").append(std::to_string(setting.indent_right)).append("\"/>");
}

void append_bookmark_start(std::string& out, int id, const std::string& name) {
  out.append("<w:bookmarkStart w:id=\"").append(std::to_string(id)).append("\"");
  append_attribute(out, "w:name", name);
  out += "/>";
}

void append_bookmark_end(std::string& out, int id) {
  out.append("<w:bookmarkEnd w:id=\"").append(std::to_string(id)).append("\"/>");
}

// Without the sign that ended the sentence, which the end mark replaces.
std::string_view without_stop(std::string_view text) {
  const auto last = text.find_last_not_of(" .;,");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

Story::Story(const LocalRegulation& regulation, const FormatProfile& profile, std::string& out)
    : regulation_(regulation), profile_(profile), out_(out) {
  for (const auto& field : regulation.text.fields) fields_.emplace(field.name, &field);
}

void Story::open(const std::string& component, const ParagraphSetting& setting) {
  out_.append("<w:p><w:pPr><w:pStyle w:val=\"").append(profile_.component(component).style);
  out_ += "\"/>";
  append_setting(out_, setting);
  out_ += "</w:pPr>";
  write_marks();
  out_ += notes_;
  notes_.clear();
}

void Story::close() {
  close_run();
  out_ += k_paragraph_end;
}

void Story::paragraph(const std::string& component, std::string_view text,
                      const ParagraphSetting& setting) {
  open(component, setting);
  words(text);
  close();
}

void Story::rule(int length, int width) {
  const int side = length < width ? (width - length) / 2 : 0;
  paragraph("rule", {}, {false, side, side});
}

void Story::close_run() {
  if (run_is_open_) out_ += "</w:t></w:r>";
  run_is_open_ = false;
}

void Story::words(std::string_view text) {
  if (text.empty()) return;
  if (!run_is_open_) out_ += "<w:r><w:t xml:space=\"preserve\">";
  run_is_open_ = true;
  append_escaped(out_, text);
}

void Story::strong_words(std::string_view text) {
  close_run();
  append_run(out_, "<w:rStyle w:val=\"" + std::string(k_strong_style) + "\"/>", text);
}

void Story::field(const std::string& name, const std::string& form) {
  const auto* field = declared(name);
  const auto& known = value(name);
  if (field == nullptr && known.empty()) {
    if (unknown_.insert(name).second) report({"compose.unknown-field", {name}});
    return;
  }
  if (field == nullptr || is_plain(*field)) {
    words(shown_field(name, form));
    return;
  }
  close_run();
  blanks_.append(out_, *field, known, form, {});
}

void Story::inlines(const Inlines& line) {
  for (const auto& item : line) {
    switch (item.kind) {
      case Inline::Kind::text:
        words(item.value);
        break;
      case Inline::Kind::field:
        field(item.value, item.form);
        break;
      case Inline::Kind::term:
      case Inline::Kind::reference:
        words(item.shown);
        break;
    }
  }
}

void Story::inlines_ended(const Inlines& line, const std::string& end_mark) {
  if (line.empty() || line.back().kind != Inline::Kind::text) {
    inlines(line);
  } else {
    inlines(Inlines(line.begin(), line.end() - 1));
    words(without_stop(line.back().value));
  }
  words(end_mark);
}

int Story::start_bookmark(const std::string& name) {
  close_run();
  const int id = blanks_.next_bookmark_id();
  append_bookmark_start(out_, id, name);
  return id;
}

int Story::mark_next(const std::string& name) {
  const int id = blanks_.next_bookmark_id();
  append_bookmark_start(marks_, id, name);
  return id;
}

void Story::note_next(int number) {
  notes_.append("<w:r><w:commentReference w:id=\"").append(std::to_string(number));
  notes_ += "\"/></w:r>";
}

void Story::write_marks() {
  out_ += marks_;
  marks_.clear();
}

void Story::end_in_last_paragraph(int id) {
  out_.resize(out_.size() - k_paragraph_end.size());
  append_bookmark_end(out_, id);
  out_ += k_paragraph_end;
}

void Story::end_bookmark(int id) {
  close_run();
  append_bookmark_end(out_, id);
}

std::string Story::article_bookmark(const std::string& number) {
  const int count = ++articles_[number];
  return "qa_" + number + (count > 1 ? "_r" + std::to_string(count) : std::string());
}

void Story::begin_alternative(const Condition& condition) {
  const auto name = alternative_bookmark(++alternatives_, condition);
  if (!name) report({"compose.unmarkable-condition", {condition.field, condition.value}});
  open("clerk_note");
  open_alternatives_.push_back(start_bookmark(name.value_or("qv_")));
  words(alternative_note(condition, declared(condition.field)));
  close();
  blanks_.enter_alternative();
}

void Story::end_alternative() {
  end_in_last_paragraph(open_alternatives_.back());
  open_alternatives_.pop_back();
  blanks_.leave_alternative();
}

std::string Story::shown(const Inlines& line) const {
  std::string text;
  for (const auto& item : line) {
    switch (item.kind) {
      case Inline::Kind::text:
        text += item.value;
        break;
      case Inline::Kind::field:
        text += shown_field(item.value, item.form);
        break;
      case Inline::Kind::term:
      case Inline::Kind::reference:
        text += item.shown;
        break;
    }
  }
  return text;
}

bool Story::has_blank(const Inlines& line) const {
  return std::any_of(line.begin(), line.end(), [&](const Inline& item) {
    const auto* field = item.kind == Inline::Kind::field ? declared(item.value) : nullptr;
    return field != nullptr && !is_plain(*field);
  });
}

std::string Story::shown_field(const std::string& name, const std::string& form) const {
  const auto* field = declared(name);
  const auto& known = value(name);
  if (field == nullptr) return shown_value(Field{}, known, form);
  return known.empty() ? shown_empty(*field) : shown_value(*field, known, form);
}

int Story::width(const std::string& component, std::string_view text) const {
  const auto& format = profile_.component(component);
  return text_width(format.caps ? upper(text) : std::string(text),
                    {format.size, format.bold, format.italic});
}

ParagraphSetting Story::balanced(const std::string& component, std::string_view text,
                                 int width) const {
  const auto& format = profile_.component(component);
  const auto words = format.caps ? upper(text) : std::string(text);
  const int needed = balanced_width(words, {format.size, format.bold, format.italic}, width);
  return {false, (width - needed) / 2, (width - needed) / 2};
}

std::vector<const Field*> Story::blanks() const {
  std::vector<const Field*> written;
  for (const auto& field : regulation_.text.fields) {
    if (blanks_.has_written(field.name)) written.push_back(&field);
  }
  return written;
}

void Story::report(Text message) {
  problems_.add({Severity::error, std::move(message), {regulation_.text.id, {}, {}, 0, 0}, {}});
}

const Field* Story::declared(const std::string& name) const {
  const auto found = fields_.find(name);
  return found == fields_.end() ? nullptr : found->second;
}

const std::string& Story::value(const std::string& name) const {
  static const std::string none;
  const auto found = regulation_.values.find(name);
  return found == regulation_.values.end() ? none : found->second;
}

bool Story::is_plain(const Field& field) const {
  if (value(field.name).empty()) return false;
  return regulation_.settled.contains(field.name);
}

}  // namespace quyche

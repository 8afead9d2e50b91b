#include "docx/provision_paragraphs.hpp"

#include <algorithm>
#include <span>

#include "docx/alternative.hpp"
#include "docx/provision_table.hpp"

namespace quyche {
namespace {

// Label "Chương {0}" and number "I" → "Chương I"; without a number the label's word alone.
std::string label(const std::string& pattern, const std::string& number) {
  const auto at = pattern.find("{0}");
  if (at == std::string::npos) return pattern;
  if (!number.empty()) return pattern.substr(0, at) + number + pattern.substr(at + 3);
  return pattern.substr(0, pattern.find_last_not_of(' ', at == 0 ? 0 : at - 1) + 1);
}

class ProvisionWriter {
 public:
  ProvisionWriter(Story& story, const ProvisionExtras& extras)
      : story_(story), marks_(extras.marks), notes_(extras.notes) {}

  /// `is_end`: what comes last here ends the text.
  void write_list(std::span<const Provision> list, bool is_end) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i].when) story_.begin_alternative(*list[i].when);
      write_noted(list[i], is_end && may_be_last(list, i));
      if (list[i].when) story_.end_alternative();
    }
  }

 private:
  void write_noted(const Provision& provision, bool is_end) {
    if (notes_ == nullptr) return write_marked(provision, is_end);
    if (const auto number = notes_->enter(provision)) story_.note_next(*number);
    write_marked(provision, is_end);
    notes_->leave();
  }

  void write_marked(const Provision& provision, bool is_end) {
    if (marks_ == nullptr) return write(provision, is_end);
    const int mark = story_.mark_next(marks_->enter(provision.id));
    if (provision.kind == ProvisionKind::table) story_.write_marks();
    write(provision, is_end);
    story_.end_in_last_paragraph(mark);
    marks_->leave();
  }

  void write(const Provision& provision, bool is_end) {
    const bool ends_here = is_end && provision.children.empty();
    switch (provision.kind) {
      case ProvisionKind::part:
        write_division(provision, "part_label", "chapter");
        break;
      case ProvisionKind::chapter:
        write_division(provision, "chapter_label", "chapter");
        break;
      case ProvisionKind::section:
        write_division(provision, "section_label", "section");
        break;
      case ProvisionKind::appendix:
        write_division(provision, "appendix_label", "appendix");
        break;
      case ProvisionKind::article:
        write_article(provision, ends_here);
        break;
      case ProvisionKind::clause:
        write_clause(provision, ends_here);
        break;
      case ProvisionKind::point:
        write_item("point", provision, ends_here);
        break;
      case ProvisionKind::text:
        write_text(provision.text, ends_here);
        break;
      case ProvisionKind::table:
        write_table(story_, provision.rows, ends_here);
        break;
    }
    write_list(provision.children, is_end);
  }

  // Number and title on lines of their own, in the middle.
  void write_division(const Provision& provision, const char* word, const std::string& component) {
    story_.paragraph(component + "_number", label(word_of(word), provision.number));
    if (!provision.heading.empty()) {
      story_.open(component + "_title");
      story_.inlines(provision.heading);
      story_.close();
    }
    if (!provision.text.empty()) write_text(provision.text, false);
  }

  void write_article(const Provision& provision, bool ends_here) {
    const bool has_heading = !provision.heading.empty();
    story_.open(has_heading ? "article" : "text", {!has_heading && ends_here, 0, 0});
    const int bookmark = story_.start_bookmark(story_.article_bookmark(provision.number));
    const auto number = label(word_of("article_label"), provision.number) + " ";
    if (has_heading) {
      story_.words(number);
      story_.inlines(provision.heading);
    } else {
      story_.strong_words(number);
      write_sentence(provision.text, ends_here);
    }
    story_.end_bookmark(bookmark);
    story_.close();
    if (has_heading && !provision.text.empty()) write_text(provision.text, ends_here);
  }

  void write_clause(const Provision& provision, bool ends_here) {
    if (provision.heading.empty()) {
      write_item("clause", provision, ends_here);
      return;
    }
    story_.open("clause_title");
    story_.words(label(word_of("clause_label"), provision.number) + " ");
    story_.inlines(provision.heading);
    story_.close();
    if (!provision.text.empty()) write_text(provision.text, ends_here);
  }

  void write_item(const std::string& component, const Provision& provision, bool ends_here) {
    story_.open(component, {ends_here, 0, 0});
    story_.words(label(word_of(component + "_label"), provision.number) + " ");
    write_sentence(provision.text, ends_here);
    story_.close();
  }

  void write_text(const Inlines& text, bool ends_here) {
    story_.open("text", {ends_here, 0, 0});
    write_sentence(text, ends_here);
    story_.close();
  }

  void write_sentence(const Inlines& text, bool ends_here) {
    if (ends_here) {
      story_.inlines_ended(text, word_of("end_mark"));
    } else {
      story_.inlines(text);
    }
  }

  [[nodiscard]] const std::string& word_of(const std::string& name) const {
    return story_.profile().word(name);
  }

  Story& story_;
  ProvisionMarks* marks_;
  OriginNotes* notes_;
};

// Appendices come last in a regulation; from the first one on it is all behind the signatures.
std::size_t text_size(const std::vector<Provision>& body) {
  const auto appendix = std::find_if(body.begin(), body.end(), [](const Provision& provision) {
    return provision.kind == ProvisionKind::appendix;
  });
  return static_cast<std::size_t>(appendix - body.begin());
}

}  // namespace

void write_provisions(Story& story, const ProvisionExtras& extras) {
  const auto& body = story.regulation().text.body;
  ProvisionWriter(story, extras).write_list(std::span(body).first(text_size(body)), true);
}

void write_appendices(Story& story, const ProvisionExtras& extras) {
  const auto& body = story.regulation().text.body;
  ProvisionWriter(story, extras).write_list(std::span(body).subspan(text_size(body)), false);
}

}  // namespace quyche

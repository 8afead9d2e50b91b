#include "check/components.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "base/text.hpp"
#include "check/check_words.hpp"
#include "check/closing_reader.hpp"
#include "check/document_family.hpp"
#include "check/head_reader.hpp"
#include "model/word/document_words.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::check {
namespace {

using word::LabelKind;

constexpr std::size_t k_longest_heading = 200;
constexpr std::size_t k_gap = 3;  // that many spaces in a row separate two columns

std::string letters_only(std::string_view text) {
  std::string out = match_key(text);
  std::erase_if(out, [](char c) { return c == ' ' || c == '-' || c == '.' || c == ','; });
  for (auto at = out.find("\xE2\x80\x93"); at != std::string::npos; at = out.find("\xE2\x80\x93")) {
    out.erase(at, 3);
  }
  return out;
}

// Where the piece that begins at `from` ends, and where the next one begins.
std::pair<std::size_t, std::size_t> piece_end(const std::string& text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == '\t' || text[at] == '\n') return {at, at + 1};
    const auto gap = std::min(text.find_first_not_of(' ', at), text.size());
    if (gap - at >= k_gap) return {at, gap};
  }
  return {text.size(), text.size()};
}

bool is_division(LabelKind kind) {
  return kind == LabelKind::part || kind == LabelKind::chapter || kind == LabelKind::section;
}

// The letters of every heading there is.
std::map<std::string, HeadingKind> headings() {
  const auto& words = word::document_words();
  std::map<std::string, HeadingKind> found;
  for (const auto& word : words.state_headings) {
    const bool is_motto = word.find('-') != word.npos || word.find("\xE2\x80\x93") != word.npos;
    found.emplace(letters_only(word), is_motto ? HeadingKind::motto : HeadingKind::state);
  }
  for (const auto& word : words.party_headings) {
    found.insert_or_assign(letters_only(word), HeadingKind::party);
  }
  return found;
}

}  // namespace

HeadingKind heading_kind(std::string_view text) {
  static const auto k_headings = headings();
  const auto words = word::trimmed(text);
  if (words.empty() || words.size() > k_longest_heading) return HeadingKind::none;
  // Capital and small letters of one kind begin with the same byte, but for ASCII.
  const char first =
      words[0] >= 'A' && words[0] <= 'Z' ? static_cast<char>(words[0] + 32) : words[0];
  const auto begins = [first](const auto& heading) { return heading.first[0] == first; };
  if (std::none_of(k_headings.begin(), k_headings.end(), begins)) return HeadingKind::none;
  const auto found = k_headings.find(letters_only(text));
  return found == k_headings.end() ? HeadingKind::none : found->second;
}

std::vector<Stretch> stretches_of(const ViewParagraph& paragraph, std::size_t index) {
  std::vector<Stretch> found;
  const auto& text = paragraph.text;
  for (std::size_t from = 0; from < text.size();) {
    const auto [end, next] = piece_end(text, from);
    const auto piece = word::trimmed(std::string_view(text).substr(from, end - from));
    if (!piece.empty()) {
      const auto start = static_cast<std::size_t>(piece.data() - text.data());
      found.push_back({index, start, start + piece.size(), {}, true, {}});
    }
    from = next;
  }
  for (auto& stretch : found) stretch.is_whole = found.size() == 1;
  return found;
}

class ComponentReader {
 public:
  explicit ComponentReader(Components& out) : out_(out), view_(*out.view_) {}

  void read() {
    labels_.reserve(view_.paragraphs.size());
    out_.stretches_.reserve(view_.paragraphs.size() + view_.paragraphs.size() / 4);
    for (const auto& paragraph : view_.paragraphs) labels_.push_back(label_of(paragraph));
    find_zones();
    std::vector<Stretch> head;
    for (std::size_t i = 0; i < out_.body_; ++i) append(head, stretches_of(view_.paragraphs[i], i));
    HeadReader(view_).read(head);
    append(out_.stretches_, std::move(head));
    for (std::size_t i = out_.body_; i < out_.closing_; ++i) read_body(i);
    std::vector<Stretch> closing;
    for (std::size_t i = out_.closing_; i < out_.appendix_; ++i) {
      append(closing, stretches_of(view_.paragraphs[i], i));
    }
    ClosingReader(view_).read(closing);
    append(out_.stretches_, std::move(closing));
    wants_title_.clear();
    for (std::size_t i = out_.appendix_; i < view_.paragraphs.size(); ++i) read_body(i);
  }

 private:
  static void append(std::vector<Stretch>& to, std::vector<Stretch> more) {
    std::move(more.begin(), more.end(), std::back_inserter(to));
  }

  [[nodiscard]] static word::Label label_of(const ViewParagraph& paragraph) {
    const auto& text = paragraph.text;
    const auto from = text.find_first_not_of(" \t");
    if (!paragraph.label.empty() && paragraph.label != "-") {
      auto label = word::match_label(paragraph.label + " " + squeeze(text));
      label.length = 0;  // it does not stand in the text
      return label;
    }
    if (from == std::string::npos) return {};
    auto label = word::match_label(std::string_view(text).substr(from));
    // "Điều 5 của Luật này": a sentence, unless it stands out.
    const bool is_doubtful = label.kind == LabelKind::article || is_division(label.kind) ||
                             label.kind == LabelKind::appendix;
    const bool stands_out = !paragraph.spans.empty() && paragraph.spans.front().format->bold;
    if (is_doubtful && !label.is_firm && !stands_out) return {};
    label.length += from;
    return label;
  }

  // Numbers in tables and boxes are no provisions.
  [[nodiscard]] LabelKind outline_kind(std::size_t index) const {
    const auto& paragraph = view_.paragraphs[index];
    return paragraph.table > 0 || paragraph.is_aside ? LabelKind::none : labels_[index].kind;
  }

  void find_zones() {
    const auto count = view_.paragraphs.size();
    std::size_t body = count;
    std::size_t clause = count;
    std::size_t last_label = 0;
    out_.appendix_ = count;
    for (std::size_t i = 0; i < count; ++i) {
      const auto kind = outline_kind(i);
      const bool is_provision = is_division(kind) || kind == LabelKind::article;
      const bool is_short = view_.paragraphs[i].text.size() < k_longest_heading;
      if (kind == LabelKind::appendix && body < count && is_short) {
        out_.appendix_ = i;
        break;
      }
      if (is_provision) body = std::min(body, i);
      if (kind == LabelKind::clause || kind == LabelKind::roman) clause = std::min(clause, i);
      if (is_provision || kind == LabelKind::clause) last_label = i;
    }
    out_.body_ = body < count ? body : clause;
    end_zones(last_label);
  }

  void end_zones(std::size_t last_label) {
    const bool is_numbered = out_.body_ < view_.paragraphs.size();
    out_.closing_ = closing_start(is_numbered ? std::max(last_label + 1, out_.body_) : 1);
    if (!is_numbered) out_.body_ = second_table();
    out_.body_ = std::min(out_.body_, out_.closing_);
  }

  // A list without numbered provisions begins at its table; the heading may stand in another.
  [[nodiscard]] std::size_t second_table() const {
    const auto& paragraphs = view_.paragraphs;
    const auto is_other = [&](const ViewParagraph& paragraph) {
      return paragraph.table > 0 && paragraph.table != paragraphs.front().table;
    };
    return static_cast<std::size_t>(std::find_if(paragraphs.begin(), paragraphs.end(), is_other) -
                                    paragraphs.begin());
  }

  [[nodiscard]] std::size_t closing_start(std::size_t from) const {
    for (std::size_t i = from; i < out_.appendix_; ++i) {
      for (const auto& stretch : stretches_of(view_.paragraphs[i], i)) {
        if (!opens_closing(stretch)) continue;
        // A table is the end of the paper from its first cell on.
        const int table = view_.paragraphs[i].table;
        while (table > 0 && i > from && view_.paragraphs[i - 1].table == table) --i;
        return i;
      }
    }
    return out_.appendix_;
  }

  [[nodiscard]] bool opens_closing(const Stretch& stretch) const {
    const auto& paragraph = view_.paragraphs[stretch.paragraph];
    const auto text = paragraph.text.substr(stretch.from, stretch.to - stretch.from);
    return key(text).starts_with(word::document_words().recipients) || is_authority(text) ||
           is_position(paragraph.shown(stretch.from, stretch.to));
  }

  void read_body(std::size_t index) {
    const auto& paragraph = view_.paragraphs[index];
    const auto text = word::trimmed(paragraph.text);
    if (text.empty() || paragraph.is_aside) return;
    const auto from = static_cast<std::size_t>(text.data() - paragraph.text.data());
    Stretch stretch{index, from, from + text.size(), {}, true, {}};
    if (paragraph.table > 0) {
      stretch.component = "table_text";
    } else if (!paragraph.is_note) {
      stretch.label = labels_[index];
      stretch.component = body_component(stretch, text);
    }
    out_.stretches_.push_back(std::move(stretch));
  }

  std::string body_component(const Stretch& stretch, std::string_view text) {
    const bool stands_alone = stretch.label.length >= text.size() && stretch.label.length > 0;
    const auto title = std::exchange(wants_title_, {});
    const auto begin = [&](const char* number, const char* title_name) {
      if (stands_alone) wants_title_ = title_name;
      return std::string(number);
    };
    switch (stretch.label.kind) {
      case LabelKind::part:
      case LabelKind::chapter:
        return begin("chapter_number", "chapter_title");
      case LabelKind::section:
        return begin("section_number", "section_title");
      case LabelKind::appendix:
        return begin("appendix_number", "appendix_title");
      case LabelKind::article:
        return is_heading(stretch, text) ? "article" : "text";
      case LabelKind::clause:
        return is_titled(stretch, text) ? "clause_title" : "clause";
      case LabelKind::point:
        return "point";
      default:
        return title.empty() ? "text" : title;
    }
  }

  [[nodiscard]] bool is_all_bold(const Stretch& stretch) const {
    const auto& paragraph = view_.paragraphs[stretch.paragraph];
    return std::all_of(paragraph.spans.begin(), paragraph.spans.end(), [&](const Span& span) {
      const auto piece = std::string_view(paragraph.text).substr(span.from, span.to - span.from);
      return span.format->bold || word::trimmed(piece).empty();
    });
  }

  [[nodiscard]] bool is_heading(const Stretch& stretch, std::string_view text) const {
    const bool is_sentence = text.ends_with('.') || text.ends_with(';') || text.ends_with(':');
    return !is_sentence || is_all_bold(stretch);
  }

  [[nodiscard]] bool is_titled(const Stretch& stretch, std::string_view text) const {
    if (view_.paragraphs[stretch.paragraph].format->style == "QcClauseTitle") return true;
    const bool is_sentence = text.ends_with('.') || text.ends_with(';') || text.ends_with(':');
    return !is_sentence && is_all_bold(stretch);
  }

  Components& out_;
  const DocumentView& view_;
  std::vector<word::Label> labels_;  ///< of each paragraph
  std::string wants_title_;
};

Components::Components(const DocumentView& view) : view_(&view) {
  ComponentReader(*this).read();
  for (std::size_t i = 0; i < stretches_.size(); ++i) {
    by_component_[stretches_[i].component].push_back(i);
  }
}

const Stretch* Components::first(std::string_view component) const {
  const auto found = by_component_.find(std::string(component));
  return found == by_component_.end() ? nullptr : &stretches_[found->second.front()];
}

std::vector<const Stretch*> Components::every(std::string_view component) const {
  std::vector<const Stretch*> all;
  const auto found = by_component_.find(std::string(component));
  if (found == by_component_.end()) return all;
  for (const auto index : found->second) all.push_back(&stretches_[index]);
  return all;
}

std::string Components::text(const Stretch& stretch) const {
  return squeeze(
      view_->paragraphs[stretch.paragraph].text.substr(stretch.from, stretch.to - stretch.from));
}

std::string Components::shown(const Stretch& stretch) const {
  return squeeze(view_->paragraphs[stretch.paragraph].shown(stretch.from, stretch.to));
}

std::string Components::text_of(std::string_view component) const {
  const auto* stretch = first(component);
  return stretch == nullptr ? std::string() : text(*stretch);
}

std::string Components::family() const { return family_signs(*this).family(); }

}  // namespace quyche::check

#include "model/word/tree_builder.hpp"

#include <algorithm>
#include <utility>

#include "base/number.hpp"
#include "base/text.hpp"

namespace quyche::word {
namespace {

constexpr std::size_t k_longest_title = 250;

/// Depth of a kind in the tree; what is deeper belongs to what is open above it.
int rank(ProvisionKind kind) {
  return kind == ProvisionKind::appendix ? 0 : static_cast<int>(kind) + 1;
}

std::size_t place(ProvisionKind kind) { return static_cast<std::size_t>(kind); }

bool runs_through(ProvisionKind kind) {
  return kind == ProvisionKind::part || kind == ProvisionKind::chapter ||
         kind == ProvisionKind::article;
}

bool ends_a_sentence(std::string_view text) {
  return !text.empty() && std::string_view(".;:").find(text.back()) != std::string_view::npos;
}

bool looks_like_title(const Line& line) {
  if (line.is_aside || is_dash_line(line.text()) || line.text().starts_with('(')) return false;
  if (line.is_bold() || line.looks_like_capitals()) return true;
  return line.text().size() <= k_longest_title && !ends_a_sentence(line.text());
}

/// Gathers a heading, also from several lines.
void append_words(Inlines& line, const Inlines& more) {
  if (!line.empty() && !more.empty()) {
    if (line.back().kind == Inline::Kind::text) {
      line.back().value += ' ';
    } else {
      line.push_back({Inline::Kind::text, " ", {}, {}});
    }
    if (line.back().kind == Inline::Kind::text && more.front().kind == Inline::Kind::text) {
      line.back().value += more.front().value;
      line.insert(line.end(), more.begin() + 1, more.end());
      return;
    }
  }
  line.insert(line.end(), more.begin(), more.end());
}

}  // namespace

bool TreeBuilder::has_appendix() const {
  return stack_.size() > 1 && stack_[1].provision.kind == ProvisionKind::appendix;
}

bool TreeBuilder::means_bold(const Line& line) const {
  return line.is_bold() && !habits_.bold_is_ordinary;
}

/// The open provision a new one of `kind` will stand in.
const TreeBuilder::Open& TreeBuilder::holder_of(ProvisionKind kind) const {
  std::size_t depth = stack_.size() - 1;
  while (depth > 0 && rank(stack_[depth].provision.kind) >= rank(kind)) --depth;
  return stack_[depth];
}

bool TreeBuilder::accepts(const Line& line, const LineLabel& found) const {
  const auto& label = found.label;
  if (line.is_aside) return false;
  const auto kind = kind_of(label.kind);
  const auto& sequence = holder_of(kind).sequences[place(kind)];
  switch (label.kind) {
    case LabelKind::clause:
      return found.is_automatic || (label.value <= 99 && sequence.allows(label.value));
    case LabelKind::point:
      return sequence.allows(label.number);
    case LabelKind::roman: {
      if (habits_.has_chapters || (label.value != 1 && label.value != sequence.last() + 1))
        return false;
      return !habits_.has_articles || found.is_automatic || line.is_bold() ||
             line.looks_like_capitals();
    }
    case LabelKind::article: {
      if (!is_heading(line, found)) return false;
      const auto& articles = stack_[has_appendix() ? 1 : 0].sequences[place(kind)];
      return found.is_automatic || label.is_firm || label.value == articles.last() + 1;
    }
    case LabelKind::none:
    case LabelKind::decimal:
      return false;
    default:
      return is_heading(line, found);
  }
}

void TreeBuilder::add(const Line& line) {
  if (line.is_clerk_note || line.is_empty()) return;
  const auto found = label_of(line);
  if (accepts(line, found)) {
    begin(line, found);
    return;
  }
  if (found.label.kind == LabelKind::none && line.label.empty() && take_title(line)) return;
  if (line.label.empty()) {
    if (found.label.kind == LabelKind::decimal) {
      report_.add(Severity::warning, {"import.sub-number", {found.shown}}, line.paragraph,
                  line.text());
    }
    add_words(line);
    return;
  }
  // Word's number stays before the words it numbered.
  Line whole = line;
  whole.content = {line.label, {}};
  whole.content.append(line.content);
  whole.bold = 0;
  whole.label.clear();
  if (line.label != "-") {
    report_.add(Severity::warning, {"import.sub-number", {found.shown}}, line.paragraph,
                whole.text());
  }
  add_words(whole);
}

void TreeBuilder::check_order(const Line& line, const LineLabel& found, ProvisionKind kind,
                              Open& holder) {
  auto& sequence = holder.sequences[place(kind)];
  const auto& label = found.label;
  std::optional<int> expected;
  if (kind == ProvisionKind::point) {
    expected = sequence.take(label.number, line.when);
  } else if (label.value > 0) {
    const int last = sequence.last();
    expected = sequence.take(label.value, line.when);
    // Chapters may begin anew in each part.
    const bool begins_part = kind == ProvisionKind::chapter && label.value == 1 &&
                             stack_.back().provision.kind == ProvisionKind::part;
    if (begins_part || (kind == ProvisionKind::appendix && last == 0)) expected.reset();
  } else {
    (void)sequence.take(sequence.last() + 1, line.when);
  }
  if (!expected) return;
  report_.add(Severity::warning, {"import.wrong-number", {found.shown, written(kind, *expected)}},
              line.paragraph, line.text());
}

/// The number a provision is printed with, and the last part of its id.
static std::pair<std::string, std::string> number_and_slug(ProvisionKind kind, const Label& label,
                                                           const Sequence& sequence) {
  if (kind == ProvisionKind::point) {
    const bool is_after_d = point_value(label.number) == point_value("d").value_or(0) + 1;
    return {sequence.is_latin() ? point_letter(sequence.last()) : label.number,
            is_after_d ? "dd" : file_slug(label.number)};
  }
  if (kind == ProvisionKind::article) return {label.number, file_slug(label.number)};
  const auto slug = std::to_string(sequence.last());
  if (label.value <= 0) return {"", slug};
  const bool has_roman = runs_through(kind) || kind == ProvisionKind::appendix;
  return {has_roman ? roman(label.value) : slug, slug};
}

void TreeBuilder::begin(const Line& line, const LineLabel& found) {
  const auto& label = found.label;
  Provision provision;
  provision.kind = kind_of(label.kind);
  close_for(provision.kind);
  auto& holder = runs_through(provision.kind) ? scope() : stack_.back();
  check_order(line, found, provision.kind, holder);
  const auto& sequence = holder.sequences[place(provision.kind)];
  const auto [number, slug] = number_and_slug(provision.kind, label, sequence);
  provision.number = number;
  if (label.kind == LabelKind::roman) {
    report_.add(Severity::note, {"import.roman-chapter", {found.shown}}, line.paragraph,
                line.text());
  }
  open(std::move(provision), line, slug);
  auto& top = stack_.back();
  top.shown = found.shown;
  if (top.provision.kind == ProvisionKind::point && number != label.number) {
    typed_[top.provision.id] = label.number;
  }
  set_words(line.part(label.length));
}

void TreeBuilder::set_words(const Line& words) {
  auto& top = stack_.back();
  const auto kind = top.provision.kind;
  if (kind == ProvisionKind::article) return set_article_words(words);
  if (is_division(kind)) {
    top.provision.heading = words.content.inlines();
    top.wants_title = words.is_empty() || words.looks_like_capitals();
    return;
  }
  const bool is_title = words.is_clause_title ||
                        (kind == ProvisionKind::clause && means_bold(words) &&
                         words.text().size() <= k_longest_title && !ends_a_sentence(words.text()));
  (is_title ? top.provision.heading : top.provision.text) = words.content.inlines();
}

/// "Điều 5. Tiêu đề", "Điều 5. Một câu.", or "Điều 5. Tiêu đề đậm. Một câu.".
void TreeBuilder::set_article_words(const Line& words) {
  auto& top = stack_.back();
  top.wants_title = words.text().empty();
  const auto sentence_start = std::min(words.bold, words.text().size());
  const bool is_run_in = !habits_.bold_is_ordinary && !words.is_bold() && sentence_start > 2;
  if (is_run_in) {
    auto title = words.part(0, sentence_start);
    const auto end = without_tail(title.text(), ".:").size();
    top.provision.heading = title.part(0, end).content.inlines();
    top.provision.text = words.part(sentence_start).content.inlines();
    return;
  }
  const bool is_title = means_bold(words) ||
                        (words.text().size() <= k_longest_title && !ends_a_sentence(words.text()));
  (is_title ? top.provision.heading : top.provision.text) = words.content.inlines();
}

bool TreeBuilder::take_title(const Line& line) {
  auto& top = stack_.back();
  if (!top.wants_title || !line.provision_ids.empty()) return false;
  const bool is_first = top.provision.heading.empty();
  const bool goes_on = line.looks_like_capitals() && !line.text().starts_with('(');
  const bool fits = is_first ? looks_like_title(line) : goes_on;
  top.wants_title = fits && is_division(top.provision.kind) && line.looks_like_capitals();
  if (fits) append_words(top.provision.heading, line.content.inlines());
  return fits;
}

/// Without a number: the sentence of the provision just begun, or a paragraph in it.
void TreeBuilder::add_words(const Line& line) {
  const auto words = line.part(0);
  close_for_leaf(line);
  auto& top = stack_.back();
  auto& provision = top.provision;
  top.wants_title = false;
  const bool is_sentence = stack_.size() > 1 && provision.kind != ProvisionKind::appendix &&
                           provision.text.empty() && provision.children.empty() &&
                           line.provision_ids.empty() && !line.is_aside &&
                           !is_dash_line(line.text()) && (!line.when || is_in_alternative(line));
  if (is_sentence) {
    provision.text = words.content.inlines();
    return;
  }
  const bool is_lost = stack_.size() == 1 ||
                       (habits_.has_articles && !has_appendix() && is_division(provision.kind));
  if (line.is_aside) {
    report_.add(Severity::note, {"import.note-moved", {}}, line.paragraph, line.text());
  } else if (is_lost) {
    report_.add(Severity::warning, {"import.not-placed", {}}, line.paragraph, line.text());
  }
  Provision leaf;
  leaf.text = words.content.inlines();
  add_leaf(std::move(leaf), line);
}

void TreeBuilder::add_table(std::vector<std::vector<Inlines>> rows, const Line& first) {
  close_for_leaf(first);
  stack_.back().wants_title = false;
  Provision table;
  table.kind = ProvisionKind::table;
  table.rows = std::move(rows);
  add_leaf(std::move(table), first);
}

void TreeBuilder::add_leaf(Provision leaf, const Line& line) {
  auto& sequence = stack_.back().sequences[place(leaf.kind)];
  (void)sequence.take(sequence.last() + 1, std::nullopt);
  const auto depth = stack_.size();
  const auto slug = std::to_string(sequence.last());
  open(std::move(leaf), line, slug);
  close_to(depth);
}

bool TreeBuilder::is_in_alternative(const Line& line) const {
  return std::any_of(stack_.begin() + 1, stack_.end(),
                     [&](const Open& open) { return open.provision.when == line.when; });
}

void TreeBuilder::open(Provision provision, const Line& line, const std::string& slug) {
  const auto& around = runs_through(provision.kind) ? scope() : stack_.back();
  if (line.provision_ids.empty()) {
    const auto& parent = around.provision.id;
    provision.id =
        unique((parent.empty() ? "" : parent + ".") + name_of(provision.kind) + "_" + slug);
  } else {
    provision.id = unique(line.provision_ids.front());
  }
  if (line.when && !is_in_alternative(line)) provision.when = line.when;
  paragraphs_[provision.id] = line.paragraph;
  Open open;
  open.provision = std::move(provision);
  open.paragraph = line.paragraph;
  stack_.push_back(std::move(open));
}

std::string TreeBuilder::unique(std::string id) {
  auto candidate = id;
  for (int& count = used_ids_[id]; count > 0 && used_ids_.contains(candidate);) {
    candidate = id + "_" + std::to_string(++count);
  }
  ++used_ids_[candidate];
  return candidate;
}

void TreeBuilder::close_to(std::size_t depth) {
  while (stack_.size() > depth) {
    auto done = std::move(stack_.back());
    stack_.pop_back();
    const auto& provision = done.provision;
    const bool is_empty = provision.heading.empty() && provision.text.empty() &&
                          provision.children.empty() && provision.rows.empty();
    if (is_empty) {
      report_.add(Severity::warning, {"import.empty-provision", {done.shown}}, done.paragraph, {});
    }
    stack_.back().provision.children.push_back(std::move(done.provision));
  }
}

void TreeBuilder::close_for(ProvisionKind kind) {
  const auto& holder = holder_of(kind);
  close_to(static_cast<std::size_t>(&holder - stack_.data()) + 1);
}

/// A paragraph without number belongs to the deepest provision open, unless bookmarks tell better.
void TreeBuilder::close_for_leaf(const Line& line) {
  for (std::size_t depth = stack_.size(); depth > 1; --depth) {
    const auto& id = stack_[depth - 1].provision.id;
    if (std::find(line.inside.begin(), line.inside.end(), id) == line.inside.end()) continue;
    close_to(depth);
    return;
  }
}

std::vector<Provision> TreeBuilder::finish() {
  close_to(1);
  return std::move(stack_.front().provision.children);
}

}  // namespace quyche::word

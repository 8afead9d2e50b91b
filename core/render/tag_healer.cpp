#include "render/tag_healer.hpp"

#include <algorithm>
#include <array>

#include "render/word_names.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_words = static_cast<std::size_t>(-1);

/// What is left of a paragraph's words: a stretch of them, or a tag.
struct Slice {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t tag = k_words;
};

bool is_blank(std::string_view text) { return text.find_first_not_of(k_space) == text.npos; }

class ParagraphHealer {
 public:
  ParagraphHealer(ParagraphText& paragraph, PartTags& tags, std::vector<TextPart> parts)
      : paragraph_(paragraph), tags_(tags), parts_(std::move(parts)) {}

  void heal() {
    number_ = tags_.paragraphs.size();
    for (std::size_t i = 0; i < parts_.size(); ++i) add_part(i);
    if (!kept_paragraph_) return;
    std::size_t slice = 0;
    for (const auto& atom : paragraph_.atoms) rebuild(atom, slice);
  }

 private:
  void keep_paragraph() {
    if (kept_paragraph_) return;
    kept_paragraph_ = true;
    tags_.paragraphs.push_back({paragraph_.steps, paragraph_.text});
  }

  void add_part(std::size_t at) {
    const auto& part = parts_[at];
    if (part.kind == TextPart::Kind::literal) return add_literal(at);
    keep_paragraph();
    if (part.kind == TextPart::Kind::unclosed) return report_unclosed(part);
    auto tag = read_word_tag(paragraph_.text, part);
    tag.paragraph = static_cast<std::uint32_t>(number_);
    const std::string_view text = paragraph_.text;
    const bool is_print = part.kind == TextPart::Kind::print;
    tag.joins_before = part.trims_before && !is_print && is_blank(text.substr(0, part.begin));
    tag.joins_after = part.trims_after && !is_print && is_blank(text.substr(part.end));
    slices_.push_back({part.begin, part.end, tags_.tags.size()});
    tags_.tags.push_back(std::move(tag));
  }

  void add_literal(std::size_t at) {
    const std::string_view text = paragraph_.text;
    auto begin = parts_[at].begin;
    auto end = parts_[at].end;
    if (at > 0 && parts_[at - 1].trims_after) {
      begin = std::min(text.find_first_not_of(k_space, begin), end);
    }
    if (at + 1 < parts_.size() && parts_[at + 1].trims_before) {
      while (end > begin && k_space.find(text[end - 1]) != k_space.npos) --end;
    }
    add_words(begin, end);
  }

  /// {_{ prints two braces: the underscore is left out.
  void add_words(std::size_t begin, std::size_t end) {
    constexpr std::array<std::string_view, 4> k_escapes{"{_{", "}_}", "{_%", "%_}"};
    const std::string_view text = paragraph_.text;
    for (auto at = text.find('_', begin); at < end; at = text.find('_', at + 1)) {
      const bool fits =
          at > begin && at + 1 < end &&
          std::find(k_escapes.begin(), k_escapes.end(), text.substr(at - 1, 3)) != k_escapes.end();
      if (!fits) continue;
      keep_paragraph();
      slices_.push_back({begin, at, k_words});
      begin = at + 1;
    }
    if (begin < end) slices_.push_back({begin, end, k_words});
  }

  void report_unclosed(const TextPart& part) {
    const auto open = paragraph_.text.substr(part.begin, 2);
    const std::string close = open == "{{" ? "}}" : (open == "{%" ? "%}" : "#}");
    tags_.findings.add({Severity::error,
                        {"template.unclosed-tag", {open, close}},
                        tags_.place(number_, part.begin, 2),
                        {{"hint.template.unclosed-tag", {close}}}});
  }

  /// Gives the atom what is left of it; `slice` is the first slice that may reach into it.
  void rebuild(const TextAtom& atom, std::size_t& slice) {
    const auto end = atom.begin + atom.size;
    while (slice < slices_.size() && slices_[slice].end <= atom.begin) ++slice;
    const bool is_whole = slice < slices_.size() && slices_[slice].tag == k_words &&
                          slices_[slice].begin <= atom.begin && slices_[slice].end >= end;
    if (is_whole) return;
    auto node = atom.node;
    if (!atom.is_text) {
      auto run = node.parent();
      run.remove_child(node);
      return remove_empty(run);
    }
    while (const auto child = node.first_child()) node.remove_child(child);
    for (auto i = slice; i < slices_.size() && slices_[i].begin < end; ++i) {
      put(node, slices_[i], atom.begin, end);
    }
    if (!node.first_child()) return remove_empty(node);
    if (is_named(node, "w:t") && !node.attribute("xml:space")) {
      node.append_attribute("xml:space").set_value("preserve");
    }
  }

  void put(pugi::xml_node node, const Slice& slice, std::size_t begin, std::size_t end) {
    if (slice.tag == k_words) {
      const auto from = std::max(slice.begin, begin);
      const auto to = std::min(slice.end, end);
      if (from >= to) return;
      node.append_child(pugi::node_pcdata)
          .set_value(paragraph_.text.substr(from, to - from).c_str());
    } else if (slice.begin >= begin) {
      node.append_child(k_marker).append_attribute("n").set_value(static_cast<unsigned>(slice.tag));
    }
  }

  ParagraphText& paragraph_;
  PartTags& tags_;
  std::vector<TextPart> parts_;
  std::vector<Slice> slices_;
  std::size_t number_ = 0;
  bool kept_paragraph_ = false;
};

void report_deleted(const ParagraphText& paragraph, PartTags& tags) {
  TagScanner scanner;
  for (const auto& part : scanner.scan(paragraph.deleted)) {
    if (part.kind == TextPart::Kind::literal) continue;
    Place place{tags.file, paragraph.steps, paragraph.deleted, part.begin, part.end - part.begin};
    tags.findings.add({Severity::warning,
                       {"template.word.deleted-tag", {}},
                       std::move(place),
                       {{"hint.template.word.deleted-tag", {}}}});
  }
}

}  // namespace

void remove_empty(pugi::xml_node node) {
  while (is_text(node) || is_run(node) || is_run_wrapper(node) || is_named(node, "w:fldSimple") ||
         is_inline_control(node)) {
    const auto first = node.first_child();
    const bool is_empty = !first || (is_run_properties(first) && !first.next_sibling());
    if (!is_empty) return;
    // Of a control its properties go as well.
    if (is_named(node, "w:sdtContent")) node = node.parent();
    auto parent = node.parent();
    parent.remove_child(node);
    node = parent;
  }
}

void heal_tags(std::vector<ParagraphText>& paragraphs, PartTags& tags) {
  TagScanner scanner;
  for (auto& paragraph : paragraphs) {
    if (!paragraph.deleted.empty()) report_deleted(paragraph, tags);
    auto parts = scanner.scan(paragraph.text);
    ParagraphHealer(paragraph, tags, std::move(parts)).heal();
  }
  if (!scanner.in_raw() || tags.paragraphs.empty()) return;
  for (auto at = tags.paragraphs.size(); at-- > 0;) {
    const auto raw = tags.paragraphs[at].text.rfind("raw");
    if (raw == std::string::npos) continue;
    tags.findings.add({Severity::error,
                       {"template.unclosed", {"raw", "endraw"}},
                       tags.place(at, raw, 3),
                       {{"hint.template.unclosed", {"endraw"}}}});
    return;
  }
}

}  // namespace quyche

#include "render/plain_paragraphs.hpp"

#include <algorithm>
#include <array>

#include "base/xml_scanner.hpp"
#include "render/simple_tag.hpp"

namespace quyche {
namespace {

using Token = XmlScanner::Token;

constexpr std::size_t k_body_depth = 2;
constexpr std::size_t k_paragraph_depth = 3;
constexpr std::size_t k_run_depth = 4;
constexpr std::size_t k_text_depth = 5;
constexpr std::string_view k_tail = "</w:t></w:r></w:p>";

/// What a break or tab says; 0 for everything else.
char sign_of(std::string_view name) {
  if (name == "w:tab") return '\t';
  if (name == "w:br" || name == "w:cr") return '\n';
  return name == "w:noBreakHyphen" ? '-' : '\0';
}

bool is_mark(std::string_view name) {
  return name == "w:proofErr" || name == "w:lastRenderedPageBreak";
}

/// Copies a start tag without the ids that every paragraph and run has of its own.
void append_shared(std::string& out, std::string_view tag) {
  const auto is_id = [](std::string_view name) {
    return name.starts_with("w:rsid") || name == "w14:paraId" || name == "w14:textId";
  };
  if (tag.ends_with("/>")) tag = tag.substr(0, tag.size() - 2);
  if (tag.ends_with('>')) tag.remove_suffix(1);
  auto at = std::min(tag.find_first_of(" \t\r\n"), tag.size());
  out.append(tag.substr(0, at));
  for (at = tag.find_first_not_of(" \t\r\n", at); at < tag.size();
       at = tag.find_first_not_of(" \t\r\n", at)) {
    const auto quote = tag.find_first_of("\"'", at);
    const auto end = tag.find(tag[quote], quote + 1) + 1;
    if (!is_id(tag.substr(at, tag.find_first_of(" \t\r\n=", at) - at))) {
      out.append(" ").append(tag.substr(at, end - at));
    }
    at = end;
  }
  out += '>';
}

class PlainReader {
 public:
  PlainReader(std::string_view bytes, const std::string& file)
      : bytes_(bytes), scanner_(bytes, file) {
    constexpr std::size_t k_bytes_a_tag = 128;  // about; with little markup there is less between
    found_.tags.reserve(bytes.size() / k_bytes_a_tag);
  }

  PlainParagraphs read() {
    for (auto token = scanner_.next(); token != Token::done; token = scanner_.next()) {
      if (is_inside_) {
        inside(token);
        while (!is_inside_ && pass_twin()) {
        }
      } else if (token == Token::start) {
        outside();
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view here() const {
    return bytes_.substr(scanner_.begin(), scanner_.end() - scanner_.begin());
  }

  void outside() {
    const auto depth = scanner_.depth();
    if (depth == k_body_depth) in_body_ = scanner_.name() == "w:body";
    if (depth != k_paragraph_depth || !in_body_ || scanner_.name() != "w:p") return;
    begin_paragraph(scanner_.begin());
    is_inside_ = true;
    has_list_ = in_run_ = in_text_ = has_content_ = false;
    properties_depth_ = only_text_ = 0;
    paragraph_start_ = here();
    paragraph_properties_ = run_start_ = run_properties_ = {};
  }

  void begin_paragraph(std::size_t begin) {
    is_plain_ = true;
    begin_ = begin;
    first_tag_ = found_.tags.size();
    last_tag_end_ = begin;
  }

  /// A paragraph that is written as the one before it, but for its words: most of a long text.
  bool pass_twin() {
    const auto begin = scanner_.end();
    if (head_.empty() || !scanner_.pass_alike(head_, k_tail)) return false;
    begin_paragraph(begin);
    text_start_ = scanner_.begin();
    keeps_space_ = head_keeps_space_;
    find_tags(scanner_.text());
    finish();
    return true;
  }

  void inside(Token token) {
    if (token == Token::text) return text();
    if (token == Token::start) return element(scanner_.depth());
    close(scanner_.depth());
  }

  void element(std::size_t depth) {
    const auto name = scanner_.name();
    if (properties_depth_ > 0) {
      has_list_ = has_list_ || name == "w:numPr";
      is_plain_ = is_plain_ && name != "w:sectPr";
      return;
    }
    const bool is_first = !has_content_;
    has_content_ = true;
    if (depth == k_text_depth && in_run_ && run_element(name, is_first)) return;
    if (depth == k_run_depth && paragraph_element(name, is_first)) return;
    is_plain_ = false;
  }

  bool paragraph_element(std::string_view name, bool is_first) {
    if (name == "w:r") {
      in_run_ = true;
      has_content_ = false;
      run_start_ = here();
      run_properties_ = {};
      return true;
    }
    return (name == "w:pPr" && is_first && begin_properties()) || is_mark(name);
  }

  bool run_element(std::string_view name, bool is_first) {
    if (name == "w:t") {
      in_text_ = true;
      text_start_ = scanner_.end();
      keeps_space_ = head_keeps_space_ = !scanner_.attribute("xml:space").empty();
      return true;
    }
    if (name == "w:rPr") return is_first && begin_properties();
    return sign_of(name) != '\0' || is_mark(name);
  }

  bool begin_properties() {
    properties_depth_ = scanner_.depth();
    properties_begin_ = scanner_.begin();
    return true;
  }

  void close(std::size_t depth) {
    if (properties_depth_ > 0) {
      if (depth > properties_depth_) return;
      auto& properties = depth == k_run_depth ? paragraph_properties_ : run_properties_;
      properties = bytes_.substr(properties_begin_, scanner_.end() - properties_begin_);
      properties_depth_ = 0;
      return;
    }
    if (depth == k_text_depth) in_text_ = false;
    if (depth == k_run_depth) in_run_ = false;
    if (depth != k_paragraph_depth) return;
    is_inside_ = false;
    finish();
    const auto behind_head = bytes_.substr(text_start_, scanner_.end() - text_start_);
    const bool has_one_text = is_plain_ && only_text_ == text_start_ &&
                              behind_head.ends_with(k_tail) &&
                              behind_head.find('<') == behind_head.size() - k_tail.size();
    head_ = has_one_text ? bytes_.substr(begin_, text_start_ - begin_) : std::string_view();
  }

  void text() {
    has_content_ = true;
    only_text_ = only_text_ == 0 ? scanner_.begin() : bytes_.npos;
    if (!is_plain_ || !in_text_) return;
    is_plain_ = !scanner_.is_literal();
    find_tags(scanner_.text());
  }

  void find_tags(std::string_view words) {
    std::size_t from = 0;
    for (auto at = words.find('{'); at != words.npos && is_plain_; at = words.find('{', from)) {
      const auto tag = simple_tag_at(words, at);
      is_plain_ = tag.kind != SimpleTag::Kind::other;
      if (tag.kind == SimpleTag::Kind::print) add_tag(at, tag.end);
      from = tag.end;
    }
  }

  void add_tag(std::size_t at, std::size_t end) {
    const auto base = scanner_.begin();
    PlainTag tag;
    tag.begin = static_cast<std::uint32_t>(base + at);
    tag.end = static_cast<std::uint32_t>(base + end);
    if (!keeps_space_) tag.space_at = static_cast<std::uint32_t>(text_start_ - 1);
    keeps_space_ = true;
    tag.paragraph = static_cast<std::uint32_t>(found_.paragraphs.size());
    tag.look = look();
    tag.has_markup = last_tag_end_ < base;
    last_tag_end_ = tag.end;
    found_.tags.push_back(tag);
  }

  /// Paragraphs side by side mostly look alike.
  std::uint32_t look() {
    const std::array typed{paragraph_start_, paragraph_properties_, run_start_, run_properties_};
    if (typed != last_typed_) {
      last_typed_ = typed;
      last_look_ = new_look();
    }
    return last_look_;
  }

  std::uint32_t new_look() {
    auto& looks = found_.looks;
    made_.clear();
    append_shared(made_, paragraph_start_);
    made_ += paragraph_properties_;
    append_shared(made_, run_start_);
    made_.append(run_properties_).append("<w:t><q:tag/></w:t></w:r></w:p>");
    const auto known = std::find(looks.rbegin(), looks.rend(), made_);
    if (known != looks.rend()) return static_cast<std::uint32_t>(looks.rend() - known - 1);
    looks.push_back(made_);
    return static_cast<std::uint32_t>(looks.size() - 1);
  }

  void finish() {
    auto& tags = found_.tags;
    const bool has_tags = tags.size() > first_tag_;
    const bool stays = is_plain_ && !in_block_ &&
                       !(has_tags && has_escape(bytes_.substr(begin_, scanner_.end() - begin_))) &&
                       !(has_list_ && has_loops()) && found_.looks.size() <= k_most_looks;
    if (!stays) {
      tags.resize(first_tag_);
      return note_block(bytes_.substr(begin_, scanner_.end() - begin_));
    }
    found_.has_lists = found_.has_lists || has_list_;
    const auto begin = static_cast<std::uint32_t>(begin_);
    const auto end = static_cast<std::uint32_t>(scanner_.end());
    auto& stretches = found_.stretches;
    if (stretches.empty() || stretches.back().end != begin) {
      stretches.push_back({begin, end, static_cast<std::uint32_t>(first_tag_), 0, 0, 0});
    }
    auto& stretch = stretches.back();
    stretch.end = end;
    stretch.tag_count += static_cast<std::uint32_t>(tags.size() - first_tag_);
    if (has_tags) {
      found_.paragraphs.push_back(
          {begin, end, static_cast<std::uint32_t>(stretches.size() - 1), stretch.paragraph_count});
    }
    ++stretch.paragraph_count;
  }

  /// In a block that repeats or keeps what is in it paragraphs are better left to the tree. Only a
  /// guess from the words: whoever writes the pieces knows.
  void note_block(std::string_view paragraph) {
    constexpr std::array<std::string_view, 5> k_words{"for", "macro", "call", "filter", "set"};
    if (paragraph.find("{%") == paragraph.npos) return;
    const auto closes = [&](std::string_view word) {
      return paragraph.find("end" + std::string(word)) != paragraph.npos;
    };
    const auto opens = [&](std::string_view word) {
      const auto at = paragraph.find(std::string(word) + " ");
      return at != paragraph.npos && (word != "set" || paragraph.find('=', at) == paragraph.npos);
    };
    if (std::any_of(k_words.begin(), k_words.end(), closes)) {
      in_block_ = false;
    } else if (std::any_of(k_words.begin(), k_words.end(), opens)) {
      in_block_ = true;
    }
  }

  /// Lists may begin anew in loops, so that all their items must be seen.
  bool has_loops() {
    if (!knows_loops_) has_loops_ = bytes_.find("endfor") != bytes_.npos;
    knows_loops_ = true;
    return has_loops_;
  }

  /// Past it looks are not searched for twins any more.
  static constexpr std::size_t k_most_looks = 200;

  std::string_view bytes_;
  XmlScanner scanner_;
  PlainParagraphs found_;
  std::string made_;
  std::array<std::string_view, 4> last_typed_;
  std::uint32_t last_look_ = 0;
  bool in_body_ = false;
  bool in_block_ = false;
  bool knows_loops_ = false;
  bool has_loops_ = false;
  // Up to its only text, of the last paragraph that has one and was read; empty: it has none.
  std::string_view head_;
  bool head_keeps_space_ = false;
  // Of the paragraph.
  bool is_inside_ = false;
  bool is_plain_ = false;
  bool has_list_ = false;
  bool has_content_ = false;  ///< of the run, or of the paragraph before its first run
  bool in_run_ = false;
  bool in_text_ = false;
  bool keeps_space_ = false;
  std::size_t only_text_ = 0;         ///< where it begins; 0: no text yet, npos: there are several
  std::size_t properties_depth_ = 0;  ///< 0: outside of properties
  std::size_t properties_begin_ = 0;
  std::size_t text_start_ = 0;
  std::size_t begin_ = 0;
  std::size_t first_tag_ = 0;
  std::size_t last_tag_end_ = 0;
  std::string_view paragraph_start_;
  std::string_view paragraph_properties_;
  std::string_view run_start_;
  std::string_view run_properties_;
};

}  // namespace

PlainParagraphs read_plain_paragraphs(std::string_view bytes, const std::string& file) {
  return PlainReader(bytes, file).read();
}

std::string with_marks(std::string_view bytes, const PlainParagraphs& plain) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t i = 0; i < plain.stretches.size(); ++i) {
    const auto& stretch = plain.stretches[i];
    out.append(bytes.substr(from, stretch.begin - from));
    out.append("<").append(k_mark).append(" n=\"").append(std::to_string(i)).append("\"/>");
    from = stretch.end;
  }
  out.append(bytes.substr(from));
  return out;
}

std::string words_of(std::string_view paragraph, std::size_t end) {
  // Here the paragraph is the first level.
  constexpr std::size_t k_text = k_text_depth - k_body_depth;
  std::string words;
  XmlScanner scanner(paragraph, {});
  bool in_text = false;
  for (auto token = scanner.next(); token != Token::done && scanner.begin() < end;
       token = scanner.next()) {
    if (token == Token::text) {
      const auto letters = scanner.text().substr(0, end - scanner.begin());
      append_unescaped(words, in_text ? letters : std::string_view());
    } else if (scanner.depth() == k_text) {
      in_text = token == Token::start && scanner.name() == "w:t";
      const char sign = token == Token::start ? sign_of(scanner.name()) : '\0';
      words.append(sign == '\0' ? 0 : 1, sign);
    }
  }
  return words;
}

}  // namespace quyche

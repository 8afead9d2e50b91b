// Filters that lay text out in lines: wordwrap, indent, center.
#include <algorithm>

#include "template/arguments.hpp"
#include "template/arithmetic.hpp"
#include "template/comparison.hpp"
#include "template/fault.hpp"
#include "template/filters.hpp"
#include "template/items.hpp"
#include "template/letters.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

Value indent(FilterCall& call) {
  const auto text = text_of(call.subject);
  const auto& width = call.argument(0);
  const bool first = flag_argument(call.argument(1), false);
  const bool blank = flag_argument(call.argument(2), false);
  std::string margin;
  if (width.is(Value::Kind::text)) {
    margin = width.as_text();
  } else {
    const auto spaces = std::max<std::int64_t>(whole_argument(width, "indent", 4), 0);
    check_size(static_cast<std::size_t>(spaces));
    margin.assign(static_cast<std::size_t>(spaces), ' ');
  }
  auto lines = lines_of(text + '\n', false);
  check_size(text.size() + bounded_product(lines.size(), margin.size()));
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool indented = i == 0 ? first : blank || !lines[i].empty();
    if (i > 0) out += '\n';
    if (indented) out += margin;
    out += lines[i];
  }
  return Value::text(std::move(out));
}

Value center(FilterCall& call) {
  const auto text = text_of(call.subject);
  const auto width = std::max<std::int64_t>(whole_argument(call.argument(0), "center", 80), 0);
  check_size(static_cast<std::size_t>(width));
  const auto used = static_cast<std::int64_t>(count_characters(text));
  if (used >= width) return Value::text(text);
  const auto missing = static_cast<std::size_t>(width - used);
  // Python puts the odd space on the left when the width is odd.
  const auto left = missing / 2 + (missing & static_cast<std::size_t>(width) & 1U);
  return Value::text(std::string(left, ' ') + text + std::string(missing - left, ' '));
}

struct WrapStyle {
  std::size_t width = 79;
  bool breaks_long_words = true;
  bool breaks_on_hyphens = true;
};

/// Runs of spaces and words, words cut behind their hyphens when asked.
std::vector<std::string> chunks_of(std::string_view line, const WrapStyle& style) {
  std::vector<std::string> chunks;
  bool was_space = false;
  bool behind_hyphen = false;
  std::size_t letters = 0;
  for (const auto character : characters_of(line)) {
    const bool space = is_space(character);
    const bool starts = chunks.empty() || space != was_space || (behind_hyphen && character != "-");
    if (starts) chunks.emplace_back();
    if (starts) letters = 0;
    chunks.back() += character;
    // textwrap cuts behind a hyphen that has two letters before it.
    behind_hyphen = style.breaks_on_hyphens && !space && character == "-" && letters >= 2;
    const bool letter = is_letter(character);
    letters = letter ? letters + 1 : 0;
    was_space = space;
  }
  return chunks;
}

bool is_blank(const std::string& chunk) { return is_space(characters_of(chunk).front()); }

/// Lays chunks into lines, as Python's textwrap does.
class Wrapper {
 public:
  explicit Wrapper(const WrapStyle& style) : style_(style) {}

  std::vector<std::string> wrap(const std::vector<std::string>& chunks) {
    for (const auto& chunk : chunks) add(chunk);
    end_line();
    return std::move(lines_);
  }

 private:
  void add(const std::string& chunk) {
    const auto length = count_characters(chunk);
    if (is_blank(chunk) && line_.empty() && !lines_.empty()) return;
    if (used_ + length <= style_.width) return put(chunk, length);
    if (length > style_.width) return add_long(chunk);
    end_line();
    if (!is_blank(chunk)) put(chunk, length);
  }

  void add_long(const std::string& chunk) {
    if (!style_.breaks_long_words) {
      end_line();
      return put(chunk, count_characters(chunk));
    }
    for (const auto character : characters_of(chunk)) {
      if (used_ >= style_.width) end_line();
      put(std::string(character), 1);
    }
  }

  void put(const std::string& chunk, std::size_t length) {
    line_.push_back(chunk);
    used_ += length;
  }

  void end_line() {
    if (!line_.empty() && is_blank(line_.back())) line_.pop_back();
    if (!line_.empty()) {
      lines_.emplace_back();
      for (const auto& chunk : line_) lines_.back() += chunk;
    }
    line_.clear();
    used_ = 0;
  }

  WrapStyle style_;
  std::vector<std::string> line_;
  std::vector<std::string> lines_;
  std::size_t used_ = 0;
};

Value word_wrap(FilterCall& call) {
  const auto text = text_of(call.subject);
  const auto width = whole_argument(call.argument(0), "wordwrap", 79);
  if (width < 1) throw TemplateFault({"template.bad-width", {std::to_string(width)}});
  const auto mark = text_argument(call.argument(2), "wordwrap", "\n");
  const WrapStyle style{static_cast<std::size_t>(width), flag_argument(call.argument(1), true),
                        flag_argument(call.argument(3), true)};
  std::string out;
  bool is_first = true;
  for (const auto& line : lines_of(text, false)) {
    auto wrapped = Wrapper(style).wrap(chunks_of(line, style));
    if (wrapped.empty()) wrapped.emplace_back();
    for (const auto& piece : wrapped) {
      if (!is_first) out += mark;
      is_first = false;
      out += piece;
      check_size(out.size());
    }
  }
  return Value::text(std::move(out));
}

}  // namespace

std::vector<FilterEntry> layout_filters() {
  return {
      {"indent", &indent, {"width", "first", "blank"}},
      {"center", &center, {"width"}},
      {"wordwrap", &word_wrap, {"width", "break_long_words", "wrapstring", "break_on_hyphens"}}};
}

}  // namespace quyche

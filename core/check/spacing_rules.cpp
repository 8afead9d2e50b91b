#include <array>
#include <string>
#include <string_view>

#include "base/byte_blocks.hpp"
#include "check/rules.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::check {
namespace {

constexpr std::array<std::string_view, 8> k_running{"text",  "basis",   "clause",    "clause_title",
                                                    "point", "article", "addressee", "title"};
constexpr std::size_t k_widest = 5;  // more spaces in a row place something on the line

bool is_spaced_text(const std::string& component) {
  for (const auto name : k_running) {
    if (component == name) return true;
  }
  return false;
}

// Most paragraphs have none of these: that is quickly seen.
bool may_be_wrong(std::string_view text) {
  Bytes sign{};
  for_each_block(text, [&](const ByteBlock& block, std::size_t, std::size_t) {
    const auto& [byte, before, two_before] = block;
    sign |= is_byte(before, ' ') &
            (is_byte(byte, ' ') | is_byte(byte, ',') | is_byte(byte, ';') | is_byte(byte, ')'));
  });
  return holds_anywhere(sign);
}

class SpacingRules {
 public:
  SpacingRules(const Paper& paper, Findings& found) : paper_(paper), found_(found) {}

  void check() {
    for (const auto& stretch : paper_.parts.all()) {
      const auto& paragraph = paper_.view.paragraphs[stretch.paragraph];
      const bool is_text = stretch.is_whole && paragraph.table == 0 && !paragraph.has_blank &&
                           !paragraph.legacy && is_spaced_text(stretch.component);
      if (!is_text) continue;
      const auto text = std::string_view(paragraph.text).substr(0, stretch.to);
      check_label(stretch, text);
      if (may_be_wrong(text)) check_text(stretch, text);
    }
  }

 private:
  void warn(Text message, const Stretch& stretch, std::size_t from, std::size_t to) {
    found_.add(Severity::warning, std::move(message), {stretch.paragraph, from, to, {}, false, {}},
               true, {});
  }

  // "2.Thu quỹ", "a)Thu quỹ".
  void check_label(const Stretch& stretch, std::string_view text) {
    auto at = stretch.from;
    while (at < text.size() && word::is_digit(text[at])) ++at;
    const bool is_number = at > stretch.from && at < text.size() && text[at] == '.';
    if (!is_number) {
      at = stretch.from + word::character_length(text, stretch.from);
      const bool is_letter =
          word::is_letter_at(text, stretch.from) && at < text.size() && text[at] == ')';
      if (!is_letter) return;
    }
    if (at + 1 >= text.size() || !word::is_letter_at(text, at + 1)) return;
    const auto label = std::string(text.substr(stretch.from, at + 1 - stretch.from));
    warn({"check.text.no-space", {label}}, stretch, stretch.from, at + 1);
  }

  void check_text(const Stretch& stretch, std::string_view text) {
    for (auto at = text.find(' ', stretch.from); at < text.size(); at = text.find(' ', at)) {
      const auto end = std::min(text.find_first_not_of(' ', at), text.size());
      if (end == text.size()) return;
      const auto count = end - at;
      const char next = text[end];
      const bool is_sign = next == ',' || next == ';' || next == ')';
      const bool is_layout = count > k_widest || text[end] == '\t' || text[at - 1] == '\t' ||
                             text[end] == '\n' || text[at - 1] == '\n';
      if (is_sign) {
        warn({"check.text.space-before", {std::string(1, next)}}, stretch, at, end + 1);
      } else if (count > 1 && !is_layout) {
        warn({"check.text.spaces", {}}, stretch, at, end);
      }
      at = end;
    }
  }

  const Paper& paper_;
  Findings& found_;
};

}  // namespace

void check_spaces(const Paper& paper, Findings& found) { SpacingRules(paper, found).check(); }

}  // namespace quyche::check

#include "check/closing_reader.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "check/check_words.hpp"
#include "model/word/document_words.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::check {
namespace {

constexpr std::size_t k_longest_position = 120;
constexpr std::ptrdiff_t k_longest_name = 7;  // words, a degree counted

bool begins_with_mark(std::string_view text, const WordList& marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](const auto& mark) { return text.starts_with(mark); });
}

bool may_be_name(std::string_view text) {
  const auto words = std::count(text.begin(), text.end(), ' ') + 1;
  return words >= 2 && words <= k_longest_name && capitalise(text) == text;
}

}  // namespace

bool is_authority(std::string_view text) {
  const auto typed = upper(squeeze(text));
  return begins_with_mark(typed, check_words().party_marks) ||
         begins_with_mark(typed, check_words().state_marks);
}

bool is_position(std::string_view shown) {
  return shown.size() <= k_longest_position && word::is_all_caps(shown) &&
         begins_with(shown, check_words().positions);
}

void ClosingReader::read(std::vector<Stretch>& stretches) {
  for (auto& stretch : stretches) {
    const auto& paragraph = view_.paragraphs[stretch.paragraph];
    if (paragraph.is_aside) continue;
    // Set with tabs, what stands at the right is another column than what stands at the left.
    const bool is_right = paragraph.table == 0 && (stretch.from > 0 || stretch.is_whole);
    const int column = paragraph.table > 0 ? paragraph.column : is_right ? 1 : 0;
    stretch.component = name(stretch, columns_[{paragraph.table, column}]);
    if (stretch.component == "recipients_heading" && paragraph.table == 0) {
      columns_[{0, 0}].has_recipients = columns_[{0, 1}].has_recipients = true;
    }
  }
}

bool ClosingReader::names_office(std::string_view text, std::string_view shown,
                                 const Column& column) {
  if (is_position(shown)) return true;
  if (column.has_position) return false;
  const bool is_unforeseen = column.wants_signer && word::is_all_caps(shown);
  return is_unforeseen || (begins_with(text, check_words().positions) && !column.has_recipients);
}

std::string ClosingReader::name(const Stretch& stretch, Column& column) const {
  const auto& paragraph = view_.paragraphs[stretch.paragraph];
  const auto text = squeeze(paragraph.text.substr(stretch.from, stretch.to - stretch.from));
  const auto shown = paragraph.shown(stretch.from, stretch.to);
  if (key(text).starts_with(word::document_words().recipients)) {
    column.has_recipients = true;
    return "recipients_heading";
  }
  if (is_authority(text)) {
    column.wants_signer = true;
    return "authority";
  }
  if (column.has_recipients && word::is_dash_line(text)) return "recipient";
  if (column.has_recipients && paragraph.label == "-") return "recipient";
  if (word::is_rule_line(text)) return {};
  if (names_office(text, shown, column)) {
    column.wants_signer = column.has_position = true;
    return "position";
  }
  if (begins_with(text, check_words().signed_marks) || text.starts_with('(')) return {};
  if (!column.wants_signer || !may_be_name(text)) return {};
  column.wants_signer = column.has_position = false;
  return "signer";
}

}  // namespace quyche::check

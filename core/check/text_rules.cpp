#include <algorithm>
#include <string>
#include <string_view>

#include "base/byte_blocks.hpp"
#include "base/legacy_encoding.hpp"
#include "base/text.hpp"
#include "check/check_words.hpp"
#include "check/date_pattern.hpp"
#include "check/look_alike.hpp"
#include "check/rules.hpp"
#include "model/word/blank_pattern.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::check {
namespace {

using Paragraphs = std::vector<ViewParagraph>;

Stretch whole(const Paragraphs& paragraphs, std::size_t index) {
  return {index, 0, paragraphs[index].text.size(), {}, true, {}};
}

Stretch marked(std::size_t index, std::size_t from, std::size_t to) {
  return {index, from, to, {}, false, {}};
}

void check_dates(const Paper& paper, Findings& found) {
  const auto& paragraphs = paper.view.paragraphs;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const auto& text = paragraphs[i].text;
    for (const auto& date : find_folded_dates(paragraphs[i].folded)) {
      const auto typed = text.substr(date.from, date.to - date.from);
      if (!date.has_year) {
        if (lower(squeeze(typed)) == date.right) continue;
        found.add(Severity::warning, {"check.fmt-08.short", {squeeze(typed), date.right}},
                  marked(i, date.from, date.to), true, {{"hint.check-zero", {}}});
      } else if (!date.day) {
        found.add(Severity::error, {"check.fmt-08.no-such-day", {squeeze(typed)}},
                  marked(i, date.from, date.to), true, {});
      } else if (lower(squeeze(typed)) != lower(date.right)) {
        found.add(Severity::error, {"check.fmt-08.zero", {squeeze(typed), date.right}},
                  marked(i, date.from, date.to), true, {{"hint.check-zero", {}}});
      }
    }
  }
}

// A row of dots between a signature's office and name, or under it, is where the pen goes.
bool is_place_to_sign(const Paper& paper, std::size_t index, const std::string& text) {
  return index >= paper.parts.closing_from() && index < paper.parts.appendix_from() &&
         word::is_rule_line(text);
}

// Most paragraphs have no sign that a blank has, "[", "_", "..", ". .", "{{", "…": that is quickly
// seen.
bool may_hold_blank(std::string_view text) {
  Bytes sign{};
  for_each_block(text, [&](const ByteBlock& block, std::size_t, std::size_t) {
    const auto& [byte, before, two_before] = block;
    const auto stop_before =
        is_byte(before, '.') | (is_byte(two_before, '.') & is_byte(before, ' '));
    sign |= is_byte(byte, '[') | is_byte(byte, '_') | (is_byte(byte, '.') & stop_before) |
            (is_byte(byte, '{') & is_byte(before, '{')) |
            (is_byte(byte, 0xA6) & is_byte(before, 0x80) & is_byte(two_before, 0xE2));
  });
  return holds_anywhere(sign);
}

void check_blanks(const Paper& paper, Findings& found) {
  const auto& paragraphs = paper.view.paragraphs;
  if (paper.view.is_form) {
    found.add(Severity::note, {"check.fmt-13.form", {std::to_string(paper.view.blanks)}});
    return;
  }
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const auto& paragraph = paragraphs[i];
    if (paragraph.has_blank) {
      found.add(Severity::error, {"check.fmt-13.empty-control", {}}, whole(paragraphs, i));
    }
    if (!may_hold_blank(paragraph.text)) continue;
    for (const auto& blank : word::find_blanks(paragraph.text)) {
      if (is_place_to_sign(paper, i, squeeze(paragraph.text))) continue;
      const auto typed = paragraph.text.substr(blank.from, blank.to - blank.from);
      found.add(Severity::error, {"check.fmt-13.blank", {typed}}, marked(i, blank.from, blank.to),
                true, {});
    }
  }
}

}  // namespace

void check_words_of_text(const Paper& paper, Findings& found) {
  check_dates(paper, found);
  check_blanks(paper, found);
}

bool check_encoding(const Components& parts, Findings& found) {
  const auto& paragraphs = parts.view().paragraphs;
  std::size_t all = 0;
  std::size_t legacy = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (word::trimmed(paragraphs[i].text).empty()) continue;
    ++all;
    if (paragraphs[i].is_clean) continue;
    const auto& raw = paragraphs[i].raw;
    if (const auto& encoding = paragraphs[i].legacy) {
      ++legacy;
      const bool is_vni = *encoding == LegacyEncoding::vni;
      found.add(Severity::error, {"check.fmt-11.legacy", {is_vni ? "VNI" : "TCVN3 (ABC)"}},
                whole(paragraphs, i), {{"hint.check-legacy", {}}});
      continue;
    }
    if (!look_alike_in(raw).empty()) {
      found.add(Severity::error, {"check.fmt-11.look-alike", {std::string(look_alike_in(raw))}},
                whole(paragraphs, i), {{"hint.check-fixable", {}}});
    }
    if (!is_normalised(raw)) {
      found.add(Severity::error, {"check.fmt-11.nfd", {}}, whole(paragraphs, i),
                {{"hint.check-fixable", {}}});
    }
  }
  return legacy * 3 < all || legacy == 0;
}

}  // namespace quyche::check

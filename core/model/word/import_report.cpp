#include "model/word/import_report.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::word {
namespace {

constexpr std::size_t k_excerpt = 120;

/// One line of at most k_excerpt bytes; fields show as an ellipsis.
std::string shortened(std::string_view text) {
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    const bool is_mark = text.substr(at, k_mark.size()) == k_mark;
    words += is_mark ? k_ellipsis : text.substr(at, 1);
    at += is_mark ? k_mark.size() : 1;
  }
  words = squeeze(words);
  if (words.size() <= k_excerpt) return words;
  auto end = words.rfind(' ', k_excerpt);
  if (end == std::string::npos) end = k_excerpt;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
  return words.substr(0, end).append(" ").append(k_ellipsis);
}

}  // namespace

void ImportReport::add(Severity severity, Text message, int paragraph, std::string_view excerpt,
                       std::vector<Text> hints) {
  has_more_ = has_more_ || is_full();
  if (has_more_) return;
  Place place{file_, {}, shortened(excerpt), 0, 0};
  if (paragraph > 0) {
    place.steps.push_back({PlaceStep::Kind::paragraph, std::to_string(paragraph)});
  }
  findings_.push_back(
      {paragraph, {severity, std::move(message), std::move(place), std::move(hints)}});
}

void ImportReport::deliver(Diagnostics& found) {
  std::stable_sort(findings_.begin(), findings_.end(), [](const Entry& left, const Entry& right) {
    return left.paragraph < right.paragraph;
  });
  for (auto& entry : findings_) found.add(std::move(entry.finding));
  findings_.clear();
  if (!std::exchange(has_more_, false)) return;
  found.add({Severity::warning,
             {"import.more-findings", {std::to_string(k_most)}},
             {file_, {}, {}, 0, 0},
             {}});
}

}  // namespace quyche::word

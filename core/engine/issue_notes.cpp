#include "engine/issue_notes.hpp"

#include <algorithm>
#include <vector>

#include "base/date.hpp"
#include "base/named_value.hpp"
#include "check/date_pattern.hpp"
#include "engine/village_record.hpp"

namespace quyche {
namespace {

bool is_empty(const Values& record, std::string_view name) {
  return value_of(record, name).empty();
}

bool is_issued(const Values& record) {
  return is_empty(record, k_state) || value_of(record, k_state) == k_state_issued;
}

constexpr std::size_t k_listed = 4;

/// "Tổ phó (12); Số hộ (3); …": the most frequent first.
std::string listed(const std::map<std::string, std::size_t>& counts) {
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& one, const auto& other) { return one.second > other.second; });
  std::string text;
  for (std::size_t i = 0; i < std::min(sorted.size(), k_listed); ++i) {
    const auto& [label, count] = sorted[i];
    text += (text.empty() ? "" : "; ") + label + " (" + std::to_string(count) + ")";
  }
  return sorted.size() > k_listed ? text + "; …" : text;
}

}  // namespace

void IssueNotes::see_given(const Values& record, Date day) {
  if (is_empty(record, "issue_date") && undated_++ == 0) first_day_ = day;
  if (is_issued(record) && is_empty(record, "number")) ++unnumbered_;
}

void IssueNotes::see_completed(const Values& record, const LocalRegulation& local, Date day) {
  if (is_issued(record)) see_open_fields(record, local);
  see_bases(local, day);
}

void IssueNotes::see_open_fields(const Values& record, const LocalRegulation& local) {
  bool is_complete = true;
  for (const auto& field : local.text.fields) {
    if (field.level != Level::village || !is_empty(record, field.name)) continue;
    ++open_[field.label];
    is_complete = false;
  }
  if (!is_complete) ++incomplete_;
}

void IssueNotes::see_bases(const LocalRegulation& local, Date day) {
  for (const auto& basis : local.text.bases) {
    const auto value = local.values.find(basis.field);
    if (basis.field.empty() || value == local.values.end()) continue;
    const auto dates = check::find_dates(value->second);
    const bool is_younger =
        std::any_of(dates.begin(), dates.end(), [day](const auto& date) { return date.day > day; });
    if (is_younger) ++younger_bases_[value->second];
  }
}

void IssueNotes::report(const std::string& file, std::optional<Date> given_day,
                        Diagnostics& found) const {
  const auto add = [&](Severity severity, const std::string& code, std::vector<std::string> words) {
    found.add({severity, {code, std::move(words)}, {file, {}, {}, 0, 0}, {{"hint." + code, {}}}});
  };
  for (const auto& [basis, rows] : younger_bases_) {
    add(Severity::warning, "issue.younger-basis", {std::to_string(rows), basis});
  }
  if (undated_ > 0 && !given_day) {
    add(Severity::note, "issue.undated", {std::to_string(undated_), short_date(*first_day_)});
  }
  if (unnumbered_ > 0) add(Severity::note, "issue.unnumbered", {std::to_string(unnumbered_)});
  if (incomplete_ > 0) {
    add(Severity::note, "issue.open-blanks", {std::to_string(incomplete_), listed(open_)});
  }
}

}  // namespace quyche

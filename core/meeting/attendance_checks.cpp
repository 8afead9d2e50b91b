// Attendance: sums of the totals, totals against the list (MIN-01), the share present (MIN-02).

#include <map>

#include "base/text.hpp"
#include "meeting/inspection.hpp"

namespace quyche::meeting {
namespace {

void check_sum(Inspection& inspection, const Rule& rule, const Totals& totals) {
  if (!totals.convened || !totals.present) return;
  const int excused = totals.excused.value_or(0);
  const int absent = totals.absent.value_or(0);
  const int sum = *totals.present + excused + absent;
  // Without a word about the absent there is nothing to add up, but nobody comes twice.
  const bool is_partial = !totals.excused && !totals.absent;
  if (is_partial ? sum <= *totals.convened : sum == *totals.convened) return;
  inspection.add(rule,
                 {"meeting.attendance-sum",
                  {std::to_string(*totals.present), std::to_string(excused), std::to_string(absent),
                   std::to_string(sum), std::to_string(*totals.convened)}},
                 step_to("attendance"));
}

/// A number that cannot be above another, with their names in the file.
struct Bound {
  const char* part_name;
  const std::optional<int>& part;
  const char* whole_name;
  const std::optional<int>& whole;
};

void check_bounds(Inspection& inspection, const Rule& rule, const Totals& totals) {
  const Bound bounds[] = {
      {"full", totals.full, "convened", totals.convened},
      {"cluster", totals.cluster, "convened", totals.convened},
      {"present", totals.present, "cluster", totals.cluster},
      {"probationary", totals.probationary, "convened", totals.convened},
      {"excluded", totals.excluded, "full", totals.full},
      {"present_full", totals.present_full, "full", totals.full},
      {"present_full", totals.present_full, "present", totals.present},
      {"present_probationary", totals.present_probationary, "probationary", totals.probationary},
      {"present_probationary", totals.present_probationary, "present", totals.present},
  };
  for (const auto& bound : bounds) {
    if (!bound.part || !bound.whole || *bound.part <= *bound.whole) continue;
    inspection.add(rule,
                   {"meeting.part-above-whole",
                    {bound.part_name, std::to_string(*bound.part), bound.whole_name,
                     std::to_string(*bound.whole)}},
                   step_to("attendance"));
  }
}

/// A total and the same number as the list gives it.
struct Pair {
  const char* name;
  const std::optional<int>& total;
  int listed;
};

void check_list(Inspection& inspection, const Rule& rule, const Totals& totals) {
  const auto& heads = inspection.heads();
  if (!heads.is_listed) return;
  const Pair pairs[] = {
      {"convened", totals.convened, heads.convened},
      {"full", totals.full, heads.full},
      {"probationary", totals.probationary, heads.probationary},
      {"excluded", totals.excluded, heads.excluded},
      {"present", totals.present, heads.present},
      {"present_full", totals.present_full, heads.present_full},
      {"present_probationary", totals.present_probationary, heads.present_probationary},
      {"excused", totals.excused, heads.excused},
      {"absent", totals.absent, heads.absent},
  };
  for (const auto& pair : pairs) {
    if (!pair.total || *pair.total == pair.listed) continue;
    inspection.add(rule,
                   {"meeting.list-differs",
                    {pair.name, std::to_string(*pair.total), std::to_string(pair.listed)}},
                   step_to("attendance"));
  }
}

// One vote a household: a number that stands twice would count twice.
void check_households(Inspection& inspection, const Rule& rule) {
  const auto& households = inspection.meeting().attendance.households;
  std::map<std::string, std::size_t> first;
  for (std::size_t at = 0; at < households.size(); ++at) {
    const auto number = squeeze(households[at].number);
    if (number.empty()) continue;
    const auto [known, fresh] = first.emplace(number, at);
    if (fresh) continue;
    inspection.add(rule, {"meeting.twin-household", {number, households[known->second].head}},
                   {{PlaceStep::Kind::field, "attendance"},
                    {PlaceStep::Kind::field, "households"},
                    {PlaceStep::Kind::entry, std::to_string(at + 1)}});
  }
}

// Those who do not count and are not there do not lower the share.
void check_share(Inspection& inspection, const Rule& rule) {
  const auto& heads = inspection.heads();
  const int base = heads.convened - heads.excluded;
  if (base <= 0 || is_reached(*rule.threshold, heads.present, base)) return;
  inspection.add(rule,
                 {"meeting.low-attendance",
                  {std::to_string(heads.present), std::to_string(base),
                   std::to_string(needed_votes(*rule.threshold, base))}},
                 step_to("attendance"));
}

}  // namespace

void check_attendance(Inspection& inspection) {
  const auto& totals = inspection.meeting().attendance.totals;
  for (const auto* rule : inspection.rules(Test::counts)) {
    check_sum(inspection, *rule, totals);
    check_bounds(inspection, *rule, totals);
    check_list(inspection, *rule, totals);
    check_households(inspection, *rule);
  }
  for (const auto* rule : inspection.rules(Test::attendance)) check_share(inspection, *rule);
}

}  // namespace quyche::meeting

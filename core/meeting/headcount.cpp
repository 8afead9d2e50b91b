#include "meeting/headcount.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace quyche::meeting {
namespace {

// Those who preside are named in every list, also in one of the absent only.
constexpr int k_presiding = 2;

/// Full members who do not count: always when suspended or active elsewhere, else when not there.
bool is_excluded(const Attendee& attendee) {
  switch (attendee.standing) {
    case Standing::active:
      return false;
    case Standing::elsewhere:
    case Standing::suspended:
      return true;
    case Standing::exempt:
    case Standing::excused_throughout:
      return attendee.presence != Presence::present;
  }
  return false;
}

void count_presence(Presence presence, Headcount& count) {
  ++count.convened;
  count.present += presence == Presence::present ? 1 : 0;
  count.excused += presence == Presence::excused ? 1 : 0;
  count.absent += presence == Presence::absent ? 1 : 0;
}

void count_member(const Attendee& attendee, Headcount& count) {
  if (attendee.membership == Membership::guest) return;
  count_presence(attendee.presence, count);
  const int is_present = attendee.presence == Presence::present ? 1 : 0;
  if (attendee.membership == Membership::probationary) {
    ++count.probationary;
    count.present_probationary += is_present;
  }
  if (attendee.membership != Membership::full) return;
  ++count.full;
  count.present_full += is_present;
  count.excluded += is_excluded(attendee) ? 1 : 0;
  count.voters += is_excluded(attendee) ? 0 : is_present;
}

Headcount count_totals(const Totals& totals) {
  Headcount count;
  count.convened = totals.convened.value_or(totals.present.value_or(0) +
                                            totals.excused.value_or(0) + totals.absent.value_or(0));
  count.probationary = totals.probationary.value_or(0);
  count.full = totals.full.value_or(count.convened - count.probationary);
  count.excluded = totals.excluded.value_or(0);
  count.excused = totals.excused.value_or(0);
  count.absent = totals.absent.value_or(0);
  count.present = totals.present.value_or(count.convened - count.excused - count.absent);
  count.present_probationary = totals.present_probationary.value_or(0);
  count.present_full = totals.present_full.value_or(count.present - count.present_probationary);
  return count;
}

}  // namespace

Headcount count_list(const Meeting& meeting) {
  Headcount count;
  if (is_party(meeting.kind)) {
    for (const auto& attendee : meeting.attendance.people) count_member(attendee, count);
    count.counted = count.full - count.excluded;
    count.is_listed =
        count.present > k_presiding || (count.present > 0 && !meeting.attendance.totals.convened &&
                                        !meeting.attendance.totals.present);
  } else {
    for (const auto& household : meeting.attendance.households) {
      count_presence(household.presence, count);
    }
    count.counted = count.convened;
    count.voters = count.present;
    count.is_listed = count.present > 0;
  }
  return count;
}

Headcount count_heads(const Meeting& meeting) {
  auto count = count_list(meeting);
  if (count.is_listed) {
    // Only those of the cluster are in the list; shares are of all households of the village.
    const auto& whole = meeting.attendance.totals.convened;
    if (meeting.kind == Kind::cluster && whole) count.convened = count.counted = *whole;
    return count;
  }
  count = count_totals(meeting.attendance.totals);
  const bool party = is_party(meeting.kind);
  count.counted = std::max(party ? count.full - count.excluded : count.convened, 0);
  count.voters = std::max(party ? count.present_full : count.present, 0);
  return count;
}

const Attendee* find_attendee(const Meeting& meeting, const std::string& name) {
  const auto& people = meeting.attendance.people;
  // Of two of one name who was there comes first.
  const Attendee* absent = nullptr;
  for (const auto& attendee : people) {
    if (attendee.name != name) continue;
    if (attendee.presence == Presence::present) return &attendee;
    if (absent == nullptr) absent = &attendee;
  }
  if (absent != nullptr) return absent;
  const auto key = match_key(name);
  for (const auto& attendee : people) {
    if (match_key(attendee.name) == key) return &attendee;
  }
  return nullptr;
}

std::vector<std::string> listed_names(const Meeting& meeting) {
  std::vector<std::string> names;
  for (const auto& attendee : meeting.attendance.people) names.push_back(attendee.name);
  for (const auto& household : meeting.attendance.households) {
    names.push_back(household.representative.empty() ? household.head : household.representative);
  }
  return names;
}

}  // namespace quyche::meeting

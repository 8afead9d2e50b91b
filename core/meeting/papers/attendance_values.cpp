#include "meeting/papers/attendance_values.hpp"

#include "meeting/headcount.hpp"
#include "meeting/meeting_names.hpp"
#include "paper/value_map.hpp"

namespace quyche::meeting {
namespace {

Value attendee_value(const Attendee& person) {
  return ValueMapBuilder()
      .text("name", person.name)
      .text("post", person.post)
      .text("membership", name_of(k_membership_names, person.membership))
      .text("standing", name_of(k_standing_names, person.standing))
      .text("presence", name_of(k_presence_names, person.presence))
      .text("reason", person.reason)
      .take();
}

Value household_value(const Household& house) {
  const auto& who = house.representative.empty() ? house.head : house.representative;
  return ValueMapBuilder()
      .text("number", house.number)
      .text("head", house.head)
      .text("representative", who)
      .text("presence", name_of(k_presence_names, house.presence))
      .text("reason", house.reason)
      .take();
}

bool is_member(const Attendee& person) { return person.membership != Membership::guest; }

/// Those of a list whom `wanted` picks, as values.
template <typename Wanted>
Value picked(const std::vector<Attendee>& people, const Wanted& wanted) {
  std::vector<Value> values;
  for (const auto& person : people) {
    if (wanted(person)) values.push_back(attendee_value(person));
  }
  return Value::list(std::move(values));
}

void add_counts(ValueMapBuilder& value, const Headcount& count) {
  value.whole("convened", count.convened).whole("full", count.full);
  value.whole("probationary", count.probationary).whole("excluded", count.excluded);
  value.whole("entitled", count.counted).whole("voters", count.voters);
  value.whole("present", count.present).whole("present_full", count.present_full);
  value.whole("present_probationary", count.present_probationary);
  value.whole("excused_count", count.excused).whole("absent_count", count.absent);
}

void add_lists(ValueMapBuilder& value, const Meeting& meeting) {
  const auto& attendance = meeting.attendance;
  const auto& people = attendance.people;
  const bool party = is_party(meeting.kind);
  const auto by_presence = [&people](Presence presence) {
    return picked(people, [=](const Attendee& person) {
      return is_member(person) && person.presence == presence;
    });
  };
  const auto by_standing = [&people](Standing standing) {
    return picked(people, [=](const Attendee& person) { return person.standing == standing; });
  };
  value.add("excused", by_presence(Presence::excused));
  value.add("absent", by_presence(Presence::absent));
  value.add("exempt", by_standing(Standing::exempt));
  value.add("elsewhere", by_standing(Standing::elsewhere));
  value.add("members", party ? picked(people, is_member) : Value::list({}));
  value.add("temporary", picked(people, [](const Attendee& person) {
              return person.membership == Membership::temporary;
            }));
  value.add("guests", picked(people, [&](const Attendee& person) {
              // In a village those who preside are no guests, whatever list they stand in.
              return party ? !is_member(person)
                           : person.name != meeting.chair.name &&
                                 person.name != meeting.minute_taker.name;
            }));
  value.add("households", list_of(attendance.households, household_value));
}

}  // namespace

Value attendance_values(const Meeting& meeting) {
  ValueMapBuilder value;
  add_counts(value, count_heads(meeting));
  add_lists(value, meeting);
  return value.take();
}

}  // namespace quyche::meeting

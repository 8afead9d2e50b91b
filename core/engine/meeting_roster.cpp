#include "engine/meeting_roster.hpp"

#include "base/date.hpp"
#include "base/staged_file.hpp"
#include "base/text.hpp"
#include "meeting/meeting_names.hpp"
#include "meeting/papers/paper_values.hpp"
#include "xlsx/roster_workbook.hpp"

namespace quyche {
namespace {

constexpr const char* k_meeting_rosters_folder = "/templates/meetings/rosters/";

using meeting::Attendee;
using meeting::Household;
using meeting::Meeting;

RosterDefinition definition(Workshop& workshop, const char* name) {
  const auto path = workshop.options().data_folder + k_meeting_rosters_folder + name;
  return read_roster_definition(workshop.files().read(path), path);
}

std::string field_of(const Attendee& person, const std::string& column) {
  if (column == "name") return person.name;
  if (column == "post") return person.post;
  if (column == "membership") return name_of(meeting::k_membership_names, person.membership);
  if (column == "presence") return name_of(meeting::k_presence_names, person.presence);
  if (column == "reason") return person.reason;
  return {};
}

std::string field_of(const Household& house, const std::string& column) {
  if (column == "number") return house.number;
  if (column == "head") return house.head;
  if (column == "representative") return house.representative;
  if (column == "presence") return name_of(meeting::k_presence_names, house.presence);
  if (column == "reason") return house.reason;
  return {};
}

template <typename Items>
RosterRows rows_of(const Items& items, const RosterDefinition& roster) {
  return [&items, &roster](const TakeRow& take) {
    for (const auto& item : items) {
      RosterCells cells;
      for (const auto& column : roster.columns) {
        cells.push_back(shown_value(column, field_of(item, column.name)));
      }
      take(cells);
    }
  };
}

RosterPage page_of(const Meeting& meeting) {
  RosterPage page;
  const bool party = meeting::is_party(meeting.kind);
  page.organ = upper(party ? meeting.unit.cell : meeting.unit.village);
  page.subtitle = capitalise(long_date(meeting.date));
  page.place = meeting::locality(meeting.unit.commune) + ", " + long_date(meeting.date);
  page.created = meeting.date;
  return page;
}

}  // namespace

MeetingRosters::MeetingRosters(Workshop& workshop)
    : members(definition(workshop, "members.xml")),
      households(definition(workshop, "households.xml")) {}

bool has_roster(const Meeting& meeting) {
  const auto& attendance = meeting.attendance;
  return meeting::is_party(meeting.kind) ? !attendance.people.empty()
                                         : !attendance.households.empty();
}

std::string make_meeting_roster(Files& files, const MeetingRosters& rosters, const Meeting& meeting,
                                const std::string& path) {
  const auto& attendance = meeting.attendance;
  const bool party = meeting::is_party(meeting.kind);
  const auto& roster = party ? rosters.members : rosters.households;
  const auto rows =
      party ? rows_of(attendance.people, roster) : rows_of(attendance.households, roster);
  const StagedFile file(path);  // read back and thrown away
  (void)write_roster(roster, page_of(meeting), rows, file.temporary());
  return files.read(file.temporary());
}

}  // namespace quyche

#include "engine/meeting_register.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"
#include "engine/cell_words.hpp"
#include "engine/meeting_desk.hpp"
#include "engine/register_job.hpp"
#include "meeting/meeting_file.hpp"
#include "meeting/meeting_names.hpp"
#include "meeting/task_list.hpp"
#include "register/history.hpp"

namespace quyche {
namespace {

using meeting::Attendee;
using meeting::Kind;
using meeting::Meeting;

int count_of(const std::string& text) {
  const bool is_number =
      !text.empty() && text.size() < 7 && text.find_first_not_of("0123456789") == std::string::npos;
  return is_number ? std::stoi(text) : 0;
}

meeting::Unit unit_of(const CellCard& card, const CellWords& words) {
  meeting::Unit unit;
  unit.cell = words.cell;
  unit.village = words.village;
  unit.commune = unit_title(card.commune);
  unit.commune_code = card.commune.code;
  unit.district = card.district;
  unit.province = card.province;
  unit.upper_party_body = words.upper_party_body;
  return unit;
}

meeting::Person person_of(const CellCard& card, const CellWords& words, const char* title) {
  const auto* holder = card.holder(title);
  return holder == nullptr ? meeting::Person{}
                           : meeting::Person{holder->person.text("name"), words.post(title)};
}

std::string posts_text(const CellPerson& one, const CellWords& words) {
  std::string text;
  for (const auto& title : one.titles) {
    const auto post = words.post(title);
    text += text.empty() ? post : ", " + post;
  }
  return text;
}

Attendee attendee_of(const CellPerson& one, const CellWords& words) {
  Attendee attendee;
  attendee.name = one.person.text("name");
  attendee.post = posts_text(one, words);
  const auto& status = one.person.text("member_status");
  if (status == "probationary") attendee.membership = meeting::Membership::probationary;
  if (status == "temporary") attendee.membership = meeting::Membership::temporary;
  if (status == "exempt") attendee.standing = meeting::Standing::exempt;
  if (status == "away") attendee.standing = meeting::Standing::elsewhere;
  return attendee;
}

bool is_called(const CellPerson& one, Kind kind) {
  if (!one.is_member()) return false;
  return kind != Kind::cell_committee || one.holds("secretary") || one.holds("deputy_secretary") ||
         one.holds("committee_member");
}

void fill_people(const CellCard& card, const CellWords& words, Meeting& record,
                 Diagnostics& found) {
  auto& people = record.attendance.people;
  people.clear();
  for (const auto& one : card.people) {
    if (is_called(one, record.kind)) people.push_back(attendee_of(one, words));
  }
  const auto full = count_of(card.cell.text("member_count_official"));
  const auto named = std::count_if(people.begin(), people.end(), [](const Attendee& one) {
    return one.membership == meeting::Membership::full;
  });
  if (record.kind == Kind::cell_committee || full <= named) return;
  found.add({Severity::warning,
             {"meeting.few-members", {words.cell, std::to_string(full), std::to_string(named)}},
             {},
             {{"hint.meeting-members", {}}}});
}

void fill_chair(const CellCard& card, const CellWords& words, Meeting& record) {
  const bool party = is_party(record.kind);
  const auto head = person_of(card, words, "village_head");
  const auto chair = party ? person_of(card, words, "secretary") : head;
  if (chair.name.empty()) return;
  record.chair = chair;
  record.convened_by = chair.name;
  if (record.agenda.empty()) return;
  auto& first = record.agenda.front();
  first.proposed_by = first.presented_by = chair.name;
  const auto partner = party ? head : person_of(card, words, "secretary");
  first.agreed_by.clear();
  if (!partner.name.empty() && partner.name != chair.name) first.agreed_by.push_back(partner.name);
}

/// What the meetings before, of the cell or of its village, left undone.
std::vector<meeting::Task> left_tasks(Store& store, const Record& cell, const Meeting& record) {
  std::vector<Meeting> before;
  for (const auto& row : store.select("meeting", "cell_id=" + std::to_string(cell.id))) {
    auto kept = meeting::read_meeting(row.text("record"), row.text("file"));
    if (is_party(kept.kind) != is_party(record.kind) || kept.date >= record.date) continue;
    kept.unit = record.unit;  // cells are renamed, their tasks stay
    before.push_back(std::move(kept));
  }
  return meeting::open_tasks(std::move(before), record.date);
}

/// Which cell of the register a record is of.
class CellOfRecord {
 public:
  CellOfRecord(Workshop& workshop, Store& store, const UnitTree& units)
      : store_(store), units_(units), wording_(workshop) {}

  Record find(const Meeting& record) {
    auto& day = on(record.date);
    std::vector<std::string> names;
    for (const auto& cell : day.cells) {
      const auto& commune = day.lookup.commune_of(cell);
      if (!is_commune(record.unit, commune)) continue;
      const auto words = wording_.words(cell, commune, record.date);
      if (is_named(record.unit, words) || is_named(record.unit, cell.text("name"))) return cell;
      names.push_back(words.cell);
    }
    const auto& unit = record.unit;
    const auto& name = unit.cell.empty() ? unit.village : unit.cell;
    std::vector<Text> hints{{"hint.meeting-cell", {}}};
    if (const auto near = nearest(name, names); !near.empty()) {
      hints.insert(hints.begin(), {"hint.did-you-mean", {near}});
    }
    throw Error(Diagnostic{Severity::error,
                           {"meeting.unknown-cell", {name, unit.commune, short_date(record.date)}},
                           {record.file, {}, {}, 0, 0},
                           std::move(hints)});
  }

 private:
  static bool is_commune(const meeting::Unit& unit, const UnitForm& commune) {
    if (!unit.commune_code.empty()) return unit.commune_code == commune.code;
    return match_key(unit.commune) == match_key(unit_title(commune));
  }
  static bool is_named(const meeting::Unit& unit, const CellWords& words) {
    return is_named(unit, words.cell) || is_named(unit, words.village);
  }
  static bool is_named(const meeting::Unit& unit, const std::string& name) {
    const auto key = match_key(name);
    return match_key(unit.cell) == key || match_key(unit.village) == key;
  }

  /// The cells of one day, looked up once for all records of it.
  struct DayCells {
    CellLookup lookup;
    std::vector<Record> cells;
  };
  DayCells& on(Date date) {
    auto& day = days_[iso(date)];
    if (day == nullptr) {
      CellLookup lookup(store_, units_, iso(date), {});
      auto cells = lookup.all();
      day = std::make_unique<DayCells>(DayCells{std::move(lookup), std::move(cells)});
    }
    return *day;
  }

  Store& store_;
  const UnitTree& units_;
  CellWording wording_;
  std::map<std::string, std::unique_ptr<DayCells>> days_;
};

class Keeping {
 public:
  Keeping(Workshop& workshop, const KeepMeetingsJob& job)
      : workshop_(workshop),
        job_(job),
        desk_(workshop),
        store_(open_register(workshop, job.view)) {}

  RegisterResult run() {
    std::string source;
    for (const auto& file : job_.files) source += (source.empty() ? "" : "; ") + file;
    Change change(store_, "import", current_actor(), source);
    const UnitTree units(store_);
    CellOfRecord cells(workshop_, store_, units);
    Diagnostics found;
    for (const auto& file : job_.files) {
      try {
        keep(file, cells, change);
      } catch (const Error& error) {
        found.add(error.findings());
      }
    }
    found.throw_if_errors();
    result_.changes = table_changes(change);
    if (!workshop_.options().dry_run) change.commit();
    return std::move(result_);
  }

 private:
  void keep(const std::string& file, CellOfRecord& cells, Change& change) {
    const auto read = desk_.read(file);
    check(read);
    const auto& record = read.meeting;
    const auto cell = std::to_string(cells.find(record).id);
    const auto kind = name_of(meeting::k_kind_names, record.kind);
    const Values values{{"cell_id", cell}, {"day", iso(record.date)},
                        {"kind", kind},    {"title", record.title},
                        {"file", file},    {"record", meeting::write_meeting(record)}};
    auto known = store_.select("meeting", "cell_id=" + cell + " AND day=$1 AND kind=$2",
                               {iso(record.date), kind});
    if (known.empty()) {
      change.insert("meeting", values);
    } else {
      change.update("meeting", known.front(), values);
    }
    ++result_.rows;
  }

  // What the rules refuse never enters the register as if it had been decided.
  void check(const meeting::RecordFile& record) const {
    Diagnostics found;
    for (const auto& finding : desk_.check(record, false).findings) {
      if (finding.diagnostic.severity == Severity::error) found.add(finding.diagnostic);
    }
    found.throw_if_errors();
  }

  Workshop& workshop_;
  const KeepMeetingsJob& job_;
  MeetingDesk desk_;
  Store store_;
  RegisterResult result_;
};

}  // namespace

void fill_from_register(Workshop& workshop, const RegisterView& view, const std::string& code,
                        Meeting& record, Diagnostics& found) {
  auto store = open_register(workshop, view);
  const UnitTree units(store);
  CellLookup lookup(store, units, iso(record.date), view.unit);
  const auto card = lookup.find(code);
  CellWording wording(workshop);
  const auto words = wording.words(card.cell, card.commune, record.date);
  record.unit = unit_of(card, words);
  record.place = sentence({"meeting.place", {words.village}}, Language::vietnamese);
  fill_chair(card, words, record);
  record.carried_tasks = left_tasks(store, card.cell, record);
  if (is_party(record.kind)) {
    fill_people(card, words, record, found);
    return;
  }
  record.attendance.households.clear();
  if (const int households = count_of(card.cell.text("household_count")); households > 0) {
    record.attendance.totals.convened = households;
  }
}

RegisterResult run_keep_meetings_job(Workshop& workshop, const KeepMeetingsJob& job) {
  return Keeping(workshop, job).run();
}

KeptMeetings kept_meetings(Workshop& workshop, const RegisterView& view, const std::string& code,
                           Diagnostics& found) {
  auto store = open_register(workshop, view);
  const UnitTree units(store);
  const auto day = view_day(view);
  CellLookup lookup(store, units, day, view.unit);
  CellWording wording(workshop);
  KeptMeetings kept;
  const auto take = [&](const CellCard& card) {
    const auto unit = unit_of(card, wording.words(card.cell, card.commune, *date_from_iso(day)));
    kept.cells.push_back(unit);
    const auto rows = store.select("meeting", "cell_id=" + std::to_string(card.cell.id));
    for (const auto& row : rows) {
      auto record = meeting::read_meeting(row.text("record"), row.text("file"));
      const auto recorded = std::exchange(record.unit, unit);
      record.unit.founded = recorded.founded;
      record.unit.ended = recorded.ended;
      kept.meetings.push_back(std::move(record));
    }
  };
  if (!code.empty()) {
    take(lookup.find(code));
    return kept;
  }
  for (const auto& cell : lookup.all()) {
    try {
      take(lookup.card(cell));
    } catch (const Error& error) {
      for (auto finding : error.findings()) {
        finding.severity = Severity::warning;
        found.add(finding);
      }
    }
  }
  return kept;
}

}  // namespace quyche

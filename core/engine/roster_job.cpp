#include "engine/roster_job.hpp"

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/staged_file.hpp"
#include "base/text.hpp"
#include "engine/register_job.hpp"
#include "register/number_series.hpp"
#include "register/roster_rows.hpp"
#include "register/roster_text.hpp"
#include "xlsx/roster_workbook.hpp"

namespace quyche {
namespace {

constexpr const char* k_rosters_folder = "/templates/rosters";
constexpr const char* k_local_columns = "/rosters.xml";

RosterPage page_of(const UnitTree& units, const RegisterView& view) {
  const auto day = view_day(view);
  RosterPage page;
  page.created = *date_from_iso(day);
  page.subtitle = vietnamese("roster.as-of", {short_date(page.created)});
  page.place = vietnamese("roster.day", {long_date(page.created)});
  const auto* unit = units.find(view.unit, day);
  if (unit == nullptr) unit = units.nearest(view.unit, day);
  if (unit != nullptr) page.organ = upper(unit_title(*unit));
  return page;
}

void report_written(const RosterWritten& written, const std::string& file, RegisterResult& result) {
  const Place place{file, {}, {}, 0, 0};
  if (written.sheets > 1) {
    result.findings.push_back(
        {Severity::note, {"roster.split", {std::to_string(written.sheets)}}, place, {}});
  }
  if (written.cut_texts > 0) {
    result.findings.push_back(
        {Severity::warning, {"roster.cut-text", {std::to_string(written.cut_texts)}}, place, {}});
  }
}

enum class RosterForm { workbook, csv, json };

RosterForm form_of(const std::string& output) {
  const auto name = lower(output);
  if (name.ends_with(".xlsx")) return RosterForm::workbook;
  if (name.ends_with(".csv")) return RosterForm::csv;
  if (name.ends_with(".json")) return RosterForm::json;
  throw Error(
      Diagnostic{Severity::error, {"roster.unknown-form", {output}}, {output, {}, {}, 0, 0}, {}});
}

// The last days of the months before `day`, and the day itself.
std::vector<Date> months_until(Date day, int months) {
  std::vector<Date> days;
  const auto month = day.year() / day.month();
  for (int back = months - 1; back > 0; --back) {
    const auto then = month - std::chrono::months(back);
    days.emplace_back(std::chrono::sys_days(then / std::chrono::last));
  }
  days.push_back(day);
  return days;
}

// Who took what out of the register, without any personal value.
void log_export(Store& store, const RosterJob& job, const std::string& roster) {
  const auto profile = job.view.full_profile ? "full" : "public";
  Change log(store, "export", current_actor(), roster + " (" + profile + ")");
  log.keep();
}

RosterWritten write_rows(RosterForm form, const RosterDefinition& roster, const RosterPage& page,
                         RosterReading& reading, StagedFile& file) {
  const RosterRows rows = [&](const TakeRow& take) { reading.read(take); };
  const TakeBytes bytes = [&](std::string_view piece) { file.append(piece); };
  if (form == RosterForm::csv) return write_roster_csv(roster, rows, bytes);
  if (form == RosterForm::json) return write_roster_json(roster, rows, bytes);
  auto whole = page;
  if (roster.months > 0)
    whole.timeline = reading.timeline(months_until(page.created, roster.months));
  return write_roster(roster, whole, rows, file.temporary());
}

}  // namespace

std::vector<RosterDefinition> every_roster(Workshop& workshop) {
  const auto folder = workshop.options().data_folder + k_rosters_folder;
  std::vector<RosterDefinition> rosters;
  for (const auto& name : workshop.files().list(folder)) {
    if (!name.ends_with(".xml")) continue;
    const auto path = folder + "/" + name;
    rosters.push_back(read_roster_definition(workshop.files().read(path), path));
  }
  return rosters;
}

RosterDefinition find_roster(Workshop& workshop, const std::string& kind) {
  const auto folder = workshop.options().data_folder + k_rosters_folder;
  std::string names;
  for (auto& roster : every_roster(workshop)) {
    if (roster.id == kind || lower(roster.code) == lower(kind)) return roster;
    names += (names.empty() ? "" : ", ") + roster.id;
  }
  throw Error(
      Diagnostic{Severity::error, {"roster.unknown", {kind, names}}, {folder, {}, {}, 0, 0}, {}});
}

RosterDefinition find_local_roster(Workshop& workshop, const std::string& kind,
                                   const UnitTree& units, const RegisterView& view) {
  auto roster = find_roster(workshop, kind);
  const auto day = view_day(view);
  const auto* unit = units.find(view.unit, day);
  if (unit == nullptr) unit = units.nearest(view.unit, day);
  for (const auto& plugin : workshop.registry().plugins()) {
    const auto path = plugin.folder + k_local_columns;
    if (!plugin.usable() || !workshop.files().exists(path)) continue;
    const bool applies = view.unit.empty() ||
                         (unit != nullptr && units.within(*unit, plugin.manifest.unit_code, day));
    if (applies) add_local_columns(roster, workshop.files().read(path), path);
  }
  return roster;
}

RegisterResult run_roster_job(Workshop& workshop, const RosterJob& job) {
  const auto form = form_of(job.output);
  const auto kind = find_roster(workshop, job.kind).id;
  auto store = open_register(workshop, job.view);
  const bool dry_run = workshop.options().dry_run;
  if (!dry_run) log_export(store, job, kind);
  store.database().begin_reading();
  const UnitTree units(store);
  const auto roster =
      for_profile(job.view.unit.empty() ? find_roster(workshop, kind)
                                        : find_local_roster(workshop, kind, units, job.view),
                  job.view.full_profile);
  RosterReading reading(store, units, roster, view_day(job.view), job.view.unit);
  StagedFile file(job.output);
  const auto written = write_rows(form, roster, page_of(units, job.view), reading, file);
  store.database().commit();
  if (!dry_run) file.publish();
  RegisterResult result;
  result.rows = written.rows;
  report_written(written, job.output, result);
  if (roster.source == "outgoing") {
    Diagnostics numbers;
    check_numbers(store, numbers);
    result.findings.insert(result.findings.end(), numbers.findings().begin(),
                           numbers.findings().end());
  }
  result.files.push_back(job.output);
  return result;
}

}  // namespace quyche

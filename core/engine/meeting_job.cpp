#include "engine/meeting_job.hpp"

#include <algorithm>

#include "base/environment.hpp"
#include "base/text.hpp"
#include "engine/meeting_desk.hpp"
#include "engine/meeting_register.hpp"
#include "meeting/meeting_check.hpp"
#include "meeting/meeting_file.hpp"
#include "meeting/meeting_names.hpp"
#include "meeting/task_list.hpp"

namespace quyche {
namespace {

constexpr const char* k_skeletons = "/templates/meetings/records/";

[[noreturn]] void refuse(Text message) {
  throw Error(Diagnostic{Severity::error, std::move(message), {}, {}});
}

/// What a file that is filled in by hand starts from: nothing that somebody must take out first.
void clear_examples(meeting::Meeting& record) {
  record.note.clear();
  record.attendance = {};
  record.agenda.clear();
  record.votes.clear();
  record.decisions.clear();
  record.tasks.clear();
  auto& unit = record.unit;
  for (auto* text :
       {&unit.cell, &unit.village, &unit.commune, &unit.upper_party_body, &record.place,
        &record.convened_by, &record.chair.name, &record.minute_taker.name}) {
    if (text->starts_with('[')) text->clear();
  }
}

/// The record to start from is data, so that its example words are; kind, day and cell are put in.
meeting::Meeting begun_record(Workshop& workshop, const NewMeetingJob& job, Diagnostics& found) {
  const auto kind = meeting::value_of(meeting::k_kind_names, job.kind);
  if (!kind) refuse({"usage.meeting-kind", {job.kind}});
  const auto skeleton = workshop.options().data_folder + k_skeletons +
                        (meeting::is_party(*kind) ? "cell.json" : "village.json");
  auto record = meeting::read_meeting(workshop.files().read(skeleton), skeleton);
  record.kind = *kind;
  record.date = job.date ? *job.date : today();
  if (!job.output.ends_with(".json")) clear_examples(record);
  if (!job.cell.empty() && !job.view.database.empty()) {
    fill_from_register(workshop, job.view, job.cell, record, found);
  } else if (!job.cell.empty()) {
    (meeting::is_party(*kind) ? record.unit.cell : record.unit.village) = job.cell;
  }
  return record;
}

/// The record of another file, in another form or for another day.
meeting::Meeting copied_record(const MeetingDesk& desk, const NewMeetingJob& job) {
  auto record = desk.read(job.from).meeting;
  if (!job.kind.empty()) {
    const auto kind = meeting::value_of(meeting::k_kind_names, job.kind);
    if (!kind) refuse({"usage.meeting-kind", {job.kind}});
    record.kind = *kind;
  }
  if (job.date) record.date = *job.date;
  return record;
}

}  // namespace

std::vector<MeetingReport> run_meeting_check_job(Workshop& workshop, const MeetingCheckJob& job) {
  const MeetingDesk desk(workshop);
  std::vector<MeetingReport> reports;
  std::vector<meeting::Meeting> meetings;
  for (const auto& file : job.files) {
    const auto bytes = workshop.files().read(file);
    try {
      auto record = desk.parse(bytes, file);
      reports.push_back(desk.check(record, job.english));
      meetings.push_back(std::move(record.meeting));
    } catch (const Error& error) {
      MeetingReport report;
      report.file = file;
      for (const auto& finding : error.findings()) {
        report.findings.push_back({{}, {}, {}, finding});
      }
      reports.push_back(std::move(report));
    }
  }
  if (meetings.size() > 1) {
    auto together = meeting::check_calendar(meetings, desk.rules(), job.english);
    if (!together.findings.empty()) reports.push_back(std::move(together));
  }
  return reports;
}

JobResult run_new_meeting_job(Workshop& workshop, const NewMeetingJob& job) {
  require_record_form(job.output);
  if (workshop.files().exists(job.output)) {
    throw Error(
        Diagnostic{Severity::error, {"file.exists", {job.output}}, {job.output, {}, {}, 0, 0}, {}});
  }
  MeetingDesk desk(workshop);
  Diagnostics found;
  const auto record =
      job.from.empty() ? begun_record(workshop, job, found) : copied_record(desk, job);
  if (!workshop.options().dry_run) desk.write(record, job.output);
  JobResult result;
  result.documents = 1;
  result.files.push_back(job.output);
  result.findings = found.findings();
  return result;
}

WantedMeetings wanted_meetings(Workshop& workshop, const std::vector<std::string>& files,
                               const RegisterView& view, const std::string& cell) {
  WantedMeetings wanted;
  Diagnostics found;
  if (files.empty()) {
    auto kept = kept_meetings(workshop, view, cell, found);
    return {std::move(kept.meetings), std::move(kept.cells), found.findings()};
  }
  const MeetingDesk desk(workshop);
  const auto key = match_key(cell);
  for (const auto& file : files) {
    try {
      auto record = desk.read(file).meeting;
      const bool is_wanted = key.empty() || match_key(record.unit.cell) == key ||
                             match_key(record.unit.village) == key;
      if (is_wanted) wanted.meetings.push_back(std::move(record));
    } catch (const Error& error) {
      found.add(error.findings());
    }
  }
  found.throw_if_errors();
  return wanted;
}

std::vector<TaskLine> run_meeting_tasks_job(Workshop& workshop, const TaskJob& job) {
  auto meetings = wanted_meetings(workshop, job.files, job.view, job.cell).meetings;
  auto lines = meeting::list_tasks(std::move(meetings), job.as_of ? *job.as_of : today());
  if (job.only_open) {
    const auto done = meeting::name_of(meeting::k_task_state_names, meeting::TaskState::done);
    lines.erase(std::remove_if(lines.begin(), lines.end(),
                               [&](const TaskLine& line) { return line.state == done; }),
                lines.end());
  }
  return lines;
}

}  // namespace quyche

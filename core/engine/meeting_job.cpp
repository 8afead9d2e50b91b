#include "engine/meeting_job.hpp"

#include <algorithm>

#include "base/environment.hpp"
#include "meeting/meeting_check.hpp"
#include "meeting/meeting_file.hpp"
#include "meeting/meeting_names.hpp"
#include "meeting/task_list.hpp"

namespace quyche {
namespace {

constexpr const char* k_rules = "/templates/meetings/rules/rules.xml";
constexpr const char* k_skeletons = "/templates/meetings/records/";

meeting::Rules read_rules(Workshop& workshop) {
  const auto path = workshop.options().data_folder + k_rules;
  return {workshop.files().read(path), path};
}

}  // namespace

std::vector<MeetingReport> run_meeting_check_job(Workshop& workshop, const MeetingCheckJob& job) {
  const auto rules = read_rules(workshop);
  std::vector<MeetingReport> reports;
  std::vector<meeting::Meeting> meetings;
  for (const auto& file : job.files) {
    const auto bytes = workshop.files().read(file);
    try {
      meetings.push_back(meeting::read_meeting(bytes, file));
      reports.push_back(meeting::check_meeting(meetings.back(), rules, job.english));
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
    auto together = meeting::check_calendar(meetings, rules, job.english);
    if (!together.findings.empty()) reports.push_back(std::move(together));
  }
  return reports;
}

// The record to start from is data, so that its example words are; kind, day and cell are put in.
JobResult run_new_meeting_job(Workshop& workshop, const NewMeetingJob& job) {
  const auto kind = meeting::value_of(meeting::k_kind_names, job.kind);
  if (!kind) throw Error(Diagnostic{Severity::error, {"usage.meeting-kind", {job.kind}}, {}, {}});
  if (workshop.files().exists(job.output)) {
    throw Error(
        Diagnostic{Severity::error, {"file.exists", {job.output}}, {job.output, {}, {}, 0, 0}, {}});
  }
  const auto skeleton = workshop.options().data_folder + k_skeletons +
                        (meeting::is_party(*kind) ? "cell.json" : "village.json");
  auto record = meeting::read_meeting(workshop.files().read(skeleton), skeleton);
  record.kind = *kind;
  record.date = job.date ? *job.date : today();
  if (!job.cell.empty()) {
    (meeting::is_party(*kind) ? record.unit.cell : record.unit.village) = job.cell;
  }
  if (!workshop.options().dry_run) {
    workshop.files().write(job.output, meeting::write_meeting(record));
  }
  JobResult result;
  result.documents = 1;
  result.files.push_back(job.output);
  return result;
}

std::vector<TaskLine> run_meeting_tasks_job(Workshop& workshop, const TaskJob& job) {
  std::vector<meeting::Meeting> meetings;
  Diagnostics found;
  for (const auto& file : job.files) {
    try {
      meetings.push_back(meeting::read_meeting(workshop.files().read(file), file));
    } catch (const Error& error) {
      found.add(error.findings());
    }
  }
  found.throw_if_errors();
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

#include "cli/meeting_report.hpp"

#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/language.hpp"

namespace quyche::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string iso_day(const std::optional<Date>& day) {
  if (!day || !day->ok()) return {};
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day->year()),
                static_cast<unsigned>(day->month()), static_cast<unsigned>(day->day()));
  return text;
}

std::string day_or_dash(const std::optional<Date>& day) { return day ? show_day(*day) : "–"; }

struct Tally {
  std::size_t errors = 0;
  std::size_t warnings = 0;
};

Tally tally_of(const MeetingReport& report) {
  Tally tally;
  for (const auto& finding : report.findings) {
    tally.errors += finding.diagnostic.severity == Severity::error ? 1U : 0U;
    tally.warnings += finding.diagnostic.severity == Severity::warning ? 1U : 0U;
  }
  return tally;
}

Json finding_json(const MeetingFinding& finding) {
  constexpr const char* k_severities[] = {"note", "warning", "error"};
  const auto& diagnostic = finding.diagnostic;
  std::string field;
  for (const auto& step : diagnostic.place.steps) field += (field.empty() ? "" : ".") + step.value;
  return {{"rule", finding.rule},
          {"code", diagnostic.message.code},
          {"severity", k_severities[static_cast<int>(diagnostic.severity)]},
          {"field", field},
          {"text", show_text(diagnostic.message, english())},
          {"source", finding.source},
          {"cure", finding.cure}};
}

Json verdict_json(const VoteVerdict& verdict) {
  Json out{{"rule", verdict.rule},         {"vote", verdict.id},       {"subject", verdict.subject},
           {"matter", verdict.matter},     {"yes", verdict.yes},       {"of", verdict.base},
           {"counted", verdict.base_name}, {"needed", verdict.needed}, {"passes", verdict.passes}};
  if (!verdict.is_countable) out["passes"] = nullptr;
  if (verdict.recorded) out["recorded"] = *verdict.recorded;
  return out;
}

Json report_json(const MeetingReport& report) {
  const auto tally = tally_of(report);
  auto verdicts = Json::array();
  for (const auto& verdict : report.verdicts) verdicts.push_back(verdict_json(verdict));
  auto findings = Json::array();
  for (const auto& finding : report.findings) findings.push_back(finding_json(finding));
  return {{"file", report.file},
          {"kind", report.kind},
          {"date", iso_day(report.date)},
          {"errors", tally.errors},
          {"warnings", tally.warnings},
          {"votes", std::move(verdicts)},
          {"findings", std::move(findings)}};
}

void print_verdict(const VoteVerdict& verdict) {
  const auto yes = static_cast<std::size_t>(verdict.yes);
  const auto base = static_cast<std::size_t>(verdict.base);
  if (!verdict.is_countable) {
    std::cout << words("cli.meeting-uncountable",
                       {verdict.subject, number(yes), number(base), verdict.base_name})
              << "\n";
    return;
  }
  std::cout << words(verdict.passes ? "cli.meeting-passes" : "cli.meeting-fails",
                     {verdict.subject, number(yes), number(base), verdict.base_name,
                      number(static_cast<std::size_t>(verdict.needed)),
                      show_rate(yes, base, english()), verdict.rule})
            << "\n";
}

void print_meeting(const MeetingReport& report) {
  for (const auto& finding : report.findings) {
    std::cout << show_finding(finding.diagnostic, english()) << "\n";
  }
  for (const auto& verdict : report.verdicts) print_verdict(verdict);
  const auto tally = tally_of(report);
  if (report.file.empty()) {
    std::cout << words("cli.meeting-together", {number(tally.errors), number(tally.warnings)})
              << "\n";
    return;
  }
  const bool is_clean = tally.errors == 0 && tally.warnings == 0;
  std::cout << words(is_clean ? "cli.meeting-clean" : "cli.meeting-found",
                     {report.file, report.date && report.date->ok() ? show_day(*report.date) : "–",
                      number(tally.errors), number(tally.warnings)})
            << "\n";
}

Json task_json(const TaskLine& task) {
  return {{"id", task.id},
          {"text", task.text},
          {"assignee", task.assignee},
          {"given_on", iso_day(task.given_on)},
          {"deadline", iso_day(task.deadline)},
          {"state", task.state},
          {"overdue", task.is_overdue},
          {"result", task.result},
          {"unit", task.unit},
          {"file", task.file}};
}

}  // namespace

void print_meetings(const std::vector<MeetingReport>& reports, bool json) {
  if (!json) {
    for (const auto& report : reports) print_meeting(report);
    return;
  }
  auto list = Json::array();
  for (const auto& report : reports) list.push_back(report_json(report));
  std::cout << list.dump(2) << "\n";
}

void print_tasks(const std::vector<TaskLine>& tasks, bool json) {
  if (json) {
    auto list = Json::array();
    for (const auto& task : tasks) list.push_back(task_json(task));
    std::cout << list.dump(2) << "\n";
    return;
  }
  std::size_t open = 0;
  std::size_t overdue = 0;
  std::set<std::string> units;
  for (const auto& task : tasks) units.insert(task.unit);
  for (const auto& task : tasks) {
    const auto state = task.is_overdue ? std::string("overdue") : task.state;
    open += task.state != "done" ? 1U : 0U;
    overdue += task.is_overdue ? 1U : 0U;
    std::cout << words("cli.meeting-task",
                       {day_or_dash(task.deadline), words("cli.meeting-task." + state),
                        units.size() > 1 ? task.unit + ": " + task.text : task.text, task.assignee})
              << "\n";
    if (!task.result.empty()) std::cout << "    " << task.result << "\n";
  }
  std::cout << words("cli.meeting-tasks", {number(tasks.size()), number(open), number(overdue)})
            << "\n";
}

}  // namespace quyche::cli

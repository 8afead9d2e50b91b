#include "engine/meeting_year_job.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/staged_file.hpp"
#include "base/text.hpp"
#include "engine/meeting_job.hpp"
#include "engine/organ_values.hpp"
#include "engine/year_rows.hpp"
#include "engine/year_values.hpp"
#include "meeting/papers/paper_values.hpp"
#include "paper/paper.hpp"
#include "paper/paper_template.hpp"

namespace quyche {
namespace {

constexpr const char* k_rosters = "/templates/meetings/rosters/";
constexpr const char* k_report = "/templates/reports/meeting-year.xml";

using meeting::YearLine;
using meeting::YearView;

RosterRows rows_of(std::vector<YearFields> rows, const RosterDefinition& roster) {
  return [rows = std::move(rows), &roster](const TakeRow& take) {
    for (const auto& row : rows) {
      RosterCells cells;
      for (const auto& column : roster.columns) {
        const auto value = row.find(column.name);
        cells.push_back(value == row.end() ? std::string() : shown_value(column, value->second));
      }
      take(cells);
    }
  };
}

class YearPress {
 public:
  YearPress(Workshop& workshop, const MeetingYearJob& job)
      : workshop_(workshop),
        job_(job),
        wanted_(wanted_meetings(workshop, job.files, job.view, job.cell)),
        view_(look()) {}

  void write_workbook() {
    StagedFile file(job_.output);
    (void)write_rosters(
        {part("year-cells.xml", year_cells(view_)), part("year-months.xml", year_months(view_)),
         part("year-meetings.xml", year_meetings(view_)),
         part("year-tasks.xml", year_tasks(view_))},
        file.temporary());
    if (!workshop_.options().dry_run) file.publish();
  }

  [[nodiscard]] const std::vector<Diagnostic>& findings() const { return wanted_.findings; }

  void note_later(Diagnostics& found) const {
    if (view_.later == 0) return;
    found.add(Diagnostic{Severity::note,
                         {"year.later", {std::to_string(view_.later), short_date(view_.as_of)}},
                         {},
                         {{"hint.year-later", {}}}});
  }

  void write_report(Diagnostics& found) {
    const auto path = workshop_.options().data_folder + k_report;
    const auto definition = read_paper(workshop_.files().read(path), path, workshop_.profiles());
    const auto& profile = choose_profile(workshop_.profiles(), definition.family, view_.as_of);
    const Paper paper(definition, profile, make_paper_template(definition, profile), path);
    Compressor compressor;
    std::string document;
    paper.render(report_values(), compressor, document, found);
    if (!workshop_.options().dry_run) workshop_.files().write(job_.output, document);
  }

 private:
  [[nodiscard]] YearView look() const {
    const auto path = workshop_.options().data_folder + k_meeting_rules;
    const meeting::Rules rules(workshop_.files().read(path), path);
    const Date last(std::chrono::year(job_.year) / 12 / 31);
    auto view = meeting::view_year(wanted_.meetings, wanted_.cells, rules, job_.year,
                                   job_.as_of ? *job_.as_of : std::min(today(), last));
    const bool is_empty = std::all_of(view.lines.begin(), view.lines.end(),
                                      [](const auto& line) { return line.meetings.empty(); });
    if (is_empty && wanted_.cells.empty()) {
      throw Error(Diagnostic{Severity::error,
                             {"year.no-meeting", {std::to_string(job_.year)}},
                             {},
                             {{"hint.year-no-meeting", {}}}});
    }
    return view;
  }

  RosterPart part(const char* name, std::vector<YearFields> rows) {
    const auto path = workshop_.options().data_folder + k_rosters + name;
    rosters_.push_back(std::make_unique<const RosterDefinition>(
        read_roster_definition(workshop_.files().read(path), path)));
    const auto& roster = *rosters_.back();
    RosterPage page;
    page.organ = upper(is_one_cell() ? line_name(view_.lines.front()) : organ().title);
    page.subtitle =
        sentence({"year.subtitle", {std::to_string(view_.year), short_date(view_.as_of)}},
                 Language::vietnamese);
    page.place =
        meeting::locality(view_.lines.front().unit.commune) + ", " + long_date(view_.as_of);
    page.created = view_.as_of;
    return {roster, std::move(page), rows_of(std::move(rows), roster)};
  }

  [[nodiscard]] bool is_one_cell() const {
    return view_.lines.size() == 1 && !view_.lines.front().unit.cell.empty();
  }

  /// Who reports on these cells: the cell itself, its commune, or the unit that all share.
  struct Organ {
    std::string title;
    std::string above;
  };
  [[nodiscard]] Organ organ() const {
    const auto& first = view_.lines.front().unit;
    const auto share = [&](std::string meeting::Unit::*part) {
      return !(first.*part).empty() &&
             std::all_of(view_.lines.begin(), view_.lines.end(),
                         [&](const YearLine& line) { return line.unit.*part == first.*part; });
    };
    const auto& over = first.district.empty() ? first.province : first.district;
    if (is_one_cell()) return {first.cell, first.commune};
    if (share(&meeting::Unit::commune)) return {first.commune, over};
    if (share(&meeting::Unit::district)) return {first.district, first.province};
    return {first.province, {}};
  }

  [[nodiscard]] Value report_values() {
    const auto& first = view_.lines.front();
    const auto about = organ();
    auto values = year_values(view_);
    values.text("id", {}).text("number", job_.number);
    const bool signs_itself = job_.signer.empty() && is_one_cell();
    values.text("signer", signs_itself ? first.secretary : job_.signer);
    values.add("is_one_cell", Value::boolean(is_one_cell()));
    values.text("locality", meeting::locality(first.unit.commune));
    return values.add("unit", organ_value(workshop_, about.title, about.above)).take();
  }

  Workshop& workshop_;
  const MeetingYearJob& job_;
  WantedMeetings wanted_;
  YearView view_;
  std::vector<std::unique_ptr<const RosterDefinition>> rosters_;
};

}  // namespace

JobResult run_meeting_year_job(Workshop& workshop, const MeetingYearJob& job) {
  YearPress press(workshop, job);
  Diagnostics found;
  found.add(press.findings());
  press.note_later(found);
  if (lower(job.output).ends_with(".xlsx")) {
    press.write_workbook();
  } else {
    press.write_report(found);
  }
  found.throw_if_errors();
  JobResult result;
  result.documents = 1;
  result.files.push_back(job.output);
  result.findings = found.findings();
  return result;
}

}  // namespace quyche

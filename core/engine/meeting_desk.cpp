#include "engine/meeting_desk.hpp"

#include "base/staged_file.hpp"
#include "meeting/meeting_check.hpp"
#include "meeting/meeting_file.hpp"
#include "meeting/record/record_form.hpp"
#include "meeting/record/record_workbook.hpp"

namespace quyche {
namespace {

constexpr const char* k_layout = "/templates/meetings/records/layout.xml";

std::string in_data(Workshop& workshop, const char* path) {
  return workshop.options().data_folder + path;
}

}  // namespace

MeetingDesk::MeetingDesk(Workshop& workshop)
    : workshop_(workshop),
      rules_(workshop.files().read(in_data(workshop, k_meeting_rules)),
             in_data(workshop, k_meeting_rules)),
      layout_(meeting::read_record_layout(workshop.files().read(in_data(workshop, k_layout)),
                                          in_data(workshop, k_layout), rules_)),
      units_(workshop) {}

meeting::RecordFile MeetingDesk::read(const std::string& file) const {
  return parse(workshop_.files().read(file), file);
}

meeting::RecordFile MeetingDesk::parse(const std::string& bytes, const std::string& file) const {
  return meeting::read_record(bytes, file, layout_);
}

void MeetingDesk::write(const meeting::Meeting& meeting, const std::string& path) {
  require_record_form(path);
  if (path.ends_with(".json")) {
    workshop_.files().write(path, meeting::write_meeting(meeting));
    return;
  }
  const auto tables = meeting::spread_record(meeting::tree_of(meeting), meeting.kind, layout_);
  if (path.ends_with(".xlsx")) {
    StagedFile file(path);
    meeting::write_record_workbook(tables, layout_, meeting, file.temporary());
    file.publish();
    return;
  }
  const auto* family = meeting::is_party(meeting.kind) ? "party" : "state";
  const auto& profile = choose_profile(workshop_.profiles(), family, meeting.date);
  workshop_.files().write(path, meeting::write_record_form(tables, layout_, meeting.kind, profile));
}

MeetingReport MeetingDesk::check(const meeting::RecordFile& record, bool english) const {
  auto report = meeting::check_meeting(record.meeting, rules_, english);
  units_.check(record.meeting, rules_, english, report);
  if (record.places.empty()) return report;
  for (auto& finding : report.findings) {
    meeting::point_into(record.places, layout_, finding.diagnostic);
    finding.cure = meeting::with_labels(layout_, finding.cure);
  }
  return report;
}

void require_record_form(const std::string& path) {
  for (const auto* ending : {".json", ".xlsx", ".docx"}) {
    if (path.ends_with(ending)) return;
  }
  throw Error(Diagnostic{Severity::error, {"usage.meeting-form", {path}}, {}, {}});
}

}  // namespace quyche

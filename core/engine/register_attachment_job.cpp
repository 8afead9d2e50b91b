#include "engine/register_attachment_job.hpp"

#include "base/staged_file.hpp"
#include "engine/register_job.hpp"
#include "register/attachments.hpp"
#include "register/cell_lookup.hpp"
#include "register/history.hpp"

namespace quyche {
namespace {

std::string name_of(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

bool is_record_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

// By number, or as a cell's Party code or name.
AttachmentOwner find_owner(Store& store, const RegisterAttachment& job) {
  if (is_record_number(job.record)) return owner_of(store, job.record);
  const UnitTree units(store);
  const auto cell =
      CellLookup(store, units, view_day(job.view), job.view.unit).find(job.record).cell;
  return {"cell", cell.id, cell.id};
}

RegisterResult give_back(Workshop& workshop, const RegisterAttachment& job) {
  auto store = open_register(workshop, job.view);
  StagedFile file(job.output);
  read_attachment(store, job.number, [&](std::string_view piece) { file.append(piece); });
  RegisterResult result;
  result.rows = 1;
  if (workshop.options().dry_run) return result;
  // It may hold personal data: who took it out is kept.
  Change log(store, "export", current_actor(), "attachment " + job.number);
  log.keep();
  file.publish();
  result.files.push_back(job.output);
  return result;
}

}  // namespace

RegisterResult run_attach_job(Workshop& workshop, const RegisterAttachment& job) {
  if (!job.output.empty()) return give_back(workshop, job);
  auto store = open_register(workshop, job.view);
  std::string source;
  for (const auto& file : job.files) source += (source.empty() ? "" : "; ") + name_of(file);
  Change change(store, "attach", current_actor(), source + " → " + job.record);
  const auto owner = find_owner(store, job);
  RegisterResult result;
  for (const auto& file : job.files) {
    const auto bytes = workshop.files().open(file);
    ++result.rows;
    if (keep_attachment(change, owner, name_of(file), job.note, *bytes)) continue;
    ++result.failed;
    result.findings.push_back({Severity::note,
                               {"register.attached-already", {name_of(file), job.record}},
                               {file, {}, {}, 0, 0},
                               {}});
  }
  result.changes = table_changes(change);
  if (!workshop.options().dry_run) change.commit();
  return result;
}

std::vector<AttachmentEntry> run_attachments_job(Workshop& workshop,
                                                 const RegisterAttachment& job) {
  auto store = open_register(workshop, job.view);
  store.database().begin_reading();
  const auto number =
      job.record.empty() ? std::string() : std::to_string(find_owner(store, job).record);
  auto entries = read_attachments(store, number);
  store.database().commit();
  return entries;
}

}  // namespace quyche

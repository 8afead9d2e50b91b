#include "engine/register_settle_job.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "engine/register_job.hpp"
#include "engine/roster_job.hpp"
#include "model/rows.hpp"
#include "register/history.hpp"
#include "register/record_import.hpp"
#include "register/settlement.hpp"

namespace quyche {
namespace {

constexpr const char* k_undecided_roster = "undecided";
constexpr const char* k_from = "from";

std::string text_in(const Row& row, const char* name) {
  const auto found = row.values.find(name);
  return found == row.values.end() ? std::string() : found->second;
}

// The list that `roster undecided` writes, with the new units filled in.
std::vector<Settled> read_decisions(Workshop& workshop, const std::string& file,
                                    Diagnostics& found) {
  auto fields = roster_fields(find_roster(workshop, k_undecided_roster));
  for (auto& field : fields) {
    if (field.name == k_from) field.type = FieldType::date;
  }
  const auto rows = open_rows(workshop.files().read(file), file, fields, found);
  std::vector<Settled> decisions;
  Row row;
  while (rows->next(row, found)) {
    row.place.file = file;
    const auto unit = text_in(row, "unit");
    if (unit.empty()) continue;  // not decided yet
    decisions.push_back({text_in(row, "record_id"), unit, text_in(row, k_from), row.place});
  }
  return decisions;
}

}  // namespace

RegisterResult run_register_settle_job(Workshop& workshop, const RegisterSettlement& job) {
  Diagnostics found;
  std::vector<Settled> decisions;
  if (job.file.empty()) {
    decisions.push_back({job.cell, job.unit, job.from ? iso(*job.from) : std::string(), {}});
  } else {
    decisions = read_decisions(workshop, job.file, found);
  }
  found.throw_if_errors();
  auto store = open_register(workshop, job.view);
  const auto source = job.file.empty() ? job.cell + " → " + job.unit : job.file;
  Change change(store, "settle", current_actor(), source);
  const UnitTree units(store);
  Settlement settlement(change, units, view_day(job.view));
  for (const auto& decision : decisions) settlement.settle(decision, found);
  found.throw_if_errors();
  RegisterResult result;
  result.rows = decisions.size();
  result.changes = table_changes(change);
  result.findings = found.findings();
  if (!workshop.options().dry_run) change.commit();
  return result;
}

}  // namespace quyche

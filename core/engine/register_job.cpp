#include "engine/register_job.hpp"

#include "base/date.hpp"
#include "register/adoption.hpp"
#include "register/history.hpp"
#include "register/units_import.hpp"

namespace quyche {
namespace {

// Without its units every row of theirs would be refused later, and nobody would know why.
Diagnostic left_out(const DistrictPlugin& plugin) {
  return {Severity::warning,
          {"register.plugin-left-out", {plugin.id}},
          {plugin.folder, {}, {}, 0, 0},
          {{"hint.register-plugin", {}}}};
}

}  // namespace

Store open_register(Workshop& workshop, const RegisterView& view) {
  return Store({view.database, view.wait}, false, workshop.files());
}

Actor current_actor() { return {user_name(), time_now()}; }

std::string view_day(const RegisterView& view) { return iso(view.as_of ? *view.as_of : today()); }

RegisterResult run_register_init_job(Workshop& workshop, const RegisterView& view) {
  const auto& registry = workshop.registry();
  const auto successions = read_successions(workshop.files(), registry);
  Store store({view.database, view.wait}, true, workshop.files());
  Change change(store, "init", current_actor(), {});
  import_units(change, registry, successions);
  RegisterResult result;
  result.changes = table_changes(change);
  for (const auto& plugin : registry.plugins()) {
    if (!plugin.usable()) result.findings.push_back(left_out(plugin));
  }
  if (!workshop.options().dry_run) change.commit();
  result.files.push_back(store.database().name());
  return result;
}

Adoption run_register_status_job(Workshop& workshop, const RegisterView& view) {
  auto store = open_register(workshop, view);
  store.database().begin_reading();
  const UnitTree units(store);
  auto adoption = read_adoption(store, units, view_day(view), view.unit, GroupBy::top);
  store.database().commit();
  return adoption;
}

std::vector<HistoryEntry> run_register_history_job(Workshop& workshop, const RegisterView& view) {
  auto store = open_register(workshop, view);
  return read_history(store);
}

RegisterResult run_register_undo_job(Workshop& workshop, const RegisterView& view) {
  auto store = open_register(workshop, view);
  const bool is_dry = workshop.options().dry_run;
  auto undone = undo_last_change(store, current_actor(), is_dry);
  RegisterResult result;
  result.changes = std::move(undone.changes);
  const auto& [number, time, author, kind, source, rows, is_undone] = undone.entry;
  result.findings.push_back(
      {Severity::note,
       {is_dry ? "register.would-undo" : "register.undone", {source, time, author}},
       {store.database().name(), {}, {}, 0, 0},
       {}});
  return result;
}

RegisterResult run_register_check_job(Workshop& workshop, const RegisterView& view) {
  auto store = open_register(workshop, view);
  Diagnostics found;
  store.database().begin_reading();
  check_register(store, found);
  store.database().commit();
  RegisterResult result;
  result.findings = found.findings();
  return result;
}

}  // namespace quyche

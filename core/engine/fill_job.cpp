#include "engine/fill_job.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/date.hpp"
#include "compare/amending_papers.hpp"
#include "engine/village_record.hpp"
#include "localise/localiser.hpp"
#include "model/rows.hpp"

namespace quyche {
namespace {

/// Properties of the form that are values of the record too: property → field.
constexpr std::pair<const char*, const char*> k_carried[] = {{"commune", "commune_code"},
                                                             {"sign_mode", "sign_mode"}};

std::string property(const Form& form, const std::string& name) {
  const auto found = form.properties().find(name);
  return found == form.properties().end() ? std::string() : found->second;
}

/// The regulation the form was made from, when its plugin is still there; for what a record
/// implies.
std::optional<LocalRegulation> origin_of(Workshop& workshop, const Form& form) {
  const auto district = property(form, "district");
  const auto day = date_from_iso(property(form, "date"));
  if (district.empty() || !day) return std::nullopt;
  try {
    Diagnostics ignored;
    return localise(workshop.model(), workshop.registry().get(district),
                    {property(form, "commune"), *day, {}}, ignored);
  } catch (const Error&) {
    return std::nullopt;
  }
}

Row read_one_record(Workshop& workshop, const std::string& data, const std::vector<Field>& fields,
                    Diagnostics& found) {
  const auto rows = open_rows(workshop.files().read(data), data, fields, found);
  Row row;
  Row second;
  if (!rows->next(row, found)) {
    found.add({Severity::error, {"rows.none", {}}, {data, {}, {}, 0, 0}, {{"hint.rows.none", {}}}});
  } else if (rows->next(second, found)) {
    found.add({Severity::error,
               {"fill.several-records", {}},
               {data, {}, {}, 0, 0},
               {{"hint.use-issue", {}}}});
  }
  return row;
}

void report_homeless(const Row& row, const Form& form, const std::vector<Field>& fields,
                     Diagnostics& found) {
  for (const auto& field : fields) {
    const bool ours = field.level >= Level::village && row.values.contains(field.name);
    if (!ours || form.has(field.name)) continue;
    found.add({field.required ? Severity::error : Severity::warning,
               {"form.no-blank", {field.name, field.label}},
               {form.file(), {}, {}, 0, 0},
               {{"hint.no-blank", {}}}});
  }
}

/// A form belongs to one commune and one way of signing; data of another must not go into it.
void report_stranger(const Row& row, const Form& form, Diagnostics& found) {
  for (const auto& [name, field] : k_carried) {
    const auto own = property(form, name);
    const auto given = row.values.find(field);
    if (own.empty() || given == row.values.end() || given->second == own) continue;
    auto place = row.place;
    place.steps.push_back({PlaceStep::Kind::field, field});
    found.add({Severity::error,
               {"fill.other-form", {field, given->second, own}},
               std::move(place),
               {{"hint.other-form", {}}}});
  }
}

/// The words of a form are those of its day: on another day the unit may be gone (error), or the
/// legal bases or the format may be others (warning).
void report_other_day(Workshop& workshop, const Row& row, const LocalRegulation& origin,
                      Diagnostics& found) {
  const auto given = row.values.find("issue_date");
  const auto day = given == row.values.end() ? std::nullopt : date_from_iso(given->second);
  if (!day || *day == origin.jurisdiction.day) return;
  const auto& commune = origin.jurisdiction.commune;
  try {
    Diagnostics ignored;
    const auto then = localise(workshop.model(), workshop.registry().get(origin.district_id),
                               {commune ? commune->code : "", *day, {}}, ignored);
    const auto& family = origin.text.frame.family;
    const bool is_alike = then.text.bases == origin.text.bases &&
                          then.text.body == origin.text.body &&
                          &choose_profile(workshop.profiles(), family, *day) ==
                              &choose_profile(workshop.profiles(), family, origin.jurisdiction.day);
    if (is_alike) return;
    found.add({Severity::warning,
               {"fill.other-day", {short_date(origin.jurisdiction.day), short_date(*day)}},
               row.place,
               {{"hint.other-day", {iso(*day)}}}});
  } catch (const Error& error) {
    found.add(error.findings());
  }
}

/// Labels of the required village fields that `values` lack, for which `wanted` says yes.
template <typename Wanted>
std::string labels_of_missing(const std::vector<Field>& fields, const Values& values,
                              Wanted wanted) {
  std::string labels;
  for (const auto& field : fields) {
    if (field.level < Level::village || !field.required || values.contains(field.name)) continue;
    if (!wanted(field.name)) continue;
    labels += (labels.empty() ? "" : "; ") + field.label;
  }
  return labels;
}

/// What is still to be filled in, and what has no blank any more: nothing is lost in silence.
void report_missing(const Form& form, const Values& values, const std::vector<Field>& fields,
                    Diagnostics& found) {
  const auto open =
      labels_of_missing(fields, values, [&](const std::string& name) { return form.has(name); });
  const auto& bound = form.bound_fields();
  const auto gone = labels_of_missing(fields, values, [&](const std::string& name) {
    return !form.has(name) && std::find(bound.begin(), bound.end(), name) == bound.end();
  });
  if (!open.empty()) {
    found.add({Severity::warning, {"form.unfilled", {open}}, {form.file(), {}, {}, 0, 0}, {}});
  }
  // A decision to amend has only the blanks of its heading and signatures.
  if (!gone.empty() && !is_amending_decision(property(form, "model"))) {
    found.add({Severity::warning,
               {"form.blanks-gone", {gone}},
               {form.file(), {}, {}, 0, 0},
               {{"hint.no-blank", {}}}});
  }
}

/// Village and document fields that still wait for a value.
std::size_t count_open(const Form& form, const Values& values) {
  std::set<std::string> open;
  for (const auto& blank : form.blanks()) {
    if (!values.contains(blank.field) && blank.placeholder) open.insert(blank.field);
  }
  return open.size();
}

void refuse_blankless(const Form& form) {
  if (!form.blanks().empty()) return;
  throw Error(Diagnostic{Severity::error,
                         {"form.no-blanks", {}},
                         {form.file(), {}, {}, 0, 0},
                         {{"hint.no-blanks", {}}}});
}

/// One form's record; what it says wrong goes to `found`.
nlohmann::ordered_json collect_one(Workshop& workshop, const std::string& path,
                                   CanonicalValues& convert, Diagnostics& found) {
  const auto& fields = workshop.model().fields;
  const Form form(workshop.files().read(path), path);
  refuse_blankless(form);
  nlohmann::ordered_json record;
  record["source"] = path;
  for (const auto& [name, field] : k_carried) {
    if (const auto value = property(form, name); !value.empty()) record[field] = value;
  }
  const auto values = read_form(form, fields, convert, found);
  report_missing(form, values, fields, found);
  for (const auto& field : fields) {
    if (const auto value = values.find(field.name); value != values.end()) {
      record[field.name] = value->second;
    }
  }
  for (const auto& [name, value] : values) {
    if (!record.contains(name)) record[name] = value;
  }
  return record;
}

}  // namespace

JobResult run_fill_job(Workshop& workshop, const std::string& path, const std::string& data,
                       const std::string& output) {
  Diagnostics found;
  const Form form(workshop.files().read(path), path);
  refuse_blankless(form);
  auto fields = record_fields(workshop.model());
  auto row = read_one_record(workshop, data, fields, found);
  report_homeless(row, form, workshop.model().fields, found);
  report_stranger(row, form, found);
  if (const auto origin = origin_of(workshop, form)) {
    const auto& plugin = workshop.registry().get(origin->district_id);
    complete_record(row.values, *origin, plugin.code.get());
    row.values.erase(k_state);
    check_leadership(row.values, *origin, row.place, found);
    report_other_day(workshop, row, *origin, found);
  }
  CanonicalValues convert;
  Diagnostics told;  // by whoever collects it
  const auto there = read_form(form, workshop.model().fields, convert, told);
  const auto missing = labels_of_missing(fields, row.values, [&](const std::string& name) {
    return form.has(name) && !there.contains(name);
  });
  if (!missing.empty()) {
    found.add({Severity::warning, {"form.unfilled", {missing}}, {form.file(), {}, {}, 0, 0}, {}});
  }
  found.throw_if_errors();
  JobResult result;
  Compressor compressor;
  std::string bytes;
  form.fill(row.values, fields, compressor, bytes);
  if (!workshop.options().dry_run) workshop.files().write(output, bytes);
  result.documents = 1;
  result.open_blanks = count_open(form, row.values);
  result.files.push_back(output);
  result.findings = found.findings();
  return result;
}

std::string run_collect_job(Workshop& workshop, const std::vector<std::string>& forms,
                            JobResult& result) {
  Diagnostics found;
  auto records = nlohmann::ordered_json::array();
  CanonicalValues convert;
  for (const auto& path : forms) {
    try {
      records.push_back(collect_one(workshop, path, convert, found));
      ++result.documents;
    } catch (const Error& error) {
      found.add(error.findings());
    }
  }
  found.throw_if_errors();
  result.findings = found.findings();
  return nlohmann::ordered_json{{"records", std::move(records)}}.dump(2) + "\n";
}

}  // namespace quyche

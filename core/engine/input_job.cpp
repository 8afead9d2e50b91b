#include "engine/input_job.hpp"

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/staged_file.hpp"
#include "engine/village_record.hpp"
#include "localise/localiser.hpp"
#include "xlsx/input_workbook.hpp"

namespace quyche {
namespace {

/// The commune and the state first, then what villages and documents fill, the head of the list
/// being what is required.
std::vector<Field> columns_of(const Regulation& model, const Values& settled) {
  std::vector<Field> first;
  std::vector<Field> rest;
  for (auto field : record_fields(model)) {
    if (field.name == "commune_code") {
      field.required = true;
      first.insert(first.begin(), std::move(field));
    } else if (field.name == "source" || field.name == "district" || settled.contains(field.name)) {
      continue;
    } else if (field.level >= Level::commune && field.name != "place" &&
               field.name != "commune_type" && field.name != "commune_name" &&
               field.name != "commune_party_org_name") {
      (field.required && field.level >= Level::village ? first : rest).push_back(std::move(field));
    }
  }
  first.insert(first.end(), rest.begin(), rest.end());
  return first;
}

}  // namespace

JobResult run_input_job(Workshop& workshop, const InputJob& job) {
  Diagnostics found;
  const auto& plugin = workshop.registry().get(job.district);
  const auto day = workshop.choose_day(plugin, job.date, found);
  const auto communes = communes_on(plugin, job.commune, day);
  if (communes.empty()) {
    (void)jurisdiction_of(workshop.model(), plugin, {job.commune, day, {}});
  }
  InputWorkbook book;
  book.title = vietnamese("input.title", {plugin.manifest.name});
  book.guidance = {vietnamese("input.guidance"), vietnamese("input.guidance-2"),
                   workshop.model().notice};
  book.columns = columns_of(workshop.model(), {});
  for (const auto* unit : communes) {
    book.communes.emplace_back(unit->code, unit->type + " " + unit->name);
  }
  if (!job.commune.empty() && !communes.empty()) {
    book.rows.push_back({{"commune_code", communes.front()->code}});
  }
  book.created = day;
  book.data_sheet = vietnamese("input.data-sheet");
  book.guide_sheet = vietnamese("input.guide-sheet");
  book.unit_sheet = vietnamese("input.unit-sheet");
  for (const char* code : {"input.head-field", "input.head-label", "input.head-type",
                           "input.head-required", "input.head-hint"}) {
    book.guide_headings.push_back(vietnamese(code));
  }
  book.unit_headings = {vietnamese("input.head-code"), vietnamese("input.head-unit")};
  for (const char* code : {"type.text", "type.person", "type.date", "type.integer", "type.boolean",
                           "type.choice", "type.citation"}) {
    book.type_words.push_back(vietnamese(code));
  }
  book.yes = vietnamese("value.yes");
  book.no = vietnamese("value.no");
  book.bad_value = vietnamese("input.bad-value");
  JobResult result;
  if (!workshop.options().dry_run) {
    StagedFile file(job.output);
    write_input_workbook(book, file.temporary());
    file.publish();
  }
  result.documents = 1;
  result.files.push_back(job.output);
  result.findings = found.findings();
  return result;
}

}  // namespace quyche

#include "engine/template_check.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/messages.hpp"
#include "check/annotate.hpp"
#include "engine/list_lines.hpp"
#include "engine/row_findings.hpp"
#include "render/whole_schema.hpp"
#include "template/json_text.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_body = "word/document.xml";

bool is_about_tags(const Error& error) {
  return error.findings().front().message.code.starts_with("template.");
}

std::vector<Diagnostic> row_problems(const SchemaNode& root, const DataLine& line,
                                     const std::string& file) {
  if (line.problem) return {*line.problem};
  try {
    return check_data(root, value_from_json(line.text, file), file);
  } catch (const Error& error) {
    return error.findings();
  }
}

/// Each row, read as `render --each` reads it. A column that nothing asks for is none of its
/// mistakes; one that only a condition asks for is told of once.
void check_list(const TemplateSchema& schema, const CheckJob& job, const Files& files,
                Diagnostics& found) {
  std::vector<WantedName> names;
  if (is_table(job.data_file)) names = wanted_by_template(schema, job.file);
  const auto lines = open_list(files, job.data_file, names);
  static_cast<void>(count_rows(*lines, job.data_file));
  RowFindings problems(job.data_file);
  std::set<std::string> told;
  while (const auto line = lines->next()) {
    for (const auto& finding : row_problems(*schema.root, *line, job.data_file)) {
      const bool is_new =
          finding.severity == Severity::error ||
          (finding.severity == Severity::warning &&
           told.insert(vietnamese(finding.message.code, finding.message.arguments)).second);
      if (is_new) problems.add(line->number, finding);
    }
  }
  problems.hand_to(found);
}

/// The findings; nothing when there are no tags.
std::optional<Diagnostics> findings_of(Workshop& workshop, const CheckJob& job,
                                       const std::string& bytes) {
  Diagnostics found;
  std::optional<WordTemplate> document;
  try {
    document.emplace(bytes, job.file, found);
  } catch (const Error& error) {
    // What is no document at all is told by the check of documents.
    if (!is_about_tags(error)) return std::nullopt;
    found.add(error.findings());
    return found;
  }
  if (document->programs().empty()) return std::nullopt;
  const auto schema =
      whole_schema(*document, job.file, sources_beside(workshop.files(), job.file, job.data_file));
  found.add(schema.findings);
  if (job.data_file.empty()) return found;
  const auto& files = workshop.files();
  try {
    if (is_list(job.data_file)) {
      check_list(schema, job, files, found);
    } else {
      const auto data = value_from_json(files.read(job.data_file), job.data_file);
      found.add(check_data(*schema.root, data, job.data_file));
    }
  } catch (const Error& error) {
    if (error.findings().front().message.code.starts_with("file.")) throw;
    found.add(error.findings());
  }
  return found;
}

/// The number of a step of this kind; 0: there is none.
int step_of(const Place& place, PlaceStep::Kind kind) {
  const auto found = std::find_if(place.steps.begin(), place.steps.end(),
                                  [kind](const PlaceStep& step) { return step.kind == kind; });
  return found == place.steps.end() ? 0 : std::stoi(found->value);
}

/// The paragraph of the body that is meant; nothing when it is elsewhere.
std::optional<std::size_t> paragraph_at(const check::DocumentView& view, const Place& place,
                                        const std::string& file) {
  const bool is_body =
      place.file == file && !place.steps.empty() && place.steps.front().value == k_body;
  if (!is_body) return std::nullopt;
  const std::array<int, 3> cell{step_of(place, PlaceStep::Kind::table),
                                step_of(place, PlaceStep::Kind::row),
                                step_of(place, PlaceStep::Kind::column)};
  const auto number = step_of(place, PlaceStep::Kind::paragraph);
  std::optional<std::size_t> near;
  for (std::size_t i = 0; i < view.paragraphs.size(); ++i) {
    const auto& paragraph = view.paragraphs[i];
    const bool is_there =
        number > 0 ? paragraph.number == number
                   : std::array<int, 3>{paragraph.table, paragraph.row, paragraph.column} == cell;
    if (!is_there) continue;
    const auto& words = paragraph.is_clean ? paragraph.text : paragraph.raw;
    if (words == place.excerpt) return i;
    if (!near) near = i;
  }
  return near;
}

void annotate(const std::string& bytes, const CheckJob& job, const Diagnostics& found,
              Workshop& workshop) {
  const auto language = job.english ? Language::english : Language::vietnamese;
  check::DocumentPackage package(bytes, job.file);
  const check::DocumentView view(package);
  std::vector<check::Finding> findings;
  for (auto finding : found.findings()) {
    const auto place = paragraph_at(view, finding.place, job.file);
    // Elsewhere no comment can stand: the first paragraph has it, with the place.
    if (!place) finding.hints.push_back({"hint.template.at", {address(finding.place, language)}});
    findings.push_back({std::move(finding), {place.value_or(0)}});
  }
  check::annotate(package, view, findings, language);
  if (!workshop.options().dry_run) workshop.files().write(job.annotated, package.save());
}

}  // namespace

std::optional<CheckReport> check_template(Workshop& workshop, const CheckJob& job,
                                          const std::string& bytes) {
  if (!job.profile.empty() || !job.fixed.empty()) return std::nullopt;
  const auto found = findings_of(workshop, job, bytes);
  if (!found && !job.data_file.empty()) {
    throw Error(Diagnostic{Severity::error,
                           {"check.no-template", {}},
                           {job.file, {}, {}, 0, 0},
                           {{"hint.check.no-template", {}}}});
  }
  if (!found) return std::nullopt;
  CheckReport report;
  report.is_template = true;
  report.findings = found->findings();
  if (job.annotated.empty()) return report;
  annotate(bytes, job, *found, workshop);
  report.files.push_back(job.annotated);
  return report;
}

}  // namespace quyche

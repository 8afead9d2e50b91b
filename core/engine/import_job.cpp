#include "engine/import_job.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/environment.hpp"
#include "docx/composer.hpp"
#include "docx/package.hpp"
#include "localise/wording.hpp"
#include "model/akn_reader.hpp"
#include "model/akn_writer.hpp"
#include "model/numbering.hpp"
#include "model/word/model_record.hpp"
#include "model/word/record_merge.hpp"
#include "model/word_import.hpp"

namespace quyche {
namespace {

/// The model itself as a document: nothing localised, every field a blank.
std::string exported(const Regulation& model, const FormatProfile& profile, Date day,
                     const std::string& record) {
  Diagnostics found;
  LocalRegulation plain;
  plain.text = model;
  plain.jurisdiction.day = day;
  // The model shows the wording of its first case; nothing else is decided.
  for (const auto& term : model.terms) {
    if (term.wordings.front().when) {
      const auto& when = *term.wordings.front().when;
      if (!when.negated) plain.values.emplace(when.field, when.value);
    }
  }
  (void)settle_terms(plain.text, {}, plain.values, found);
  plain.values.clear();
  if (!model.frame.sign_modes.empty()) plain.sign_mode = model.frame.sign_modes.front().name;
  found.throw_if_errors();
  Compressor compressor;
  return write_archive(pack_parts(compose(plain, profile, {true, record}), compressor));
}

Date day_of(const Regulation& model) { return model.date.value_or(today()); }

/// What an untouched export would be reported for too says nothing about the clerk's file.
void add_own(const Diagnostics& read, const Diagnostics& untouched, Diagnostics& found) {
  const auto& usual = untouched.findings();
  for (const auto& finding : read.findings()) {
    const bool is_usual = std::any_of(usual.begin(), usual.end(), [&](const Diagnostic& other) {
      return other.message == finding.message && other.place.excerpt == finding.place.excerpt;
    });
    if (!is_usual) found.add(finding);
  }
}

/// The record of the exported model; nothing when the document has none, with a warning when it had
/// one and another program lost it.
std::optional<Regulation> recorded_model(const ModelRecord& record, const std::string& file,
                                         Diagnostics& found) {
  bool is_lost = record.is_lost;
  if (!record.akn.empty()) {
    try {
      auto model = read_regulation(record.akn, file);
      Diagnostics settled;  // reported when it was exported
      number_provisions(model, settled);
      return model;
    } catch (const Error&) {
      is_lost = true;
    }
  }
  if (is_lost) {
    found.add({Severity::warning,
               {"import.record-lost", {}},
               {file, {}, {}, 0, 0},
               {{"hint.import.record-lost", {}}}});
  }
  return std::nullopt;
}

Regulation imported(Workshop& workshop, const std::string& file, Diagnostics& found) {
  const auto bytes = workshop.files().read(file);
  Diagnostics own;
  auto read = import_word(bytes, file, own);
  const auto record = find_record(bytes, file);
  const auto model = recorded_model(record, file, found);
  if (!model) {
    found.add(own.findings());
    return read;
  }
  const auto day = date_from_iso(record.date).value_or(day_of(*model));
  const auto& profile = choose_profile(workshop.profiles(), model->frame.family, day);
  Diagnostics usual;
  const auto untouched = import_word(exported(*model, profile, day, {}), file, usual);
  add_own(own, usual, found);
  return merge_record({*model, untouched, read}, file, found);
}

}  // namespace

JobResult run_import_job(Workshop& workshop, const std::string& docx, const std::string& output) {
  Diagnostics found;
  auto regulation = imported(workshop, docx, found);
  number_provisions(regulation, found);
  found.throw_if_errors();
  JobResult result;
  if (!workshop.options().dry_run) workshop.files().write(output, write_regulation(regulation));
  result.documents = 1;
  result.files.push_back(output);
  result.findings = found.findings();
  return result;
}

JobResult run_export_job(Workshop& workshop, const std::string& output, std::optional<Date> date) {
  const auto& model = workshop.model();
  const auto day = date.value_or(day_of(model));
  const auto& profile = choose_profile(workshop.profiles(), model.frame.family, day);
  const auto bytes = exported(model, profile, day, write_regulation(model));
  JobResult result;
  if (!workshop.options().dry_run) workshop.files().write(output, bytes);
  result.documents = 1;
  result.files.push_back(output);
  return result;
}

}  // namespace quyche

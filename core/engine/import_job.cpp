#include "engine/import_job.hpp"

#include "docx/composer.hpp"
#include "docx/package.hpp"
#include "localise/wording.hpp"
#include "model/akn_writer.hpp"
#include "model/numbering.hpp"
#include "model/word_import.hpp"

namespace quyche {

JobResult run_import_job(Workshop& workshop, const std::string& docx, const std::string& output) {
  Diagnostics found;
  auto regulation = import_word(workshop.files().read(docx), docx, found);
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
  Diagnostics found;
  LocalRegulation plain;
  plain.text = model;
  plain.jurisdiction.day = date.value_or(model.date.value_or(today()));
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
  const auto& profile =
      choose_profile(workshop.profiles(), model.frame.family, plain.jurisdiction.day);
  JobResult result;
  if (!workshop.options().dry_run) {
    workshop.files().write(output, write_archive(pack_parts(compose(plain, profile), compressor)));
  }
  result.documents = 1;
  result.files.push_back(output);
  return result;
}

}  // namespace quyche

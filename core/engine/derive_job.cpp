#include "engine/derive_job.hpp"

#include "compare/derivation.hpp"
#include "engine/compared_text.hpp"
#include "engine/diff_job.hpp"
#include "localise/apply_amendments.hpp"
#include "model/numbering.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_named_differences = 5;

/// The amendments must give the edited text back.
void prove(const Regulation& model, const Regulation& edited, const std::vector<Amendment>& list,
           Diagnostics& found) {
  auto amended = model;
  Diagnostics refused;
  apply_amendments(amended.body, list, {}, {}, refused);
  number_provisions(amended, refused);
  found.add(refused.findings());
  const auto made = list_provisions(amended, {});
  const auto wanted = list_provisions(edited, {});
  std::size_t differences = made.size() == wanted.size() ? 0 : 1;
  for (std::size_t i = 0; i < std::min(made.size(), wanted.size()); ++i) {
    if (made[i].text == wanted[i].text || ++differences > k_named_differences) continue;
    found.add({Severity::warning,
               {"derive.not-exact", {wanted[i].name}},
               {{}, {{PlaceStep::Kind::provision, made[i].provision->id}}, wanted[i].text, 0, 0},
               {{"hint.derive-not-exact", {}}}});
  }
}

}  // namespace

JobResult run_derive_job(Workshop& workshop, const DeriveJob& job) {
  JobResult result;
  Diagnostics found;
  const auto model = read_compared(workshop, job.model, found);
  const auto edited = read_compared(workshop, job.edited, found);
  tell_other_family(model.local.text, edited.local.text, job.edited, found);
  const auto list =
      derive_amendments(model.local.text, edited.local.text, trust_ids(model, edited), found);
  found.throw_if_errors();
  prove(model.local.text, edited.local.text, list, found);
  found.throw_if_errors();
  const auto write = [&](const std::string& path, const std::string& bytes) {
    if (!workshop.options().dry_run) workshop.files().write(path, bytes);
    result.files.push_back(path);
  };
  write(job.output, write_amendments(model.local.text, list));
  if (!job.redline.empty()) {
    write(job.redline, make_redline(workshop, model, edited, {job.author, job.date}, found));
  }
  result.documents = list.size();
  result.findings = found.findings();
  return result;
}

}  // namespace quyche

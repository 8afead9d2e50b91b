#include "engine/diff_job.hpp"

#include <algorithm>

#include "compare/absorption.hpp"
#include "compare/comparison.hpp"
#include "compare/document_bytes.hpp"
#include "compare/side_table.hpp"
#include "model/word/word_package.hpp"

namespace quyche {
namespace {

void tell_left_out(const WordBlocks& blocks, const std::string& file, Diagnostics& found) {
  if (blocks.left_out == 0) return;
  found.add({Severity::warning,
             {"compare.pictures", {std::to_string(blocks.left_out)}},
             {file, {}, {}, 0, 0},
             {{"hint.compare-pictures", {}}}});
}

void check_kinship(const ComparedText& before, const ComparedText& after,
                   const std::vector<ProvisionChange>& changes, Diagnostics& found) {
  tell_other_family(before.local.text, after.local.text, after.file, found);
  const auto shared = static_cast<std::size_t>(std::count_if(
      changes.begin(), changes.end(),
      [](const ProvisionChange& change) { return !change.added && !change.removed; }));
  if (shared * k_least_shared >= changes.size()) return;
  found.add({Severity::warning,
             {"compare.unrelated", {std::to_string(shared), std::to_string(changes.size())}},
             {after.file, {}, {}, 0, 0},
             {{"hint.compare-unrelated", {}}}});
}

/// What was merged into another provision, and what was split off.
void tell_absorbed(const ProvisionList& before, const ProvisionList& after,
                   const Matching& matching, const std::string& file, Diagnostics& found) {
  const Place place{file, {}, {}, 0, 0};
  const auto tell = [&](const char* code, const ListedProvision& small,
                        const ListedProvision& large) {
    found.add({Severity::note, {code, {small.name, large.name}}, place, {}});
  };
  const auto merged = absorbed(before, after, matching.after_of);
  for (std::size_t i = 0; i < merged.size(); ++i) {
    if (merged[i]) tell("compare.merged", before[i], after[*merged[i]]);
  }
  const auto split = absorbed(after, before, matching.before_of);
  for (std::size_t j = 0; j < split.size(); ++j) {
    if (split[j]) tell("compare.split", after[j], before[*split[j]]);
  }
}

}  // namespace

std::string make_redline(const WordFile& before, const WordFile& after, const ChangeMark& mark,
                         Diagnostics& found) {
  auto old_parts = word::open_word(before.bytes, before.name);
  auto new_parts = word::open_word(after.bytes, after.name);
  const auto old_blocks =
      read_word_blocks(std::move(old_parts.document), new_parts.styles, before.name);
  const auto new_blocks =
      read_word_blocks(std::move(new_parts.document), new_parts.styles, after.name);
  tell_left_out(old_blocks, before.name, found);
  tell_left_out(new_blocks, after.name, found);
  return with_document(after.bytes, after.name,
                       word_document(redline_body(old_blocks, new_blocks, mark)));
}

std::string make_redline(Workshop& workshop, const ComparedText& before, const ComparedText& after,
                         const RedlineOrder& order, Diagnostics& found) {
  const auto old_bytes = word_bytes_of(workshop, before);
  const auto new_bytes = word_bytes_of(workshop, after);
  const ChangeMark mark{order.author.empty() ? k_own_author : order.author,
                        order.date.value_or(day_of(after))};
  return make_redline({old_bytes, before.file}, {new_bytes, after.file}, mark, found);
}

DiffReport run_diff_job(Workshop& workshop, const DiffJob& job) {
  DiffReport report;
  Diagnostics found;
  const auto before = read_compared(workshop, job.before, found);
  const auto after = read_compared(workshop, job.after, found);
  const auto old_list = list_provisions(before.local.text, before.local.values);
  const auto new_list = list_provisions(after.local.text, after.local.values);
  const auto matching = match_provisions(old_list, new_list, trust_ids(before, after));
  report.changes = compare_provisions(old_list, new_list, matching);
  check_kinship(before, after, report.changes, found);
  tell_absorbed(old_list, new_list, matching, job.after, found);
  const auto write = [&](const std::string& path, const std::string& bytes) {
    if (!workshop.options().dry_run) workshop.files().write(path, bytes);
    report.files.push_back(path);
  };
  if (!job.side.empty()) {
    const auto day = job.date.value_or(day_of(after));
    const auto& profile = choose_profile(workshop.profiles(), after.local.text.frame.family, day);
    const PlainPage page{"", day, true};
    write(job.side, plain_document(profile, page, side_table(report.changes, profile)));
  }
  if (!job.redline.empty()) {
    write(job.redline, make_redline(workshop, before, after, {job.author, job.date}, found));
  }
  report.findings = found.findings();
  return report;
}

}  // namespace quyche

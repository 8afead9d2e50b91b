#include "engine/village_rebase.hpp"

#include <algorithm>
#include <atomic>

#include "base/date.hpp"
#include "base/named_value.hpp"
#include "compare/derivation.hpp"
#include "compare/issued_values.hpp"
#include "compare/plain_words.hpp"
#include "docx/composer.hpp"
#include "docx/package.hpp"
#include "engine/commune_press.hpp"
#include "engine/conflict_files.hpp"
#include "engine/diff_job.hpp"
#include "engine/fill_job.hpp"
#include "engine/rebase_table.hpp"
#include "engine/village_edits.hpp"
#include "engine/village_record.hpp"
#include "engine/village_redline.hpp"
#include "engine/work_queue.hpp"
#include "localise/apply_amendments.hpp"
#include "model/akn_writer.hpp"
#include "model/numbering.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_docx = ".docx";
constexpr std::string_view k_conflicts = "-conflicts";
constexpr std::string_view k_redline = "-redline";
constexpr std::string_view k_decision = "-decision";
constexpr std::string_view k_consolidated = "-consolidated";

/// Documents below `folder`, in order, without those a rebase writes beside them.
void find_documents(const Files& files, const std::string& folder, const std::string& below,
                    std::vector<std::string>& found) {
  for (const auto& name : files.list(folder + below)) {
    const auto path = below + "/" + name;
    if (files.is_folder(folder + path)) {
      find_documents(files, folder, path, found);
      continue;
    }
    if (!name.ends_with(k_docx)) continue;
    auto stem = path.substr(0, path.size() - k_docx.size());
    const bool is_ours = stem.ends_with(k_conflicts) || stem.ends_with(k_redline) ||
                         stem.ends_with(k_decision) || stem.ends_with(k_consolidated);
    if (!is_ours) found.push_back(stem);
  }
}

EngineOptions with_model(EngineOptions options, const std::string& model) {
  options.model_file = model;
  return options;
}

EngineOptions new_side(EngineOptions options, const RebaseJob& job) {
  if (!job.new_plugins.empty()) options.plugin_roots = job.new_plugins;
  return with_model(std::move(options), job.new_model);
}

/// A village's files, old and new.
struct Paper {
  std::string docx;
  std::string xml;
};

class VillageRebase {
 public:
  VillageRebase(Workshop& workshop, const RebaseJob& job)
      : job_(job),
        old_(with_model(workshop.options(), job.old_model)),
        new_(new_side(workshop.options(), job)),
        old_presses_(old_, {}, true),
        new_presses_(new_, {}, true) {
    if (!job.resolved.empty()) resolved_ = read_choices(workshop, job.resolved);
    find_documents(old_.files(), job.data, "", stems_);
    if (!stems_.empty()) return;
    throw Error(Diagnostic{Severity::error,
                           {"rebase.no-documents", {}},
                           {job.data, {}, {}, 0, 0},
                           {{"hint.rebase-documents", {}}}});
  }

  RebaseReport run() {
    RebaseReport report;
    report.lines.resize(stems_.size());
    cells_.resize(stems_.size());
    std::atomic<std::size_t> next = 0;
    run_workers(old_.threads(), [&] {
      Desk desk;
      for (auto at = next++; at < stems_.size(); at = next++) {
        carry(stems_[at], desk, report.lines[at], cells_[at]);
      }
    });
    new_.files().publish();
    for (const auto& line : report.lines) report.open_conflicts += line.conflicts.size();
    const auto table = job_.folder + "/needs-person.csv";
    if (!new_.options().dry_run) new_.files().write(table, rebase_table(report));
    report.files = {job_.folder, table, write_review()};
    return report;
  }

 private:
  /// What a worker keeps from one document to the next.
  struct Desk {
    Compressor compressor;
    CanonicalValues convert;
    VillageRedlines redlines;
  };

  void carry(const std::string& stem, Desk& desk, RebaseLine& line, Values& cell) {
    line.file = job_.data + stem + std::string(k_docx);
    line.name = stem.substr(1);
    try {
      carry_one(stem, desk, line, cell);
    } catch (const Error& error) {
      line.findings.insert(line.findings.end(), error.findings().begin(), error.findings().end());
    } catch (const std::exception& bug) {
      line.findings.push_back({Severity::error, {"bug.unexpected", {bug.what()}}, {}, {}});
    }
  }

  void carry_one(const std::string& stem, Desk& desk, RebaseLine& line, Values& cell) {
    Paper old_paper;
    old_paper.docx = old_.files().read(line.file);
    const auto xml_file = job_.data + stem + ".xml";
    if (old_.files().exists(xml_file)) old_paper.xml = old_.files().read(xml_file);
    const Form form(old_paper.docx, line.file);
    const auto record = read_record(form, desk.convert, line);
    cell = record;
    const auto day = day_of(record);
    const bool is_template = value_of(record, "village_name").empty();
    const auto press = old_presses_.get(record, day);
    const auto complete = is_template ? Values{} : completed(record, *press);
    const auto printed = printed_by(*press, complete, is_template);

    const auto fresh = new_record(record);
    const auto new_press = new_presses_.get(fresh, job_.date.value_or(day));
    auto new_complete = is_template ? Values{} : completed(fresh, *new_press);
    if (!job_.date) new_complete.erase("issue_date");
    new_complete.erase("number");
    const bool own_docx = !form.is_filling(*press->form, printed.parts);
    // A template's twin says the day it was made for.
    const bool own_xml = !is_template && !old_paper.xml.empty() && old_paper.xml != printed.xml;
    if (!own_docx && !own_xml) {
      const auto paper = printed_by(*new_press, new_complete, is_template);
      print_anew(stem, form, {new_press, paper.parts}, paper.xml, desk);
      return;
    }
    const Sides sides{*press, *new_press, complete, new_complete, is_template};
    VillageEdits edited;
    if (own_docx) {
      std::string printed_docx;
      press->form->pack(printed.parts, desk.compressor, printed_docx);
      edited = read_edited_docx({old_paper.docx, printed_docx}, is_template, line);
    } else {
      edited = read_edited_xml({old_paper.xml, printed.xml}, line);
    }
    Paper new_paper;
    if (merge(stem, sides, std::move(edited), line, new_paper)) {
      write(stem, old_paper, new_paper, line);
    }
  }

  /// The cells whose regulation is to be amended, for the register.
  [[nodiscard]] std::string write_review() {
    const auto path = job_.folder + "/needs-review.csv";
    if (!new_.options().dry_run) new_.files().write(path, review_table(cells_));
    return path;
  }

  static Values completed(Values record, const CommunePress& press) {
    complete_record(record, press.local, press.plugin->code.get());
    return record;
  }

  struct Printed {
    Form::Filled parts;
    std::string xml;
  };
  static Printed printed_by(const CommunePress& press, const Values& record, bool is_template) {
    if (is_template) {
      return {press.form->filled({}, press.local.text.fields), write_local_regulation(press.local)};
    }
    Printed printed{press.filled(record), {}};
    press.print_xml(record, printed.xml);
    return printed;
  }

  /// Nobody has changed a word of it.
  void print_anew(const std::string& stem, const Form& form, const PrintedPaper& paper,
                  const std::string& xml, Desk& desk) {
    if (new_.options().dry_run) return;
    const auto target = job_.folder + stem;
    std::string docx;
    paper.press->form->pack(paper.parts, desk.compressor, docx);
    auto& files = new_.files();
    files.stage(target + std::string(k_docx), docx);
    files.stage(target + ".xml", xml);
    files.stage(target + std::string(k_redline) + std::string(k_docx),
                desk.redlines.make(form, paper, mark(), desk.compressor));
  }

  [[nodiscard]] ChangeMark mark() const {
    return {job_.author.empty() ? "quyche" : job_.author, job_.date.value_or(today())};
  }

  Values read_record(const Form& form, CanonicalValues& convert, RebaseLine& line) {
    Diagnostics found;
    auto record = read_form(form, old_.model().fields, convert, found);
    for (const auto& [property, field] : {std::pair{"commune", "commune_code"},
                                          {"sign_mode", "sign_mode"},
                                          {"district", "district"},
                                          {"date", "!day"}}) {
      const auto value = form.properties().find(property);
      if (value != form.properties().end()) record[field] = value->second;
    }
    for (const auto& finding : found.findings()) {
      if (finding.severity == Severity::error) line.findings.push_back(finding);
    }
    return record;
  }

  /// The paper's own day; of a draft the day its text is of.
  static Date day_of(const Values& record) {
    for (const auto* name : {"issue_date", "!day"}) {
      const auto value = record.find(name);
      const auto day = value == record.end() ? std::nullopt : date_from_iso(value->second);
      if (day) return *day;
    }
    return today();
  }

  /// The amended text is adopted anew: number and day are not known yet.
  [[nodiscard]] Values new_record(Values record) const {
    record.erase("number");
    record.erase("issue_date");
    record[k_state] = k_state_drafting;
    if (job_.date) record["issue_date"] = iso(*job_.date);
    return record;
  }

  struct Sides {
    const CommunePress& before;
    const CommunePress& after;
    const Values& old_values;
    const Values& new_values;
    bool is_template = false;  ///< a commune's: its blanks stay blanks
  };

  /// The village's own changes onto the new text; false when a person must decide first.
  bool merge(const std::string& stem, const Sides& sides, VillageEdits edited, RebaseLine& line,
             Paper& paper) {
    const auto before = text_of_press(sides.before, sides.old_values, sides.is_template);
    auto after = text_of_press(sides.after, sides.new_values, sides.is_template);
    take_ids(before, edited.printed);
    tell_edited_frame(edited, line);
    Diagnostics found;
    auto list = derive_amendments(edited.printed, edited.text, edited.trust_ids, found);
    restore_references(before, list);
    const ConflictFiles files{job_.folder + stem + std::string(k_conflicts), job_.author,
                              job_.date.value_or(today()), after.frame.family};
    auto choices = read_earlier_choices(new_, files);
    for (const auto& [key, words] : resolved_) choices[key] = words;
    auto moved = transplant_amendments(before, after, list, choices, found);
    line.changes = moved.list.size();
    const Origin origin{Origin::Act::replaced, Level::village, line.name,
                        iso(day_of(sides.old_values))};
    if (moved.conflicts.empty()) {
      apply_amendments(after.body, moved.list, {}, origin, found);
      number_leniently(after, line.file, found);
    }
    (void)write_conflicts(new_, files, moved.conflicts, choices);
    line.conflicts = std::move(moved.conflicts);
    line.references = std::move(moved.references);
    const auto& findings = found.findings();
    line.findings.insert(line.findings.end(), findings.begin(), findings.end());
    if (!line.conflicts.empty() || found.has_errors()) return false;
    print(sides, std::move(after), paper);
    return true;
  }

  void print(const Sides& sides, Regulation text, Paper& paper) {
    auto local = sides.after.local;
    local.text = std::move(text);
    for (const auto& [name, value] : sides.new_values) local.values[name] = value;
    const auto& profile =
        choose_profile(new_.profiles(), local.text.frame.family, local.jurisdiction.day);
    Compressor compressor;
    paper.docx = write_archive(pack_parts(compose(local, profile), compressor));
    paper.xml = write_local_regulation(local);
  }

  void write(const std::string& stem, const Paper& old_paper, const Paper& new_paper,
             RebaseLine& line) {
    if (new_.options().dry_run) return;
    auto& files = new_.files();
    const auto target = job_.folder + stem;
    files.stage(target + std::string(k_docx), new_paper.docx);
    files.stage(target + ".xml", new_paper.xml);
    Diagnostics found;
    const auto new_file = target + std::string(k_docx);
    files.stage(
        target + std::string(k_redline) + std::string(k_docx),
        make_redline({old_paper.docx, line.file}, {new_paper.docx, new_file}, mark(), found));
    line.findings.insert(line.findings.end(), found.findings().begin(), found.findings().end());
  }

  const RebaseJob& job_;
  Workshop old_;
  Workshop new_;
  CommunePresses old_presses_;
  CommunePresses new_presses_;
  Choices resolved_;  ///< decisions given for all of them
  std::vector<std::string> stems_;
  std::vector<Values> cells_;  ///< what each document says of its cell
};

}  // namespace

RebaseReport rebase_villages(Workshop& workshop, const RebaseJob& job) {
  return VillageRebase(workshop, job).run();
}

}  // namespace quyche

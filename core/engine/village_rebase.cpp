#include "engine/village_rebase.hpp"

#include <algorithm>
#include <atomic>

#include "base/date.hpp"
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
#include "engine/village_record.hpp"
#include "engine/work_queue.hpp"
#include "localise/apply_amendments.hpp"
#include "model/akn_writer.hpp"
#include "model/numbering.hpp"
#include "model/word_import.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_docx = ".docx";
constexpr std::string_view k_conflicts = "-conflicts";
constexpr std::string_view k_redline = "-redline";

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
    if (!stem.ends_with(k_conflicts) && !stem.ends_with(k_redline)) found.push_back(stem);
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
    std::atomic<std::size_t> next = 0;
    auto workers = start_workers(old_.threads(), [&] {
      Compressor compressor;
      for (auto at = next++; at < stems_.size(); at = next++) {
        carry(stems_[at], compressor, report.lines[at]);
      }
    });
    for (auto& worker : workers) worker.join();
    new_.files().publish();
    for (const auto& line : report.lines) report.open_conflicts += line.conflicts.size();
    const auto table = job_.folder + "/needs-person.csv";
    if (!new_.options().dry_run) new_.files().write(table, rebase_table(report));
    report.files = {job_.folder, table};
    return report;
  }

 private:
  void carry(const std::string& stem, Compressor& compressor, RebaseLine& line) {
    line.file = job_.data + stem + std::string(k_docx);
    line.name = stem.substr(1);
    try {
      carry_one(stem, compressor, line);
    } catch (const Error& error) {
      line.findings.insert(line.findings.end(), error.findings().begin(), error.findings().end());
    } catch (const std::exception& bug) {
      line.findings.push_back({Severity::error, {"bug.unexpected", {bug.what()}}, {}, {}});
    }
  }

  void carry_one(const std::string& stem, Compressor& compressor, RebaseLine& line) {
    Paper old_paper;
    old_paper.docx = old_.files().read(line.file);
    const auto xml_file = job_.data + stem + ".xml";
    if (old_.files().exists(xml_file)) old_paper.xml = old_.files().read(xml_file);
    const auto record = read_record(old_paper, line);
    const auto day = day_of(record);
    const auto press = old_presses_.get(record, day);
    auto complete = record;
    complete_record(complete, press->local, press->plugin->code.get());
    Paper printed;
    press->print_docx(complete, compressor, printed.docx);
    press->print_xml(complete, printed.xml);

    const auto fresh = new_record(record);
    const auto new_press = new_presses_.get(fresh, job_.date.value_or(day));
    auto new_complete = fresh;
    complete_record(new_complete, new_press->local, new_press->plugin->code.get());
    if (!job_.date) new_complete.erase("issue_date");
    new_complete.erase("number");
    Paper new_paper;
    const bool own_docx = old_paper.docx != printed.docx;
    const bool own_xml = !old_paper.xml.empty() && old_paper.xml != printed.xml;
    if (!own_docx && !own_xml) {
      new_press->print_docx(new_complete, compressor, new_paper.docx);
      new_press->print_xml(new_complete, new_paper.xml);
    } else {
      const Sides sides{*press, *new_press, complete, new_complete};
      const auto edited =
          own_docx ? edited_docx(old_paper, printed, line) : edited_xml(old_paper, printed, line);
      if (!merge(stem, sides, edited, line, new_paper)) return;
    }
    write(stem, old_paper, new_paper, line);
  }

  Values read_record(const Paper& paper, RebaseLine& line) {
    const Form form(paper.docx, line.file);
    Diagnostics found;
    auto record = read_form(form, old_.model().fields, found);
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
  };

  /// What was printed and what a clerk made of it, read in the same way.
  struct Edited {
    Regulation printed;
    Regulation text;
    bool trust_ids = false;
  };

  static Edited edited_docx(const Paper& paper, const Paper& printed, RebaseLine& line) {
    Edited edited;
    Diagnostics ignored;
    Diagnostics found;
    const auto read = [](const std::string& bytes, const std::string& file, Diagnostics& into) {
      auto text = import_word(bytes, file, into);
      number_leniently(text, into);
      text.body = plain_body(text, text.values);
      return text;
    };
    edited.printed = read(printed.docx, line.file, ignored);
    edited.text = read(paper.docx, line.file, found);
    for (const auto& finding : found.findings()) {
      const auto& known = ignored.findings();
      if (std::find(known.begin(), known.end(), finding) == known.end()) {
        line.findings.push_back(finding);
      }
    }
    return edited;
  }

  static Edited edited_xml(const Paper& paper, const Paper& printed, RebaseLine& line) {
    Diagnostics ignored;
    const auto read = [&](const std::string& bytes) {
      auto local = read_issued(bytes, line.file, ignored);
      local.text.body = plain_body(local.text, local.values);
      return local.text;
    };
    return {read(printed.xml), read(paper.xml), true};
  }

  static Regulation plain(const CommunePress& press, const Values& record) {
    auto values = press.local.values;
    for (const auto& [name, value] : record) values[name] = value;
    auto text = press.local.text;
    text.body = plain_body(text, values);
    return text;
  }

  /// The village's own changes onto the new text; false when a person must decide first.
  bool merge(const std::string& stem, const Sides& sides, Edited edited, RebaseLine& line,
             Paper& paper) {
    const auto before = plain(sides.before, sides.old_values);
    auto after = plain(sides.after, sides.new_values);
    take_ids(before, edited.printed);
    Diagnostics found;
    const auto list = derive_amendments(edited.printed, edited.text, edited.trust_ids, found);
    const ConflictFiles files{job_.folder + stem + std::string(k_conflicts), job_.author,
                              job_.date.value_or(today()), after.frame.family};
    const auto choices = read_earlier_choices(new_, files);
    auto moved = transplant_amendments(before, after, list, choices, found);
    line.changes = moved.list.size();
    const Origin origin{Origin::Act::replaced, Level::village, line.name,
                        iso(day_of(sides.old_values))};
    if (moved.conflicts.empty()) {
      apply_amendments(after.body, moved.list, {}, origin, found);
      number_leniently(after, found);
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
    const ChangeMark mark{job_.author.empty() ? "quyche" : job_.author,
                          job_.date.value_or(today())};
    const auto new_file = target + std::string(k_docx);
    files.stage(target + std::string(k_redline) + std::string(k_docx),
                make_redline({old_paper.docx, line.file}, {new_paper.docx, new_file}, mark, found));
    line.findings.insert(line.findings.end(), found.findings().begin(), found.findings().end());
  }

  const RebaseJob& job_;
  Workshop old_;
  Workshop new_;
  CommunePresses old_presses_;
  CommunePresses new_presses_;
  std::vector<std::string> stems_;
};

}  // namespace

RebaseReport rebase_villages(Workshop& workshop, const RebaseJob& job) {
  return VillageRebase(workshop, job).run();
}

}  // namespace quyche

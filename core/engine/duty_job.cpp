#include "engine/duty_job.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "base/archive.hpp"
#include "base/date.hpp"
#include "base/text.hpp"
#include "engine/duty_checks.hpp"
#include "engine/duty_shelf.hpp"
#include "engine/duty_values.hpp"
#include "engine/register_job.hpp"

namespace quyche {
namespace {

using Records = std::vector<Record>;

// Posts in a team are held for some time; what else has a year is of that year.
bool is_current(const Record& record, const Table& table, const std::string& day,
                const std::string& year) {
  if (table.has_column("to_day") && record.text("to_day") < day && !record.text("to_day").empty()) {
    return false;
  }
  if (table.has_column("from_day") && record.text("from_day") > day) return false;
  if (table.has_column("year")) return record.text("year") == year;
  const auto& own = record.text("day");
  return own.empty() || own.starts_with(year);
}

// The day a paper about one record bears.
Date day_of(const Record& record, Date otherwise) {
  for (const char* column : {"answered_on", "day"}) {
    if (const auto day = date_from_iso(record.text(column))) return *day;
  }
  return otherwise;
}

class DutyPress {
 public:
  DutyPress(Workshop& workshop, const DutyJob& job)
      : workshop_(workshop),
        job_(job),
        shelf_(workshop),
        rules_(workshop.files().read(workshop.options().data_folder + k_meeting_rules),
               workshop.options().data_folder + k_meeting_rules),
        store_(open_register(workshop, job.view)),
        units_(store_),
        wording_(workshop),
        day_(job.view.as_of ? *job.view.as_of : today()),
        year_(std::to_string(job.year != 0 ? job.year : static_cast<int>(day_.year()))) {}

  RegisterResult run() {
    const auto papers = shelf_.wanted(job_.paper);
    auto& lookup = lookup_on(day_);
    if (job_.cell.empty()) {
      for (const auto& cell : lookup.all()) make_all(cell, papers);
    } else {
      make_all(lookup.find(job_.cell).cell, papers);
    }
    if (!job_.only_check) workshop_.files().publish();
    if (!job_.only_check) found_.throw_if_errors();
    if (result_.files.empty() && !job_.only_check) refuse_nothing(papers);
    result_.findings = found_.findings();
    return std::move(result_);
  }

 private:
  void make_all(const Record& cell, const std::vector<const DutyPaper*>& papers) {
    checked_.clear();
    try {
      const auto about = cell_on(cell, day_);
      for (const auto* paper : papers) make(about, *paper);
    } catch (const Error& error) {
      found_.add(error.findings());
    }
  }

  void make(const DutyCell& cell, const DutyPaper& paper) {
    const auto records = records_of(cell, paper.roster);
    const bool is_right = check(cell, paper.roster.source, records);
    if (records.empty() && paper.definition.is_due && job_.only_check) {
      found_.add({Severity::warning,
                  {"duty.lacking", {cell.words.cell, paper.definition.label, year_}},
                  {},
                  {{"hint.duty-import", {paper.roster.id}}}});
    }
    if (records.empty() || job_.only_check || !is_right) return;
    if (!paper.definition.for_each) {
      write(cell, paper, values_of(cell, paper, records), path_of(cell, paper, nullptr));
      return;
    }
    for (const auto& record : records) {
      const auto day = job_.view.as_of ? *job_.view.as_of : day_of(record, day_);
      const auto then = day == cell.day ? cell : cell_on(cell.card.cell, day);
      auto values = values_of(then, paper, {record});
      values.add("row", record_value(paper.roster, record));
      if (paper.roster.source == "admission") values.add("vote", vote_value(record));
      write(then, paper, std::move(values), path_of(cell, paper, &record));
    }
  }

  [[nodiscard]] Records records_of(const DutyCell& cell, const RosterDefinition& roster) {
    const auto& table = register_table(roster.source);
    auto where = "cell_id=" + std::to_string(cell.card.cell.id);
    auto records = store_.select(roster.source, where);
    std::erase_if(records, [&](const Record& record) {
      if (!job_.record.empty()) return std::to_string(record.id) != job_.record;
      return !is_current(record, table, iso(day_), year_);
    });
    if (table.has_column("sort_key")) {
      std::stable_sort(records.begin(), records.end(), [](const Record& left, const Record& right) {
        return left.text("sort_key") < right.text("sort_key");
      });
    }
    return records;
  }

  /// Each table of a cell is checked once, though several papers are made of it.
  bool check(const DutyCell& cell, const std::string& table, const Records& records) {
    const auto known = checked_.find(table);
    if (known != checked_.end()) return known->second;
    Diagnostics about;
    check_duty(table, cell, records, rules_, about);
    found_.add(about.findings());
    return checked_[table] = !about.has_errors();
  }

  [[nodiscard]] ValueMapBuilder values_of(const DutyCell& cell, const DutyPaper& paper,
                                          const Records& records) {
    auto values = duty_values(workshop_, cell, shelf_.format_of(paper, cell.day));
    values.text("year", year_).text("number", job_.number).text("signer", job_.signer);
    values.add("rows", list_of(records, [&](const Record& record) {
                 return record_value(paper.roster, record);
               }));
    return values;
  }

  [[nodiscard]] Value vote_value(const Record& record) const {
    const auto vote = admission_vote(record, rules_);
    return ValueMapBuilder()
        .whole("yes", vote.yes)
        .whole("no", vote.no)
        .whole("abstain", vote.abstain)
        .whole("counted", vote.counted)
        .whole("needed", vote.needed)
        .take();
  }

  [[nodiscard]] std::string path_of(const DutyCell& cell, const DutyPaper& paper,
                                    const Record* record) const {
    if (job_.output.ends_with(".docx")) return job_.output;
    auto path = job_.output + "/";
    if (job_.cell.empty()) {
      path += file_slug(unit_title(cell.card.commune) + " " + cell.words.village) + "/";
    }
    path += paper.definition.file;
    if (record != nullptr) {
      const auto& name = record->text(record->text("name").empty() ? "sender" : "name");
      path += "-" + file_slug(name + " " + std::to_string(record->id));
    }
    return path + ".docx";
  }

  void write(const DutyCell& cell, const DutyPaper& paper, ValueMapBuilder values,
             const std::string& path) {
    const auto all = values.take();
    const auto& made = shelf_.compiled(paper, cell.day);
    if (!made.applies(all)) return;
    if (!written_.insert(path).second) {
      throw Error(Diagnostic{Severity::error,
                             {"duty.one-file", {path}},
                             {path, {}, {}, 0, 0},
                             {{"hint.duty-one-file", {}}}});
    }
    std::string document;
    made.render(all, compressor_, document, found_);
    if (!workshop_.options().dry_run) workshop_.files().stage(path, document);
    result_.files.push_back(path);
    ++result_.rows;
  }

  [[nodiscard]] DutyCell cell_on(const Record& cell, Date day) {
    const auto card = lookup_on(day).card(cell);
    return {card, wording_.words(card.cell, card.commune, day), day};
  }

  CellLookup& lookup_on(Date day) {
    auto& lookup = lookups_[iso(day)];
    if (lookup == nullptr) {
      const auto unit = day == day_ ? job_.view.unit : std::string();
      lookup = std::make_unique<CellLookup>(store_, units_, iso(day), unit);
    }
    return *lookup;
  }

  [[noreturn]] void refuse_nothing(const std::vector<const DutyPaper*>& papers) const {
    std::vector<Text> hints;
    for (const auto* paper : papers) {
      Text hint{"hint.duty-import", {paper->roster.id}};
      if (std::find(hints.begin(), hints.end(), hint) == hints.end()) hints.push_back(hint);
    }
    auto findings = found_.findings();
    findings.push_back(
        Diagnostic{Severity::error, {"duty.nothing", {job_.cell, year_}}, {}, std::move(hints)});
    throw Error(std::move(findings));
  }

  Workshop& workshop_;
  const DutyJob& job_;
  DutyShelf shelf_;
  meeting::Rules rules_;
  Store store_;
  UnitTree units_;
  CellWording wording_;
  Date day_;
  std::string year_;
  std::map<std::string, std::unique_ptr<CellLookup>> lookups_;
  std::map<std::string, bool> checked_;
  std::set<std::string> written_;
  Compressor compressor_;
  Diagnostics found_;
  RegisterResult result_;
};

}  // namespace

RegisterResult run_duty_job(Workshop& workshop, const DutyJob& job) {
  return DutyPress(workshop, job).run();
}

}  // namespace quyche

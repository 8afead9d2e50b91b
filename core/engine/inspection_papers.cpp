#include "engine/inspection_papers.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/date.hpp"
#include "base/named_value.hpp"
#include "engine/report_press.hpp"
#include "engine/roster_job.hpp"
#include "register/adoption.hpp"
#include "register/register_fields.hpp"
#include "register/roster_rows.hpp"

namespace quyche {
namespace {

constexpr const char* k_inspections_roster = "inspections";
constexpr const char* k_inspection_organs = "inspection-organs.tsv";
constexpr const char* k_done = "done";
constexpr std::size_t k_year = 4;

/// Both days included, ISO text.
struct Period {
  std::string from;
  std::string to;

  // A year alone lies in every period that has a day of it.
  [[nodiscard]] bool contains(const std::string& day) const {
    if (day.empty()) return false;
    const auto length = day.size() == k_year ? k_year : to.size();
    return from.substr(0, length) <= day && day <= to.substr(0, length);
  }
};

std::string shown_day(const std::string& text) {
  const auto day = date_from_iso(text);
  return day ? short_date(*day) : text;
}

/// The roster's columns as the register keeps them, and the names of the units beside them.
RosterDefinition with_unit_names(RosterDefinition roster) {
  for (auto& column : roster.columns) column.choices.clear();
  for (const char* level : {"commune", "district"}) {
    RosterColumn column;
    column.name = std::string(level) + "_title";
    column.from = std::string(level) + ".name";
    roster.columns.push_back(column);
  }
  return roster;
}

class InspectionPapers {
 public:
  InspectionPapers(Workshop& workshop, const ReportJob& job)
      : press_(workshop, job), shown_(find_roster(workshop, k_inspections_roster)) {
    const auto roster = with_unit_names(shown_);
    RosterReading reading(press_.store(), press_.units(), roster, press_.day(), job.view.unit);
    reading.read([&](const RosterCells& cells) {
      auto& record = records_.emplace_back();
      for (std::size_t i = 0; i < cells.size(); ++i) record[roster.columns[i].name] = cells[i];
    });
    // A list by time reads as a plan does; those of one day stay in the order of units.
    std::stable_sort(records_.begin(), records_.end(), [](const Values& left, const Values& right) {
      return value_of(left, "from_day") < value_of(right, "from_day");
    });
  }

  RegisterResult report() {
    const auto day = *date_from_iso(press_.day());
    const Date new_year = day.year() / std::chrono::January / 1;
    const Period period{iso(press_.job().from.value_or(new_year)), press_.day()};
    auto values = frame(period);
    const auto done =
        chosen([&](const Values& record) { return period.contains(value_of(record, "from_day")); });
    std::set<std::string> cells;
    for (const auto* record : done) cells.insert(cell_of(*record));
    values.add("inspections", listed(done)).add("inspected", count(cells.size()));
    return make("inspection-report.xml", std::move(values));
  }

  RegisterResult plan() {
    const Date from = press_.job().from.value_or(next_day(*date_from_iso(press_.day())));
    const Date new_years_eve = from.year() / std::chrono::December / 31;
    const Period period{iso(from), iso(press_.job().to.value_or(new_years_eve))};
    auto values = frame(period);
    values.add("inspections", listed(chosen([&](const Values& record) {
                 return period.contains(value_of(record, "from_day"));
               })));
    return make("inspection-plan.xml", std::move(values));
  }

 private:
  static Value count(std::size_t number) {
    return Value::integer(static_cast<std::int64_t>(number));
  }

  static std::string cell_of(const Values& record) {
    return value_of(record, "commune") + "|" + value_of(record, "cell");
  }

  template <typename Wanted>
  [[nodiscard]] std::vector<const Values*> chosen(const Wanted& wanted) const {
    std::vector<const Values*> found;
    for (const auto& record : records_) {
      if (wanted(record)) found.push_back(&record);
    }
    return found;
  }

  [[nodiscard]] Value listed(const std::vector<const Values*>& records) const {
    return list_of(records, [&](const Values* record) { return record_value(*record); });
  }

  [[nodiscard]] Value record_value(const Values& record) const {
    ValueMapBuilder values;
    for (const auto& [name, value] : record) {
      values.text(name.c_str(),
                  name.ends_with("day") || name == "deadline" ? shown_day(value) : value);
    }
    for (const auto& column : shown_.columns) {
      if (column.choices.empty()) continue;
      const auto& value = value_of(record, column.name);
      const auto known = std::find_if(column.choices.begin(), column.choices.end(),
                                      [&](const auto& choice) { return choice.value == value; });
      const auto name = column.name + "_label";
      values.text(name.c_str(), known == column.choices.end() ? value : known->label);
    }
    return values.take();
  }

  // Each form of inspection with its label, in the order of the roster.
  [[nodiscard]] Value forms() const {
    const auto column = std::find_if(shown_.columns.begin(), shown_.columns.end(),
                                     [](const auto& other) { return other.name == "form"; });
    if (column == shown_.columns.end()) return Value::list({});
    return list_of(column->choices, [](const RosterChoice& choice) {
      ValueMapBuilder values;
      return values.text("id", choice.value).text("label", choice.label).take();
    });
  }

  ValueMapBuilder frame(const Period& period) {
    const auto adoption = read_adoption(press_.store(), press_.units(), press_.day(),
                                        press_.job().view.unit, GroupBy::top);
    auto values = press_.frame(k_inspection_organs);
    values.text("start", period.from).text("end", period.to).add("forms", forms());
    values.add("cells", count(adoption.total.total));
    values.add("outstanding", list_of(adoption.outstanding, [](const CellNotice& notice) {
                 ValueMapBuilder one;
                 one.text("name", notice.cell).text("commune", notice.commune);
                 return one.text("state", state_label(notice.state)).take();
               }));
    values.add("overdue", listed(chosen([&](const Values& record) {
                 const auto& deadline = value_of(record, "deadline");
                 return !deadline.empty() && deadline < press_.day() &&
                        value_of(record, "remedy_state") != k_done;
               })));
    return values;
  }

  RegisterResult make(const char* paper, ValueMapBuilder values) {
    press_.make(paper, values.take(), press_.job().output);
    return press_.finish();
  }

  ReportPress press_;
  RosterDefinition shown_;
  std::vector<Values> records_;
};

}  // namespace

RegisterResult run_inspection_papers(Workshop& workshop, const ReportJob& job) {
  InspectionPapers papers(workshop, job);
  return job.kind == "inspection-plan" ? papers.plan() : papers.report();
}

}  // namespace quyche

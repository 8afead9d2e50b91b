#include "engine/report_job.hpp"

#include <algorithm>
#include <map>

#include "base/date.hpp"
#include "base/text.hpp"
#include "engine/inspection_papers.hpp"
#include "engine/report_press.hpp"
#include "register/adoption.hpp"
#include "register/register_fields.hpp"

namespace quyche {
namespace {

Value count(std::size_t number) { return Value::integer(static_cast<std::int64_t>(number)); }

Value adoption_line(const AdoptionLine& line) {
  ValueMapBuilder values;
  values.text("name", line.name).add("cells", count(line.total));
  values.add("issued", count(line.issued)).add("open", count(line.total - line.issued));
  return values.add("drafting", count(line.drafting)).take();
}

/// The outstanding cells of one commune.
struct Commune {
  std::string name;
  std::string district;
  std::vector<const CellNotice*> cells;
};

std::vector<Commune> communes_of(const Adoption& adoption) {
  std::vector<Commune> communes;  // notices stand in the order of units
  for (const auto& notice : adoption.outstanding) {
    const bool is_same = !communes.empty() && communes.back().name == notice.commune &&
                         communes.back().district == notice.district;
    if (!is_same) communes.push_back({notice.commune, notice.district, {}});
    communes.back().cells.push_back(&notice);
  }
  return communes;
}

ValueMapBuilder commune_value(const Commune& commune) {
  ValueMapBuilder values;
  values.text("name", commune.name).text("district", commune.district);
  values.add("cells", list_of(commune.cells, [](const CellNotice* cell) {
               ValueMapBuilder one;
               one.text("name", cell->cell);
               return one.text("state", state_label(cell->state)).take();
             }));
  return values;
}

class AdoptionPapers {
 public:
  AdoptionPapers(Workshop& workshop, const ReportJob& job) : press_(workshop, job) {}

  RegisterResult report() {
    const auto& from = press_.job().from;
    if (from && iso(*from) > press_.day()) {
      refuse_days("report.bad-period", *from);
    }
    const auto adoption = read(press_.day(), GroupBy::top);
    auto values = press_.frame();
    values.add("total", adoption_line(adoption.total));
    values.add("lines", list_of(adoption.lines, adoption_line));
    values.add("communes", list_of(communes_of(adoption), [](const Commune& commune) {
                 return commune_value(commune).take();
               }));
    values.day("start", press_.job().from).add("gained", count(gained(adoption.total.issued)));
    press_.make("adoption.xml", values.take(), press_.job().output);
    return press_.finish();
  }

  RegisterResult remind() {
    const auto& deadline = press_.job().deadline;
    if (deadline && iso(*deadline) < press_.day()) refuse_days("remind.past-deadline", *deadline);
    const auto adoption = read(press_.day(), GroupBy::commune);
    std::map<std::string, std::size_t> serials;
    for (const auto& commune : communes_of(adoption)) {
      auto one = commune_value(commune);
      const auto cells = totals_of(adoption, commune);
      one.add("total", count(cells.total)).add("issued", count(cells.issued));
      auto values = press_.frame();
      values.add("commune", one.take()).day("deadline", press_.job().deadline);
      auto name = file_slug(commune.district + " " + commune.name);
      if (const auto serial = ++serials[name]; serial > 1) name += "-" + std::to_string(serial);
      press_.make("reminder.xml", values.take(), press_.job().output + "/" + name + ".docx");
      press_.count_on();
    }
    return press_.finish();
  }

 private:
  [[nodiscard]] Adoption read(const std::string& day, GroupBy group) {
    return read_adoption(press_.store(), press_.units(), day, press_.job().view.unit, group);
  }

  /// A day that does not go with that of the paper.
  [[noreturn]] void refuse_days(const char* code, Date day) const {
    const auto paper = short_date(*date_from_iso(press_.day()));
    throw Error(Diagnostic{Severity::error, {code, {short_date(day), paper}}, {}, {}});
  }

  [[nodiscard]] AdoptionLine totals_of(const Adoption& adoption, const Commune& commune) const {
    const auto line =
        std::find_if(adoption.lines.begin(), adoption.lines.end(), [&](const AdoptionLine& other) {
          const auto* unit = press_.units().find(other.code, press_.day());
          const auto* above =
              unit == nullptr ? nullptr : press_.units().parent_on(*unit, press_.day());
          return other.name == commune.name &&
                 (commune.district.empty() ||
                  (above != nullptr && unit_title(*above) == commune.district));
        });
    return line == adoption.lines.end() ? AdoptionLine{} : *line;
  }

  [[nodiscard]] std::size_t gained(std::size_t issued) {
    if (!press_.job().from) return 0;
    const auto before = iso(previous_day(*press_.job().from));
    const auto then = read(before, GroupBy::top);
    return issued - std::min(issued, then.total.issued);
  }

  ReportPress press_;
};

}  // namespace

RegisterResult run_report_job(Workshop& workshop, const ReportJob& job) {
  if (job.kind != "adoption") return run_inspection_papers(workshop, job);
  return AdoptionPapers(workshop, job).report();
}

RegisterResult run_remind_job(Workshop& workshop, const ReportJob& job) {
  return AdoptionPapers(workshop, job).remind();
}

}  // namespace quyche

#include "engine/report_job.hpp"

#include <algorithm>
#include <map>

#include "base/archive.hpp"
#include "base/date.hpp"
#include "base/text.hpp"
#include "engine/register_job.hpp"
#include "paper/paper.hpp"
#include "paper/paper_template.hpp"
#include "paper/value_map.hpp"
#include "register/adoption.hpp"
#include "register/register_fields.hpp"

namespace quyche {
namespace {

constexpr const char* k_folder = "/templates/reports/";
constexpr std::size_t k_organ_columns = 7;

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> cells(1);
  for (const char sign : line) {
    if (sign == '\t') {
      cells.emplace_back();
    } else {
      cells.back() += sign;
    }
  }
  return cells;
}

std::string filled(std::string text, const std::string& name, const std::string& above) {
  for (const auto& [mark, value] : {std::pair{"{0}", name}, {"{1}", above}}) {
    if (const auto at = text.find(mark); at != std::string::npos) text.replace(at, 3, value);
  }
  return text;
}

Value count(std::size_t number) { return Value::integer(static_cast<std::int64_t>(number)); }

Value line_value(const AdoptionLine& line) {
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

class Press {
 public:
  Press(Workshop& workshop, const ReportJob& job)
      : workshop_(workshop),
        job_(job),
        store_(open_register(workshop, job.view)),
        units_(store_),
        day_(view_day(job.view)) {}

  RegisterResult report() {
    const auto adoption = read_adoption(store_, units_, day_, job_.view.unit, GroupBy::top);
    auto values = frame();
    values.add("total", line_value(adoption.total));
    values.add("lines", list_of(adoption.lines, line_value));
    values.add("communes", list_of(communes_of(adoption), [](const Commune& commune) {
                 return commune_value(commune).take();
               }));
    values.day("start", job_.from).add("gained", count(gained(adoption.total.issued)));
    make("adoption.xml", values.take(), job_.output);
    return finish();
  }

  RegisterResult remind() {
    const auto adoption = read_adoption(store_, units_, day_, job_.view.unit, GroupBy::commune);
    std::map<std::string, std::size_t> serials;
    for (const auto& commune : communes_of(adoption)) {
      auto one = commune_value(commune);
      const auto cells = totals_of(adoption, commune);
      one.add("total", count(cells.total)).add("issued", count(cells.issued));
      auto values = frame();
      values.add("commune", one.take()).day("deadline", job_.deadline);
      auto name = file_slug(commune.district + " " + commune.name);
      if (const auto serial = ++serials[name]; serial > 1) name += "-" + std::to_string(serial);
      make("reminder.xml", values.take(), job_.output + "/" + name + ".docx");
    }
    return finish();
  }

 private:
  [[nodiscard]] AdoptionLine totals_of(const Adoption& adoption, const Commune& commune) const {
    const auto line =
        std::find_if(adoption.lines.begin(), adoption.lines.end(), [&](const AdoptionLine& other) {
          const auto* unit = units_.find(other.code, day_);
          const auto* above = unit == nullptr ? nullptr : units_.parent_on(*unit, day_);
          return other.name == commune.name &&
                 (commune.district.empty() ||
                  (above != nullptr && unit_title(*above) == commune.district));
        });
    return line == adoption.lines.end() ? AdoptionLine{} : *line;
  }

  [[nodiscard]] std::size_t gained(std::size_t issued) {
    if (!job_.from) return 0;
    const auto before = iso(previous_day(*job_.from));
    const auto then = read_adoption(store_, units_, before, job_.view.unit, GroupBy::top);
    return issued - std::min(issued, then.total.issued);
  }

  /// The unit that reports: the one asked for, or else the province.
  [[nodiscard]] const UnitForm& unit() const {
    const auto& forms = units_.forms();
    const auto province = std::find_if(
        forms.begin(), forms.end(), [](const UnitForm& form) { return form.level == "province"; });
    const bool is_whole = job_.view.unit.empty() && province != forms.end();
    const auto& code = is_whole ? province->code : job_.view.unit;
    if (const auto* form = units_.find(code, day_)) return *form;
    if (const auto* form = units_.nearest(code, day_)) return *form;
    throw Error(Diagnostic{Severity::error,
                           {"register.unknown-unit", {job_.view.unit}},
                           {},
                           {{"hint.register-unit", {}}}});
  }

  [[nodiscard]] Value unit_value() {
    const auto& about = unit();
    const auto* above = units_.parent_on(about, day_);
    const auto over = above == nullptr ? std::string() : unit_title(*above);
    const auto path = workshop_.options().data_folder + k_folder + "organs.tsv";
    std::string_view rest;
    const auto table = workshop_.files().read(path);
    for (rest = table; !rest.empty();) {
      const auto end = std::min(rest.find('\n'), rest.size());
      const auto cells = split(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (cells.size() != k_organ_columns || cells[0] != about.type) continue;
      ValueMapBuilder values;
      values.text("title", unit_title(about)).text("superior", filled(cells[1], about.name, over));
      values.text("issuer", filled(cells[2], about.name, over)).text("symbol", cells[3]);
      values.text("authority", cells[4]).text("position", cells[5]);
      return values.text("recipient", cells[6]).take();
    }
    throw Error(
        Diagnostic{Severity::error, {"report.no-organ", {about.type}}, {path, {}, {}, 0, 0}, {}});
  }

  ValueMapBuilder frame() {
    ValueMapBuilder values;
    values.text("id", {}).text("date", day_).text("day", day_);
    values.text("number", job_.number).text("signer", job_.signer);
    return values.text("locality", unit().name).add("unit", unit_value());
  }

  void make(const std::string& name, const Value& values, const std::string& output) {
    const auto path = workshop_.options().data_folder + k_folder + name;
    const auto definition = read_paper(workshop_.files().read(path), path);
    const auto& profile =
        choose_profile(workshop_.profiles(), definition.family, *date_from_iso(day_));
    const Paper paper(definition, profile, make_paper_template(definition, profile), path);
    std::string document;
    paper.render(values, compressor_, document, found_);
    if (!workshop_.options().dry_run) workshop_.files().stage(output, document);
    result_.files.push_back(output);
    ++result_.rows;
  }

  RegisterResult finish() {
    found_.throw_if_errors();
    workshop_.files().publish();
    result_.findings = found_.findings();
    return std::move(result_);
  }

  Workshop& workshop_;
  const ReportJob& job_;
  Store store_;
  UnitTree units_;
  std::string day_;
  Compressor compressor_;
  Diagnostics found_;
  RegisterResult result_;
};

}  // namespace

RegisterResult run_report_job(Workshop& workshop, const ReportJob& job) {
  return Press(workshop, job).report();
}

RegisterResult run_remind_job(Workshop& workshop, const ReportJob& job) {
  return Press(workshop, job).remind();
}

}  // namespace quyche

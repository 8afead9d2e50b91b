#include "engine/report_press.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "engine/organ_values.hpp"
#include "engine/register_job.hpp"
#include "paper/paper.hpp"
#include "paper/paper_template.hpp"

namespace quyche {

ReportPress::ReportPress(Workshop& workshop, const ReportJob& job)
    : workshop_(workshop),
      job_(job),
      store_(open_register(workshop, job.view)),
      units_(store_),
      day_(view_day(job.view)),
      number_(job.number) {}

const UnitForm& ReportPress::unit() const {
  const auto& forms = units_.forms();
  const auto province = std::find_if(forms.begin(), forms.end(),
                                     [](const UnitForm& form) { return form.level == "province"; });
  const bool is_whole = job_.view.unit.empty() && province != forms.end();
  const auto& code = is_whole ? province->code : job_.view.unit;
  if (const auto* form = units_.find(code, day_)) return *form;
  if (const auto* form = units_.nearest(code, day_)) return *form;
  throw Error(Diagnostic{Severity::error,
                         {"register.unknown-unit", {job_.view.unit}},
                         {},
                         {{"hint.register-unit", {}}}});
}

Value ReportPress::unit_value(const char* organs) {
  const auto& about = unit();
  const auto* above = units_.parent_on(about, day_);
  const auto over = above == nullptr ? std::string() : unit_title(*above);
  return organ_value(workshop_, {about.type, about.name, over, unit_title(about)}, organs);
}

ValueMapBuilder ReportPress::frame(const char* organs) {
  ValueMapBuilder values;
  values.text("id", {}).text("date", day_).text("day", day_);
  values.text("number", number_).text("signer", job_.signer);
  return values.text("locality", unit().name).add("unit", unit_value(organs));
}

void ReportPress::count_on() {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  constexpr std::size_t k_longest = 9;
  const bool counts = !number_.empty() && number_.size() <= k_longest &&
                      std::all_of(number_.begin(), number_.end(), is_digit);
  if (!counts) return;
  const auto next = std::to_string(std::stoul(number_) + 1);
  number_ = std::string(number_.size() - std::min(number_.size(), next.size()), '0') + next;
}

void ReportPress::make(const std::string& name, const Value& values, const std::string& output) {
  const auto path = workshop_.options().data_folder + k_reports_folder + name;
  const auto definition = read_paper(workshop_.files().read(path), path, workshop_.profiles());
  const auto& profile =
      choose_profile(workshop_.profiles(), definition.family, *date_from_iso(day_));
  const Paper paper(definition, profile, make_paper_template(definition, profile), path);
  std::string document;
  paper.render(values, compressor_, document, found_);
  if (!workshop_.options().dry_run) workshop_.files().stage(output, document);
  result_.files.push_back(output);
  ++result_.rows;
}

RegisterResult ReportPress::finish() {
  found_.throw_if_errors();
  workshop_.files().publish();
  result_.findings = found_.findings();
  return std::move(result_);
}

}  // namespace quyche

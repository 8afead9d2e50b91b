#include "engine/meeting_unit.hpp"

#include <algorithm>
#include <deque>
#include <set>
#include <utility>

#include "base/date.hpp"
#include "base/named_value.hpp"
#include "base/text.hpp"
#include "meeting/inspection.hpp"

namespace quyche {
namespace {

std::string title_of(const Unit& unit) { return unit.type + " " + unit.name; }

}  // namespace

MeetingUnits::MeetingUnits(Workshop& workshop)
    : registry_(workshop.registry()),
      province_(match_key(value_of(workshop.model().values, "province_name"))),
      lines_(read_successions(workshop.files(), registry_)) {}

std::vector<const Unit*> MeetingUnits::forms_of(const meeting::Unit& unit) const {
  std::vector<const Unit*> forms;
  const bool is_here = !province_.empty() && match_key(unit.province).ends_with(province_);
  if (unit.commune_code.empty() && !is_here) return forms;
  const auto key = match_key(unit.commune);
  for (const auto& plugin : registry_.plugins()) {
    for (const auto& form : plugin.district.communes) {
      const bool fits = unit.commune_code.empty() ? match_key(title_of(form)) == key
                                                  : form.code == unit.commune_code;
      if (fits) forms.push_back(&form);
    }
  }
  return forms;
}

// The codes next to `code` on the way to the day: what it became, or what became it.
std::vector<std::string> MeetingUnits::next_codes(const std::string& code, const std::string& day,
                                                  bool is_gone) const {
  std::vector<std::string> codes;
  for (const auto& line : lines_) {
    const bool is_on_way = is_gone ? line.day <= day : line.day > day;
    if (is_on_way && (is_gone ? line.from_code : line.to_code) == code) {
      codes.push_back(is_gone ? line.to_code : line.from_code);
    }
  }
  return codes;
}

const Unit* MeetingUnits::form_on(const std::string& code, Date day) const {
  const auto* plugin = registry_.find_commune(code, day);
  if (plugin == nullptr) return nullptr;
  const auto& communes = plugin->district.communes;
  return &*std::find_if(communes.begin(), communes.end(), [&](const Unit& unit) {
    return unit.code == code && unit.validity.contains(day);
  });
}

// Step by step, since a unit may have changed more than once, and may have kept its code.
std::vector<Text> MeetingUnits::others(const Unit& form, Date day, bool is_gone) const {
  std::vector<Text> hints;
  std::set<std::string> seen;
  std::deque<std::string> codes{form.code};
  for (; !codes.empty(); codes.pop_front()) {
    for (const auto& code : next_codes(codes.front(), iso(day), is_gone)) {
      if (!seen.insert(code).second) continue;
      codes.push_back(code);
      const auto* other = form_on(code, day);
      if (other == nullptr) continue;
      hints.push_back({is_gone ? "hint.register-heir" : "hint.register-forebear",
                       {title_of(*other), other->code}});
    }
  }
  return hints;
}

void MeetingUnits::check(const meeting::Meeting& record, const meeting::Rules& rules, bool english,
                         MeetingReport& report) const {
  const auto forms = forms_of(record.unit);
  const Unit* nearest = nullptr;
  bool is_gone = false;
  for (const auto* form : forms) {
    if (form->validity.contains(record.date)) return;
    const bool has_ended = form->validity.to && *form->validity.to < record.date;
    if (nearest == nullptr || has_ended) nearest = form;
    is_gone = is_gone || has_ended;
  }
  const auto found = rules.of(meeting::Test::commune_life, record.kind, record.date);
  if (nearest == nullptr || found.empty()) return;
  const auto edge = is_gone ? nearest->validity.to : nearest->validity.from;
  const auto* key = record.unit.commune_code.empty() ? "commune" : "commune_code";
  auto steps = meeting::step_to("unit");
  steps.push_back({PlaceStep::Kind::field, key});
  Diagnostic diagnostic{
      Severity::error,
      {is_gone ? "meeting.commune-gone" : "meeting.commune-not-yet",
       {title_of(*nearest), edge ? short_date(*edge) : std::string(), short_date(record.date)}},
      {record.file, std::move(steps), {}, 0, 0},
      others(*nearest, record.date, is_gone)};
  report.findings.push_back(
      meeting::finding_of(*found.front(), record.date, english, std::move(diagnostic)));
}

}  // namespace quyche

// Why code: seven communes became wards on the day Mỹ Hào became a town, and a document cited by a
// village keeps the name its organ had on the day the document was signed. That compares a date
// inside a citation with the life of the unit; a condition of the data sees only the unit of today.

#include <charconv>
#include <chrono>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quyche/plugin.hpp"

namespace {

int number_of(const std::ssub_match& digits) {
  const auto text = digits.str();
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// The last day of the form DD/MM/YYYY in a citation: the day it was signed.
std::optional<quyche::Date> signed_on(const std::string& citation) {
  static const std::regex day_month_year("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");
  std::optional<quyche::Date> last;
  const std::sregex_iterator end;
  for (std::sregex_iterator it(citation.begin(), citation.end(), day_month_year); it != end; ++it) {
    const quyche::Date day{std::chrono::year(number_of((*it)[3])),
                           std::chrono::month(static_cast<unsigned>(number_of((*it)[2]))),
                           std::chrono::day(static_cast<unsigned>(number_of((*it)[1])))};
    if (day.ok()) last = day;
  }
  return last;
}

/// A finding when the citation calls the commune by the type it did not have on the signing day.
std::optional<quyche::Diagnostic> check_citation(const quyche::Values::value_type& entry,
                                                 const quyche::Unit& commune,
                                                 std::string_view former_type) {
  const auto day = signed_on(entry.second);
  if (!day || !commune.validity.from) return std::nullopt;
  const std::string before = std::string(former_type) + " " + commune.name;
  const std::string since = commune.type + " " + commune.name;
  const bool signed_before = *day < *commune.validity.from;
  const auto& expected = signed_before ? before : since;
  const auto& wrong = signed_before ? since : before;
  const auto at = entry.second.find(wrong);
  if (at == std::string::npos) return std::nullopt;

  quyche::Diagnostic finding;
  finding.severity = quyche::Severity::warning;
  finding.message = {"plugin.my_hao.organ-of-the-day", {wrong, expected}};
  finding.place.steps.push_back({quyche::PlaceStep::Kind::field, entry.first});
  finding.place.excerpt = entry.second;
  finding.place.column = at;
  finding.place.length = wrong.size();
  finding.hints.push_back({"hint.plugin.my_hao.organ-of-the-day", {expected}});
  return finding;
}

}  // namespace

class MyHao : public quyche::Plugin {
 public:
  [[nodiscard]] std::vector<quyche::Diagnostic> check(
      const quyche::Values& record, const quyche::Jurisdiction& where) const override {
    std::vector<quyche::Diagnostic> findings;
    if (!where.commune) return findings;
    const auto former = where.commune->values.find("former_commune_type");
    if (former == where.commune->values.end()) return findings;
    for (const auto& entry : record) {
      if (auto finding = check_citation(entry, *where.commune, former->second)) {
        findings.push_back(std::move(*finding));
      }
    }
    return findings;
  }
};

QUYCHE_PLUGIN(MyHao)

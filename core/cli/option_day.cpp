#include "cli/option_day.hpp"

#include "quyche/engine.hpp"

namespace quyche::cli {

std::optional<Date> day_of(const std::string& text, const char* option) {
  if (text.empty()) return std::nullopt;
  auto day = parse_date(text);
  if (!day) throw Error(Diagnostic{Severity::error, {"usage.bad-date", {text, option}}, {}, {}});
  return day;
}

}  // namespace quyche::cli

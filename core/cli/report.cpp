#include "cli/report.hpp"

#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/language.hpp"

namespace quyche::cli {
namespace {

constexpr std::chrono::milliseconds k_refresh{200};
constexpr int k_name_width = 16;

const char* level_word(Level level) {
  switch (level) {
    case Level::province:
      return "province";
    case Level::district:
      return "district";
    case Level::commune:
      return "commune";
    case Level::village:
      return "village";
    case Level::document:
      return "document";
  }
  return "";
}

const char* act_word(Origin::Act act) {
  switch (act) {
    case Origin::Act::wrote:
      return "wrote";
    case Origin::Act::replaced:
      return "replaced";
    case Origin::Act::inserted:
      return "inserted";
    case Origin::Act::imported:
      return "imported";
  }
  return "";
}

std::string day_or_dots(const std::optional<Date>& day) {
  if (!day) return "…";
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day->year()),
                static_cast<unsigned>(day->month()), static_cast<unsigned>(day->day()));
  return text;
}

nlohmann::ordered_json findings_json(const std::vector<Diagnostic>& findings) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& finding : findings) {
    list.push_back({{"code", finding.message.code}, {"text", show_finding(finding, english())}});
  }
  return list;
}

/// Pads by characters, not bytes.
std::string padded(const std::string& text, int width) {
  int count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count < width ? text + std::string(static_cast<std::size_t>(width - count), ' ') : text;
}

std::string state_word(const DistrictState& district) {
  if (!district.problems.empty()) return words("cli.state-refused");
  return words(district.has_code ? "cli.state-code" : "cli.state-data");
}

nlohmann::ordered_json district_json(const DistrictState& district) {
  return {{"id", district.id},
          {"name", district.name},
          {"level", level_word(district.level)},
          {"version", district.version},
          {"communes", district.communes},
          {"kind", district.has_code ? "code" : "data"},
          {"usable", district.problems.empty()},
          {"reasons", findings_json(district.problems)},
          {"from", district.validity.from ? day_or_dots(district.validity.from) : ""},
          {"to", district.validity.to ? day_or_dots(district.validity.to) : ""}};
}

/// The finding below the district it is about.
void print_reason(const Diagnostic& problem) {
  std::cout << "    ";
  for (const char c : show_finding(problem, english())) {
    std::cout << c;
    if (c == '\n') std::cout << "    ";
  }
  std::cout << "\n";
}

void print_district(const DistrictState& district) {
  std::cout << padded(district.id, k_name_width) << padded(district.name, 2 * k_name_width);
  if (!district.problems.empty()) {
    std::cout << state_word(district) << "\n";
    for (const auto& problem : district.problems) print_reason(problem);
    return;
  }
  std::cout << day_or_dots(district.validity.from) << " – "
            << padded(day_or_dots(district.validity.to), 12)
            << padded(words("cli.communes", {number(district.communes)}), k_name_width)
            << state_word(district) << "\n";
}

}  // namespace

void print_findings(const std::vector<Diagnostic>& findings) {
  for (const auto& finding : findings) std::cerr << show_finding(finding, english()) << "\n";
}

ProgressLine::ProgressLine()
    : terminal_(isatty(STDERR_FILENO) == 1), start_(std::chrono::steady_clock::now()) {}

ProgressLine::~ProgressLine() {
  if (shown_) std::cerr << "\r\033[K" << std::flush;
}

ProgressReport ProgressLine::report() {
  return [this](const Progress& progress) { show(progress); };
}

void ProgressLine::show(const Progress& progress) {
  const auto now = std::chrono::steady_clock::now();
  const bool last = progress.done == progress.total;
  if (!terminal_ || (now - last_ < k_refresh && !last)) return;
  last_ = now;
  shown_ = true;
  const std::chrono::duration<double> passed = now - start_;
  const double rate = static_cast<double>(progress.done) / std::max(passed.count(), 0.001);
  const auto left = static_cast<std::size_t>(static_cast<double>(progress.total - progress.done) /
                                             std::max(rate, 0.001));
  std::cerr << "\r\033[K"
            << words("cli.progress", {number(progress.done), number(progress.total),
                                      number(static_cast<std::size_t>(rate)), number(left)})
            << std::flush;
}

std::string done_words(const std::string& code, const std::vector<std::string>& arguments,
                       bool dry_run) {
  const auto sentence = words(code, arguments);
  const bool is_of_trying = code.ends_with("-try") || code.ends_with("-checked");
  return dry_run && !is_of_trying ? words("cli.would-say", {sentence}) : sentence;
}

void print_summary(const JobResult& result, const std::string& code, const std::string& place,
                   bool json, bool dry_run) {
  const auto sentence =
      done_words(code,
                 {number(result.documents), place, number(result.issued), number(result.drafts),
                  number(result.open_blanks), number(result.kept)},
                 dry_run);
  print_result(result, sentence, place, json, dry_run);
}

void print_result(const JobResult& result, const std::string& sentence, const std::string& place,
                  bool json, bool dry_run) {
  if (json) {
    nlohmann::ordered_json out{{"documents", result.documents},
                               {"issued", result.issued},
                               {"drafts", result.drafts},
                               {"replaced", result.replaced},
                               {"kept", result.kept},
                               {"refused", result.refused},
                               {"open_blanks", result.open_blanks},
                               {"place", place},
                               {"dry_run", dry_run},
                               {"files", result.files},
                               {"findings", findings_json(result.findings)}};
    std::cout << out.dump(2) << "\n";
    return;
  }
  print_findings(result.findings);
  if (dry_run) std::cout << words("cli.dry-run") << "\n";
  std::cout << sentence << "\n";
}

void print_districts(const std::vector<DistrictState>& districts, bool json) {
  if (json) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& district : districts) list.push_back(district_json(district));
    std::cout << list.dump(2) << "\n";
    return;
  }
  for (const auto& district : districts) print_district(district);
}

namespace {

nlohmann::ordered_json json_of(const Explanation& explanation) {
  auto origins = nlohmann::ordered_json::array();
  for (const auto& origin : explanation.origins) {
    origins.push_back({{"act", act_word(origin.act)},
                       {"level", level_word(origin.level)},
                       {"author", origin.author},
                       {"version", origin.version}});
  }
  auto below = nlohmann::ordered_json::array();
  for (const auto& inner : explanation.below) below.push_back(json_of(inner));
  return {{"name", explanation.name},         {"heading", explanation.heading},
          {"text", explanation.text},         {"mandatory", explanation.mandatory},
          {"optional", explanation.optional}, {"when", explanation.condition},
          {"origins", std::move(origins)},    {"below", std::move(below)}};
}

void print_origins(const Explanation& explanation, const char* indent) {
  for (const auto& origin : explanation.origins) {
    std::cout << indent << "• "
              << words(std::string("origin.") + act_word(origin.act),
                       {words(std::string("level.") + level_word(origin.level)), origin.author,
                        origin.version})
              << "\n";
  }
}

}  // namespace

void print_explanation(const Explanation& explanation, bool json) {
  if (json) {
    std::cout << json_of(explanation).dump(2) << "\n";
    return;
  }
  std::cout << explanation.name;
  if (!explanation.heading.empty()) std::cout << ". " << explanation.heading;
  std::cout << "\n";
  if (!explanation.text.empty()) std::cout << "  " << explanation.text << "\n";
  if (explanation.mandatory) std::cout << "  " << words("cli.mandatory") << "\n";
  if (explanation.optional) std::cout << "  " << words("cli.optional") << "\n";
  if (!explanation.condition.empty()) {
    std::cout << "  " << words("cli.condition", {explanation.condition}) << "\n";
  }
  print_origins(explanation, "  ");
  if (!explanation.below.empty()) std::cout << "  " << words("cli.explain-below") << "\n";
  for (const auto& inner : explanation.below) {
    std::cout << "  " << inner.name << (inner.heading.empty() ? "" : ". " + inner.heading) << "\n";
    if (!inner.text.empty()) std::cout << "    " << inner.text << "\n";
    print_origins(inner, "    ");
  }
}

}  // namespace quyche::cli

#include "cli/check_report.hpp"

#include <algorithm>
#include <cctype>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "cli/language.hpp"
#include "quyche/engine.hpp"

namespace quyche::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t k_shown = 3;  // deviations of one rule, and places of one deviation

/// "check.fmt-04.size" → "FMT-04".
std::string rule_of(const std::string& code) {
  const auto from = code.find('.') + 1;
  auto rule = code.substr(from, code.find('.', from) - from);
  for (auto& letter : rule) letter = static_cast<char>(std::toupper(letter));
  return rule;
}

Json finding_json(const Diagnostic& finding) {
  constexpr const char* k_severities[] = {"note", "warning", "error"};
  auto hints = Json::array();
  for (const auto& hint : finding.hints) hints.push_back(show_text(hint, english()));
  Json out{{"rule", rule_of(finding.message.code)},
           {"code", finding.message.code},
           {"severity", k_severities[static_cast<int>(finding.severity)]},
           {"text", show_text(finding.message, english())}};
  for (const auto& step : finding.place.steps) {
    if (step.kind == PlaceStep::Kind::paragraph) out["paragraph"] = std::stoi(step.value);
  }
  if (!finding.place.excerpt.empty()) out["excerpt"] = finding.place.excerpt;
  out["hints"] = std::move(hints);
  return out;
}

Json mending_json(const Mending& mending) {
  return {{"rule", rule_of(mending.message.code)},
          {"code", mending.message.code},
          {"text", show_text(mending.message, english())},
          {"paragraphs", mending.paragraphs}};
}

std::size_t places_of(const Mending& mending) {
  return std::max<std::size_t>(mending.paragraphs.size(), 1);
}

// "3, 4, 7 …".
std::string first_places(const Mending& mending) {
  std::string list;
  for (std::size_t i = 0; i < std::min(mending.paragraphs.size(), k_shown); ++i) {
    list.append(i == 0 ? "" : ", ").append(std::to_string(mending.paragraphs[i]));
  }
  return list + (mending.paragraphs.size() > k_shown ? " …" : "");
}

void print_rule(const std::string& rule, const std::vector<const Mending*>& list) {
  std::size_t places = 0;
  for (const auto* mending : list) places += places_of(*mending);
  std::cout << words("cli.check-mended-rule", {rule, number(places)}) << "\n";
  for (std::size_t i = 0; i < std::min(list.size(), k_shown); ++i) {
    const auto text = show_text(list[i]->message, english());
    const auto at = first_places(*list[i]);
    std::cout << words(at.empty() ? "cli.check-mended-whole" : "cli.check-mended-at", {text, at})
              << "\n";
  }
  if (list.size() > k_shown) {
    std::cout << words("cli.check-mended-more", {number(list.size() - k_shown)}) << "\n";
  }
}

void print_mended(const CheckReport& report, const std::string& fixed) {
  if (report.mended.empty()) {
    std::cout << words("cli.check-mended-none") << "\n";
    return;
  }
  std::map<std::string, std::vector<const Mending*>> rules;
  std::size_t places = 0;
  for (const auto& mending : report.mended) {
    rules[rule_of(mending.message.code)].push_back(&mending);
    places += places_of(mending);
  }
  std::cout << words("cli.check-mended", {number(places), number(rules.size()), fixed}) << "\n";
  for (const auto& [rule, list] : rules) print_rule(rule, list);
  if (!report.findings.empty()) std::cout << words("cli.check-left") << "\n";
}

struct Counts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
};

Counts count(const CheckReport& report) {
  Counts counts;
  for (const auto& finding : report.findings) {
    counts.errors += finding.severity == Severity::error ? 1 : 0;
    counts.warnings += finding.severity == Severity::warning ? 1 : 0;
  }
  return counts;
}

void print_json(const CheckReport& report, const std::string& file) {
  const auto counts = count(report);
  auto findings = Json::array();
  for (const auto& finding : report.findings) findings.push_back(finding_json(finding));
  auto mended = Json::array();
  for (const auto& mending : report.mended) mended.push_back(mending_json(mending));
  const Json out{{"file", file},
                 {"profile", report.profile},
                 {"errors", counts.errors},
                 {"warnings", counts.warnings},
                 {"files", report.files},
                 {"mended", std::move(mended)},
                 {"findings", std::move(findings)}};
  std::cout << out.dump(2) << "\n";
}

}  // namespace

void print_check(const CheckReport& report, const std::string& file, const std::string& fixed,
                 bool json) {
  if (json) return print_json(report, file);
  if (!fixed.empty()) print_mended(report, fixed);
  for (const auto& finding : report.findings) {
    std::cout << show_finding(finding, english()) << "\n";
  }
  const auto [errors, warnings] = count(report);
  const bool is_clean = errors == 0 && warnings == 0;
  const auto* clean = report.is_template ? "cli.check-template-clean" : "cli.check-clean";
  const auto* found = report.is_template ? "cli.check-template-found" : "cli.check-found";
  std::cout << words(is_clean ? clean : found,
                     {file, report.profile, number(errors), number(warnings)})
            << "\n";
  for (const auto& written : report.files) std::cout << words("cli.check-file", {written}) << "\n";
}

}  // namespace quyche::cli

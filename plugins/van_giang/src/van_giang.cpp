// Why code: (1) the clause on reporting site clearance names every clearance provision, and which
// of them stand is known only after all amendments were applied to the commune; (2) villages from a
// number of households up need a shorter meeting cycle: conditions of the data know "=" and "!=",
// not "<".

#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quyche/plugin.hpp"

namespace {

constexpr int k_large_village = 500;  // households; van_giang.large_village says the same in words
constexpr std::string_view k_prefix = "van_giang.clearance_";
constexpr std::string_view k_report = "van_giang.report_clearance";

/// Clearance provisions in reading order. Those that still hang on an open condition are left out:
/// a reference to them would break where they fall away.
void collect(const std::vector<quyche::Provision>& provisions, std::vector<std::string>& ids) {
  for (const auto& provision : provisions) {
    if (provision.when) continue;
    if (provision.id.starts_with(k_prefix)) ids.push_back(provision.id);
    collect(provision.children, ids);
  }
}

quyche::Provision* find(std::vector<quyche::Provision>& provisions, std::string_view id) {
  for (auto& provision : provisions) {
    if (provision.id == id) return &provision;
    if (auto* found = find(provision.children, id)) return found;
  }
  return nullptr;
}

quyche::Inline words(std::string text) {
  return {quyche::Inline::Kind::text, std::move(text), {}, {}};
}

/// "… bàn giao mặt bằng." becomes "… (khoản 5 Điều 8; điểm c khoản 1 Điều 10)."
void append_references(quyche::Inlines& sentence, const std::vector<std::string>& ids) {
  if (sentence.empty() || ids.empty()) return;
  auto& last = sentence.back();
  if (last.kind == quyche::Inline::Kind::text && last.value.ends_with('.')) last.value.pop_back();
  std::string before = " (";
  for (const auto& id : ids) {
    sentence.push_back(words(before));
    sentence.push_back({quyche::Inline::Kind::reference, id, {}, {}});
    before = "; ";
  }
  sentence.push_back(words(")."));
}

std::string_view value_of(const quyche::Values& record, std::string_view field) {
  const auto found = record.find(field);
  return found == record.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

class VanGiang : public quyche::Plugin {
 public:
  void adjust(quyche::LocalRegulation& regulation) const override {
    auto* report = find(regulation.text.body, k_report);
    if (!report) return;
    std::vector<std::string> ids;
    collect(regulation.text.body, ids);
    append_references(report->text, ids);
  }

  [[nodiscard]] std::vector<quyche::Diagnostic> check(
      const quyche::Values& record, const quyche::Jurisdiction& /*where*/) const override {
    const auto count = value_of(record, "household_count");
    int households = 0;
    const auto read = std::from_chars(count.data(), count.data() + count.size(), households);
    if (read.ec != std::errc() || households < k_large_village) return {};
    if (value_of(record, "coordination_meeting_cycle") != "monthly") return {};
    quyche::Diagnostic finding;
    finding.severity = quyche::Severity::warning;
    finding.message = {"plugin.van_giang.rare-meetings",
                       {std::string(count), std::to_string(k_large_village)}};
    finding.place.steps.push_back({quyche::PlaceStep::Kind::field, "coordination_meeting_cycle"});
    finding.hints.push_back({"hint.plugin.van_giang.rare-meetings", {}});
    return {finding};
  }
};

QUYCHE_PLUGIN(VanGiang)

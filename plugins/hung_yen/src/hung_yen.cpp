// Why code: who heads a mass mobilisation team follows from up to five fields of the village, with
// a fallback (in a concurrent cell the deputy secretary is deputy head, and where the cell has
// none, the head of the Front board). A default of the model names fields but cannot choose among
// them.

#include <string>
#include <string_view>
#include <vector>

#include "quyche/plugin.hpp"

namespace {

std::string value_of(const quyche::Values& record, std::string_view field) {
  const auto found = record.find(field);
  return found == record.end() ? std::string() : found->second;
}

/// The first of the fields that has a value; empty when none has.
std::string first_of(const quyche::Values& record, const std::vector<std::string_view>& fields) {
  for (const auto field : fields) {
    auto value = value_of(record, field);
    if (!value.empty()) return value;
  }
  return {};
}

void fill(quyche::Values& record, const std::string& field, const std::string& value) {
  if (!value.empty() && value_of(record, field).empty()) record[field] = value;
}

}  // namespace

class HungYen : public quyche::Plugin {
 public:
  void complete(quyche::Values& record, const quyche::Jurisdiction& /*where*/) const override {
    const auto leadership = value_of(record, "leadership_model");
    if (leadership.empty()) return;
    fill(record, "team_leader", value_of(record, "secretary"));
    fill(record, "team_deputy",
         leadership == "concurrent" ? first_of(record, {"deputy_secretary", "front_head"})
                                    : value_of(record, "village_head"));
  }

  [[nodiscard]] std::vector<quyche::Diagnostic> check(
      const quyche::Values& record, const quyche::Jurisdiction& /*where*/) const override {
    const auto leader = value_of(record, "team_leader");
    if (leader.empty() || leader != value_of(record, "team_deputy")) return {};
    quyche::Diagnostic finding;
    finding.severity = quyche::Severity::warning;
    finding.message = {"plugin.hung_yen.one-person-team", {leader}};
    finding.place.steps.push_back({quyche::PlaceStep::Kind::field, "team_deputy"});
    finding.hints.push_back({"hint.plugin.hung_yen.one-person-team", {}});
    return {finding};
  }
};

QUYCHE_PLUGIN(HungYen)

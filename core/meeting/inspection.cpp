#include "meeting/inspection.hpp"

#include <utility>

#include "base/messages.hpp"
#include "meeting/meeting_names.hpp"

namespace quyche::meeting {

Inspection::Inspection(const Meeting& meeting, const Rules& rules, bool english)
    : meeting_(meeting), rules_(rules), english_(english), heads_(count_heads(meeting)) {
  report_.file = meeting.file;
  report_.kind = name_of(k_kind_names, meeting.kind);
  report_.date = meeting.date;
}

std::vector<const Rule*> Inspection::rules(Test test) const {
  return rules_.of(test, meeting_.kind, meeting_.date);
}

std::string Inspection::words(const Term* term) const {
  return term == nullptr ? std::string() : term->text.in(english_);
}

void Inspection::add(const Rule& rule, Text message, Steps steps, std::vector<Text> hints) {
  add_finding(rule, rule.severity, std::move(message), std::move(steps), std::move(hints));
}

void Inspection::add_cured(const Rule& rule, Text message, Steps steps, Text cure,
                           std::vector<Text> hints) {
  auto cured = rule;
  cured.cure = {sentence(cure, Language::vietnamese), sentence(cure, Language::english)};
  add(cured, std::move(message), std::move(steps), std::move(hints));
}

void Inspection::add_note(const Rule& rule, Text message, Steps steps) {
  add_finding(rule, Severity::note, std::move(message), std::move(steps), {});
}

void Inspection::add_finding(const Rule& rule, Severity severity, Text message, Steps steps,
                             std::vector<Text> hints) {
  report_.findings.push_back(finding_of(rule, meeting_.date, english_,
                                        {severity,
                                         std::move(message),
                                         {meeting_.file, std::move(steps), {}, 0, 0},
                                         std::move(hints)}));
}

void Inspection::add(Severity severity, Text message, Steps steps, std::vector<Text> hints) {
  report_.findings.push_back({{},
                              {},
                              {},
                              {severity,
                               std::move(message),
                               {meeting_.file, std::move(steps), {}, 0, 0},
                               std::move(hints)}});
}

Steps steps_to(const char* list, std::size_t entry, const char* field) {
  Steps steps{{PlaceStep::Kind::field, list}, {PlaceStep::Kind::entry, std::to_string(entry + 1)}};
  if (field != nullptr) steps.push_back({PlaceStep::Kind::field, field});
  return steps;
}

Steps step_to(const char* field) { return {{PlaceStep::Kind::field, field}}; }

MeetingFinding finding_of(const Rule& rule, Date day, bool english, Diagnostic diagnostic) {
  auto source = rule.source(day, english);
  auto cure = rule.cure.in(english);
  auto& hints = diagnostic.hints;
  if (!source.empty()) {
    hints.push_back({rule.is_certain ? "hint.meeting-source" : "hint.meeting-source-unseen",
                     {rule.id, source}});
  }
  if (diagnostic.severity != Severity::note && !cure.empty()) {
    hints.push_back({"hint.meeting-cure", {cure}});
  }
  return {rule.id, std::move(source), std::move(cure), std::move(diagnostic)};
}

}  // namespace quyche::meeting

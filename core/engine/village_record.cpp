#include "engine/village_record.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/messages.hpp"
#include "base/named_value.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "model/pattern.hpp"

namespace quyche {
namespace {

Field job_field(const char* name, FieldType type) {
  Field field;
  field.name = name;
  field.label = sentence({std::string("field.") + name, {}}, Language::vietnamese);
  field.type = type;
  field.level = Level::document;
  return field;
}

/// The record over what its commune has already; plugins see both.
Values with_known(const Values& record, const LocalRegulation& local) {
  auto values = local.values;
  for (const auto& [name, value] : record) values[name] = value;
  return values;
}

Place field_place(const Place& place, const std::string& field) {
  auto inner = place;
  inner.steps.push_back({PlaceStep::Kind::field, field});
  return inner;
}

void report(Diagnostics& found, const Place& place, Text message, std::vector<Text> hints = {}) {
  found.add({Severity::error, std::move(message), place, std::move(hints)});
}

void check_required(const Row& row, const LocalRegulation& local, Diagnostics& found) {
  for (const auto& field : local.text.fields) {
    if (field.level >= Level::village && field.required) check_given(row, field, found);
  }
}

void check_issue(const Values& record, const Place& place, Diagnostics& found) {
  if (value_of(record, k_state) != k_state_issued) return;
  for (const char* name : {"number", "issue_date"}) {
    if (value_of(record, name).empty()) {
      report(found, field_place(place, name), {"record.not-issuable", {name}},
             {{"hint.drafting", {}}});
    }
  }
}

const SignMode* chosen_mode(const LocalRegulation& local) {
  const auto& modes = local.text.frame.sign_modes;
  const auto mode = std::find_if(modes.begin(), modes.end(), [&](const SignMode& candidate) {
    return candidate.name == local.sign_mode;
  });
  return mode == modes.end() ? nullptr : &*mode;
}

/// Whoever signs must be known on an issued paper, and nobody signs twice. Fields that are required
/// anyway are reported as such.
void check_signers(const Row& row, const LocalRegulation& local, Diagnostics& found) {
  const auto* mode = chosen_mode(local);
  if (mode == nullptr || value_of(row.values, k_state) != k_state_issued) return;
  const auto known = with_known(row.values, local);
  std::set<std::string> signers;
  for (const auto& signature : mode->signatures) {
    const auto& name = value_of(known, signature.name_field);
    const auto field =
        std::find_if(local.text.fields.begin(), local.text.fields.end(),
                     [&](const Field& one) { return one.name == signature.name_field; });
    const bool is_known = field != local.text.fields.end();
    if (name.empty() && is_known && !field->required) {
      report(found, field_place(row.place, field->name), {"record.no-signer", {field->label}},
             {{"hint.no-signer", {}}});
    } else if (!name.empty() && !signers.insert(match_key(name)).second) {
      report(found, field_place(row.place, "sign_mode"), {"record.signs-twice", {name}},
             {{"hint.signs-twice", {}}});
    }
  }
}

/// What the plugin derives goes into the record; what was known already stays where it was.
void ask_plugin(Values& record, Values& known, const LocalRegulation& local, const Plugin& code) {
  const auto before = known;
  code.complete(known, local.jurisdiction);
  for (const auto& [name, value] : known) {
    const auto old = before.find(name);
    if (old == before.end() || old->second != value) record[name] = value;
  }
}

/// "1" → "01"; what is no number stays.
std::string padded_number(const std::string& text) {
  int digits = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), digits);
  return problem == std::errc() && end == text.data() + text.size() ? two_digits(digits) : text;
}

}  // namespace

std::vector<Field> record_fields(const Regulation& model) {
  auto fields = model.fields;
  auto state = job_field(k_state, FieldType::choice);
  for (const char* value : {k_state_issued, k_state_drafting}) {
    state.choices.push_back(
        {value, sentence({std::string("state.") + value, {}}, Language::vietnamese)});
  }
  fields.push_back(std::move(state));
  fields.push_back(job_field("district", FieldType::text));
  fields.push_back(job_field("source", FieldType::text));
  return fields;
}

void complete_record(Values& record, const LocalRegulation& local, const Plugin* code) {
  auto known = with_known(record, local);
  if (code != nullptr) ask_plugin(record, known, local, *code);
  for (const auto& field : local.text.fields) {
    auto& value = known[field.name];
    if (!value.empty() || field.default_value.empty()) continue;
    if (auto made = fill_pattern(field.default_value, known, local.words)) {
      value = *made;
      record[field.name] = std::move(*made);
    }
  }
  if (const auto number = record.find("number"); number != record.end()) {
    number->second = padded_number(number->second);
  }
}

void check_leadership(const Values& record, const LocalRegulation& local, const Place& place,
                      Diagnostics& found) {
  const auto& secretary = value_of(record, "secretary");
  const auto& head = value_of(record, "village_head");
  const auto& model = value_of(record, "leadership_model");
  if (secretary.empty() || head.empty() || model.empty()) return;
  const bool same = match_key(secretary) == match_key(head);
  const auto& head_title = value_of(local.words, "village_head");
  if (same && model == "separate") {
    report(found, field_place(place, "leadership_model"),
           {"record.same-person", {secretary, head_title}}, {{"hint.concurrent", {}}});
  } else if (!same && model == "concurrent") {
    report(found, field_place(place, "leadership_model"),
           {"record.two-persons", {secretary, head_title, head}}, {{"hint.separate", {}}});
  }
}

bool check_given(const Row& row, const Field& field, Diagnostics& found) {
  if (!value_of(row.values, field.name).empty()) return true;
  if (std::find(row.refused.begin(), row.refused.end(), field.name) == row.refused.end()) {
    report(
        found, field_place(row.place, field.name), {"record.missing", {field.label}},
        field.hint.empty() ? std::vector<Text>{} : std::vector<Text>{{"hint.field", {field.hint}}});
  }
  return false;
}

void check_record(const Row& row, const LocalRegulation& local, const Plugin* code,
                  Diagnostics& found) {
  check_required(row, local, found);
  check_leadership(row.values, local, row.place, found);
  check_issue(row.values, row.place, found);
  check_signers(row, local, found);
  if (code == nullptr) return;
  for (auto finding : code->check(with_known(row.values, local), local.jurisdiction)) {
    const auto inner = finding.place.steps;
    finding.place = row.place;
    finding.place.steps.insert(finding.place.steps.end(), inner.begin(), inner.end());
    found.add(std::move(finding));
  }
}

}  // namespace quyche

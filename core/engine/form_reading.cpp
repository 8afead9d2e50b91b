#include <map>
#include <set>

#include "base/text.hpp"
#include "engine/fill_job.hpp"
#include "model/field_text.hpp"

namespace quyche {
namespace {

Place blank_place(const Form& form, const Blank& blank) {
  return {form.file(),
          {{PlaceStep::Kind::paragraph, std::to_string(blank.paragraph)},
           {PlaceStep::Kind::field, blank.field}},
          {},
          0,
          0};
}

/// Blank or still showing what to type.
bool is_empty(const Blank& blank, const Field* field) {
  if (blank.text.empty()) return true;
  if (field != nullptr && blank.text == shown_empty(*field)) return true;
  return blank.placeholder && blank.text.starts_with('[') && blank.text.ends_with(']');
}

/// All blanks of one field, the editable one first.
struct FieldReading {
  std::vector<const Blank*> filled;
  bool seen = false;
};

class FormReader {
 public:
  FormReader(const Form& form, const std::vector<Field>& fields, CanonicalValues& convert,
             Diagnostics& found)
      : form_(form), convert_(convert), found_(found) {
    for (const auto& field : fields) fields_.emplace(field.name, &field);
  }

  Values read() {
    gather();
    for (const auto& [name, reading] : readings_) {
      if (!reading.filled.empty()) take(name, reading);
    }
    read_alternatives();
    report_vanished();
    return std::move(values_);
  }

 private:
  const Field* field_of(const std::string& name) const {
    const auto field = fields_.find(name);
    return field == fields_.end() ? nullptr : field->second;
  }

  void gather() {
    for (const auto& blank : form_.blanks()) {
      auto& reading = readings_[blank.field];
      reading.seen = true;
      if (is_empty(blank, field_of(blank.field))) continue;
      const auto at = blank.repeats ? reading.filled.end() : reading.filled.begin();
      reading.filled.insert(at, &blank);
    }
  }

  void take(const std::string& name, const FieldReading& reading) {
    const auto& first = *reading.filled.front();
    const auto* field = field_of(name);
    report_disagreement(reading);
    if (field == nullptr) {
      values_[name] = first.text;
      return;
    }
    if (auto value = convert_.convert(*field, first.text, blank_place(form_, first), found_)) {
      values_[name] = std::move(*value);
    }
  }

  /// A repetition typed over, in a program that does not keep them together.
  void report_disagreement(const FieldReading& reading) {
    const auto& first = *reading.filled.front();
    for (const auto* other : reading.filled) {
      if (match_key(other->text) == match_key(first.text)) continue;
      found_.add({Severity::warning,
                  {"form.disagreement", {other->text, first.text}},
                  blank_place(form_, *other),
                  {{"hint.disagreement", {first.text}}}});
      return;
    }
  }

  /// The wording that stayed tells the value; with both there the choice is still open.
  void read_alternatives() {
    std::map<std::string, std::set<std::string>> kept;
    for (const auto& alternative : form_.alternatives()) {
      const auto& condition = alternative.condition;
      if (!condition.negated) kept[condition.field].insert(condition.value);
    }
    for (const auto& [name, values] : kept) compare_wording(name, values);
  }

  void compare_wording(const std::string& name, const std::set<std::string>& kept) {
    const auto* field = field_of(name);
    const auto label = field == nullptr ? name : field->label;
    const auto given = values_.find(name);
    if (kept.size() == 1 && given == values_.end()) {
      values_[name] = *kept.begin();
    } else if (given == values_.end()) {
      return;  // nothing chosen, both wordings there: a template
    } else if (kept.size() > 1) {
      found_.add({Severity::warning,
                  {"form.both-wordings", {label}},
                  {form_.file(), {}, {}, 0, 0},
                  {{"hint.both-wordings", {}}}});
    } else if (given->second != *kept.begin()) {
      found_.add({Severity::error,
                  {"form.wrong-wording",
                   {label, shown(field, given->second), shown(field, *kept.begin())}},
                  {form_.file(), {}, {}, 0, 0},
                  {{"hint.both-wordings", {}}}});
    }
  }

  static std::string shown(const Field* field, const std::string& value) {
    return field == nullptr ? value : shown_value(*field, value, {});
  }

  void report_vanished() {
    for (const auto& name : form_.bound_fields()) {
      if (readings_.contains(name)) continue;
      const auto* field = field_of(name);
      found_.add({Severity::warning,
                  {"form.vanished", {name, field == nullptr ? name : field->label}},
                  {form_.file(), {}, {}, 0, 0},
                  {{"hint.no-blank", {}}}});
    }
  }

  const Form& form_;
  CanonicalValues& convert_;
  Diagnostics& found_;
  std::map<std::string, const Field*> fields_;
  std::map<std::string, FieldReading> readings_;
  Values values_;
};

}  // namespace

Values read_form(const Form& form, const std::vector<Field>& fields, CanonicalValues& convert,
                 Diagnostics& found) {
  return FormReader(form, fields, convert, found).read();
}

}  // namespace quyche

#include "meeting/json_visitors.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/text.hpp"
#include "meeting/meeting_values.hpp"

namespace quyche::meeting {
namespace {

constexpr std::size_t k_excerpt = 80;  // columns

}  // namespace

const Json* JsonReader::find(const char* name) {
  if (std::find(asked_.begin(), asked_.end(), name) == asked_.end()) asked_.emplace_back(name);
  const auto found = object_.find(name);
  if (found == object_.end() || found->is_null()) return nullptr;
  const bool is_blank = found->is_string() && found->get_ref<const std::string&>().empty();
  return is_blank ? nullptr : &*found;
}

const Json* JsonReader::find_list(const char* name) {
  const auto* list = find(name);
  if (list == nullptr || list->is_array()) return list;
  report(name, {"meeting.not-a-list", {column_range(list->dump(), 0, k_excerpt)}});
  return nullptr;
}

std::optional<std::string> JsonReader::scalar(const char* name) {
  const auto* value = find(name);
  if (value == nullptr) return std::nullopt;
  if (value->is_string()) return value->get_ref<const std::string&>();
  if (value->is_number() || value->is_boolean()) return value->dump();
  report(name, {"json.not-a-value", {name}});
  return std::nullopt;
}

void JsonReader::field(const char* name, std::string& value) {
  if (const auto text = scalar(name)) value = squeeze(normalise(*text));
}

// Line ends of any system become line feeds; what stands between them stays as typed. Empty lines
// at both ends mean nothing.
void JsonReader::paragraphs(const char* name, std::string& value) {
  const auto text = scalar(name);
  if (!text) return;
  value = normalise(*text);
  value.erase(std::remove(value.begin(), value.end(), '\r'), value.end());
  value.erase(value.find_last_not_of(" \t\n") + 1);
  const auto first = value.find_first_not_of(" \t\n");
  if (first == std::string::npos) return;
  if (const auto line = value.rfind('\n', first); line != std::string::npos) {
    value.erase(0, line + 1);
  }
}

void JsonReader::field(const char* name, int& value) {
  const auto text = scalar(name);
  if (!text) return;
  const auto count = count_from_text(squeeze(*text));
  if (count) {
    value = *count;
  } else {
    report(name, {"meeting.bad-count", {*text}});
  }
}

void JsonReader::field(const char* name, bool& value) {
  const auto* given = find(name);
  if (given == nullptr) return;
  if (given->is_boolean()) {
    value = given->get<bool>();
  } else {
    report(name, {"meeting.bad-flag", {column_range(given->dump(), 0, k_excerpt)}});
  }
}

void JsonReader::field(const char* name, Date& value) {
  const auto text = scalar(name);
  if (!text) return;
  const auto day = date_from_text(normalise(*text));
  if (day) {
    value = *day;
  } else {
    report(name, {"meeting.bad-day", {*text}}, {{"hint.meeting-day", {}}});
  }
}

void JsonReader::field(const char* name, TimeOfDay& value) {
  const auto text = scalar(name);
  if (!text) return;
  const auto time = time_from_text(squeeze(*text));
  if (time) {
    value = *time;
  } else {
    report(name, {"meeting.bad-time", {*text}}, {{"hint.meeting-time", {}}});
  }
}

void JsonReader::field(const char* name, std::vector<std::string>& values) {
  const auto* list = find_list(name);
  if (list == nullptr) return;
  for (const auto& item : *list) {
    if (item.is_string()) {
      auto text = squeeze(normalise(item.get<std::string>()));
      if (!text.empty()) values.push_back(std::move(text));
    } else {
      report(name, {"json.not-a-value", {name}});
    }
  }
}

void JsonReader::finish() {
  for (const auto& [key, value] : object_.items()) {
    if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    std::vector<Text> hints;
    const std::vector<std::string> known(asked_.begin(), asked_.end());
    if (const auto near = nearest(normalise(key), known); !near.empty()) {
      hints.push_back({"hint.did-you-mean", {near}});
    } else {
      hints.push_back({"hint.meeting-keys", {listed(known)}});
    }
    report(key, {"meeting.unknown-key", {key}}, std::move(hints));
  }
}

Place JsonReader::place_of(const std::string& name) const {
  Place place{file_, {}, {}, 0, 0};
  add_steps(place.steps);
  place.steps.push_back({PlaceStep::Kind::field, name});
  return place;
}

void JsonReader::add_steps(std::vector<PlaceStep>& steps) const {
  if (outer_ == nullptr) return;
  outer_->add_steps(steps);
  steps.push_back({PlaceStep::Kind::field, name_});
  if (entry_ > 0) steps.push_back({PlaceStep::Kind::entry, std::to_string(entry_)});
}

void JsonReader::report(const std::string& name, Text message, std::vector<Text> hints) {
  found_.add({Severity::error, std::move(message), place_of(name), std::move(hints)});
}

void JsonReader::report_missing(const char* name) {
  report(name, {"meeting.missing", {name}}, {{"hint.meeting-missing", {}}});
}

void JsonReader::report_word(const char* name, const std::string& word,
                             const std::vector<std::string>& known) {
  std::vector<Text> hints;
  if (const auto near = nearest(word, known); !near.empty()) {
    hints.push_back({"hint.did-you-mean", {near}});
  }
  report(name, {"meeting.unknown-word", {word, listed(known)}}, std::move(hints));
}

void JsonReader::report_not_an_object() const {
  Place place{file_, {}, {}, 0, 0};
  add_steps(place.steps);
  found_.add({Severity::error,
              {"json.not-an-object", {column_range(object_.dump(), 0, k_excerpt)}},
              std::move(place),
              {}});
}

void JsonWriter::field(const char* name, Date value) {
  object_[name] = value.ok() ? iso(value) : std::string();
}

void JsonWriter::field(const char* name, TimeOfDay value) { object_[name] = time_text(value); }

}  // namespace quyche::meeting

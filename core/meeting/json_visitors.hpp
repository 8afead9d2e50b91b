#pragma once
// The two ways a meeting crosses JSON: an object read into fields, with a finding for whatever does
// not fit; fields written into an object. For meeting_file.

#include <optional>
#include <string>
#include <vector>

#include "base/json_document.hpp"
#include "meeting/meeting_fields.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche::meeting {

using Json = JsonTree;

/// Reads one object. `finish` reports the keys nobody asked for. The object and the findings must
/// outlive it.
class JsonReader {
 public:
  JsonReader(const Json& object, Place place, Diagnostics& found)
      : object_(object), place_(std::move(place)), found_(found) {}

  void field(const char* name, std::string& value);
  void field(const char* name, int& value);
  void field(const char* name, bool& value);
  void field(const char* name, Date& value);
  void field(const char* name, TimeOfDay& value);
  void field(const char* name, std::vector<std::string>& values);
  void paragraphs(const char* name, std::string& value);

  template <typename Value>
  void required(const char* name, Value& value) {
    if (find(name) == nullptr) report_missing(name);
    field(name, value);
  }

  template <typename Value>
  void field(const char* name, std::optional<Value>& value) {
    if (find(name) == nullptr) return;
    Value read{};
    const auto before = found_.findings().size();
    field(name, read);
    if (found_.findings().size() == before) value = std::move(read);
  }

  template <typename Value, std::size_t size>
  void choice(const char* name, Value& value, const Names<Value, size>& names) {
    std::string word;
    field(name, word);
    if (word.empty()) return;
    const auto known = value_of(names, word);
    if (known) {
      value = *known;
    } else {
      report_word(name, word, all_names(names));
    }
  }

  template <typename Value, std::size_t size>
  void choice(const char* name, std::optional<Value>& value, const Names<Value, size>& names) {
    Value read{};
    const auto before = found_.findings().size();
    choice(name, read, names);
    if (find(name) != nullptr && found_.findings().size() == before) value = read;
  }

  template <typename Value, std::size_t size>
  void required_choice(const char* name, Value& value, const Names<Value, size>& names) {
    if (find(name) == nullptr) report_missing(name);
    choice(name, value, names);
  }

  /// A part inside this one.
  template <typename Part>
  void field(const char* name, Part& part) {
    const auto* value = find(name);
    if (value != nullptr) read_part(*value, place_of(name), part);
  }

  template <typename Part>
  void field(const char* name, std::vector<Part>& parts) {
    const auto* list = find_list(name);
    if (list == nullptr) return;
    for (const auto& item : *list) {
      auto place = place_of(name);
      place.steps.push_back({PlaceStep::Kind::entry, std::to_string(parts.size() + 1)});
      read_part(item, std::move(place), parts.emplace_back());
    }
  }

  void finish();

 private:
  /// Null when the key is absent, null or an empty text.
  [[nodiscard]] const Json* find(const char* name);
  [[nodiscard]] const Json* find_list(const char* name);
  [[nodiscard]] std::optional<std::string> scalar(const char* name);
  [[nodiscard]] Place place_of(const std::string& name) const;
  void report(const std::string& name, Text message, std::vector<Text> hints = {});
  void report_missing(const char* name);
  void report_word(const char* name, const std::string& word,
                   const std::vector<std::string>& known);
  void report_not_an_object(const Json& value, Place place);

  template <typename Part>
  void read_part(const Json& value, Place place, Part& part) {
    if (!value.is_object()) {
      report_not_an_object(value, std::move(place));
      return;
    }
    JsonReader inner(value, std::move(place), found_);
    visit_fields(inner, part);
    inner.finish();
  }

  const Json& object_;
  Place place_;
  Diagnostics& found_;
  std::vector<std::string> asked_;
};

/// Writes one object; what has no value is null or empty.
class JsonWriter {
 public:
  [[nodiscard]] Json take() { return std::move(object_); }

  void field(const char* name, std::string& value) { object_[name] = value; }
  void field(const char* name, int value) { object_[name] = value; }
  void field(const char* name, bool value) { object_[name] = value; }
  void field(const char* name, Date value);
  void field(const char* name, TimeOfDay value);
  void field(const char* name, std::vector<std::string>& values) { object_[name] = values; }
  void paragraphs(const char* name, const std::string& value) { object_[name] = value; }

  template <typename Value>
  void required(const char* name, Value& value) {
    field(name, value);
  }

  template <typename Value>
  void field(const char* name, std::optional<Value>& value) {
    if (value) {
      field(name, *value);
    } else {
      object_[name] = nullptr;
    }
  }

  template <typename Value, std::size_t size>
  void choice(const char* name, Value value, const Names<Value, size>& names) {
    object_[name] = name_of(names, value);
  }

  template <typename Value, std::size_t size>
  void required_choice(const char* name, Value value, const Names<Value, size>& names) {
    choice(name, value, names);
  }

  template <typename Value, std::size_t size>
  void choice(const char* name, const std::optional<Value>& value,
              const Names<Value, size>& names) {
    object_[name] = value ? name_of(names, *value) : std::string();
  }

  template <typename Part>
  void field(const char* name, Part& part) {
    object_[name] = written(part);
  }

  template <typename Part>
  void field(const char* name, std::vector<Part>& parts) {
    auto list = Json::array();
    for (auto& part : parts) list.push_back(written(part));
    object_[name] = std::move(list);
  }

 private:
  template <typename Part>
  static Json written(Part& part) {
    JsonWriter inner;
    visit_fields(inner, part);
    return inner.take();
  }

  Json object_ = Json::object();
};

}  // namespace quyche::meeting

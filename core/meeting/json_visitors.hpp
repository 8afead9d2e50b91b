#pragma once
// The two ways a meeting crosses JSON: an object read into fields, with a finding for whatever does
// not fit; fields written into an object. For meeting_file.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_document.hpp"
#include "meeting/meeting_fields.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche::meeting {

using Json = JsonTree;

/// Reads one object. `finish` reports the keys nobody asked for. The object, the name of its file
/// and the findings must outlive it.
class JsonReader {
 public:
  JsonReader(const Json& object, const std::string& file, Diagnostics& found)
      : object_(object), file_(file), found_(found) {}

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
    if (value != nullptr) read_part(*value, name, 0, part);
  }

  template <typename Part>
  void field(const char* name, std::vector<Part>& parts) {
    const auto* list = find_list(name);
    if (list == nullptr) return;
    for (const auto& item : *list) {
      auto& part = parts.emplace_back();
      read_part(item, name, parts.size(), part);
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
  /// Of this object itself.
  void report_not_an_object() const;
  void add_steps(std::vector<PlaceStep>& steps) const;

  /// `entry`: which one of a list, from 1; 0 for none.
  template <typename Part>
  void read_part(const Json& value, const char* name, std::size_t entry, Part& part) {
    JsonReader inner(value, file_, found_);
    inner.outer_ = this;
    inner.name_ = name;
    inner.entry_ = entry;
    if (!value.is_object()) return inner.report_not_an_object();
    visit_fields(inner, part);
    inner.finish();
  }

  const Json& object_;
  const std::string& file_;
  Diagnostics& found_;
  std::vector<std::string_view> asked_;
  // Where the object stands, spelt out when there is something to say about it.
  const JsonReader* outer_ = nullptr;
  const char* name_ = "";
  std::size_t entry_ = 0;
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

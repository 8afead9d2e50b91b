#include "model/json_rows.hpp"

#include <algorithm>

#include "base/json_document.hpp"
#include "base/source_text.hpp"
#include "base/text.hpp"
#include "model/canonical_value.hpp"
#include "model/header_match.hpp"

namespace quyche {
namespace {

using Json = JsonTree;
constexpr std::size_t k_excerpt = 80;  // columns
constexpr const char* k_hint = "hint.json";

[[noreturn]] void refuse(const char* code, Place place, const char* hint = k_hint) {
  throw Error(Diagnostic{Severity::error, {code, {}}, std::move(place), {{hint, {}}}});
}

/// The text of a scalar; nothing for objects and lists.
std::optional<std::string> scalar_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number() || value.is_boolean()) return value.dump();
  return std::nullopt;
}

/// Objects to rows.
class RecordReader {
 public:
  RecordReader(std::string file, const std::vector<Field>& fields)
      : file_(std::move(file)), match_(fields) {}

  /// Whether it was an object; anything else is a finding and no row.
  bool read(const Json& object, PlaceStep step, Row& row, Diagnostics& found) {
    row.values.clear();
    row.refused.clear();
    row.place = {file_, {std::move(step)}, {}, 0, 0};
    if (!object.is_object()) {
      report(found, row.place, {"json.not-an-object", {column_range(object.dump(), 0, k_excerpt)}});
      return false;
    }
    for (const auto& [key, value] : object.items()) read_value(key, value, row, found);
    return true;
  }

 private:
  static void report(Diagnostics& found, Place place, Text message, std::vector<Text> hints = {}) {
    found.add({Severity::error, std::move(message), std::move(place), std::move(hints)});
  }

  void read_value(const std::string& key, const Json& value, Row& row, Diagnostics& found) {
    auto place = row.place;
    place.steps.push_back({PlaceStep::Kind::field, key});
    const auto* field = match_.find(normalise(key));
    if (field == nullptr) {
      std::vector<Text> hints;
      if (const auto near = match_.nearest_name(key); !near.empty()) {
        hints.push_back({"hint.did-you-mean", {near}});
      }
      report(found, std::move(place), {"rows.unknown-field", {key}}, std::move(hints));
      return;
    }
    if (value.is_null()) return;
    const auto text = scalar_text(value);
    if (!text) {
      row.refused.push_back(field->name);
      report(found, std::move(place), {"json.not-a-value", {field->label}});
      return;
    }
    auto made = values_.convert(*field, *text, place, found);
    if (!made) {
      row.refused.push_back(field->name);
    } else if (!made->empty()) {
      row.values[field->name] = std::move(*made);
    }
  }

  std::string file_;
  HeaderMatch match_;
  CanonicalValues values_;
};

class JsonRows final : public RowSource {
 public:
  JsonRows(Json records, std::string file, const std::vector<Field>& fields)
      : records_(std::move(records)), reader_(std::move(file), fields) {}

  bool next(Row& row, Diagnostics& found) override {
    while (at_ < records_.size()) {
      const auto& record = records_[at_++];
      if (reader_.read(record, {PlaceStep::Kind::entry, std::to_string(at_)}, row, found)) {
        return true;
      }
    }
    return false;
  }
  void rewind() override { at_ = 0; }

 private:
  Json records_;
  RecordReader reader_;
  std::size_t at_ = 0;
};

class JsonLineRows final : public RowSource {
 public:
  JsonLineRows(std::string text, const std::string& file, const std::vector<Field>& fields)
      : text_(std::move(text)), file_(file), reader_(file, fields) {}

  /// A line that is no JSON is a finding; the lines after it are read all the same.
  bool next(Row& row, Diagnostics& found) override {
    while (at_ < text_.size()) {
      const auto begin = at_;
      const auto length = std::min(text_.find('\n', at_), text_.size()) - begin;
      at_ = begin + length + 1;
      ++line_;
      if (squeeze(std::string_view(text_).substr(begin, length)).empty()) continue;
      try {
        if (reader_.read(parse_json(text_, file_, k_hint, begin, length),
                         {PlaceStep::Kind::line, std::to_string(line_)}, row, found)) {
          return true;
        }
      } catch (const Error& error) {
        found.add(error.findings());
      }
    }
    return false;
  }
  void rewind() override { at_ = line_ = 0; }

 private:
  std::string text_;
  std::string file_;
  RecordReader reader_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
};

}  // namespace

std::unique_ptr<RowSource> open_json(std::string bytes, const std::string& file,
                                     const std::vector<Field>& fields) {
  auto json = parse_json(bytes, file, k_hint);
  if (json.is_object() && json.contains("records") && json.at("records").is_array()) {
    auto records = std::move(json.at("records"));
    json = std::move(records);
  }
  if (json.is_object()) {
    auto records = Json::array();
    records.push_back(std::move(json));
    json = std::move(records);
  }
  if (!json.is_array()) refuse("json.not-records", {file, {}, {}, 0, 0});
  return std::make_unique<JsonRows>(std::move(json), file, fields);
}

std::unique_ptr<RowSource> open_json_lines(std::string bytes, const std::string& file,
                                           const std::vector<Field>& fields) {
  return std::make_unique<JsonLineRows>(std::move(bytes), file, fields);
}

}  // namespace quyche

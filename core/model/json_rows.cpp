#include "model/json_rows.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "model/canonical_value.hpp"
#include "model/header_match.hpp"

namespace quyche {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::size_t k_excerpt = 80;

/// Parses, and says line and column of what is wrong.
Json parse(std::string_view text, const std::string& file, std::size_t first_line) {
  try {
    return Json::parse(text);
  } catch (const nlohmann::json::parse_error& problem) {
    const auto at = std::min(problem.byte > 0 ? problem.byte - 1 : 0, text.size());
    const auto before = text.substr(0, at);
    const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const auto start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto length = std::min(text.find('\n', start), text.size()) - start;
    auto excerpt = std::string(text.substr(start, std::min(length, at - start + k_excerpt)));
    Place place{file,
                {{PlaceStep::Kind::line, std::to_string(first_line + line)}},
                is_utf8(excerpt) ? excerpt : std::string(),
                at - start,
                1};
    throw Error(Diagnostic{
        Severity::error, {"json.not-well-formed", {}}, std::move(place), {{"hint.json", {}}}});
  }
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

  void read(const Json& object, std::size_t number, Row& row, Diagnostics& found) {
    row.values.clear();
    row.place = {file_, {{PlaceStep::Kind::entry, std::to_string(number)}}, {}, 0, 0};
    if (!object.is_object()) {
      report(found, row.place, {"json.not-an-object", {object.dump().substr(0, k_excerpt)}});
      return;
    }
    for (const auto& [key, value] : object.items()) read_value(key, value, row, found);
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
      report(found, std::move(place), {"json.not-a-value", {field->label}});
      return;
    }
    auto made = values_.convert(*field, *text, place, found);
    if (made && !made->empty()) row.values[field->name] = std::move(*made);
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
    if (at_ >= records_.size()) return false;
    reader_.read(records_[at_], at_ + 1, row, found);
    ++at_;
    return true;
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

  bool next(Row& row, Diagnostics& found) override {
    while (at_ < text_.size()) {
      const auto end = std::min(text_.find('\n', at_), text_.size());
      const auto line = std::string_view(text_).substr(at_, end - at_);
      at_ = end + 1;
      ++line_;
      if (squeeze(line).empty()) continue;
      reader_.read(parse(line, file_, line_), line_, row, found);
      return true;
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
  auto json = parse(bytes, file, 1);
  if (json.is_object() && json.contains("records") && json.at("records").is_array()) {
    json = Json(json.at("records"));
  }
  if (json.is_object()) json = Json::array({json});
  if (!json.is_array()) {
    throw Error(Diagnostic{
        Severity::error, {"json.not-records", {}}, {file, {}, {}, 0, 0}, {{"hint.json", {}}}});
  }
  return std::make_unique<JsonRows>(std::move(json), file, fields);
}

std::unique_ptr<RowSource> open_json_lines(std::string bytes, const std::string& file,
                                           const std::vector<Field>& fields) {
  return std::make_unique<JsonLineRows>(std::move(bytes), file, fields);
}

}  // namespace quyche

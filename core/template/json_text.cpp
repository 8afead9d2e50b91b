#include "template/json_text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "base/source_text.hpp"
#include "base/text.hpp"
#include "quyche/diagnostic.hpp"
#include "template/fault.hpp"
#include "template/json_reader.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Kind = Value::Kind;
using Json = nlohmann::ordered_json;

/// Writes as Python's json.dumps(…, sort_keys=True) does.
class JsonWriter {
 public:
  explicit JsonWriter(int indent) : indent_(indent) {}

  std::string write(const Value& value) {
    add(value);
    return std::move(out_);
  }

 private:
  void new_line() {
    if (indent_ < 0) return;
    out_ += '\n';
    out_.append(static_cast<std::size_t>(indent_) * level_, ' ');
  }
  void separate(bool first) {
    if (!first) out_ += indent_ < 0 ? ", " : ",";
    new_line();
  }

  void add(const Value& value) {
    switch (value.kind()) {
      case Kind::none:
        out_ += "null";
        return;
      case Kind::boolean:
        out_ += value.as_boolean() ? "true" : "false";
        return;
      case Kind::integer:
      case Kind::number:
        out_ += text_of(value);
        return;
      case Kind::text:
        return add_text(value.as_text());
      case Kind::list:
        return add_list(value.as_list());
      case Kind::map:
        return add_map(value.as_map());
      default:
        throw TemplateFault({"template.wrong-type", {"tojson", "JSON", type_name(value)}});
    }
  }

  /// ASCII, and safe inside of HTML, as Jinja2 has it.
  void add_text(std::string_view text) {
    const auto dumped = Json(std::string(text)).dump(-1, ' ', true, Json::error_handler_t::replace);
    for (const char c : dumped) {
      if (c == '<') {
        out_ += "\\u003c";
      } else if (c == '>') {
        out_ += "\\u003e";
      } else if (c == '&') {
        out_ += "\\u0026";
      } else if (c == '\'') {
        out_ += "\\u0027";
      } else {
        out_ += c;
      }
    }
  }

  void add_list(const ValueList& list) {
    out_ += '[';
    ++level_;
    for (std::size_t i = 0; i < list.items().size(); ++i) {
      separate(i == 0);
      add(list.items()[i]);
    }
    --level_;
    if (!list.items().empty()) new_line();
    out_ += ']';
  }

  void add_map(const ValueMap& map) {
    std::vector<std::pair<std::string, const Value*>> entries;
    for (const auto& [key, value] : map.entries()) entries.emplace_back(text_of(key), &value);
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    out_ += '{';
    ++level_;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      separate(i == 0);
      add_text(entries[i].first);
      out_ += ": ";
      add(*entries[i].second);
    }
    --level_;
    if (!entries.empty()) new_line();
    out_ += '}';
  }

  int indent_;
  std::size_t level_ = 0;
  std::string out_;
};

/// Builds values while the parser reads, so that no tree of the library is ever made. Depth is
/// bounded before anything can overflow.
class ValueBuilder final : public nlohmann::json_sax<Json> {
 public:
  explicit ValueBuilder(std::string_view source, const std::string& file)
      : source_(source), file_(file) {}

  Value take() { return std::move(root_); }

  bool null() override { return add(Value::none()); }
  bool boolean(bool value) override { return add(Value::boolean(value)); }
  bool number_integer(number_integer_t value) override { return add(Value::integer(value)); }
  bool number_unsigned(number_unsigned_t value) override {
    constexpr auto k_most =
        static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max());
    if (value > k_most) return add(Value::number(static_cast<double>(value)));
    return add(Value::integer(static_cast<std::int64_t>(value)));
  }
  bool number_float(number_float_t value, const string_t& /*text*/) override {
    return add(Value::number(value));
  }
  bool string(string_t& value) override { return add(Value::text(normalise(value))); }
  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(std::size_t /*size*/) override { return open(); }
  bool start_array(std::size_t /*size*/) override { return open(); }
  bool key(string_t& name) override {
    levels_.back().keys.push_back(Value::text(normalise(name)));
    return true;
  }
  bool end_object() override {
    auto level = std::move(levels_.back());
    levels_.pop_back();
    std::vector<ValueMap::Entry> entries;
    for (std::size_t i = 0; i < level.values.size(); ++i) {
      entries.emplace_back(std::move(level.keys[i]), std::move(level.values[i]));
    }
    std::set<std::string_view> names;
    for (const auto& entry : entries) {
      const auto name = entry.first.as_text();
      if (!names.insert(name).second) throw TwinKey{std::string(name), 0, 0};
    }
    return add(Value::map(std::move(entries)));
  }
  bool end_array() override {
    auto level = std::move(levels_.back());
    levels_.pop_back();
    return add(Value::list(std::move(level.values)));
  }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::json::exception& /*problem*/) override {
    const auto at = std::min(position > 0 ? position - 1 : 0, source_.size());
    fail(at, {"json.not-well-formed", {}});
  }

 private:
  struct Level {
    std::vector<Value> keys;
    std::vector<Value> values;
  };

  [[noreturn]] void fail(std::size_t at, Text message) const {
    auto place = place_in(source_, file_, at, 1);
    throw Error(Diagnostic{Severity::error, std::move(message), std::move(place), {}});
  }

  bool open() {
    if (levels_.size() >= k_deepest_json)
      fail(0, {"template.value-too-deep", {std::to_string(k_deepest_json)}});
    levels_.emplace_back();
    return true;
  }

  bool add(Value value) {
    if (levels_.empty()) {
      root_ = std::move(value);
    } else {
      levels_.back().values.push_back(std::move(value));
    }
    return true;
  }

  std::string_view source_;
  const std::string& file_;
  std::vector<Level> levels_;
  Value root_;
};

}  // namespace

std::string json_text(const Value& value, int indent) { return JsonWriter(indent).write(value); }

Value value_from_json(std::string_view json, const std::string& file) {
  ValueBuilder builder(json, file);
  try {
    if (auto value = read_json(json)) return *std::move(value);
    Json::sax_parse(json, &builder);
  } catch (const TemplateFault& fault) {
    throw Error(Diagnostic{Severity::error, fault.message(), {file, {}, {}, 0, 0}, fault.hints()});
  } catch (const TwinKey& twin) {
    throw Error(Diagnostic{Severity::error,
                           {"json.twin-key", {twin.name}},
                           place_in(json, file, twin.offset, twin.size),
                           {{"hint.json-twin-key", {}}}});
  }
  return builder.take();
}

}  // namespace quyche

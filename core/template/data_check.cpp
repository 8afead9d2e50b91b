// Data beside a schema.
#include "base/date.hpp"
#include "base/text.hpp"
#include "template/arguments.hpp"
#include "template/python_text.hpp"
#include "template/schema.hpp"

namespace quyche {
namespace {

using Kind = Value::Kind;
constexpr std::size_t k_most_findings = 100;

KindSet kind_of(const Value& value) {
  switch (value.kind()) {
    case Kind::none:
      return k_null_kind;
    case Kind::boolean:
      return k_boolean_kind;
    case Kind::integer:
      return k_whole_kind;
    case Kind::number:
      return k_fraction_kind;
    case Kind::text:
      return k_text_kind;
    case Kind::list:
      return k_list_kind;
    default:
      return k_object_kind;
  }
}

class DataCheck {
 public:
  explicit DataCheck(const std::string& file) : file_(file) {}

  void compare(const SchemaNode& node, const Value& value, const std::string& path) {
    if (value.is(Kind::text) && fits_as_text(node, value.as_text(), path)) return;
    if ((fitting_kinds(node) & kind_of(value)) == 0) {
      return note(Severity::error, path,
                  {"schema.wrong-kind", {path, kind_word(node), type_name(value)}}, {});
    }
    check_value(node, value, path);
    if (value.is(Kind::map)) compare_fields(node, value.as_map(), path);
    if (!value.is(Kind::list)) return;
    const auto& items = value.as_list().items();
    check_count(node, items.size(), path);
    for (std::size_t i = 0; node.item != nullptr && i < items.size(); ++i) {
      compare(*node.item, items[i], path + '[' + std::to_string(i) + ']');
    }
  }

  std::vector<Diagnostic> take() { return std::move(findings_); }

 private:
  void note(Severity severity, const std::string& path, Text message, std::vector<Text> hints) {
    if (findings_.size() >= k_most_findings) return;
    Place place{file_, {}, {}, 0, 0};
    if (!path.empty()) place.steps.push_back({PlaceStep::Kind::entry, path});
    findings_.push_back({severity, std::move(message), std::move(place), std::move(hints)});
  }

  /// What fits in spite of its kind: nothing in an empty text, a number in figures.
  bool fits_as_text(const SchemaNode& node, std::string_view text, const std::string& path) {
    const auto kinds = fitting_kinds(node);
    if (text.empty()) return (kinds & k_null_kind) != 0;
    if ((kinds & k_text_kind) != 0 || (kinds & k_whole_kind) == 0 || !node.reads_text) return false;
    const auto number = whole_in(text);
    if (number) check_value(node, Value::integer(*number), path);
    return number.has_value();
  }

  void check_value(const SchemaNode& node, const Value& value, const std::string& path) {
    if (node.is_date && value.is(Kind::text) && !date_from_text(value.as_text())) {
      note(Severity::error, path, {"template.not-a-date", {text_of(value)}},
           {{"hint.template.date", {}}});
    }
    if (!value.is_numeric()) return;
    const auto number = value.as_number();
    if (node.is_divisor && number == 0) {
      note(Severity::error, path, {"schema.zero-divisor", {path}}, {});
    }
    const bool low = node.least && number < static_cast<double>(*node.least);
    const bool high = node.most && number > static_cast<double>(*node.most);
    if (!low && !high) return;
    note(Severity::error, path,
         {low ? "schema.too-small" : "schema.too-large",
          {path, std::to_string(low ? *node.least : *node.most), text_of(value)}},
         {});
  }

  void check_count(const SchemaNode& node, std::size_t count, const std::string& path) {
    const bool too_many = node.most_items && count > *node.most_items;
    if (count >= node.least_items && !too_many) return;
    const auto wanted = std::to_string(too_many ? *node.most_items : node.least_items);
    note(Severity::error, path,
         {too_many ? "schema.too-many" : "schema.too-few", {path, wanted, std::to_string(count)}},
         {});
  }

  static std::string below(const std::string& path, const std::string& name) {
    return path.empty() ? name : path + '.' + name;
  }

  void compare_fields(const SchemaNode& node, const ValueMap& map, const std::string& path) {
    std::vector<std::string> unused;
    for (const auto& [key, value] : map.entries()) {
      const auto name = text_of(key);
      if (node.find(name) == nullptr) unused.push_back(name);
      if (node.entry != nullptr) compare(*node.entry, value, below(path, name));
    }
    for (const auto& [name, field] : node.fields) {
      if (const auto* value = map.find(name)) {
        compare(*field, *value, below(path, name));
      } else {
        miss(*field, below(path, name), nearest(name, unused));
      }
    }
    // Where nothing is asked of an object it is printed or handed on whole.
    if (!node.fields.empty()) note_unused(node, unused, path);
  }

  void note_unused(const SchemaNode& node, const std::vector<std::string>& unused,
                   const std::string& path) {
    std::vector<std::string> wanted;
    for (const auto& [name, field] : node.fields) wanted.push_back(name);
    for (const auto& name : unused) {
      std::vector<Text> hints;
      if (const auto near = nearest(name, wanted); !near.empty()) {
        hints.push_back({"hint.did-you-mean", {near}});
      }
      note(Severity::note, below(path, name), {"schema.unused", {below(path, name)}},
           std::move(hints));
    }
  }

  void miss(const SchemaNode& field, const std::string& path, const std::string& near) {
    if (field.presence == SchemaNode::Presence::optional) return;
    std::vector<Text> hints;
    if (!near.empty()) hints.push_back({"hint.schema.renamed", {near}});
    const bool always = field.presence == SchemaNode::Presence::required;
    note(always ? Severity::error : Severity::warning, path,
         {always ? "schema.missing" : "schema.missing-if", {path, kind_word(field)}},
         std::move(hints));
  }

  const std::string& file_;
  std::vector<Diagnostic> findings_;
};

}  // namespace

std::vector<Diagnostic> check_data(const SchemaNode& root, const Value& data,
                                   const std::string& file) {
  DataCheck check(file);
  check.compare(root, data, {});
  return check.take();
}

}  // namespace quyche

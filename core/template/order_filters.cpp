// Filters that compare items: sort, unique, min, max, groupby, dictsort. Texts compare without case
// unless asked, as in Jinja2.
#include <algorithm>
#include <unordered_set>

#include "base/text.hpp"
#include "template/access.hpp"
#include "template/arguments.hpp"
#include "template/comparison.hpp"
#include "template/fault.hpp"
#include "template/filters.hpp"
#include "template/items.hpp"
#include "template/letters.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Kind = Value::Kind;

Value folded(const Value& value, bool case_sensitive) {
  return !case_sensitive && value.is(Kind::text) ? Value::text(lower(value.as_text())) : value;
}

/// An item and what it is compared by.
struct Keyed {
  Value key;
  Value item;
};

/// One key, or a tuple for a path with commas.
Value key_of(const Value& item, const Value& path, bool case_sensitive) {
  if (path.is(Kind::undefined) || path.is(Kind::none)) return folded(item, case_sensitive);
  if (!path.is(Kind::text) || path.as_text().find(',') == std::string::npos) {
    return folded(follow_strictly(item, path), case_sensitive);
  }
  std::vector<Value> keys;
  for (const auto& part : split_text(path.as_text(), ",", -1)) {
    keys.push_back(folded(follow_strictly(item, Value::text(part)), case_sensitive));
  }
  return Value::tuple(std::move(keys));
}

std::vector<Keyed> keyed(FilterCall& call, std::string_view name, const Value& path,
                         bool case_sensitive) {
  const ValueItems items(call.subject, name);
  std::vector<Keyed> out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    call.host.charge(8);
    auto item = items.at(i);
    auto key = key_of(item, path, case_sensitive);
    out.push_back({std::move(key), std::move(item)});
  }
  return out;
}

void sort_keyed(std::vector<Keyed>& entries, bool backwards) {
  std::stable_sort(entries.begin(), entries.end(), [backwards](const auto& a, const auto& b) {
    return backwards ? less(b.key, a.key) : less(a.key, b.key);
  });
}

Value items_only(std::vector<Keyed> entries) {
  std::vector<Value> out;
  for (auto& entry : entries) out.push_back(std::move(entry.item));
  return Value::list(std::move(out));
}

Value sort(FilterCall& call) {
  auto entries = keyed(call, "sort", call.argument(2), flag_argument(call.argument(1), false));
  sort_keyed(entries, flag_argument(call.argument(0), false));
  return items_only(std::move(entries));
}

Value unique(FilterCall& call) {
  std::unordered_set<std::string> seen;
  std::vector<Value> out;
  for (auto& entry :
       keyed(call, "unique", call.argument(1), flag_argument(call.argument(0), false))) {
    if (seen.insert(key_text(entry.key)).second) out.push_back(std::move(entry.item));
  }
  return Value::list(std::move(out));
}

Value extreme(FilterCall& call, std::string_view name, bool greatest) {
  const auto entries = keyed(call, name, call.argument(1), flag_argument(call.argument(0), false));
  if (entries.empty()) return {};
  const auto* best = &entries.front();
  for (const auto& entry : entries) {
    if (greatest ? less(best->key, entry.key) : less(entry.key, best->key)) best = &entry;
  }
  return best->item;
}

Value least(FilterCall& call) { return extreme(call, "min", false); }
Value greatest(FilterCall& call) { return extreme(call, "max", true); }

/// (grouper, list): prints as a tuple, and has both names.
class GroupObject final : public TemplateObject {
 public:
  GroupObject(Value grouper, Value items)
      : grouper_(std::move(grouper)), items_(std::move(items)) {}
  [[nodiscard]] std::string type_name() const override { return "group"; }
  [[nodiscard]] std::optional<std::size_t> size() const override { return 2; }
  [[nodiscard]] Value item(std::size_t index) const override {
    return index == 0 ? grouper_ : items_;
  }
  [[nodiscard]] std::optional<Value> attribute(std::string_view name) const override {
    if (name == "grouper") return grouper_;
    return name == "list" ? std::optional(items_) : std::nullopt;
  }
  [[nodiscard]] std::vector<std::string> attribute_names() const override {
    return {"grouper", "list"};
  }
  [[nodiscard]] std::string text() const override {
    return text_of(Value::tuple({grouper_, items_}));
  }

 private:
  Value grouper_;
  Value items_;
};

Value group_by(FilterCall& call) {
  const ValueItems items(call.subject, "groupby");
  const auto& path = call.argument(0);
  const bool case_sensitive = flag_argument(call.argument(2), false);
  std::vector<Keyed> entries;
  for (std::size_t i = 0; i < items.size(); ++i) {
    call.host.charge(8);
    auto key = call.has(1) ? follow(items.at(i), path) : follow_strictly(items.at(i), path);
    if (key.is(Kind::undefined)) key = call.argument(1);
    entries.push_back({folded(key, case_sensitive), items.at(i)});
  }
  sort_keyed(entries, false);
  std::vector<Value> out;
  for (std::size_t from = 0; from < entries.size();) {
    auto to = from;
    std::vector<Value> group;
    while (to < entries.size() && equal(entries[to].key, entries[from].key)) {
      group.push_back(entries[to++].item);
    }
    auto grouper = follow(group.front(), path);
    if (grouper.is(Kind::undefined)) grouper = entries[from].key;
    out.push_back(Value::object(
        std::make_shared<const GroupObject>(std::move(grouper), Value::list(std::move(group)))));
    from = to;
  }
  return Value::list(std::move(out));
}

Value dict_sort(FilterCall& call) {
  if (!call.subject.is(Kind::map)) fail_type("dictsort", "mapping", call.subject);
  const bool case_sensitive = flag_argument(call.argument(0), false);
  const auto by = text_argument(call.argument(1), "dictsort", "key");
  if (by != "key" && by != "value") {
    throw TemplateFault({"template.dictsort-by", {by}});
  }
  std::vector<Keyed> entries;
  for (const auto& [key, value] : call.subject.as_map().entries()) {
    entries.push_back(
        {folded(by == "key" ? key : value, case_sensitive), Value::tuple({key, value})});
  }
  sort_keyed(entries, flag_argument(call.argument(2), false));
  return items_only(std::move(entries));
}

}  // namespace

std::vector<FilterEntry> order_filters() {
  return {{"sort", &sort, {"reverse", "case_sensitive", "attribute"}},
          {"unique", &unique, {"case_sensitive", "attribute"}},
          {"min", &least, {"case_sensitive", "attribute"}},
          {"max", &greatest, {"case_sensitive", "attribute"}},
          {"groupby", &group_by, {"attribute", "default", "case_sensitive"}, 1},
          {"dictsort", &dict_sort, {"case_sensitive", "by", "reverse"}}};
}

}  // namespace quyche

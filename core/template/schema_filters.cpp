// What filters and tests ask of the data: a table by name for those that look at one value, and
// the filters of lists, which lead to the items.
#include <algorithm>
#include <array>

#include "template/letters.hpp"
#include "template/schema_builder.hpp"

namespace quyche {
namespace {

struct Asking {
  std::string_view name;
  KindSet kinds;      ///< that it takes
  KindSet gives = 0;  ///< that it makes
  bool is_date = false;
  std::int64_t least = 0;  ///< with `most`: of the number it takes
  std::int64_t most = 0;
  bool reads_text = false;  ///< a whole number also from text
};

constexpr KindSet k_counted = k_list_kind | k_text_kind | k_object_kind;

constexpr std::array k_filters{
    Asking{"e", k_printed_kinds, k_text_kind},
    Asking{"escape", k_printed_kinds, k_text_kind},
    Asking{"forceescape", k_printed_kinds, k_text_kind},
    Asking{"safe", k_printed_kinds, k_text_kind},
    Asking{"string", k_printed_kinds, k_text_kind},
    Asking{"upper", k_printed_kinds, k_text_kind},
    Asking{"lower", k_printed_kinds, k_text_kind},
    Asking{"capitalize", k_printed_kinds, k_text_kind},
    Asking{"title", k_printed_kinds, k_text_kind},
    Asking{"trim", k_printed_kinds, k_text_kind},
    Asking{"replace", k_printed_kinds, k_text_kind},
    Asking{"truncate", k_text_kind, k_text_kind},
    Asking{"format", k_text_kind, k_text_kind},
    Asking{"tojson", k_any_kind, k_text_kind},
    Asking{"wordcount", k_printed_kinds, k_whole_kind},
    Asking{"indent", k_text_kind, k_text_kind},
    Asking{"center", k_printed_kinds, k_text_kind},
    Asking{"wordwrap", k_printed_kinds, k_text_kind},
    Asking{"join", k_list_kind, k_text_kind},
    Asking{"length", k_counted, k_whole_kind},
    Asking{"count", k_counted, k_whole_kind},
    Asking{"sum", k_list_kind, k_numeric_kinds},
    Asking{"int", k_printed_kinds, k_whole_kind},
    Asking{"float", k_printed_kinds, k_fraction_kind},
    Asking{"round", k_numeric_kinds, k_numeric_kinds},
    Asking{"abs", k_numeric_kinds, k_numeric_kinds, false, -k_most_number, k_most_number},
    Asking{"long_date", k_text_kind, k_text_kind, true},
    Asking{"short_date", k_text_kind, k_text_kind, true},
    Asking{"day", k_text_kind, k_whole_kind, true},
    Asking{"month", k_text_kind, k_whole_kind, true},
    Asking{"year", k_text_kind, k_whole_kind, true},
    Asking{"number", k_numeric_kinds, k_text_kind, false, -k_most_number + 1, k_most_number - 1,
           true},
    Asking{"percent", k_numeric_kinds, k_text_kind, false, -1'000'000'000'000, 1'000'000'000'000},
    Asking{"words", k_whole_kind, k_text_kind, false, -k_most_number, k_most_number, true},
    Asking{"money", k_whole_kind, k_text_kind, false, -k_most_number, k_most_number, true},
    Asking{"money_words", k_whole_kind, k_text_kind, false, -k_most_number, k_most_number, true},
    Asking{"two_digits", k_whole_kind, k_text_kind, false, 0, 0, true},
    Asking{"roman", k_whole_kind, k_text_kind, false, 1, 3999, true},
    Asking{"point_letter", k_whole_kind, k_text_kind, false, 1, 100'000, true},
    Asking{"first_capital", k_printed_kinds, k_text_kind},
    Asking{"title_case", k_printed_kinds, k_text_kind},
    Asking{"slug", k_printed_kinds, k_text_kind},
    Asking{"honorifics", k_list_kind, k_text_kind}};

constexpr std::array k_asking_tests{Asking{"odd", k_numeric_kinds}, Asking{"even", k_numeric_kinds},
                                    Asking{"divisibleby", k_numeric_kinds},
                                    Asking{"lower", k_printed_kinds},
                                    Asking{"upper", k_printed_kinds}};

template <typename Table>
const Asking* find(const Table& table, std::string_view name) {
  const auto at = std::find_if(table.begin(), table.end(),
                               [name](const Asking& asking) { return asking.name == name; });
  return at == table.end() ? nullptr : &*at;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

const Expression* SchemaBuilder::argument(const Expression& node, std::size_t position,
                                          std::string_view name) {
  if (position < node.call->positional.size()) return node.call->positional[position].get();
  for (const auto& [given, part] : node.call->named) {
    if (given == name) return part.get();
  }
  return nullptr;
}

void SchemaBuilder::apply_simple(const std::string& filter, const Meaning& subject,
                                 const TagSpan& span) {
  const auto* asking = find(k_filters, filter);
  if (asking == nullptr) return;
  constrain(subject, asking->kinds, span, asking->reads_text);
  if (asking->least != 0 || asking->most != 0) limit(subject, asking->least, asking->most);
  if (looks_only_) return;
  for (auto* place : subject.places) place->is_date = place->is_date || asking->is_date;
}

void SchemaBuilder::apply_test(const std::string& test, const Meaning& subject,
                               const TagSpan& span) {
  if (const auto* asking = find(k_asking_tests, test)) constrain(subject, asking->kinds, span);
}

SchemaBuilder::Meaning SchemaBuilder::filter(const Expression& node) {
  if (node.text == "default" || node.text == "d") return default_filter(node);
  const auto& inner = node.parts.front();
  return filtered(node, inner == nullptr ? made(k_text_kind) : value(*inner));
}

SchemaBuilder::Meaning SchemaBuilder::default_filter(const Expression& node) {
  const auto& inner = node.parts.front();
  if (inner == nullptr) return made(k_text_kind);
  auto subject = value(*inner, Manner::lenient);
  const auto* fallback = argument(node, 0, "default_value");
  const auto* also_false = argument(node, 1, "boolean");
  subject.nullable = subject.nullable || also_false != nullptr;
  return united(std::move(subject), fallback == nullptr ? made(k_text_kind) : value(*fallback));
}

SchemaBuilder::Meaning SchemaBuilder::filtered(const Expression& node, const Meaning& subject) {
  arguments(*node.call);
  const auto& filter = node.text;
  const auto* asking = find(k_filters, filter);
  apply_simple(filter, subject, node.span);
  const auto* attribute = argument(node, filter == "join" ? 1 : 0, "attribute");
  const auto path = constant_text(attribute);
  if (is_one_of(filter, {"join", "sum", "honorifics"})) {
    auto items = item_of(subject, node.span);
    if (path && filter != "honorifics") {
      items = follow(items, *path, node.span, Manner::strict);
    }
    constrain(items, filter == "sum" ? k_numeric_kinds : k_printed_kinds, node.span);
    if (filter == "honorifics") constrain(items, k_text_kind, node.span);
    if (filter == "sum") limit(items, -k_most_number, k_most_number);
  }
  const auto* whole = argument(node, 0, "whole");
  if (filter == "percent" && whole != nullptr) {
    const auto meaning = value(*whole);
    constrain(subject, k_whole_kind, node.span);
    constrain(meaning, k_whole_kind, whole->span);
    limit(meaning, 1, 1'000'000'000'000);
  }
  return asking == nullptr ? list_filter(node, subject) : made(asking->gives);
}

SchemaBuilder::Meaning SchemaBuilder::list_filter(const Expression& node, const Meaning& subject) {
  using Handler = Meaning (SchemaBuilder::*)(const Expression&, const Meaning&);
  struct Entry {
    std::string_view name;
    Handler handler;
  };
  constexpr std::array k_handlers{Entry{"first", &SchemaBuilder::end_item},
                                  Entry{"last", &SchemaBuilder::end_item},
                                  Entry{"min", &SchemaBuilder::extreme},
                                  Entry{"max", &SchemaBuilder::extreme},
                                  Entry{"sort", &SchemaBuilder::ordered},
                                  Entry{"unique", &SchemaBuilder::ordered},
                                  Entry{"by_given_name", &SchemaBuilder::ordered},
                                  Entry{"by_name", &SchemaBuilder::ordered},
                                  Entry{"select", &SchemaBuilder::select},
                                  Entry{"reject", &SchemaBuilder::select},
                                  Entry{"selectattr", &SchemaBuilder::select},
                                  Entry{"rejectattr", &SchemaBuilder::select},
                                  Entry{"map", &SchemaBuilder::mapped},
                                  Entry{"groupby", &SchemaBuilder::grouped},
                                  Entry{"reverse", &SchemaBuilder::kept},
                                  Entry{"list", &SchemaBuilder::kept},
                                  Entry{"attr", &SchemaBuilder::attribute_filter},
                                  Entry{"batch", &SchemaBuilder::parts},
                                  Entry{"slice", &SchemaBuilder::parts},
                                  Entry{"items", &SchemaBuilder::pairs},
                                  Entry{"dictsort", &SchemaBuilder::pairs}};
  for (const auto& [name, handler] : k_handlers) {
    if (name == node.text) return (this->*handler)(node, subject);
  }
  return {};
}

SchemaBuilder::Meaning SchemaBuilder::end_item(const Expression& node, const Meaning& subject) {
  at_least(subject, 1);
  return item_of(subject, node.span);
}

SchemaBuilder::Meaning SchemaBuilder::extreme(const Expression& node, const Meaning& subject) {
  auto item = end_item(node, subject);
  const auto path = constant_text(argument(node, 1, "attribute"));
  const auto key = path ? follow(item, *path, node.span, Manner::strict) : item;
  constrain(key, k_printed_kinds, node.span);
  prefer(key, k_numeric_kinds);
  return item;
}

SchemaBuilder::Meaning SchemaBuilder::ordered(const Expression& node, const Meaning& subject) {
  const std::size_t position = node.text == "sort" ? 2 : (node.text == "unique" ? 1 : 0);
  const auto paths = constant_text(argument(node, position, "attribute"));
  const auto item = item_of(subject, node.span);
  for (const auto& path : split_text(paths.value_or(""), ",", -1)) {
    const auto key = path.empty() ? item : follow(item, path, node.span, Manner::strict);
    if (node.text == "unique") continue;
    constrain(key, k_printed_kinds, node.span);
    prefer(key, k_text_kind);
  }
  return subject;
}

SchemaBuilder::Meaning SchemaBuilder::kept(const Expression& node, const Meaning& subject) {
  static_cast<void>(item_of(subject, node.span));
  return subject;
}

SchemaBuilder::Meaning SchemaBuilder::attribute_filter(const Expression& node,
                                                       const Meaning& subject) {
  const auto name = constant_text(argument(node, 0, "name"));
  return name ? field(subject, *name, node.span, Manner::strict) : Meaning();
}

SchemaBuilder::Meaning SchemaBuilder::list_of(Meaning item) {
  auto out = made(k_list_kind);
  out.items.push_back(std::make_shared<Meaning>(std::move(item)));
  return out;
}

SchemaBuilder::Meaning SchemaBuilder::parts(const Expression& node, const Meaning& subject) {
  return list_of(list_of(item_of(subject, node.span)));
}

SchemaBuilder::Meaning SchemaBuilder::pairs(const Expression& node, const Meaning& subject) {
  const auto entry = entry_of(subject, node.span);
  if (argument(node, 1, "by") != nullptr) {
    constrain(entry, k_printed_kinds, node.span);
    prefer(entry, k_numeric_kinds);
  }
  auto pair = made(k_list_kind);
  pair.items = {std::make_shared<Meaning>(made(k_text_kind)), std::make_shared<Meaning>(entry)};
  pair.is_tuple = true;
  return list_of(std::move(pair));
}

SchemaBuilder::Meaning SchemaBuilder::mapped(const Expression& node, const Meaning& subject) {
  const auto item = item_of(subject, node.span);
  const auto named = [&node](std::string_view name) -> const Expression* {
    for (const auto& [given, part] : node.call->named) {
      if (given == name) return part.get();
    }
    return nullptr;
  };
  const auto* attribute = named("attribute");
  if (const auto path = constant_text(attribute)) {
    const auto manner = named("default") != nullptr ? Manner::lenient : Manner::strict;
    return list_of(follow(item, *path, node.span, manner));
  }
  if (attribute != nullptr) return list_of(end_item(node, item));
  const auto& given = node.call->positional;
  const auto filter = constant_text(given.empty() ? nullptr : given.front().get());
  return list_of(filter ? mapped_item(node, item, *filter) : Meaning());
}

SchemaBuilder::Meaning SchemaBuilder::mapped_item(const Expression& node, const Meaning& item,
                                                  const std::string& filter) {
  apply_simple(filter, item, node.span);
  if (is_one_of(filter, {"join", "sum"})) {
    const auto inner = item_of(item, node.span);
    constrain(inner, filter == "sum" ? k_numeric_kinds : k_printed_kinds, node.span);
  }
  if (is_one_of(filter, {"first", "last"})) {
    if (!item.is_tuple || item.items.empty()) return end_item(node, item);
    return filter == "first" ? *item.items.front() : *item.items.back();
  }
  const auto* asking = find(k_filters, filter);
  return made(asking == nullptr ? KindSet{0} : asking->gives);
}

SchemaBuilder::Meaning SchemaBuilder::select(const Expression& node, const Meaning& subject) {
  const bool by_attribute = node.text.ends_with("attr");
  auto item = item_of(subject, node.span);
  const auto& given = node.call->positional;
  const std::size_t before = by_attribute ? 1 : 0;
  const auto test = constant_text(given.size() > before ? given[before].get() : nullptr);
  const auto path = constant_text(by_attribute && !given.empty() ? given.front().get() : nullptr);
  const bool takes_missing =
      !test || is_one_of(*test, {"defined", "undefined", "none", "eq", "==", "equalto", "ne",
                                 "!=", "true", "false"});
  if (path) {
    item = follow(item, *path, node.span, takes_missing ? Manner::lenient : Manner::strict);
  }
  if (!test) return subject;
  apply_test(*test, item, node.span);
  const bool orders =
      is_one_of(*test, {"lt", "lessthan", "<", "le", "<=", "gt", "greaterthan", ">", "ge", ">="});
  if (!orders || given.size() < before + 2) return subject;
  const auto other = value(*given[before + 1]);
  constrain(item, other.kinds == k_text_kind ? k_text_kind : k_numeric_kinds, node.span);
  constrain(other, k_numeric_kinds, node.span);
  return subject;
}

SchemaBuilder::Meaning SchemaBuilder::grouped(const Expression& node, const Meaning& subject) {
  const auto item = item_of(subject, node.span);
  const auto path = constant_text(argument(node, 0, "attribute"));
  const auto manner = argument(node, 1, "default") == nullptr ? Manner::strict : Manner::lenient;
  Meaning key;
  if (path) key = follow(item, *path, node.span, manner);
  constrain(key, k_printed_kinds, node.span);
  prefer(key, k_text_kind);
  auto group = made(k_list_kind);
  group.items = {std::make_shared<Meaning>(key), std::make_shared<Meaning>(subject)};
  group.is_tuple = true;
  group.fields["grouper"] = group.items[0];
  group.fields["list"] = group.items[1];
  return list_of(std::move(group));
}

}  // namespace quyche

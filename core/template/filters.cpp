#include "template/filters.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/text.hpp"
#include "template/arguments.hpp"
#include "template/fault.hpp"

namespace quyche {
namespace {

using Table = std::map<std::string_view, FilterEntry>;

Table make_table() {
  Table table;
  for (auto family : {&text_filters, &layout_filters, &list_filters, &order_filters,
                      &choice_filters, &number_filters, &vietnamese_filters}) {
    for (auto& entry : family()) table.emplace(entry.name, std::move(entry));
  }
  return table;
}

const Table& table() {
  static const Table table = make_table();
  return table;
}

}  // namespace

const Value& FilterCall::argument(std::size_t index) const {
  static const Value absent{};
  return index < arguments.size() ? arguments[index] : absent;
}

const FilterEntry* find_filter(std::string_view name) {
  const auto found = table().find(name);
  return found == table().end() ? nullptr : &found->second;
}

std::vector<std::string> filter_names() {
  std::vector<std::string> names;
  for (const auto& entry : table()) names.emplace_back(entry.first);
  return names;
}

std::vector<Value> bind_arguments(std::string_view callee,
                                  std::span<const std::string_view> parameters,
                                  std::size_t required, CallArguments given) {
  const std::string name(callee);
  if (given.positional.size() > parameters.size()) {
    throw TemplateFault(wrong_count(name, required, parameters.size(), given.positional.size()));
  }
  auto bound = std::move(given.positional);
  bound.resize(parameters.size());
  for (auto& [key, value] : given.named) {
    const auto at = std::find(parameters.begin(), parameters.end(), key);
    if (at == parameters.end()) {
      const std::vector<std::string> known(parameters.begin(), parameters.end());
      throw TemplateFault({"template.unknown-argument", {name, key}}, nearest_hint(key, known));
    }
    bound[static_cast<std::size_t>(at - parameters.begin())] = std::move(value);
  }
  for (std::size_t i = 0; i < required; ++i) {
    if (!bound[i].is(Value::Kind::undefined)) continue;
    throw TemplateFault({"template.missing-argument", {name, std::string(parameters[i])}});
  }
  return bound;
}

}  // namespace quyche

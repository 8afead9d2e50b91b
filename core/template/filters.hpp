#pragma once
// The filters of the language: a table by name, with the parameters each takes, so that the parser
// can check a call before anything is rendered. Every filter is a function of values; what it needs
// of the rendering (other filters and tests by name, the budget) comes through FilterHost.

#include <span>
#include <string_view>
#include <vector>

#include "template/value.hpp"

namespace quyche {

/// What filters may ask of the evaluator.
class FilterHost {
 public:
  FilterHost() = default;
  FilterHost(const FilterHost&) = delete;
  FilterHost& operator=(const FilterHost&) = delete;
  virtual ~FilterHost() = default;
  virtual Value apply_filter(std::string_view name, const Value& subject,
                             CallArguments arguments) = 0;
  virtual bool apply_test(std::string_view name, const Value& subject, CallArguments arguments) = 0;
  /// Counts work done; throws when the budget is used up.
  virtual void charge(std::size_t steps) = 0;
};

/// One application. `arguments` has an entry for every parameter, undefined when it is not given;
/// of a filter that takes anything, what was given.
struct FilterCall {
  const Value& subject;
  std::vector<Value> arguments;
  std::vector<std::pair<std::string, Value>> named;
  FilterHost& host;

  [[nodiscard]] const Value& argument(std::size_t index) const;
  [[nodiscard]] bool has(std::size_t index) const {
    return !argument(index).is(Value::Kind::undefined);
  }
};

struct FilterEntry {
  std::string_view name;
  Value (*apply)(FilterCall& call);
  std::vector<std::string_view> parameters;
  std::size_t required = 0;
  bool takes_anything = false;
};

[[nodiscard]] const FilterEntry* find_filter(std::string_view name);
[[nodiscard]] std::vector<std::string> filter_names();

/// Arguments in the order of the parameters; throws TemplateFault for one too many, one missing, or
/// an unknown keyword.
[[nodiscard]] std::vector<Value> bind_arguments(std::string_view callee,
                                                std::span<const std::string_view> parameters,
                                                std::size_t required, CallArguments given);

// The families, each in a file of its own.
[[nodiscard]] std::vector<FilterEntry> text_filters();
[[nodiscard]] std::vector<FilterEntry> layout_filters();
[[nodiscard]] std::vector<FilterEntry> list_filters();
[[nodiscard]] std::vector<FilterEntry> order_filters();
[[nodiscard]] std::vector<FilterEntry> choice_filters();
[[nodiscard]] std::vector<FilterEntry> number_filters();
[[nodiscard]] std::vector<FilterEntry> vietnamese_filters();

}  // namespace quyche

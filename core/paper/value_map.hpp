#pragma once
// A map of template values while it is put together, in the order of its entries. For whoever makes
// the values of a paper.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "template/value.hpp"

namespace quyche {

class ValueMapBuilder {
 public:
  ValueMapBuilder& add(const char* name, Value value) {
    entries_.emplace_back(Value::text(name), std::move(value));
    return *this;
  }
  ValueMapBuilder& text(const char* name, const std::string& text) {
    return add(name, Value::text(text));
  }
  ValueMapBuilder& whole(const char* name, int number) {
    return add(name, Value::integer(std::int64_t{number}));
  }
  /// Nothing given is none, so that a template may ask for it.
  ValueMapBuilder& whole(const char* name, const std::optional<int>& number) {
    return number ? whole(name, *number) : add(name, Value::none());
  }
  ValueMapBuilder& day(const char* name, const std::optional<Date>& day) {
    return add(name, day ? Value::text(iso(*day)) : Value::none());
  }
  [[nodiscard]] Value take() { return Value::map(std::move(entries_)); }
  [[nodiscard]] std::vector<std::pair<Value, Value>> entries() { return std::move(entries_); }

 private:
  std::vector<std::pair<Value, Value>> entries_;
};

/// Each item made a value by `make`.
template <typename Items, typename Make>
[[nodiscard]] Value list_of(const Items& items, const Make& make) {
  std::vector<Value> values;
  values.reserve(items.size());
  for (const auto& item : items) values.push_back(make(item));
  return Value::list(std::move(values));
}

}  // namespace quyche

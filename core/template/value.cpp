#include "template/value.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "template/comparison.hpp"
#include "template/fault.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_deepest_value = 100;
constexpr std::size_t k_most_bytes = 256UL << 20U;
constexpr std::size_t k_small_map = 12;  // below it a search beats an index

void add(Value::Extent& whole, const Value& part) {
  const auto inside = part.extent();
  whole.depth = std::max(whole.depth, inside.depth + 1);
  whole.bytes += inside.bytes;
  if (whole.depth > k_deepest_value) {
    throw TemplateFault({"template.value-too-deep", {std::to_string(k_deepest_value)}});
  }
  if (whole.bytes > k_most_bytes) {
    throw TemplateFault({"template.value-too-large", {}}, {{"hint.template.budget", {}}});
  }
}

bool has_texts(const std::vector<ValueMap::Entry>& entries) {
  return std::all_of(entries.begin(), entries.end(),
                     [](const auto& entry) { return entry.first.is(Value::Kind::text); });
}

/// As most small maps are; seen without a copy of their keys.
bool has_no_twins(const std::vector<ValueMap::Entry>& entries) {
  if (entries.size() < 2) return true;
  if (entries.size() > k_small_map || !has_texts(entries)) return false;
  for (std::size_t i = 1; i < entries.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (entries[i].first.as_text() == entries[j].first.as_text()) return false;
    }
  }
  return true;
}

/// Of entries with one key, the first with the last one's value. Keeps order.
std::vector<ValueMap::Entry> without_twins(std::vector<ValueMap::Entry> entries) {
  std::unordered_map<std::string, std::size_t> seen;
  std::vector<ValueMap::Entry> out;
  out.reserve(entries.size());
  for (auto& entry : entries) {
    const auto [at, is_new] = seen.try_emplace(key_text(entry.first), out.size());
    if (is_new) {
      out.push_back(std::move(entry));
    } else {
      out[at->second].second = std::move(entry.second);
    }
  }
  return out;
}

}  // namespace

Value Value::none() { return {Kind::none, 0}; }

Value Value::number(double value) {
  Value out(Kind::number, 0);
  out.whole_ = std::bit_cast<std::int64_t>(value);
  return out;
}

Value Value::text(std::string value) {
  const auto keeper = std::make_shared<const std::string>(std::move(value));
  return text_in(keeper, *keeper);
}

Value Value::text_in(const std::shared_ptr<const void>& keeper, std::string_view letters) {
  return {Kind::text, std::shared_ptr<const void>(keeper, letters.data()),
          static_cast<std::int64_t>(letters.size())};
}

Value Value::list(std::vector<Value> items) {
  return {Kind::list, std::make_shared<const ValueList>(std::move(items), false)};
}

Value Value::tuple(std::vector<Value> items) {
  return {Kind::list, std::make_shared<const ValueList>(std::move(items), true)};
}

Value Value::map(std::vector<std::pair<Value, Value>> entries) {
  return {Kind::map, std::make_shared<const ValueMap>(std::move(entries))};
}

Value Value::object(std::shared_ptr<const TemplateObject> object) {
  return {Kind::object, std::move(object)};
}

bool Value::same_as(const Value& other) const {
  if (kind_ != other.kind_ || shared_ != other.shared_) return false;
  return is(Kind::number) ? as_number() == other.as_number() : whole_ == other.whole_;
}

Value::Extent Value::extent() const {
  if (is(Kind::list)) return as_list().extent();
  if (is(Kind::map)) return as_map().extent();
  return {0, 16 + (is(Kind::text) ? as_text().size() : 0)};
}

ValueList::ValueList(std::vector<Value> items, bool tuple)
    : items_(std::move(items)), tuple_(tuple), extent_{1, 16} {
  for (const auto& item : items_) add(extent_, item);
}

ValueMap::ValueMap(std::vector<Entry> entries) : entries_(std::move(entries)), extent_{1, 16} {
  const bool is_large = entries_.size() > k_small_map;
  const bool is_sound = is_large ? has_texts(entries_) && build_index() : has_no_twins(entries_);
  if (!is_sound) {
    entries_ = without_twins(std::move(entries_));
    if (is_large) build_index();
  }
  for (const auto& [key, value] : entries_) {
    add(extent_, key);
    add(extent_, value);
  }
}

/// False when two keys are one.
bool ValueMap::build_index() {
  index_.assign(std::bit_ceil(2 * entries_.size() + 1), 0);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (!entries_[i].first.is(Value::Kind::text)) continue;
    auto& place = index_[place_of(entries_[i].first.as_text())];
    if (place != 0) return false;
    place = static_cast<std::uint32_t>(i + 1);
  }
  return true;
}

/// Where the key stands in the index, or would.
std::size_t ValueMap::place_of(std::string_view key) const {
  const auto mask = index_.size() - 1;
  auto at = std::hash<std::string_view>()(key) & mask;
  while (index_[at] != 0 && entries_[index_[at] - 1].first.as_text() != key) at = (at + 1) & mask;
  return at;
}

std::size_t ValueMap::position(std::string_view key) const {
  if (!index_.empty()) {
    const auto at = index_[place_of(key)];
    return at == 0 ? entries_.size() : at - 1;
  }
  const auto has_key = [key](const Entry& entry) {
    return entry.first.is(Value::Kind::text) && entry.first.as_text() == key;
  };
  const auto at = std::find_if(entries_.begin(), entries_.end(), has_key);
  return static_cast<std::size_t>(at - entries_.begin());
}

const Value* ValueMap::find(std::string_view key) const {
  const auto at = position(key);
  return at < entries_.size() ? &entries_[at].second : nullptr;
}

const Value* ValueMap::find(std::string_view key, std::uint32_t& guess) const {
  if (guess < entries_.size()) {
    const auto& entry = entries_[guess];
    if (entry.first.is(Value::Kind::text) && entry.first.as_text() == key) return &entry.second;
  }
  const auto at = position(key);
  if (at >= entries_.size()) return nullptr;
  guess = static_cast<std::uint32_t>(at);
  return &entries_[at].second;
}

const Value* ValueMap::find(const Value& key) const {
  if (key.is(Value::Kind::text)) return find(key.as_text());
  for (const auto& [own, value] : entries_) {
    if (equal(own, key)) return &value;
  }
  return nullptr;
}

std::string TemplateObject::text() const { return '<' + type_name() + '>'; }

std::optional<Value> TemplateObject::attribute(std::string_view /*name*/) const {
  return std::nullopt;
}

std::optional<Value> TemplateObject::method(std::string_view /*name*/,
                                            const CallArguments& /*arguments*/) const {
  return std::nullopt;
}

Value TemplateObject::call(const CallArguments& /*arguments*/) const {
  throw TemplateFault({"template.not-callable", {type_name()}});
}

Value TemplateObject::item(std::size_t /*index*/) const { return {}; }

}  // namespace quyche

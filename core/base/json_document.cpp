#include "base/json_document.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/source_text.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_depth = 16;

[[noreturn]] void refuse(Text message, Place place, const std::string& hint) {
  throw Error(Diagnostic{Severity::error, std::move(message), std::move(place), {{hint, {}}}});
}

/// Builds the tree. Copying and printing a value recurse, so one nested without end must not come
/// to be. Of two values under one name the first would be lost in silence.
class TreeBuilder : public nlohmann::json_sax<JsonTree> {
 public:
  TreeBuilder(const Place& place, const std::string& hint) : place_(place), hint_(hint) {}
  [[nodiscard]] JsonTree take() { return std::move(root_); }

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t value, const string_t&) override { return put(value); }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonTree::value_t::object); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(JsonTree::value_t::array); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    auto& object = open_.back()->get_ref<JsonTree::object_t&>();
    const auto [entry, is_fresh] = object.emplace(name, nullptr);
    if (!is_fresh) refuse({"json.twin-key", {name}}, place_, "hint.json-twin-key");
    slot_ = &entry->second;
    return true;
  }

  bool parse_error(std::size_t byte, const std::string&,
                   const nlohmann::json::exception&) override {
    broken_at_ = byte > 0 ? byte - 1 : 0;
    return false;
  }
  [[nodiscard]] std::size_t broken_at() const { return broken_at_; }

 private:
  // Values inside `open_` are not moved while they are open: only the innermost one grows.
  template <typename Value>
  bool put(Value&& value) {
    place() = std::forward<Value>(value);
    return true;
  }

  /// Where the next value goes.
  JsonTree& place() {
    if (open_.empty()) return root_;
    if (slot_ != nullptr) return *std::exchange(slot_, nullptr);
    return open_.back()->get_ref<JsonTree::array_t&>().emplace_back();
  }

  bool open(JsonTree::value_t kind) {
    if (open_.size() >= k_depth) refuse({"json.too-deep", {}}, place_, hint_);
    auto& value = place();
    value = JsonTree(kind);
    open_.push_back(&value);
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  const Place& place_;
  const std::string& hint_;
  JsonTree root_;
  std::vector<JsonTree*> open_;
  JsonTree* slot_ = nullptr;  ///< of the key read last
  std::size_t broken_at_ = 0;
};

}  // namespace

JsonTree parse_json(std::string_view bytes, const std::string& file, const std::string& hint,
                    std::size_t offset, std::size_t length) {
  const auto text = bytes.substr(offset, length);
  const auto place = place_in(bytes, file, offset, 1);
  TreeBuilder builder(place, hint);
  if (!JsonTree::sax_parse(text, &builder)) {
    refuse({"json.not-well-formed", {}},
           place_in(bytes, file, offset + std::min(builder.broken_at(), text.size()), 1),
           "hint.json-syntax");
  }
  return builder.take();
}

}  // namespace quyche

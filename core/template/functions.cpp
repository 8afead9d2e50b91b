#include "template/functions.hpp"

#include <algorithm>
#include <array>

#include "template/access.hpp"
#include "template/arguments.hpp"
#include "template/evaluator.hpp"
#include "template/fault.hpp"
#include "template/items.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

/// Whole numbers from start to stop; takes no memory however long it is.
class RangeObject final : public TemplateObject {
 public:
  RangeObject(std::int64_t start, std::int64_t stop, std::int64_t step)
      : start_(start), stop_(stop), step_(step) {}
  [[nodiscard]] std::string type_name() const override { return "range"; }
  [[nodiscard]] bool truth() const override { return length() > 0; }
  [[nodiscard]] std::optional<std::size_t> size() const override { return length(); }
  [[nodiscard]] Value item(std::size_t index) const override {
    const auto at = static_cast<std::uint64_t>(start_) + index * static_cast<std::uint64_t>(step_);
    return Value::integer(static_cast<std::int64_t>(at));
  }
  [[nodiscard]] std::string text() const override {
    auto out = "range(" + std::to_string(start_) + ", " + std::to_string(stop_);
    if (step_ != 1) out += ", " + std::to_string(step_);
    return out + ')';
  }

 private:
  [[nodiscard]] std::size_t length() const {
    const auto low = step_ > 0 ? start_ : stop_;
    const auto high = step_ > 0 ? stop_ : start_;
    if (high <= low) return 0;
    // Unsigned, because the way from the least to the greatest number is too long for a signed one.
    const auto way = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    const auto bits = static_cast<std::uint64_t>(step_);
    return static_cast<std::size_t>((way - 1) / (step_ > 0 ? bits : ~bits + 1) + 1);
  }

  std::int64_t start_;
  std::int64_t stop_;
  std::int64_t step_;
};

Value range(TemplateEvaluator& /*evaluator*/, const CallArguments& arguments) {
  const auto& given = arguments.positional;
  if (given.empty() || given.size() > 3 || !arguments.named.empty()) {
    throw TemplateFault(wrong_count("range", 1, 3, given.size()));
  }
  std::array<std::int64_t, 3> numbers{0, 0, 1};
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (!given[i].is_whole()) {
      throw TemplateFault({"template.wrong-type", {"range", "integer", type_name(given[i])}});
    }
    numbers[given.size() == 1 ? 1 : i] = given[i].as_integer();
  }
  if (numbers[2] == 0) throw TemplateFault({"template.zero-step", {}});
  return Value::object(std::make_shared<const RangeObject>(numbers[0], numbers[1], numbers[2]));
}

std::vector<ValueMap::Entry> entries_of_pairs(const Value& pairs) {
  std::vector<ValueMap::Entry> entries;
  for (const auto& pair : items_of(pairs, "dict")) {
    const auto parts = items_of(pair, "dict");
    if (parts.size() != 2) {
      throw TemplateFault({"template.unpack", {"2", std::to_string(parts.size())}});
    }
    check_key(parts[0]);
    entries.emplace_back(parts[0], parts[1]);
  }
  return entries;
}

/// The entries of dict(…): of a mapping or of pairs, then the named ones.
std::vector<ValueMap::Entry> entries_of(const CallArguments& arguments) {
  std::vector<ValueMap::Entry> entries;
  if (!arguments.positional.empty()) {
    const auto& first = arguments.positional.front();
    entries = first.is(Value::Kind::map) ? first.as_map().entries() : entries_of_pairs(first);
  }
  for (const auto& [name, value] : arguments.named) entries.emplace_back(Value::text(name), value);
  return entries;
}

Value dict(TemplateEvaluator& /*evaluator*/, const CallArguments& arguments) {
  return Value::map(entries_of(arguments));
}

Value name_space(TemplateEvaluator& evaluator, const CallArguments& arguments) {
  CallArguments entries;
  for (const auto& [key, value] : entries_of(arguments)) {
    entries.named.emplace_back(text_of(key), value);
  }
  return evaluator.new_namespace(entries);
}

/// Its state belongs to one rendering, as it was made by it.
class CyclerObject final : public TemplateObject {
 public:
  explicit CyclerObject(std::vector<Value> items) : items_(std::move(items)) {}
  [[nodiscard]] std::string type_name() const override { return "cycler"; }
  [[nodiscard]] std::optional<Value> attribute(std::string_view name) const override {
    return name == "current" ? std::optional(items_[at_]) : std::nullopt;
  }
  [[nodiscard]] std::optional<Value> method(std::string_view name,
                                            const CallArguments& /*arguments*/) const override {
    if (name == "reset") {
      at_ = 0;
      return Value::none();
    }
    if (name != "next") return std::nullopt;
    const auto now = at_;
    at_ = (at_ + 1) % items_.size();
    return items_[now];
  }

 private:
  std::vector<Value> items_;
  mutable std::size_t at_ = 0;
};

Value cycler(TemplateEvaluator& /*evaluator*/, const CallArguments& arguments) {
  if (arguments.positional.empty()) {
    throw TemplateFault({"template.missing-argument", {"cycler", "1"}});
  }
  return Value::object(std::make_shared<const CyclerObject>(arguments.positional));
}

class JoinerObject final : public TemplateObject {
 public:
  explicit JoinerObject(Value between) : between_(std::move(between)) {}
  [[nodiscard]] std::string type_name() const override { return "joiner"; }
  [[nodiscard]] bool is_callable() const override { return true; }
  [[nodiscard]] Value call(const CallArguments& /*arguments*/) const override {
    const bool was_used = used_;
    used_ = true;
    return was_used ? between_ : Value::text({});
  }

 private:
  Value between_;
  mutable bool used_ = false;
};

Value joiner(TemplateEvaluator& /*evaluator*/, const CallArguments& arguments) {
  auto between = Value::text(", ");
  if (!arguments.positional.empty()) between = arguments.positional.front();
  for (const auto& [name, value] : arguments.named) {
    if (name == "sep") between = value;
  }
  return Value::object(std::make_shared<const JoinerObject>(std::move(between)));
}

using Function = Value (*)(TemplateEvaluator&, const CallArguments&);
constexpr std::array<std::pair<std::string_view, Function>, 5> k_functions{
    {{"range", &range},
     {"dict", &dict},
     {"namespace", &name_space},
     {"cycler", &cycler},
     {"joiner", &joiner}}};

class FunctionObject final : public TemplateObject {
 public:
  FunctionObject(Function function, TemplateEvaluator& evaluator)
      : function_(function), evaluator_(evaluator) {}
  [[nodiscard]] std::string type_name() const override { return "function"; }
  [[nodiscard]] bool is_callable() const override { return true; }
  [[nodiscard]] Value call(const CallArguments& arguments) const override {
    return function_(evaluator_, arguments);
  }

 private:
  Function function_;
  TemplateEvaluator& evaluator_;
};

}  // namespace

std::optional<Value> find_function(std::string_view name, TemplateEvaluator& evaluator) {
  for (const auto& [known, function] : k_functions) {
    if (known == name) {
      return Value::object(std::make_shared<const FunctionObject>(function, evaluator));
    }
  }
  return std::nullopt;
}

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const auto& entry : k_functions) names.emplace_back(entry.first);
  return names;
}

Value TemplateEvaluator::new_namespace(const CallArguments& arguments) {
  auto space = std::make_shared<NamespaceObject>();
  for (const auto& [name, value] : arguments.named) space->set(name, value);
  namespaces_.push_back(space);
  return Value::object(std::move(space));
}

}  // namespace quyche

// Calls of macros: a frame of their own, parameters bound as Jinja2 binds them.
#include <algorithm>

#include "base/text.hpp"
#include "template/arguments.hpp"
#include "template/evaluator.hpp"

namespace quyche {
namespace {

/// Takes a named argument out of the list.
std::optional<Value> take_named(CallArguments& arguments, std::string_view name) {
  const auto at = std::find_if(arguments.named.begin(), arguments.named.end(),
                               [name](const auto& entry) { return entry.first == name; });
  if (at == arguments.named.end()) return std::nullopt;
  std::optional<Value> value(std::move(at->second));
  arguments.named.erase(at);
  return value;
}

}  // namespace

Value TemplateEvaluator::run_macro(const MacroTree& macro,
                                   const std::shared_ptr<TemplateFrame>& home,
                                   const CallArguments& arguments) {
  const Level level(*this);
  charge(10);
  auto frame = std::make_shared<TemplateFrame>();
  frame->slots.resize(macro.frame_size);
  frame->outer = home;
  std::swap(frame_, frame);
  try {
    bind_parameters(macro, arguments);
    auto value = capture(macro.body);
    std::swap(frame_, frame);
    return value;
  } catch (...) {
    std::swap(frame_, frame);
    throw;
  }
}

void TemplateEvaluator::bind_parameters(const MacroTree& macro, const CallArguments& arguments) {
  auto given = arguments;
  const auto count = std::min(given.positional.size(), macro.parameters.size());
  std::vector<std::string> names;
  if (auto caller = take_named(given, "caller")) frame_->set(macro.caller_slot, *caller);
  for (std::size_t i = 0; i < macro.parameters.size(); ++i) {
    const auto& parameter = macro.parameters[i];
    names.push_back(parameter.name);
    if (i < count) {
      frame_->set(parameter.slot, given.positional[i]);
    } else if (auto value = take_named(given, parameter.name)) {
      frame_->set(parameter.slot, std::move(*value));
    } else if (parameter.default_value != nullptr) {
      frame_->set(parameter.slot, evaluate(*parameter.default_value));
    }
  }
  std::vector<Value> more(given.positional.begin() + static_cast<std::ptrdiff_t>(count),
                          given.positional.end());
  if (!more.empty() && !macro.takes_more_positional) {
    throw TemplateFault(
        wrong_count(macro.name, 0, macro.parameters.size(), given.positional.size()));
  }
  if (!given.named.empty() && !macro.takes_more_named) {
    const auto& unknown = given.named.front().first;
    throw TemplateFault({"template.unknown-argument", {macro.name, unknown}},
                        nearest_hint(unknown, names));
  }
  frame_->set(macro.more_positional_slot, Value::tuple(std::move(more)));
  std::vector<ValueMap::Entry> entries;
  for (auto& [name, value] : given.named) entries.emplace_back(Value::text(name), std::move(value));
  frame_->set(macro.more_named_slot, Value::map(std::move(entries)));
}

}  // namespace quyche

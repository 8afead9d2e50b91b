// Calls of functions, methods, filters and tests: the last third of TemplateEvaluator.
#include "base/text.hpp"
#include "template/access.hpp"
#include "template/arguments.hpp"
#include "template/comparison.hpp"
#include "template/evaluator.hpp"
#include "template/items.hpp"
#include "template/methods.hpp"
#include "template/python_text.hpp"
#include "template/value_tests.hpp"

namespace quyche {
namespace {

using Node = Expression::Kind;

bool is_default(const FilterEntry& entry) { return entry.name == "default" || entry.name == "d"; }

}  // namespace

CallArguments TemplateEvaluator::arguments_of(const CallParts& parts) {
  CallArguments out;
  for (const auto& part : parts.positional) out.positional.push_back(evaluate(*part));
  for (const auto& [name, part] : parts.named) out.named.emplace_back(name, evaluate(*part));
  if (parts.more_positional != nullptr) {
    const auto more = items_of(evaluate(*parts.more_positional), "*");
    out.positional.insert(out.positional.end(), more.begin(), more.end());
  }
  if (parts.more_named == nullptr) return out;
  const auto more = evaluate(*parts.more_named);
  at_ = parts.more_named->span;
  if (!more.is(Value::Kind::map)) {
    throw TemplateFault({"template.wrong-type", {"**", "mapping", type_name(more)}});
  }
  for (const auto& [key, value] : more.as_map().entries()) {
    out.named.emplace_back(text_of(key), value);
  }
  return out;
}

Value TemplateEvaluator::call(const Expression& node) {
  const auto& callee = *node.parts.front();
  if (callee.kind == Node::attribute) return call_method(node, callee);
  const auto function = evaluate(callee);
  const auto arguments = arguments_of(*node.call);
  at_ = node.span;
  charge(5);
  if (!function.is(Value::Kind::object)) {
    throw TemplateFault({"template.not-callable", {type_name(function)}});
  }
  return function.as_object()->call(arguments);
}

Value TemplateEvaluator::call_method(const Expression& node, const Expression& callee) {
  const auto owner = evaluate(*callee.parts.front());
  const auto arguments = arguments_of(*node.call);
  at_ = callee.span;
  charge(5);
  const auto field = attribute_of(owner, callee.text);
  if (field && field->is(Value::Kind::object)) return field->as_object()->call(arguments);
  if (owner.is(Value::Kind::object)) {
    if (auto made = owner.as_object()->method(callee.text, arguments)) return std::move(*made);
  }
  if (has_method(owner, callee.text)) {
    charge(walking_work(owner));
    return call_method_of(owner, callee.text, arguments);
  }
  if (field) throw TemplateFault({"template.not-callable", {type_name(*field)}});
  throw TemplateFault({"template.no-method", {type_name(owner), callee.text}},
                      nearest_hint(callee.text, method_names(owner)));
}

Value TemplateEvaluator::filter(const Expression& node) {
  const auto& subject = *node.parts.front();
  return filtered(node, is_default(*node.filter) ? evaluate_leniently(subject) : evaluate(subject));
}

Value TemplateEvaluator::filtered(const Expression& node, const Value& subject) {
  auto arguments = arguments_of(*node.call);
  at_ = node.span;
  return run_filter(*node.filter, subject, std::move(arguments));
}

Value TemplateEvaluator::through_filters(const Expression& node, const Value& subject) {
  const auto& inner = node.parts.front();
  return filtered(node, inner == nullptr ? subject : through_filters(*inner, subject));
}

Value TemplateEvaluator::run_filter(const FilterEntry& entry, const Value& subject,
                                    CallArguments arguments) {
  charge(2 + walking_work(subject));
  FilterCall call{subject, {}, {}, *this};
  if (entry.takes_anything) {
    call.arguments = std::move(arguments.positional);
    call.named = std::move(arguments.named);
  } else {
    call.arguments =
        bind_arguments(entry.name, entry.parameters, entry.required, std::move(arguments));
  }
  auto out = entry.apply(call);
  charge(out.extent().bytes / 16);
  return out;
}

Value TemplateEvaluator::apply_filter(std::string_view name, const Value& subject,
                                      CallArguments arguments) {
  const auto* entry = find_filter(name);
  if (entry == nullptr) {
    throw TemplateFault({"template.unknown-filter", {std::string(name)}},
                        nearest_hint(std::string(name), filter_names()));
  }
  const Level level(*this);
  return run_filter(*entry, subject, std::move(arguments));
}

bool TemplateEvaluator::apply_test(std::string_view name, const Value& subject,
                                   CallArguments arguments) {
  const auto* entry = find_test(name);
  if (entry == nullptr) {
    throw TemplateFault({"template.unknown-test", {std::string(name)}},
                        nearest_hint(std::string(name), test_names()));
  }
  if (arguments.positional.size() != entry->arguments) {
    throw TemplateFault(
        wrong_count(name, entry->arguments, entry->arguments, arguments.positional.size()));
  }
  charge(1 + walking_work(subject));
  return entry->holds(subject, arguments.positional);
}

bool TemplateEvaluator::test(const Expression& node) {
  const bool asks_existence = node.text == "defined" || node.text == "undefined";
  const auto& part = *node.parts.front();
  const auto subject = asks_existence ? evaluate_leniently(part) : evaluate(part);
  const auto arguments = arguments_of(*node.call);
  at_ = node.span;
  charge(1);
  if (arguments.positional.size() != node.test->arguments) {
    throw TemplateFault(wrong_count(node.text, node.test->arguments, node.test->arguments,
                                    arguments.positional.size()));
  }
  return node.test->holds(subject, arguments.positional);
}

}  // namespace quyche

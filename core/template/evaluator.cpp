#include "template/evaluator.hpp"

#include <algorithm>

#include "template/arithmetic.hpp"
#include "template/comparison.hpp"
#include "template/functions.hpp"
#include "template/items.hpp"
#include "template/python_text.hpp"
#include "template/recording.hpp"

namespace quyche {
namespace {

using Step = Statement::Kind;

}  // namespace

void TemplateEvaluator::Level::fail() {
  --evaluator_.depth_;
  throw TemplateExhaustion({"template.recursion", {std::to_string(evaluator_.limits_.depth)}},
                           {{"hint.template.recursion", {}}});
}

TemplateEvaluator::TemplateEvaluator(const TemplateProgram& program, const Value& data,
                                     const Value& functions, const RenderLimits& limits)
    : program_(program),
      data_(data),
      functions_(functions),
      limits_(limits),
      frame_(std::make_shared<TemplateFrame>()) {
  const auto& layout = program.layout();
  frame_->slots.resize(layout.frame_size);
  memos_.resize(layout.memo_count);
  globals_.reserve(layout.global_names.size());
  // Data mostly come in the order in which the template asks for them.
  std::uint32_t guess = 0;
  for (const auto name : layout.global_names) {
    globals_.push_back(find_global(name, guess));
    ++guess;
  }
}

const Value* TemplateEvaluator::find_global(std::string_view name, std::uint32_t& guess) {
  if (data_.is(Value::Kind::map)) {
    if (const auto* given = data_.as_map().find(name, guess)) return given;
  }
  if (functions_.is(Value::Kind::map)) {
    if (const auto* given = functions_.as_map().find(name)) return given;
  }
  auto function = find_function(name, *this);
  return function ? &own_functions_.emplace_back(*std::move(function)) : nullptr;
}

TemplateEvaluator::~TemplateEvaluator() {
  // A namespace may hold itself.
  for (const auto& space : namespaces_) space->clear();
}

std::size_t TemplateEvaluator::run(TemplateSink& sink) {
  sink_ = &sink;
  try {
    run_body(program_.root());
  } catch (const TemplateExhaustion& fault) {
    note(fault);
  }
  if (!findings_.empty()) throw Error(std::move(findings_));
  return steps_;
}

void TemplateEvaluator::charge(std::size_t steps) {
  steps_ += steps;
  if (steps_ <= limits_.steps) return;
  throw TemplateExhaustion({"template.too-many-steps", {std::to_string(limits_.steps)}},
                           {{"hint.template.budget", {}}});
}

void TemplateEvaluator::note(const TemplateFault& fault) {
  if (!noted_.emplace(at_.piece, at_.offset, fault.message().code).second) return;
  findings_.push_back(
      {Severity::error, fault.message(), program_.locator().locate(at_), fault.hints()});
}

template <typename Step>
bool TemplateEvaluator::attempt(const Step& step) {
  try {
    step();
    return true;
  } catch (const TemplateExhaustion&) {
    throw;
  } catch (const TemplateFault& fault) {
    note(fault);
    if (findings_.size() >= limits_.findings) throw Error(std::move(findings_));
  }
  return false;
}

void TemplateEvaluator::run_body(const StatementBody& body) {
  for (const auto& statement : body.statements) {
    charge(1);
    if (attempt([&] { run_statement(statement); })) continue;
    for (const auto& target : statement.targets) forget(*target);
  }
}

void TemplateEvaluator::run_passage(const Passage& passage) {
  const auto& pieces = program_.pieces();
  auto next = passage.prints.begin();
  for (auto piece = passage.first_piece; piece < passage.end_piece; ++piece) {
    charge(1);
    const TagSpan whole{piece, 0, static_cast<std::uint32_t>(pieces[piece].text.size())};
    at_ = whole;
    if (next == passage.prints.end() || next->piece != piece) {
      attempt([&] {
        count_output(whole, whole.length);
        sink_->literal(piece);
      });
      continue;
    }
    const auto& printed = *next++;
    attempt([&] {
      charge(1);
      print(whole, name(passage.names[printed.name], printed.span()));
    });
  }
}

void TemplateEvaluator::clear_slots(const StatementBody& body) {
  for (std::uint32_t i = 0; i < body.slot_count; ++i) {
    frame_->slots[body.first_slot + i] = {};
  }
}

void TemplateEvaluator::run_scope(const StatementBody& body) {
  clear_slots(body);
  run_body(body);
}

void TemplateEvaluator::run_statement(const Statement& statement) {
  const Level level(*this);
  at_ = statement.span;
  switch (statement.kind) {
    case Step::passage:
      return run_passage(*statement.passage);
    case Step::print:
      return print(statement.span, evaluate(*statement.expressions.front()));
    case Step::condition:
      return run_condition(statement);
    case Step::loop:
      return run_loop(statement);
    case Step::assign:
    case Step::assign_block:
      return run_assignment(statement);
    case Step::scope:
      return run_with(statement);
    case Step::macro:
      return run_macro_statement(statement);
    case Step::call:
      return run_call_block(statement);
    case Step::filter:
      return run_filter_block(statement);
  }
}

void TemplateEvaluator::print(const TagSpan& span, const Value& value) {
  if (value.is(Value::Kind::object)) {
    if (const auto* recording = dynamic_cast<const Recording*>(value.as_object().get())) {
      count_output(span, recording->text().size() + recording->event_count());
      return recording->play(*sink_);
    }
  }
  count_output(span, value.extent().bytes);
  sink_->value(span.piece, value);
}

void TemplateEvaluator::count_output(const TagSpan& span, std::size_t bytes) {
  charge(bytes / 16);
  output_ += to_output_ ? bytes : 0;
  if (output_ > limits_.output_bytes) {
    at_ = span;
    throw TemplateExhaustion({"template.too-much-output", {std::to_string(limits_.output_bytes)}},
                             {{"hint.template.budget", {}}});
  }
}

void TemplateEvaluator::run_condition(const Statement& statement) {
  for (std::size_t i = 0; i < statement.bodies.size(); ++i) {
    const bool is_else = i == statement.expressions.size();
    if (is_else || truth(evaluate(*statement.expressions[i]))) {
      return run_body(statement.bodies[i]);
    }
  }
}

std::optional<std::vector<Value>> TemplateEvaluator::chosen_items(const Statement& statement,
                                                                  const Value& items) {
  if (statement.expressions[1] == nullptr) return std::nullopt;
  const ValueItems all(items, "for");
  std::vector<Value> chosen;
  for (std::size_t i = 0; i < all.size(); ++i) {
    charge(1);
    clear_slots(statement.bodies.front());
    auto item = all.at(i);
    assign(*statement.targets.front(), item);
    if (truth(evaluate(*statement.expressions[1]))) chosen.push_back(std::move(item));
  }
  return chosen;
}

void TemplateEvaluator::run_loop(const Statement& statement) {
  auto items = evaluate(*statement.expressions[0]);
  at_ = statement.expressions[0]->span;
  if (!ValueItems::can_walk(items)) static_cast<void>(ValueItems(items, "for"));
  if (auto chosen = chosen_items(statement, items)) items = Value::list(std::move(*chosen));
  const ValueItems all(items, "for");
  if (all.size() == 0) {
    if (statement.bodies.size() > 1) run_scope(statement.bodies[1]);
    return;
  }
  run_items(statement, all);
}

void TemplateEvaluator::run_items(const Statement& statement, const ValueItems& all) {
  auto loop = statement.uses_loop ? std::make_shared<LoopObject>(all.size(), 1) : nullptr;
  if (loop != nullptr) frame_->set(statement.loop_slot, Value::object(loop));
  for (std::size_t i = 0; i < all.size(); ++i) {
    charge(1);
    if (loop != nullptr) {
      loop->step(i, i > 0 ? all.at(i - 1) : Value(), i + 1 < all.size() ? all.at(i + 1) : Value());
    }
    clear_slots(statement.bodies.front());
    at_ = statement.targets.front()->span;
    assign(*statement.targets.front(), all.at(i));
    run_body(statement.bodies.front());
  }
}

void TemplateEvaluator::run_assignment(const Statement& statement) {
  const auto& target = *statement.targets.front();
  if (statement.kind == Step::assign) {
    auto value = evaluate(*statement.expressions.front());
    at_ = target.span;
    return assign(target, value);
  }
  auto value = capture(statement.bodies.front());
  if (statement.expressions.front() != nullptr) {
    value = through_filters(*statement.expressions.front(), value);
  }
  assign(target, value);
}

void TemplateEvaluator::assign(const Expression& target, const Value& value) {
  if (target.kind == Expression::Kind::name) {
    return frame_->set(target.slots.front().slot, value);
  }
  if (target.kind == Expression::Kind::attribute) return assign_attribute(target, value);
  const bool can_unpack = ValueItems::can_walk(value);
  const auto items = can_unpack ? items_of(value, "=") : std::vector<Value>();
  if (!can_unpack || items.size() != target.parts.size()) {
    const auto found = can_unpack ? std::to_string(items.size()) : type_name(value);
    throw TemplateFault({"template.unpack", {std::to_string(target.parts.size()), found}});
  }
  for (std::size_t i = 0; i < items.size(); ++i) assign(*target.parts[i], items[i]);
}

void TemplateEvaluator::assign_attribute(const Expression& target, const Value& value) {
  const auto owner = evaluate(*target.parts.front());
  at_ = target.span;
  const auto same = [&](const auto& space) {
    return owner.is(Value::Kind::object) && owner.as_object() == space;
  };
  const auto found = std::find_if(namespaces_.begin(), namespaces_.end(), same);
  if (found == namespaces_.end()) {
    throw TemplateFault({"template.not-a-namespace", {type_name(owner)}},
                        {{"hint.template.namespace", {}}});
  }
  (*found)->set(target.text, value);
}

/// After a mistake, so that it is not followed by one for every use of the name.
void TemplateEvaluator::forget(const Expression& target) {
  if (target.kind == Expression::Kind::name) frame_->set(target.slots.front().slot, {});
  if (target.kind != Expression::Kind::tuple) return;
  for (const auto& part : target.parts) forget(*part);
}

void TemplateEvaluator::run_with(const Statement& statement) {
  std::vector<Value> values;
  for (const auto& expression : statement.expressions) values.push_back(evaluate(*expression));
  clear_slots(statement.bodies.front());
  for (std::size_t i = 0; i < values.size(); ++i) assign(*statement.targets[i], values[i]);
  run_body(statement.bodies.front());
}

Value TemplateEvaluator::capture(const StatementBody& body) {
  RecordingSink sink(program_.pieces());
  auto* const outer = sink_;
  const bool outer_is_output = to_output_;
  sink_ = &sink;
  to_output_ = false;
  const auto restore = [&] {
    sink_ = outer;
    to_output_ = outer_is_output;
  };
  try {
    run_scope(body);
  } catch (...) {
    restore();
    throw;
  }
  restore();
  auto value = sink.take();
  check_size(value.extent().bytes);
  charge(value.extent().bytes / 16);
  return value;
}

void TemplateEvaluator::run_macro_statement(const Statement& statement) {
  assign(*statement.targets.front(),
         Value::object(std::make_shared<const MacroFunction>(*this, *statement.macro, frame_)));
}

void TemplateEvaluator::run_call_block(const Statement& statement) {
  const auto& call = *statement.expressions.front();
  const auto callee = evaluate(*call.parts.front());
  auto arguments = arguments_of(*call.call);
  arguments.named.emplace_back("caller", Value::object(std::make_shared<const MacroFunction>(
                                             *this, *statement.macro, frame_)));
  at_ = call.span;
  if (!callee.is(Value::Kind::object)) {
    throw TemplateFault({"template.not-callable", {type_name(callee)}});
  }
  print(statement.span, callee.as_object()->call(arguments));
}

void TemplateEvaluator::run_filter_block(const Statement& statement) {
  const auto value = capture(statement.bodies.front());
  print(statement.span, through_filters(*statement.expressions.front(), value));
}

}  // namespace quyche

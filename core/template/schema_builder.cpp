#include "template/schema_builder.hpp"

#include <algorithm>

#include "template/comparison.hpp"
#include "template/slots.hpp"

namespace quyche {
namespace {

using Step = Statement::Kind;
constexpr std::size_t k_most_macro_runs = 2000;

}  // namespace

SchemaBuilder::Scope& SchemaBuilder::new_scope(Scope* outer) {
  scopes_.push_back({{}, outer, 0});
  return scopes_.back();
}

void SchemaBuilder::read(const TemplateProgram& program) {
  program_ = &program;
  macros_.clear();
  scopes_.clear();
  scope_ = &new_scope(nullptr);
  walk(program.root());
  walk_unused_macros();
}

void SchemaBuilder::walk(const StatementBody& body) {
  for (const auto& statement : body.statements) walk(statement);
}

void SchemaBuilder::walk_scope(const StatementBody& body) {
  auto* const outer = scope_;
  scope_ = &new_scope(outer);
  walk(body);
  scope_ = outer;
}

void SchemaBuilder::walk(const Statement& statement) {
  switch (statement.kind) {
    case Step::passage:
      return walk_passage(*statement.passage);
    case Step::print:
      static_cast<void>(want(*statement.expressions.front(), k_printed_kinds));
      return;
    case Step::condition:
      return walk_condition(statement);
    case Step::loop:
      return walk_loop(statement);
    case Step::assign:
    case Step::assign_block:
      return walk_assignment(statement);
    case Step::scope:
      return walk_with(statement);
    case Step::macro: {
      Meaning meaning;
      meaning.macro = statement.macro.get();
      meaning.home = scope_;
      macros_.push_back(meaning);
      return bind(*statement.targets.front(), meaning, true);
    }
    case Step::call:
      return walk_call_block(statement);
    case Step::filter:
      walk_scope(statement.bodies.front());
      static_cast<void>(value(*statement.expressions.front()));
      return;
  }
}

void SchemaBuilder::walk_passage(const Passage& passage) {
  Expression name;
  name.kind = Expression::Kind::name;
  for (const auto& print : passage.prints) {
    name.text.assign(passage.names[print.name].text);
    name.span = print.span();
    static_cast<void>(want(name, k_printed_kinds));
  }
}

void SchemaBuilder::note_constant_condition(const Expression& condition) {
  if (condition.kind != Expression::Kind::constant) return;
  findings_.push_back({Severity::warning,
                       {truth(condition.constant) ? "schema.always-true" : "schema.never-true", {}},
                       locate(condition.span),
                       {}});
}

void SchemaBuilder::walk_condition(const Statement& statement) {
  std::map<std::string, bool> before;
  for (const auto& [name, binding] : scope_->names) before[name] = binding.is_sure;
  const auto known = facts_.size();
  const auto outer_conditions = conditions_;
  ++scope_->branches;
  for (std::size_t i = 0; i < statement.bodies.size(); ++i) {
    for (auto& [name, binding] : scope_->names) {
      binding.is_sure = before.contains(name) && before[name];
    }
    const auto* condition =
        i < statement.expressions.size() ? statement.expressions[i].get() : nullptr;
    const auto others = facts_.size();
    if (condition != nullptr) {
      note_constant_condition(*condition);
      static_cast<void>(value(*condition));
      std::vector<Fact> facts;
      add_facts(*condition, true, facts);
      facts_.insert(facts_.end(), facts.begin(), facts.end());
    }
    conditions_ = outer_conditions + 1;
    walk(statement.bodies[i]);
    facts_.resize(others);
    if (condition == nullptr) continue;
    std::vector<Fact> facts;
    add_facts(*condition, false, facts);
    facts_.insert(facts_.end(), facts.begin(), facts.end());
  }
  facts_.resize(known);
  conditions_ = outer_conditions;
  --scope_->branches;
  merge_branches(statement, before);
}

void SchemaBuilder::merge_branches(const Statement& statement,
                                   const std::map<std::string, bool>& before) {
  const bool has_else = statement.bodies.size() > statement.expressions.size();
  for (auto& [name, binding] : scope_->names) {
    const auto found = before.find(name);
    const bool was_sure = found != before.end() && found->second;
    const bool all_set =
        has_else && std::all_of(statement.bodies.begin(), statement.bodies.end(),
                                [&name = name](const StatementBody& body) {
                                  const auto set = names_set_in(body);
                                  return std::find(set.begin(), set.end(), name) != set.end();
                                });
    binding.is_sure = was_sure || all_set;
  }
}

void SchemaBuilder::walk_loop(const Statement& statement) {
  const auto& list = *statement.expressions[0];
  const auto item = item_of(value(list), list.span);
  auto* const outer = scope_;
  scope_ = &new_scope(outer);
  bind(*statement.targets.front(), item, true);
  Meaning loop;
  for (const auto* number : {"index", "index0", "revindex", "revindex0", "length", "depth"}) {
    loop.fields[number] = std::make_shared<Meaning>(made(k_whole_kind));
  }
  loop.fields["previtem"] = loop.fields["nextitem"] = std::make_shared<Meaning>(item);
  scope_->names["loop"] = {std::move(loop), true};
  const auto known = facts_.size();
  if (statement.expressions[1] != nullptr) {
    static_cast<void>(value(*statement.expressions[1]));
    std::vector<Fact> facts;
    add_facts(*statement.expressions[1], true, facts);
    facts_.insert(facts_.end(), facts.begin(), facts.end());
  }
  walk(statement.bodies.front());
  facts_.resize(known);
  scope_ = outer;
  if (statement.bodies.size() > 1) walk_scope(statement.bodies[1]);
}

void SchemaBuilder::bind(const Expression& target, const Meaning& meaning, bool is_sure) {
  if (target.kind == Expression::Kind::attribute) return set_attribute(target, meaning);
  if (target.kind == Expression::Kind::name) {
    auto& binding = scope_->names[target.text];
    const bool joins = scope_->branches > 0 && !binding.meaning.places.empty();
    binding.meaning = joins ? united(binding.meaning, meaning) : meaning;
    binding.is_sure = is_sure;
    return;
  }
  take_apart(meaning, target.parts.size());
  for (std::size_t i = 0; i < target.parts.size(); ++i) {
    const bool by_position = meaning.is_tuple && i < meaning.items.size();
    bind(*target.parts[i], by_position ? *meaning.items[i] : item_of(meaning, target.span),
         is_sure);
  }
}

void SchemaBuilder::set_attribute(const Expression& target, const Meaning& meaning) {
  const auto& owner = *target.parts.front();
  for (auto* scope = scope_; scope != nullptr; scope = scope->outer) {
    const auto found = scope->names.find(owner.text);
    if (found == scope->names.end()) continue;
    auto& field = found->second.meaning.fields[target.text];
    field = std::make_shared<Meaning>(field == nullptr ? meaning : united(*field, meaning));
    return;
  }
}

void SchemaBuilder::walk_assignment(const Statement& statement) {
  const auto& target = *statement.targets.front();
  if (statement.kind == Step::assign) {
    return bind(target, value(*statement.expressions.front()), true);
  }
  walk_scope(statement.bodies.front());
  if (statement.expressions.front() != nullptr) {
    static_cast<void>(value(*statement.expressions.front()));
  }
  bind(target, made(k_text_kind), true);
}

void SchemaBuilder::walk_with(const Statement& statement) {
  std::vector<Meaning> values;
  for (const auto& expression : statement.expressions) values.push_back(value(*expression));
  auto* const outer = scope_;
  scope_ = &new_scope(outer);
  for (std::size_t i = 0; i < values.size(); ++i) bind(*statement.targets[i], values[i], true);
  walk(statement.bodies.front());
  scope_ = outer;
}

void SchemaBuilder::walk_call_block(const Statement& statement) {
  const auto& call = *statement.expressions.front();
  const auto callee = value(*call.parts.front());
  std::vector<Meaning> positional;
  std::map<std::string, Meaning> named;
  for (const auto& part : call.call->positional) positional.push_back(value(*part));
  for (const auto& [name, part] : call.call->named) named[name] = value(*part);
  Meaning caller;
  caller.macro = statement.macro.get();
  caller.home = scope_;
  named["caller"] = caller;
  static_cast<void>(run_macro(callee, positional, named));
}

void SchemaBuilder::bind_parameters(const MacroTree& macro, const std::vector<Meaning>& positional,
                                    const std::map<std::string, Meaning>& named) {
  for (const auto* given : {"caller", "varargs", "kwargs"}) scope_->names[given] = {{}, true};
  for (std::size_t i = 0; i < macro.parameters.size(); ++i) {
    const auto& parameter = macro.parameters[i];
    const auto by_name = named.find(parameter.name);
    Meaning meaning;
    if (i < positional.size()) {
      meaning = positional[i];
    } else if (by_name != named.end()) {
      meaning = by_name->second;
    } else if (parameter.default_value != nullptr) {
      meaning = value(*parameter.default_value);
    }
    scope_->names[parameter.name] = {std::move(meaning), true};
  }
  if (const auto caller = named.find("caller"); caller != named.end()) {
    scope_->names["caller"] = {caller->second, true};
  }
}

SchemaBuilder::Meaning SchemaBuilder::run_macro(const Meaning& callee,
                                                const std::vector<Meaning>& positional,
                                                const std::map<std::string, Meaning>& named) {
  const auto* macro = callee.macro;
  const bool runs = std::find(running_.begin(), running_.end(), macro) != running_.end();
  if (macro == nullptr || runs || ++macro_runs_ > k_most_macro_runs) return made(k_text_kind);
  met_.insert(macro);
  running_.push_back(macro);
  auto* const outer = scope_;
  scope_ = &new_scope(callee.home);
  bind_parameters(*macro, positional, named);
  walk(macro->body);
  scope_ = outer;
  running_.pop_back();
  return made(k_text_kind);
}

/// A macro that nothing calls still says what it uses, as if behind a condition.
void SchemaBuilder::walk_unused_macros() {
  const auto macros = macros_;
  ++conditions_;
  for (const auto& macro : macros) {
    if (!met_.contains(macro.macro)) static_cast<void>(run_macro(macro, {}, {}));
  }
  --conditions_;
}

TemplateSchema infer_schema(std::span<const TemplateProgram* const> programs,
                            std::span<const std::string> functions) {
  TemplateSchema schema;
  schema.root = std::make_unique<SchemaNode>();
  schema.root->kinds = k_object_kind;
  for (const auto* program : programs) {
    SchemaBuilder(schema, functions, false).read(*program);
  }
  return schema;
}

void extend_schema(TemplateSchema& schema, std::span<const TemplateProgram* const> programs,
                   const Inclusion& inclusion) {
  const auto known = schema.inclusions.size();
  for (const auto* program : programs) {
    SchemaBuilder(schema, inclusion.given, inclusion.is_conditional).read(*program);
  }
  for (auto i = known; i < schema.inclusions.size(); ++i) {
    schema.inclusions[i].inside = inclusion.inside;
    schema.inclusions[i].inside.push_back(inclusion.path);
  }
}

}  // namespace quyche

#include "template/slots.hpp"

#include <algorithm>
#include <map>

namespace quyche {
namespace {

using Step = Statement::Kind;
using Node = Expression::Kind;

void add_targets(const Expression& target, std::vector<std::string>& names) {
  if (target.kind == Node::name) names.push_back(target.text);
  if (target.kind != Node::tuple) return;
  for (const auto& part : target.parts) add_targets(*part, names);
}

void add_names(const StatementBody& body, std::vector<std::string>& names) {
  for (const auto& statement : body.statements) {
    const auto kind = statement.kind;
    if (kind == Step::assign || kind == Step::assign_block || kind == Step::macro) {
      for (const auto& target : statement.targets) add_targets(*target, names);
    }
    if (kind != Step::condition) continue;
    for (const auto& branch : statement.bodies) add_names(branch, names);
  }
}

class SlotResolver {
 public:
  explicit SlotResolver(NumberedNames names) : names_(std::move(names)) {}

  SlotLayout resolve(StatementBody& root) {
    functions_.push_back(0);
    scopes_.push_back({});
    declare_body(root);
    walk(root);
    layout_.frame_size = functions_.back();
    return std::move(layout_);
  }

 private:
  struct Name {
    std::uint32_t slot = 0;
    bool always_set = false;
  };
  struct Scope {
    std::size_t function = 0;
    std::map<std::string, Name, std::less<>> names;
    Statement* loop = nullptr;
    MacroTree* macro = nullptr;
  };

  std::uint32_t declare(const std::string& name, bool always_set) {
    auto& names = scopes_.back().names;
    const auto [at, is_new] = names.try_emplace(name, Name{functions_.back(), always_set});
    if (is_new) ++functions_.back();
    return at->second.slot;
  }

  void declare_body(StatementBody& body) {
    body.first_slot = functions_.back();
    for (const auto& name : names_set_in(body)) declare(name, false);
    body.slot_count = functions_.back() - body.first_slot;
  }

  void declare_target(Expression& target) {
    if (target.kind == Node::name) {
      target.slots = {{0, declare(target.text, true)}};
    }
    if (target.kind != Node::tuple) return;
    for (auto& part : target.parts) declare_target(*part);
  }

  /// The target of a set: its name is declared in the scope already.
  void resolve_target(Expression& target) {
    if (target.kind == Node::name) target.slots = {{0, declare(target.text, false)}};
    if (target.kind == Node::attribute) resolve(*target.parts.front());
    if (target.kind != Node::tuple) return;
    for (auto& part : target.parts) resolve_target(*part);
  }

  static void note_use(const Scope& scope, std::string_view name) {
    if (scope.loop != nullptr && name == "loop") scope.loop->uses_loop = true;
    if (scope.macro != nullptr && name == "varargs") scope.macro->takes_more_positional = true;
    if (scope.macro != nullptr && name == "kwargs") scope.macro->takes_more_named = true;
  }

  [[nodiscard]] std::uint32_t number_of(const Expression& name) {
    return names_.add(name.text).first;
  }
  [[nodiscard]] static std::uint32_t number_of(const Passage::Name& name) { return name.global; }

  /// An expression, or a name of a passage.
  template <typename Name>
  void resolve_name(Name& name) {
    const auto number = number_of(name);
    name.global = k_no_global;
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      const auto found = scope->names.find(name.text);
      if (found == scope->names.end()) continue;
      note_use(*scope, name.text);
      const auto hops = functions_.size() - 1 - scope->function;
      name.slots.push_back({static_cast<std::uint32_t>(hops), found->second.slot});
      if (found->second.always_set) return;
    }
    if (globals_.size() <= number) globals_.resize(names_.size(), k_no_global);
    auto& global = globals_[number];
    if (global == k_no_global) {
      global = static_cast<std::uint32_t>(layout_.global_names.size());
      layout_.global_names.push_back(name.text);
    }
    name.global = global;
  }

  void resolve(Expression& node) {
    if (node.kind == Node::name) resolve_name(node);
    if (node.kind == Node::attribute) node.memo = layout_.memo_count++;
    for (auto& part : node.parts) resolve(part);
    if (node.call == nullptr) return;
    for (auto& argument : node.call->positional) resolve(argument);
    for (auto& [name, argument] : node.call->named) resolve(argument);
    resolve(node.call->more_positional);
    resolve(node.call->more_named);
  }
  void resolve(ExpressionPointer& node) {
    if (node != nullptr) resolve(*node);
  }

  void walk(StatementBody& body) {
    for (auto& statement : body.statements) walk(statement);
  }

  void walk_scope(StatementBody& body) {
    scopes_.push_back({functions_.size() - 1, {}, nullptr, nullptr});
    declare_body(body);
    walk(body);
    scopes_.pop_back();
  }

  void walk(Statement& statement) {
    switch (statement.kind) {
      case Step::passage:
        for (auto& name : statement.passage->names) resolve_name(name);
        return;
      case Step::loop:
        return walk_loop(statement);
      case Step::scope:
        return walk_with(statement);
      case Step::macro:
        resolve_target(*statement.targets.front());
        return walk_macro(*statement.macro);
      default:
        break;
    }
    for (auto& expression : statement.expressions) resolve(expression);
    for (auto& target : statement.targets) resolve_target(*target);
    for (auto& body : statement.bodies) {
      if (statement.kind == Step::condition) {
        walk(body);
      } else {
        walk_scope(body);
      }
    }
    if (statement.macro != nullptr) walk_macro(*statement.macro);
  }

  void walk_loop(Statement& statement) {
    resolve(statement.expressions[0]);
    scopes_.push_back({functions_.size() - 1, {}, &statement, nullptr});
    declare_target(*statement.targets.front());
    statement.loop_slot = declare("loop", true);
    declare_body(statement.bodies.front());
    resolve(statement.expressions[1]);
    walk(statement.bodies.front());
    scopes_.pop_back();
    if (statement.bodies.size() > 1) walk_scope(statement.bodies[1]);
  }

  void walk_with(Statement& statement) {
    for (auto& value : statement.expressions) resolve(value);
    scopes_.push_back({functions_.size() - 1, {}, nullptr, nullptr});
    for (auto& target : statement.targets) declare_target(*target);
    declare_body(statement.bodies.front());
    walk(statement.bodies.front());
    scopes_.pop_back();
  }

  void walk_macro(MacroTree& macro) {
    functions_.push_back(0);
    scopes_.push_back({functions_.size() - 1, {}, nullptr, &macro});
    for (auto& parameter : macro.parameters) parameter.slot = declare(parameter.name, true);
    // "caller" may be one of the parameters.
    macro.caller_slot = declare("caller", true);
    macro.more_positional_slot = declare("varargs", true);
    macro.more_named_slot = declare("kwargs", true);
    declare_body(macro.body);
    for (auto& parameter : macro.parameters) resolve(parameter.default_value);
    walk(macro.body);
    macro.frame_size = functions_.back();
    scopes_.pop_back();
    functions_.pop_back();
  }

  SlotLayout layout_;
  NumberedNames names_;
  std::vector<std::uint32_t> globals_;    ///< number of a name → its place in the layout
  std::vector<std::uint32_t> functions_;  ///< slots used so far, from the template inwards
  std::vector<Scope> scopes_;
};

}  // namespace

std::vector<std::string> names_set_in(const StatementBody& body) {
  std::vector<std::string> names;
  add_names(body, names);
  return names;
}

SlotLayout resolve_slots(StatementBody& root, NumberedNames names) {
  return SlotResolver(std::move(names)).resolve(root);
}

}  // namespace quyche

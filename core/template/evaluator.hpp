#pragma once
// One rendering: walks the tree of a program over one map of data. Owned by the call to
// TemplateProgram::render and gone with it; macros and namespaces made on the way die with it.

#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "template/fault.hpp"
#include "template/filters.hpp"
#include "template/frame.hpp"
#include "template/program.hpp"

namespace quyche {

class LoopObject;
class ValueItems;
class NamespaceObject;

class TemplateEvaluator final : public FilterHost {
 public:
  /// Data and functions must outlive it.
  TemplateEvaluator(const TemplateProgram& program, const Value& data, const Value& functions,
                    const RenderLimits& limits);
  ~TemplateEvaluator() override;
  /// Gives the steps it took. Throws Error with all that went wrong.
  std::size_t run(TemplateSink& sink);

  /// What a macro prints, as a value.
  Value run_macro(const MacroTree& macro, const std::shared_ptr<TemplateFrame>& home,
                  const CallArguments& arguments);
  Value new_namespace(const CallArguments& arguments);

  Value apply_filter(std::string_view name, const Value& subject, CallArguments arguments) override;
  bool apply_test(std::string_view name, const Value& subject, CallArguments arguments) override;
  void charge(std::size_t steps) override;

 private:
  class Level;

  // Statements: evaluator.cpp
  void run_body(const StatementBody& body);
  void run_scope(const StatementBody& body);
  void clear_slots(const StatementBody& body);
  void run_statement(const Statement& statement);
  void run_condition(const Statement& statement);
  void run_loop(const Statement& statement);
  void run_items(const Statement& statement, const ValueItems& all);
  [[nodiscard]] std::optional<std::vector<Value>> chosen_items(const Statement& statement,
                                                               const Value& items);
  void run_assignment(const Statement& statement);
  void run_with(const Statement& statement);
  void run_macro_statement(const Statement& statement);
  void run_call_block(const Statement& statement);
  void run_filter_block(const Statement& statement);
  void assign(const Expression& target, const Value& value);
  void assign_attribute(const Expression& target, const Value& value);
  void forget(const Expression& target);
  void run_passage(const Passage& passage);
  /// Notes a mistake and lets what follows be looked at as well; false after one.
  template <typename Step>
  bool attempt(const Step& step);
  void print(const TagSpan& span, const Value& value);
  void count_output(const TagSpan& span, std::size_t bytes);
  Value capture(const StatementBody& body);
  // macro_evaluator.cpp
  void bind_parameters(const MacroTree& macro, const CallArguments& arguments);
  void note(const TemplateFault& fault);

  // Expressions: expression_evaluator.cpp
  Value evaluate(const Expression& node);
  Value dispatch(const Expression& node);
  /// Undefined where evaluate says that something does not exist.
  Value evaluate_leniently(const Expression& node);
  /// `guess`: where it may stand in the data.
  [[nodiscard]] const Value* find_global(std::string_view name, std::uint32_t& guess);
  /// Null when nobody gave it a value.
  template <typename Name>
  [[nodiscard]] const Value* find_name(const Name& name) const;
  /// Of an expression, or of a name in a passage.
  template <typename Name>
  const Value& name(const Name& name, const TagSpan& span);
  Value attribute(const Expression& node);
  Value item(const Expression& node);
  Value slice(const Expression& node);
  Value binary_value(const Expression& node);
  Value concatenation(const Expression& node);
  Value comparison(const Expression& node);
  Value choice(const Expression& node);
  Value collection(const Expression& node);
  Value mapping(const Expression& node);

  // Calls: call_evaluator.cpp
  Value call(const Expression& node);
  Value call_method(const Expression& node, const Expression& callee);
  CallArguments arguments_of(const CallParts& parts);
  Value filter(const Expression& node);
  Value filtered(const Expression& node, const Value& subject);
  /// The filters of a block, from the innermost (whose subject is null) outwards.
  Value through_filters(const Expression& node, const Value& subject);
  bool test(const Expression& node);
  Value run_filter(const FilterEntry& entry, const Value& subject, CallArguments arguments);

  [[nodiscard]] std::vector<std::string> known_names() const;

  const TemplateProgram& program_;
  const Value& data_;
  const Value& functions_;
  RenderLimits limits_;
  TemplateSink* sink_ = nullptr;
  bool to_output_ = true;  ///< not into a capture
  std::shared_ptr<TemplateFrame> frame_;
  std::vector<const Value*> globals_;  ///< null: there is no such name
  std::deque<Value> own_functions_;    ///< of the language
  std::vector<std::uint32_t> memos_;
  std::vector<std::shared_ptr<NamespaceObject>> namespaces_;
  std::vector<Diagnostic> findings_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> noted_;
  TagSpan at_;  ///< what is being evaluated, for faults
  std::size_t steps_ = 0;
  std::size_t output_ = 0;
  std::size_t depth_ = 0;
};

/// Counts how deep calls and expressions nest.
class TemplateEvaluator::Level {
 public:
  explicit Level(TemplateEvaluator& evaluator) : evaluator_(evaluator) {
    if (++evaluator_.depth_ > evaluator_.limits_.depth) fail();
  }
  Level(const Level&) = delete;
  Level& operator=(const Level&) = delete;
  ~Level() { --evaluator_.depth_; }

 private:
  [[noreturn]] void fail();
  TemplateEvaluator& evaluator_;
};

}  // namespace quyche

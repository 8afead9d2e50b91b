#pragma once
// Walks the trees of templates as the evaluator would, with places of the data instead of values,
// and notes what each use asks of them. Lives for one call of infer_schema.

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "template/schema.hpp"

namespace quyche {

/// Whole numbers have 64 bits: within this, sums and small products stay far from the end.
inline constexpr std::int64_t k_most_number = 1'000'000'000'000'000;

class SchemaBuilder {
 public:
  /// `is_conditional`: what is asked for is needed only when a condition elsewhere holds.
  SchemaBuilder(TemplateSchema& schema, std::span<const std::string> functions, bool is_conditional)
      : schema_(schema),
        root_(*schema.root),
        functions_(functions),
        findings_(schema.findings),
        conditions_(is_conditional ? 1 : 0) {}
  void read(const TemplateProgram& program);

 private:
  struct Scope;
  /// What an expression may stand for: places of the data, and what the template made itself.
  struct Meaning {
    std::vector<SchemaNode*> places;
    bool nullable = false;                        ///< a falsy value of the places goes another way
    KindSet kinds = 0;                            ///< of values made by the template; 0: not known
    std::vector<std::shared_ptr<Meaning>> items;  ///< of a list or a tuple of the template
    bool is_tuple = false;                        ///< items stand for positions
    std::map<std::string, std::shared_ptr<Meaning>, std::less<>> fields;
    const MacroTree* macro = nullptr;
    Scope* home = nullptr;
  };
  struct Binding {
    Meaning meaning;
    bool is_sure = false;  ///< set on every way that leads here
  };
  struct Scope {
    std::map<std::string, Binding, std::less<>> names;
    Scope* outer = nullptr;
    std::size_t branches = 0;  ///< conditions open in it
  };
  /// What holds inside a branch.
  struct Fact {
    enum class Kind { defined, truthy, of_tested_kind };
    Kind kind;
    const SchemaNode* node;
  };
  enum class Manner { strict, lenient };

  // Statements: schema_builder.cpp
  void walk(const StatementBody& body);
  void walk_scope(const StatementBody& body);
  void walk(const Statement& statement);
  void walk_condition(const Statement& statement);
  void merge_branches(const Statement& statement, const std::map<std::string, bool>& before);
  void walk_loop(const Statement& statement);
  void walk_assignment(const Statement& statement);
  void walk_with(const Statement& statement);
  void walk_call_block(const Statement& statement);
  void bind(const Expression& target, const Meaning& meaning, bool is_sure);
  void set_attribute(const Expression& target, const Meaning& meaning);
  void walk_unused_macros();
  Meaning run_macro(const Meaning& callee, const std::vector<Meaning>& positional,
                    const std::map<std::string, Meaning>& named);
  void bind_parameters(const MacroTree& macro, const std::vector<Meaning>& positional,
                       const std::map<std::string, Meaning>& named);
  Scope& new_scope(Scope* outer);
  void walk_passage(const Passage& passage);
  void note_constant_condition(const Expression& condition);

  // Expressions: schema_expressions.cpp
  Meaning value(const Expression& node, Manner manner = Manner::strict);
  Meaning want(const Expression& node, KindSet kinds);
  Meaning name(const Expression& node, Manner manner);
  Meaning attribute(const Expression& node, Manner manner);
  Meaning item(const Expression& node, Manner manner);
  Meaning slice(const Expression& node);
  Meaning signed_number(const Expression& node);
  Meaning binary(const Expression& node);
  Meaning computed(const Expression& node, const Meaning& left, const Meaning& right);
  void divide_by(const Expression& divisor, const Meaning& meaning);
  Meaning comparison(const Expression& node);
  Meaning either(const Expression& node);
  Meaning choice(const Expression& node);
  Meaning collection(const Expression& node);
  Meaning test(const Expression& node);
  Meaning call(const Expression& node);
  Meaning call_method(const Expression& node, const Expression& callee);
  Meaning walked_entries(std::string_view method, const Meaning& owner, const TagSpan& span);
  Meaning call_function(const std::string& function, const Expression& node);
  void note_inclusion(const std::string& path, const Expression& node);
  void arguments(const CallParts& parts);
  void compare_with(const Expression& left, const Expression& right, bool holds);
  void fill_pattern(const Expression& pattern, const Meaning& values, const TagSpan& span);

  // Filters: schema_filters.cpp
  Meaning filter(const Expression& node);
  Meaning default_filter(const Expression& node);
  Meaning filtered(const Expression& node, const Meaning& subject);
  Meaning list_filter(const Expression& node, const Meaning& subject);
  Meaning mapped(const Expression& node, const Meaning& subject);
  Meaning mapped_item(const Expression& node, const Meaning& item, const std::string& filter);
  Meaning grouped(const Expression& node, const Meaning& subject);
  Meaning end_item(const Expression& node, const Meaning& subject);
  Meaning extreme(const Expression& node, const Meaning& subject);
  Meaning ordered(const Expression& node, const Meaning& subject);
  Meaning select(const Expression& node, const Meaning& subject);
  Meaning kept(const Expression& node, const Meaning& subject);
  Meaning attribute_filter(const Expression& node, const Meaning& subject);
  Meaning parts(const Expression& node, const Meaning& subject);
  Meaning pairs(const Expression& node, const Meaning& subject);
  void apply_simple(const std::string& filter, const Meaning& subject, const TagSpan& span);
  void apply_test(const std::string& test, const Meaning& subject, const TagSpan& span);

  // Places of the data: schema_places.cpp
  Meaning root_field(const Expression& node, Manner manner);
  Meaning field(const Meaning& owner, const std::string& name, const TagSpan& span, Manner manner);
  Meaning follow(const Meaning& owner, const std::string& path, const TagSpan& span, Manner manner);
  Meaning item_of(const Meaning& list, const TagSpan& span);
  Meaning entry_of(const Meaning& map, const TagSpan& span);
  void constrain(const Meaning& meaning, KindSet kinds, const TagSpan& span,
                 bool reads_text = false);
  void prefer(const Meaning& meaning, KindSet kinds);
  void at_least(const Meaning& list, std::size_t items);
  void take_apart(const Meaning& list, std::size_t parts);
  void limit(const Meaning& meaning, std::int64_t least, std::int64_t most);
  void use(SchemaNode& node, const TagSpan& span, Manner manner);
  void note_use(SchemaNode& node, const TagSpan& span) const;
  void narrow(SchemaNode& node, KindSet kinds, bool nullable, const TagSpan& span);
  void add_facts(const Expression& condition, bool holds, std::vector<Fact>& facts);
  void add_test_facts(const Expression& test, bool holds, std::vector<Fact>& facts);
  void add_fact(const Expression& subject, Fact::Kind kind, std::vector<Fact>& facts);
  [[nodiscard]] bool knows(Fact::Kind kind, const SchemaNode& node) const;
  [[nodiscard]] Place locate(const TagSpan& span) const;

  static Meaning made(KindSet kinds);
  static Meaning list_of(Meaning item);
  static Meaning united(Meaning left, const Meaning& right);
  [[nodiscard]] static std::optional<std::string> constant_text(const Expression* node);
  [[nodiscard]] static const Expression* argument(const Expression& node, std::size_t position,
                                                  std::string_view name);

  TemplateSchema& schema_;
  SchemaNode& root_;
  std::span<const std::string> functions_;
  std::vector<Diagnostic>& findings_;
  const TemplateProgram* program_ = nullptr;
  std::deque<Scope> scopes_;
  Scope* scope_ = nullptr;
  std::vector<Fact> facts_;
  std::vector<const MacroTree*> running_;
  std::set<const MacroTree*> met_;  ///< macros that were called
  std::vector<Meaning> macros_;     ///< all that were written
  std::size_t conditions_;          ///< open around what is walked
  std::size_t macro_runs_ = 0;
  bool looks_only_ = false;  ///< finds places without noting a use
};

}  // namespace quyche

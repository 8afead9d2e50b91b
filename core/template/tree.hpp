#pragma once
// A template as a tree: statements over expressions. The parser builds it, the resolver gives every
// name its slot, the evaluator walks it. Owned by the program; not changed after compiling.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "template/source.hpp"
#include "template/value.hpp"

namespace quyche {

constexpr std::uint32_t k_no_global = 0xFFFFFFFF;

struct FilterEntry;
struct TestEntry;
struct Expression;
using ExpressionPointer = std::unique_ptr<Expression>;

/// A variable of a frame: `hops` frames out (a macro's frame, then the one it was written in).
struct SlotReference {
  std::uint32_t hops = 0;
  std::uint32_t slot = 0;
};

enum class BinarySign : std::uint8_t {
  add,
  subtract,
  multiply,
  divide,
  floor_divide,
  modulo,
  power
};
enum class CompareSign : std::uint8_t {
  equal,
  unequal,
  less,
  less_equal,
  greater,
  greater_equal,
  in,
  not_in
};

/// f(a, b, key=c, *d, **e)
struct CallParts {
  std::vector<ExpressionPointer> positional;
  std::vector<std::pair<std::string, ExpressionPointer>> named;
  ExpressionPointer more_positional;
  ExpressionPointer more_named;
};

struct Expression {
  enum class Kind : std::uint8_t {
    constant,
    name,
    attribute,  // parts[0].text
    item,       // parts[0][parts[1]]
    slice,      // parts[0][parts[1]:parts[2]:parts[3]], absent ones null
    call,       // parts[0](call)
    filter,     // parts[0]|text(call); parts[0] null at the head of a filter block
    test,       // parts[0] is text(call)
    negative,
    positive,
    negation,
    binary,
    concatenation,
    comparison,  // parts[0] compare_signs[0] parts[1] …
    conjunction,
    disjunction,
    choice,  // parts[0] if parts[1] else parts[2] (may be null)
    list,
    tuple,
    map  // key, value, key, value …
  };

  Kind kind = Kind::constant;
  BinarySign sign = BinarySign::add;
  std::uint16_t depth = 1;
  std::uint32_t memo = 0;  ///< of an attribute: where the evaluator keeps its last position
  /// Of a name: its place among the names looked up in the data; k_no_global: only in slots.
  std::uint32_t global = k_no_global;
  TagSpan span;
  std::string text;  ///< of a name, attribute, filter, test
  Value constant;
  std::vector<ExpressionPointer> parts;
  std::vector<CompareSign> compare_signs;
  std::unique_ptr<CallParts> call;
  const FilterEntry* filter = nullptr;
  const TestEntry* test = nullptr;
  std::vector<SlotReference> slots;  ///< of a name: where to look, from the inside out
};

struct Statement;

/// Statements in order, with the slots that belong to them: cleared each time they begin.
struct StatementBody {
  std::vector<Statement> statements;
  std::uint32_t first_slot = 0;
  std::uint32_t slot_count = 0;
};

struct MacroParameter {
  std::string name;
  TagSpan span;
  std::uint32_t slot = 0;
  ExpressionPointer default_value;  ///< may be null
};

/// A macro, or the body of a call block: a function with a frame of its own.
struct MacroTree {
  std::string name;
  std::vector<MacroParameter> parameters;
  StatementBody body;
  std::uint32_t frame_size = 0;
  std::uint32_t caller_slot = 0;
  std::uint32_t more_positional_slot = 0;
  std::uint32_t more_named_slot = 0;
  bool takes_more_positional = false;  ///< it asks for `varargs`
  bool takes_more_named = false;       ///< it asks for `kwargs`
};

/// Literals and tags that print a name and nothing else, one after the other: most of a template.
/// Kept in so few bytes that a long document costs little.
struct Passage {
  struct Name {
    std::string_view text;               ///< in the pieces of the template
    std::uint32_t global = k_no_global;  ///< before it is resolved its number among such names
    std::vector<SlotReference> slots;    ///< as those of Expression
  };
  /// `offset` and `length` are the name's in the text of its piece.
  struct Print {
    std::uint32_t piece = 0;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::uint32_t name = 0;
    [[nodiscard]] TagSpan span() const { return {piece, offset, length}; }
  };
  std::uint32_t first_piece = 0;
  std::uint32_t end_piece = 0;
  std::vector<Print> prints;  ///< pieces between them are literals
  std::vector<Name> names;    ///< each once
};

struct Statement {
  enum class Kind : std::uint8_t {
    passage,
    print,         // expressions[0]
    condition,     // expressions[i] → bodies[i]; one body more: else
    loop,          // target in expressions[0] if expressions[1] (may be null); bodies: body, else
    assign,        // targets[0] = expressions[0]
    assign_block,  // targets[0] = bodies[0], through the filter expressions[0] (may be null)
    scope,         // with: targets[i] = expressions[i], then bodies[0]
    macro,         // targets[0]
    call,          // expressions[0] is a call; the macro is its caller
    filter         // bodies[0] through expressions[0]
  };

  Kind kind = Kind::passage;
  bool uses_loop = false;  ///< of a loop: its body asks for `loop`
  TagSpan span;
  std::uint32_t loop_slot = 0;
  std::vector<ExpressionPointer> targets;  ///< names, tuples of names, namespace.attribute
  std::vector<ExpressionPointer> expressions;
  std::vector<StatementBody> bodies;
  std::unique_ptr<MacroTree> macro;
  std::unique_ptr<Passage> passage;
};

}  // namespace quyche

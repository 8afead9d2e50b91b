#pragma once
// What templates want of their data, read from the compiled trees: a tree of objects, lists and
// single values with the kinds that fit, what may be missing, and where each is used. For
// `inspect`, for checking data before rendering, and for JSON Schema. Owned by the caller; refers
// to nothing of the programs.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "quyche/diagnostic.hpp"
#include "template/program.hpp"

namespace quyche {

/// Kinds of JSON values, as a set.
using KindSet = std::uint8_t;
constexpr KindSet k_null_kind = 1;
constexpr KindSet k_boolean_kind = 2;
constexpr KindSet k_whole_kind = 4;
constexpr KindSet k_fraction_kind = 8;
constexpr KindSet k_text_kind = 16;
constexpr KindSet k_list_kind = 32;
constexpr KindSet k_object_kind = 64;
constexpr KindSet k_any_kind = 127;
constexpr KindSet k_numeric_kinds = k_whole_kind | k_fraction_kind;
/// What prints as a person would write it.
constexpr KindSet k_printed_kinds = k_numeric_kinds | k_text_kind;

struct SchemaNode {
  enum class Presence : std::uint8_t {
    optional,     ///< only used under default or `is defined`
    conditional,  ///< needed only when a condition on other data holds
    required
  };

  KindSet kinds = k_any_kind;
  KindSet preferred = k_any_kind;  ///< of several kinds the one that surely works
  Presence presence = Presence::optional;
  bool is_date = false;
  bool is_divisor = false;  ///< must not be 0
  bool reads_text = true;   ///< every use that asks for a number reads it from text too
  std::optional<std::int64_t> least;
  std::optional<std::int64_t> most;
  std::size_t least_items = 0;
  std::optional<std::size_t> most_items;  ///< of a list that is taken apart
  /// Of an object, in the order of first use.
  std::vector<std::pair<std::string, std::unique_ptr<SchemaNode>>> fields;
  std::unique_ptr<SchemaNode> item;   ///< of a list
  std::unique_ptr<SchemaNode> entry;  ///< of an object whose keys the data chooses
  std::vector<Place> uses;
  SchemaNode* owner = nullptr;

  [[nodiscard]] SchemaNode& field(const std::string& name);
  [[nodiscard]] const SchemaNode* find(std::string_view name) const;
  [[nodiscard]] SchemaNode& any_item();
  [[nodiscard]] SchemaNode& any_entry();
};

/// A call include('part.docx', name=…) whose document is named in the template.
struct Inclusion {
  std::string path;
  std::vector<std::string> given;  ///< names that the call hands over
  bool is_conditional = false;
  Place place;
  std::vector<std::string> inside;  ///< the documents around the call, from the template inwards
};

struct TemplateSchema {
  std::unique_ptr<SchemaNode> root;  ///< an object: the names the templates use
  std::vector<Inclusion> inclusions;
  /// Uses that contradict each other, conditions that never hold.
  std::vector<Diagnostic> findings;
};

/// The programs of one document. `functions`: names that the renderer gives by itself.
[[nodiscard]] TemplateSchema infer_schema(std::span<const TemplateProgram* const> programs,
                                          std::span<const std::string> functions = {});

/// Adds what the programs of an included document want.
void extend_schema(TemplateSchema& schema, std::span<const TemplateProgram* const> programs,
                   const Inclusion& inclusion);

/// JSON Schema, draft 2020-12, indented; `title` is that of the whole. Rendering data that fits it
/// does not fail but for values that only meet each other (two numbers whose difference divides).
[[nodiscard]] std::string json_schema(const SchemaNode& root, const std::string& title);

/// Data beside the schema: what is missing, of a wrong kind, or used by nothing, each with its path
/// and the nearest name. A text fits where it is read as a number, an empty one where nothing fits.
/// `file` names the data.
[[nodiscard]] std::vector<Diagnostic> check_data(const SchemaNode& root, const Value& data,
                                                 const std::string& file);

/// What fits, in the words of the language (as type_name): "string", "string, number", "date".
[[nodiscard]] std::string kind_word(const SchemaNode& node);
/// The kinds that fit when all uses are known.
[[nodiscard]] KindSet fitting_kinds(const SchemaNode& node);

}  // namespace quyche

#pragma once
// Styles and lists of included documents, carried into the document that is rendered. A style that
// is here under the same name wins, as when pasting in Word; others are added. Lists become lists
// of their own. One for each rendering.

#include <map>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <utility>

#include "render/namespace_scope.hpp"
#include "render/package_edits.hpp"
#include "render/package_view.hpp"
#include "render/word_run.hpp"

namespace quyche {

class MergedDefinitions {
 public:
  MergedDefinitions(const PackageView& ours, PackageEdits& edits, IdIssuer& ids);
  ~MergedDefinitions();

  /// From here on the ids asked for are those of this package; `path` names it.
  void begin(const PackageView& theirs, const std::string& path);
  /// Ids here; the style is empty, the list "0" when theirs is not defined.
  [[nodiscard]] std::string style(const std::string& id);
  [[nodiscard]] std::string list(const std::string& number);
  /// A level of a list of theirs.
  struct ListLevel {
    std::string level;
    std::string list;
  };
  /// What a style of theirs puts its paragraphs into. Not of headings: they go on with ours.
  [[nodiscard]] std::optional<ListLevel> list_of_style(const std::string& id) const;

 private:
  struct Theirs;
  using StyleName = std::pair<std::string, std::string>;  ///< type, name in small letters

  void add_style(pugi::xml_node style, const std::string& id);
  void map_values(pugi::xml_node node);
  std::string abstract_list(const std::string& number);
  void write(pugi::xml_node made, const char* part);
  void read_numbering();

  const PackageView& ours_;
  PackageEdits& edits_;
  IdIssuer& ids_;
  NamespaceScope styles_scope_;
  NamespaceScope numbering_scope_;
  std::map<StyleName, std::string> styles_;  ///< → id
  std::set<std::string> style_ids_;
  bool has_styles_ = false;
  bool has_numbering_ = false;
  std::uint32_t last_abstract_ = 0;
  std::map<std::pair<std::string, std::string>, std::string> abstracts_;  ///< path, id → id
  std::set<std::pair<std::string, std::string>> begun_;                   ///< path, list
  std::unique_ptr<Theirs> theirs_;
};

}  // namespace quyche

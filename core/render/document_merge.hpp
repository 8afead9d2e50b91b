#pragma once
// The body of an included document as paragraphs and tables of the part that is rendered: styles,
// lists, pictures, links, notes and ids become those of the document around it. One for each
// inclusion.

#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

#include "render/merged_relations.hpp"
#include "render/namespace_scope.hpp"
#include "render/package_view.hpp"
#include "render/word_run.hpp"

namespace quyche {

class DocumentMerge {
 public:
  /// `part`: the part that is written; `path` names the included document.
  DocumentMerge(const PackageView& theirs, const std::string& path, const std::string& part,
                WordRun& run);
  /// The blocks of the body, without its page setup. Throws Error for XML that is not well-formed.
  [[nodiscard]] std::string body();

 private:
  /// From which part of theirs to which of ours.
  struct Way {
    std::string from;
    std::string to;
    const NamespaceScope& theirs;
    const NamespaceScope& ours;
  };
  struct Notes {
    pugi::xml_document tree;
    std::optional<NamespaceScope> theirs;
    std::optional<NamespaceScope> ours;
    std::map<std::string, std::string> ids;
  };

  [[nodiscard]] std::string block(pugi::xml_node node, const Way& way);
  void mend(pugi::xml_node node, const Way& way);
  /// False: the node went.
  bool mend_one(pugi::xml_node node, const Way& way);
  bool mend_definition(pugi::xml_node node);
  bool mend_mark(pugi::xml_node node, const Way& way);
  void mend_attributes(pugi::xml_node node, const Way& way);
  void mend_instruction(pugi::xml_attribute attribute);
  void mend_words(pugi::xml_node instruction);
  void end_section(pugi::xml_node paragraph);
  void number(pugi::xml_node paragraph);
  bool refer(pugi::xml_node reference, std::size_t kind, const Way& way);
  std::string note_id(std::size_t kind, const std::string& id);
  Notes& notes(std::size_t kind);
  std::string bookmark_name(const std::string& name);
  void take_names(pugi::xml_node node);
  [[nodiscard]] NamespaceScope our_scope(const std::string& part) const;
  std::string renamed(IdSlot::Kind kind, const std::string& id);

  const PackageView& theirs_;
  const std::string& path_;
  const std::string& part_;
  WordRun& run_;
  MergedRelations relations_;
  std::map<std::pair<IdSlot::Kind, std::string>, std::string> ids_;
  std::map<std::string, std::string> names_;  ///< of bookmarks
  std::array<std::optional<Notes>, k_note_forms.size()> notes_;
};

}  // namespace quyche

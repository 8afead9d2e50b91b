#pragma once
// What a rendering adds to the package beside its parts: pictures, relationships, kinds of files,
// lists that begin anew. Collected while parts are written, then put into the entries they belong
// to. Owned by the rendering.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/archive.hpp"

namespace quyche {

class PackageEdits {
 public:
  /// The id of the new relationship. `part` as "word/document.xml", `target` as that part sees it,
  /// `kind` its type, whole or the last word of one that Office documents have.
  std::string relate(const std::string& part, std::string_view kind, const std::string& target,
                     bool is_external);
  /// The same under this id, for a part that is new; `type` as it is written.
  void relate_as(const std::string& id, const std::string& part, const std::string& type,
                 const std::string& target, bool is_external);
  /// The name of the entry; the same bytes are stored once. `extension` without the dot.
  std::string add_picture(std::string bytes, const std::string& extension,
                          const std::string& content_type = {});
  /// A copy of a part of another package; gives its name here.
  std::string add_copy(std::string_view name, std::string data, const std::string& content_type);
  /// "styles": word/styles.xml, which the body refers to.
  void add_word_part(const std::string& kind, std::string data);
  /// A part of its own, with its content type.
  void add_part(const std::string& name, std::string data, const std::string& content_type);
  /// Markup to go behind what stands in the part, before its last end tag.
  void append_to(const std::string& part, std::string_view markup);

  /// An entry of the package as it is now; null: there is none.
  using FindEntry = std::function<const ArchiveEntry*(const std::string& name)>;
  /// Changed and new entries, by name.
  [[nodiscard]] std::map<std::string, std::string> apply(const FindEntry& find,
                                                         const std::string& file) const;

 private:
  std::map<std::string, std::string> relationships_;  ///< part → markup
  std::map<std::string, std::string> appended_;       ///< part → markup
  std::map<std::string, std::string> parts_;          ///< new entries
  std::map<std::string, std::string> picture_names_;  ///< bytes → entry
  std::map<std::string, std::string> defaults_;       ///< extension → content type
  std::string overrides_;
  std::size_t relationship_count_ = 0;
  std::size_t copy_count_ = 0;
};

/// "word/_rels/document.xml.rels" of "word/document.xml".
[[nodiscard]] std::string relationships_of(std::string_view part);

}  // namespace quyche

#pragma once
// The package of any Word document, whoever made it, open for reading and mending: its main part,
// the parts it points at, and the whole written back with what was changed. Owns the trees; nodes
// handed out live as long as it. For the rules, annotate and fix.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/archive.hpp"
#include "base/xml.hpp"

namespace quyche::check {

class DocumentPackage {
 public:
  /// Throws Error: word.*, archive.*, xml.* (of the main part).
  DocumentPackage(std::string_view bytes, std::string file);

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] const std::string& main_part() const { return main_; }
  [[nodiscard]] pugi::xml_node document() { return tree(main_); }

  /// Root of a part; an empty node when there is none. Throws Error when it cannot be read.
  [[nodiscard]] pugi::xml_node tree(const std::string& part);
  /// The part the main part points at with this type ("styles"), or an empty name.
  [[nodiscard]] std::string related(std::string_view type);
  /// The part behind a relationship of the main part.
  [[nodiscard]] std::string target(std::string_view id);

  /// Says that a tree was changed and must be written.
  void touch(const std::string& part) { touched_[part] = true; }
  /// Puts a new part into the package, with its content type, and points the main part at it;
  /// returns the id of the relationship. The name gets a number when it is taken.
  std::string add_part(const std::string& stem, const std::string& content_type,
                       const std::string& type, std::string data);
  [[nodiscard]] std::string save();

 private:
  [[nodiscard]] std::string relationships_part() const;
  [[nodiscard]] std::string resolved(std::string_view target) const;
  [[nodiscard]] bool has(const std::string& part) const;

  std::string file_;
  std::string main_;
  std::vector<ArchiveEntry> entries_;
  std::map<std::string, std::unique_ptr<XmlDocument>> trees_;
  std::map<std::string, bool> touched_;
  std::optional<std::map<std::string, std::string, std::less<>>> targets_;  ///< by id, once asked
};

/// "w:" of the prefix that a node's name carries; new elements take the same.
[[nodiscard]] std::string prefix_of(pugi::xml_node node);

}  // namespace quyche::check

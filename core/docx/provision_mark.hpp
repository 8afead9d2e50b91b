#pragma once
// The bookmarks that carry the ids of provisions through Word, invisibly: qp_<id>, with "__" for
// "."; a name Word could not keep whole (40 characters) is written relative to the provision it
// stands in, qp___<rest>. Used by provision_paragraphs, understood by model/word/bookmarks.

#include <set>
#include <string>
#include <vector>

namespace quyche {

class ProvisionMarks {
 public:
  /// The name for a provision inside those entered and not left; no name is given twice.
  [[nodiscard]] std::string enter(const std::string& id);
  void leave() { open_.pop_back(); }

 private:
  [[nodiscard]] std::string unique(const std::string& name);

  std::vector<std::string> open_;
  std::set<std::string> used_;
};

}  // namespace quyche

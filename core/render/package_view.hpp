#pragma once
// A package as its entries: its parts by name, what each refers to, of what type it is. For what
// moves content from one package to another. Refers to the entries, which must outlive it.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/archive.hpp"

namespace quyche {

/// A relationship of a part. `target` is the name of an entry, or an address outside the package.
struct PartRelation {
  std::string type;
  std::string target;
  bool is_external = false;
};

class PackageView {
 public:
  PackageView(const std::vector<ArchiveEntry>& entries, std::string file)
      : entries_(entries), file_(std::move(file)) {}

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] bool has(const std::string& name) const { return find(name) != nullptr; }
  /// The bytes of an entry; empty when there is none. Throws Error archive.damaged.
  [[nodiscard]] std::string part(const std::string& name) const;
  /// By id.
  [[nodiscard]] std::map<std::string, PartRelation> relations(const std::string& part) const;
  /// Empty when the package does not say.
  [[nodiscard]] std::string content_type(const std::string& name) const;

 private:
  [[nodiscard]] const ArchiveEntry* find(const std::string& name) const;

  const std::vector<ArchiveEntry>& entries_;
  std::string file_;
};

/// The entry that the target of a relationship names, seen from the folder of its part.
[[nodiscard]] std::string entry_of(std::string_view part, std::string_view target);
/// "png" of "word/media/image1.PNG".
[[nodiscard]] std::string extension_of(std::string_view name);

}  // namespace quyche

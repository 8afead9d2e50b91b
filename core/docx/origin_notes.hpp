#pragma once
// Who wrote each provision, as comments in the margin: one wherever the writers are not those of
// the provision around it. For composer; owns the comments until they are a part.

#include <optional>
#include <string>
#include <vector>

#include "quyche/district.hpp"

namespace quyche {

class OriginNotes {
 public:
  /// Refers to the regulation.
  explicit OriginNotes(const LocalRegulation& regulation) : regulation_(regulation) {}

  /// The number of a comment for a provision inside those entered and not left; nothing where it
  /// would repeat the one around it.
  [[nodiscard]] std::optional<int> enter(const Provision& provision);
  void leave() { open_.pop_back(); }
  /// word/comments.xml.
  [[nodiscard]] std::string part() const;

 private:
  [[nodiscard]] std::vector<Origin> origins_of(const Provision& provision) const;
  [[nodiscard]] std::string writer(Level level) const;
  [[nodiscard]] std::string words(const Origin& origin) const;

  const LocalRegulation& regulation_;
  std::vector<std::vector<Origin>> open_;
  std::string comments_;
  int count_ = 0;
};

}  // namespace quyche

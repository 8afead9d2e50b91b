#pragma once
// The top of a paper, piece by piece: organs, heading, number, place and date, type, title, bases.
// Gives each stretch its component. Used by components.

#include <string>
#include <vector>

#include "check/components.hpp"

namespace quyche::check {

class HeadReader {
 public:
  explicit HeadReader(const DocumentView& view) : view_(view) {}

  /// `stretches` in the order of the document, as far as the provisions.
  void read(std::vector<Stretch>& stretches);

 private:
  [[nodiscard]] static std::string opening_of(const std::string& words);
  [[nodiscard]] bool may_be_organ(const Stretch& stretch, const std::string& words) const;
  [[nodiscard]] std::string before_type(const Stretch& stretch);
  [[nodiscard]] std::string after_type(const Stretch& stretch);
  [[nodiscard]] bool is_enacting(const Stretch& stretch, const std::string& words) const;
  [[nodiscard]] bool goes_on_as_basis(const std::string& words) const;
  void name_organs(std::vector<Stretch>& stretches) const;
  [[nodiscard]] std::string text(const Stretch& stretch) const;

  const DocumentView& view_;
  bool has_type_ = false;
  bool has_heading_ = false;
  bool title_is_done_ = false;
  bool has_number_ = false;
  bool has_title_ = false;
  bool has_basis_ = false;
};

}  // namespace quyche::check

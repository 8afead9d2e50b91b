#pragma once
// Redlines of villages printed from forms: what both documents have been read to already is not
// read again. For village_rebase; one object a thread.

#include <memory>
#include <set>
#include <string>

#include "compare/redline.hpp"
#include "engine/commune_press.hpp"

namespace quyche {

/// A document and the form it was printed from.
struct PrintedPaper {
  std::shared_ptr<const CommunePress> press;
  Form::Filled parts;
};

class VillageRedlines {
 public:
  /// The new paper with tracked changes from `old_form`, which was read and not filled.
  [[nodiscard]] std::string make(const Form& old_form, const PrintedPaper& after,
                                 const ChangeMark& mark, Compressor& compressor);

 private:
  std::shared_ptr<const CommunePress> press_;  ///< whose styles these are
  std::set<std::string> styles_;
};

}  // namespace quyche

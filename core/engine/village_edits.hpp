#pragma once
// What a clerk changed in a regulation that quyche printed: both texts read alike, so that what the
// reader gets wrong it gets wrong twice. For village_rebase.

#include <string>

#include "engine/commune_press.hpp"
#include "quyche/compare.hpp"

namespace quyche {

/// A paper as it is now and as it was printed.
struct PaperPair {
  const std::string& now;
  const std::string& printed;
};

struct VillageEdits {
  Regulation printed;
  Regulation text;
  bool trust_ids = false;
};

/// `is_template`: its blanks stay blanks. Findings about the edited paper alone go to `line`.
[[nodiscard]] VillageEdits read_edited_docx(const PaperPair& paper, bool is_template,
                                            RebaseLine& line);
[[nodiscard]] VillageEdits read_edited_xml(const PaperPair& paper, RebaseLine& line);
/// A finding where the head or the end of the paper was edited: they are printed anew.
void tell_edited_frame(const VillageEdits& edits, RebaseLine& line);

/// What a press prints for a record, its references still references, so that they follow what the
/// village adds.
[[nodiscard]] Regulation text_of_press(const CommunePress& press, const Values& record,
                                       bool is_template);

}  // namespace quyche

#pragma once
// `quyche diff`: two regulations provision by provision, side by side, and as tracked changes.

#include "compare/redline.hpp"
#include "engine/compared_text.hpp"
#include "engine/workshop.hpp"

namespace quyche {

[[nodiscard]] DiffReport run_diff_job(Workshop& workshop, const DiffJob& job);

/// A Word document in memory and what it is called.
struct WordFile {
  const std::string& bytes;
  const std::string& name;
};
/// The second one with tracked changes from the first.
[[nodiscard]] std::string make_redline(const WordFile& before, const WordFile& after,
                                       const ChangeMark& mark, Diagnostics& found);

/// The document with tracked changes from one text to the other. `mark_day` absent: the new text's
/// own day. Warnings about what is left out go to `found`.
struct RedlineOrder {
  std::string author;
  std::optional<Date> date;
};
[[nodiscard]] std::string make_redline(Workshop& workshop, const ComparedText& before,
                                       const ComparedText& after, const RedlineOrder& order,
                                       Diagnostics& found);

}  // namespace quyche

#pragma once
// A regulation read from .xml or .docx for comparing: its tree, its words, and the Word document it
// is or would be. For the jobs that compare, derive, carry over and amend.

#include <string>

#include "compare/provision_list.hpp"
#include "engine/workshop.hpp"
#include "quyche/diagnostic.hpp"
#include "quyche/district.hpp"

namespace quyche {

inline constexpr std::size_t k_least_shared = 5;  ///< one provision in so many must be the same

struct ComparedText {
  LocalRegulation local;
  std::string file;
  bool is_word = false;
};

/// Findings that do not stop the reading go to `found`.
[[nodiscard]] ComparedText read_compared(Workshop& workshop, const std::string& file,
                                         Diagnostics& found);
/// The same of Akoma Ntoso already in memory.
[[nodiscard]] ComparedText compared_xml(const std::string& bytes, const std::string& file,
                                        Diagnostics& found);
/// The day the text is of: its own; else today's.
[[nodiscard]] Date day_of(const ComparedText& text);
/// The file itself when it is a Word document; else the document made of the text.
[[nodiscard]] std::string word_bytes_of(Workshop& workshop, const ComparedText& text);
/// A Party regulation against an administrative one: said, and gone on with. `file` is the new one.
void tell_other_family(const Regulation& before, const Regulation& after, const std::string& file,
                       Diagnostics& found);
/// Ids that only count paragraphs say nothing.
[[nodiscard]] bool trust_ids(const ComparedText& before, const ComparedText& after);

}  // namespace quyche

#pragma once
// The one table of sentences: code → Vietnamese and English, with {0}, {1} … for arguments. The
// table itself is core/base/messages.tsv, compiled in.

#include <string>
#include <string_view>
#include <vector>

#include "quyche/diagnostic.hpp"

namespace quyche {

enum class Language { vietnamese, english };

/// The sentence of a code with its arguments put in. An unknown code shows itself and its
/// arguments.
[[nodiscard]] std::string sentence(const Text& text, Language language);
/// The same in the language of the papers.
[[nodiscard]] std::string vietnamese(const std::string& code,
                                     std::vector<std::string> arguments = {});
/// File and steps: "minutes.docx › thân văn bản › đoạn 14".
[[nodiscard]] std::string address(const Place& place, Language language);
[[nodiscard]] bool has_sentence(std::string_view code);

/// A whole finding for the terminal, without a line end after it:
///     <file> › <steps>
///     lỗi: <message> [code]
///       <excerpt>
///       ^~~~  <first hint>
///       → <each other hint>
/// Without a mark every hint has a line of its own. A part of a document ("body",
/// "word/header2.xml") reads as place.part.<name> when the table has it. Long excerpts are cut
/// about the mark.
[[nodiscard]] std::string show(const Diagnostic& finding, Language language);

/// Exit code of a failed operation by the first error's code: 4 plugin.*, 5 file.*, 2 usage.*,
/// 70 bug.*, else 1.
[[nodiscard]] int exit_code(const Diagnostic& finding);

}  // namespace quyche

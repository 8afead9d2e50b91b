#pragma once
// One part of a package to its program.

#include <optional>
#include <string>

#include "render/part_program.hpp"
#include "render/word_run.hpp"

namespace quyche {

/// How a part holds its words.
enum class PartForm { none, paragraphs, plain };

/// Whether an entry of this name may hold tags.
[[nodiscard]] PartForm form_of_part(std::string_view name);

/// Nothing when the part has no tags. Mistakes and warnings go to `found`; after a mistake the
/// result is of no use. `file` names the document.
[[nodiscard]] std::optional<PartProgram> compile_part(std::string xml, const std::string& name,
                                                      const std::string& file, Diagnostics& found);

}  // namespace quyche

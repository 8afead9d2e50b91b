#pragma once
// One part of a package to its program.

#include <optional>
#include <string>

#include "render/note_copies.hpp"
#include "render/part_program.hpp"
#include "render/word_run.hpp"

namespace quyche {

/// How a part holds its words.
enum class PartForm { none, paragraphs, plain };

/// Whether an entry of this name may hold tags.
[[nodiscard]] PartForm form_of_part(std::string_view name);

/// Where a part comes from.
struct PartOrigin {
  std::string file;  ///< the document
  std::string name;  ///< of the entry
};

/// Nothing when the part has no tags. Ids it uses go to `taken`, mistakes and warnings to `found`;
/// after a mistake the result is of no use. `notes`: what the part may refer to.
[[nodiscard]] std::optional<PartProgram> compile_part(std::string xml, const PartOrigin& origin,
                                                      TakenIds& taken, Diagnostics& found,
                                                      const NoteParts& notes = {});

}  // namespace quyche

#pragma once
// Partial rendering: field(name, label) prints the value when the data has one, else a blank that a
// clerk fills in Word or a later rendering fills with data. For the functions of Word templates and
// for WordTemplate, which puts what blanks need into the package and fills documents with blanks.

#include <string>
#include <vector>

#include "base/archive.hpp"
#include "quyche/values.hpp"
#include "render/word_run.hpp"
#include "template/value.hpp"

namespace quyche {

/// What `field` of a rendering with this data is.
[[nodiscard]] Value make_field_function(const Value& data);

/// The parts that blanks of a document are bound to; nothing without blanks. `styles` is the part
/// of styles, empty when the package has none.
void add_blank_parts(const std::vector<Field>& blanks, const std::vector<ArchiveEntry>& entries,
                     std::string_view styles, PackageEdits& edits);

/// Whether blanks were put into the document before.
[[nodiscard]] bool has_blanks(const std::vector<ArchiveEntry>& entries, const std::string& file);
/// The document with what `data` says in its blanks; the others stay open.
[[nodiscard]] std::string with_blanks_filled(const std::string& document, const std::string& file,
                                             const Value& data, Compressor& compressor);

}  // namespace quyche

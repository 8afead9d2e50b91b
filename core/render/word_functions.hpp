#pragma once
// The functions of Word templates beside those of the language: rich, link, image, include,
// field. Their results write themselves into the document that is rendered.

#include "render/source_file.hpp"
#include "template/value.hpp"

namespace quyche {

/// The data with the functions added; a name of the data hides a function. `sources` must outlive
/// the value.
[[nodiscard]] Value word_functions(const Value& data, const WordSources& sources);

}  // namespace quyche

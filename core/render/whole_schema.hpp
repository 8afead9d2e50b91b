#pragma once
// What a Word template and all documents that it includes want of their data. For inspecting and
// checking a template; owns nothing.

#include "render/source_file.hpp"
#include "render/word_template.hpp"
#include "template/schema.hpp"

namespace quyche {

/// Follows include('part.docx') where the name is written out. A document that cannot be read, and
/// every mistake in one, is among the findings.
/// `file`: the template's own.
[[nodiscard]] TemplateSchema whole_schema(const WordTemplate& document, const std::string& file,
                                          const WordSources& sources);

}  // namespace quyche

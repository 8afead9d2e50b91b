#pragma once
// Document type declarations: with them XML can be made to grow without end or to read other files,
// so no part of a package may have one, also none that is copied as it is.

#include <string>
#include <string_view>

#include "base/archive.hpp"

namespace quyche {

/// Whether the XML declares one before its root.
[[nodiscard]] bool has_document_type(std::string_view xml);

/// Throws Error xml.doctype when it is a part with XML that has one.
void refuse_document_type(const ArchiveEntry& entry, const std::string& file);

}  // namespace quyche

#pragma once
// The parts of a .docx that an import reads, found by their relationships. Used by word_import.

#include <string>
#include <string_view>

namespace quyche::word {

/// XML bytes; empty where the package has no such part.
struct WordParts {
  std::string document;
  std::string styles;
  std::string numbering;
  std::string footnotes;
  std::string endnotes;
  std::string comments;
  std::string properties;  ///< docProps/custom.xml
  std::string record;      ///< the custom XML part that holds a regulation
};

/// The same bytes, unless they are plainly no .docx. Throws Error: word.empty, word.old-format,
/// word.other-format.
[[nodiscard]] std::string_view word_bytes(std::string_view bytes, const std::string& file);

/// Throws Error: word.not-a-document, word.empty, word.old-format, word.other-format,
/// word.too-large, archive.*.
[[nodiscard]] WordParts open_word(std::string_view docx, const std::string& file);

}  // namespace quyche::word

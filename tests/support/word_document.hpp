#pragma once
// Small Word documents as Word writes them, for tests of reading: paragraphs as XML, packed into a
// .docx with the parts that are given.

#include <initializer_list>
#include <string>
#include <string_view>

namespace quyche::sample {

struct WordParts {
  std::string body;       ///< what stands in w:body
  std::string numbering;  ///< what stands in w:numbering
  std::string styles;     ///< what stands in w:styles
  std::string footnotes;  ///< what stands in w:footnotes
};

[[nodiscard]] std::string word_document(const WordParts& parts);
[[nodiscard]] inline std::string word_document(const std::string& body) {
  return word_document(WordParts{body, {}, {}, {}});
}

/// A run; `properties` stands in w:rPr ("<w:b/>").
[[nodiscard]] std::string run(std::string_view text, std::string_view properties = {});
/// A paragraph of one run; '\n' is a line break, '\t' a tab.
[[nodiscard]] std::string line(std::string_view text);
[[nodiscard]] std::string bold_line(std::string_view text);
[[nodiscard]] std::string centred_line(std::string_view text);
/// A paragraph of whatever stands in it; `properties` stands in w:pPr.
[[nodiscard]] std::string paragraph(std::string_view content, std::string_view properties = {});
/// A paragraph in level `level` of Word's list `id`.
[[nodiscard]] std::string numbered_line(int id, int level, std::string_view text);
/// A run-level content control; `properties` stands in w:sdtPr.
[[nodiscard]] std::string control(std::string_view properties, std::string_view shown);
[[nodiscard]] std::string bookmark(int id, std::string_view name, std::string_view content);
/// A table; a cell is the paragraphs in it.
[[nodiscard]] std::string table(std::initializer_list<std::initializer_list<std::string>> rows);

}  // namespace quyche::sample

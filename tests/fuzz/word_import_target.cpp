#include <vector>

#include "base/archive.hpp"
#include "fuzz/targets.hpp"
#include "model/word_import.hpp"

namespace quyche {
namespace {

const char* const k_types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" )"
    R"(ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Override PartName="/word/document.xml" ContentType="application/)"
    R"(vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)";
const char* const k_relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/)"
    R"(officeDocument/2006/relationships/officeDocument"/></Relationships>)";

}  // namespace

/// The bytes as the main part of a Word document.
void fuzz_word_import(std::string_view bytes) {
  Compressor compressor(1);
  std::vector<ArchiveEntry> entries;
  entries.push_back(compressor.pack("[Content_Types].xml", k_types));
  entries.push_back(compressor.pack("_rels/.rels", k_relations));
  entries.push_back(compressor.pack("word/document.xml", bytes));
  Diagnostics found;
  try {
    static_cast<void>(import_word(write_archive(entries), "tep.docx", found));
  } catch (const Error&) {
  }
}

}  // namespace quyche

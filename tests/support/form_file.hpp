#pragma once
// Word documents made by hand for tests of Form: the parts a test cares about, packed; and what
// stands in the parts of a document.

#include <string>
#include <utility>
#include <vector>

#include "base/archive.hpp"
#include "docx/form.hpp"

namespace quyche::sample {

using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::string docx(const Parts& parts) {
  Compressor compressor;
  std::vector<ArchiveEntry> entries;
  for (const auto& [name, data] : parts) entries.push_back(compressor.pack(name, data));
  return write_archive(entries);
}

/// word/document.xml around the content of its body.
inline std::string document_xml(const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
         "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
         "<w:body>" +
         body + "</w:body></w:document>";
}

/// The entry as it is packed; it must be there.
inline ArchiveEntry entry_of(const std::string& bytes, const std::string& name) {
  for (const auto& entry : read_archive(bytes, "test.docx")) {
    if (entry.name == name) return entry;
  }
  throw std::out_of_range(name);
}
inline std::string part_of(const std::string& bytes, const std::string& name) {
  return unpack(entry_of(bytes, name), "test.docx");
}

inline std::string filled(const Form& form, const Values& values,
                          const std::vector<Field>& fields = {},
                          const std::set<std::string>* keep_open = nullptr) {
  Compressor compressor;
  std::string out;
  form.fill(values, fields, compressor, out, keep_open);
  return out;
}

/// "village_name: Trung" of each blank, in order.
inline std::vector<std::string> blank_lines(const Form& form) {
  std::vector<std::string> out;
  for (const auto& blank : form.blanks()) out.push_back(blank.field + ": " + blank.text);
  return out;
}

}  // namespace quyche::sample

#include "meeting/record/record_file.hpp"

#include <algorithm>

#include "base/archive.hpp"
#include "meeting/meeting_file.hpp"
#include "meeting/record/record_form.hpp"
#include "meeting/record/record_workbook.hpp"

namespace quyche::meeting {
namespace {

constexpr std::string_view k_archive = "PK\x03\x04";
constexpr std::string_view k_old_office = "\xD0\xCF\x11\xE0";

[[noreturn]] void refuse(const std::string& file) {
  throw Error(Diagnostic{Severity::error,
                         {"meeting-record.other-format", {}},
                         {file, {}, {}, 0, 0},
                         {{"hint.meeting-record.other-format", {}}}});
}

std::vector<RecordTable> read_tables(const std::string& bytes, const std::string& file,
                                     const RecordLayout& layout, Diagnostics& found) {
  const auto entries = read_archive(bytes, file);
  const auto has = [&](std::string_view folder) {
    return std::any_of(entries.begin(), entries.end(),
                       [&](const ArchiveEntry& entry) { return entry.name.starts_with(folder); });
  };
  if (has("xl/")) return read_record_workbook(bytes, file, layout, found);
  if (has("word/")) return read_record_form(bytes, file, layout, found);
  refuse(file);
}

}  // namespace

RecordFile read_record(const std::string& bytes, const std::string& file,
                       const RecordLayout& layout) {
  RecordFile read;
  if (bytes.starts_with(k_old_office)) refuse(file);
  if (!bytes.starts_with(k_archive)) {
    read.meeting = read_meeting(bytes, file);
    return read;
  }
  Diagnostics found;
  const auto tables = read_tables(bytes, file, layout, found);
  const auto tree = gather_record(tables, layout, read.places, found);
  Diagnostics misread;
  read.meeting = meeting_of(tree, file, misread);
  for (auto finding : misread.findings()) {
    point_into(read.places, layout, finding);
    found.add(std::move(finding));
  }
  found.throw_if_errors();
  return read;
}

}  // namespace quyche::meeting

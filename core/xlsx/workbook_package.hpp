#pragma once
// The parts of an .xlsx and how they refer to each other. For workbook_reader and sheet_rows. Each
// part is unpacked when it is asked for; the bytes of the file must outlive this and what it opens.

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/archive_directory.hpp"
#include "base/byte_source.hpp"

namespace quyche {

class WorkbookPackage {
 public:
  struct Relationship {
    std::string id;
    std::string type;    ///< last step of the type's address: "worksheet"
    std::string target;  ///< name of a part
  };

  /// Throws Error xlsx.not-a-workbook, archive.*, xml.*.
  WorkbookPackage(std::string_view bytes, const std::string& file);

  [[nodiscard]] const std::string& main_part() const { return main_part_; }
  [[nodiscard]] bool has(const std::string& part) const;
  /// The XML of a part, without a byte order mark. Throws Error xlsx.missing-part, archive.damaged.
  [[nodiscard]] std::string text(const std::string& part) const;
  /// The same in pieces, as it is packed; its sum is checked at its end.
  [[nodiscard]] std::unique_ptr<ByteSource> open(const std::string& part) const;
  /// Inside the archive, for the place of a finding: "bảng.xlsx › mục xl/workbook.xml".
  [[nodiscard]] std::string place_name(const std::string& part) const;
  /// In the order they are written; those to the outside left out.
  [[nodiscard]] std::vector<Relationship> relationships(const std::string& part) const;

 private:
  [[nodiscard]] std::string find_main_part() const;
  [[nodiscard]] const DirectoryEntry& entry(const std::string& part) const;

  std::string file_;
  std::map<std::string, DirectoryEntry> parts_;  ///< by name in lower case
  std::string main_part_;
};

/// Throws Error `code` about the whole file.
[[noreturn]] void refuse_workbook(const char* code, const std::string& file,
                                  std::vector<std::string> arguments = {});

}  // namespace quyche

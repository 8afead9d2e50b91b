#pragma once
// The model as Akoma Ntoso inside the Word document that was exported from it: a custom XML part,
// which Word keeps, and a document property, which LibreOffice keeps. Written by docx/composer,
// found again by the import.

#include <optional>
#include <string>
#include <string_view>

namespace quyche {

inline constexpr const char* k_record_property = "quyche.record";

/// What an exported document says about the model it came from.
struct ModelRecord {
  std::string akn;       ///< empty when the document carries none that is whole
  std::string date;      ///< the day it was exported for, ISO; may be empty
  bool is_lost = false;  ///< provisions carry their ids, but the record is gone
};

/// The record as text for a property: an archive of one entry in Base64.
[[nodiscard]] std::string packed_record(const std::string& akn);
/// Nothing when `text` is not whole.
[[nodiscard]] std::optional<std::string> unpacked_record(std::string_view text);

/// Throws Error as open_word does.
[[nodiscard]] ModelRecord find_record(std::string_view docx, const std::string& file);

}  // namespace quyche

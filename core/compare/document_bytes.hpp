#pragma once
// Word documents whose main part is replaced: the rest of the package stays as it is. For redlines
// and for tables set in the styles of a format profile.

#include <string>
#include <string_view>

#include "docx/format_profile.hpp"

namespace quyche {

/// Throws Error word.not-a-document when there is no word/document.xml.
[[nodiscard]] std::string with_document(std::string_view docx, const std::string& file,
                                        const std::string& document);

/// A document of `profile` around the content of a body, on a wide page or an upright one.
struct PlainPage {
  std::string title;
  Date day;
  bool wide = false;
};
[[nodiscard]] std::string plain_document(const FormatProfile& profile, const PlainPage& page,
                                         const std::string& body);

}  // namespace quyche

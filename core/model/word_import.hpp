#pragma once
// A regulation typed in Word → Regulation. Recognises phần, chương, mục, điều, khoản, điểm by their
// text or by Word's automatic numbering, căn cứ, titles, tables, appendices, and blanks.

#include <string>
#include <string_view>

#include "quyche/diagnostic.hpp"
#include "quyche/regulation.hpp"

namespace quyche {

/// Asks for nothing. What could not be placed is in `found` with its paragraph number, and stays in
/// the regulation as text, so that nothing is lost. Throws Error when the file is no Word document.
[[nodiscard]] Regulation import_word(std::string_view docx, const std::string& file,
                                     Diagnostics& found);

}  // namespace quyche

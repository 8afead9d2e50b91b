#pragma once
// Which paper a clerk's Word template is for: the exported template says so in a property that Word
// and LibreOffice keep. For the papers job.

#include <string>
#include <string_view>

namespace quyche {

/// Id of the paper. Throws Error: archive.*, paper.not-a-template.
[[nodiscard]] std::string paper_of_template(std::string_view bytes, const std::string& file);

}  // namespace quyche

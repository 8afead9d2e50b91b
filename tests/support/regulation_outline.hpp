#pragma once
// A regulation as a few lines of text, so that a test asserts a whole tree at once:
//     article 1 #article_1 [Phạm vi] Quy chế này …
// Headings stand in brackets, fields in braces, references as <shown>, conditions behind "when".

#include <string>
#include <vector>

#include "quyche/diagnostic.hpp"
#include "quyche/regulation.hpp"

namespace quyche::sample {

[[nodiscard]] std::string words_of(const Inlines& line);
[[nodiscard]] std::string outline(const std::vector<Provision>& body);
/// Findings one a line: severity, paragraph, Vietnamese sentence.
[[nodiscard]] std::string outline(const std::vector<Diagnostic>& findings);

}  // namespace quyche::sample

#pragma once
// Word documents with one thing wrong, for tests of the checker: papers that quyche made, with a
// part patched, and papers written as Word and LibreOffice users write them. All people and places
// are invented.

#include <string>
#include <string_view>
#include <vector>

#include "docx/composer.hpp"

namespace quyche::sample {

/// A filled Party paper under HD36 and a filled state paper under NĐ30, without any deviation.
[[nodiscard]] std::vector<Part> party_paper(const std::string& profile = "party-hd36");
[[nodiscard]] std::vector<Part> state_paper();

[[nodiscard]] std::string packed(const std::vector<Part>& parts);
/// The paper with every `from` of a part as `to`; throws when there is none.
[[nodiscard]] std::vector<Part> patched(std::vector<Part> parts, const std::string& part,
                                        std::string_view from, std::string_view to);

/// A Party paper as typed in Word: heading set with tabs, no table, no style but Normal, all format
/// in the runs, theme fonts in the defaults.
[[nodiscard]] std::vector<Part> tabbed_paper();
/// A state paper as LibreOffice writes it: heading and signatures in tables, fonts by style.
[[nodiscard]] std::vector<Part> tabled_paper();

}  // namespace quyche::sample

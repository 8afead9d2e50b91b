#pragma once
// `quyche rebase`: the amendments of a district, or all issued regulations of a folder, carried
// over from an old model to a new one.

#include "compare/transplant.hpp"
#include "engine/workshop.hpp"

namespace quyche {

/// Writes nothing final for what still has open conflicts: their files ask instead.
[[nodiscard]] RebaseReport run_rebase_job(Workshop& workshop, const RebaseJob& job);

/// A model to rebase from or to: .xml, numbered, terms worded. Throws Error rebase.needs-xml.
[[nodiscard]] Regulation read_rebase_model(Workshop& workshop, const std::string& file,
                                           Diagnostics& found);

}  // namespace quyche

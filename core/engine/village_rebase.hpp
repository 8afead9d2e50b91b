#pragma once
// All issued regulations of a folder carried over to a new model: new documents, a redline of each,
// and a table of those that need a person.

#include "engine/workshop.hpp"

namespace quyche {

[[nodiscard]] RebaseReport rebase_villages(Workshop& workshop, const RebaseJob& job);

}  // namespace quyche

#pragma once
// Who wrote a provision of a regulation: the answer behind `quyche explain`.

#include <string>

#include "engine/workshop.hpp"

namespace quyche {

/// `name` as people cite: "Điều 7", "khoản 2 Điều 7", "điểm b khoản 2 Điều 7", or a stable id. FILE
/// is an Akoma Ntoso regulation, or a document made by quyche. Throws explain.not-found (nearest
/// offered).
[[nodiscard]] Explanation run_explain_job(Workshop& workshop, const std::string& file,
                                          const std::string& name);

}  // namespace quyche

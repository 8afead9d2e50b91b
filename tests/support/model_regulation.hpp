#pragma once
// The model regulation of the tree (templates/regulation), as the program reads it.

#include <string>

#include "base/environment.hpp"
#include "model/akn_reader.hpp"

namespace quyche::sample {

inline std::string model_bytes() {
  return DiskFiles().read(QUYCHE_SOURCE_DIR "/templates/regulation/coordination.akn.xml");
}
inline Regulation model_regulation() { return read_regulation(model_bytes(), "model.xml"); }

}  // namespace quyche::sample

#pragma once
// Comparing, carrying over and amending regulations: what these jobs are told and what they answer.
// Part of the façade in engine.hpp; plain values.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "quyche/abi.hpp"
#include "quyche/diagnostic.hpp"
#include "quyche/values.hpp"

namespace quyche::inline abi_1 {

/// Some words of a sentence and what became of them.
struct WordStretch {
  enum class Kind { kept, removed, added };
  Kind kind = Kind::kept;
  std::string text;
  friend bool operator==(const WordStretch&, const WordStretch&) = default;
};

/// What became of one provision. Added and removed exclude everything else; without any flag it is
/// kept as it was.
struct ProvisionChange {
  std::string id;      ///< stable id; of the old text unless added
  std::string before;  ///< its name in the old text: "khoản 2 Điều 7"; empty when added
  std::string after;   ///< in the new text; empty when removed
  bool added = false;
  bool removed = false;
  bool reworded = false;
  bool moved = false;
  bool renumbered = false;
  std::vector<WordStretch> words;  ///< heading and own text, without what stands below it
  [[nodiscard]] bool kept() const {
    return !added && !removed && !reworded && !moved && !renumbered;
  }
};

/// A regulation (.xml or .docx) against another. `side`, `redline`: where the table of both
/// wordings and the document with tracked changes go; empty: none.
struct DiffJob {
  std::string before;
  std::string after;
  std::string side;
  std::string redline;
  std::string author;        ///< of the tracked changes; empty: the program
  std::optional<Date> date;  ///< of the tracked changes; absent: the new text's own
};

struct DiffReport {
  std::vector<ProvisionChange> changes;  ///< in the order of the new text, removed ones in between
  std::vector<std::string> files;
  std::vector<Diagnostic> findings;
};

/// A model (.xml) and a copy that somebody edited (.docx, .xml) → amendments.xml.
struct DeriveJob {
  std::string model;
  std::string edited;
  std::string output;
  std::string redline;  ///< empty: none
  std::string author;
  std::optional<Date> date;
};

}  // namespace quyche::inline abi_1

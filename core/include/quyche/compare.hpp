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

/// Where a change from above and a local one met. Texts are as shown: heading, sentence, rows, a
/// line each; empty where the provision is not there.
struct RebaseConflict {
  enum class Kind {
    reworded_twice,  ///< both changed the same words
    removed_above,   ///< changed locally, gone above
    removed_here,    ///< removed locally, changed above
    homeless         ///< added locally where nothing is left
  };
  Kind kind = Kind::reworded_twice;
  std::string key;  ///< of these wordings; the same in every run
  std::string id;
  std::string name;  ///< "khoản 2 Điều 7"
  std::string base;
  std::string above;
  std::string local;
  std::string proposal;
};

/// A reference of the local text to a provision that is gone: its successor, or empty.
struct MovedReference {
  std::string from;  ///< id of the provision that refers
  std::string before;
  std::string after;
};

/// New model: carry down the amendments of a district, or every issued regulation of a folder.
struct RebaseJob {
  std::string old_model;
  std::string new_model;
  std::string district;
  std::string data;                      ///< folder of issued regulations; empty: `district`
  std::vector<std::string> new_plugins;  ///< roots of the plugins carried over; empty: as before
  std::string resolved;  ///< .docx or .json with decisions; the folder's own are read anyway
  std::string folder;
  std::string author;        ///< of the tracked changes
  std::optional<Date> date;  ///< of the new regulations
};

/// What became of one district or village.
struct RebaseLine {
  std::string name;
  std::string file;         ///< that was carried over
  std::size_t changes = 0;  ///< local changes carried over
  std::vector<RebaseConflict> conflicts;
  std::vector<MovedReference> references;
  std::vector<Diagnostic> findings;
  [[nodiscard]] bool needs_person() const { return !conflicts.empty() || !findings.empty(); }
};

struct RebaseReport {
  std::vector<RebaseLine> lines;
  std::vector<std::string> files;
  std::vector<Diagnostic> findings;
  std::size_t open_conflicts = 0;
};

/// Two versions of a regulation → decision, consolidated text and redline in a folder.
struct AmendJob {
  std::string before;
  std::string after;
  std::string folder;
  std::string author;
  std::optional<Date> date;  ///< of the decision, from which it holds; absent: left open
};

}  // namespace quyche::inline abi_1

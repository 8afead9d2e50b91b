#pragma once
// All papers that templates/meetings/ describes, each compiled for a format when it is first
// wanted. Shared by threads; owns definitions and compiled papers, refers to the profiles, which
// must outlive it.

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "docx/format_profile.hpp"
#include "meeting/meeting.hpp"
#include "paper/paper.hpp"

namespace quyche {
class Files;
}

namespace quyche::meeting {

class PaperShelf {
 public:
  /// Reads every definition of `folder`. Throws Error with the mistakes of all of them.
  PaperShelf(const Files& files, const std::string& folder,
             const std::vector<FormatProfile>& profiles);

  [[nodiscard]] const std::vector<PaperDefinition>& definitions() const { return definitions_; }
  /// Those that meetings of a kind have, in the order of their ids.
  [[nodiscard]] std::vector<const PaperDefinition*> of_kind(Kind kind) const;
  /// The definition with this id; throws Error paper.unknown with the nearest one.
  [[nodiscard]] const PaperDefinition& get(const std::string& id) const;
  /// The format that is in force on the day the paper bears. Throws Error format.none-in-force.
  [[nodiscard]] const FormatProfile& format_of(const PaperDefinition& definition,
                                               const Meeting& meeting) const;
  /// Compiled, from a clerk's Word template where one was given for it.
  [[nodiscard]] const Paper& paper(const PaperDefinition& definition, const FormatProfile& profile);
  /// From now on papers of this definition are made with `bytes`, read from `file`.
  void restyle(const PaperDefinition& definition, std::string bytes, std::string file);

 private:
  const std::vector<FormatProfile>& profiles_;
  std::vector<PaperDefinition> definitions_;
  std::map<std::string, std::pair<std::string, std::string>> own_;  ///< id → bytes, file
  std::mutex mutex_;
  std::map<std::pair<std::string, std::string>, std::unique_ptr<const Paper>> compiled_;
};

}  // namespace quyche::meeting

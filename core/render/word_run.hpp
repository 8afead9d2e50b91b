#pragma once
// What one rendering of a Word template shares between its parts: the next free ids, what was found
// on the way. Owned by the rendering.

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "docx/blank.hpp"
#include "quyche/diagnostic.hpp"
#include "render/package_edits.hpp"
#include "render/part_program.hpp"
#include "render/word_functions.hpp"

namespace quyche {

/// Ids of the template that are taken, by kind; filled while it is compiled.
struct TakenIds {
  std::uint32_t drawing = 0;
  std::uint32_t bookmark = 0;
  std::uint32_t control = 0;
  std::uint32_t number_list = 0;
};

/// Gives what is written again an id of its own; what is written first keeps the one it was typed
/// with.
class IdIssuer {
 public:
  explicit IdIssuer(const TakenIds& taken) : next_(taken) {}
  [[nodiscard]] std::string issue(const IdSlot& slot);
  /// The list begins anew from here on.
  void restart(const std::string& list);
  /// Lists made by restarts: new number, list as typed.
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& lists() const {
    return lists_;
  }

 private:
  using Names = std::unordered_map<std::string, std::string>;
  std::string define(const IdSlot& slot, std::string& current);
  std::string fresh(const IdSlot& slot);

  TakenIds next_;
  std::unordered_map<std::uint8_t, Names> current_;
  std::vector<std::pair<std::string, std::string>> lists_;
  std::unordered_set<std::string> begun_lists_;
  std::uint32_t copies_ = 1;
};

struct WordRun {
  IdIssuer ids;
  const WordSources& sources;
  PackageEdits edits;
  Diagnostics findings;
  BlankWriter blanks;
  std::vector<Field> blank_fields;    ///< of the blanks written
  std::size_t budget = 256UL << 20U;  ///< bytes of one part
};

}  // namespace quyche

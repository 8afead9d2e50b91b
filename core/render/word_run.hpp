#pragma once
// What one rendering of a Word template shares between its parts: the next free ids, what was found
// on the way. Owned by the rendering.

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "quyche/diagnostic.hpp"
#include "render/note_form.hpp"
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
  std::array<std::uint32_t, k_note_forms.size()> notes{};
};

/// Gives what is written again an id of its own; what is written first keeps the one it was typed
/// with.
class IdIssuer {
 public:
  explicit IdIssuer(const TakenIds& taken) : next_(taken) {}
  [[nodiscard]] std::string issue(const IdSlot& slot);
  /// One that nothing has; where ids are names, one like `value`.
  [[nodiscard]] std::string fresh(IdSlot::Kind kind, const std::string& value);
  /// Lists up to this one are taken.
  void take_lists(std::uint32_t last) { next_.number_list = std::max(next_.number_list, last); }
  /// The list begins anew from here on.
  void restart(const std::string& list);
  /// Lists made by restarts: new number, list as typed.
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& lists() const {
    return lists_;
  }

 private:
  using Names = std::unordered_map<std::string, std::string>;
  std::string define(const IdSlot& slot, std::string& current);
  TakenIds next_;
  std::unordered_map<std::uint8_t, Names> current_;
  std::vector<std::pair<std::string, std::string>> lists_;
  std::unordered_set<std::string> begun_lists_;
  std::uint32_t copies_ = 1;
};

class MergeTarget;
class PackageView;
struct IncludeState;

struct WordRun {
  IdIssuer ids;
  const WordSources& sources;
  const Value& data;
  const Value& functions;  ///< of Word templates
  const RenderLimits& limits;
  IncludeState& includes;
  const PackageView& package;  ///< as it was typed
  const std::vector<PartProgram>& parts;
  PackageEdits edits;
  Diagnostics findings;
  std::array<std::string, k_note_forms.size()> notes;  ///< written anew, for their parts
  std::unique_ptr<MergeTarget> target;                 ///< made when a document is included
  std::size_t budget = 256UL << 20U;                   ///< bytes of one part
};

}  // namespace quyche

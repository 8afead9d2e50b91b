#pragma once
// Whether the commune of a meeting's record was there on the meeting's day, by the units that the
// plugins know; which units stand in its place, or stood there before. For the jobs of meetings.

#include <string>
#include <vector>

#include "district/succession.hpp"
#include "engine/workshop.hpp"
#include "meeting/meeting.hpp"
#include "meeting/rules.hpp"

namespace quyche {

class MeetingUnits {
 public:
  explicit MeetingUnits(Workshop& workshop);

  /// Adds a finding to `report` when the record's commune ended before its day or begins after it.
  /// By code; without one by name, where the record is of the plugins' province. A commune that no
  /// plugin knows is left alone.
  void check(const meeting::Meeting& record, const meeting::Rules& rules, bool english,
             MeetingReport& report) const;

 private:
  [[nodiscard]] std::vector<const Unit*> forms_of(const meeting::Unit& unit) const;
  [[nodiscard]] std::vector<std::string> next_codes(const std::string& code, const std::string& day,
                                                    bool is_gone) const;
  /// The commune with this code on that day; null when there is none.
  [[nodiscard]] const Unit* form_on(const std::string& code, Date day) const;
  [[nodiscard]] std::vector<Text> others(const Unit& form, Date day, bool is_gone) const;

  const Registry& registry_;
  std::string province_;  ///< name without its type
  std::vector<SuccessionLine> lines_;
};

}  // namespace quyche

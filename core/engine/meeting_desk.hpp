#pragma once
// Where records of meetings come in and go out: the rules, the layout of workbook and form, and a
// file of any of the three forms as a meeting. For the jobs about meetings; owns rules and layout,
// refers to the workshop, which must outlive it. Reading is thread safe.

#include <string>

#include "engine/meeting_unit.hpp"
#include "engine/workshop.hpp"
#include "meeting/record/record_file.hpp"

namespace quyche {

class MeetingDesk {
 public:
  explicit MeetingDesk(Workshop& workshop);

  [[nodiscard]] const meeting::Rules& rules() const { return rules_; }
  [[nodiscard]] const meeting::RecordLayout& layout() const { return layout_; }

  /// Throws Error with every finding of the file.
  [[nodiscard]] meeting::RecordFile read(const std::string& file) const;
  [[nodiscard]] meeting::RecordFile parse(const std::string& bytes, const std::string& file) const;
  /// In the form that the ending of `path` names. Throws Error usage.meeting-form, file.*.
  void write(const meeting::Meeting& meeting, const std::string& path);
  /// What the rules and the units of the day say of a record, pointed to where it stands in its
  /// file.
  [[nodiscard]] MeetingReport check(const meeting::RecordFile& record, bool english) const;

 private:
  Workshop& workshop_;
  meeting::Rules rules_;
  meeting::RecordLayout layout_;
  MeetingUnits units_;
};

/// Throws Error usage.meeting-form when the ending names none of the three forms.
void require_record_form(const std::string& path);

}  // namespace quyche

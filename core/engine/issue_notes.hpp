#pragma once
// What is no mistake, but a clerk should know before the papers are signed: days and numbers that
// were chosen for him, blanks that stay empty, legal bases younger than the paper. Gathered over
// all rows of an issue, told in a few lines.

#include <map>
#include <optional>
#include <string>

#include "quyche/diagnostic.hpp"
#include "quyche/district.hpp"

namespace quyche {

class IssueNotes {
 public:
  /// A row as it was given, before anything is chosen for it.
  void see_given(const Values& record, Date day);
  /// The same row completed.
  void see_completed(const Values& record, const LocalRegulation& local, Date day);
  /// Adds the findings about `file`. `given_day`: the day of the command, for rows without one.
  void report(const std::string& file, std::optional<Date> given_day, Diagnostics& found) const;

 private:
  void see_open_fields(const Values& record, const LocalRegulation& local);
  void see_bases(const LocalRegulation& local, Date day);

  std::size_t undated_ = 0;
  std::optional<Date> first_day_;  ///< taken for the first row without one
  std::size_t unnumbered_ = 0;
  std::size_t incomplete_ = 0;
  std::map<std::string, std::size_t> open_;           ///< label of a field → rows
  std::map<std::string, std::size_t> younger_bases_;  ///< text of a basis → rows
};

}  // namespace quyche

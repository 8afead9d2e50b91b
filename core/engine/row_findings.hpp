#pragma once
// What is wrong with the rows of a list: in the order of rows, and no more of it than a person
// reads. For jobs that read a list; owns the findings.

#include <cstddef>
#include <map>
#include <string>

#include "quyche/diagnostic.hpp"

namespace quyche {

class RowFindings {
 public:
  /// `file`: the list.
  explicit RowFindings(std::string file) : file_(std::move(file)) {}
  /// The finding says then which row it is about.
  void add(std::size_t row, Diagnostic finding);
  /// Adds them to `found`, with a note on how many more there are.
  void hand_to(Diagnostics& found) const;

 private:
  std::string file_;
  std::multimap<std::size_t, Diagnostic> by_row_;
  std::size_t errors_kept_ = 0;
  std::size_t others_kept_ = 0;
  std::size_t left_ = 0;
};

}  // namespace quyche

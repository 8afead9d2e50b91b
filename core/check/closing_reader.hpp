#pragma once
// The foot of a paper, piece by piece: recipients, authority, position, signer, column by column.
// Gives each stretch its component. Used by components.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "check/components.hpp"

namespace quyche::check {

class ClosingReader {
 public:
  explicit ClosingReader(const DocumentView& view) : view_(view) {}

  void read(std::vector<Stretch>& stretches);

 private:
  /// What was met last in a column of a table, or outside tables.
  struct Column {
    bool has_recipients = false;
    bool wants_signer = false;
    bool has_position = false;
  };

  [[nodiscard]] static bool names_office(std::string_view text, std::string_view shown,
                                         const Column& column);
  [[nodiscard]] std::string name(const Stretch& stretch, Column& column) const;

  const DocumentView& view_;
  std::map<std::pair<int, int>, Column> columns_;  ///< by table and column
};

/// "T/M CHI BỘ", "TM. ỦY BAN NHÂN DÂN".
[[nodiscard]] bool is_authority(std::string_view text);
/// "BÍ THƯ", "TRƯỞNG THÔN": in capitals, as read.
[[nodiscard]] bool is_position(std::string_view shown);

}  // namespace quyche::check

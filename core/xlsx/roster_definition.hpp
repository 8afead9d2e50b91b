#pragma once
// What a roster looks like, as a file under templates/rosters/ says it: title, columns, choices,
// totals. For the roster job, which fills it, and for imports, which read it back.

#include <optional>
#include <string>
#include <vector>

#include "quyche/values.hpp"

namespace quyche {

struct RosterChoice {
  std::string value;
  std::string label;
  std::string colour;  ///< RRGGBB behind cells with this label; empty: none
};

struct RosterColumn {
  enum class Type { serial, text, integer, date, rate, sum, choice, count };
  std::string name;
  std::string heading;
  Type type = Type::text;
  double width = 12;
  std::string from;  ///< "t.name": where its value stands; empty: nowhere, for people to fill in
  std::string only;  ///< "t.gender=male": shown only for such rows
  std::string note;  ///< of the heading
  /// Of a rate: the two columns it divides; of a count: the first and last column counted.
  std::string part;
  std::string whole;
  std::string equals;  ///< of a count: only cells with this text; empty: all that have any
  std::vector<std::string> parts;  ///< of a sum: names of the columns before it that it adds
  std::vector<std::string> also;   ///< other headings that files use
  std::vector<RosterChoice> choices;
  bool sensitive = false;  ///< left out of the public profile
  bool printed = true;     ///< else outside the page, when nothing printed stands behind it
  bool total = false;      ///< summed in the last row
  bool edit = false;       ///< read back by an import
};

/// A chart below the rows.
struct RosterChart {
  enum class Kind { bar, stacked_bar, column, stacked_column, line };
  Kind kind = Kind::bar;
  std::string title;
  std::string by;               ///< column of the categories
  std::vector<std::string> of;  ///< a series for each of these columns
  double width = 900;           ///< pixels
};

struct RosterDefinition {
  std::string id;    ///< "members"
  std::string code;  ///< "R2"
  std::string title;
  std::string sheet;
  std::string source;  ///< table of the register, or "adoption"
  std::string only;    ///< "is_member=true"; empty: every row
  std::string heading;
  std::string total_label;
  std::string sign_left;
  std::string sign_right;
  std::string timeline_sheet;  ///< name of the sheet of months past; empty: none
  std::string timeline_title;
  int months = 0;       ///< of the timeline
  bool locked = false;  ///< formulas and figures are not to be typed over
  std::vector<RosterChart> charts;
  std::vector<RosterColumn> columns;
};

/// Throws Error with every finding: roster.bad-definition.
[[nodiscard]] RosterDefinition read_roster_definition(std::string bytes, const std::string& file);

/// Adds the columns that a file of local columns (urn:quyche:roster:1, `rosters`) has for this
/// roster, each group before the column it names or last; columns already there stay. Throws Error
/// roster.bad-definition.
void add_local_columns(RosterDefinition& roster, std::string bytes, const std::string& file);

/// What a count column says of a row whose cells these are.
[[nodiscard]] std::size_t counted(const RosterDefinition& roster, const RosterColumn& column,
                                  const std::vector<std::string>& cells);

/// What people read for a value of a column: the label of a choice, else the value itself.
[[nodiscard]] std::string shown_value(const RosterColumn& column, const std::string& value);

/// The columns of a profile: without the sensitive ones unless `full`.
[[nodiscard]] RosterDefinition for_profile(RosterDefinition roster, bool full);

}  // namespace quyche

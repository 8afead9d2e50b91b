#pragma once
// How a meeting's record is laid out as sheets of a workbook and parts of a Word form, as
// templates/meetings/records/layout.xml says: labels, order, lists to choose from. Plain values;
// whoever holds a layout owns all of it. Read once, shared by the writers and the readers.

#include <string>
#include <string_view>
#include <vector>

#include "meeting/meeting.hpp"
#include "meeting/rules.hpp"
#include "quyche/values.hpp"

namespace quyche::meeting {

enum class RecordType { text, paragraphs, day, time, count, flag, choice, names };

/// One value of the record: a line of a sheet of fields, a column of any other.
struct RecordField {
  std::string path;  ///< inside its object, steps parted by dots: "count.yes"
  std::string label;
  std::string hint;
  RecordType type = RecordType::text;
  double width = 20;  ///< letters
  bool is_required = false;
  bool is_apart = false;  ///< in the form: paragraphs under a heading of its own
  std::vector<Choice> choices;
  std::vector<Kind> kinds;  ///< that have it; empty: all
};

/// fields: one line a value; rows: one row an entry of a list; lists: every column a list of its
/// own.
enum class RecordShape { fields, rows, lists };

struct RecordSheet {
  std::string id;
  std::string label;
  std::string guide;
  RecordShape shape = RecordShape::fields;
  std::string list;            ///< of the record: "attendance.people"
  std::string part;            ///< inside an entry of `list`: "discussion"; empty: the entry itself
  bool is_single = false;      ///< `part` is an object, not a list
  std::string parent;          ///< heading of the column with the number of the entry; empty: none
  std::size_t spare = 0;       ///< rows prepared beyond those with values
  std::size_t form_spare = 0;  ///< the same in the form
  std::vector<RecordField> fields;
  std::vector<Kind> kinds;
};

struct RecordLayout {
  std::string title;
  std::string guide;
  std::string list_guide;
  std::string part_word;    ///< "Phần": before the number of a part in the form
  std::string number_word;  ///< heading of the column of numbers
  std::string item_word;    ///< "mục": before the number an apart text belongs to
  std::string choose_word;  ///< what an empty list shows
  std::string yes;
  std::string no;
  std::string lists_label;  ///< the sheet that holds the lists
  std::string bad_value;
  std::vector<RecordSheet> sheets;

  /// The label of a key of the record ("notice_on"); empty when none has it.
  [[nodiscard]] std::string label_of(std::string_view key) const;
};

/// `rules` give the matters a vote may be on. Throws Error xml.*, meeting-record.bad-layout.
[[nodiscard]] RecordLayout read_record_layout(std::string bytes, const std::string& file,
                                              const Rules& rules);

/// A label as it is compared: without the mark of what is required.
[[nodiscard]] std::string label_key(const std::string& label);

[[nodiscard]] bool is_for(const std::vector<Kind>& kinds, Kind kind);
/// What a clerk chooses from: labels of choices, yes and no; empty for other types.
[[nodiscard]] std::vector<std::string> words_of(const RecordLayout& layout,
                                                const RecordField& field);

}  // namespace quyche::meeting

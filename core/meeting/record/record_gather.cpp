// Tables as the record they hold: rows become entries, words of lists the words of JSON.

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "meeting/record/record_table.hpp"

namespace quyche::meeting {
namespace {

/// What stands between line ends, or else between semicolons.
JsonTree split_names(const std::string& text) {
  auto names = JsonTree::array();
  const char mark = text.find('\n') == std::string::npos ? ';' : '\n';
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find(mark, from), text.size());
    if (auto name = squeeze(text.substr(from, end - from)); !name.empty()) {
      names.push_back(std::move(name));
    }
    from = end + 1;
  }
  return names;
}

/// A time of day that a spreadsheet keeps as a part of a day; else the text as it is.
std::string time_of(const std::string& text) {
  constexpr double k_minutes_of_day = 24 * 60;
  if (!text.starts_with("0.")) return text;
  double part = 0;
  const auto* end = text.data() + text.size();
  const auto [after, problem] = std::from_chars(text.data(), end, part);
  if (problem != std::errc() || after != end) return text;
  const auto minutes = static_cast<int>(part * k_minutes_of_day + 0.5);
  const auto padded = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return padded(minutes / 60) + ":" + padded(minutes % 60);
}

bool is_blank(const RecordRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const RecordCell& cell) { return squeeze(cell.text).empty(); });
}

void set(JsonTree& object, const std::string& path, JsonTree value) {
  auto* node = &object;
  for (std::size_t from = 0; from <= path.size();) {
    const auto end = std::min(path.find('.', from), path.size());
    node = &(*node)[path.substr(from, end - from)];
    from = end + 1;
  }
  *node = std::move(value);
}

std::string slashed(std::string path) {
  std::replace(path.begin(), path.end(), '.', '/');
  return path;
}

class Gatherer {
 public:
  Gatherer(const RecordLayout& layout, RecordPlaces& places, Diagnostics& found)
      : layout_(layout), places_(places), found_(found) {}

  JsonTree run(const std::vector<RecordTable>& tables) {
    for (const auto& table : tables) {
      if (table.sheet->part.empty()) take_table(table);
    }
    for (const auto& table : tables) {
      if (!table.sheet->part.empty()) take_parts(table);
    }
    return std::move(record_);
  }

 private:
  void take_table(const RecordTable& table) {
    const auto& sheet = *table.sheet;
    if (sheet.shape == RecordShape::rows) return take_rows(table);
    for (const auto& row : table.rows) {
      for (std::size_t column = 0; column < row.cells.size(); ++column) {
        if (sheet.shape == RecordShape::fields) {
          put(record_, {}, sheet.fields[column], row.cells[column]);
        } else {
          add_to_list(sheet.fields[column], row.cells[column]);
        }
      }
    }
  }

  void add_to_list(const RecordField& field, const RecordCell& cell) {
    const auto text = squeeze(cell.text);
    if (text.empty()) return;
    JsonTree* list = &record_;
    for (const auto& step : {field.path.substr(0, field.path.find('.')),
                             field.path.substr(field.path.find('.') + 1)}) {
      list = &(*list)[step];
    }
    list->push_back(text);
    places_.emplace(slashed(field.path) + "/" + std::to_string(list->size()), cell.place);
  }

  void take_rows(const RecordTable& table) {
    const auto& sheet = *table.sheet;
    auto list = JsonTree::array();
    auto& numbers = numbers_[sheet.list];
    // Where nobody numbers the entries, every row is one.
    const bool is_numbered =
        std::any_of(table.rows.begin(), table.rows.end(),
                    [](const RecordRow& row) { return !squeeze(row.number).empty(); });
    for (const auto& row : table.rows) {
      if (is_blank(row)) continue;
      if (is_numbered && goes_on(sheet, row) && !list.empty()) {
        extend(list.back(), sheet, row);
        continue;
      }
      const auto path = slashed(sheet.list) + "/" + std::to_string(list.size() + 1);
      list.push_back(entry_of(sheet, row, path));
      numbers.emplace_back(squeeze(row.number), list.size() - 1);
    }
    if (!list.empty()) set(record_, sheet.list, std::move(list));
  }

  /// No number, and only long texts: what did not fit into the row above.
  static bool goes_on(const RecordSheet& sheet, const RecordRow& row) {
    if (!squeeze(row.number).empty()) return false;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      const bool is_long = sheet.fields[column].type == RecordType::paragraphs;
      if (!is_long && !squeeze(row.cells[column].text).empty()) return false;
    }
    return true;
  }

  static void extend(JsonTree& entry, const RecordSheet& sheet, const RecordRow& row) {
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      const auto& more = row.cells[column].text;
      if (squeeze(more).empty()) continue;
      const auto& path = sheet.fields[column].path;
      auto& text = entry[path];
      const auto before = text.is_string() ? text.get<std::string>() : std::string();
      text = before.empty() ? more : before + "\n" + more;
    }
  }

  void take_parts(const RecordTable& table) {
    const auto& sheet = *table.sheet;
    std::string above;
    for (const auto& row : table.rows) {
      if (is_blank(row)) continue;
      const auto own = squeeze(row.number);
      const auto& number = own.empty() ? above : own;
      above = number;
      const auto parent = find_parent(sheet, number, row);
      if (!parent) continue;
      auto& entry = (record_[sheet.list])[*parent];
      auto path = sheet.list + "/" + std::to_string(*parent + 1) + "/" + sheet.part;
      if (sheet.is_single && entry.contains(sheet.part)) {
        found_.add({Severity::error,
                    {"meeting-record.twin-part", {sheet.label, number}},
                    row.place,
                    {{"hint.meeting-record.twin-part", {}}}});
      } else if (sheet.is_single) {
        entry[sheet.part] = entry_of(sheet, row, path);
      } else if (own.empty() && goes_on(sheet, row) && entry.contains(sheet.part)) {
        extend(entry[sheet.part].back(), sheet, row);
      } else {
        auto& parts = entry[sheet.part];
        path += "/" + std::to_string(parts.size() + 1);
        parts.push_back(entry_of(sheet, row, path));
      }
    }
  }

  std::optional<std::size_t> find_parent(const RecordSheet& sheet, const std::string& number,
                                         const RecordRow& row) {
    const auto& known = numbers_[sheet.list];
    const auto is_it = [&](const auto& pair) { return pair.first == number; };
    const auto parent = std::find_if(known.begin(), known.end(), is_it);
    const auto count = std::count_if(known.begin(), known.end(), is_it);
    if (!number.empty() && count == 1) return parent->second;
    std::vector<std::string> all;
    for (const auto& pair : known) all.push_back(pair.first);
    found_.add({Severity::error,
                {count > 1 ? "meeting-record.twin-number" : "meeting-record.no-parent",
                 {sheet.parent, number, listed(all)}},
                row.place,
                {{"hint.meeting-record.parent", {label_of(sheet.list)}}}});
    return std::nullopt;
  }

  [[nodiscard]] std::string label_of(const std::string& list) const {
    for (const auto& sheet : layout_.sheets) {
      if (sheet.list == list && sheet.part.empty()) return sheet.label;
    }
    return list;
  }

  JsonTree entry_of(const RecordSheet& sheet, const RecordRow& row, const std::string& path) {
    auto entry = JsonTree::object();
    if (!row.cells.empty()) places_.emplace(path, row.cells.front().place);
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      put(entry, path, sheet.fields[column], row.cells[column]);
    }
    return entry;
  }

  void put(JsonTree& object, const std::string& path, const RecordField& field,
           const RecordCell& cell) {
    places_.emplace((path.empty() ? "" : path + "/") + slashed(field.path), cell.place);
    const auto text = squeeze(cell.text);
    if (text.empty()) return;
    switch (field.type) {
      case RecordType::choice:
        set(object, field.path, choice_of(field, text, cell));
        break;
      case RecordType::flag:
        set(object, field.path, flag_of(text, cell));
        break;
      case RecordType::names:
        set(object, field.path, split_names(cell.text));
        break;
      case RecordType::time:
        set(object, field.path, time_of(text));
        break;
      case RecordType::paragraphs:
        set(object, field.path, cell.text);
        break;
      default:
        set(object, field.path, text);
    }
  }

  std::string choice_of(const RecordField& field, const std::string& text, const RecordCell& cell) {
    const auto key = match_key(text);
    for (const auto& choice : field.choices) {
      if (match_key(choice.label) == key || choice.value == text) return choice.value;
    }
    report_word(text, words_of(layout_, field), cell);
    return field.choices.front().value;  // nothing is made of a record with errors
  }

  bool flag_of(const std::string& text, const RecordCell& cell) {
    const auto key = match_key(text);
    const bool is_yes = key == match_key(layout_.yes) || text == "true" || key == "x";
    const bool is_no = key == match_key(layout_.no) || text == "false";
    if (!is_yes && !is_no) report_word(text, {layout_.yes, layout_.no}, cell);
    return is_yes;
  }

  void report_word(const std::string& text, const std::vector<std::string>& words,
                   const RecordCell& cell) {
    std::vector<Text> hints;
    if (const auto near = nearest(text, words); !near.empty()) {
      hints.push_back({"hint.did-you-mean", {near}});
    }
    found_.add({Severity::error,
                {"meeting.unknown-word", {text, listed(words)}},
                cell.place,
                std::move(hints)});
  }

  const RecordLayout& layout_;
  RecordPlaces& places_;
  Diagnostics& found_;
  JsonTree record_ = JsonTree::object();
  /// Of every list: numbers as typed, with the entry they stand for.
  std::map<std::string, std::vector<std::pair<std::string, std::size_t>>> numbers_;
};

}  // namespace

JsonTree gather_record(const std::vector<RecordTable>& tables, const RecordLayout& layout,
                       RecordPlaces& places, Diagnostics& found) {
  return Gatherer(layout, places, found).run(tables);
}

}  // namespace quyche::meeting

#include "engine/table_lines.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/date.hpp"
#include "base/text.hpp"
#include "model/csv_table.hpp"
#include "model/xlsx_rows.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_heading_rows = 20;

using Json = nlohmann::ordered_json;

std::string heading_key(std::string_view heading) {
  std::string words(heading);
  std::replace(words.begin(), words.end(), '_', ' ');
  return match_key(words);
}

std::string own_name(const std::string& heading) {
  auto name = squeeze(normalise(heading));
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

bool is_blank(const Cell& cell) {
  return cell.kind == Cell::Kind::empty || squeeze(cell.text).empty();
}

std::string joined_names(const std::vector<std::string>& names) {
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

/// Columns of a table by what a template calls them; empty names: a column without heading.
struct Headings {
  std::vector<std::string> names;
  std::size_t known = 0;
  std::size_t end = 0;  ///< rows up to and with the headings
};

class HeadingMatch {
 public:
  explicit HeadingMatch(const std::vector<WantedName>& names) {
    for (const auto& wanted : names) {
      names_.try_emplace(heading_key(wanted.name), wanted.name);
      const auto [twin, is_new] = slugs_.try_emplace(file_slug(wanted.name), wanted.name);
      if (!is_new) twin->second.clear();
    }
  }

  [[nodiscard]] Headings match(const std::vector<Cell>& cells) const {
    Headings found;
    for (const auto& cell : cells) {
      auto name = cell.kind == Cell::Kind::text ? name_of(cell.text) : std::string();
      const bool is_known = !name.empty();
      if (!is_known) name = own_name(cell.text);
      // Of two columns of one name the first has it.
      if (std::find(found.names.begin(), found.names.end(), name) != found.names.end())
        name.clear();
      if (is_known && !name.empty()) ++found.known;
      found.names.push_back(std::move(name));
    }
    return found;
  }

 private:
  /// Empty: no name of the template.
  [[nodiscard]] std::string name_of(const std::string& heading) const {
    if (const auto known = names_.find(heading_key(heading)); known != names_.end()) {
      return known->second;
    }
    const auto bare = slugs_.find(file_slug(heading));
    return bare == slugs_.end() ? std::string() : bare->second;
  }

  std::map<std::string, std::string> names_;
  std::map<std::string, std::string> slugs_;  ///< without tones; empty: of several names
};

/// The row that holds most of the names; of two alike the upper one.
Headings find_headings(CellTable& table, const HeadingMatch& match) {
  Headings best;
  for (std::size_t row = 1; row <= k_heading_rows; ++row) {
    const auto* cells = table.next();
    if (cells == nullptr) break;
    auto found = match.match(*cells);
    if (found.known <= best.known) continue;
    best = std::move(found);
    best.end = row;
  }
  return best;
}

Json value_of(const Cell& cell) {
  switch (cell.kind) {
    case Cell::Kind::number:
      return Json::parse(cell.text, nullptr, false);
    case Cell::Kind::boolean:
      return cell.text == "true";
    case Cell::Kind::date: {
      const auto day = date_from_iso(cell.text);
      return day ? short_date(*day) : cell.text;
    }
    default:
      return cell.text;
  }
}

class TableLines final : public DataLines {
 public:
  TableLines(std::unique_ptr<CellTable> table, Headings headings)
      : table_(std::move(table)), headings_(std::move(headings)) {
    rewind();
  }

  std::optional<DataLine> next() override {
    while (const auto* cells = table_->next()) {
      ++row_;
      if (holds_something(*cells)) return line_of(*cells);
    }
    return std::nullopt;
  }

  std::size_t count() override {
    std::size_t count = 0;
    while (const auto* cells = table_->next()) {
      if (holds_something(*cells)) ++count;
    }
    rewind();
    return count;
  }

 private:
  void rewind() {
    table_->rewind();
    for (row_ = 0; row_ < headings_.end; ++row_) table_->next();
  }

  [[nodiscard]] bool holds_something(const std::vector<Cell>& cells) const {
    for (std::size_t i = 0; i < std::min(cells.size(), headings_.names.size()); ++i) {
      if (!headings_.names[i].empty() && !is_blank(cells[i])) return true;
    }
    return false;
  }

  [[nodiscard]] DataLine line_of(const std::vector<Cell>& cells) const {
    DataLine line{row_, {}, {}};
    auto values = Json::object();
    for (std::size_t i = 0; i < headings_.names.size(); ++i) {
      const auto& name = headings_.names[i];
      if (name.empty()) continue;
      const auto cell = i < cells.size() ? cells[i] : Cell{};
      if (cell.kind == Cell::Kind::error && !line.problem) {
        line.problem = Diagnostic{Severity::error,
                                  {"field.cell-error", {name, cell.text}},
                                  table_->place(i),
                                  {{"hint.cell-error", {}}}};
      }
      values[name] = value_of(cell);
    }
    line.text = values.dump(-1, ' ', false, Json::error_handler_t::replace);
    return line;
  }

  std::unique_ptr<CellTable> table_;
  Headings headings_;
  std::size_t row_ = 0;
};

std::vector<std::unique_ptr<CellTable>> tables_of(const Files& files, const std::string& file) {
  if (lower(file).ends_with(".xlsx")) return sheet_tables(files.read(file), file);
  std::vector<std::unique_ptr<CellTable>> tables;
  tables.push_back(open_csv(files.read(file), file));
  return tables;
}

void check_missing(const Headings& headings, const std::vector<WantedName>& names,
                   const std::string& file) {
  std::vector<std::string> missing;
  for (const auto& wanted : names) {
    const bool is_there = std::find(headings.names.begin(), headings.names.end(), wanted.name) !=
                          headings.names.end();
    if (wanted.is_required && !is_there) missing.push_back(wanted.name);
  }
  if (missing.empty()) return;
  throw Error(Diagnostic{Severity::error,
                         {"render.missing-columns", {joined_names(missing)}},
                         {file, {}, {}, 0, 0},
                         {{"hint.render.columns", {}}}});
}

}  // namespace

bool is_table(const std::string& file) {
  const auto name = lower(file);
  return name.ends_with(".xlsx") || name.ends_with(".csv") || name.ends_with(".tsv");
}

std::unique_ptr<DataLines> open_table_lines(const Files& files, const std::string& file,
                                            const std::vector<WantedName>& names) {
  const HeadingMatch match(names);
  for (auto& table : tables_of(files, file)) {
    auto headings = find_headings(*table, match);
    if (headings.known == 0) continue;
    check_missing(headings, names, file);
    return std::make_unique<TableLines>(std::move(table), std::move(headings));
  }
  std::vector<std::string> all;
  for (const auto& wanted : names) all.push_back(wanted.name);
  throw Error(Diagnostic{Severity::error,
                         {"render.no-header", {std::to_string(k_heading_rows), joined_names(all)}},
                         {file, {}, {}, 0, 0},
                         {{"hint.render.columns", {}}}});
}

}  // namespace quyche

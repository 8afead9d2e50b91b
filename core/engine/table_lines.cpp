#include "engine/table_lines.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/date.hpp"
#include "base/text.hpp"
#include "model/cell_error.hpp"
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
  return cell.kind != Cell::Kind::error && squeeze(cell.text).empty();
}

std::string joined_names(const std::vector<std::string>& names) {
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

/// Columns of a table by what a template calls them.
struct Headings {
  struct Column {
    std::string title;
    std::vector<std::string> names;  ///< those of the template that it answers
    Place place;
    std::string key;   ///< for comparing
    std::string slug;  ///< without tones
  };
  std::vector<Column> columns;
  std::vector<Diagnostic> twins;  ///< names that several columns answer
  std::size_t known = 0;          ///< names of the template that are answered
  std::size_t end = 0;            ///< rows up to and with the headings

  [[nodiscard]] bool answers(const std::string& name) const {
    return std::any_of(columns.begin(), columns.end(), [&](const Column& column) {
      return std::find(column.names.begin(), column.names.end(), name) != column.names.end();
    });
  }
  [[nodiscard]] std::vector<std::string> titles() const {
    std::vector<std::string> all;
    for (const auto& column : columns) {
      if (!column.title.empty()) all.push_back(column.title);
    }
    return all;
  }
};

Headings::Column* first_column(Headings& headings, const std::string& name,
                               std::string Headings::Column::*key, const std::string& wanted) {
  Headings::Column* first = nullptr;
  for (auto& column : headings.columns) {
    if (column.title.empty() || wanted.empty() || column.*key != wanted) continue;
    if (first == nullptr) {
      first = &column;
    } else {
      headings.twins.push_back({Severity::error,
                                {"rows.twin-column", {column.title, name}},
                                column.place,
                                {{"hint.render.twin-column", {first->title}}}});
    }
  }
  return first;
}

Headings match(const CellTable& table, const std::vector<Cell>& cells,
               const std::vector<WantedName>& names) {
  Headings found;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto title = cells[i].kind == Cell::Kind::text ? squeeze(normalise(cells[i].text)) : "";
    auto key = title.empty() ? std::string() : heading_key(title);
    auto slug = title.empty() ? std::string() : file_slug(title);
    found.columns.push_back(
        {std::move(title), {}, table.place(i), std::move(key), std::move(slug)});
  }
  for (const auto& wanted : names) {
    using Column = Headings::Column;
    const auto key = heading_key(wanted.name);
    auto* column = first_column(found, wanted.name, &Column::key, key);
    if (column == nullptr) {
      column = first_column(found, wanted.name, &Column::slug, file_slug(wanted.name));
    }
    if (column == nullptr) continue;
    column->names.push_back(wanted.name);
    ++found.known;
  }
  return found;
}

/// The row that holds most of the names; of two alike the upper one.
Headings find_headings(CellTable& table, const std::vector<WantedName>& names) {
  Headings best;
  for (std::size_t row = 1; row <= k_heading_rows; ++row) {
    const auto* cells = table.next();
    if (cells == nullptr) break;
    auto found = match(table, *cells, names);
    if (found.known <= best.known) continue;
    best = std::move(found);
    best.end = row;
  }
  return best;
}

Json value_of(const Cell& cell) {
  switch (cell.kind) {
    case Cell::Kind::number: {
      auto number = Json::parse(cell.text, nullptr, false);
      return number.is_discarded() ? Json(cell.text) : number;
    }
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

  /// In a column that the template asks for: a total or a signature below the list is no row.
  [[nodiscard]] bool holds_something(const std::vector<Cell>& cells) const {
    for (std::size_t i = 0; i < std::min(cells.size(), headings_.columns.size()); ++i) {
      if (!headings_.columns[i].names.empty() && !is_blank(cells[i])) return true;
    }
    return false;
  }

  [[nodiscard]] DataLine line_of(const std::vector<Cell>& cells) const {
    DataLine line{row_, {}, {}};
    auto values = Json::object();
    for (std::size_t i = 0; i < headings_.columns.size(); ++i) {
      const auto& column = headings_.columns[i];
      const auto cell = i < cells.size() ? cells[i] : Cell{};
      if (cell.kind == Cell::Kind::error && !column.names.empty() && !line.problem) {
        line.problem = cell_error(cell, column.title, table_->place(i));
      }
      for (const auto& name : column.names) values[name] = value_of(cell);
      if (!column.title.empty()) values.emplace(own_name(column.title), value_of(cell));
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

void check(const Headings& headings, const std::vector<WantedName>& names,
           const std::string& file) {
  if (!headings.twins.empty()) throw Error(headings.twins);
  std::vector<std::string> missing;
  std::vector<Text> hints;
  const auto titles = headings.titles();
  for (const auto& wanted : names) {
    if (!wanted.is_required || headings.answers(wanted.name)) continue;
    missing.push_back(wanted.name);
    if (const auto near = nearest(wanted.name, titles); !near.empty()) {
      hints.push_back({"hint.did-you-mean", {near}});
    }
  }
  if (missing.empty()) return;
  hints.push_back({"hint.render.columns", {}});
  const auto row = std::to_string(headings.end);
  throw Error(
      Diagnostic{Severity::error,
                 {"render.missing-columns", {joined_names(missing), row, joined_names(titles)}},
                 {file, {}, {}, 0, 0},
                 std::move(hints)});
}

}  // namespace

bool is_table(const std::string& file) {
  const auto name = lower(file);
  return name.ends_with(".xlsx") || name.ends_with(".csv") || name.ends_with(".tsv");
}

bool is_other_file(const std::string& file) {
  constexpr std::array<std::string_view, 9> k_others{".xls",  ".xlsm", ".xlsb", ".ods", ".doc",
                                                     ".docx", ".pdf",  ".txt",  ".zip"};
  const auto name = lower(file);
  return std::any_of(k_others.begin(), k_others.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

std::unique_ptr<DataLines> open_table_lines(const Files& files, const std::string& file,
                                            const std::vector<WantedName>& names) {
  for (auto& table : tables_of(files, file)) {
    auto headings = find_headings(*table, names);
    if (headings.known == 0) continue;
    check(headings, names, file);
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

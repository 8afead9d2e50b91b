#include "register/roster_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/number.hpp"

namespace quyche {
namespace {

using Type = RosterColumn::Type;
constexpr std::string_view k_formula_signs = "=+-@\t";
constexpr std::size_t k_longest_number = 15;

bool is_formula_like(std::string_view text) {
  // "-" alone empties a field.
  return text.size() > 1 && k_formula_signs.find(text.front()) != std::string_view::npos;
}

std::string csv_cell(const std::string& given) {
  const auto text = is_formula_like(given) ? "'" + given : given;
  if (text.find_first_of(",;\"\r\n\t") == std::string::npos) return text;
  std::string out = "\"";
  for (const char sign : text) {
    if (sign == '"') out += '"';
    out += sign;
  }
  return out + '"';
}

std::optional<std::int64_t> whole_number(const std::string& text) {
  const bool digits = !text.empty() && text.size() <= k_longest_number &&
                      text.find_first_not_of("0123456789") == std::string::npos;
  return digits ? std::optional<std::int64_t>(std::stoll(text)) : std::nullopt;
}

// The cells of a roster, with what its workbook would compute.
class LineCells {
 public:
  explicit LineCells(const RosterDefinition& roster) : roster_(roster) {}

  [[nodiscard]] std::string seen(const RosterCells& cells, std::size_t column,
                                 std::size_t serial) const {
    const auto& about = roster_.columns[column];
    if (about.type == Type::serial) return std::to_string(serial);
    if (about.type == Type::count) return std::to_string(counted(roster_, about, cells));
    if (about.type != Type::rate) return cells[column];
    const auto part = number_of(cells, about.part);
    const auto whole = number_of(cells, about.whole);
    return part && whole && *whole > 0 ? percentage(*part, *whole) : std::string();
  }

 private:
  [[nodiscard]] std::optional<std::int64_t> number_of(const RosterCells& cells,
                                                      const std::string& name) const {
    for (std::size_t i = 0; i < roster_.columns.size(); ++i) {
      const auto& about = roster_.columns[i];
      if (about.name != name) continue;
      if (about.type == Type::count) {
        return static_cast<std::int64_t>(counted(roster_, about, cells));
      }
      return whole_number(cells[i]);
    }
    return std::nullopt;
  }

  const RosterDefinition& roster_;
};

nlohmann::ordered_json json_value(const RosterColumn& column, const std::string& seen) {
  if (column.type == Type::integer || column.type == Type::count) {
    if (const auto number = whole_number(seen)) return *number;
  }
  const auto choice = std::find_if(column.choices.begin(), column.choices.end(),
                                   [&](const auto& known) { return known.label == seen; });
  return choice == column.choices.end() ? seen : choice->value;
}

}  // namespace

RosterWritten write_roster_csv(const RosterDefinition& roster, const RosterRows& rows,
                               const TakeBytes& take) {
  std::string line = "\xEF\xBB\xBF";
  const auto end_line = [&] {
    line.back() = '\n';
    take(line);
    line.clear();
  };
  for (const auto& column : roster.columns) line += csv_cell(column.heading) + ",";
  end_line();
  RosterWritten written;
  const LineCells values(roster);
  rows([&](const RosterCells& cells) {
    ++written.rows;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      line += csv_cell(values.seen(cells, i, written.rows)) + ",";
    }
    end_line();
  });
  return written;
}

RosterWritten write_roster_json(const RosterDefinition& roster, const RosterRows& rows,
                                const TakeBytes& take) {
  take("{\"records\": [");
  RosterWritten written;
  const LineCells values(roster);
  rows([&](const RosterCells& cells) {
    auto record = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto& column = roster.columns[i];
      const auto seen = values.seen(cells, i, written.rows + 1);
      if (column.type != Type::serial && !seen.empty()) {
        record[column.name] = json_value(column, seen);
      }
    }
    take((written.rows == 0 ? "\n" : ",\n") +
         record.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    ++written.rows;
  });
  take("\n]}\n");
  return written;
}

std::string_view without_guard(std::string_view text) {
  const bool guarded = text.size() > 2 && text.front() == '\'' && is_formula_like(text.substr(1));
  return guarded ? text.substr(1) : text;
}

}  // namespace quyche

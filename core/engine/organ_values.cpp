#include "engine/organ_values.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "paper/value_map.hpp"

namespace quyche {
namespace {

constexpr const char* k_organs = "organs.tsv";
constexpr std::size_t k_columns = 7;

using Line = std::vector<std::string>;

Line split(std::string_view line) {
  Line cells(1);
  for (const char sign : line) {
    if (sign == '\t') {
      cells.emplace_back();
    } else {
      cells.back() += sign;
    }
  }
  return cells;
}

std::string path_of(Workshop& workshop, const std::string& table) {
  return workshop.options().data_folder + k_reports_folder + table;
}

std::vector<Line> read_table(Workshop& workshop, const std::string& name) {
  const auto table = workshop.files().read(path_of(workshop, name));
  std::vector<Line> lines;
  for (std::string_view rest = table; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    if (auto cells = split(rest.substr(0, end)); cells.size() == k_columns) {
      lines.push_back(std::move(cells));
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return lines;
}

[[noreturn]] void refuse(Workshop& workshop, const std::string& type, const std::string& table) {
  throw Error(Diagnostic{
      Severity::error, {"report.no-organ", {type}}, {path_of(workshop, table), {}, {}, 0, 0}, {}});
}

std::string filled(std::string text, const std::string& name, const std::string& above) {
  for (const auto& [mark, value] : {std::pair{"{0}", name}, {"{1}", above}}) {
    if (const auto at = text.find(mark); at != std::string::npos) text.replace(at, 3, value);
  }
  return text;
}

}  // namespace

Value organ_value(Workshop& workshop, const Organ& organ, const std::string& table) {
  const auto& [type, name, above, title] = organ;
  for (const auto& line : read_table(workshop, table)) {
    if (line[0] != type) continue;
    ValueMapBuilder values;
    values.text("title", title).text("superior", filled(line[1], name, above));
    values.text("issuer", filled(line[2], name, above)).text("symbol", line[3]);
    values.text("authority", line[4]).text("position", line[5]);
    return values.text("recipient", filled(line[6], name, above)).take();
  }
  refuse(workshop, type, table);
}

Value organ_value(Workshop& workshop, const std::string& title, const std::string& above) {
  const auto folded = lower(title);
  std::string type;
  for (const auto& line : read_table(workshop, k_organs)) {
    const bool fits = folded.starts_with(line[0] + " ") && line[0].size() > type.size();
    if (fits) type = line[0];
  }
  if (type.empty()) refuse(workshop, title, k_organs);
  return organ_value(workshop, {type, title.substr(type.size() + 1), above, title});
}

}  // namespace quyche

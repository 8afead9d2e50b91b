#include "xlsx/number_format.hpp"

#include <charconv>
#include <cmath>
#include <map>

#include "base/xml_scanner.hpp"

namespace quyche {
namespace {

constexpr double k_past_last_day = 2958466;  // serial of 1/1/10000

// ECMA-376 part 1, 18.8.30: 14–22 and 45–47 everywhere; 27–36 and 50–58 in East Asian editions.
bool is_builtin_date(int format) {
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) ||
         (format >= 45 && format <= 47) || (format >= 50 && format <= 58);
}

int whole_number(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Takes a quoted, bracketed or escaped piece off the front: it shows no part of a day.
bool drop_literal(std::string_view& code) {
  const char first = code.front();
  std::size_t length = 0;
  if (first == '"') length = code.find('"', 1);
  if (first == '[') length = code.find(']');
  if (first == '\\' || first == '_' || first == '*') length = 1;
  if (length == 0) return false;
  code.remove_prefix(length >= code.size() ? code.size() : length + 1);
  return true;
}

}  // namespace

bool is_date_format(std::string_view code) {
  bool has_day_or_year = false;
  bool has_month = false;
  bool has_time = false;
  if (code == "General") return false;
  while (!code.empty() && code.front() != ';') {
    if (drop_literal(code)) continue;
    const char letter = static_cast<char>(code.front() | 0x20);
    has_day_or_year |= letter == 'd' || letter == 'y';
    has_month |= letter == 'm';
    has_time |= letter == 'h' || letter == 's';
    code.remove_prefix(1);
  }
  return has_day_or_year || (has_month && !has_time);
}

std::vector<bool> read_date_formats(std::string_view styles, const std::string& place) {
  std::map<int, bool> custom;
  std::vector<bool> formats;
  bool in_cell_formats = false;
  XmlScanner scanner(styles, place);
  for (auto token = scanner.next(); token != XmlScanner::Token::done; token = scanner.next()) {
    if (token == XmlScanner::Token::text) continue;
    const auto name = scanner.local_name();
    const bool starts = token == XmlScanner::Token::start;
    if (name == "cellXfs" && scanner.depth() == 2) in_cell_formats = starts;
    if (!starts) continue;
    if (name == "numFmt") {
      custom[whole_number(scanner.attribute("numFmtId"), -1)] =
          is_date_format(unescaped(scanner.attribute("formatCode")));
    } else if (name == "xf" && in_cell_formats) {
      const int format = whole_number(scanner.attribute("numFmtId"), 0);
      const auto known = custom.find(format);
      formats.push_back(known != custom.end() ? known->second : is_builtin_date(format));
    }
  }
  return formats;
}

std::optional<Date> date_of_serial(double serial, DateSystem system) {
  using std::chrono::sys_days;
  if (!(serial >= 0 && serial < k_past_last_day)) return std::nullopt;
  const auto days = std::chrono::days(static_cast<int>(std::floor(serial)));
  if (system == DateSystem::from_1904) {
    return Date(
        sys_days(Date(std::chrono::year(1904), std::chrono::month(1), std::chrono::day(1))) + days);
  }
  if (days.count() == 0 || days.count() == 60) return std::nullopt;
  const Date origin(std::chrono::year(1899), std::chrono::month(12),
                    std::chrono::day(days.count() < 60 ? 31 : 30));
  return Date(sys_days(origin) + days);
}

}  // namespace quyche

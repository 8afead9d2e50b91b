#include "xlsx/cell_scanner.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/date.hpp"
#include "base/xml_scanner.hpp"
#include "quyche/diagnostic.hpp"
#include "xlsx/cell_text.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_most_rows = 1'048'576;
constexpr std::size_t k_most_columns = 16'384;

std::optional<std::size_t> count(std::string_view digits, std::size_t most) {
  std::size_t value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = result.ec == std::errc() && result.ptr == digits.data() + digits.size();
  return whole && value >= 1 && value <= most ? std::optional(value - 1) : std::nullopt;
}

// "C5" → row 4, column 2.
std::optional<CellPosition> position(std::string_view name) {
  std::size_t column = 0;
  while (!name.empty() && name.front() >= 'A' && name.front() <= 'Z' && column <= k_most_columns) {
    column = column * 26 + static_cast<std::size_t>(name.front() - 'A') + 1;
    name.remove_prefix(1);
  }
  const auto row = count(name, k_most_rows);
  if (!row || column == 0 || column > k_most_columns) return std::nullopt;
  return CellPosition{*row, column - 1};
}

// Excel shows 15 significant digits; what a double adds past them (0.30000000000000004) is noise.
std::string shortest(double value) {
  std::array<char, 400> text{};
  auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                           std::chars_format::scientific, 14);
  double rounded = 0;
  std::from_chars(text.data(), end.ptr, rounded);
  if (rounded == 0) return "0";
  end = std::to_chars(text.data(), text.data() + text.size(), rounded, std::chars_format::fixed);
  return {text.data(), end.ptr};
}

bool is_plain_integer(std::string_view text) {
  if (text.empty() || text.size() > 15 || (text.size() > 1 && text.front() == '0')) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return byte >= '0' && byte <= '9'; });
}

std::size_t count_from_zero(std::string_view digits) {
  std::size_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

Cell text_cell(std::string text) {
  if (text.empty()) return {};
  return {Cell::Kind::text, std::move(text)};
}

}  // namespace

bool CellScanner::next() {
  using Token = XmlScanner::Token;
  for (Token token = scanner_.next(); token != Token::done; token = scanner_.next()) {
    if (token != Token::start) continue;
    const auto name = scanner_.local_name();
    const std::size_t depth = scanner_.depth();
    if (depth == 2) in_data_ = name == "sheetData";
    if (depth == 3 && in_data_ && name == "row") start_row();
    if (depth == 3 && name == "mergeCell") merge();
    if (depth == 4 && in_data_ && name == "c" && read_cell()) return true;
  }
  return false;
}

void CellScanner::start_row() {
  const auto number = scanner_.attribute("r");
  const auto row = number.empty() ? next_row_ : count(number, k_most_rows);
  if (!row || *row >= k_most_rows) refuse(std::string(number));
  next_ = {*row, 0};
  next_row_ = *row + 1;
}

bool CellScanner::read_cell() {
  std::string_view name;
  std::string_view style;
  type_.clear();
  for (const auto& [attribute, value] : scanner_.attributes()) {
    if (attribute == "r") name = value;
    if (attribute == "s") style = value;
    if (attribute == "t") type_ = value;
  }
  if (!name.empty()) {
    const auto named = position(name);
    if (!named) refuse(std::string(name));
    next_ = *named;
  }
  at_ = next_;
  if (at_.column >= k_most_columns) refuse(cell_name(at_.row, at_.column));
  format_ = style.empty() ? 0 : count_from_zero(style);
  cell_ = read_content();
  if (lacks_result()) cell_.kind = Cell::Kind::error;
  ++next_.column;
  return cell_.kind != Cell::Kind::empty;
}

// Up to the end of the cell: <v>, or <is>; a formula's own text is passed over.
Cell CellScanner::read_content() {
  Cell cell;
  is_formula_ = false;
  for (;;) {
    const auto token = scanner_.next();
    if (token == XmlScanner::Token::end && scanner_.depth() == 4) return cell;
    if (token != XmlScanner::Token::start || scanner_.depth() != 5) continue;
    is_formula_ = is_formula_ || scanner_.local_name() == "f";
    if (scanner_.local_name() == "is") {
      cell = text_cell(read_string(scanner_));
    } else if (scanner_.local_name() == "v") {
      raw_.clear();
      while (scanner_.next() == XmlScanner::Token::text) scanner_.append_text(raw_);
      cell = value_cell();
    }
  }
}

// What a program wrote has none before a spreadsheet program has saved it; of some it is "".
bool CellScanner::lacks_result() const {
  return is_formula_ && cell_.kind == Cell::Kind::empty && type_ != "str";
}

Cell CellScanner::value_cell() {
  if (raw_.empty()) return {};
  if (type_ == "s") {
    const auto index = is_plain_integer(raw_) ? count_from_zero(raw_) : tables_.strings.size();
    if (index >= tables_.strings.size()) refuse(cell_name(at_.row, at_.column));
    return text_cell(tables_.strings[index]);
  }
  if (type_ == "str" || type_ == "inlineStr") return text_cell(cell_text(raw_));
  if (type_ == "b") return {Cell::Kind::boolean, raw_ == "0" ? "false" : "true"};
  if (type_ == "e") return {Cell::Kind::error, cell_text(raw_)};
  if (type_ == "d") {
    const auto day = date_from_iso(std::string_view(raw_).substr(0, 10));
    if (!day) refuse(cell_name(at_.row, at_.column));
    return {Cell::Kind::date, iso(*day)};
  }
  return number_cell();
}

Cell CellScanner::number_cell() {
  const bool is_date = format_ < tables_.date_formats.size() && tables_.date_formats[format_];
  if (!is_date && is_plain_integer(raw_)) return {Cell::Kind::number, raw_};
  double value = 0;
  const char* end = raw_.data() + raw_.size();
  const auto result = std::from_chars(raw_.data(), end, value);
  if (result.ec != std::errc() || result.ptr != end || !std::isfinite(value)) {
    refuse(cell_name(at_.row, at_.column));
  }
  if (is_date) {
    if (const auto day = date_of_serial(value, tables_.date_system)) {
      return {Cell::Kind::date, iso(*day)};
    }
  }
  return {Cell::Kind::number, shortest(value)};
}

void CellScanner::merge() {
  const auto range = scanner_.attribute("ref");
  const auto colon = std::min(range.find(':'), range.size());
  const auto first = position(range.substr(0, colon));
  const auto last = colon == range.size() ? first : position(range.substr(colon + 1));
  if (!first || !last) refuse(std::string(range));
  merged_.push_back({*first, *last});
}

void CellScanner::refuse(const std::string& name) const {
  Place place;
  place.file = tables_.file;
  place.steps = {{PlaceStep::Kind::sheet, sheet_}, {PlaceStep::Kind::cell, name}};
  throw Error(
      Diagnostic{Severity::error, {"xlsx.bad-cell", {name}}, place, {{"hint.xlsx.bad-cell", {}}}});
}

}  // namespace quyche

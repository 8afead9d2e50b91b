#include "model/imported_table.hpp"

#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/canonical_value.hpp"
#include "model/csv_table.hpp"
#include "model/table_rows.hpp"
#include "model/xlsx_rows.hpp"

namespace quyche {
namespace {

// Windows-1252 from 0x80 to 0x9F; the five bytes it leaves out stand for themselves.
constexpr std::array<std::uint32_t, 32> k_windows_1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

constexpr std::size_t k_looked_at = 20'000;

bool has_utf16_mark(const std::string& bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

// What an old program wrote: one byte a letter, not marked in any way.
std::string from_windows_1252(const std::string& bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 4);
  for (const char sign : bytes) {
    const auto byte = static_cast<unsigned char>(sign);
    const bool is_special = byte >= 0x80 && byte < 0xA0;
    append_utf8(out, is_special ? k_windows_1252.at(byte - 0x80U) : byte);
  }
  return out;
}

std::string encoding_option(LegacyEncoding encoding) {
  return encoding == LegacyEncoding::tcvn3 ? "tcvn3" : "vni";
}

std::vector<std::unique_ptr<CellTable>> tables_of(const std::string& bytes,
                                                  const std::string& file) {
  if (lower(file).ends_with(".xlsx")) return sheet_tables(bytes, file);
  std::vector<std::unique_ptr<CellTable>> tables;
  tables.push_back(open_csv(bytes, file));
  return tables;
}

std::unique_ptr<ImportedTable> with_headings(const std::string& bytes, const std::string& file,
                                             const std::vector<Field>& fields,
                                             std::optional<LegacyEncoding> encoding) {
  const HeaderMatch match(fields);
  for (auto& table : tables_of(bytes, file)) {
    auto imported = std::make_unique<ImportedTable>(std::move(table), encoding, fields);
    auto header = find_header(*imported, match);
    if (header.end == 0) continue;
    imported->keep_headings(std::move(header.cells));
    return imported;
  }
  return nullptr;
}

[[noreturn]] void ask_for_encoding(LegacyEncoding encoding, const std::string& file) {
  throw Error(Diagnostic{Severity::error,
                         {"rows.legacy-file", {encoding_name(encoding)}},
                         {file, {}, {}, 0, 0},
                         {{"hint.from-encoding", {encoding_option(encoding)}}}});
}

}  // namespace

ImportedTable::ImportedTable(std::unique_ptr<CellTable> table,
                             std::optional<LegacyEncoding> encoding,
                             const std::vector<Field>& fields)
    : table_(std::move(table)), encoding_(encoding) {
  for (const auto& field : fields) labels_.insert(match_key(field.label));
}

const std::vector<Cell>* ImportedTable::next() {
  const auto* cells = table_->next();
  if (cells == nullptr) return nullptr;
  last_ = cells;
  if (!encoding_) return cells;
  converted_ = *cells;
  for (auto& cell : converted_) {
    const bool is_text = cell.kind == Cell::Kind::text;
    if (!is_text || labels_.count(match_key(squeeze(normalise(cell.text)))) > 0) continue;
    cell.text = from_legacy(cell.text, *encoding_);
  }
  last_ = &converted_;
  return last_;
}

std::unique_ptr<ImportedTable> open_imported_table(std::string bytes, const std::string& file,
                                                   const std::vector<Field>& fields,
                                                   std::optional<LegacyEncoding> encoding) {
  const auto name = lower(file);
  const bool is_csv = name.ends_with(".csv") || name.ends_with(".tsv");
  if (!is_csv && !name.ends_with(".xlsx")) return nullptr;
  const bool one_byte = is_csv && !is_utf8(bytes) && !has_utf16_mark(bytes);
  if (one_byte) {
    auto text = from_windows_1252(bytes);
    const auto legacy = detect_legacy(std::string_view(text).substr(0, k_looked_at));
    if (!encoding && legacy) ask_for_encoding(*legacy, file);
    if (encoding) bytes = std::move(text);
  }
  if (auto table = with_headings(bytes, file, fields, encoding)) return table;
  for (const auto other : {LegacyEncoding::tcvn3, LegacyEncoding::vni}) {
    if (!encoding && with_headings(bytes, file, fields, other) != nullptr) {
      ask_for_encoding(other, file);
    }
  }
  refuse_headless(file);
}

}  // namespace quyche

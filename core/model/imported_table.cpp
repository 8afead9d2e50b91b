#include "model/imported_table.hpp"

#include "base/text.hpp"
#include "model/canonical_value.hpp"
#include "model/csv_table.hpp"
#include "model/table_rows.hpp"
#include "model/text_source.hpp"
#include "model/xlsx_rows.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_looked_at = 20'000;

// A file, opened once for every look at it.
class GivenFile {
 public:
  GivenFile(const OpenBytes& open, std::string name) : open_(open), name_(std::move(name)) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool is_csv() const { return ends_with(".csv") || ends_with(".tsv"); }
  [[nodiscard]] bool is_workbook() const { return ends_with(".xlsx"); }
  /// Neither UTF-8 nor UTF-16.
  [[nodiscard]] bool is_one_byte() const {
    const auto bytes = open_();
    return !is_utf8(*bytes) && !has_utf16_mark(*bytes);
  }
  /// Its first letters, read as one byte each.
  [[nodiscard]] std::string legacy_start() const {
    std::string text;
    windows_1252_text(open_())->read(text, k_looked_at);
    return text.substr(0, k_looked_at);
  }
  /// `one_byte`: to be read as one byte a letter.
  [[nodiscard]] std::vector<std::unique_ptr<CellTable>> tables(bool one_byte) const {
    if (is_workbook()) return sheet_tables(all_bytes(*open_()), name_);
    std::vector<std::unique_ptr<CellTable>> tables;
    tables.push_back(open_csv(one_byte ? windows_1252_text(open_()) : open_(), name_));
    return tables;
  }

 private:
  [[nodiscard]] bool ends_with(std::string_view ending) const {
    return lower(name_).ends_with(ending);
  }

  const OpenBytes& open_;
  std::string name_;
};

std::string encoding_option(LegacyEncoding encoding) {
  return encoding == LegacyEncoding::tcvn3 ? "tcvn3" : "vni";
}

std::unique_ptr<ImportedTable> with_headings(const GivenFile& file, bool one_byte,
                                             const std::vector<Field>& fields,
                                             std::optional<LegacyEncoding> encoding) {
  const HeaderMatch match(fields);
  for (auto& table : file.tables(one_byte)) {
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

std::unique_ptr<ImportedTable> open_imported_table(const OpenBytes& open, const std::string& name,
                                                   const std::vector<Field>& fields,
                                                   std::optional<LegacyEncoding> encoding) {
  const GivenFile file(open, name);
  if (!file.is_csv() && !file.is_workbook()) return nullptr;
  const bool one_byte = file.is_csv() && file.is_one_byte();
  if (one_byte && !encoding) {
    if (const auto legacy = detect_legacy(file.legacy_start())) ask_for_encoding(*legacy, name);
  }
  const bool is_named = one_byte && encoding;
  if (auto table = with_headings(file, is_named, fields, encoding)) return table;
  for (const auto other : {LegacyEncoding::tcvn3, LegacyEncoding::vni}) {
    if (!encoding && with_headings(file, false, fields, other) != nullptr) {
      ask_for_encoding(other, name);
    }
  }
  refuse_headless(name);
}

}  // namespace quyche

#include "xlsx/sheet_insert.hpp"

#include <algorithm>
#include <charconv>

#include "base/archive_file.hpp"
#include "base/environment.hpp"
#include "xlsx/workbook_reader.hpp"

namespace quyche {
namespace {

// Where the row after the head row begins; the library writes rows in their order.
std::size_t end_of_row(const std::string& xml, lxw_row_t row) {
  constexpr std::string_view k_end = "</row>";
  const auto start = xml.find("<row r=\"" + std::to_string(row + 1) + "\"");
  return xml.find(k_end, start) + k_end.size();
}

// The cells the sheet says it has; without totals and signatures it knows the head alone.
void widen_dimension(std::string& xml, const RowStream& rows) {
  const auto end = xml.find("\"/>", xml.find("<dimension ref="));
  const auto digits = xml.find_last_not_of("0123456789", end - 1) + 1;
  std::size_t last = 0;
  std::from_chars(xml.data() + digits, xml.data() + end, last);
  if (last > rows.last_row()) return;
  const auto start = xml.rfind('"', end - 1) + 1;
  xml.replace(start, end - start, "A1:" + cell_name(rows.last_row(), rows.last_column()));
}

void write_sheet(ArchiveFile& out, const ArchiveEntry& entry, const InsertedRows& inserted,
                 const std::string& path) {
  auto xml = unpack(entry, path);
  auto& rows = *inserted.rows;
  widen_dimension(xml, rows);
  const auto at = end_of_row(xml, inserted.head_row);
  std::string before;
  std::string after;
  DeflateStream head;
  head.write(std::string_view(xml).substr(0, at), before, DeflateStream::End::byte);
  DeflateStream tail;
  tail.write(std::string_view(xml).substr(at), after, DeflateStream::End::all);
  out.begin(entry.name, head.sum().then(rows.sum()).then(tail.sum()));
  out.append(before);
  rows.read_packed([&](std::string_view piece) { out.append(piece); });
  out.append(after);
}

}  // namespace

void insert_rows(const std::string& path, const std::vector<InsertedRows>& inserted) {
  const auto entries = read_archive(DiskFiles().read(path), path);
  ArchiveFile out(path);
  for (const auto& entry : entries) {
    const auto found =
        std::find_if(inserted.begin(), inserted.end(), [&](const InsertedRows& rows) {
          return entry.name == "xl/worksheets/sheet" + std::to_string(rows.sheet) + ".xml";
        });
    if (found == inserted.end() || found->rows->last_row() == 0) {
      out.add(entry);
    } else {
      write_sheet(out, entry, *found, path);
    }
  }
  out.close();
}

}  // namespace quyche

#include "xlsx/book.hpp"

#include <ctime>
#include <mutex>

#include "quyche/diagnostic.hpp"

namespace quyche {
namespace {

constexpr double k_row_height = 16.5;  // one line of 12 point
constexpr double k_margin = 0.6;       // inches, above and below
constexpr double k_side_margin = 0.4;
constexpr const char* k_font = "Times New Roman";
constexpr std::uint8_t k_roman = 1;  // fonts of this kind may take its place
constexpr int k_noon = 12;           // no time zone turns it into another day

}  // namespace

Book::Book(const std::string& path) : path_(path) {
  book_.reset(workbook_new(path.c_str()));
  if (!book_) refuse(LXW_ERROR_MEMORY_MALLOC_FAILED);
  // Widths of columns are counted in digits of the first look; the library's own font is at hand on
  // few machines, and elsewhere columns and pages would be wider than meant.
  auto* usual = STAILQ_FIRST(book_->formats);
  format_set_font_name(usual, k_font);
  format_set_font_family(usual, k_roman);
  title_ = look(14, true);
  line_ = look(12, false);
  format_set_italic(line_);
  head_ = look(12, true);
  format_set_align(head_, LXW_ALIGN_CENTER);
  format_set_border(head_, LXW_BORDER_THIN);
  format_set_text_wrap(head_);
  format_set_bg_color(head_, 0xE7EEF7);
  key_ = look(9, false);
  cells_ = looks(true);
  columns_ = looks(false);
}

lxw_format* Book::look(double size, bool bold) {
  auto* made = workbook_add_format(book_.get());
  format_set_font_name(made, k_font);
  format_set_font_size(made, size);
  if (bold) format_set_bold(made);
  format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
  return made;
}

Book::Looks Book::looks(bool bordered) {
  const auto made = [&](const char* number_format) {
    auto* out = look(12, false);
    format_set_num_format(out, number_format);
    if (!bordered) return out;
    format_set_border(out, LXW_BORDER_THIN);
    format_set_text_wrap(out);
    return out;
  };
  return {made("@"), made("dd/mm/yyyy"), made("0")};
}

lxw_format* Book::Looks::of(FieldType type) const {
  if (type == FieldType::date) return date;
  return type == FieldType::integer ? whole : text;
}

lxw_chart* Book::add_chart(lxw_chart_type type) {
  return workbook_add_chart(book_.get(), static_cast<std::uint8_t>(type));
}

lxw_format* Book::cell(FieldType type) const { return cells_.of(type); }

lxw_format* Book::column(FieldType type) const { return columns_.of(type); }

lxw_worksheet* Book::add_sheet(const std::string& name) {
  auto* sheet = workbook_add_worksheet(book_.get(), name.c_str());
  if (sheet == nullptr) refuse(LXW_ERROR_INVALID_SHEETNAME_CHARACTER);
  ++sheets_;
  worksheet_set_default_row(sheet, k_row_height, LXW_FALSE);
  return sheet;
}

void Book::set_properties(const std::string& title, Date created) {
  std::string shown = title;
  std::string author = "quyche";
  lxw_doc_properties properties{};
  properties.title = shown.data();
  properties.author = author.data();
  std::tm day{};
  day.tm_year = static_cast<int>(created.year()) - 1900;
  day.tm_mon = static_cast<int>(static_cast<unsigned>(created.month())) - 1;
  day.tm_mday = static_cast<int>(static_cast<unsigned>(created.day()));
  day.tm_hour = k_noon;
  properties.created = timegm(&day);
  workbook_set_properties(book_.get(), &properties);
}

void Book::close() {
  // The library writes the day by gmtime(), whose answer all threads share.
  static std::mutex one_at_a_time;
  const std::scoped_lock lock(one_at_a_time);
  const auto problem = workbook_close(book_.release());
  if (problem != LXW_NO_ERROR) refuse(problem);
}

void Book::refuse(lxw_error reason) const {
  throw Error(Diagnostic{Severity::error,
                         {"xlsx.write-failed", {lxw_strerror(reason)}},
                         {path_, {}, {}, 0, 0},
                         {{"hint.check-disk", {}}}});
}

void set_page(lxw_worksheet* sheet, bool landscape, int pages) {
  worksheet_set_paper(sheet, 9);  // A4
  if (landscape) worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, static_cast<std::uint16_t>(pages), 0);
  worksheet_set_margins(sheet, k_side_margin, k_side_margin, k_margin, k_margin);
}

}  // namespace quyche

#pragma once
// A workbook being written and the looks its sheets share. For input_workbook and its sheets; owns
// libxlsxwriter's handle.

#include <xlsxwriter.h>

#include <memory>
#include <string>

#include "quyche/values.hpp"

namespace quyche {

class Book {
 public:
  /// Nothing is written to `path` before close().
  explicit Book(const std::string& path);

  /// Throws Error xlsx.write-failed, also below.
  lxw_worksheet* add_sheet(const std::string& name);
  /// How many there are.
  [[nodiscard]] std::size_t sheets() const { return sheets_; }
  /// Title and the day it says it was made: with them the bytes are the same every time.
  void set_properties(const std::string& title, Date created);
  void close();

  /// A look of its own: Times New Roman, in the middle of the height.
  lxw_format* look(double size, bool bold);
  lxw_chart* add_chart(lxw_chart_type type);

  /// In cells: 12 point, bordered, wrapped. As the look of a whole column: the same without
  /// borders.
  [[nodiscard]] lxw_format* cell(FieldType type) const;
  [[nodiscard]] lxw_format* column(FieldType type) const;
  [[nodiscard]] lxw_format* title() const { return title_; }
  [[nodiscard]] lxw_format* line() const { return line_; }
  [[nodiscard]] lxw_format* head() const { return head_; }
  [[nodiscard]] lxw_format* key() const { return key_; }

 private:
  struct Looks {
    lxw_format* text;
    lxw_format* date;
    lxw_format* whole;
    [[nodiscard]] lxw_format* of(FieldType type) const;
  };
  struct Free {
    void operator()(lxw_workbook* book) const { lxw_workbook_free(book); }
  };

  Looks looks(bool bordered);
  [[noreturn]] void refuse(lxw_error reason) const;

  std::string path_;
  std::size_t sheets_ = 0;
  std::unique_ptr<lxw_workbook, Free> book_;
  lxw_format* title_;
  lxw_format* line_;
  lxw_format* head_;
  lxw_format* key_;
  Looks cells_;
  Looks columns_;
};

/// A4, margins, as many pages as needed down and `pages` across.
void set_page(lxw_worksheet* sheet, bool landscape, int pages = 1);

}  // namespace quyche

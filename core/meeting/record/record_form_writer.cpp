#include <algorithm>
#include <numeric>

#include "base/date.hpp"
#include "docx/blank.hpp"
#include "docx/form_parts.hpp"
#include "docx/markup.hpp"
#include "docx/package.hpp"
#include "docx/package_parts.hpp"
#include "docx/styles_part.hpp"
#include "docx/table_markup.hpp"
#include "meeting/record/long_text.hpp"
#include "meeting/record/record_form.hpp"

namespace quyche::meeting {
namespace {

// A4 on its side: tables of votes have a dozen columns. Twips.
constexpr int k_page_width = 16838;
constexpr int k_page_height = 11906;
constexpr int k_margin = 1021;
constexpr int k_text_width = k_page_width - 2 * k_margin;
constexpr int k_number_width = 740;
constexpr int k_parent_width = 1100;
constexpr int k_label_width = 5000;
constexpr std::string_view k_strong = "<w:b/>";
constexpr std::string_view k_slanted = "<w:i/>";
constexpr std::string_view k_size = "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>";

std::string sized(std::string_view properties = {}) {
  return std::string(properties).append(k_size);
}

/// The field of a blank: what is chosen from a list, a day, or words.
Field blank_of(const RecordLayout& layout, const RecordSheet& sheet, const RecordField& field) {
  Field blank;
  blank.name = blank_name(sheet, field);
  blank.label = sheet.shape == RecordShape::fields ? field.label : layout.choose_word;
  if (field.type == RecordType::day) blank.type = FieldType::date;
  if (field.type == RecordType::choice) blank.choices = field.choices;
  if (field.type == RecordType::flag) {
    blank.choices = {{"true", layout.yes}, {"false", layout.no}};
  }
  if (!blank.choices.empty()) blank.type = FieldType::choice;
  return blank;
}

class FormWriter {
 public:
  FormWriter(const RecordLayout& layout, Kind kind, const FormatProfile& profile)
      : layout_(layout), kind_(kind), profile_(profile) {}

  std::string write(const std::vector<RecordTable>& tables) {
    out_.append(k_xml_declaration).append("<w:document").append(k_word_namespaces);
    out_ += "><w:body>";
    paragraph("type_name", {}, layout_.title);
    paragraph("table_text", sized(k_slanted), layout_.guide);
    for (const auto& table : tables) write_table(table);
    write_page();
    out_ += "</w:body></w:document>";
    return packed();
  }

 private:
  void open_paragraph(const char* component) {
    out_.append("<w:p><w:pPr><w:pStyle w:val=\"");
    out_.append(profile_.component(component).style).append("\"/></w:pPr>");
  }

  void paragraph(const char* component, std::string_view properties, const std::string& text) {
    open_paragraph(component);
    words(properties, text);
    out_ += "</w:p>";
  }

  /// A line of text; tabs as Word writes them.
  void words(std::string_view properties, const std::string& text) {
    for (std::size_t from = 0; from < text.size();) {
      const auto end = std::min(text.find('\t', from), text.size());
      if (end > from) append_run(out_, properties, std::string_view(text).substr(from, end - from));
      if (end < text.size()) out_ += "<w:r><w:tab/></w:r>";
      from = end + 1;
    }
  }

  void write_table(const RecordTable& table) {
    const auto& sheet = *table.sheet;
    paragraph("clause_title", k_strong, part_heading(layout_, sheet));
    if (!sheet.guide.empty()) paragraph("table_text", sized(k_slanted), sheet.guide);
    if (sheet.shape == RecordShape::fields) {
      write_fields(table);
    } else {
      write_rows(table);
    }
    paragraph("table_text", sized(), "");
    write_apart(table);
  }

  void write_fields(const RecordTable& table) {
    const int columns[] = {k_label_width, k_text_width - k_label_width};
    const std::span<const int> both(columns);
    open_table(out_, k_grid_style, both);
    for (std::size_t at = 0; at < table.sheet->fields.size(); ++at) {
      const auto& field = table.sheet->fields[at];
      const auto& text = table.rows.front().cells[at].text;
      if (!is_for(field.kinds, kind_) && text.empty()) continue;
      open_row(out_);
      open_cell(out_, both.subspan(0, 1));
      paragraph("table_text", sized(k_strong), field.label + (field.is_required ? " *" : ""));
      close_cell(out_);
      open_cell(out_, both.subspan(1, 1));
      if (field.type == RecordType::paragraphs) {
        lines(text);
      } else {
        blank(*table.sheet, field, text);
      }
      close_cell(out_);
      close_row(out_);
    }
    close_table(out_);
  }

  void lines(const std::string& text) {
    for (const auto& line : lines_in(text)) paragraph("table_text", sized(), line);
  }

  void blank(const RecordSheet& sheet, const RecordField& field, const std::string& text) {
    const auto made = blank_of(layout_, sheet, field);
    if (!blanks_.has_written(made.name)) fields_.push_back(made);
    if (!text.empty()) values_[made.name] = text;
    open_paragraph("table_text");
    blanks_.append(out_, made, text, "", std::string(k_size));
    out_ += "</w:p>";
  }

  /// Widths of all columns, that of the number first.
  [[nodiscard]] std::vector<int> widths(const RecordSheet& sheet) const {
    std::vector<int> made{sheet.parent.empty() ? k_number_width : k_parent_width};
    double whole = 0;
    for (const auto* field : columns_of(sheet)) whole += field->width;
    const double scale = (k_text_width - made.front()) / whole;
    for (const auto* field : columns_of(sheet)) {
      made.push_back(static_cast<int>(field->width * scale));
    }
    return made;
  }

  static std::vector<const RecordField*> columns_of(const RecordSheet& sheet) {
    std::vector<const RecordField*> made;
    for (const auto& field : sheet.fields) {
      if (!field.is_apart) made.push_back(&field);
    }
    return made;
  }

  void write_rows(const RecordTable& table) {
    const auto& sheet = *table.sheet;
    const auto columns = widths(sheet);
    const std::span<const int> all(columns);
    open_table(out_, k_grid_style, all);
    open_row(out_, true);
    std::size_t at = 0;
    cell(all.subspan(at++, 1), sized(k_strong),
         sheet.parent.empty() ? layout_.number_word : sheet.parent);
    for (const auto* field : columns_of(sheet)) {
      cell(all.subspan(at++, 1), sized(k_strong), field->label);
    }
    close_row(out_);
    for (const auto& row : table.rows) write_row(sheet, row, all);
    for (std::size_t spare = 0; spare < sheet.form_spare; ++spare) {
      write_row(sheet, blank_row(table, spare), all);
    }
    close_table(out_);
  }

  static RecordRow blank_row(const RecordTable& table, std::size_t spare) {
    const auto& sheet = *table.sheet;
    return {sheet.parent.empty() ? std::to_string(table.rows.size() + spare + 1) : "",
            std::vector<RecordCell>(sheet.fields.size())};
  }

  void cell(std::span<const int> width, std::string_view properties, const std::string& text) {
    open_cell(out_, width);
    paragraph("table_text", properties, text);
    close_cell(out_);
  }

  void write_row(const RecordSheet& sheet, const RecordRow& row, std::span<const int> widths) {
    open_row(out_);
    std::size_t column = 0;
    cell(widths.subspan(column++, 1), sized(), row.number);
    for (std::size_t at = 0; at < sheet.fields.size(); ++at) {
      const auto& field = sheet.fields[at];
      if (field.is_apart) continue;
      open_cell(out_, widths.subspan(column++, 1));
      if (words_of(layout_, field).empty()) {
        lines(shown_word(layout_, field, row.cells[at].text));
      } else {
        blank(sheet, field, row.cells[at].text);
      }
      close_cell(out_);
    }
    close_row(out_);
  }

  void write_apart(const RecordTable& table) {
    const auto& sheet = *table.sheet;
    const bool has_any = std::any_of(sheet.fields.begin(), sheet.fields.end(),
                                     [](const auto& field) { return field.is_apart; });
    const auto count = has_any ? table.rows.size() + sheet.form_spare : 0;
    for (std::size_t at = 0; at < count; ++at) {
      const auto row =
          at < table.rows.size() ? table.rows[at] : blank_row(table, at - table.rows.size());
      for (std::size_t column = 0; column < sheet.fields.size(); ++column) {
        const auto& field = sheet.fields[column];
        if (!field.is_apart) continue;
        paragraph("clause_title", k_strong, apart_heading(layout_, field, row.number));
        for (const auto& line : lines_in(row.cells[column].text)) paragraph("text", {}, line);
      }
    }
  }

  void write_page() {
    const auto measure = [this](std::string_view name, int twips) {
      out_.append(" w:").append(name).append("=\"").append(std::to_string(twips)).append("\"");
    };
    out_.append("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"");
    out_.append(k_header_relationship).append("\"/><w:pgSz");
    measure("w", k_page_width);
    measure("h", k_page_height);
    out_ += " w:orient=\"landscape\"/><w:pgMar";
    for (const auto* side : {"top", "right", "bottom", "left"}) measure(side, k_margin);
    measure("header", profile_.header_distance);
    measure("footer", profile_.header_distance);
    measure("gutter", 0);
    out_ += "/><w:titlePg/></w:sectPr>";
  }

  [[nodiscard]] std::string packed() const {
    std::vector<const Field*> fields;
    for (const auto& field : fields_) fields.push_back(&field);
    DocumentProperties properties;
    properties.title = layout_.title;
    properties.creator = "quyche";
    properties.custom = {{"quyche.record", "1"}};
    constexpr PackageContents k_contents{true, false};
    const std::vector<Part> parts{
        {"[Content_Types].xml", content_types_part(k_contents)},
        {"_rels/.rels", package_relationships_part()},
        {"word/document.xml", out_},
        {"word/_rels/document.xml.rels", document_relationships_part(k_contents)},
        {"word/styles.xml", styles_part(profile_)},
        {"word/settings.xml", settings_part()},
        {"word/header1.xml", page_number_part(profile_)},
        {"word/glossary/document.xml", placeholder_glossary(fields)},
        {"word/glossary/_rels/document.xml.rels", glossary_relationships_part()},
        {"word/glossary/styles.xml", glossary_styles_part(profile_)},
        {"customXml/item1.xml", form_data(fields, values_)},
        {"customXml/itemProps1.xml", form_properties()},
        {"customXml/_rels/item1.xml.rels", form_relationships_part()},
        {"docProps/core.xml", core_properties_part(properties)},
        {"docProps/app.xml", app_properties_part()},
        {"docProps/custom.xml", custom_properties_part(properties)}};
    Compressor compressor;
    return write_archive(pack_parts(parts, compressor));
  }

  const RecordLayout& layout_;
  Kind kind_;
  const FormatProfile& profile_;
  std::string out_;
  BlankWriter blanks_;
  std::vector<Field> fields_;
  Values values_;
};

}  // namespace

std::string write_record_form(const std::vector<RecordTable>& tables, const RecordLayout& layout,
                              Kind kind, const FormatProfile& profile) {
  return FormWriter(layout, kind, profile).write(tables);
}

std::string blank_name(const RecordSheet& sheet, const RecordField& field) {
  constexpr std::string_view k_attendance = "attendance.";
  auto name = field.path;
  if (name.starts_with(k_attendance)) name.erase(0, k_attendance.size());
  if (sheet.shape != RecordShape::fields) name = sheet.id + "_" + name;
  std::replace(name.begin(), name.end(), '.', '_');
  return name;
}

std::string part_heading(const RecordLayout& layout, const RecordSheet& sheet) {
  const auto at = &sheet - layout.sheets.data();
  return layout.part_word + " " + std::to_string(at + 1) + ". " + sheet.label;
}

std::string apart_heading(const RecordLayout& layout, const RecordField& field,
                          const std::string& number) {
  return field.label + " – " + layout.item_word + " " + number;
}

}  // namespace quyche::meeting

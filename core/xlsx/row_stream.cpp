#include "xlsx/row_stream.hpp"

#include <array>
#include <charconv>

#include "base/xml.hpp"
#include "xlsx/workbook_reader.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_piece = 64U << 10U;

bool is_space(char sign) { return sign == ' ' || sign == '\n' || sign == '\t'; }

bool is_hexadecimal(char sign) {
  return (sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'F') ||
         (sign >= 'a' && sign <= 'f');
}

// "_x0041_" in a text would be read as the letter A.
std::string with_escapes(const std::string& text) {
  constexpr std::size_t k_length = 7;
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto piece = std::string_view(text).substr(at, k_length);
    bool is_escape = piece.size() == k_length && piece.starts_with("_x") && piece.back() == '_';
    for (std::size_t i = 2; is_escape && i < k_length - 1; ++i)
      is_escape = is_hexadecimal(piece[i]);
    out += is_escape ? "_x005F_" : std::string(1, text[at]);
  }
  return out;
}

}  // namespace

RowStream::RowStream(std::size_t columns) : columns_(columns) {
  for (std::size_t i = 0; i < columns; ++i) {
    auto name = cell_name(0, i);
    name.pop_back();
    columns_[i].start = "<c r=\"" + name;
  }
}

void RowStream::begin(lxw_row_t row, std::size_t lines) {
  end_row();
  row_ = row;
  row_name_ = std::to_string(row + 1);
  xml_ += "<row r=\"";
  xml_ += row_name_;
  if (lines > 1) {
    xml_ += "\" ht=\"";
    append_number(k_line_height * static_cast<double>(lines));
  }
  xml_ += "\">";
}

void RowStream::end_row() {
  if (row_ > 0) xml_ += "</row>";
  if (xml_.size() >= k_piece) pack(DeflateStream::End::none);
}

void RowStream::end() {
  end_row();
  pack(DeflateStream::End::byte);
}

void RowStream::pack(DeflateStream::End end) {
  packed_.clear();
  stream_.write(xml_, packed_, end);
  spill_.append(packed_);
  xml_.clear();
}

void RowStream::open_cell(lxw_col_t column, lxw_format* look) {
  auto& about = columns_[column];
  if (about.look != look) {
    about.look = look;
    about.style = "\" s=\"" + std::to_string(lxw_format_get_xf_index(look)) + "\"";
  }
  xml_ += about.start;
  xml_ += row_name_;
  xml_ += about.style;
}

void RowStream::blank(lxw_col_t column, lxw_format* look) {
  open_cell(column, look);
  xml_ += "/>";
}

void RowStream::append_number(double value) {
  std::array<char, 400> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  xml_.append(digits.data(), end.ptr);
}

void RowStream::number(lxw_col_t column, lxw_format* look, double value) {
  open_cell(column, look);
  xml_ += "><v>";
  append_number(value);
  xml_ += "</v></c>";
}

void RowStream::text(lxw_col_t column, lxw_format* look, const std::string& value) {
  if (value.empty()) {
    blank(column, look);
    return;
  }
  open_cell(column, look);
  xml_ += " t=\"inlineStr\"><is><t";
  if (is_space(value.front()) || is_space(value.back())) xml_ += " xml:space=\"preserve\"";
  xml_ += '>';
  if (value.find("_x") == std::string::npos) {
    append_escaped(xml_, value);
  } else {
    append_escaped(xml_, with_escapes(value));
  }
  xml_ += "</t></is></c>";
}

void RowStream::formula(lxw_col_t column, lxw_format* look, const std::string& formula,
                        double value) {
  open_cell(column, look);
  xml_ += "><f>";
  append_escaped(xml_, std::string_view(formula).substr(1));
  xml_ += "</f><v>";
  append_number(value);
  xml_ += "</v></c>";
}

}  // namespace quyche

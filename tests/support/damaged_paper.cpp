#include "support/damaged_paper.hpp"

#include <stdexcept>

#include "docx/package.hpp"
#include "support/format_profiles.hpp"
#include "support/sample_regulation.hpp"

namespace quyche::sample {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view k_declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view k_spaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

// The sample leaves a letter out on purpose; a paper without deviation may not.
void close_gap(std::vector<Provision>& provisions) {
  int points = 0;
  for (auto& provision : provisions) {
    if (provision.kind == ProvisionKind::point && ++points == 3) provision.number = "c";
    close_gap(provision.children);
  }
}

std::vector<Part> filled(LocalRegulation regulation, const std::string& profile) {
  close_gap(regulation.text.body);
  return compose(regulation, format_profile(profile));
}

// A run as Word writes it after somebody chose font and size by hand.
std::string run(std::string_view text, std::string_view properties) {
  std::string out =
      "<w:r><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" ";
  out.append("w:cs=\"Times New Roman\"/>").append(properties).append("</w:rPr>");
  return out.append("<w:t xml:space=\"preserve\">").append(text).append("</w:t></w:r>");
}

constexpr std::string_view k_14 = "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>";
constexpr std::string_view k_bold_14 = "<w:b/><w:bCs/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>";
constexpr std::string_view k_bold_15 = "<w:b/><w:bCs/><w:sz w:val=\"30\"/><w:szCs w:val=\"30\"/>";
constexpr std::string_view k_italic_14 = "<w:i/><w:iCs/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>";
constexpr std::string_view k_12 = "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>";
constexpr std::string_view k_tab = "<w:r><w:tab/></w:r>";

std::string paragraph(const std::string& runs, std::string_view align = {}) {
  std::string out = "<w:p>";
  if (align.empty()) return out + runs + "</w:p>";
  out += "<w:pPr>";
  if (align == "both") {
    out += "<w:spacing w:after=\"120\" w:line=\"360\" w:lineRule=\"exact\"/>";
    out += "<w:ind w:firstLine=\"567\"/>";
  }
  out.append("<w:jc w:val=\"").append(align).append("\"/></w:pPr>");
  return out + runs + "</w:p>";
}

std::string line_under() {
  return "<w:r><w:pict><v:line xmlns:v=\"urn:schemas-microsoft-com:vml\" id=\"Line1\" "
         "from=\"280pt,1pt\" to=\"470pt,1pt\" strokeweight=\".75pt\"/></w:pict></w:r>";
}

std::string page(std::string_view margins, bool has_number) {
  std::string out = "<w:sectPr>";
  if (has_number) out += "<w:headerReference w:type=\"default\" r:id=\"rId2\"/>";
  out.append("<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar ").append(margins);
  return out + " w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>";
}

std::string relationships(std::string_view items) {
  return std::string(k_declaration) +
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         std::string(items) + "</Relationships>";
}

constexpr std::string_view k_office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view k_word =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.";

std::string relationship(std::string_view id, std::string_view type, std::string_view target) {
  std::string out("<Relationship Id=\"");
  out.append(id).append("\" Type=\"").append(k_office).append(type).append("\" Target=\"");
  return out.append(target).append("\"/>");
}

std::string content_types() {
  std::string out(k_declaration);
  out +=
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
      "Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
  const auto part = [&](std::string_view name, std::string_view kind) {
    out.append("<Override PartName=\"/word/").append(name).append("\" ContentType=\"");
    out.append(k_word).append(kind).append("+xml\"/>");
  };
  part("document.xml", "document.main");
  part("styles.xml", "styles");
  part("header1.xml", "header");
  return out + "</Types>";
}

std::string header(std::string_view properties) {
  return std::string(k_declaration) + "<w:hdr" + std::string(k_spaces) +
         "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:fldSimple w:instr=\" PAGE \">" +
         run("2", properties) + "</w:fldSimple></w:p></w:hdr>";
}

std::vector<Part> package(const std::string& body, const std::string& styles) {
  return {
      {"[Content_Types].xml", content_types()},
      {"_rels/.rels", relationships(relationship("rId1", "officeDocument", "word/document.xml"))},
      {"word/document.xml", std::string(k_declaration) + "<w:document" + std::string(k_spaces) +
                                "><w:body>" + body + "</w:body></w:document>"},
      {"word/_rels/document.xml.rels",
       relationships(relationship("rId1", "styles", "styles.xml") +
                     relationship("rId2", "header", "header1.xml"))},
      {"word/styles.xml", std::string(k_declaration) + "<w:styles" + std::string(k_spaces) + ">" +
                              styles + "</w:styles>"},
      {"word/header1.xml", header(k_14)}};
}

// Long enough for a second page.
std::string provisions(std::string_view size, std::string_view bold) {
  const std::string sentence =
      "Bí thư Chi bộ và Trưởng thôn trao đổi với nhau trước khi đưa việc chung ra bàn trong cuộc "
      "họp của thôn, bảo đảm mọi việc đều được dân biết, dân bàn, dân làm và dân kiểm tra.";
  std::string out;
  for (const int article : {1, 2, 3}) {
    const auto number = std::to_string(article);
    out += paragraph(run("Điều " + number + ". Việc phối hợp thứ " + number, bold), "both");
    for (const int clause : {1, 2, 3}) {
      out += paragraph(run(std::to_string(clause) + ". " + sentence, size), "both");
    }
    out += paragraph(run("a) " + sentence, size), "both");
    const std::string end = article == 3 ? "./." : ".";
    out +=
        paragraph(run("b) Thực hiện như khoản 1 Điều này và khoản 2 Điều 1" + end, size), "both");
  }
  return out;
}

}  // namespace

std::vector<Part> party_paper(const std::string& profile) {
  auto values = village_values();
  if (profile == "party-hd11") {
    values["adoption_ref"] = "Nghị quyết số 12-NQ/CB, ngày 01/3/2018 của Chi bộ";
    values["adoption_date"] = "2018-03-01";
  }
  auto regulation = with_values(open_regulation(), values);
  if (profile == "party-hd05") regulation.jurisdiction.day = 2026y / 6 / 5;
  if (profile == "party-hd11") regulation.jurisdiction.day = 2017y / 6 / 5;
  regulation.values["issue_date"] = profile == "party-hd05"   ? "2026-06-05"
                                    : profile == "party-hd11" ? "2018-03-05"
                                                              : "2018-06-05";
  return filled(std::move(regulation), profile);
}

std::vector<Part> state_paper() {
  auto regulation = with_values(state_regulation(), village_values());
  regulation.values["issue_date"] = "2021-03-09";
  return filled(std::move(regulation), "state-nd30");
}

std::string packed(const std::vector<Part>& parts) {
  Compressor compressor;
  return write_archive(pack_parts(parts, compressor));
}

std::vector<Part> patched(std::vector<Part> parts, const std::string& part, std::string_view from,
                          std::string_view to) {
  for (auto& one : parts) {
    if (one.name != part) continue;
    auto at = one.data.find(from);
    if (at == std::string::npos) break;
    for (; at != std::string::npos; at = one.data.find(from, at + to.size())) {
      one.data.replace(at, from.size(), to);
    }
    return parts;
  }
  throw std::runtime_error("nothing to patch: " + std::string(from));
}

std::vector<Part> tabbed_paper() {
  std::string body;
  body += paragraph(run("ĐẢNG BỘ XÃ MINH TÂN", k_14) + std::string(k_tab) +
                    run("ĐẢNG CỘNG SẢN VIỆT NAM", k_bold_15) + line_under());
  body += paragraph(run("CHI BỘ THÔN THƯỢNG", k_bold_14));
  body += paragraph(run("          *", k_14));
  body += paragraph(run("Số 07-QC/CB", k_14) + std::string(k_tab) +
                    run("Minh Tân, ngày 12 tháng 8 năm 2019", k_italic_14));
  body += paragraph("");
  body += paragraph(run("QUY CHẾ", "<w:b/><w:sz w:val=\"32\"/>"), "center");
  body +=
      paragraph(run("phối hợp công tác giữa Bí thư Chi bộ và Trưởng thôn", k_bold_14), "center");
  body += paragraph(run("-----", k_14), "center");
  body += paragraph(run("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;", k_14), "both");
  body +=
      paragraph(run("- Căn cứ Nghị quyết số 03-NQ/CB ngày 01/7/2019 của Chi bộ.", k_14), "both");
  body += provisions(k_14, k_bold_14);
  body += paragraph("");
  body += paragraph(run("Nơi nhận", "<w:sz w:val=\"28\"/><w:u w:val=\"single\"/>") +
                    std::string(k_tab) + run("T/M CHI BỘ", k_bold_14));
  body += paragraph(run("- Đảng ủy xã,", k_12) + std::string(k_tab) + run("BÍ THƯ", k_14));
  body += paragraph(run("- Lưu Chi bộ.", k_12));
  body += paragraph("") + paragraph("") + paragraph("");
  body += paragraph(std::string(k_tab) + run("Nguyễn Văn Thí Dụ", k_bold_14));
  body += page("w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\"", true);
  return package(body,
                 "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\" "
                 "w:hAnsiTheme=\"minorHAnsi\" w:eastAsiaTheme=\"minorEastAsia\" "
                 "w:cstheme=\"minorBidi\"/><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault>"
                 "</w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" "
                 "w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>");
}

namespace {

std::string styled(std::string_view style, std::string_view text, std::string_view properties = {},
                   std::string_view align = "center") {
  std::string out("<w:p><w:pPr><w:pStyle w:val=\"");
  out.append(style).append("\"/>");
  if (align == "both") {
    out += "<w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/>";
    out += "<w:ind w:firstLine=\"720\"/>";
  }
  out.append("<w:jc w:val=\"").append(align).append("\"/></w:pPr><w:r><w:rPr>");
  out.append(properties).append("</w:rPr><w:t xml:space=\"preserve\">").append(text);
  return out.append("</w:t></w:r></w:p>");
}

std::string cell(const std::string& paragraphs) {
  return "<w:tc><w:tcPr><w:tcW w:w=\"4677\" w:type=\"dxa\"/></w:tcPr>" + paragraphs + "</w:tc>";
}

std::string table(const std::string& left, const std::string& right) {
  return "<w:tbl><w:tblPr><w:tblW w:w=\"9354\" w:type=\"dxa\"/></w:tblPr><w:tblGrid><w:gridCol "
         "w:w=\"4677\"/><w:gridCol w:w=\"4677\"/></w:tblGrid><w:tr>" +
         cell(left) + cell(right) + "</w:tr></w:tbl>";
}

constexpr std::string_view k_line =
    "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"000000\"/>"
    "</w:pBdr><w:ind w:left=\"1200\" w:right=\"1200\"/></w:pPr></w:p>";

}  // namespace

std::vector<Part> tabled_paper() {
  const std::string_view bold = "<w:b/><w:sz w:val=\"26\"/>";
  const std::string_view plain = "<w:sz w:val=\"26\"/>";
  const std::string line(k_line);
  std::string body;
  body += table(
      styled("TableContents", "ỦY BAN NHÂN DÂN HUYỆN BÌNH AN", plain) +
          styled("TableContents", "ỦY BAN NHÂN DÂN XÃ MINH TÂN", bold) + line +
          styled("TableContents", "Số: 15/QC-UBND", plain),
      styled("TableContents", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold) +
          styled("TableContents", "Độc lập - Tự do - Hạnh phúc", "<w:b/><w:sz w:val=\"28\"/>") +
          line +
          styled("TableContents", "Minh Tân, ngày 03 tháng 4 năm 2022",
                 "<w:i/><w:sz w:val=\"28\"/>"));
  body += styled("Standard", "QUY CHẾ", "<w:b/>");
  body += styled("Standard", "làm việc của Ủy ban nhân dân xã", "<w:b/>") + line;
  body += styled("Standard", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
                 "<w:i/>", "both");
  body += styled("Standard",
                 "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính "
                 "phủ về công tác văn thư.",
                 "<w:i/>", "both");
  body += provisions(k_14, k_bold_14);
  body += table(styled("TableContents", "Nơi nhận:", "<w:b/><w:i/><w:sz w:val=\"24\"/>", "left") +
                    styled("TableContents", "- Như trên;", "<w:sz w:val=\"22\"/>", "left") +
                    styled("TableContents", "- Lưu: VT.", "<w:sz w:val=\"22\"/>", "left"),
                styled("TableContents", "TM. ỦY BAN NHÂN DÂN", "<w:b/>") +
                    styled("TableContents", "CHỦ TỊCH", "<w:b/>") + line + line +
                    styled("TableContents", "Trần Thị Giả Định", "<w:b/>"));
  body += page("w:top=\"1417\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\"", true);
  return package(body,
                 "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Liberation Serif\" "
                 "w:hAnsi=\"Liberation Serif\"/><w:sz w:val=\"24\"/></w:rPr></w:rPrDefault>"
                 "</w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" "
                 "w:styleId=\"Standard\"><w:name w:val=\"Standard\"/><w:rPr><w:rFonts "
                 "w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New "
                 "Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"28\"/></w:rPr></w:style>"
                 "<w:style w:type=\"paragraph\" w:styleId=\"TableContents\"><w:name "
                 "w:val=\"Table Contents\"/><w:basedOn w:val=\"Standard\"/></w:style>");
}

}  // namespace quyche::sample

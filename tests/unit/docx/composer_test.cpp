#include "docx/composer.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <set>

#include "base/archive.hpp"
#include "base/messages.hpp"
#include "base/xml.hpp"
#include "support/catch.hpp"
#include "support/format_profiles.hpp"
#include "support/sample_regulation.hpp"

using namespace quyche;

namespace {

using Lines = std::vector<std::string>;

LocalRegulation filled() {
  return sample::with_values(sample::open_regulation(), sample::village_values());
}

// A document as it comes out of its archive.
class Paper {
 public:
  Paper(const LocalRegulation& regulation, const std::string& profile,
        const ComposeOptions& options = {}) {
    Compressor compressor;
    std::vector<ArchiveEntry> entries;
    for (const auto& part : compose(regulation, sample::format_profile(profile), options)) {
      entries.push_back(compressor.pack(part.name, part.data));
    }
    for (const auto& entry : read_archive(write_archive(entries), "paper.docx")) {
      names_.push_back(entry.name);
      parts_.emplace(entry.name,
                     XmlDocument(unpack(entry, "paper.docx"), entry.name, XmlSpace::mixed));
    }
  }

  [[nodiscard]] const Lines& names() const { return names_; }
  [[nodiscard]] pugi::xml_node root(const std::string& part) const {
    return parts_.at(part).root();
  }
  [[nodiscard]] pugi::xml_node body() const { return root("word/document.xml").child("w:body"); }
  [[nodiscard]] std::vector<pugi::xml_node> all(const char* element) const {
    std::vector<pugi::xml_node> found;
    for (const auto& node : body().select_nodes((std::string("//") + element).c_str())) {
      found.push_back(node.node());
    }
    return found;
  }

 private:
  Lines names_;
  std::map<std::string, XmlDocument> parts_;
};

std::string value(pugi::xml_node node, const char* path) {
  return node.select_node((std::string(path) + "/@w:val").c_str()).attribute().value();
}

std::string text_of(pugi::xml_node node) {
  std::string text;
  for (const auto& run : node.select_nodes(".//w:t")) text += run.node().child_value();
  return text;
}

std::string style_of(pugi::xml_node paragraph) { return value(paragraph, "w:pPr/w:pStyle"); }

// "QcArticle: Điều 1. …" of every paragraph that has words.
Lines lines_of(const Paper& paper) {
  Lines lines;
  for (const auto& paragraph : paper.all("w:p")) {
    const auto text = text_of(paragraph);
    if (!text.empty()) lines.push_back(style_of(paragraph) + ": " + text);
  }
  return lines;
}

Lines with_style(const Paper& paper, const std::string& style) {
  Lines texts;
  for (const auto& paragraph : paper.all("w:p")) {
    if (style_of(paragraph) == style) texts.push_back(text_of(paragraph));
  }
  return texts;
}

pugi::xml_node paragraph_with(const Paper& paper, const std::string& text) {
  for (const auto& paragraph : paper.all("w:p")) {
    if (text_of(paragraph) == text) return paragraph;
  }
  return {};
}

std::string findings(const LocalRegulation& regulation) {
  try {
    static_cast<void>(compose(regulation, sample::format_profile("party-hd36")));
  } catch (const Error& error) {
    std::string all;
    for (const auto& finding : error.findings()) {
      all += sentence(finding.message, Language::vietnamese) + "\n";
    }
    return all;
  }
  return "none";
}

}  // namespace

TEST_CASE("a filled Party regulation reads as the paper a secretary signs", "[docx]") {
  CHECK(
      lines_of(Paper(filled(), "party-hd36")) ==
      Lines{"QcSuperior: Đảng bộ phường Hồng Hà",
            "QcIssuer: Chi bộ khu phố Phan Đình Phùng",
            "QcHeading: ĐẢNG CỘNG SẢN VIỆT NAM",
            "QcIssuerSeparator: *",
            "QcNumber: Số 01-QC/CB",
            "QcPlaceDate: Hồng Hà, ngày 05 tháng 6 năm 2018",
            "QcTypeName: Quy chế",
            "QcTitle: phối hợp công tác giữa Bí thư Chi bộ và Trưởng khu phố Phan Đình Phùng",
            "QcTitleSeparator: -----",
            "QcBasis: - Căn cứ Điều lệ Đảng Cộng sản Việt Nam;",
            "QcBasis: - Căn cứ Quyết định số 901/QĐ-UBND ngày 05/02/2018 của Ủy ban nhân dân "
            "tỉnh Bình Minh về phối hợp công tác ở khu dân cư;",
            "QcBasis: - Căn cứ Nghị quyết số 12-NQ/CB, ngày 01/6/2018 của Chi bộ.",
            "QcChapterNumber: Chương I",
            "QcChapterTitle: Quy định chung",
            "QcArticle: Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng",
            "QcText: Quy chế này quy định việc phối hợp công tác giữa Bí thư Chi bộ và Trưởng khu "
            "phố Phan Đình Phùng; áp dụng cho 24 đảng viên của Chi bộ và nhân dân trong khu phố.",
            "QcArticle: Điều 2. Nguyên tắc phối hợp",
            "QcClause: 1. Việc phối hợp theo các nguyên tắc sau đây:",
            "QcPoint: a) Chi bộ lãnh đạo, Trưởng khu phố điều hành tự quản;",
            "QcPoint: b) Không làm thay việc của nhau & không né tránh việc khó < hay > dễ;",
            "QcPoint: đ) Bàn trước, quyết sau, nói và làm như nhau.",
            "QcClause: 2. Khi ý kiến khác nhau, thực hiện theo khoản 1 Điều 3 Quy chế này.",
            "QcClauseTitle: 3. Thông tin cho nhau",
            "QcText: Hai bên báo cho nhau việc nảy sinh trong ngày.",
            "QcChapterNumber: Chương II",
            "QcChapterTitle: Nội dung phối hợp",
            "QcArticle: Điều 3. Hội ý, giao ban",
            "QcClause: 1. Bí thư Chi bộ và Trưởng khu phố Phan Đình Phùng giao ban hằng tuần; chi "
            "bộ có chi ủy: Có.",
            "QcClause: 2. Bí thư Nguyễn Văn Mẫu và Trưởng khu phố Trần Thị Ví Dụ hội ý trước mỗi "
            "cuộc họp của khu phố.",
            "QcArticle: Điều 4. Hiệu lực thi hành",
            "QcClause: 1. Quy chế này được Chi bộ thông qua ngày 01/6/2018.",
            "QcClause: 2. Quy chế có hiệu lực kể từ ngày ký./.",
            "QcRecipientsHeading: Nơi nhận",
            "QcRecipient: - Đảng ủy phường (để báo cáo),",
            "QcRecipient: - Ủy ban nhân dân phường,",
            "QcRecipient: - Các đồng chí đảng viên,",
            "QcRecipient: - Lưu Chi bộ.",
            "QcAuthority: T/M CHI BỘ",
            "QcPosition: BÍ THƯ",
            "QcSigner: Nguyễn Văn Mẫu",
            "QcAppendixNumber: Phụ lục I",
            "QcAppendixTitle: Lịch giao ban",
            "QcText: Kèm theo Quy chế của Chi bộ khu phố Phan Đình Phùng.",
            "QcTableHead: STT",
            "QcTableHead: Nội dung",
            "QcTableHead: Thời gian",
            "QcTableHead: Người chủ trì",
            "QcTableText: 1",
            "QcTableText: Giao ban công tác tuần, thống nhất việc cần làm ngay",
            "QcTableText: hằng tuần",
            "QcTableText: Bí thư Chi bộ",
            "QcTableText: 2",
            "QcTableText: Hội ý trước khi họp khu phố",
            "QcTableText: 3 ngày trước cuộc họp",
            "QcTableText: Trưởng khu phố"});
}

TEST_CASE("the guideline of 2026 cites, separates and ends in its own way", "[docx]") {
  const Paper paper(filled(), "party-hd05");
  CHECK(with_style(paper, "QcBasis")[1] ==
        "- Căn cứ Quyết định số 901/QĐ-UBND, ngày 05/02/2018 của Ủy ban nhân dân tỉnh Bình Minh về "
        "phối hợp công tác ở khu dân cư;");
  CHECK(with_style(paper, "QcClause").back() == "2. Quy chế có hiệu lực kể từ ngày ký.");
  CHECK(with_style(paper, "QcRecipientsHeading") == Lines{"Nơi nhận:"});
  CHECK(with_style(paper, "QcRecipient") == Lines{"- Đảng ủy phường (để báo cáo);",
                                                  "- Ủy ban nhân dân phường;",
                                                  "- Các đồng chí đảng viên;", "- Lưu Chi bộ."});
}

TEST_CASE("a state paper carries the national title, its number with a colon", "[docx]") {
  const Paper paper(sample::with_values(sample::state_regulation(), sample::village_values()),
                    "state-nd30");
  auto lines = lines_of(paper);
  lines.resize(9);
  CHECK(lines == Lines{"QcSuperior: Ủy ban nhân dân thành phố Bình Minh",
                       "QcIssuer: Ủy ban nhân dân phường Hồng Hà",
                       "QcHeading: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                       "QcMotto: Độc lập - Tự do - Hạnh phúc", "QcNumber: Số: 01/QC-UBND",
                       "QcPlaceDate: Hồng Hà, ngày 05 tháng 6 năm 2018", "QcTypeName: Quy chế",
                       "QcTitle: phối hợp công tác giữa Bí thư Chi bộ và Trưởng khu phố Phan Đình "
                       "Phùng",
                       "QcBasis: Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"});
  CHECK(with_style(paper, "QcBasis")[1] ==
        "Căn cứ Quyết định số 901/QĐ-UBND ngày 05 tháng 02 năm 2018 của Ủy ban nhân dân tỉnh Bình "
        "Minh về phối hợp công tác ở khu dân cư;");
  CHECK(with_style(paper, "QcAuthority") == Lines{"TM. ỦY BAN NHÂN DÂN"});
  CHECK(with_style(paper, "QcClause").back() == "2. Quy chế có hiệu lực kể từ ngày ký./.");
  CHECK(with_style(paper, "QcRule").size() == 3);
}

TEST_CASE("the rule under the Party heading is as long as its words", "[docx]") {
  const Paper paper(filled(), "party-hd36");
  const auto rules = paper.all("w:p[w:pPr/w:pStyle/@w:val='QcRule']");
  REQUIRE(rules.size() == 1);
  const auto indent = rules[0].child("w:pPr").child("w:ind");
  const int cell = rules[0].parent().child("w:tcPr").child("w:tcW").attribute("w:w").as_int();
  // 4133 twips: 72,9 mm, as measured for this heading at 15 points bold.
  CHECK(cell - indent.attribute("w:left").as_int() - indent.attribute("w:right").as_int() ==
        Approx(4133).margin(1));
  CHECK(indent.attribute("w:left").as_int() == indent.attribute("w:right").as_int());
  CHECK(paper.all("w:u").empty());
}

TEST_CASE("the styles carry the components, the document only names them", "[docx]") {
  const Paper paper(filled(), "party-hd36");
  std::set<std::string> defined;
  for (const auto style : paper.root("word/styles.xml").children("w:style")) {
    defined.insert(style.attribute("w:styleId").value());
  }
  for (const auto& node : paper.all("w:pStyle")) {
    CHECK(defined.contains(node.attribute("w:val").value()));
  }
  for (const char* element : {"w:b", "w:i", "w:sz", "w:jc", "w:spacing", "w:rFonts"}) {
    INFO(element);
    CHECK(paper.all(element).empty());
  }
  const auto styles = paper.root("word/styles.xml");
  const auto style = [&](const std::string& id) {
    return styles.select_node(("w:style[@w:styleId='" + id + "']").c_str()).node();
  };
  CHECK(value(style("QcHeading"), "w:rPr/w:sz") == "30");
  CHECK(style("QcHeading").select_node("w:rPr/w:b"));
  CHECK(style("QcHeading").select_node("w:rPr/w:caps"));
  CHECK_FALSE(style("QcSuperior").select_node("w:rPr/w:b"));
  CHECK_FALSE(style("QcPosition").select_node("w:rPr/w:b"));
  CHECK(style("QcPlaceDate").select_node("w:rPr/w:i"));
  CHECK(value(style("QcRecipientsHeading"), "w:rPr/w:u") == "single");
  CHECK(value(style("QcText"), "w:pPr/w:jc") == "both");
  const auto text = style("QcText").child("w:pPr");
  CHECK(std::string(text.child("w:ind").attribute("w:firstLine").value()) == "567");
  CHECK(std::string(text.child("w:spacing").attribute("w:line").value()) == "360");
  CHECK(std::string(text.child("w:spacing").attribute("w:lineRule").value()) == "exact");
  CHECK(std::string(text.child("w:spacing").attribute("w:after").value()) == "120");
  CHECK(style("QcAppendixNumber").select_node("w:pPr/w:pageBreakBefore"));
  const auto fonts = styles.select_node("w:docDefaults//w:rFonts").node();
  for (const char* slot : {"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"}) {
    CHECK(std::string(fonts.attribute(slot).value()) == "Times New Roman");
  }
}

TEST_CASE("pages are numbered at the top from the second on", "[docx]") {
  const Paper paper(filled(), "party-hd36");
  const auto page = paper.body().child("w:sectPr");
  CHECK(page.child("w:titlePg"));
  CHECK(std::string(page.child("w:headerReference").attribute("w:type").value()) == "default");
  CHECK(std::string(page.child("w:pgMar").attribute("w:header").value()) == "567");
  CHECK(std::string(page.child("w:pgMar").attribute("w:left").value()) == "1701");
  CHECK(std::string(page.child("w:pgMar").attribute("w:right").value()) == "850");
  const auto header = paper.root("word/header1.xml");
  CHECK(std::string(header.select_node("//w:instrText").node().child_value()) == " PAGE ");
  CHECK(style_of(header.child("w:p")) == "QcPageNumber");
}

TEST_CASE("the signatures stay together and with the last line of the text", "[docx]") {
  const Paper paper(filled(), "party-hd36");
  const auto last = paragraph_with(paper, "2. Quy chế có hiệu lực kể từ ngày ký./.");
  CHECK(last.child("w:pPr").child("w:keepNext"));
  const auto gap = last.next_sibling();
  CHECK(gap.child("w:pPr").child("w:keepNext"));
  const auto table = gap.next_sibling();
  REQUIRE(std::string(table.name()) == "w:tbl");
  for (const auto row : table.children("w:tr")) CHECK(row.child("w:trPr").child("w:cantSplit"));
  const auto right = table.child("w:tr").last_child();
  Lines styles;
  for (const auto paragraph : right.children("w:p")) styles.push_back(style_of(paragraph));
  CHECK(styles == Lines{"QcAuthority", "QcPosition", "QcSignatureGap", "QcSignatureGap",
                        "QcSignatureGap", "QcSignatureGap", "QcSigner"});
}

TEST_CASE("two signers stand side by side over the recipients", "[docx]") {
  auto regulation = filled();
  regulation.sign_mode = "co_signed";
  const Paper paper(regulation, "party-hd36");
  const auto table = paper.all("w:tbl")[1];
  std::vector<Lines> cells;
  for (const auto row : table.children("w:tr")) {
    auto& texts = cells.emplace_back();
    for (const auto cell : row.children("w:tc")) texts.push_back(text_of(cell));
  }
  CHECK(cells == std::vector<Lines>{{"Trưởng khu phố", "T/M CHI BỘBÍ THƯ"},
                                    {"Trần Thị Ví Dụ", "Nguyễn Văn Mẫu"},
                                    {"Nơi nhận- Đảng ủy phường (để báo cáo),- Ủy ban nhân dân "
                                     "phường,- Các đồng chí đảng viên,- Lưu Chi bộ.",
                                     ""}});
  for (const auto row : {table.first_child(), table.last_child().previous_sibling()}) {
    for (const auto& paragraph : row.select_nodes(".//w:p")) {
      CHECK(paragraph.node().child("w:pPr").child("w:keepNext"));
    }
  }
}

TEST_CASE("every blank is its own bookmark, the first of each field open", "[docx]") {
  const Paper paper(sample::open_regulation(), "party-hd36");
  Lines names;
  std::set<std::string> ids;
  std::set<std::string> controls;
  for (const auto& node : paper.all("w:bookmarkStart")) {
    CHECK(ids.insert(node.attribute("w:id").value()).second);
    const std::string name = node.attribute("w:name").value();
    if (!name.starts_with("qc_")) continue;
    const auto control = node.next_sibling("w:sdt").child("w:sdtPr");
    CHECK(controls.insert(value(control, "w:id")).second);
    names.push_back(name + (control.child("w:lock") ? " locked" : ""));
  }
  CHECK(names == Lines{"qc_village_name", "qc_number", "qc_issue_date", "qc_village_name_r2",
                       "qc_village_name_r3", "qc_adoption_ref", "qc_village_name_r4 locked",
                       "qc_member_count", "qc_village_name_r5 locked", "qc_meeting_cycle",
                       "qc_has_committee", "qc_secretary", "qc_village_head", "qc_adoption_date",
                       "qc_secretary_r2", "qc_village_name_r6 locked", "qc_meeting_cycle_r2"});
}

TEST_CASE("the custom XML part holds what bound blanks show", "[docx]") {
  const Paper paper(filled(), "party-hd36");
  Lines data;
  for (const auto node : paper.root("customXml/item1.xml").children()) {
    data.push_back(std::string(node.name()) + " = " + node.child_value());
  }
  CHECK(data == Lines{"f:number = 01", "f:village_name = Phan Đình Phùng",
                      "f:adoption_ref = Nghị quyết số 12-NQ/CB, ngày 01/6/2018 của Chi bộ",
                      "f:member_count = 24", "f:secretary = Nguyễn Văn Mẫu",
                      "f:village_head = Trần Thị Ví Dụ"});
  const std::string store = "{6F1D2C74-3B0E-4C55-9A57-0C3B5E2D7A11}";
  CHECK(paper.root("customXml/itemProps1.xml").attribute("ds:itemID").value() == store);
}

TEST_CASE("what is not decided yet stands in both wordings, each with a note", "[docx]") {
  const Paper paper(sample::open_regulation(), "party-hd36");
  Lines wordings;
  for (const auto& start : paper.all("w:bookmarkStart")) {
    const std::string name = start.attribute("w:name").value();
    if (!name.starts_with("qv_")) continue;
    const auto note = start.parent();
    CHECK(style_of(note) == "QcClerkNote");
    const std::string end = std::string("w:bookmarkEnd[@w:id='") + start.attribute("w:id").value();
    std::string text;
    for (auto next = note.next_sibling(); next; next = next.next_sibling()) {
      text += text_of(next);
      if (!next.select_node((end + "']").c_str())) continue;
      CHECK(std::string(next.last_child().name()) == "w:bookmarkEnd");
      break;
    }
    wordings.push_back(name + " | " + text);
  }
  CHECK(wordings ==
        Lines{"qv_1_leadership_model_is_separate | phối hợp công tác giữa Bí thư Chi bộ và Trưởng "
              "khu phố [Tên khu phố]",
              "qv_2_leadership_model_not_separate | làm việc của Chi bộ và Ban lãnh đạo khu phố "
              "[Tên khu phố]",
              "qv_3_leadership_model_is_concurrent | - Căn cứ Đề án số 04-ĐA/TU của Tỉnh ủy Bình "
              "Minh;",
              "qv_4_leadership_model_is_separate | 2. Bí thư [Họ tên Bí thư] và Trưởng khu phố [Họ "
              "tên Trưởng khu phố] hội ý trước mỗi cuộc họp của khu phố.",
              "qv_5_leadership_model_not_separate | 2. Bí thư Chi bộ đồng thời là Trưởng khu phố "
              "đưa nội dung ra chi ủy trước mỗi cuộc họp."});
  CHECK(with_style(paper, "QcClerkNote")[1] ==
        "[Giữ đoạn dưới đây nếu: Mô hình lãnh đạo: Bí thư Chi bộ đồng thời là Trưởng khu phố. Nếu "
        "không, xóa đoạn này.]");
}

TEST_CASE("articles are marked for readers, twice the same number apart", "[docx]") {
  auto regulation = filled();
  auto& chapter = regulation.text.body[1].children;
  chapter.insert(chapter.begin() + 1, chapter.front());
  Lines names;
  const Paper paper(regulation, "party-hd36");
  for (const auto& node : paper.all("w:bookmarkStart")) {
    const std::string name = node.attribute("w:name").value();
    if (name.starts_with("qa_")) names.push_back(name);
  }
  CHECK(names == Lines{"qa_1", "qa_2", "qa_3", "qa_3_r2", "qa_4"});
}

TEST_CASE("the package begins with its types and says what it was made from", "[docx]") {
  const Paper paper(filled(), "party-hd36");
  CHECK(paper.names() ==
        Lines{"[Content_Types].xml", "_rels/.rels", "word/document.xml",
              "word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml",
              "word/header1.xml", "word/glossary/document.xml",
              "word/glossary/_rels/document.xml.rels", "word/glossary/styles.xml",
              "customXml/item1.xml", "customXml/_rels/item1.xml.rels", "customXml/itemProps1.xml",
              "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"});
  Lines custom;
  for (const auto node : paper.root("docProps/custom.xml").children()) {
    custom.push_back(std::string(node.attribute("name").value()) + " = " +
                     node.first_child().child_value());
  }
  CHECK(custom == Lines{"quyche.district = binh_minh", "quyche.district_version = 1.0",
                        "quyche.commune = 00017", "quyche.model = binh-minh/quy-che-phoi-hop",
                        "quyche.model_version = 2018.1", "quyche.sign_mode = cell_only",
                        "quyche.date = 2018-06-05", "quyche.profile = party-hd36"});
  const auto core = paper.root("docProps/core.xml");
  CHECK(std::string(core.child_value("dc:title")) ==
        "Quy chế phối hợp công tác giữa Bí thư Chi bộ và Trưởng khu phố Phan Đình Phùng");
  CHECK(std::string(core.child_value("dcterms:created")) == "2018-06-05T00:00:00Z");
  CHECK(std::string(core.child_value("dc:description")) ==
        "Văn bản minh họa; địa danh, tên người và nội dung là hư cấu.");
}

TEST_CASE("a long place of issue takes room from the left and stays on one line", "[docx]") {
  auto regulation = filled();
  regulation.values["place"] = "Xã Phan Đình Phùng";
  const Paper paper(regulation, "party-hd36");
  const auto table = paper.all("w:tbl").front();
  std::vector<int> columns;
  for (const auto column : table.child("w:tblGrid").children()) {
    columns.push_back(column.attribute("w:w").as_int());
  }
  REQUIRE(columns.size() == 3);
  CHECK(columns[0] + columns[1] == 4932);  // 87 mm
  CHECK(columns[2] == 4422);               // 78 mm
  // 231,5 points: this line in italics at 14 points, as a PDF printer sets it.
  CHECK(columns[1] + columns[2] >= 231 * 20);
  const auto number = table.last_child().child("w:tc").child("w:p").child("w:pPr");
  CHECK(number.child("w:ind").attribute("w:left").as_int() == columns[1]);
}

TEST_CASE("same regulation, same bytes", "[docx]") {
  const auto profile = sample::format_profile("party-hd36");
  const auto first = compose(sample::open_regulation(), profile);
  const auto second = compose(sample::open_regulation(), profile);
  REQUIRE(first.size() == second.size());
  for (std::size_t i = 0; i < first.size(); ++i) CHECK(first[i].data == second[i].data);
}

TEST_CASE("what cannot be composed is reported at once", "[docx]") {
  auto regulation = sample::open_regulation();
  regulation.sign_mode = "nobody";
  regulation.text.frame.number_field = "numero";
  regulation.text.body[0].when = Condition{"commune_type", "thị trấn", false};
  CHECK(
      findings(regulation) ==
      "văn bản dùng trường «numero» chưa được khai báo và chưa có giá trị\n"
      "điều kiện theo «commune_type» và «thị trấn» không đặt được thành dấu trong Word; tên trường "
      "và giá trị chỉ gồm chữ, số, dấu gạch dưới và đủ ngắn để cả dấu không quá 40 ký tự\n"
      "cách ký «nobody» không có trong quy chế; có: cell_only, co_signed\n");
}

TEST_CASE("on request the margin says who wrote a provision, once for all that stand in it",
          "[docx]") {
  auto regulation = filled();
  regulation.text.id = "mau";
  regulation.text.version = "1";
  regulation.text.date.reset();
  regulation.jurisdiction.district = Unit{"330", "huyện", "Khoái Châu", {}, false, {}};
  const Origin wrote{Origin::Act::wrote, Level::province, "mau", "1"};
  auto& first = regulation.text.body.front();
  first.children.front().origins = {wrote, {Origin::Act::replaced, Level::district, "kc", "2"}};
  ComposeOptions options;
  options.show_origins = true;
  const Paper paper(regulation, "party-hd36", options);
  Lines said;
  for (const auto comment : paper.root("word/comments.xml").children("w:comment")) {
    std::string text = comment.attribute("w:author").value();
    for (const auto& line : comment.select_nodes(".//w:t")) {
      text += std::string(" | ") + line.node().text().get();
    }
    said.push_back(std::move(text));
  }
  const auto province = said.front().substr(0, said.front().find(" | "));
  REQUIRE(said.size() == regulation.text.body.size() + 1);
  CHECK(said[1] == "Huyện Khoái Châu | " + province +
                       " soạn (mau, bản 1). | Huyện Khoái Châu sửa đổi (kc, bản 2).");
  CHECK(paper.all("w:commentReference").size() == said.size());
  const auto plain = Paper(regulation, "party-hd36").names();
  CHECK(std::count(plain.begin(), plain.end(), "word/comments.xml") == 0);
}

#include "model/word_import.hpp"

#include "support/catch.hpp"
#include "support/regulation_outline.hpp"
#include "support/word_document.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

struct Imported {
  Regulation regulation;
  std::string body;
  std::string findings;
};

Imported import(const WordParts& parts) {
  Diagnostics found;
  Imported imported;
  imported.regulation = import_word(word_document(parts), "quy-che.docx", found);
  imported.body = outline(imported.regulation.body);
  imported.findings = outline(found.findings());
  return imported;
}

Imported import(const std::string& body) { return import(WordParts{body, {}, {}, {}}); }

}  // namespace

TEST_CASE("a regulation with typed numbers becomes a tree", "[model]") {
  const auto imported =
      import(centred_line("Chương I") + centred_line("QUY ĐỊNH CHUNG") +
             bold_line("Điều 1. Phạm vi") + line("Quy chế này áp dụng cho thôn.") +
             bold_line("Điều 2: Nguyên tắc") + line("1. Tôn trọng.") + line("2- Kịp thời, gồm:") +
             line("a) việc thường kỳ;") + line("b. việc đột xuất;") + line("c) việc khác:") +
             line("- do chi bộ giao;") + line("- do dân kiến nghị.") + line("3) Công khai.") +
             centred_line("CHƯƠNG II. TỔ CHỨC") + centred_line("Mục 1. Trách nhiệm") +
             bold_line("Điều 3.") + bold_line("Bí thư Chi bộ") + line("Chủ trì."));
  CHECK(imported.body ==
        "chapter I #chapter_1 [QUY ĐỊNH CHUNG]\n"
        "  article 1 #article_1 [Phạm vi] Quy chế này áp dụng cho thôn.\n"
        "  article 2 #article_2 [Nguyên tắc]\n"
        "    clause 1 #article_2.clause_1 Tôn trọng.\n"
        "    clause 2 #article_2.clause_2 Kịp thời, gồm:\n"
        "      point a #article_2.clause_2.point_a việc thường kỳ;\n"
        "      point b #article_2.clause_2.point_b việc đột xuất;\n"
        "      point c #article_2.clause_2.point_c việc khác:\n"
        "        text #article_2.clause_2.point_c.text_1 - do chi bộ giao;\n"
        "        text #article_2.clause_2.point_c.text_2 - do dân kiến nghị.\n"
        "    clause 3 #article_2.clause_3 Công khai.\n"
        "chapter II #chapter_2 [TỔ CHỨC]\n"
        "  section 1 #chapter_2.section_1 [Trách nhiệm]\n"
        "    article 3 #article_3 [Bí thư Chi bộ] Chủ trì.\n");
  CHECK(imported.findings == "");
}

TEST_CASE("Word's own numbers count as if they were typed", "[model]") {
  const std::string levels =
      "<w:abstractNum w:abstractNumId=\"1\">"
      "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"Chương %1\"/></w:lvl>"
      "<w:lvl w:ilvl=\"1\"><w:lvlRestart w:val=\"0\"/><w:numFmt w:val=\"decimal\"/>"
      "<w:lvlText w:val=\"Điều %2.\"/></w:lvl>"
      "<w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%3.\"/></w:lvl>"
      "<w:lvl w:ilvl=\"3\"><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%4)\"/></w:lvl>"
      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
  const auto imported = import(
      {numbered_line(1, 0, "QUY ĐỊNH CHUNG") + numbered_line(1, 1, "Phạm vi") +
           numbered_line(1, 2, "Các việc:") + numbered_line(1, 3, "một;") +
           numbered_line(1, 3, "hai;") + numbered_line(1, 3, "ba;") + numbered_line(1, 3, "bốn;") +
           numbered_line(1, 3, "năm;") + numbered_line(1, 2, "Theo điểm e khoản 1 Điều 1.") +
           numbered_line(1, 0, "THI HÀNH") + numbered_line(1, 1, "Hiệu lực"),
       levels,
       {},
       {}});
  CHECK(imported.body ==
        "chapter I #chapter_1 [QUY ĐỊNH CHUNG]\n"
        "  article 1 #article_1 [Phạm vi]\n"
        "    clause 1 #article_1.clause_1 Các việc:\n"
        "      point a #article_1.clause_1.point_a một;\n"
        "      point b #article_1.clause_1.point_b hai;\n"
        "      point c #article_1.clause_1.point_c ba;\n"
        "      point d #article_1.clause_1.point_d bốn;\n"
        "      point đ #article_1.clause_1.point_e năm;\n"
        "    clause 2 #article_1.clause_2 Theo <điểm đ khoản 1 Điều 1>.\n"
        "chapter II #chapter_2 [THI HÀNH]\n"
        "  article 2 #article_2 [Hiệu lực]\n");
  CHECK(imported.findings == "warning 8: số «e)» không theo thứ tự; đáng lẽ là «đ)»\n");
}

TEST_CASE("numbers out of order are kept and reported", "[model]") {
  const auto imported =
      import(bold_line("Điều 5. Họp") + bold_line("Điều 7. Báo cáo") + line("1. Hằng tháng.") +
             line("3. Hằng năm:") + line("a) sáu tháng;") + line("c) cả năm.") +
             bold_line("Điều 7. Thi hành"));
  CHECK(imported.body ==
        "article 5 #article_5 [Họp]\n"
        "article 7 #article_7 [Báo cáo]\n"
        "  clause 1 #article_7.clause_1 Hằng tháng.\n"
        "  clause 3 #article_7.clause_3 Hằng năm:\n"
        "    point a #article_7.clause_3.point_a sáu tháng;\n"
        "    point c #article_7.clause_3.point_c cả năm.\n"
        "article 7 #article_7_2 [Thi hành]\n");
  CHECK(imported.findings ==
        "warning 1: số «Điều 5.» không theo thứ tự; đáng lẽ là «Điều 1.»\n"
        "warning 2: số «Điều 7.» không theo thứ tự; đáng lẽ là «Điều 6.»\n"
        "warning 4: số «3.» không theo thứ tự; đáng lẽ là «2.»\n"
        "warning 6: số «c)» không theo thứ tự; đáng lẽ là «b)»\n"
        "warning 7: số «Điều 7.» không theo thứ tự; đáng lẽ là «Điều 8.»\n");
}

TEST_CASE("lines that only look numbered stay in the text", "[model]") {
  const auto imported =
      import(bold_line("Điều 1. Họp") + line("1. Từ năm sau.") + line("2018. là năm đầu.") +
             line("Điều 5 của Luật không thay đổi.") + line("i) không phải điểm.") +
             line("1.1. Không phải khoản.") + line("Chương II của Luật là phần khác."));
  CHECK(imported.body ==
        "article 1 #article_1 [Họp]\n"
        "  clause 1 #article_1.clause_1 Từ năm sau.\n"
        "    text #article_1.clause_1.text_1 2018. là năm đầu.\n"
        "    text #article_1.clause_1.text_2 Điều 5 của Luật không thay đổi.\n"
        "    text #article_1.clause_1.text_3 i) không phải điểm.\n"
        "    text #article_1.clause_1.text_4 1.1. Không phải khoản.\n"
        "    text #article_1.clause_1.text_5 Chương II của Luật là phần khác.\n");
  CHECK(imported.findings ==
        "warning 6: số «1.1.» không phải là khoản hay điểm; đã giữ lại trong lời văn\n");
}

TEST_CASE("an i after h is a point", "[model]") {
  std::string body = bold_line("Điều 1. Việc") + line("1. Gồm:");
  for (const char* letter : {"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k"}) {
    body += line(std::string(letter) + ") việc;");
  }
  const auto imported = import(body);
  CHECK(imported.body.find("      point") == std::string::npos);
  CHECK(imported.body.find("    point i #article_1.clause_1.point_i việc;\n"
                           "    point k #article_1.clause_1.point_k việc;\n") != std::string::npos);
  CHECK(imported.findings == "");
}

TEST_CASE("articles without title keep their sentence, run-in titles are cut off", "[model]") {
  const auto imported =
      import(line("Điều 1. Chi bộ họp mỗi tháng một lần.") +
             paragraph(run("Điều 2. Báo cáo. ", "<w:b/>") + run("Bí thư báo cáo hằng tháng.")) +
             line("Điều 3. Hiệu lực thi hành"));
  CHECK(imported.body ==
        "article 1 #article_1 Chi bộ họp mỗi tháng một lần.\n"
        "article 2 #article_2 [Báo cáo] Bí thư báo cáo hằng tháng.\n"
        "article 3 #article_3 [Hiệu lực thi hành]\n");
}

TEST_CASE("papers with Roman headings and no articles have chapters and clauses", "[model]") {
  const auto imported =
      import(centred_line("QUY CHẾ") + centred_line("làm việc") + bold_line("I. QUY ĐỊNH CHUNG") +
             line("1. Họp hằng tháng.") + line("2. Báo cáo.") + bold_line("II. THI HÀNH") +
             line("1. Từ hôm nay."));
  CHECK(imported.body ==
        "chapter I #chapter_1 [QUY ĐỊNH CHUNG]\n"
        "  clause 1 #chapter_1.clause_1 Họp hằng tháng.\n"
        "  clause 2 #chapter_1.clause_2 Báo cáo.\n"
        "chapter II #chapter_2 [THI HÀNH]\n"
        "  clause 1 #chapter_2.clause_1 Từ hôm nay.\n");
  CHECK(imported.findings ==
        "note 3: mục lớn đánh số «I.» được nhập thành chương\n"
        "note 6: mục lớn đánh số «II.» được nhập thành chương\n");
}

TEST_CASE("tables and appendices keep their rows and their own numbers", "[model]") {
  const auto imported =
      import(bold_line("Điều 1. Phân công") + line("Theo bảng sau:") +
             table({{line("STT"), line("Việc")}, {line("1"), line("Họp") + line("hằng tháng")}}) +
             centred_line("Phụ lục I") + centred_line("DANH SÁCH") + line("(Kèm theo Quy chế)") +
             line("1. Tổ trưởng.") + centred_line("PHỤ LỤC II") + line("Không có."));
  CHECK(imported.body ==
        "article 1 #article_1 [Phân công] Theo bảng sau:\n"
        "  table #article_1.table_1\n"
        "    | STT | Việc |\n"
        "    | 1 | Họp hằng tháng |\n"
        "appendix I #appendix_1 [DANH SÁCH]\n"
        "  text #appendix_1.text_1 (Kèm theo Quy chế)\n"
        "  clause 1 #appendix_1.clause_1 Tổ trưởng.\n"
        "appendix II #appendix_2\n"
        "  text #appendix_2.text_1 Không có.\n");
  CHECK(imported.findings == "");
}

TEST_CASE("what cannot be placed stays in its place and is reported", "[model]") {
  const auto imported =
      import(line("Dự thảo lần 2") + centred_line("QUY CHẾ") + centred_line("làm việc") +
             line("Chi bộ ban hành Quy chế làm việc như sau:") + centred_line("Chương I") +
             centred_line("CHUNG") + line("- Một dòng lạc lõng.") + bold_line("Điều 1. Họp"));
  CHECK(imported.body ==
        "text #text_1 Dự thảo lần 2\n"
        "text #text_2 Chi bộ ban hành Quy chế làm việc như sau:\n"
        "chapter I #chapter_1 [CHUNG]\n"
        "  text #chapter_1.text_1 - Một dòng lạc lõng.\n"
        "  article 1 #article_1 [Họp]\n");
  const std::string sentence =
      "không rõ đoạn này thuộc phần nào của quy chế; đã giữ lại nguyên văn tại chỗ\n";
  CHECK(imported.findings ==
        "warning 1: " + sentence + "warning 4: " + sentence + "warning 7: " + sentence);
}

TEST_CASE("deleted text is gone, inserted text is there, split runs are joined", "[model]") {
  const auto imported = import(
      paragraph(run("Đi", "<w:b/>") + run("ều 1", "<w:b/>") + "<w:ins w:id=\"1\" w:author=\"a\">" +
                run(". Phạm", "<w:b/>") + "</w:ins>" +
                "<w:del w:id=\"2\" w:author=\"a\"><w:r><w:delText>cũ</w:delText></w:r></w:del>" +
                run(" vi", "<w:b/>")) +
      paragraph(run("Đoạn đầu "), "<w:rPr><w:del w:id=\"3\" w:author=\"a\"/></w:rPr>") +
      line("nối đoạn sau.") +
      paragraph("<w:moveFrom w:id=\"4\" w:author=\"a\">" + run("Chuyển đi.") + "</w:moveFrom>") +
      paragraph("<w:moveTo w:id=\"5\" w:author=\"a\">" + run("1. Chuyển đến.") + "</w:moveTo>") +
      line("2. Bo\xCC\x82\xCC\x81n\xC2\xA0 vi\xC2\xAD\xE1\xBB\x87"
           "c\tmới."));
  CHECK(imported.body ==
        "article 1 #article_1 [Phạm vi] Đoạn đầu nối đoạn sau.\n"
        "  clause 1 #article_1.clause_1 Chuyển đến.\n"
        "  clause 2 #article_1.clause_2 Bốn việc mới.\n");
}

TEST_CASE("forced line breaks separate labels and are spaces elsewhere", "[model]") {
  const auto imported =
      import(centred_line("Chương I\nQUY ĐỊNH\nCHUNG") + bold_line("Điều 1.\nPhạm vi") +
             line("1. Gồm:\na) một\nhai;\nb) ba.\n2. Hết."));
  CHECK(imported.body ==
        "chapter I #chapter_1 [QUY ĐỊNH CHUNG]\n"
        "  article 1 #article_1 [Phạm vi]\n"
        "    clause 1 #article_1.clause_1 Gồm:\n"
        "      point a #article_1.clause_1.point_a một hai;\n"
        "      point b #article_1.clause_1.point_b ba.\n"
        "    clause 2 #article_1.clause_2 Hết.\n");
}

TEST_CASE("text boxes and notes follow the paragraph they hang on", "[model]") {
  const std::string box =
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" +
      line("Trong khung.") + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>" +
      "<w:pict><v:textbox><w:txbxContent>" + line("Trong khung.") +
      "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
  const auto imported = import(
      {bold_line("Điều 1. Họp") +
           paragraph(run("1. Hằng tháng.") + box + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>") +
           line("2. Bất thường."),
       {},
       {},
       "<w:footnote w:id=\"2\">" + line("Trừ tháng Tết.") + "</w:footnote>"});
  CHECK(imported.body ==
        "article 1 #article_1 [Họp]\n"
        "  clause 1 #article_1.clause_1 Hằng tháng.\n"
        "    text #article_1.clause_1.text_1 Trong khung.\n"
        "    text #article_1.clause_1.text_2 Trừ tháng Tết.\n"
        "  clause 2 #article_1.clause_2 Bất thường.\n");
  CHECK(imported.findings ==
        "note 3: chú thích hoặc khung chữ được chuyển thành một đoạn ngay sau chỗ có nó\n"
        "note 4: chú thích hoặc khung chữ được chuyển thành một đoạn ngay sau chỗ có nó\n");
}

TEST_CASE("old encodings are reported and read all the same", "[model]") {
  const auto imported = import(line("§iÒu 1. Uû ban nh©n d©n x· cïng phèi hîp víi chi bé th«n."));
  CHECK(imported.body ==
        "article 1 #article_1 Uỷ ban nhân dân xã cùng phối hợp với chi bộ thôn.\n");
  CHECK(
      imported.findings ==
      "error 1: đoạn này gõ bằng bảng mã cũ TCVN3 (ABC); đã tạm đổi sang Unicode, cần đọc lại từng "
      "chữ → chuyển cả tệp sang Unicode (ví dụ bằng Unikey, phông Times New Roman) rồi nhập lại\n");
}

TEST_CASE("a table of contents is left out", "[model]") {
  const auto imported = import(paragraph(run("Điều 1. Họp\t2"), "<w:pStyle w:val=\"TOC1\"/>") +
                               bold_line("Điều 1. Họp"));
  CHECK(imported.body == "article 1 #article_1 [Họp]\n");
  CHECK(imported.findings == "note 1: mục lục bị bỏ qua, vì chương trình tự lập lại\n");
}

TEST_CASE("every provision says that it was imported", "[model]") {
  const auto imported = import(bold_line("Điều 1. Họp"));
  const std::vector<Origin> expected{{Origin::Act::imported, Level::province, "quy-che", "1"}};
  REQUIRE(imported.regulation.body.size() == 1);
  CHECK(imported.regulation.body[0].origins == expected);
}

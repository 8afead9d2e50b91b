#include "base/date.hpp"
#include "model/word_import.hpp"
#include "support/catch.hpp"
#include "support/regulation_outline.hpp"
#include "support/word_document.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

Regulation import(const std::string& body, std::string* findings = nullptr) {
  Diagnostics found;
  auto regulation = import_word(word_document(body), "quy-che.docx", found);
  if (findings != nullptr) *findings = outline(found.findings());
  return regulation;
}

std::string head(const Frame& frame) {
  return frame.family + "; " + words_of(frame.superior) + "; " + words_of(frame.issuer) + "; " +
         frame.number_field + "-" + frame.symbol + "; " + frame.place_field + ", " +
         frame.date_field + "; " + words_of(frame.type_name);
}

std::string signatures(const Frame& frame) {
  std::string out;
  for (const auto& mode : frame.sign_modes) {
    out += mode.name + ":";
    for (const auto& signature : mode.signatures) {
      out += " [" + words_of(signature.on_behalf) + "; " + words_of(signature.position) + "; " +
             signature.name_field + "]";
    }
  }
  for (const auto& recipient : frame.recipients) out += "\n- " + words_of(recipient);
  return out;
}

}  // namespace

TEST_CASE("the heading table of a Party paper fills the frame", "[model]") {
  std::string findings;
  const auto regulation = import(
      table({{line("ĐẢNG BỘ XÃ AN MẪU") + bold_line("CHI BỘ THÔN MẪU") + line("*") +
                  line("Số 01-QC/CB"),
              bold_line("ĐẢNG CỘNG SẢN VIỆT NAM") + line("An Mẫu, ngày 05 tháng 6 năm 2018")}}) +
          centred_line("QUY CHẾ") + centred_line("phối hợp công tác") +
          centred_line("giữa Bí thư và Trưởng thôn") + centred_line("-----") +
          line("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;") + line("- Căn cứ Đề án số 04-ĐA/TU.") +
          bold_line("Điều 1. Họp"),
      &findings);
  CHECK(head(regulation.frame) ==
        "party; ĐẢNG BỘ XÃ AN MẪU; CHI BỘ THÔN MẪU; number-QC/CB; place, issue_date; Quy chế");
  REQUIRE(regulation.frame.titles.size() == 1);
  CHECK(words_of(regulation.frame.titles[0].text) ==
        "phối hợp công tác giữa Bí thư và Trưởng thôn");
  REQUIRE(regulation.bases.size() == 2);
  CHECK(regulation.bases[0].type == "Điều lệ");
  CHECK(regulation.bases[0].title == "Đảng Cộng sản Việt Nam");
  CHECK(regulation.bases[1].number == "04-ĐA/TU");
  CHECK(regulation.date == date_from_iso("2018-06-05"));
  CHECK(regulation.version == "2018.1");
  CHECK(regulation.author == "CHI BỘ THÔN MẪU");
  CHECK(outline(regulation.body) == "article 1 #article_1 [Họp]\n");
  CHECK(findings ==
        "note 4: Số văn bản: «01» là của riêng văn bản này nên không đưa vào mẫu\n"
        "note 6: Địa danh: «An Mẫu» là của riêng văn bản này nên không đưa vào mẫu\n");
}

TEST_CASE("a state heading in columns set with tabs is read too", "[model]") {
  const auto regulation =
      import(line("UBND XÃ AN MẪU\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") +
             line("THÔN MẪU\tĐộc lập - Tự do - Hạnh phúc") +
             line("Số: ……/QC-UBND\tAn Mẫu, ngày … tháng … năm …") +
             centred_line("QUY CHẾ HOẠT ĐỘNG CỦA THÔN") + bold_line("Điều 1. Họp"));
  CHECK(head(regulation.frame) ==
        "state; UBND XÃ AN MẪU; THÔN MẪU; number-QC-UBND; place, issue_date; Quy chế");
  REQUIRE(regulation.frame.titles.size() == 1);
  CHECK(words_of(regulation.frame.titles[0].text) == "HOẠT ĐỘNG CỦA THÔN");
  REQUIRE(regulation.fields.size() == 2);
  CHECK(regulation.fields[0].name == "number");
  CHECK(regulation.fields[0].level == Level::document);
  CHECK(regulation.fields[1].name == "issue_date");
  CHECK(regulation.fields[1].type == FieldType::date);
}

TEST_CASE("a legal basis with blanks becomes a field for the whole citation", "[model]") {
  std::string findings;
  const auto regulation =
      import(centred_line("QUY CHẾ") +
                 line("- Căn cứ Kế hoạch số ……-KH/HU ngày …… của Huyện ủy [Tên huyện];") +
                 line("- Căn cứ {{ cell_rules }};") + line("- Căn cứ tình hình của thôn.") +
                 bold_line("Điều 1. Họp"),
             &findings);
  REQUIRE(regulation.bases.size() == 3);
  CHECK(regulation.bases[0].field == "ke_hoach_so");
  CHECK(regulation.bases[1].field == "cell_rules");
  CHECK(regulation.bases[2].title == "tình hình của thôn");
  REQUIRE(regulation.fields.size() == 4);
  CHECK(regulation.fields[1].label == "Kế hoạch số …-KH/HU ngày … của Huyện ủy [Tên huyện]");
  CHECK(regulation.fields[1].type == FieldType::citation);
  CHECK(findings ==
        "note 2: câu căn cứ còn chỗ trống nên được nhập thành trường «ke_hoach_so»\n"
        "note 4: câu căn cứ này không tách được thành loại, số, ngày, cơ quan ban hành; đã giữ "
        "nguyên "
        "văn\n");
}

TEST_CASE("signatures and recipients are read from a table", "[model]") {
  std::string findings;
  const auto regulation =
      import(bold_line("Điều 1. Chi bộ họp hằng tháng./.") +
                 table({{line("TRƯỞNG THÔN") + line("(Ký, ghi rõ họ tên)") + line("Trần Thị Mẫu"),
                         line("T/M CHI BỘ") + line("BÍ THƯ") + line("") + line("…………………")},
                        {line("Nơi nhận:") + line("- Đảng ủy xã;") + line("- Lưu."), line("")}}),
             &findings);
  CHECK(signatures(regulation.frame) ==
        "co_signed: [; TRƯỞNG THÔN; village_head] [T/M CHI BỘ; BÍ THƯ; secretary]\n"
        "- Đảng ủy xã\n"
        "- Lưu");
  CHECK(outline(regulation.body) == "article 1 #article_1 [Chi bộ họp hằng tháng.]\n");
  CHECK(findings ==
        "note 3: ký: «(Ký, ghi rõ họ tên)» là của riêng văn bản này nên không đưa vào mẫu\n"
        "note 4: Trưởng thôn: «Trần Thị Mẫu» là của riêng văn bản này nên không đưa vào mẫu\n");
}

TEST_CASE("signatures under each other and in columns set with tabs are read too", "[model]") {
  const auto columns = import(bold_line("Điều 1. Họp") + line("Nơi nhận:\tT/M ĐẢNG ỦY") +
                              line("- Các chi bộ;\tBÍ THƯ") + line("- Lưu.\t{{ secretary }}"));
  CHECK(signatures(columns.frame) ==
        "commune_issued: [T/M ĐẢNG ỦY; BÍ THƯ; secretary]\n- Các chi bộ\n- Lưu");
  const auto stacked =
      import(bold_line("Điều 1. Họp") + centred_line("T/M CHI BỘ") + centred_line("PHÓ BÍ THƯ") +
             line("") + centred_line("[Họ và tên]") + line("Nơi nhận:") + line("- Lưu.") +
             centred_line("Phụ lục I") + line("Danh sách"));
  CHECK(signatures(stacked.frame) == "cell_only: [T/M CHI BỘ; PHÓ BÍ THƯ; ho_va_ten]\n- Lưu");
  CHECK(outline(stacked.body) ==
        "article 1 #article_1 [Họp]\nappendix I #appendix_1 [Danh sách]\n");
}

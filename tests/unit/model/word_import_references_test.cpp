#include "model/word_import.hpp"
#include "support/catch.hpp"
#include "support/regulation_outline.hpp"
#include "support/word_document.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

std::string imported(const std::string& body, std::string* findings = nullptr) {
  Diagnostics found;
  const auto regulation = import_word(word_document(body), "a.docx", found);
  if (findings != nullptr) *findings = outline(found.findings());
  return outline(regulation.body);
}

}  // namespace

TEST_CASE("references to provisions of the paper are linked, others stay text", "[model]") {
  std::string findings;
  CHECK(
      imported(
          centred_line("Chương I") + centred_line("CHUNG") + centred_line("Mục 1. Họp") +
              bold_line("Điều 1. Kỳ họp") + line("1. Hằng tháng:") + line("a) ngày 25;") +
              line("2. Theo khoản 1 Điều này và Điều 9 Điều lệ Đảng.") +
              bold_line("Điều 2. Báo cáo") +
              line("Khoản 1 Điều 1 và điểm a, khoản 1, Điều 1 thuộc Mục 1 Chương I, kèm Phụ lục "
                   "I.") +
              centred_line("Phụ lục I") + line("Xem điều 2."),
          &findings) ==
      "chapter I #chapter_1 [CHUNG]\n"
      "  section 1 #chapter_1.section_1 [Họp]\n"
      "    article 1 #article_1 [Kỳ họp]\n"
      "      clause 1 #article_1.clause_1 Hằng tháng:\n"
      "        point a #article_1.clause_1.point_a ngày 25;\n"
      "      clause 2 #article_1.clause_2 Theo khoản 1 Điều này và Điều 9 Điều lệ Đảng.\n"
      "    article 2 #article_2 [Báo cáo] <Khoản 1 Điều 1> và <điểm a khoản 1 Điều 1> thuộc <Mục 1 "
      "Chương I>, kèm <Phụ lục I>.\n"
      "appendix I #appendix_1\n"
      "  text #appendix_1.text_1 Xem <Điều 2>.\n");
  CHECK(findings == "");
}

TEST_CASE("a reference without target names the nearest provision", "[model]") {
  std::string findings;
  CHECK(imported(bold_line("Điều 1. Họp") + line("1. Theo khoản 3 Điều này.") +
                     line("2. Theo Điều 12, điểm c khoản 1 Điều 1 và Chương V."),
                 &findings) ==
        "article 1 #article_1 [Họp]\n"
        "  clause 1 #article_1.clause_1 Theo khoản 3 Điều này.\n"
        "  clause 2 #article_1.clause_2 Theo Điều 12, điểm c khoản 1 Điều 1 và Chương V.\n");
  const auto finding = [](const std::string& paragraph, const std::string& reference,
                          const std::string& nearest) {
    return "warning " + paragraph + ": dẫn chiếu «" + reference +
           "» không có trong văn bản này → gần nhất là «" + nearest +
           "»; sửa số dẫn chiếu, hoặc ghi rõ là của văn bản nào\n";
  };
  CHECK(findings == finding("2", "khoản 3 Điều này", "khoản 2 Điều 1") +
                        finding("3", "Điều 12", "Điều 1") +
                        finding("3", "điểm c khoản 1 Điều 1", "khoản 1 Điều 1"));
}

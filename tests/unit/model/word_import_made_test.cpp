#include <set>
#include <sstream>

#include "base/text.hpp"
#include "model/word_import.hpp"
#include "support/catch.hpp"
#include "support/regulation_outline.hpp"
#include "support/scratch_folder.hpp"

// Papers that another program writes (support/make_word_regulations.py, with python-docx).

using namespace quyche;
using namespace quyche::sample;

namespace {

/// The papers, made once; `missing` when python-docx is not installed.
struct Papers {
  Papers() {
    const auto answer = folder.run("/usr/bin/python3 -B '" QUYCHE_SUPPORT
                                   "/make_word_regulations.py' . && echo made");
    missing = answer.find("No module named") != std::string::npos;
    if (!missing && answer != "made\n") FAIL(answer);
  }
  ScratchFolder folder;
  bool missing = false;
};

const Papers& papers() {
  static const Papers made;
  return made;
}

struct Imported {
  Regulation regulation;
  Diagnostics found;
};

Imported import(const std::string& name) {
  Imported imported;
  imported.regulation = import_word(papers().folder.get(name), name, imported.found);
  return imported;
}

std::set<std::string> words_in(const std::string& text) {
  std::string plain;
  std::string letters = lower(text);
  for (const std::string quote : {"«", "»"}) {
    for (auto at = letters.find(quote); at != std::string::npos; at = letters.find(quote)) {
      letters.replace(at, quote.size(), " ");
    }
  }
  for (const char c : letters) {
    const bool sign = static_cast<unsigned char>(c) < 0x80U && (c < 'a' || c > 'z');
    plain += sign ? ' ' : c;
  }
  std::set<std::string> words;
  std::istringstream stream(plain);
  for (std::string word; stream >> word;) words.insert(word);
  return words;
}

/// All that an import keeps or reports.
std::string everything(const Imported& imported) {
  const auto& regulation = imported.regulation;
  const auto& frame = regulation.frame;
  std::string all = outline(regulation.body) + outline(imported.found.findings());
  for (const auto* line : {&frame.superior, &frame.issuer, &frame.type_name}) {
    all += words_of(*line) + "\n";
  }
  all += frame.symbol + "\n";
  for (const auto& title : frame.titles) all += words_of(title.text) + "\n";
  for (const auto& recipient : frame.recipients) all += words_of(recipient) + "\n";
  for (const auto& mode : frame.sign_modes) {
    for (const auto& signature : mode.signatures) {
      all += words_of(signature.on_behalf) + " " + words_of(signature.position) + "\n";
    }
  }
  for (const auto& basis : regulation.bases) {
    all += basis.type + " " + basis.number + " " + basis.issuer + " " + basis.title + "\n";
  }
  for (const auto& field : regulation.fields) all += field.label + "\n";
  return all;
}

/// Words of the paper itself, read with nothing but a ZIP reader and regular expressions.
std::set<std::string> typed_words(const std::string& name) {
  bool ran = false;
  const auto text = papers().folder.python(
      "zipfile",
      "import re, zipfile\n"
      "xml = zipfile.ZipFile('" +
          name +
          "').read('word/document.xml').decode('utf-8')\n"
          "xml = re.sub(r'<w:(tab|br)/>|</w:p>', ' ', xml)\n"
          "print(re.sub(r'<[^>]+>', '', xml).replace('\\u2026', ' ').replace('\\u2013', ' ')"
          ".replace('\\xa0', ' '))\n",
      ran);
  REQUIRE(ran);
  return words_in(text);
}

/// Words that stand for structure: numbers and headings that are made anew.
const std::set<std::string> k_structure{"chương", "điều", "mục",   "phụ",  "lục", "căn", "cứ",
                                        "đảng",   "cộng", "sản",   "việt", "nam", "nơi", "nhận",
                                        "số",     "ngày", "tháng", "năm",  "của", "i",   "ii",
                                        "a",      "b",    "c",     "d",    "đ",   "e"};

}  // namespace

TEST_CASE("no word of a paper made by python-docx is lost", "[model]") {
  if (papers().missing) {
    WARN("python-docx is not installed: papers made by another program are not read");
    return;
  }
  for (const std::string name : {"plain.docx", "automatic.docx", "clerk.docx"}) {
    INFO(name);
    const auto kept = words_in(everything(import(name)));
    for (const auto& word : typed_words(name)) {
      if (k_structure.contains(word)) continue;
      INFO(word);
      CHECK(kept.contains(word));
    }
  }
}

TEST_CASE("a paper with numbers by python-docx and Word's lists is read", "[model]") {
  if (papers().missing) return;
  const auto imported = import("automatic.docx");
  CHECK(outline(imported.regulation.body) ==
        "chapter I #chapter_1 [QUY ĐỊNH CHUNG]\n"
        "  article 1 #article_1 [Phạm vi điều chỉnh]\n"
        "    clause 1 #article_1.clause_1 Quy chế này áp dụng cho khu phố Mẫu.\n"
        "    clause 2 #article_1.clause_2 Các việc phối hợp:\n"
        "      point a #article_1.clause_2.point_a kinh tế;\n"
        "      point b #article_1.clause_2.point_b văn hóa;\n"
        "      point c #article_1.clause_2.point_c an ninh trật tự;\n"
        "      point d #article_1.clause_2.point_d dân vận;\n"
        "      point đ #article_1.clause_2.point_e đơn thư;\n"
        "      point e #article_1.clause_2.point_f việc khác.\n"
        "  article 2 #article_2 [Nguyên tắc]\n"
        "    clause 1 #article_2.clause_1 Kịp thời, theo <điểm đ khoản 2 Điều 1>.\n"
        "chapter II #chapter_2 [TỔ CHỨC THỰC HIỆN]\n"
        "  article 3 #article_3 [Hiệu lực] Quy chế có hiệu lực từ ngày ký.\n");
}

TEST_CASE("a clerk's paper with all kinds of signs is read", "[model]") {
  if (papers().missing) return;
  const auto imported = import("clerk.docx");
  CHECK(outline(imported.regulation.body) ==
        "chapter I #chapter_1 [NHỮNG QUY ĐỊNH CHUNG]\n"
        "  article 1 #article_1 [Phạm vi]\n"
        "    clause 1 #article_1.clause_1 Quy chế áp dụng cho thôn {ten_thon}, xã {ten_xa}.\n"
        "    clause 2 #article_1.clause_2 Bí thư là đồng chí {dong_chi}, Trưởng thôn {ten_thon} là "
        "ông "
        "(bà) {ong_ba}.\n"
        "    clause 3 #article_1.clause_3 Nội dung phối hợp:\n"
        "      point a #article_1.clause_3.point_a Kinh tế;\n"
        "      point b #article_1.clause_3.point_b Văn hóa;\n"
        "      point c #article_1.clause_3.point_c Xã hội;\n"
        "      point d #article_1.clause_3.point_d An ninh;\n"
        "      point đ #article_1.clause_3.point_dd Việc khác.\n"
        "        text #article_1.clause_3.point_dd.text_1 2018. là năm bắt đầu thực hiện.\n"
        "  article 2 #article_2 [Chế độ họp]\n"
        "    clause 1 #article_2.clause_1 Họp mỗi tháng một lần;\n"
        "      text #article_2.clause_1.text_1 - vào ngày 25;\n"
        "      text #article_2.clause_1.text_2 - tại nhà văn hóa thôn;\n"
        "    clause 2 #article_2.clause_2 Họp bất thường khi cần theo khoản 5 Điều 1.\n"
        "  article 4 #article_4 [Phân công] Bảng phân công:\n"
        "    table #article_4.table_1\n"
        "      | STT | Việc | Người làm |\n"
        "      | 1 | Chuẩn bị | Trưởng thôn |\n"
        "      | 2 | Chủ trì | Bí thư |\n"
        "appendix #appendix_1 [DANH SÁCH TỔ DÂN VẬN]\n"
        "  text #appendix_1.text_1 (Kèm theo Quy chế)\n"
        "  clause 1 #appendix_1.clause_1 Tổ trưởng: Bí thư.\n"
        "  clause 2 #appendix_1.clause_2 Tổ phó: Trưởng thôn.\n");
  CHECK(outline(imported.found.findings()) ==
        "note 2: Địa danh: «An Mẫu» là của riêng văn bản này nên không đưa vào mẫu\n"
        "note 6: câu căn cứ này không tách được thành loại, số, ngày, cơ quan ban hành; đã giữ "
        "nguyên "
        "văn\n"
        "warning 17: dẫn chiếu «khoản 5 Điều 1» không có trong văn bản này → gần nhất là «khoản 3 "
        "Điều "
        "1»; sửa số dẫn chiếu, hoặc ghi rõ là của văn bản nào\n"
        "warning 18: số «Điều 4:» không theo thứ tự; đáng lẽ là «Điều 3.»\n");
}

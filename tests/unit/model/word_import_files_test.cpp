#include <random>

#include "base/archive.hpp"
#include "model/word_import.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/word_document.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

std::string refusal(const std::string& bytes) {
  return caught([&] {
    Diagnostics found;
    static_cast<void>(import_word(bytes, "quy-che.docx", found));
  });
}

std::string packed(const std::string& name, const std::string& data) {
  Compressor compressor;
  const std::vector<ArchiveEntry> entries{compressor.pack(name, data)};
  return write_archive(entries);
}

}  // namespace

TEST_CASE("what is no Word document is refused with the reason", "[model]") {
  const std::string hint = "\n  → mở tệp bằng Word hoặc LibreOffice rồi lưu lại dạng .docx";
  CHECK(refusal("{\\rtf1 Quy chế}") ==
        "quy-che.docx\nlỗi: tệp này không phải là tệp .docx (có thể là RTF, PDF, OpenDocument hoặc "
        "tệp "
        "khác) [word.other-format]" +
            hint);
  CHECK(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") ==
        "quy-che.docx\nlỗi: tệp này là văn bản Word đời cũ (.doc) hoặc được đặt mật khẩu; cần tệp "
        ".docx "
        "không có mật khẩu [word.old-format]" +
            hint);
  CHECK(refusal(packed("other.xml", "<a/>")) ==
        "quy-che.docx\nlỗi: tệp không phải văn bản Word (.docx): thiếu word/document.xml "
        "[word.not-a-document]" +
            hint);
  CHECK(refusal(packed("word/document.xml", "<a/>")) ==
        "quy-che.docx\nlỗi: tệp không phải văn bản Word (.docx): thiếu word/document.xml "
        "[word.not-a-document]" +
            hint);
}

TEST_CASE("dangerous files are refused", "[model]") {
  CHECK(refusal(packed("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"))
            .find("[xml.doctype]") != std::string::npos);
  CHECK(refusal(packed("word/document.xml", std::string(80U << 20U, ' '))).find("too-large]") !=
        std::string::npos);
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<w:sdt><w:sdtContent>";
  CHECK(refusal(packed("word/document.xml", deep)).find("[xml.") != std::string::npos);
}

TEST_CASE("any bytes give a regulation or an Error", "[model]") {
  const auto whole = word_document(centred_line("QUY CHẾ") + bold_line("Điều 1. Họp") +
                                   line("1. Theo khoản 2 Điều 1 [Tên thôn] ……") +
                                   table({{line("Nơi nhận"), line("T/M CHI BỘ")}}));
  const auto entries = read_archive(whole, "quy-che.docx");
  std::mt19937 random(7);
  int regulations = 0;
  int errors = 0;
  for (int round = 0; round < 400; ++round) {
    auto damaged = entries;
    for (auto& entry : damaged) {
      if (entry.name != "word/document.xml") continue;
      auto data = unpack(entry, "quy-che.docx");
      for (unsigned i = 0; i <= random() % 4; ++i) {
        const auto at = random() % data.size();
        if (random() % 2 == 0) data[at] = static_cast<char>(random());
        if (random() % 2 == 0) data.erase(at, random() % 40);
      }
      Compressor compressor;
      entry = compressor.pack(entry.name, data);
    }
    auto bytes = write_archive(damaged);
    if (round % 4 == 0) bytes[random() % bytes.size()] = static_cast<char>(random());
    try {
      Diagnostics found;
      static_cast<void>(import_word(bytes, "quy-che.docx", found));
      ++regulations;
    } catch (const Error& error) {
      CHECK_FALSE(error.findings().empty());
      ++errors;
    }
  }
  CHECK(regulations > 10);
  CHECK(errors > 10);
}

TEST_CASE("endless repetitions are read in bounded time and findings", "[model]") {
  std::string body = bold_line("Điều 1. Họp");
  for (int i = 0; i < 20'000; ++i) body += line("7. Theo Điều 99 [Ô] số ……");
  Diagnostics found;
  const auto regulation = import_word(word_document(body), "quy-che.docx", found);
  CHECK(regulation.body.front().children.size() == 20'000);
  CHECK(regulation.fields.size() == 20'003);
  CHECK(found.findings().size() == 501);
}

#include "check/checker.hpp"

#include <functional>

#include "base/legacy_encoding.hpp"
#include "check/annotate.hpp"
#include "check/fix.hpp"
#include "check/mended_findings.hpp"
#include "docx/package.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/damaged_paper.hpp"
#include "support/format_profiles.hpp"
#include "support/sample_regulation.hpp"

using namespace quyche;

namespace {

std::string checked(const std::vector<Part>& parts, const std::string& profile = {}) {
  std::string chosen;
  return shown(check::check_document(sample::packed(parts), "a.docx", sample::format_profiles(),
                                     profile, chosen));
}

/// Every text control of the form as `made` makes of its words; bookmarks of wordings as they are.
std::vector<Part> with_controls(std::vector<Part> parts,
                                const std::function<std::string(const std::string&)>& made) {
  const auto between = [](const std::string& text, const char* from, const char* to) {
    const auto at = text.find(from) + std::string_view(from).size();
    return text.substr(at, text.find(to, at) - at);
  };
  for (auto& part : parts) {
    if (part.name != "word/document.xml") continue;
    for (auto at = part.data.find("<w:sdt>"); at != std::string::npos;
         at = part.data.find("<w:sdt>", at)) {
      const std::string end = "</w:sdt>";
      const auto length = part.data.find(end, at) + end.size() - at;
      const auto content =
          between(part.data.substr(at, length), "<w:sdtContent>", "</w:sdtContent>");
      const auto words = between(content.substr(content.find("<w:t")), ">", "</w:t>");
      part.data.replace(at, length, made(words));
    }
  }
  return parts;
}

std::vector<Part> open_form() {
  auto regulation = sample::open_regulation();
  regulation.text.body.front().children[1].children[0].children[2].number = "c";
  return compose(regulation, sample::format_profile("party-hd36"));
}

}  // namespace

TEST_CASE("a form saved by LibreOffice keeps its blanks as input fields", "[check]") {
  const auto before = checked(open_form(), "party-hd36");
  const auto field = [](const char* kind) {
    return std::string("<w:r><w:fldChar w:fldCharType=\"") + kind + "\"/></w:r>";
  };
  const auto after =
      checked(with_controls(open_form(),
                            [&](const std::string& words) {
                              return field("begin") +
                                     "<w:r><w:instrText xml:space=\"preserve\"> FILLIN "
                                     "&quot;&quot;</w:instrText></w:r>" +
                                     field("separate") + "<w:r><w:t>" + words + "</w:t></w:r>" +
                                     field("end");
                            }),
              "party-hd36");
  CHECK(before.find("mẫu chưa điền") != std::string::npos);
  CHECK(after == before);
}

TEST_CASE("a form whose controls a redline made text of is still a form", "[check]") {
  const auto after = checked(with_controls(open_form(),
                                           [](const std::string& words) {
                                             return "<w:r><w:rPr><w:rStyle "
                                                    "w:val=\"PlaceholderText\"/></w:rPr><w:t>" +
                                                    words + "</w:t></w:r>";
                                           }),
                             "party-hd36");
  CHECK(after == checked(open_form(), "party-hd36"));
}

TEST_CASE("what was mended is told with its places, and what is left is not", "[check]") {
  auto parts = sample::patched(sample::tabbed_paper(), "word/document.xml",
                               "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr><w:t "
                               "xml:space=\"preserve\">3. ",
                               "<w:sz w:val=\"24\"/></w:rPr><w:t xml:space=\"preserve\">3. ");
  parts = sample::patched(parts, "word/document.xml", "T/M CHI BỘ", "TM. CHI BỘ");
  const auto bytes = sample::packed(parts);
  const auto fixed = check::fix_document(bytes, "a.docx", sample::format_profiles(), {});
  check::DocumentPackage package(bytes, "a.docx");
  check::DocumentPackage copy(fixed, "b.docx");
  const check::DocumentView view(package);
  const check::DocumentView copy_view(copy);
  const auto before = check::check_package(package, view, sample::format_profiles(), {});
  const auto after = check::check_package(copy, copy_view, sample::format_profiles(), {});
  const auto mended = check::mended_findings(before.findings, after.findings);
  REQUIRE(mended.size() == 1);
  CHECK(sentence(mended[0].diagnostic.message, Language::vietnamese) ==
        "Khoản: cỡ chữ 12; cần 14–15");
  CHECK(check::paragraph_numbers(view, mended[0]) == std::vector<int>{14, 20, 26});
}

TEST_CASE("one deviation in many paragraphs is one comment, at the first", "[check]") {
  const auto parts = sample::patched(sample::tabbed_paper(), "word/document.xml",
                                     "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr><w:t "
                                     "xml:space=\"preserve\">3. ",
                                     "<w:sz w:val=\"24\"/></w:rPr><w:t xml:space=\"preserve\">3. ");
  check::DocumentPackage package(sample::packed(parts), "a.docx");
  const check::DocumentView view(package);
  const auto result = check::check_package(package, view, sample::format_profiles(), {});
  check::annotate(package, view, result.findings, Language::vietnamese);
  const auto comments = package.tree(package.related("comments")).select_nodes("w:comment");
  REQUIRE(comments.size() == 1);
  const auto last = comments.first().node().last_child().select_node(".//w:t").node();
  CHECK(std::string(last.child_value()) == "còn 2 chỗ nữa như vậy");
}

TEST_CASE("a filled paper that quyche made has no finding", "[check]") {
  for (const char* profile : {"party-hd05", "party-hd11", "party-hd36"}) {
    CHECK(checked(sample::party_paper(profile)) == "");
  }
  CHECK(checked(sample::state_paper()) == "");
}

TEST_CASE("papers typed in other programs by the rules have no finding", "[check]") {
  CHECK(checked(sample::tabbed_paper()) == "");
  CHECK(checked(sample::tabled_paper()) == "");
}

TEST_CASE("an open form is said to be one, and nothing else", "[check]") {
  for (const char* profile : {"party-hd05", "party-hd11", "party-hd36", "state-nd30"}) {
    auto regulation = std::string(profile) == "state-nd30" ? sample::state_regulation()
                                                           : sample::open_regulation();
    regulation.text.body.front().children[1].children[0].children[2].number = "c";
    const auto text = checked(compose(regulation, sample::format_profile(profile)), profile);
    INFO(text);
    CHECK(text.find("[check.fmt-13.form]") != std::string::npos);
    CHECK(text.find("lỗi:") == std::string::npos);
    CHECK(text.find("cảnh báo:") == std::string::npos);
  }
}

TEST_CASE("the same deviation in several paragraphs is one finding", "[check]") {
  auto parts = sample::patched(sample::tabled_paper(), "word/document.xml", "w:sz w:val=\"26\"",
                               "w:sz w:val=\"22\"");
  CHECK(
      checked(parts) ==
      "a.docx › đoạn 1\n"
      "lỗi: Cơ quan cấp trên: cỡ chữ 11; cần 12–13 [check.fmt-04.size]\n"
      "  ỦY BAN NHÂN DÂN HUYỆN BÌNH AN\n"
      "  → theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn "
      "thư, Phụ lục I\n"
      "a.docx › đoạn 2\n"
      "lỗi: Cơ quan ban hành: cỡ chữ 11; cần 12–13 [check.fmt-04.size]\n"
      "  ỦY BAN NHÂN DÂN XÃ MINH TÂN\n"
      "  → theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn "
      "thư, Phụ lục I\n"
      "a.docx › đoạn 4\n"
      "lỗi: Số và ký hiệu: cỡ chữ 11; cần 13 [check.fmt-04.size]\n"
      "  Số: 15/QC-UBND\n"
      "  → theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn "
      "thư, Phụ lục I\n"
      "a.docx › đoạn 5\n"
      "lỗi: Tiêu đề: cỡ chữ 11; cần 12–13 [check.fmt-04.size]\n"
      "  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
      "  → theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn "
      "thư, Phụ lục I");
  parts = sample::patched(sample::tabbed_paper(), "word/document.xml",
                          "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr><w:t "
                          "xml:space=\"preserve\">3. ",
                          "<w:sz w:val=\"24\"/></w:rPr><w:t xml:space=\"preserve\">3. ");
  CHECK(checked(parts) ==
        "a.docx › đoạn 14\n"
        "lỗi: Khoản: cỡ chữ 12; cần 14–15 [check.fmt-04.size]\n"
        "  3. Bí thư Chi bộ và Trưởng thôn trao đổi với nhau trước khi đưa việc chung ra bàn trong "
        "cuộc "
        "họp…\n"
        "  → theo Hướng dẫn số 36-HD/VPTW ngày 03/4/2018 của Văn phòng Trung ương Đảng về thể thức "
        "và "
        "kỹ thuật trình bày văn bản của Đảng\n"
        "  → cũng như vậy ở đoạn 20, 26");
}

TEST_CASE("a mark stands under what is wrong in a sentence", "[check]") {
  const auto parts = sample::patched(sample::tabbed_paper(), "word/document.xml", "ngày 01/7/2019",
                                     "ngày 01/07/2019");
  CHECK(
      checked(parts) ==
      "a.docx › đoạn 10\n"
      "lỗi: ngày viết «01/07/2019»; cần «01/7/2019» [check.fmt-08.zero]\n"
      "  - Căn cứ Nghị quyết số 03-NQ/CB ngày 01/07/2019 của Chi bộ.\n"
      "                                       ^~~~~~~~~~  ngày dưới 10 và tháng 1, tháng 2 thêm số "
      "0 ở trước; tháng 3 đến tháng 12 không thêm\n"
      "  → theo Hướng dẫn số 36-HD/VPTW ngày 03/4/2018 của Văn phòng Trung ương Đảng về thể thức "
      "và "
      "kỹ thuật trình bày văn bản của Đảng");
}

TEST_CASE("a profile that was asked for is recorded", "[check]") {
  CHECK(checked(sample::party_paper(), "party-hd36") ==
        "a.docx\nlưu ý: kiểm tra theo bộ thể thức «party-hd36» như yêu cầu; theo họ văn bản và "
        "ngày ký thì là «party-hd36» [check.fmt-01.override]");
  std::string chosen;
  CHECK(caught([&] {
          (void)check::check_document(sample::packed(sample::party_paper()), "a.docx",
                                      sample::format_profiles(), "party-hd99", chosen);
        }) ==
        "a.docx\nlỗi: không có bộ thể thức «party-hd99»; đang có: party-hd05, party-hd11, "
        "party-hd36, state-nd30 [check.unknown-profile]");
}

TEST_CASE("the profile follows the family and the day of the paper", "[check]") {
  const auto chosen_for = [](const std::vector<Part>& parts) {
    std::string chosen;
    (void)check::check_document(sample::packed(parts), "a.docx", sample::format_profiles(), {},
                                chosen);
    return chosen;
  };
  CHECK(chosen_for(sample::party_paper("party-hd05")) == "party-hd05");
  CHECK(chosen_for(sample::party_paper("party-hd11")) == "party-hd11");
  CHECK(chosen_for(sample::tabbed_paper()) == "party-hd36");
  CHECK(chosen_for(sample::tabled_paper()) == "state-nd30");
}

TEST_CASE("a form without a date is measured by the day it was made for", "[check]") {
  for (const char* profile : {"party-hd36", "state-nd30"}) {
    const auto regulation = std::string(profile) == "state-nd30" ? sample::state_regulation()
                                                                 : sample::open_regulation();
    std::string chosen;
    (void)check::check_document(
        sample::packed(compose(regulation, sample::format_profile(profile))), "a.docx",
        sample::format_profiles(), {}, chosen);
    CHECK(chosen == profile);
  }
}

TEST_CASE("no profile is in force for a paper of 2019 by the state", "[check]") {
  const auto parts = sample::patched(sample::tabled_paper(), "word/document.xml",
                                     "tháng 4 năm 2022", "tháng 4 năm 2019");
  CHECK(checked(parts) ==
        "a.docx\ncảnh báo: không có bộ thể thức nào có hiệu lực vào ngày 03/4/2019; chỉ kiểm tra "
        "bảng "
        "mã chữ. Chọn một bộ bằng --profile [check.fmt-01.none-in-force]");
}

TEST_CASE("a paper in TCVN3 is told to be converted first", "[check]") {
  auto parts = sample::tabbed_paper();
  for (auto& part : parts) {
    if (part.name != "word/document.xml") continue;
    part.data = to_legacy(part.data, LegacyEncoding::tcvn3);
  }
  const auto text = checked(parts, "party-hd36");
  INFO(text);
  CHECK(text.find("lỗi: chữ theo bảng mã cũ TCVN3 (ABC); cần Unicode [check.fmt-11.legacy]") !=
        std::string::npos);
  CHECK(text.find("check.fmt-02") == std::string::npos);
}

TEST_CASE("one person in both offices is found", "[check]") {
  auto values = sample::village_values();
  values["village_head"] = values["secretary"];
  auto regulation = sample::with_values(sample::open_regulation(), values);
  regulation.sign_mode = "co_signed";
  regulation.text.body.front().children[1].children[0].children[2].number = "c";
  const auto text = checked(compose(regulation, sample::format_profile("party-hd36")));
  CHECK(text.find("«Nguyễn Văn Mẫu» ký ở hai chức danh") != std::string::npos);
  CHECK(text.find("[check.str-05.twice]") != std::string::npos);
}

TEST_CASE("of two who sign together one without a name is found", "[check]") {
  auto regulation = sample::with_values(sample::open_regulation(), sample::village_values());
  regulation.sign_mode = "co_signed";
  regulation.text.body.front().children[1].children[0].children[2].number = "c";
  const auto whole = compose(regulation, sample::format_profile("party-hd36"));
  CHECK(checked(whole).find("[check.fmt-10.no-signer]") == std::string::npos);
  const std::pair<const char*, const char*> k_sides[]{{"secretary", "BÍ THƯ"},
                                                      {"village_head", "TRƯỞNG KHU PHỐ"}};
  for (const auto& [field, office] : k_sides) {
    INFO(field);
    const auto name = sample::village_values().at(field);
    const auto text = checked(sample::patched(whole, "word/document.xml", ">" + name + "<", "><"));
    CHECK(text.find("dưới chức vụ «" + std::string(office) + "» thiếu họ tên người ký") !=
          std::string::npos);
  }
}

TEST_CASE("comments stand at the places of the findings", "[check]") {
  const auto parts =
      sample::patched(sample::tabbed_paper(), "word/document.xml", "T/M CHI BỘ", "TM. CHI BỘ");
  check::DocumentPackage package(sample::packed(parts), "a.docx");
  const check::DocumentView view(package);
  const auto result = check::check_package(package, view, sample::format_profiles(), {});
  check::annotate(package, view, result.findings, Language::english);
  check::DocumentPackage again(package.save(), "b.docx");
  const auto comments = again.tree(again.related("comments"));
  REQUIRE(comments);
  const auto comment = comments.first_child();
  CHECK(std::string(comment.attribute("w:author").value()) == "quyche");
  CHECK(std::string(comment.select_node(".//w:t").node().child_value()) ==
        "the mark of authority \"TM.\" belongs to another family; expected \"T/M\" "
        "[check.fmt-10.mark]");
  const auto start = again.document().select_node("//w:commentRangeStart").node();
  const auto text = start.parent().select_node(".//w:t[starts-with(., 'TM.')]").node();
  CHECK(std::string(text.child_value()) == "TM. CHI BỘ");
  // A second round adds to the comments that are there.
  const check::DocumentView second_view(again);
  const auto second = check::check_package(again, second_view, sample::format_profiles(), {});
  check::annotate(again, second_view, second.findings, Language::english);
  check::DocumentPackage third(again.save(), "c.docx");
  CHECK(third.tree(third.related("comments")).select_nodes("w:comment").size() == 2);
}

TEST_CASE("mending leaves every word, and what is right, as it was", "[check]") {
  const auto words_of = [](std::string_view bytes) {
    check::DocumentPackage package(bytes, "a.docx");
    std::string words;
    for (const auto& paragraph : check::DocumentView(package).paragraphs) {
      words += paragraph.text + "\n";
    }
    return words;
  };
  for (const auto& parts : {sample::party_paper(), sample::state_paper(), sample::tabbed_paper(),
                            sample::tabled_paper()}) {
    const auto before = sample::packed(parts);
    const auto after = check::fix_document(before, "a.docx", sample::format_profiles(), {});
    CHECK(words_of(after) == words_of(before));
    CHECK(check::fix_document(after, "a.docx", sample::format_profiles(), {}) == after);
  }
  auto damaged =
      sample::patched(sample::tabbed_paper(), "word/document.xml", "Times New Roman", "Arial");
  damaged = sample::patched(damaged, "word/document.xml", "<w:tab/>", "<w:tab/><w:tab/>");
  const auto before = sample::packed(damaged);
  const auto after = check::fix_document(before, "a.docx", sample::format_profiles(), {});
  CHECK(words_of(after) == words_of(before));
  std::string chosen;
  CHECK(shown(check::check_document(after, "a.docx", sample::format_profiles(), {}, chosen)) == "");
}

TEST_CASE("what is no Word document is refused", "[check]") {
  std::string chosen;
  CHECK(caught([&] {
          (void)check::check_document("hello", "a.docx", sample::format_profiles(), {}, chosen);
        }).find("word.other-format") != std::string::npos);
}

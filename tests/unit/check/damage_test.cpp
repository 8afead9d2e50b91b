// Papers with one thing wrong each: the checker finds that one and nothing else.

#include "base/legacy_encoding.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"
#include "check/checker.hpp"
#include "check/fix.hpp"
#include "docx/package.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/damaged_paper.hpp"
#include "support/format_profiles.hpp"

using namespace quyche;

namespace {

using Parts = std::vector<Part>;

constexpr const char* k_document = "word/document.xml";
constexpr const char* k_styles = "word/styles.xml";
constexpr const char* k_header = "word/header1.xml";
constexpr std::string_view k_open = "<w:r><w:t xml:space=\"preserve\">";

std::string codes_of(const std::string& bytes) {
  std::string chosen;
  std::string codes;
  const auto findings =
      check::check_document(bytes, "a.docx", sample::format_profiles(), {}, chosen);
  for (const auto& finding : findings) {
    if (!codes.empty()) codes += ' ';
    codes += finding.message.code;
  }
  return codes;
}

std::string mended(const Parts& parts) {
  return check::fix_document(sample::packed(parts), "a.docx", sample::format_profiles(), {});
}

/// The run that begins with `text`, given run properties of its own.
Parts with_format(Parts parts, const std::string& text, const std::string& properties) {
  const auto run = std::string(k_open) + text;
  return sample::patched(
      std::move(parts), k_document, run,
      "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text);
}

Parts in_text(Parts parts, std::string_view from, std::string_view to) {
  return sample::patched(std::move(parts), k_document, from, to);
}

Parts without_last(Parts parts, const std::string& words) {
  for (auto& part : parts) {
    if (part.name == k_document) part.data.erase(part.data.rfind(words), words.size());
  }
  return parts;
}

/// Paragraphs of a style, given a property behind it.
Parts with_property(Parts parts, const std::string& style, const std::string& property) {
  const auto mark = "<w:pStyle w:val=\"" + style + "\"/>";
  return sample::patched(std::move(parts), k_document, mark, mark + property);
}

struct Damage {
  const char* name;
  Parts parts;
  const char* code;
  bool is_mended = false;  ///< --fix heals it
};

void check_all(const std::vector<Damage>& damages) {
  for (const auto& damage : damages) {
    INFO(damage.name);
    CHECK(codes_of(sample::packed(damage.parts)) == damage.code);
    CHECK(codes_of(mended(damage.parts)) == (damage.is_mended ? "" : damage.code));
  }
}

}  // namespace

TEST_CASE("a wrong page is found and mended", "[check]") {
  const auto paper = sample::party_paper();
  const auto number = std::string("<w:headerReference w:type=\"default\" r:id=\"rId5\"/>");
  check_all({
      {"Letter paper", in_text(paper, "w:w=\"11906\" w:h=\"16838\"", "w:w=\"12240\" w:h=\"15840\""),
       "check.fmt-03.page", true},
      {"top", in_text(paper, "w:top=\"1134\"", "w:top=\"1417\""), "check.fmt-03.top", true},
      {"right", in_text(paper, "w:right=\"850\"", "w:right=\"1134\""), "check.fmt-03.right", true},
      {"bottom", in_text(paper, "w:bottom=\"1134\"", "w:bottom=\"900\""), "check.fmt-03.bottom",
       true},
      {"left", in_text(paper, "w:left=\"1701\"", "w:left=\"1417\""), "check.fmt-03.left", true},
      {"number on page 1", in_text(paper, "<w:titlePg/>", ""), "check.fmt-12.first-page", true},
      {"no number", in_text(paper, number, ""), "check.fmt-12.none", true},
      {"number at the left",
       sample::patched(paper, k_header, "<w:pStyle w:val=\"QcPageNumber\"/>",
                       "<w:pStyle w:val=\"QcPageNumber\"/><w:jc w:val=\"left\"/>"),
       "check.fmt-12.not-centred", true},
      {"large number",
       sample::patched(paper, k_header, "<w:r><w:fldChar w:fldCharType=\"begin\"/>",
                       "<w:r><w:rPr><w:sz w:val=\"40\"/></w:rPr><w:fldChar "
                       "w:fldCharType=\"begin\"/>"),
       "check.fmt-12.size", true},
      {"number near the text", in_text(paper, "w:header=\"567\"", "w:header=\"708\""),
       "check.fmt-12.distance", true},
      {"Roman numbers",
       in_text(paper, "<w:titlePg/>", "<w:pgNumType w:fmt=\"lowerRoman\"/><w:titlePg/>"),
       "check.fmt-12.digits", true},
      {"a field in Roman numbers", sample::patched(paper, k_header, " PAGE ", " PAGE \\* ROMAN "),
       "check.fmt-12.digits", true},
      {"a field in Roman numbers, in pieces",
       sample::patched(paper, k_header, " PAGE </w:instrText>",
                       " PAGE  </w:instrText></w:r><w:r><w:instrText>\\* roman</w:instrText>"),
       "check.fmt-12.digits", true},
      {"a simple field in letters",
       sample::patched(paper, k_header, "<w:r><w:fldChar w:fldCharType=\"begin\"/>",
                       "<w:fldSimple w:instr=\"PAGE \\* ALPHABETIC\"/><w:r><w:fldChar "
                       "w:fldCharType=\"begin\"/>"),
       "check.fmt-12.digits", true},
  });
}

TEST_CASE("a part that cannot be read is told of, not passed over", "[check]") {
  for (const char* part : {k_styles, k_header}) {
    INFO(part);
    const auto broken = sample::patched(sample::party_paper(), part, "<w:", "<w:<");
    const auto problem = caught([&] { codes_of(sample::packed(broken)); });
    CHECK(problem.find(part) != std::string::npos);
  }
}

TEST_CASE("parts that say nothing of the look may be written in any way", "[check]") {
  for (auto paper = sample::party_paper(); const char* part : {"docProps/app.xml"}) {
    for (auto& one : paper) {
      if (one.name == part) one.data = "<Properties>";
    }
    CHECK(codes_of(sample::packed(paper)).empty());
  }
}

TEST_CASE("a number at the foot of the page moves to its head", "[check]") {
  auto paper = in_text(sample::party_paper(), "w:headerReference", "w:footerReference");
  paper = sample::patched(paper, k_header, "w:hdr", "w:ftr");
  paper = sample::patched(paper, "word/_rels/document.xml.rels", "relationships/header\"",
                          "relationships/footer\"");
  paper = sample::patched(paper, "[Content_Types].xml", "header+xml", "footer+xml");
  check_all({{"footer", paper, "check.fmt-12.bottom", true}});
}

TEST_CASE("a wrong look of a component is found and mended", "[check]") {
  const auto paper = sample::party_paper();
  const auto style = [&](std::string_view from, std::string_view to) {
    return sample::patched(paper, k_styles, from, to);
  };
  check_all({
      {"Arial", style("\"Times New Roman\"", "\"Arial\""), "check.fmt-04.font", true},
      {"East Asian font", style("w:eastAsia=\"Times New Roman\"", "w:eastAsia=\"MS Mincho\""),
       "check.fmt-04.slots", true},
      {"heading not bold", with_format(paper, "ĐẢNG CỘNG", "<w:b w:val=\"0\"/>"),
       "check.fmt-04.not-bold", true},
      {"superior bold", with_format(paper, "Đảng bộ phường", "<w:b/>"), "check.fmt-04.bold", true},
      {"date upright", style("<w:i/><w:iCs/><w:sz w:val=\"28\"/>", "<w:sz w:val=\"28\"/>"),
       "check.fmt-04.not-italic", true},
      {"type in small letters", with_format(paper, "Quy chế<", "<w:caps w:val=\"0\"/>"),
       "check.fmt-04.not-capitals", true},
      {"type too small", with_format(paper, "Quy chế<", "<w:sz w:val=\"24\"/>"),
       "check.fmt-04.size", true},
      {"clause too small", with_format(paper, "2. Quy chế có", "<w:sz w:val=\"24\"/>"),
       "check.fmt-04.size", true},
      {"clause italic", with_format(paper, "2. Quy chế có", "<w:i/>"), "check.fmt-04.italic", true},
      {"point bold", with_format(paper, "b) Không", "<w:b/>"), "check.fmt-04.bold", true},
      {"red letters", with_format(paper, "b) Không", "<w:color w:val=\"FF0000\"/>"),
       "check.fmt-04.colour", true},
      {"chapter at the left", with_property(paper, "QcChapterNumber", "<w:jc w:val=\"left\"/>"),
       "check.fmt-04.not-centred", true},
      {"clauses ragged", with_property(paper, "QcClause", "<w:jc w:val=\"left\"/>"),
       "check.fmt-04.not-justified", true},
      {"issuer at the left", with_property(paper, "QcIssuer", "<w:jc w:val=\"left\"/>"),
       "check.fmt-04.not-centred", true},
      {"recipients not underlined", style("<w:u w:val=\"single\"/>", ""),
       "check.fmt-04.not-underlined", true},
      {"clauses not indented", with_property(paper, "QcClause", "<w:ind w:firstLine=\"0\"/>"),
       "check.fmt-04.first-line", true},
      {"lines too close",
       with_property(paper, "QcClause", "<w:spacing w:line=\"340\" w:lineRule=\"exact\"/>"),
       "check.fmt-04.line-least", true},
      {"lines counted in lines",
       with_property(paper, "QcPoint", "<w:spacing w:line=\"276\" w:lineRule=\"auto\"/>"),
       "check.fmt-04.line-least", true},
      {"no space between points", with_property(paper, "QcPoint", "<w:spacing w:after=\"0\"/>"),
       "check.fmt-04.space", true},
      {"article heading upright", with_format(paper, "Điều 4.", "<w:b w:val=\"0\"/>"),
       "check.fmt-04.not-bold", true},
  });
}

TEST_CASE("signs of the other family are found", "[check]") {
  const auto party = sample::party_paper();
  const auto state = sample::state_paper();
  const auto motto =
      "VIỆT NAM</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"QcSigner\"/></w:pPr>" +
      std::string(k_open) + "Độc lập - Tự do - Hạnh phúc</w:t></w:r></w:p>";
  const auto state_heading =
      "VIỆT NAM</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"QcHeading\"/></w:pPr>" +
      std::string(k_open) + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r></w:p>";
  check_all({
      {"heading of the state in a Party paper",
       in_text(party, "VIỆT NAM</w:t></w:r></w:p>", state_heading), "check.fmt-02.other-heading"},
      {"motto in a Party paper", in_text(party, "VIỆT NAM</w:t></w:r></w:p>", motto),
       "check.fmt-02.motto"},
      {"no line",
       sample::patched(party, k_styles, "<w:top w:val=\"single\" w:sz=\"6\"",
                       "<w:top w:val=\"nil\" w:sz=\"6\""),
       "check.fmt-02.no-line"},
      {"underlined heading", with_format(party, "ĐẢNG CỘNG", "<w:u w:val=\"single\"/>"),
       "check.fmt-02.underlined"},
      {"no star", in_text(party, ">*<", "><"), "check.fmt-02.no-star"},
      {"three hyphens", in_text(party, ">-----<", ">---<"), "check.fmt-02.other-dashes"},
      {"no hyphens", in_text(party, ">-----<", "><"), "check.fmt-02.no-dashes"},
      {"basis without dash", in_text(party, "- Căn cứ Điều lệ", "Căn cứ Điều lệ"),
       "check.fmt-02.basis-no-dash"},
      {"TM. in a Party paper", in_text(party, "T/M CHI BỘ", "TM. CHI BỘ"), "check.fmt-10.mark"},
      {"T/M in a state paper", in_text(state, "TM. ỦY BAN", "T/M ỦY BAN"), "check.fmt-10.mark"},
      {"basis with dash", in_text(state, "Căn cứ Điều lệ", "- Căn cứ Điều lệ"),
       "check.fmt-02.basis-dash"},
      {"motto without spaces", in_text(state, "Độc lập - Tự do", "Độc lập- Tự do"),
       "check.fmt-02.words"},
      {"number of the Party", in_text(state, ">Số: ", ">Số "), "check.fmt-05.number"},
      {"office of the Party", with_format(state, "CHỦ TỊCH", "<w:b w:val=\"0\"/>"),
       "check.fmt-10.not-bold", true},
  });
}

TEST_CASE("a wrong number, type or date is found", "[check]") {
  const auto paper = sample::party_paper();
  check_all({
      {"colon", in_text(paper, ">Số <", ">Số: <"), "check.fmt-05.number"},
      {"one digit", in_text(paper, ">01<", ">1<"), "check.fmt-05.number"},
      {"spaces", in_text(paper, "-QC/CB", " - QC/CB"), "check.fmt-05.number"},
      {"of another type", in_text(paper, "-QC/CB", "-KH/CB"), "check.fmt-05.type-code"},
      {"of another organ", in_text(paper, "-QC/CB", "-QC/ĐU"), "check.fmt-05.organ-code"},
      {"not for a cell", in_text(in_text(paper, ">Quy chế<", ">Hướng dẫn<"), "-QC/CB", "-HD/CB"),
       "check.fmt-06.cell"},
      {"of the other family", in_text(paper, ">Quy chế<", ">Công điện<"), "check.fmt-06.family"},
      {"place named after a person", in_text(paper, ">Hồng Hà, ", ">Quang Trung, "),
       "check.fmt-09.place"},
      {"place of one syllable", in_text(paper, ">Hồng Hà, ", ">Vương, "), "check.fmt-09.place"},
      {"no number", in_text(paper, ">01<", ">     <"), "check.fmt-13.empty-number"},
      {"day without zero", in_text(paper, "ngày 05 tháng 6", "ngày 5 tháng 6"),
       "check.fmt-08.zero"},
      {"month with zero", in_text(paper, "ngày 05 tháng 6", "ngày 05 tháng 06"),
       "check.fmt-08.zero"},
      {"short date", in_text(paper, ">01/6/2018<", ">01/06/2018<"), "check.fmt-08.zero"},
      {"no such day", in_text(paper, ">01/6/2018<", ">31/6/2018<"), "check.fmt-08.no-such-day"},
      {"basis of tomorrow", in_text(paper, "05/02/2018", "05/02/2019"), "check.str-04.later"},
  });
}

TEST_CASE("a wrong number is told with the paper's own type, number and organ", "[check]") {
  const auto told = [](const Parts& parts) {
    std::string chosen;
    const auto found = check::check_document(sample::packed(parts), "a.docx",
                                             sample::format_profiles(), {}, chosen);
    return found.empty() ? std::string() : sentence(found.front().message, Language::vietnamese);
  };
  const auto resolution = in_text(sample::tabbed_paper(), "QUY CHẾ", "NGHỊ QUYẾT");
  CHECK(told(in_text(resolution, "Số 07-QC/CB", "Số: 7/NQ-CB")) ==
        "số và ký hiệu «Số: 7/NQ-CB» sai dạng; cần dạng như «Số 07-NQ/CB», số dưới 10 thêm số 0, "
        "không có dấu cách thừa");
  CHECK(told(in_text(resolution, "Số 07-QC/CB", "12-NQ/CB")) ==
        "trước số và ký hiệu «12-NQ/CB» thiếu chữ «Số»; cần «Số 12-NQ/CB»");
  CHECK(told(in_text(sample::tabled_paper(), "Số: 15/QC-UBND", "Số 15-QC/UBND")) ==
        "số và ký hiệu «Số 15-QC/UBND» sai dạng; cần dạng như «Số: 15/QC-UBND», số dưới 10 thêm "
        "số 0, không có dấu cách thừa");
}

TEST_CASE("the heading of the other family is one deviation, and is not mended to fit it",
          "[check]") {
  const char* party = "ĐẢNG CỘNG SẢN VIỆT NAM";
  const char* state = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
  const char* motto = "Độc lập - Tự do - Hạnh phúc";
  check_all({
      {"quốc hiệu over a Party paper", in_text(sample::tabbed_paper(), party, state),
       "check.fmt-02.other-heading"},
      {"the Party's heading over a paper of the state",
       in_text(in_text(sample::tabled_paper(), state, party), motto, ""),
       "check.fmt-02.other-heading"},
  });
  std::string chosen;
  const auto found =
      check::check_document(sample::packed(in_text(sample::tabbed_paper(), party, state)), "a.docx",
                            sample::format_profiles(), {}, chosen);
  CHECK(chosen == "party-hd36");
  REQUIRE(found.size() == 1);
  CHECK(sentence(found[0].hints.front(), Language::vietnamese) ==
        "văn bản được coi là của Đảng vì có: «ĐẢNG BỘ XÃ MINH TÂN», «CHI BỘ THÔN THƯỢNG», «*», «Số "
        "07-QC/CB», «T/M CHI BỘ», «BÍ THƯ»");
}

TEST_CASE("organs are found where the number stands beside the first of them", "[check]") {
  const std::string tab = "<w:r><w:tab/></w:r>";
  auto paper =
      in_text(sample::tabbed_paper(), "ĐẢNG BỘ XÃ MINH TÂN</w:t></w:r>" + tab,
              "ĐẢNG BỘ XÃ MINH TÂN</w:t></w:r>" + tab + "<w:r><w:t>Số 07-QC/CB</w:t></w:r>" + tab);
  paper = in_text(paper, "CHI BỘ THÔN THƯỢNG</w:t></w:r>",
                  "CHI BỘ THÔN THƯỢNG</w:t></w:r>" + tab + "<w:r><w:t>Ngày lập</w:t></w:r>");
  check::DocumentPackage package(sample::packed(paper), "a.docx");
  const check::DocumentView view(package);
  const check::Components parts(view);
  CHECK(parts.text_of("superior") == "ĐẢNG BỘ XÃ MINH TÂN");
  CHECK(parts.text_of("number") == "Số 07-QC/CB");
}

TEST_CASE("letters of a legacy font keep it when the paper is mended", "[check]") {
  const std::string font = "<w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/>";
  const auto few = to_legacy("Thực hiện.", LegacyEncoding::tcvn3);
  auto paper = sample::tabbed_paper();
  const auto sentence =
      "1. " + to_legacy("Đảng ủy xã lãnh đạo việc thực hiện.", LegacyEncoding::tcvn3);
  const std::string begin = "<w:r><w:rPr>" + font + "<w:sz w:val=\"24\"/></w:rPr>";
  paper = in_text(paper, "Điều 2. Việc phối hợp thứ 2</w:t></w:r></w:p>",
                  "Điều 2. Việc phối hợp thứ 2</w:t></w:r></w:p><w:p>" + begin +
                      "<w:t xml:space=\"preserve\">" + sentence + "</w:t></w:r></w:p><w:p>" +
                      begin + "<w:t xml:space=\"preserve\">" + few + "</w:t></w:r></w:p>");
  const auto after = mended(paper);
  check::DocumentPackage package(after, "a.docx");
  std::string kept;
  for (const auto node :
       package.document().select_nodes("//w:r[w:rPr/w:rFonts/@w:ascii='.VnTime']")) {
    kept += std::string(node.node().child("w:t").child_value()) + "|";
  }
  CHECK(kept == sentence + "|" + few + "|");
}

TEST_CASE("spaces and dates that are wrong in the text are found", "[check]") {
  const auto paper = sample::party_paper();
  check_all({
      {"two spaces", in_text(paper, "Bàn trước", "Bàn  trước"), "check.text.spaces"},
      {"space before a comma", in_text(paper, "b) Không làm", "b) Vui , không làm"),
       "check.text.space-before"},
      {"no space behind a number", in_text(paper, "2. Quy chế có", "2.Quy chế có"),
       "check.text.no-space"},
      {"no space behind a letter", in_text(paper, "c) Bàn", "c)Bàn"), "check.text.no-space"},
      {"day without zero and year", in_text(paper, "kể từ ngày ký", "kể từ ngày 5/6"),
       "check.fmt-08.short"},
      {"day without year", in_text(paper, "kể từ ngày ký", "kể từ ngày 15/6"), ""},
      {"no day", in_text(paper, "kể từ ngày ký", "kể từ ngày 45/6"), ""},
  });
}

TEST_CASE("underlining of the other family is found and mended", "[check]") {
  check_all(
      {{"recipients", with_format(sample::state_paper(), "Nơi nhận:", "<w:u w:val=\"single\"/>"),
        "check.fmt-04.underlined", true}});
}

TEST_CASE("columns held by spaces are told once, and each piece is mended by itself", "[check]") {
  const std::string tab = "<w:r><w:tab/></w:r>";
  const auto paper = sample::tabbed_paper();
  const auto spaced = in_text(paper, "ĐẢNG BỘ XÃ MINH TÂN</w:t></w:r>" + tab,
                              "ĐẢNG BỘ XÃ MINH TÂN          </w:t></w:r>");
  check_all({
      {"heading", spaced, "check.fmt-02.by-spaces"},
      {"office",
       in_text(paper, "- Đảng ủy xã,</w:t></w:r>" + tab,
               "- Đảng ủy xã,</w:t></w:r>" + tab + tab + tab),
       "check.fmt-10.by-spaces"},
  });
  // Both in one text: neither size nor weight of the heading is right.
  auto one = in_text(spaced, "          </w:t></w:r>", "          ");
  const auto from = std::string("          <w:r>");
  for (auto& part : one) {
    if (part.name != k_document) continue;
    const auto at = part.data.find(from);
    const auto text = part.data.find("ĐẢNG CỘNG SẢN", at);
    part.data.replace(at + 10, text - at - 10, "");
  }
  CHECK(codes_of(sample::packed(one)) ==
        "check.fmt-04.size check.fmt-04.not-bold check.fmt-02.by-spaces");
  CHECK(codes_of(mended(one)) == "check.fmt-02.by-spaces");
}

TEST_CASE("what is struck out in a redline does not count, what is inserted does", "[check]") {
  const std::string place = "Điều 2. Việc phối hợp thứ 2</w:t></w:r></w:p>";
  const std::string author = "w:author=\"A\" w:date=\"2019-08-01T00:00:00Z\"";
  const auto struck = [&](const std::string& text) {
    return "<w:p><w:pPr><w:rPr><w:del w:id=\"90\" " + author +
           "/></w:rPr></w:pPr><w:del w:id=\"91\" " + author + "><w:r><w:delText>" + text +
           "</w:delText></w:r></w:del></w:p>";
  };
  const auto paper = sample::tabbed_paper();
  CHECK(codes_of(sample::packed(in_text(paper, place, place + struck("1. Việc đã bỏ.")))).empty());
  const auto inserted = "<w:p><w:pPr><w:rPr><w:ins w:id=\"90\" " + author +
                        "/></w:rPr></w:pPr><w:ins w:id=\"91\" " + author +
                        "><w:r><w:t>1. Việc thêm.</w:t></w:r></w:ins></w:p>";
  CHECK(codes_of(sample::packed(in_text(paper, place, place + inserted)))
            .find("check.str-01.clause") != std::string::npos);
}

TEST_CASE("signs at the end of a line are those of the profile", "[check]") {
  const auto paper = sample::party_paper();
  const auto newer = sample::party_paper("party-hd05");
  check_all({
      {"plain full stop under HD36", in_text(paper, "kể từ ngày ký./.", "kể từ ngày ký."),
       "check.text.end-mark"},
      {"old end mark under HD05", in_text(newer, "kể từ ngày ký.", "kể từ ngày ký./."),
       "check.text.end-mark"},
      {"basis", in_text(paper, "Cộng sản Việt Nam;", "Cộng sản Việt Nam,"), "check.text.basis"},
      {"recipient", in_text(paper, "- Ủy ban nhân dân phường,", "- Ủy ban nhân dân phường;"),
       "check.text.recipient"},
      {"last recipient", in_text(paper, "- Lưu Chi bộ.", "- Lưu Chi bộ,"), "check.text.recipient"},
  });
}

TEST_CASE("names keep the tones of their bearers", "[check]") {
  const auto paper = in_text(sample::party_paper(), ">Nguyễn Văn Mẫu<", ">Nguyễn Thị Thuỷ Hoà<");
  CHECK(codes_of(sample::packed(paper)).empty());
}

TEST_CASE("committees of communes issue what each of them may", "[check]") {
  auto paper = in_text(sample::party_paper(), ">Chi bộ khu phố ", ">Đảng ủy phường ");
  paper = in_text(paper, "-QC/CB", "-QC/ĐU");
  paper = in_text(paper, ">Đảng bộ phường ", ">Đảng bộ thành phố ");
  check_all({
      {"committee", in_text(paper, "T/M CHI BỘ", "T/M BAN CHẤP HÀNH"), ""},
      {"standing committee", in_text(paper, "T/M CHI BỘ", "T/M BAN THƯỜNG VỤ"),
       "check.fmt-06.committee"},
  });
}

TEST_CASE("a wrong signature is found", "[check]") {
  const auto paper = sample::party_paper();
  check_all({
      {"committee", in_text(paper, "T/M CHI BỘ", "T/M CHI ỦY"), "check.fmt-10.committee"},
      {"deputy", in_text(in_text(paper, "T/M CHI BỘ", "K/T BÍ THƯ"), ">BÍ THƯ<", ">PHÓ BÍ THƯ<"),
       "check.fmt-10.deputy"},
      {"degree", in_text(paper, ">Nguyễn Văn Mẫu<", ">ThS. Nguyễn Văn Mẫu<"),
       "check.fmt-10.degree"},
      {"no authority", in_text(paper, "T/M CHI BỘ", ""), "check.fmt-10.no-authority"},
      {"two sides", in_text(in_text(paper, "T/M CHI BỘ", ""), ">BÍ THƯ<", ">TRƯỞNG KHU PHỐ<"), ""},
      {"no name", without_last(paper, "Nguyễn Văn Mẫu"), "check.fmt-10.no-signer"},
      {"office bold", with_format(paper, "BÍ THƯ", "<w:b/>"), "check.fmt-10.bold", true},
      {"name in capitals", in_text(paper, ">Nguyễn Văn Mẫu<", ">NGUYỄN VĂN MẪU<"),
       "check.fmt-10.capitals"},
      {"unit of the other kind", in_text(paper, "Đảng bộ phường ", "Đảng bộ xã "),
       "check.str-06.village"},
  });
}

TEST_CASE("wrong letters are found, and mended where the words stay", "[check]") {
  const auto paper = sample::party_paper();
  const std::string decomposed = "Ba\xCC\x80n trước";
  const auto legacy =
      to_legacy("b) Việc khó thì cùng bàn, việc dễ thì cùng làm, không ai đứng ngoài.",
                LegacyEncoding::tcvn3);
  check_all({
      {"Icelandic letter", in_text(paper, "Điều 4. Hiệu", "Ðiều 4. Hiệu"),
       "check.fmt-11.look-alike", true},
      {"African letter", in_text(paper, "Đảng ủy phường", "Ɖảng ủy phường"),
       "check.fmt-11.look-alike", true},
      {"combining marks", in_text(paper, "Bàn trước", decomposed), "check.fmt-11.nfd", true},
      {"TCVN3",
       in_text(paper,
               "b) Không làm thay việc của nhau &amp; không né tránh việc khó &lt; hay &gt; dễ;",
               legacy),
       "check.fmt-11.legacy"},
      {"dots", in_text(paper, "kể từ ngày ký", "kể từ ngày ……"), "check.fmt-13.blank"},
      {"brackets", in_text(paper, "kể từ ngày ký", "kể từ ngày [...]"), "check.fmt-13.blank"},
      {"two ways of tones", in_text(paper, "b) Không làm", "b) Hoà thuận, không làm"),
       "check.text.tones"},
  });
}

TEST_CASE("a wrong structure is found", "[check]") {
  const auto paper = sample::party_paper();
  check_all({
      {"article", in_text(paper, "Điều 4.", "Điều 6."), "check.str-01.article"},
      {"clause", in_text(paper, "2. Quy chế có", "3. Quy chế có"), "check.str-01.clause"},
      {"Latin point", in_text(paper, "c) Bàn", "d) Bàn"), "check.str-01.point"},
      {"chapter", in_text(paper, ">Chương II<", ">Chương III<"), "check.str-01.chapter"},
      {"reference", in_text(paper, "khoản 1 Điều 3", "khoản 9 Điều 3"), "check.str-02.reference"},
  });
}

TEST_CASE("a paper typed with tabs is measured as any other", "[check]") {
  const auto paper = sample::tabbed_paper();
  const auto other = [&](std::string_view from, std::string_view to) {
    return in_text(paper, from, to);
  };
  const std::string fonts =
      "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New "
      "Roman\"/>";
  check_all({
      {"one clause in Arial",
       other(fonts + "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr><w:t "
                     "xml:space=\"preserve\">b)",
             "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz "
             "w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr><w:t xml:space=\"preserve\">b)"),
       "check.fmt-04.font", true},
      {"heading of size 13", other("w:val=\"30\"", "w:val=\"26\""), "check.fmt-04.size", true},
      {"no line",
       other("<w:r><w:pict><v:line xmlns:v=\"urn:schemas-microsoft-com:vml\" id=\"Line1\" "
             "from=\"280pt,1pt\" to=\"470pt,1pt\" strokeweight=\".75pt\"/></w:pict></w:r>",
             ""),
       "check.fmt-02.no-line"},
      {"issuer in small letters", other("CHI BỘ THÔN THƯỢNG", "Chi bộ thôn Thượng"),
       "check.fmt-04.not-capitals", true},
      {"number with a colon", other("Số 07", "Số: 07"), "check.fmt-05.number"},
      {"date", other("ngày 12 tháng 8", "ngày 12 tháng 08"), "check.fmt-08.zero"},
      {"TM.", other("T/M CHI BỘ", "TM. CHI BỘ"), "check.fmt-10.mark"},
      {"type at the left",
       other("<w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr>" + fonts + "<w:b/><w:sz w:val=\"32\"/>",
             "<w:jc w:val=\"left\"/></w:pPr><w:r><w:rPr>" + fonts + "<w:b/><w:sz w:val=\"32\"/>"),
       "check.fmt-04.not-centred", true},
      {"reference", other("khoản 2 Điều 1.", "khoản 2 Điều 8."), "check.str-02.reference"},
      {"empty control",
       other("Nguyễn Văn Thí Dụ</w:t></w:r>",
             "Nguyễn Văn Thí Dụ</w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
             "<w:sdtContent><w:r><w:t>Bấm để nhập</w:t></w:r></w:sdtContent></w:sdt>"),
       "check.fmt-13.empty-control"},
  });
}

TEST_CASE("a paper with styles of LibreOffice is measured as any other", "[check]") {
  const auto paper = sample::tabled_paper();
  const auto other = [&](std::string_view from, std::string_view to) {
    return in_text(paper, from, to);
  };
  check_all({
      {"page wider than allowed", other("w:top=\"1417\"", "w:top=\"1701\""), "check.fmt-03.top",
       true},
      {"font of the style",
       sample::patched(paper, k_styles, "w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\"",
                       "w:ascii=\"Liberation Serif\" w:hAnsi=\"Liberation Serif\""),
       "check.fmt-04.font", true},
      {"recipients upright",
       other("<w:b/><w:i/><w:sz w:val=\"24\"/>", "<w:b/><w:sz w:val=\"24\"/>"),
       "check.fmt-04.not-italic", true},
      {"signed for the Party", other("TM. ỦY BAN", "T/M ỦY BAN"), "check.fmt-10.mark"},
      {"no motto", other("Độc lập - Tự do - Hạnh phúc", ""), "check.fmt-02.no-motto"},
      {"dashes under the title",
       other("làm việc của Ủy ban nhân dân xã</w:t></w:r></w:p>",
             "làm việc của Ủy ban nhân dân xã</w:t></w:r></w:p><w:p><w:pPr><w:jc "
             "w:val=\"center\"/></w:pPr><w:r><w:t>-----</w:t></w:r></w:p>"),
       "check.fmt-02.dashes"},
  });
}

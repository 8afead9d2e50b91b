#include "base/legacy_encoding.hpp"

#include <string>
#include <vector>

#include "base/text.hpp"
#include "support/catch.hpp"
#include "support/random_syllables.hpp"

using namespace quyche;

namespace {

constexpr auto tcvn3 = LegacyEncoding::tcvn3;
constexpr auto vni = LegacyEncoding::vni;

struct Row {
  std::string vietnamese;
  std::string tcvn3;
  std::string vni;
};

// By hand, from the printed tables of TCVN 5712:1993 (VN3) and of VNI for Windows.
const std::vector<Row> k_sentences{
    {"Ủy ban nhân dân", "ñy ban nh©n d©n", "UÛy ban nhaân daân"},
    {"Cộng hòa xã hội chủ nghĩa Việt Nam", "Céng hßa x· héi chñ nghÜa ViÖt Nam",
     "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"},
    {"Độc lập - Tự do - Hạnh phúc", "§éc lËp - Tù do - H¹nh phóc",
     "Ñoäc laäp - Töï do - Haïnh phuùc"},
    {"Đảng Cộng sản Việt Nam", "§¶ng Céng s¶n ViÖt Nam", "Ñaûng Coäng saûn Vieät Nam"},
    {"Quy chế phối hợp", "Quy chÕ phèi hîp", "Quy cheá phoái hôïp"},
    {"Nghị quyết của chi bộ", "NghÞ quyÕt cña chi bé", "Nghò quyeát cuûa chi boä"},
    {"bí thư chi bộ", "bÝ th\u00AD chi bé", "bí thö chi boä"},
    {"trưởng thôn", "tr\u00ADëng th«n", "tröôûng thoân"},
    {"huyện Khoái Châu", "huyÖn Kho¸i Ch©u", "huyeän Khoaùi Chaâu"},
    {"tỉnh Hưng Yên", "tØnh H\u00ADng Yªn", "tænh Höng Yeân"},
    {"sinh hoạt chi bộ hàng tháng", "sinh ho¹t chi bé hµng th¸ng",
     "sinh hoaït chi boä haøng thaùng"},
    {"giữ gìn an ninh trật tự", "gi÷ g×n an ninh trËt tù", "giöõ gìn an ninh traät töï"},
    {"kiểm tra, giám sát", "kiÓm tra, gi¸m s¸t", "kieåm tra, giaùm saùt"},
    {"Ban công tác Mặt trận", "Ban c«ng t¸c MÆt trËn", "Ban coâng taùc Maët traän"},
    {"Hội Cựu chiến binh", "Héi Cùu chiÕn binh", "Hoäi Cöïu chieán binh"},
    {"xây dựng nông thôn mới", "x©y dùng n«ng th«n míi", "xaây döïng noâng thoân môùi"},
    {"tổng kết năm học", "tæng kÕt n¨m häc", "toång keát naêm hoïc"},
    {"Đại hội lần thứ nhất", "§¹i héi lÇn thø nhÊt", "Ñaïi hoäi laàn thöù nhaát"},
    {"người dân đóng góp ý kiến", "ng\u00ADêi d©n ®ãng gãp ý kiÕn",
     "ngöôøi daân ñoùng goùp yù kieán"},
    {"đường làng ngõ xóm sạch đẹp", "®\u00ADêng lµng ngâ xãm s¹ch ®Ñp",
     "ñöôøng laøng ngoõ xoùm saïch ñeïp"},
    {"chịu trách nhiệm trước pháp luật", "chÞu tr¸ch nhiÖm tr\u00ADíc ph¸p luËt",
     "chòu traùch nhieäm tröôùc phaùp luaät"},
    {"thủy lợi, vệ sinh môi trường", "thñy lîi, vÖ sinh m«i tr\u00ADêng",
     "thuûy lôïi, veä sinh moâi tröôøng"},
    {"phòng chống thiên tai, bão lụt", "phßng chèng thiªn tai, b·o lôt",
     "phoøng choáng thieân tai, baõo luït"},
    {"cấp ủy, tổ chức đảng", "cÊp ñy, tæ chøc ®¶ng", "caáp uûy, toå chöùc ñaûng"},
};

}  // namespace

TEST_CASE("sentences in TCVN3 and VNI become Vietnamese", "[base]") {
  for (const auto& row : k_sentences) {
    // A capital letter with a tone has no code in TCVN3.
    const auto expected = row.vietnamese.starts_with("Ủ") ? "ủy ban nhân dân" : row.vietnamese;
    CHECK(from_legacy(row.tcvn3, tcvn3) == expected);
    CHECK(from_legacy(row.vni, vni) == row.vietnamese);
  }
}

TEST_CASE("Vietnamese becomes TCVN3 and VNI", "[base]") {
  for (const auto& row : k_sentences) {
    CHECK(to_legacy(row.vietnamese, tcvn3) == row.tcvn3);
    CHECK(to_legacy(row.vietnamese, vni) == row.vni);
  }
}

TEST_CASE("every letter of TCVN3 has its code", "[base]") {
  const std::string vietnamese =
      "à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị "
      "ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ đ Ă Â Ê Ô Ơ Ư Đ";
  const std::string codes =
      "µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö × Ø Ü Ý Þ "
      "ß á â ã ä « å æ ç è é ¬ ê ë ì í î ï ñ ò ó ô \u00AD õ ö ÷ ø ù ú û ü ý þ ® ¡ ¢ £ ¤ ¥ ¦ §";
  CHECK(to_legacy(vietnamese, tcvn3) == codes);
  CHECK(from_legacy(codes, tcvn3) == vietnamese);
}

TEST_CASE("every letter of VNI has its code, in both cases", "[base]") {
  const std::string vietnamese =
      "à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị "
      "ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ đ";
  const std::string codes =
      "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä eø eû eõ eù eï eâ eà eå eã eá eä "
      "ì æ ó í ò oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï "
      "ö öø öû öõ öù öï yø yû yõ yù î ñ";
  const std::string great =
      "AØ AÛ AÕ AÙ AÏ AÊ AÈ AÚ AÜ AÉ AË AÂ AÀ AÅ AÃ AÁ AÄ EØ EÛ EÕ EÙ EÏ EÂ EÀ EÅ EÃ EÁ EÄ "
      "Ì Æ Ó Í Ò OØ OÛ OÕ OÙ OÏ OÂ OÀ OÅ OÃ OÁ OÄ Ô ÔØ ÔÛ ÔÕ ÔÙ ÔÏ UØ UÛ UÕ UÙ UÏ "
      "Ö ÖØ ÖÛ ÖÕ ÖÙ ÖÏ YØ YÛ YÕ YÙ Î Ñ";
  CHECK(to_legacy(vietnamese, vni) == codes);
  CHECK(from_legacy(codes, vni) == vietnamese);
  CHECK(to_legacy(upper(vietnamese), vni) == great);
  CHECK(from_legacy(great, vni) == upper(vietnamese));
}

TEST_CASE("a capital vowel with a small mark is read in VNI", "[base]") {
  CHECK(from_legacy("Aùnh saùng", vni) == "Ánh sáng");
  CHECK(from_legacy("Ñaïi hoäi ÑAÛNG", vni) == "Đại hội ĐẢNG");
}

TEST_CASE("capitals that TCVN3 has lost come back in words and lines of capitals", "[base]") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
      {"§¶NG ñY X·", "ĐẢNG ỦY XÃ"},
      {"UBND TØNH H¦NG Y£N", "UBND TỈNH HƯNG YÊN"},
      {"BÝ TH¦", "BÍ THƯ"},
      {"TØNH ñy H­ng Yªn", "TỈNH ủy Hưng Yên"},
      {"X·", "Xã"},
      {"UBND Hµ", "UBND Hà"},
      {"H§ND, CA Hµ", "HĐND, CA Hà"},
      {"TØNH Hµ NAM", "TỈNH HÀ NAM"},
      {"Hµ NAM", "HÀ NAM"},
      {"L£ THÞ Mü", "LÊ THỊ MỸ"},
      {"Lª ThÞ Mü", "Lê Thị Mỹ"},
      {"ñy", "ủy"},
      {"quy chÕ\nQUY CHÕ Vµ LÖ\nvµ", "quy chế\nQUY CHẾ VÀ LỆ\nvà"},
  };
  for (const auto& [codes, vietnamese] : rows) CHECK(from_legacy(codes, tcvn3) == vietnamese);
}

TEST_CASE("what an encoding lacks stays as it is", "[base]") {
  CHECK(to_legacy("Điều 1. “ABC” – 100%", tcvn3) == "§iÒu 1. “ABC” – 100%");
  CHECK(from_legacy("§iÒu 1. “ABC” – 100%", tcvn3) == "Điều 1. “ABC” – 100%");
  CHECK(to_legacy("ж 😀 fjwz", vni) == "ж 😀 fjwz");
  CHECK(from_legacy("", tcvn3).empty());
  CHECK(to_legacy("", vni).empty());
  CHECK(from_legacy("\xFF", vni) == "\uFFFD");
}

TEST_CASE("random Vietnamese comes back from both encodings", "[base]") {
  RandomSyllables random(1993);
  for (int i = 0; i < 5000; ++i) {
    const auto text = random.sentence(6);
    CAPTURE(text);
    REQUIRE(from_legacy(to_legacy(text, tcvn3), tcvn3) == text);
    REQUIRE(from_legacy(to_legacy(text, vni), vni) == text);
    REQUIRE(from_legacy(to_legacy(upper(text), vni), vni) == upper(text));
  }
}

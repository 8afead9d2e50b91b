#include <string>
#include <utility>
#include <vector>

#include "base/legacy_encoding.hpp"
#include "base/text.hpp"
#include "support/catch.hpp"
#include "support/random_syllables.hpp"

using namespace quyche;

namespace {

constexpr auto tcvn3 = LegacyEncoding::tcvn3;
constexpr auto vni = LegacyEncoding::vni;

}  // namespace

TEST_CASE("detect_legacy knows TCVN3 and VNI", "[base]") {
  const std::vector<std::pair<std::string, LegacyEncoding>> rows{
      {"Uû ban nh©n d©n", tcvn3},
      {"Céng hßa x· héi chñ nghÜa ViÖt Nam", tcvn3},
      {"CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", tcvn3},
      {"§éc lËp - Tù do - H¹nh phóc", tcvn3},
      {"H\u00ADng Yªn", tcvn3},
      {"NguyÔn V¨n B×nh", tcvn3},
      {"TrÇn ThÞ Hoµ, sinh n¨m 1985", tcvn3},
      {"§iÒu 1. Ph¹m vi ®iÒu chØnh (http://example.vn/a?b=1)", tcvn3},
      {"§¶ng bé huyÖn Krông P¾c tæ chøc héi nghÞ tæng kÕt n¨m", tcvn3},
      {"Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", vni},
      {"COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", vni},
      {"Ñoäc laäp - Töï do - Haïnh phuùc", vni},
      {"Uûy ban nhaân daân", vni},
      {"Höng Yeân, ngaøy 05 thaùng 6 naêm 2018", vni},
      {"Nguyeãn Vaên Bình", vni},
      {"Ñieàu 1. Phaïm vi ñieàu chænh", vni},
  };
  for (const auto& [text, encoding] : rows) {
    CAPTURE(text);
    CHECK(detect_legacy(text) == encoding);
  }
}

TEST_CASE("detect_legacy raises no alarm on proper text", "[base]") {
  for (const auto* text : {"",
                           " ",
                           "ASCII only, 100%",
                           "Ủy ban nhân dân xã An Vĩ",
                           "và có thì là",
                           "Lê Văn Tám",
                           "Hòa và Tú là hai anh em",
                           "BÁO CÁO TÀI CHÍNH",
                           "Là, và, thì, mà: à, á, ã, è, é, ê, ì, í, ò, ó, ô, õ, ù, ú, ý",
                           "xe ô tô, cà phê, bê tông",
                           "Nga\u0300y 05 tha\u0301ng 6 na\u0306m 2018",
                           "Đảng bộ (cũ: §¶ng bé)",
                           "café",
                           "café, naïve, Müller",
                           "Thaï",
                           "Thaï laïc",
                           "Où est la bibliothèque ?",
                           "Où",
                           "Déjà vu à l'hôtel près de la forêt",
                           "Garçon, un thé glacé s'il vous plaît",
                           "Noël à Hué et à Hanoï",
                           "Le 1º, la 2ª, n° 3, m², µm, 35 °C, § 5, ©2018, £5, ¥100",
                           "© 2018 Microsoft® Windows®",
                           "«Hưng Yên» và «Hà Nội»",
                           "« le chat » et «la souris»",
                           "São Paulo é a maior cidade do país",
                           "O coração não é tão simples quanto você pensa",
                           "El Niño y La Niña: el año próximo será más cálido",
                           "Ñu, Ñuñoa, Ñandú",
                           "Björn Öström från Malmö åkte till Åre",
                           "Größe, Übermut, Äpfel, Köln, schön",
                           "Rødgrød med fløde på Ærø",
                           "Þórður Ægir Öxnadal",
                           "Jää-äär õhtuöö tänavatel",
                           "È vero: perché no? Così è più bello",
                           "https://example.vn/café/müller?x=é&y=©",
                           "www.exämple.vn",
                           "nguyen.van.a@example.vn",
                           "C:\\Users\\Bé\\Tài liệu",
                           "ten_tệp=Bé",
                           "×÷±¬«»¿¡",
                           "© ® ™ § ¶ · ¸ ¹",
                           "\xFF\xFE",
                           "Việt Nam, Nguyễn Văn Bình, Ðà Nẵng"}) {
    CAPTURE(text);
    CHECK_FALSE(detect_legacy(text).has_value());
  }
}

TEST_CASE("one word alone proves nothing", "[base]") {
  for (const auto* text : {"Uû", "nh©n", "boä", "Vieät", "ViÖt", "Vieät Vieät Vieät"}) {
    CAPTURE(text);
    CHECK_FALSE(detect_legacy(text).has_value());
  }
}

TEST_CASE("random Vietnamese is detected in its encoding and never as it is", "[base]") {
  RandomSyllables random(5712);
  for (int i = 0; i < 2000; ++i) {
    const auto text = random.sentence(14);
    CAPTURE(text);
    REQUIRE_FALSE(detect_legacy(text).has_value());
    REQUIRE(detect_legacy(to_legacy(text, tcvn3)) == tcvn3);
    REQUIRE(detect_legacy(to_legacy(text, vni)) == vni);
  }
}

#include "docx/text_width.hpp"

#include "support/catch.hpp"

using namespace quyche;

// Expected: widths measured in a word processor with Times-metric letters, 1 mm = 56,69 twips.
TEST_CASE("bold headings are as wide as measured", "[docx]") {
  CHECK(text_width("ĐẢNG CỘNG SẢN VIỆT NAM", {30, true}) == 4133);
  CHECK(text_width("ĐẢNG CỘNG SẢN VIỆT NAM", {28, true}) == 3858);
  CHECK(text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {24, true}) ==
        Approx(88.3 * 56.69).epsilon(0.002));
  CHECK(text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {26, true}) ==
        Approx(95.7 * 56.69).epsilon(0.002));
  CHECK(text_width("Độc lập - Tự do - Hạnh phúc", {26, true}) ==
        Approx(55.9 * 56.69).epsilon(0.01));
}

// Expected: the advance widths of Times Italic, in ems: a 0,5; n 0,5; M 0,833; m 0,722.
TEST_CASE("italic letters have widths of their own", "[docx]") {
  CHECK(text_width("an", {28, false, true}) == 280);  // both half an em
  CHECK(text_width("an", {28}) == 264);               // 0,444 and 0,5 em
  CHECK(text_width("Mm", {28, false, true}) == Approx((0.833 + 0.722) * 280).epsilon(0.002));
}

TEST_CASE("marks do not widen a letter, horns do", "[docx]") {
  CHECK(text_width("ÁẰỆĨỎỦỸĐ", {28, false}) == text_width("AAEIOUYD", {28, false}));
  CHECK(text_width("áằệĩỏủỹđ", {28, false}) == text_width("aaeiouyd", {28, false}));
  CHECK(text_width("ờự", {28, false}) > text_width("ou", {28, false}));
}

TEST_CASE("a long name is broken into lines of about one length", "[docx]") {
  const std::string name = "CHI BỘ KHU PHỐ PHAN ĐÌNH PHÙNG";
  const Letters letters{28, true};
  const int column = 4932;
  REQUIRE(text_width(name, letters) > column);
  const int width = balanced_width(name, letters, column);
  CHECK(width >= text_width("PHAN ĐÌNH PHÙNG", letters));
  CHECK(width < text_width("CHI BỘ KHU PHỐ PHAN", letters));
}

TEST_CASE("what fits on one line keeps the whole column", "[docx]") {
  CHECK(balanced_width("CHI BỘ THÔN TRUNG", {28, true}, 4932) == 4932);
}

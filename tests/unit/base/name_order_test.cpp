#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "support/catch.hpp"

using namespace quyche;

namespace {

int sign(int value) { return value < 0 ? -1 : (value > 0 ? 1 : 0); }

void check_order(const std::vector<std::string>& names,
                 int (*compare)(std::string_view, std::string_view)) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t j = 0; j < names.size(); ++j) {
      CAPTURE(names[i], names[j]);
      const int expected = i < j ? -1 : (i > j ? 1 : 0);
      REQUIRE(sign(compare(names[i], names[j])) == expected);
    }
  }
}

// In the order of the alphabet and of the tones, by hand.
const std::vector<std::string> k_given_names{
    "An",    "Anh",  "Ánh",  "Ảo",    "Áo",   "Ăn",    "Ân",   "Ẩn",   "Ấn",    "Ba",
    "Bà",    "Bả",   "Bã",   "Bá",    "Bạ",   "Bách",  "Bảo",  "Băng", "Bằng",  "Bích",
    "Biên",  "Bình", "Bính", "Bộ",    "Ca",   "Cảnh",  "Căn",  "Cẩm",  "Châu",  "Chi",
    "Chiến", "Công", "Cúc",  "Cường", "Danh", "Dân",   "Dung", "Dũng", "Duy",   "Dương",
    "Đào",   "Đạt",  "Đăng", "Điệp",  "Đoàn", "Đông",  "Đức",  "Gấm",  "Giang", "Hà",
    "Hạ",    "Hải",  "Hạnh", "Hằng",  "Hân",  "Hiền",  "Hiển", "Hoa",  "Hòa",   "Hoá",
    "Hoàng", "Hồ",   "Hồng", "Huệ",   "Hưng", "Hương", "Khoa", "Kiên", "Lan",   "Lâm",
    "Liên",  "Long", "Mai",  "Minh",  "Mỹ",   "Nam",   "Nga",  "Ngà",  "Nghĩa", "Ngọc",
    "Oanh",  "Ôn",   "Ơn",   "Phúc",  "Quân", "Quý",   "Sơn",  "Tâm",  "Thao",  "Thảo",
    "Thu",   "Thủy", "Trà",  "Tuân",  "Tuấn", "Tuyết", "Uyên", "Ước",  "Ý",     "Yến"};

}  // namespace

TEST_CASE("a hundred names stand in dictionary order", "[base]") {
  REQUIRE(k_given_names.size() == 100);
  check_order(k_given_names, compare_names);
}

TEST_CASE("any shuffling of the names sorts to the same list", "[base]") {
  std::mt19937 random(20180605);
  auto names = k_given_names;
  for (int round = 0; round < 20; ++round) {
    std::shuffle(names.begin(), names.end(), random);
    std::sort(names.begin(), names.end(),
              [](const auto& a, const auto& b) { return compare_names(a, b) < 0; });
    REQUIRE(names == k_given_names);
  }
}

TEST_CASE("the six tones follow each other", "[base]") {
  check_order({"ma", "mà", "mả", "mã", "má", "mạ"}, compare_names);
  check_order({"hoa", "hoà", "hòa", "hoả", "hỏa", "hoá", "hóa", "hoạ", "họa"}, compare_names);
  check_order({"Hoa", "Hòa", "Hoá"}, compare_names);
  check_order({"Hoa", "Hoà", "Hóa"}, compare_names);
  check_order({"Hoa", "Hòa", "Hóa"}, compare_names);
  check_order({"Hoa", "Hoà", "Hoá"}, compare_names);
}

TEST_CASE("the letters follow each other, Latin guests at their places", "[base]") {
  check_order({"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l", "m",
               "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z", "ж"},
              compare_names);
}

TEST_CASE("names of units are compared syllable by syllable", "[base]") {
  check_order({"Ân Thi", "Hưng Yên", "Khoái Châu", "Kim Động", "Mỹ Hào", "Phù Cừ", "Tiên Lữ",
               "Văn Giang", "Văn Lâm", "Yên Mỹ"},
              compare_names);
  check_order({"Hoa Bình", "Hoa Tươi", "Hòa An", "Hoà Bình", "Hòa Yên", "Hoàng Anh"},
              compare_names);
  check_order({"An", "An Vĩ", "Anh"}, compare_names);
}

TEST_CASE("numbers in names count by value and stand before letters", "[base]") {
  check_order({"Thôn 1", "Thôn 2", "Thôn 02A", "Thôn 9", "Thôn 10", "Thôn 100", "Thôn A"},
              compare_names);
  check_order({"Khu phố 2", "Khu phố 99999999999999999999", "Khu phố 100000000000000000000"},
              compare_names);
}

TEST_CASE("names that differ in case or signs only still have one order", "[base]") {
  check_order({"AN", "An", "an"}, compare_names);
  CHECK(compare_names("Bình-Minh", "Bình Minh") != 0);
  CHECK(compare_names("Bình", "Bi\u0300nh") == 0);
  CHECK(compare_names("", "") == 0);
  CHECK(compare_names("", "a") < 0);
}

TEST_CASE("people are ordered by given name, family name, middle names", "[base]") {
  check_order({"Trần Thị An", "Đỗ Văn Anh", "Lê Anh", "Lê Thị Ánh", "Ân", "Bùi Ân"},
              compare_people);
  check_order({"Bùi Thị Hoa", "Lê Hoa", "Lê Thị Hoa", "Lê Văn Hoa", "Nguyễn Ánh Hoa", "Bùi Văn Hòa",
               "Đỗ Thị Hoà", "Lê Thị Hòa", "An Thị Hoá", "Vũ Ngọc Yến"},
              compare_people);
  CHECK(compare_people("Lê  Thị   Hoa", "Lê Thị Hoa") != 0);
  CHECK(compare_people("Hoa", "Lê Hoa") < 0);
}

TEST_CASE("the keys compare as the names do", "[base]") {
  for (std::size_t i = 1; i < k_given_names.size(); ++i) {
    REQUIRE(name_key(k_given_names[i - 1]) < name_key(k_given_names[i]));
    REQUIRE(person_key("Lê " + k_given_names[i - 1]) < person_key("An " + k_given_names[i]));
  }
}

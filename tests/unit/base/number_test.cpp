#include "base/number.hpp"

#include <limits>
#include <utility>
#include <vector>

#include "quyche/diagnostic.hpp"
#include "support/catch.hpp"

using namespace quyche;

TEST_CASE("number_words reads numbers as offices write them", "[base]") {
  const std::vector<std::pair<std::int64_t, std::string>> rows{
      {0, "không"},
      {1, "một"},
      {2, "hai"},
      {3, "ba"},
      {4, "bốn"},
      {5, "năm"},
      {6, "sáu"},
      {7, "bảy"},
      {8, "tám"},
      {9, "chín"},
      {10, "mười"},
      {11, "mười một"},
      {12, "mười hai"},
      {14, "mười bốn"},
      {15, "mười lăm"},
      {19, "mười chín"},
      {20, "hai mươi"},
      {21, "hai mươi mốt"},
      {22, "hai mươi hai"},
      {24, "hai mươi tư"},
      {25, "hai mươi lăm"},
      {31, "ba mươi mốt"},
      {34, "ba mươi tư"},
      {40, "bốn mươi"},
      {44, "bốn mươi tư"},
      {45, "bốn mươi lăm"},
      {50, "năm mươi"},
      {51, "năm mươi mốt"},
      {55, "năm mươi lăm"},
      {61, "sáu mươi mốt"},
      {74, "bảy mươi tư"},
      {85, "tám mươi lăm"},
      {91, "chín mươi mốt"},
      {99, "chín mươi chín"},
      {100, "một trăm"},
      {101, "một trăm linh một"},
      {104, "một trăm linh bốn"},
      {105, "một trăm linh năm"},
      {109, "một trăm linh chín"},
      {110, "một trăm mười"},
      {111, "một trăm mười một"},
      {114, "một trăm mười bốn"},
      {115, "một trăm mười lăm"},
      {120, "một trăm hai mươi"},
      {121, "một trăm hai mươi mốt"},
      {124, "một trăm hai mươi tư"},
      {125, "một trăm hai mươi lăm"},
      {200, "hai trăm"},
      {305, "ba trăm linh năm"},
      {444, "bốn trăm bốn mươi tư"},
      {500, "năm trăm"},
      {515, "năm trăm mười lăm"},
      {555, "năm trăm năm mươi lăm"},
      {999, "chín trăm chín mươi chín"},
      {1000, "một nghìn"},
      {1001, "một nghìn không trăm linh một"},
      {1005, "một nghìn không trăm linh năm"},
      {1010, "một nghìn không trăm mười"},
      {1015, "một nghìn không trăm mười lăm"},
      {1021, "một nghìn không trăm hai mươi mốt"},
      {1039, "một nghìn không trăm ba mươi chín"},
      {1100, "một nghìn một trăm"},
      {1104, "một nghìn một trăm linh bốn"},
      {1945, "một nghìn chín trăm bốn mươi lăm"},
      {1954, "một nghìn chín trăm năm mươi tư"},
      {2018, "hai nghìn không trăm mười tám"},
      {2025, "hai nghìn không trăm hai mươi lăm"},
      {4004, "bốn nghìn không trăm linh bốn"},
      {10'000, "mười nghìn"},
      {14'000, "mười bốn nghìn"},
      {15'015, "mười lăm nghìn không trăm mười lăm"},
      {21'000, "hai mươi mốt nghìn"},
      {24'500, "hai mươi tư nghìn năm trăm"},
      {99'999, "chín mươi chín nghìn chín trăm chín mươi chín"},
      {100'000, "một trăm nghìn"},
      {100'001, "một trăm nghìn không trăm linh một"},
      {105'000, "một trăm linh năm nghìn"},
      {250'000, "hai trăm năm mươi nghìn"},
      {1'000'000, "một triệu"},
      {1'000'005, "một triệu không trăm linh năm"},
      {1'001'000, "một triệu không trăm linh một nghìn"},
      {1'050'000, "một triệu không trăm năm mươi nghìn"},
      {1'234'567, "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"},
      {3'500'000, "ba triệu năm trăm nghìn"},
      {21'000'000, "hai mươi mốt triệu"},
      {15'000'000, "mười lăm triệu"},
      {104'000'000, "một trăm linh bốn triệu"},
      {1'000'000'000, "một tỷ"},
      {1'000'000'001, "một tỷ không trăm linh một"},
      {1'000'021'000, "một tỷ không trăm hai mươi mốt nghìn"},
      {5'055'505'005,
       "năm tỷ không trăm năm mươi lăm triệu năm trăm linh năm nghìn không trăm linh năm"},
      {24'000'000'000, "hai mươi tư tỷ"},
      {999'999'999'999,
       "chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu "
       "chín trăm chín mươi chín nghìn chín trăm chín mươi chín"},
      {-1, "âm một"},
      {-15, "âm mười lăm"},
      {-1039, "âm một nghìn không trăm ba mươi chín"},
  };
  for (const auto& [number, words] : rows) CHECK(number_words(number) == words);
}

TEST_CASE("number_words gives digits for numbers it has no words for", "[base]") {
  CHECK(number_words(1'000'000'000'000) == "1.000.000.000.000");
  CHECK(number_words(-1'000'000'000'000) == "-1.000.000.000.000");
  CHECK(number_words(-999'000'000'000) == "âm chín trăm chín mươi chín tỷ");
}

TEST_CASE("grouped puts a dot between thousands", "[base]") {
  const std::vector<std::pair<std::int64_t, std::string>> rows{
      {0, "0"},
      {7, "7"},
      {999, "999"},
      {1000, "1.000"},
      {1039, "1.039"},
      {12'345, "12.345"},
      {123'456, "123.456"},
      {1'234'567, "1.234.567"},
      {-1, "-1"},
      {-999, "-999"},
      {-1000, "-1.000"},
      {std::numeric_limits<std::int64_t>::max(), "9.223.372.036.854.775.807"},
      {std::numeric_limits<std::int64_t>::min(), "-9.223.372.036.854.775.808"},
  };
  for (const auto& [number, text] : rows) CHECK(grouped(number) == text);
}

TEST_CASE("percentage has two decimals, rounded half up", "[base]") {
  struct Row {
    std::int64_t part;
    std::int64_t whole;
    std::string text;
  };
  const std::vector<Row> rows{
      {999, 1039, "96,15%"}, {0, 7, "0,00%"},
      {7, 7, "100,00%"},     {1, 2, "50,00%"},
      {1, 3, "33,33%"},      {2, 3, "66,67%"},
      {1, 8, "12,50%"},      {1, 16, "6,25%"},
      {1, 32, "3,13%"},      {1, 20'000, "0,01%"},
      {1, 20'001, "0,00%"},  {19'999, 20'000, "100,00%"},
      {3, 2, "150,00%"},     {30, 2, "1.500,00%"},
      {-1, 3, "-33,33%"},    {-1, 30'000, "0,00%"},
      {27, 31, "87,10%"},    {100'000'000'000'000, 100'000'000'000'000, "100,00%"},
  };
  for (const auto& row : rows) CHECK(percentage(row.part, row.whole) == row.text);
}

TEST_CASE("percentage of nothing is a bug of the caller", "[base]") {
  for (const std::int64_t whole : {0, -5}) {
    try {
      (void)percentage(1, whole);
      FAIL("no error");
    } catch (const Error& error) {
      const Text expected{"bug.empty-whole", {std::to_string(whole)}};
      CHECK(error.findings().front().message == expected);
    }
  }
}

TEST_CASE("roman numbers go both ways", "[base]") {
  const std::vector<std::pair<int, std::string>> rows{
      {1, "I"},        {2, "II"},           {3, "III"},   {4, "IV"},   {5, "V"},
      {6, "VI"},       {8, "VIII"},         {9, "IX"},    {10, "X"},   {14, "XIV"},
      {19, "XIX"},     {20, "XX"},          {29, "XXIX"}, {40, "XL"},  {44, "XLIV"},
      {49, "XLIX"},    {90, "XC"},          {99, "XCIX"}, {100, "C"},  {400, "CD"},
      {444, "CDXLIV"}, {500, "D"},          {900, "CM"},  {1000, "M"}, {1994, "MCMXCIV"},
      {2025, "MMXXV"}, {3999, "MMMCMXCIX"},
  };
  for (const auto& [number, text] : rows) {
    CHECK(roman(number) == text);
    CHECK(roman_value(text) == number);
  }
  for (int number = 1; number <= 3999; ++number) REQUIRE(roman_value(roman(number)) == number);
}

TEST_CASE("roman has digits for numbers without roman form", "[base]") {
  CHECK(roman(0) == "0");
  CHECK(roman(-3) == "-3");
  CHECK(roman(4000) == "4000");
}

TEST_CASE("roman_value refuses what is not written in full order", "[base]") {
  for (const auto* text : {"", "IIII", "VV", "IC", "IL", "XIIX", "MMMM", "i", "Ⅳ", "IV ", "4", "VX",
                           "MMMMMMMMMMMMMMMMMM"}) {
    CAPTURE(text);
    CHECK_FALSE(roman_value(text).has_value());
  }
}

TEST_CASE("points are lettered in Vietnamese order without f, j, w, z", "[base]") {
  const std::vector<std::pair<int, std::string>> rows{
      {1, "a"},    {2, "b"},    {3, "c"},    {4, "d"},    {5, "đ"},     {6, "e"},   {7, "g"},
      {8, "h"},    {9, "i"},    {10, "k"},   {11, "l"},   {12, "m"},    {13, "n"},  {14, "o"},
      {15, "p"},   {16, "q"},   {17, "r"},   {18, "s"},   {19, "t"},    {20, "u"},  {21, "v"},
      {22, "x"},   {23, "y"},   {24, "aa"},  {25, "ab"},  {28, "ađ"},   {46, "ay"}, {47, "ba"},
      {119, "đd"}, {120, "đđ"}, {121, "đe"}, {552, "yy"}, {553, "aaa"},
  };
  for (const auto& [number, letters] : rows) {
    CHECK(point_letter(number) == letters);
    CHECK(point_value(letters) == number);
  }
}

TEST_CASE("point_value refuses letters no point has", "[base]") {
  for (const auto* text : {"", "f", "j", "w", "z", "ă", "A", "a)", "1", "aaaaaa", "\xFF"}) {
    CAPTURE(text);
    CHECK_FALSE(point_value(text).has_value());
  }
  CHECK(point_letter(0).empty());
  CHECK(point_letter(-1).empty());
}

TEST_CASE("two_digits fills up with a zero", "[base]") {
  CHECK(two_digits(0) == "00");
  CHECK(two_digits(7) == "07");
  CHECK(two_digits(10) == "10");
  CHECK(two_digits(123) == "123");
  CHECK(two_digits(-4) == "-04");
}

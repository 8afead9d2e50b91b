#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "support/catch.hpp"

using namespace quyche;

TEST_CASE("match_key is the same for two spellings of one thing", "[base]") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"hoà", "hòa"},
      {"Hoá", "HÓA"},
      {"thuỷ", "thủy"},
      {"Ủy ban", "uỷ ban"},
      {"xoè", "xòe"},
      {"khoẻ", "khỏe"},
      {"luỹ", "lũy"},
      {"toạ", "tọa"},
      {"Quý", "Quí"},
      {"quy chế", "qui chế"},
      {"Mỹ", "Mĩ"},
      {"lý lịch", "lí lịch"},
      {"kỹ", "kĩ"},
      {"hy sinh", "hi sinh"},
      {"Tỷ lệ", "tỉ lệ"},
      {"vỹ", "vĩ"},
      {"  An   Vĩ ", "an vĩ"},
      {"An\u00A0Vĩ", "an vĩ"},
      {"An\nVĩ", "An Vĩ"},
      {"ĐẢNG ỦY", "Đảng uỷ"},
      {"Đảng", "\u00D0ảng"},
      {"Họ và tên", "HỌ VÀ TÊN"},
      {"đảng", "đa\u0309ng"},
      {"Ngày sinh", "nga\u0300y sinh"},
      {"chair.name", "CHAIR.NAME"},
  };
  for (const auto& [left, right] : rows) {
    CAPTURE(left, right);
    CHECK(match_key(left) == match_key(right));
  }
}

TEST_CASE("match_key keeps different words apart", "[base]") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"hoa", "hòa"},    {"hòa", "hóa"},       {"tuy", "tui"},
      {"thúy", "thúi"},  {"ay", "ai"},         {"tay", "tai"},
      {"ý", "í"},        {"an", "ăn"},         {"on", "ơn"},
      {"dong", "đong"},  {"u", "ư"},           {"e", "ê"},
      {"an vĩ", "anvĩ"}, {"thôn 1", "thôn 2"}, {"thôn 1", "thôn 01"},
      {"a.b", "ab"},     {"nguyên", "nguiên"},
  };
  for (const auto& [left, right] : rows) {
    CAPTURE(left, right);
    CHECK(match_key(left) != match_key(right));
  }
}

TEST_CASE("match_key of a key is the key", "[base]") {
  for (const auto* text : {"Hoà Bình", "Quý", "thuỷ lợi", "Đường 39A", "chair.name", "", "ñandú",
                           "toán", "Việt Nam"}) {
    const auto key = match_key(text);
    CAPTURE(text, key);
    CHECK(match_key(key) == key);
    CHECK(is_normalised(key));
  }
}

TEST_CASE("edit_distance counts letters and stops past its limit", "[base]") {
  struct Row {
    std::string left;
    std::string right;
    std::size_t limit;
    std::size_t distance;
  };
  const std::vector<Row> rows{
      {"", "", 3, 0},
      {"a", "", 3, 1},
      {"", "abc", 3, 3},
      {"abc", "abc", 0, 0},
      {"kitten", "sitting", 9, 3},
      {"kitten", "sitting", 2, 3},
      {"đảng", "đáng", 3, 1},
      {"đảng", "dang", 3, 2},
      {"nmae", "name", 3, 2},
      {"flaw", "lawn", 3, 2},
      {"abcdef", "uvwxyz", 2, 3},
      {"a", "abcdefgh", 3, 4},
      {"abc", "xyz", 0, 1},
      {"Điều", "Điều 1", 5, 2},
  };
  for (const auto& row : rows) {
    CAPTURE(row.left, row.right, row.limit);
    CHECK(edit_distance(row.left, row.right, row.limit) == row.distance);
    CHECK(edit_distance(row.right, row.left, row.limit) == row.distance);
  }
}

TEST_CASE("nearest proposes a slip of the hand and nothing far away", "[base]") {
  const std::vector<std::string> names{"chair.name", "chair.post", "village_name", "date", "tên"};
  CHECK(nearest("chair.nmae", names) == "chair.name");
  CHECK(nearest("chair.pots", names) == "chair.post");
  CHECK(nearest("vilage_name", names) == "village_name");
  CHECK(nearest("VILLAGE_NAME", names) == "village_name");
  CHECK(nearest("dat", names) == "date");
  CHECK(nearest("ten", names) == "tên");
  CHECK(nearest("secretary", names).empty());
  CHECK(nearest("x", names).empty());
  CHECK(nearest("", names).empty());
  CHECK(nearest("date", {}).empty());
}

TEST_CASE("nearest takes the first of equally near candidates", "[base]") {
  CHECK(nearest("khóan", {"khoán", "khoản"}) == "khoán");
  CHECK(nearest("bcd", {"acd", "bce", "bcdx"}) == "acd");
}

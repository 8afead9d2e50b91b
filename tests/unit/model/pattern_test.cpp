#include "model/pattern.hpp"

#include "support/catch.hpp"

using namespace quyche;

namespace {

std::string kinds(const Inlines& line) {
  std::string out;
  for (const auto& item : line) {
    out += item.kind == Inline::Kind::text ? "t" : item.kind == Inline::Kind::field ? "f" : "#";
    out += "(" + item.value + (item.form.empty() ? "" : "|" + item.form) + ")";
  }
  return out;
}

}  // namespace

TEST_CASE("a condition is a field, a sign and a value", "[model]") {
  CHECK(read_condition("commune_type = xã") == Condition{"commune_type", "xã", false});
  CHECK(read_condition("commune_type != xã") == Condition{"commune_type", "xã", true});
  CHECK(read_condition("  commune_type=thị  trấn ") ==
        Condition{"commune_type", "thị trấn", false});
  CHECK(read_condition("ref = A = B") == Condition{"ref", "A = B", false});
}

TEST_CASE("what is no condition is refused", "[model]") {
  for (const char* text : {"", "commune_type", "= xã", "!= xã", "commune_type =", "commune_type !=",
                           "household_count >= 300", "household_count <= 300", "commune_type == xã",
                           "loại đơn vị = xã", "commune_type > xã"}) {
    CAPTURE(text);
    CHECK_FALSE(read_condition(text));
  }
}

TEST_CASE("a condition is written as it is read", "[model]") {
  for (const char* text : {"commune_type = xã", "leadership_model != separate"}) {
    CHECK(write_condition(*read_condition(text)) == text);
  }
}

TEST_CASE("a condition holds, fails, or waits for its field", "[model]") {
  const Values values{{"commune_type", "xã"}, {"commune_name", ""}};
  CHECK(holds(*read_condition("commune_type = xã"), values) == true);
  CHECK(holds(*read_condition("commune_type = phường"), values) == false);
  CHECK(holds(*read_condition("commune_type != xã"), values) == false);
  CHECK(holds(*read_condition("commune_type != phường"), values) == true);
  CHECK(holds(*read_condition("village_name = Trung"), values) == std::nullopt);
  CHECK(holds(*read_condition("village_name != Trung"), values) == std::nullopt);
  CHECK(holds(*read_condition("commune_name != An Vĩ"), values) == std::nullopt);
  CHECK(holds(std::optional<Condition>(), values) == true);
}

TEST_CASE("a pattern holds fields and terms between its words", "[model]") {
  CHECK(kinds(read_pattern("Chi bộ {#village} {village_name}")) ==
        "t(Chi bộ )#(village)t( )f(village_name)");
  CHECK(kinds(read_pattern("{commune_name:upper}{#village_head:title}")) ==
        "f(commune_name|upper)#(village_head|title)");
  CHECK(kinds(read_pattern("")).empty());
}

TEST_CASE("a brace that opens nothing is text", "[model]") {
  CHECK(kinds(read_pattern("a { b")) == "t(a { b)");
  CHECK(kinds(read_pattern("{}, {#}, {Tên thôn}, }")) == "t({}, {#}, {Tên thôn}, })");
  CHECK(kinds(read_pattern("{ {name}")) == "t({ )f(name)");
}

TEST_CASE("a pattern is written as it is read", "[model]") {
  for (const char* text :
       {"Chi bộ {#village} {village_name}", "{a:upper} & {#b:title} {", "{ {name}"}) {
    CHECK(write_pattern(read_pattern(text)) == text);
  }
}

TEST_CASE("a pattern is filled with values and words", "[model]") {
  const Values values{{"commune_type", "xã"}, {"commune_name", "An Vĩ"}};
  const Values words{{"village", "thôn"}};
  CHECK(fill_pattern("Đảng bộ {commune_type} {commune_name}", values) == "Đảng bộ xã An Vĩ");
  CHECK(fill_pattern("{commune_name:upper}, {commune_type:title}", values) == "AN VĨ, Xã");
  CHECK(fill_pattern("{#village:title} của {commune_type}", values, words) == "Thôn của xã");
  CHECK(fill_pattern("không có gì { để điền", values) == "không có gì { để điền");
}

TEST_CASE("a pattern with something unknown is not filled", "[model]") {
  CHECK_FALSE(fill_pattern("Chi bộ {village_name}", {}));
  CHECK_FALSE(fill_pattern("Chi bộ {#village}", {{"village", "thôn"}}));
}

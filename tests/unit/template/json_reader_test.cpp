#include "template/json_reader.hpp"

#include <nlohmann/json.hpp>

#include "base/messages.hpp"
#include "support/catch.hpp"
#include "template/json_text.hpp"

using namespace quyche;

namespace {

using Json = nlohmann::json;

/// Both as the library writes them.
std::string reread(const std::string& text) {
  const auto value = read_json(text);
  return value ? Json::parse(json_text(*value, -1)).dump() : "not read";
}

}  // namespace

TEST_CASE("JSON is read as the library reads it", "[template]") {
  for (const std::string text :
       {R"({})", R"([])", R"(null)", R"( [1, -2, 0, 9223372036854775807] )",
        R"([0.5, -1.25e-3, 1E2])", R"(["", "a\"b\\c\/d\b\f\n\r\t", "\u00e9\u1ec7\ud83d\ude00"])",
        R"({"a": {"b": [true, false, null]}, "c": "Đỗ Thị Ví Dụ"})",
        R"([{"a": 1, "b": 2}, {"a": 3, "b": 4}, {"b": 5, "a": 6}, {"a": 7}, {"a": 8, "c": 9}])",
        R"([{"a\n": 1}, {"a\n": 2}, {"a": 3}])"}) {
    CAPTURE(text);
    CHECK(reread(text) == Json::parse(text).dump());
  }
}

TEST_CASE("what is not JSON is left to the library", "[template]") {
  for (const std::string text : {"",
                                 "{",
                                 "[1,]",
                                 "{\"a\" 1}",
                                 "{\"a\": 1,}",
                                 "01",
                                 "-",
                                 "1.",
                                 "1e",
                                 "+1",
                                 "tru",
                                 "nul",
                                 "'a'",
                                 "\"a",
                                 "\"\\x\"",
                                 "\"\\u12\"",
                                 "\"\\u12g4\"",
                                 "\"\\ud800\"",
                                 "\"\\ud800\\u0041\"",
                                 "\"\\udc00\"",
                                 "\"\n\"",
                                 "\"\xFF\"",
                                 "[] []",
                                 "9223372036854775808",
                                 "1e999"}) {
    CAPTURE(text);
    CHECK(reread(text) == "not read");
  }
}

TEST_CASE("texts and keys of JSON come out in NFC", "[template]") {
  const auto value = read_json("[{\"e\xCC\x81\": \"a\xCC\x80\"}, {\"\xC3\xA9\": 1}]");
  REQUIRE(value);
  const auto& maps = value->as_list().items();
  REQUIRE(maps[0].as_map().find("\xC3\xA9") != nullptr);
  CHECK(maps[0].as_map().find("\xC3\xA9")->as_text() == "\xC3\xA0");
  CHECK(maps[1].as_map().find("\xC3\xA9")->as_integer() == 1);
}

TEST_CASE("escapes of JSON come out in NFC", "[template]") {
  for (const auto& [json, meant] : std::vector<std::pair<std::string, std::string>>{
           {R"("e\u0301")", "\xC3\xA9"},
           {R"("\u0065\u0301")", "\xC3\xA9"},
           {R"("\u1ea1\u0323")", "\xE1\xBA\xA1\xCC\xA3"},
           {R"("\u212b")", "\xC3\x85"},
           {R"("\u2001")", "\xE2\x80\x83"},
           {R"("\u2013 \u1ec7 \u2026")", "\xE2\x80\x93 \xE1\xBB\x87 \xE2\x80\xA6"},
           {"\"e\\n\xCC\x81\"", "e\n\xCC\x81"},
           {"\"\\u0065\xCC\x81\"", "\xC3\xA9"}}) {
    CAPTURE(json);
    const auto value = read_json(json);
    REQUIRE(value);
    CHECK(value->as_text() == meant);
  }
}

TEST_CASE("texts of every length end where the library ends them", "[template]") {
  const std::vector<std::string> ends{
      "", R"(\n)", R"(\u1ec7)", R"(\ud83d\ude00)", "\xE1\xBB\x87", R"(\")"};
  for (std::size_t length = 0; length < 70; ++length) {
    for (const auto& end : ends) {
      const auto text = std::string(length, 'x') + end;
      const auto list = R"([")" + text + R"(", ")" + end + text + R"("])";
      CAPTURE(list);
      CHECK(reread(list) == Json::parse(list).dump());
      CHECK(reread('"' + text) == "not read");
      CHECK(reread(R"([")" + text + "\t\"]") == "not read");
    }
  }
}

TEST_CASE("an object with a name twice is refused where the second stands", "[template]") {
  const auto text = "{\"hàng\": [{\"a\": {\"b\": 1},\n  \"b\": 2, \"a\": 3}]}";
  try {
    static_cast<void>(value_from_json(text, "so-lieu.json"));
    FAIL("read");
  } catch (const Error& error) {
    REQUIRE(error.findings().size() == 1);
    CHECK(show(error.findings().front(), Language::english) ==
          "so-lieu.json › line 2\n"
          "error: the JSON has the name \"a\" twice in one object [json.twin-key]\n"
          "  \"b\": 2, \"a\": 3}]}\n"
          "          ^~~  remove one of them and keep the right value");
  }
}

TEST_CASE("a name that stands twice is refused beside what only the library can read",
          "[template]") {
  CHECK_THROWS_AS(value_from_json(R"({"x": 99999999999999999999, "a": 1, "a": 2})", "x"), Error);
  CHECK_NOTHROW(value_from_json(R"({"x": 99999999999999999999, "a": {"a": 2}})", "x"));
}

TEST_CASE("JSON nests at most 90 deep before the library is asked", "[template]") {
  CHECK(read_json(std::string(90, '[') + std::string(90, ']')).has_value());
  CHECK_FALSE(read_json(std::string(91, '[') + std::string(91, ']')).has_value());
}

TEST_CASE("a name that stands twice is found whatever was read before it", "[template]") {
  const auto text = "[{\"name\":\"" + std::string(44, 'n') +
                    "\",\"n\":{\"x\":\"y\",\"y\":\"1\"}},\n" + "{\"name\":\"A\",\"n\":{\"x\":\"" +
                    std::string(60, 'y') + "\",\"y\":\"1\"},\n\"n\":2}]";
  try {
    static_cast<void>(read_json(text));
    FAIL("read");
  } catch (const TwinKey& twin) {
    CHECK(twin.name == "n");
    CHECK(twin.offset == text.rfind("\"n\":2"));
  }
}

#include "model/word/numbering_labels.hpp"

#include "support/catch.hpp"

using namespace quyche::word;

namespace {

std::string level(int number, const std::string& format, const std::string& text,
                  const std::string& more = {}) {
  return "<w:lvl w:ilvl=\"" + std::to_string(number) +
         "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/><w:lvlText w:val=\"" + text +
         "\"/>" + more + "</w:lvl>";
}

/// The labels of paragraphs given as (list, level).
std::string labels(const std::string& numbering,
                   const std::vector<std::pair<int, int>>& paragraphs) {
  pugi::xml_document document;
  REQUIRE(document.load_string(("<w:numbering>" + numbering + "</w:numbering>").c_str()));
  const WordStyles styles;
  NumberingLabels counter(document.document_element(), styles);
  std::string out;
  for (const auto& [list, depth] : paragraphs) out += counter.next(list, depth, {}) + " ";
  return out;
}

const std::string k_list =
    "<w:abstractNum w:abstractNumId=\"1\">" + level(0, "upperRoman", "Chương %1") +
    level(1, "decimal", "Điều %2.", "<w:lvlRestart w:val=\"0\"/>") + level(2, "decimal", "%3.") +
    level(3, "lowerLetter", "%4)") + "</w:abstractNum>";

}  // namespace

TEST_CASE("levels are counted and restarted as Word does", "[model]") {
  CHECK(labels(k_list + "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"1\"/></w:num>",
               {{5, 0}, {5, 1}, {5, 2}, {5, 3}, {5, 3}, {5, 2}, {5, 1}, {5, 2}, {5, 0}, {5, 1}}) ==
        "Chương I Điều 1. 1. a) b) 2. Điều 2. 1. Chương II Điều 3. ");
}

TEST_CASE("a start override begins anew once, lists of one kind share their count", "[model]") {
  const auto numbers =
      "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"1\"/></w:num>"
      "<w:num w:numId=\"6\"><w:abstractNumId w:val=\"1\"/></w:num>"
      "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"2\">"
      "<w:startOverride w:val=\"4\"/></w:lvlOverride></w:num>";
  CHECK(labels(k_list + numbers, {{5, 2}, {6, 2}, {7, 2}, {7, 2}, {5, 2}}) == "1. 2. 4. 5. 6. ");
}

TEST_CASE("formats are those of Word, Latin letters and all", "[model]") {
  const auto list = "<w:abstractNum w:abstractNumId=\"1\">" + level(0, "lowerLetter", "%1)") +
                    level(1, "decimalZero", "%2") + level(2, "lowerRoman", "(%3)") +
                    level(3, "bullet", "x") + level(4, "decimal", "%1.%5", "<w:isLgl/>") +
                    "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
  CHECK(labels(list, {{1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 0}, {1, 0}}) == "a) b) c) d) e) f) ");
  CHECK(labels(list, {{1, 1}, {1, 2}, {1, 2}, {1, 3}, {1, 4}}) == "01 (i) (ii) - 1.1 ");
}

TEST_CASE("a damaged list gives no label and no harm", "[model]") {
  CHECK(labels("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"9\"/></w:num>", {{1, 0}, {2, 0}}) ==
        "  ");
  const auto list = "<w:abstractNum w:abstractNumId=\"1\">" +
                    level(0, "lowerLetter", std::string(5000, '%') + "1") +
                    "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/>"
                    "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"999999999\"/>"
                    "</w:lvlOverride></w:num>";
  CHECK(labels(list, {{1, 0}}).size() < 300);
}

TEST_CASE("a list tied to styles finds its level by the style", "[model]") {
  pugi::xml_document document;
  const auto list = "<w:numbering><w:abstractNum w:abstractNumId=\"1\">" +
                    level(0, "upperRoman", "Chương %1", "<w:pStyle w:val=\"Heading1\"/>") +
                    level(1, "decimal", "Điều %2.", "<w:pStyle w:val=\"Heading2\"/>") +
                    "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
                    "</w:numbering>";
  REQUIRE(document.load_string(list.c_str()));
  const WordStyles styles;
  NumberingLabels counter(document.document_element(), styles);
  CHECK(counter.next(1, std::nullopt, "Heading1") == "Chương I");
  CHECK(counter.next(1, std::nullopt, "Heading2") == "Điều 1.");
}

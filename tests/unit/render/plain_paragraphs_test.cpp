#include "render/plain_paragraphs.hpp"

#include "quyche/diagnostic.hpp"
#include "support/catch.hpp"

using namespace quyche;

namespace {

std::string document(const std::string& body) {
  return "<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>";
}

std::string run(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }

std::string paragraph(const std::string& inner) { return "<w:p>" + inner + "</w:p>"; }

/// What the tree is read from.
std::string marked(const std::string& body) {
  const auto bytes = document(body);
  return with_marks(bytes, read_plain_paragraphs(bytes, "mau.docx"));
}

bool is_plain(const std::string& paragraph) {
  return marked(paragraph) == document("<q:stretch n=\"0\"/>");
}

/// Of the tags from this byte of the body on: letters, paragraph, look, where its text is told to
/// keep spaces, and whether there is markup before it.
std::vector<std::string> tags_of(const PlainParagraphs& plain, const std::string& bytes,
                                 std::size_t from) {
  const auto body = bytes.find("<w:body>") + 8 + from;
  std::vector<std::string> out;
  for (const auto& tag : plain.tags) {
    if (tag.begin < body) continue;
    const auto& home = plain.paragraphs.at(tag.paragraph);
    const auto space = tag.space_at == 0 ? "-" : std::to_string(tag.space_at - body);
    out.push_back(bytes.substr(tag.begin, tag.end - tag.begin) + "|" +
                  bytes.substr(home.begin, home.end - home.begin) + "|" + plain.looks.at(tag.look) +
                  "|" + space + "|" + (tag.has_markup ? "1" : "0"));
  }
  return out;
}

}  // namespace

TEST_CASE("plain paragraphs side by side become one stretch", "[render]") {
  const auto first = paragraph(run("một"));
  const auto second = paragraph(run("hai {{ x }}"));
  CHECK(marked(first + second) == document("<q:stretch n=\"0\"/>"));
  CHECK(marked(first + "<w:tbl/>" + second) ==
        document("<q:stretch n=\"0\"/><w:tbl/><q:stretch n=\"1\"/>"));
}

TEST_CASE("tags that print a value and stand whole in one text need no tree", "[render]") {
  CHECK(is_plain(paragraph(run("{{ x }}"))));
  CHECK(is_plain(paragraph(run("{{x}} và {{ y.z|upper }}"))));
  CHECK(is_plain(paragraph(run("{ x } và a_b"))));
  CHECK(is_plain(paragraph("<w:pPr><w:jc w:val=\"both\"/></w:pPr>" + run("a") +
                           "<w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:b/></w:rPr>"
                           "<w:t>{{ x }}</w:t><w:tab/><w:t>b</w:t></w:r>")));
}

TEST_CASE("everything else stays in the tree", "[render]") {
  const auto body = GENERATE(
      as<std::string>{}, run("{% if x %}a{% endif %}"), run("{# nói thêm #}"), run("{{p x }}"),
      run("{{ x") + run(" }}"), run("{") + run("{ x }}"), run("{{- x }}"), run("{{ x -}}"),
      run("{{ 'a' }}"), run("{{ {1: 2} }}"), run("{{ x &amp; y }}"), run("{{ x }} {_{ }_}"),
      run("{{ x }}}_}"), run("<![CDATA[{{ x }}]]>"), "<w:hyperlink>" + run("a") + "</w:hyperlink>",
      "<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>" + run("a"),
      "<w:pPr><w:sectPr/></w:pPr>" + run("a"), "<w:r><w:drawing/></w:r>",
      "<w:r><w:fldChar/></w:r>");
  CAPTURE(body);
  CHECK(marked(paragraph(body)) == document(paragraph(body)));
}

TEST_CASE("paragraphs in a loop stay in the tree, those behind it do not", "[render]") {
  const auto open = paragraph(run("{%p for x in xs %}"));
  const auto close = paragraph(run("{%p endfor %}"));
  const auto item = paragraph(run("{{ x }}"));
  CHECK(marked(open + item + close + item) ==
        document(open + item + close + "<q:stretch n=\"0\"/>"));
}

TEST_CASE("items of lists stay in the tree when there are loops", "[render]") {
  const auto item =
      paragraph("<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>" + run("a"));
  CHECK(is_plain(item));
  const auto loop = paragraph(run("{% for x in xs %}{{ x }}{% endfor %}"));
  CHECK(marked(item + loop) == document(item + loop));
}

TEST_CASE("paragraphs of one look share it, whatever their ids", "[render]") {
  const auto plain = read_plain_paragraphs(
      document(
          "<w:p w:rsidR=\"1\" a=\"b\"><w:r w:rsidRPr=\"2\"><w:t>{{ x }}</w:t></w:r></w:p>"
          "<w:p w:rsidR=\"3\" a=\"b\"><w:r><w:t xml:space=\"preserve\"> {{ y }}</w:t></w:r></w:p>"
          "<w:p a=\"b\"><w:r><w:rPr><w:b/></w:rPr><w:t>{{ z }}</w:t></w:r></w:p>"),
      "mau.docx");
  REQUIRE(plain.tags.size() == 3);
  CHECK(plain.looks ==
        std::vector<std::string>{
            "<w:p a=\"b\"><w:r><w:t><q:tag/></w:t></w:r></w:p>",
            "<w:p a=\"b\"><w:r><w:rPr><w:b/></w:rPr><w:t><q:tag/></w:t></w:r></w:p>"});
  CHECK(plain.tags[1].look == 0);
  CHECK(plain.tags[2].look == 1);
  CHECK(plain.tags[0].space_at > 0);
  CHECK(plain.tags[1].space_at == 0);
}

TEST_CASE("a paragraph is read as if it stood alone, whatever stands before it", "[render]") {
  const std::vector<std::string> paragraphs{
      paragraph(run("một")),
      paragraph(run("")),
      paragraph(run("{{ x }} và {{ y }}")),
      paragraph(run("{ x } &amp; {{ x }}")),
      paragraph(run("{{ x")),
      paragraph(run("{% if x %}a{% endif %}")),
      paragraph(run("{{ x }} {_{ }_}")),
      paragraph(run("<![CDATA[a]]>")),
      paragraph(run("a<!-- b -->{{ x }}")),
      paragraph(run("<!-- b -->{{ x }}")),
      paragraph(run("a") + run("{{ x }}")),
      paragraph(run("{{ x }}") + run("")),
      paragraph(run("{{ x }}") + run("{{ y }}")),
      paragraph(run("") + run("{{ x }}")),
      paragraph("<w:r><w:t>{{ x }}</w:t><w:t></w:t></w:r>"),
      paragraph("<w:r><w:t>{{ x }}</w:t><w:t>{{ y }}</w:t></w:r>"),
      paragraph(run("{{ x }}") + "<w:r><w:tab/></w:r>"),
      paragraph("<w:r><w:br/></w:r>" + run("{{ x }}")),
      paragraph("\n" + run("{{ x }}")),
      paragraph("<w:r><w:t xml:space=\"preserve\">{{ x }}</w:t></w:r>"),
      paragraph("<w:r><w:rPr><w:b/></w:rPr><w:t>{{ x }}</w:t></w:r>"),
      paragraph("<w:pPr><w:jc w:val=\"both\"/></w:pPr>" + run("{{ x }}")),
      paragraph("<w:pPr><w:sectPr/></w:pPr>" + run("{{ x }}")),
      paragraph("<w:hyperlink>" + run("a") + "</w:hyperlink>"),
      "<w:p/>",
      "\n" + paragraph(run("{{ x }}"))};
  for (const auto& first : paragraphs) {
    for (const auto& second : paragraphs) {
      CAPTURE(first, second);
      const auto alone = document(second);
      const auto both = document(first + first + second);
      CHECK(tags_of(read_plain_paragraphs(both, "mau.docx"), both, first.size() * 2) ==
            tags_of(read_plain_paragraphs(alone, "mau.docx"), alone, 0));
      CHECK(marked(first + first + second).ends_with("</w:body></w:document>"));
      CHECK((marked(first + first + second).find(second) == std::string::npos) ==
            (marked(second).find(second) == std::string::npos));
    }
  }
}

TEST_CASE("the words up to a tag are told without reading the rest", "[render]") {
  const auto text = paragraph("<w:r><w:t>a &amp; b</w:t><w:tab/></w:r>" + run("c {{ x }} &lt;d"));
  const auto bytes = document(text);
  const auto plain = read_plain_paragraphs(bytes, "mau.docx");
  REQUIRE(plain.tags.size() == 1);
  CHECK(words_of(text, plain.tags[0].begin - bytes.find(text)) == "a & b\tc ");
  CHECK(words_of(text) == "a & b\tc {{ x }} <d");
}

TEST_CASE("the words of a paragraph are its texts, tabs and breaks", "[render]") {
  CHECK(words_of(
            "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:rPr><w:b/></w:rPr>"
            "<w:t>a &lt;</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/></w:r></w:p>") ==
        "a <\tb\n-");
}

TEST_CASE("a part that is not well-formed is refused while paragraphs are looked for", "[render]") {
  CHECK_THROWS_AS(read_plain_paragraphs("<w:document><w:body></w:document>", "mau.docx"), Error);
}

#include "base/xml.hpp"

#include <utility>

#include "base/source_text.hpp"
#include "base/xml_scanner.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/drip_source.hpp"

using namespace quyche;

namespace {

XmlDocument parse(std::string bytes, XmlSpace space = XmlSpace::data) {
  return XmlDocument(std::move(bytes), "thôn.xml", space);
}

std::string refusal(const std::string& bytes) {
  return caught([&] { (void)parse(bytes); });
}

std::string written(const std::string& bytes, XmlSpace space) {
  const auto document = parse(bytes, space);
  std::string out;
  append_xml(out, document.root());
  return out;
}

// Every token with its depth, names and text; neighbouring texts are one.
std::string tokens(XmlScanner& scanner) {
  using Token = XmlScanner::Token;
  std::string out;
  std::string text;
  for (auto token = scanner.next();; token = scanner.next()) {
    if (token == Token::text) {
      scanner.append_text(text);
      continue;
    }
    if (!text.empty()) out += "text " + std::exchange(text, {}) + "\n";
    if (token == Token::done) return out;
    out += std::to_string(scanner.depth()) + (token == Token::start ? "<" : ">");
    out += std::string(scanner.name());
    if (token == Token::start) out += " " + std::string(scanner.attribute("x"));
    out += "\n";
  }
}

std::string tokens_or_refusal(XmlScanner& scanner) {
  std::string out;
  const auto refused = caught([&] { out = tokens(scanner); });
  return refused == "nothing thrown" ? out : refused;
}

}  // namespace

TEST_CASE("xml read in pieces gives what all of it at once gives", "[base]") {
  const std::string long_text(600'000, 'a');
  const std::vector<std::string> samples{
      std::string("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- <b> < --><rows x=\"a>b\"><row "
                  "x='1'>An Vĩ &amp; Đức</row><row/>"
                  "<![CDATA[ a < b ]]]]><![CDATA[> ]]><?do <it> ?>cuối</rows>\n<!-- < -->\n"),
      "<a><b>" + long_text + "</b><c x=\"" + long_text + "\"/></a>",
      std::string("<a>\n<b>\n</c></a>"),
      std::string("<a>\n<b x='1' x='2'/></a>"),
      std::string("<a>\n\n & </a>"),
      std::string("<a>1]]>2</a>"),
      std::string("<a><!-- -- --></a>"),
      std::string("<a>\n<![CDATA[ < "),
      std::string("<a><!-- < "),
      std::string("<a>\n<b>"),
      std::string("<a/><b/>"),
      std::string("<a/>x"),
      std::string("<!DOCTYPE a><a/>"),
      std::string("<a>\n<b x=1/></a>"),
      std::string("<a"),
      std::string(" "),
      std::string()};
  for (const auto& bytes : samples) {
    INFO(bytes.substr(0, 80));
    XmlScanner whole(bytes, "thôn.xml");
    const auto expected = tokens_or_refusal(whole);
    const std::size_t drip = bytes.size() > 1000 ? 50'000 : 1;
    for (const auto most : {drip, drip * 7}) {
      DripSource source(bytes, most);
      XmlScanner pieces(source, "thôn.xml");
      CHECK(tokens_or_refusal(pieces) == expected);
    }
  }
}

TEST_CASE("xml keeps or drops white space between elements as asked", "[base]") {
  const std::string bytes = "<a>\n  <b>An  Vĩ</b> <c/>\n</a>";
  CHECK(written(bytes, XmlSpace::data) == "<a><b>An  Vĩ</b><c/></a>");
  CHECK(written(bytes, XmlSpace::mixed) == bytes);
}

TEST_CASE("xml accepts a byte order mark, comments, CDATA and references", "[base]") {
  const auto document = parse(
      "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- <!DOCTYPE no> -->"
      "<a x='&lt;\"&#x1EA1;'><?do it?>1 &amp; 2<![CDATA[ <!DOCTYPE a> & ]]></a>\n<!-- end -->");
  CHECK(std::string(document.root().attribute("x").value()) == "<\"ạ");
  std::string out;
  append_xml(out, document.root());
  CHECK(out == "<a x=\"&lt;&quot;ạ\">1 &amp; 2 &lt;!DOCTYPE a&gt; &amp; </a>");
}

TEST_CASE("xml that is not well-formed is refused with the line and a mark", "[base]") {
  CHECK(refusal("<a>\n\t<b>An Vĩ</c>\n</a>") ==
        "thôn.xml › dòng 2\n"
        "lỗi: tệp XML viết sai quy tắc ở dòng 2 [xml.not-well-formed]\n"
        "  <b>An Vĩ</c>\n"
        "          ^~~~  cần thẻ đóng </b>, lại gặp </c>");
  CHECK(refusal("<a>Trung & Hạ</a>") ==
        "thôn.xml › dòng 1\n"
        "lỗi: tệp XML viết sai quy tắc ở dòng 1 [xml.not-well-formed]\n"
        "  <a>Trung & Hạ</a>\n"
        "           ^  viết dấu & là &amp;; chỉ dùng được &amp; &lt; &gt; &quot; &apos; và &#số;");
  CHECK(refusal("<a>\n<b>") ==
        "thôn.xml › dòng 2\n"
        "lỗi: tệp XML viết sai quy tắc ở dòng 2 [xml.not-well-formed]\n"
        "  <b>\n"
        "     ^  phần tử <b> chưa có thẻ đóng </b>");
}

TEST_CASE("xml knows each rule that is broken", "[base]") {
  const auto hint = [](const std::string& bytes) {
    try {
      (void)parse(bytes);
    } catch (const Error& error) {
      return sentence(error.findings().front().hints.front(), Language::english);
    }
    return std::string("nothing thrown");
  };
  CHECK(hint("") == "the file has no element");
  CHECK(hint("x") == "no text is allowed outside the root element");
  CHECK(hint("<a/>x") == "no text is allowed outside the root element");
  CHECK(hint("<a/><b/>") == "only one root element is allowed");
  CHECK(hint("</a>") == "end tag </a> has no start tag");
  CHECK(hint("<a") == "\"<a\" is opened and never ends");
  CHECK(hint("<a b=\"") == "\"<a\" is opened and never ends");
  CHECK(hint("<a b=1/>") == "attributes must read name=\"value\", with a space before each");
  CHECK(hint("<a b=\"1\"c=\"2\"/>") ==
        "attributes must read name=\"value\", with a space before each");
  CHECK(hint("<a b=\"1\" b=\"2\"/>") == "attribute b is given twice");
  CHECK(hint("<a b=\"<\"/>") == "inside an attribute write < as &lt;");
  CHECK(hint("<a>\x01</a>") == "XML does not allow this control character");
  CHECK(hint("<a>\xEF\xBF\xBF</a>") == "XML does not allow this control character");
  CHECK(hint("<a><![CDATA[\x02]]></a>") == "XML does not allow this control character");
  CHECK(hint("<a>&nbsp;</a>").substr(0, 16) == "write & as &amp;");
  CHECK(hint("<a>&#0;</a>").substr(0, 16) == "write & as &amp;");
  CHECK(hint("<a>&#xD800;</a>").substr(0, 16) == "write & as &amp;");
  CHECK(hint("<a>]]></a>") == "in text, write > after two square brackets as &gt;");
  CHECK(hint("<a><!-- a -- b --></a>") == "a comment may not contain two hyphens");
  CHECK(hint("<a><!-- a </a>") == "\"<!--\" is opened and never ends");
  CHECK(hint("<a><?xml version=\"1.0\"?></a>") ==
        "the <?xml declaration may only stand at the very start");
  CHECK(hint("<1a/>") == "expected a name that starts with a letter");
  CHECK(hint("<a><!ELEMENT a></a>") == "what follows \"<!\" cannot be read");
}

TEST_CASE("xml refuses a DOCTYPE wherever it stands", "[base]") {
  CHECK(refusal("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY x \"y\">]>\n<a>&x;</a>") ==
        "thôn.xml › dòng 2\n"
        "lỗi: tệp XML có khai báo DOCTYPE; không nhận tệp loại này vì lý do an toàn [xml.doctype]\n"
        "  <!DOCTYPE a [<!ENTITY x \"y\">]>\n"
        "  ^  xóa dòng khai báo DOCTYPE");
  CHECK(refusal("<a><!DOCTYPE a></a>").find("[xml.doctype]") != std::string::npos);
}

TEST_CASE("xml may be 256 levels deep and no deeper", "[base]") {
  const auto nested = [](std::size_t depth) {
    std::string out;
    for (std::size_t level = 0; level < depth; ++level) out += "<a>";
    for (std::size_t level = 0; level < depth; ++level) out += "</a>";
    return out;
  };
  CHECK(refusal(nested(256)) == "nothing thrown");
  CHECK(refusal(nested(257)).find("lỗi: các phần tử XML lồng nhau quá 256 tầng [xml.too-deep]") !=
        std::string::npos);
}

TEST_CASE("xml in another encoding is refused", "[base]") {
  const std::string expected =
      "thôn.xml\n"
      "lỗi: tệp XML không phải UTF-8; cần lưu bằng bảng mã UTF-8 [xml.not-utf8]\n"
      "  → mở tệp bằng trình soạn thảo, chọn lưu với bảng mã UTF-8";
  CHECK(refusal("<a>\xC0\xAF</a>") == expected);
  CHECK(refusal("<?xml version='1.0' encoding='windows-1258'?><a/>") == expected);
  CHECK(refusal(std::string("\xFF\xFE<\0a\0/\0>\0", 10)) == expected);
}

TEST_CASE("xml tells where a node stands", "[base]") {
  auto document = parse("<a>\n  <b name=\"Hạ\"\n     code=\"1\"/>\n  <c>x</c></a>");
  const auto place = document.place(document.root().child("b"));
  CHECK(place == Place{"thôn.xml", {{PlaceStep::Kind::line, "2"}}, "<b name=\"Hạ\"", 0, 14});
  const auto text = document.place(document.root().child("c").first_child());
  CHECK(text == Place{"thôn.xml", {{PlaceStep::Kind::line, "4"}}, "<c>x</c></a>", 3, 1});
  auto made = document.root().child("c").append_child("d");
  CHECK(document.place(made).steps == text.steps);
  CHECK(document.place({}) == Place{"thôn.xml", {}, "", 0, 0});
}

TEST_CASE("xml writes what must be escaped and drops what is forbidden", "[base]") {
  const auto escaped = [](std::string_view text, bool in_attribute) {
    std::string out;
    append_escaped(out, text, in_attribute);
    return out;
  };
  CHECK(escaped("a<b>&\"'\n\t\r\x01\xEF\xBF\xBE"
                "ạ\xEF\xBC\x81",
                false) == "a&lt;b&gt;&amp;\"'\n\t&#13;ạ\xEF\xBC\x81");
  CHECK(escaped("a<b>&\"'\n\t\r\x1F\xEF\xBF\xBFz", true) ==
        "a&lt;b&gt;&amp;&quot;'&#10;&#9;&#13;z");
  CHECK(escaped("", false).empty());
}

TEST_CASE("xml is written with its declaration and read again the same", "[base]") {
  auto document = parse("<?xml version=\"1.0\"?><a x=\"1&#10;2\"><b>Chi bộ</b><?p q?></a>");
  CHECK(to_xml(document.tree(), false) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a x=\"1&#10;2\"><b>Chi bộ</b></a>");
  auto again = parse(to_xml(document.tree(), true));
  CHECK(to_xml(again.tree(), true) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        "<a x=\"1&#10;2\"><b>Chi bộ</b></a>");
}

TEST_CASE("the scanner gives names, attributes and text one by one", "[base]") {
  XmlScanner scanner("<x:a b='1'>T&#xE2;n<c id='2' r:id='rId1'/>\r\n<![CDATA[&]]></x:a>", "f.xml");
  using Token = XmlScanner::Token;
  REQUIRE(scanner.next() == Token::start);
  CHECK(scanner.name() == "x:a");
  CHECK(scanner.local_name() == "a");
  CHECK(scanner.attribute("b") == "1");
  CHECK(scanner.attribute("c").empty());
  CHECK(scanner.depth() == 1);
  std::string text;
  REQUIRE(scanner.next() == Token::text);
  scanner.append_text(text);
  REQUIRE(scanner.next() == Token::start);
  CHECK(scanner.depth() == 2);
  CHECK(scanner.prefixed_attribute("id") == "rId1");
  REQUIRE(scanner.next() == Token::end);
  CHECK(scanner.name() == "c");
  CHECK(scanner.depth() == 2);
  REQUIRE(scanner.next() == Token::text);
  scanner.append_text(text);
  REQUIRE(scanner.next() == Token::text);
  scanner.append_text(text);
  CHECK(text == "Tân\n&");
  REQUIRE(scanner.next() == Token::end);
  CHECK(scanner.depth() == 1);
  CHECK(scanner.next() == Token::done);
}

TEST_CASE("the scanner passes what is written as something before, but for its text", "[base]") {
  XmlScanner scanner("<a><b>một</b><b>hai &amp; ba</b><b>bốn<c/></b><b>&sai;</b></a>", "f.xml");
  using Token = XmlScanner::Token;
  CHECK_FALSE(scanner.pass_alike("<a>", ""));  // nothing is open yet
  for (int i = 0; i < 4; ++i) static_cast<void>(scanner.next());
  REQUIRE(scanner.name() == "b");
  CHECK_FALSE(scanner.pass_alike("<c>", "</c>"));
  REQUIRE(scanner.pass_alike("<b>", "</b>"));
  CHECK(scanner.text() == "hai &amp; ba");
  CHECK(scanner.begin() == 18);
  CHECK(scanner.end() == 34);
  CHECK_FALSE(scanner.pass_alike("<b>", "</b>"));
  REQUIRE(scanner.next() == Token::start);
  CHECK(scanner.begin() == 34);
  for (int i = 0; i < 4; ++i) static_cast<void>(scanner.next());
  REQUIRE(scanner.name() == "b");
  try {
    static_cast<void>(scanner.pass_alike("<b>", "</b>"));
    FAIL("a reference to nothing was passed");
  } catch (const Error& error) {
    CHECK(error.findings().front().message.code == "xml.not-well-formed");
    CHECK(error.findings().front().hints.front().code == "hint.xml-reference");
  }
}

TEST_CASE("a place in a very long line keeps what stands around it", "[base]") {
  std::string line;
  for (int index = 0; index < 1000; ++index) line += "ạ";
  const auto place = place_in(line, "f", 1500, 3);
  CHECK(place.excerpt.size() <= 1003);
  CHECK(place.excerpt.substr(place.column, 3) == "ạ");
  CHECK(place_in("ab\n\ncd", "f", 3, 4).excerpt == " ");
  CHECK(place_in("ab", "f", 9, 1) == Place{"f", {{PlaceStep::Kind::line, "1"}}, "ab", 2, 1});
}

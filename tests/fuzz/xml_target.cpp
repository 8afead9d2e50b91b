#include "base/xml_scanner.hpp"
#include "fuzz/targets.hpp"

namespace quyche {

void fuzz_xml(std::string_view bytes) {
  try {
    XmlScanner scanner(xml_text(bytes, "tep.xml"), "tep.xml");
    std::string text;
    for (auto token = scanner.next(); token != XmlScanner::Token::done; token = scanner.next()) {
      if (token == XmlScanner::Token::text) scanner.append_text(text);
      if (token != XmlScanner::Token::start) continue;
      text += unescaped(scanner.attribute("w:val"));
      text += scanner.prefixed_attribute("id");
      text += scanner.local_name();
    }
    static_cast<void>(scanner.place());
  } catch (const Error&) {
  }
}

}  // namespace quyche

#include "base/xml.hpp"
#include "compare/derivation.hpp"
#include "district/amendments.hpp"
#include "model/akn_body_writer.hpp"

namespace quyche {
namespace {

/// Without each stretch from `begin` to the next `end`, that one included.
std::string without_each(const std::string& text, std::string_view begin, std::string_view end) {
  std::string out;
  std::size_t told = 0;
  for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin, told)) {
    const auto stop = text.find(end, at + begin.size());
    if (stop == std::string::npos) break;
    out.append(text, told, at - told);
    // What ends a line goes with the indentation before it.
    if (end.ends_with('\n')) out.resize(out.rfind('\n') + 1);
    told = stop + end.size();
  }
  return out.append(text, told);
}

/// Elements of Akoma Ntoso under their prefix, without what numbering computes.
std::string prefixed(std::string text) {
  text = without_each(text, " eId=\"", "\"");
  text = without_each(text, " href=\"#", "\"");
  text = without_each(text, "<num>", "</num>\n");
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] != '<') continue;
    if (text[i + 1] == '/') out += text[++i];
    out += "a:";
  }
  return out;
}

}  // namespace

std::string write_amendments(const Regulation& model, const std::vector<Amendment>& list) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<amendments xmlns=\"urn:quyche:amendments:1\"\n"
      "            xmlns:a=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"\n"
      "            xmlns:q=\"urn:quyche:regulation:1\"\n            model=\"";
  append_escaped(out, model.id, true);
  out += "\">\n";
  const AknInlines inlines(model, nullptr, OpenFields::labels);
  for (const auto& amendment : list) {
    const std::string name(amendment_name(amendment.act));
    out.append("  <").append(name).append(" target=\"");
    append_escaped(out, amendment.target, true);
    out += '"';
    if (amendment.when) {
      std::string when;
      append_condition(when, amendment.when);
      out += " " + when.substr(when.find("when"));
    }
    if (amendment.provisions.empty()) {
      out += "/>\n";
      continue;
    }
    std::string provisions;
    AknBodyWriter(amendment.provisions, inlines).append(provisions);
    out.append(">\n").append(prefixed(std::move(provisions))).append("  </").append(name);
    out += ">\n";
  }
  return out += "</amendments>\n";
}

}  // namespace quyche

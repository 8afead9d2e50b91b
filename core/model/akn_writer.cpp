#include "model/akn_writer.hpp"

#include <map>
#include <set>

#include "base/date.hpp"
#include "base/text.hpp"
#include "base/xml.hpp"
#include "model/akn_body_writer.hpp"
#include "model/akn_metadata.hpp"
#include "model/akn_provenance.hpp"
#include "model/basis_sentence.hpp"
#include "model/slot_text.hpp"

namespace quyche {
namespace {

/// What goes into the identification of the work.
struct Identity {
  std::string path;  ///< after /akn/vn/act/quy-che/
  std::string date;
};

/// The work, its expression, or the file that carries it.
struct FrbrLevel {
  std::string_view name;
  std::string uri;
  std::string_view date_name;
  std::string_view rest;  ///< the elements after the author
};

void write_level(std::string& out, const FrbrLevel& level, const std::string& date) {
  const std::string_view suffix = level.name == "FRBRManifestation" ? ".xml" : "";
  out.append("        <").append(level.name).append(">\n");
  out.append("          <FRBRthis value=\"" + level.uri + "/!main").append(suffix).append("\"/>\n");
  out.append("          <FRBRuri value=\"" + level.uri).append(suffix).append("\"/>\n");
  out.append("          <FRBRdate date=\"" + date + "\" name=\"").append(level.date_name);
  out += "\"/>\n          <FRBRauthor href=\"#author\" as=\"#author-role\"/>\n";
  out.append(level.rest).append("        </").append(level.name).append(">\n");
}

void write_identification(std::string& out, const Identity& identity, const std::string& author,
                          const AknProvenance& provenance) {
  const std::string work = "/akn/vn/act/quy-che/" + identity.path;
  const std::string expression = work + "/vie@" + identity.date;
  out += "      <identification source=\"#quyche\">\n";
  write_level(out,
              {"FRBRWork", work, "ban-hanh",
               "          <FRBRcountry value=\"vn\"/>\n"
               "          <FRBRsubtype value=\"quy-che\"/>\n"},
              identity.date);
  write_level(
      out,
      {"FRBRExpression", expression, "ban-hanh", "          <FRBRlanguage language=\"vie\"/>\n"},
      identity.date);
  write_level(out, {"FRBRManifestation", expression, "tao-tep", ""}, identity.date);
  out += "      </identification>\n";
  out += "      <lifecycle source=\"#quyche\">\n";
  out += "        <eventRef eId=\"evt-1\" date=\"" + identity.date +
         "\" source=\"#original\" type=\"generation\"/>\n";
  out += provenance.events + "      </lifecycle>\n" + provenance.analysis;
  out += "      <references source=\"#quyche\">\n";
  out += "        <original eId=\"original\" href=\"" + expression + "\" showAs=\"";
  append_escaped(out, author, true);
  out += "\"/>\n" + provenance.references;
  out += "        <TLCOrganization eId=\"author\" href=\"/ontology/organization/vn/author\" ";
  out += "showAs=\"";
  append_escaped(out, author, true);
  out +=
      "\"/>\n        <TLCOrganization eId=\"quyche\" "
      "href=\"/ontology/organization/quyche\" showAs=\"quyche\"/>\n"
      "        <TLCRole eId=\"author-role\" href=\"/ontology/role/author\" showAs=\"author\"/>\n"
      "      </references>\n";
}

void write_unit(std::string& out, const char* level, const Unit& unit) {
  out += "          <q:unit level=\"";
  out += level;
  out += "\" code=\"" + unit.code + "\" type=\"";
  append_escaped(out, unit.type, true);
  out += "\" name=\"";
  append_escaped(out, unit.name, true);
  out += "\"/>\n";
}

void write_locality(std::string& out, const LocalRegulation& local) {
  out += "        <q:locality district=\"" + local.district_id + "\" version=\"" +
         local.district_version + "\" date=\"" + iso(local.jurisdiction.day) + "\" sign-mode=\"" +
         local.sign_mode + "\">\n";
  write_unit(out, "province", local.jurisdiction.province);
  if (local.jurisdiction.district) write_unit(out, "district", *local.jurisdiction.district);
  if (local.jurisdiction.commune) write_unit(out, "commune", *local.jurisdiction.commune);
  out += "        </q:locality>\n";
}

void write_signatures(std::string& out, const Regulation& text, const std::string& sign_mode,
                      const AknInlines& inlines) {
  out += "    <conclusions>\n";
  bool any = false;
  for (const auto& mode : text.frame.sign_modes) {
    if (!sign_mode.empty() && mode.name != sign_mode) continue;
    for (const auto& signature : mode.signatures) {
      out += "      <p q:sign-mode=\"" + mode.name + "\">";
      inlines.append(out, signature.on_behalf);
      if (!signature.on_behalf.empty()) out += ' ';
      inlines.append(out, signature.position);
      out += " <signature>";
      inlines.append(out, {{Inline::Kind::field, signature.name_field, {}, {}}});
      out += "</signature></p>\n";
      any = true;
    }
  }
  if (!any) out += "      <p/>\n";
  out += "    </conclusions>\n";
}

void write_preface(std::string& out, const Regulation& text, const AknInlines& inlines) {
  const auto& frame = text.frame;
  out += "    <preface>\n      <p class=\"superior\">";
  inlines.append(out, frame.superior);
  out += "</p>\n      <p class=\"issuer\">";
  inlines.append(out, frame.issuer);
  out += "</p>\n      <p class=\"number\"><docNumber>";
  inlines.append(out, {{Inline::Kind::field, frame.number_field, {}, {}}});
  out += "-" + frame.symbol + "</docNumber></p>\n      <p class=\"date\">";
  inlines.append(out, {{Inline::Kind::field, frame.place_field, {}, {}},
                       {Inline::Kind::text, ", ", {}, {}},
                       {Inline::Kind::field, frame.date_field, {}, "words"}});
  out += "</p>\n      <longTitle>\n        <p><docType>";
  inlines.append(out, frame.type_name);
  out += "</docType></p>\n";
  for (const auto& title : frame.titles) {
    out += "        <p><docTitle";
    append_condition(out, title.when);
    out += ">";
    inlines.append(out, title.text);
    out += "</docTitle></p>\n";
  }
  out += "      </longTitle>\n    </preface>\n";
}

void write_preamble(std::string& out, const Regulation& text, const AknInlines& inlines) {
  if (text.bases.empty()) return;
  out += "    <preamble>\n      <citations>\n";
  for (std::size_t i = 0; i < text.bases.size(); ++i) {
    const auto& basis = text.bases[i];
    out += "        <citation eId=\"preamble__cit_" + std::to_string(i + 1) + "\" wId=\"";
    append_escaped(out, basis.id, true);
    out += '"';
    append_condition(out, basis.when);
    out += "><p>";
    inlines.append(out, basis_sentence(basis));
    out += ";</p></citation>\n";
  }
  out += "      </citations>\n    </preamble>\n";
}

std::string write_document(const Regulation& text, const LocalRegulation* local,
                           const Identity& identity, const AknInlines& inlines) {
  std::string out;
  out.reserve(160'000);
  out +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\" "
      "xmlns:q=\"urn:quyche:regulation:1\">\n"
      "  <act name=\"quy-che\" contains=\"originalVersion\">\n    <meta>\n";
  const AknBodyWriter body(text.body, inlines);
  write_identification(out, identity, text.author,
                       provenance_of(text.body, inlines.ids, identity.date));
  out += "      <proprietary source=\"#quyche\">\n";
  write_metadata(out, text, 8);
  if (local != nullptr) write_locality(out, *local);
  out += "      </proprietary>\n    </meta>\n";
  write_preface(out, text, inlines);
  write_preamble(out, text, inlines);
  out += "    <body>\n";
  body.append(out);
  out += "    </body>\n";
  write_signatures(out, text, local != nullptr ? local->sign_mode : std::string(), inlines);
  out += "  </act>\n</akomaNtoso>\n";
  return out;
}

}  // namespace

std::string write_regulation(const Regulation& regulation) {
  const Identity identity{file_slug(regulation.id) + "/" + file_slug(regulation.version),
                          regulation.date ? iso(*regulation.date) : "1900-01-01"};
  return write_document(regulation, nullptr, identity,
                        AknInlines(regulation, nullptr, OpenFields::labels));
}

std::string write_local_regulation(const LocalRegulation& regulation, OpenFields open) {
  const auto& where = regulation.jurisdiction;
  const bool holes = open == OpenFields::holes;
  Identity identity;
  identity.path = where.commune ? where.commune->code : where.province.code;
  if (holes) identity.path += "/" + slot_mark("!slug", "");
  identity.date = holes ? slot_mark("!date", "") : iso(where.day);
  return write_document(regulation.text, &regulation, identity,
                        AknInlines(regulation.text, &regulation, open));
}

}  // namespace quyche

#include "model/akn_body_writer.hpp"

#include "base/text.hpp"
#include "base/xml.hpp"
#include "model/field_text.hpp"
#include "model/names.hpp"
#include "model/numbering.hpp"
#include "model/pattern.hpp"
#include "model/slot_text.hpp"

namespace quyche {
namespace {

/// eId prefixes of the OASIS naming convention.
std::string_view id_prefix(ProvisionKind kind) {
  switch (kind) {
    case ProvisionKind::part:
      return "part_";
    case ProvisionKind::chapter:
      return "chp_";
    case ProvisionKind::section:
      return "sec_";
    case ProvisionKind::article:
      return "art_";
    case ProvisionKind::clause:
      return "para_";
    case ProvisionKind::point:
      return "point_";
    case ProvisionKind::appendix:
      return "app_";
    case ProvisionKind::text:
    case ProvisionKind::table:
      return "alinea_";
  }
  return {};
}

/// Chapters and articles run through the regulation, so their ids carry no parent.
bool stands_alone(ProvisionKind kind) {
  return kind == ProvisionKind::part || kind == ProvisionKind::chapter ||
         kind == ProvisionKind::article || kind == ProvisionKind::appendix;
}

}  // namespace

AknInlines::AknInlines(const Regulation& regulation, const LocalRegulation* local, OpenFields open)
    : regulation_(regulation), local_(local), open_(open) {
  for (const auto& field : regulation.fields) fields_.emplace(field.name, &field);
}

std::string AknInlines::first_wording(const Inline& item) const {
  for (const auto& term : regulation_.terms) {
    if (term.name != item.value || term.wordings.empty()) continue;
    const auto words = write_pattern(term.wordings.front().text);
    return item.form == "title" ? capitalise(words) : item.form == "upper" ? upper(words) : words;
  }
  return item.value;
}

const std::string* AknInlines::value_of(const std::string& name) const {
  if (local_ == nullptr) return nullptr;
  const auto found = local_->values.find(name);
  return found == local_->values.end() ? nullptr : &found->second;
}

void AknInlines::append_field(std::string& out, const Inline& item) const {
  const auto declared = fields_.find(item.value);
  const auto label = "[" + (declared == fields_.end() ? item.value : declared->second->label) + "]";
  out += "<placeholder q:field=\"" + item.value + "\"";
  if (!item.form.empty()) out += " q:form=\"" + item.form + "\"";
  out += " originalText=\"";
  append_escaped(out, label, true);
  out += "\">";
  const bool settled = local_ != nullptr && local_->settled.contains(item.value);
  const auto* value = value_of(item.value);
  if (value != nullptr && (open_ == OpenFields::labels || settled)) {
    append_escaped(out, declared == fields_.end()
                            ? *value
                            : shown_value(*declared->second, *value, item.form));
  } else if (open_ == OpenFields::holes) {
    out += slot_mark(item.value, item.form);
  } else {
    append_escaped(out, label);
  }
  out += "</placeholder>";
}

void AknInlines::append(std::string& out, const Inlines& line) const {
  for (const auto& item : line) {
    switch (item.kind) {
      case Inline::Kind::text:
        append_escaped(out, item.value);
        break;
      case Inline::Kind::field:
        append_field(out, item);
        break;
      case Inline::Kind::term:
        out += "<inline name=\"term\" q:term=\"" + item.value + "\"";
        if (!item.form.empty()) out += " q:form=\"" + item.form + "\"";
        out += ">";
        append_escaped(out, item.shown.empty() ? first_wording(item) : item.shown);
        out += "</inline>";
        break;
      case Inline::Kind::reference: {
        const auto target = ids.find(item.value);
        out += "<ref href=\"#" + (target == ids.end() ? item.value : target->second) +
               "\" q:target=\"" + item.value + "\"";
        if (!item.form.empty()) out += " q:form=\"" + item.form + "\"";
        out += ">";
        append_escaped(out, item.shown);
        out += "</ref>";
        break;
      }
    }
  }
}

void append_condition(std::string& out, const std::optional<Condition>& condition) {
  if (!condition) return;
  out += " q:when=\"";
  append_escaped(out, write_condition(*condition), true);
  out += '"';
}

AknBodyWriter::AknBodyWriter(const std::vector<Provision>& body, const AknInlines& inlines)
    : body_(body), inlines_(inlines) {
  inlines_.ids.clear();
  name_all(body, {});
}

void AknBodyWriter::name_all(const std::vector<Provision>& provisions, const std::string& parent) {
  int unnumbered = 0;
  for (const auto& provision : provisions) {
    std::string id = parent.empty() || stands_alone(provision.kind) ? "" : parent + "__";
    id += id_prefix(provision.kind);
    id += provision.number.empty() ? std::to_string(++unnumbered) : provision.number;
    const auto plain = id;
    for (int again = 2; !taken_.insert(id).second; ++again)
      id = plain + "-" + std::to_string(again);
    inlines_.ids[provision.id] = id;
    name_all(provision.children, id);
  }
}

void AknBodyWriter::append_attributes(std::string& out, const Provision& provision) const {
  out += " eId=\"" + inlines_.ids[provision.id] + "\" wId=\"";
  append_escaped(out, provision.id, true);
  out += '"';
  if (provision.mandatory) out += " q:mandatory=\"true\"";
  if (provision.optional) out += " q:optional=\"true\"";
  append_condition(out, provision.when);
  if (provision.origins.empty()) return;
  out += " q:origin=\"";
  for (std::size_t i = 0; i < provision.origins.size(); ++i) {
    const auto& origin = provision.origins[i];
    if (i > 0) out += "; ";
    out.append(name_of(k_act_names, origin.act)).append(" ");
    out.append(name_of(k_level_names, origin.level)).append(" ");
    append_escaped(out, origin.author + " " + origin.version, true);
  }
  out += '"';
}

void AknBodyWriter::append_content(std::string& out, const Provision& provision,
                                   const std::string& pad) const {
  if (provision.kind == ProvisionKind::table) {
    out += pad + "<content>\n" + pad + "  <table>\n";
    for (std::size_t r = 0; r < provision.rows.size(); ++r) {
      const char* cell_name = r == 0 ? "th" : "td";
      out += pad + "    <tr>";
      for (const auto& cell : provision.rows[r]) {
        out.append("<").append(cell_name).append("><p>");
        inlines_.append(out, cell);
        out.append("</p></").append(cell_name).append(">");
      }
      out += "</tr>\n";
    }
    out += pad + "  </table>\n" + pad + "</content>\n";
    return;
  }
  const bool leaf = provision.children.empty();
  if (!leaf && provision.text.empty()) return;
  out += pad + (leaf ? "<content><p>" : "<intro><p>");
  inlines_.append(out, provision.text);
  out += leaf ? "</p></content>\n" : "</p></intro>\n";
}

void AknBodyWriter::append(std::string& out, const Provision& provision, int indent) const {
  const std::string pad(static_cast<std::size_t>(indent), ' ');
  const std::string inner = pad + "  ";
  const std::string name(name_of(k_element_names, provision.kind));
  out += pad + "<" + name;
  if (provision.kind == ProvisionKind::appendix) out += " name=\"appendix\"";
  append_attributes(out, provision);
  out += ">\n";
  if (const auto label = number_label(provision); !label.empty()) {
    out += inner + "<num>" + label + "</num>\n";
  }
  if (!provision.heading.empty()) {
    out += inner + "<heading>";
    inlines_.append(out, provision.heading);
    out += "</heading>\n";
  }
  append_content(out, provision, inner);
  for (const auto& child : provision.children) append(out, child, indent + 2);
  out += pad + "</" + name + ">\n";
}

void AknBodyWriter::append(std::string& out) const {
  for (const auto& provision : body_) append(out, provision, 6);
}

}  // namespace quyche

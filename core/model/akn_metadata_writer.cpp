#include "base/date.hpp"
#include "model/akn_metadata.hpp"
#include "model/names.hpp"
#include "model/pattern.hpp"

namespace quyche {
namespace {

void add_attribute(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += ' ';
  out += name;
  out += "=\"";
  append_escaped(out, value, true);
  out += '"';
}

void add_attribute(std::string& out, std::string_view name, const std::optional<Date>& date) {
  if (date) add_attribute(out, name, iso(*date));
}

void when(std::string& out, const std::optional<Condition>& condition) {
  if (condition) add_attribute(out, "when", write_condition(*condition));
}

/// Ends an open start tag: with its text, or empty.
void close(std::string& out, std::string_view name, std::string_view text) {
  if (text.empty()) {
    out += "/>\n";
    return;
  }
  out += '>';
  append_escaped(out, text);
  out.append("</").append(name).append(">\n");
}

void write_fields(std::string& out, const Regulation& regulation, const std::string& pad) {
  for (const auto& field : regulation.fields) {
    out += pad + "<q:field";
    add_attribute(out, "name", field.name);
    add_attribute(out, "label", field.label);
    add_attribute(out, "type", name_of(k_type_names, field.type));
    add_attribute(out, "level", name_of(k_level_names, field.level));
    add_attribute(out, "required", field.required ? "true" : "");
    add_attribute(out, "hint", field.hint);
    add_attribute(out, "pattern", field.pattern);
    add_attribute(out, "default", field.default_value);
    if (field.choices.empty()) {
      out += "/>\n";
      continue;
    }
    out += ">\n";
    for (const auto& choice : field.choices) {
      out += pad + "  <q:choice";
      add_attribute(out, "value", choice.value);
      close(out, "q:choice", choice.label);
    }
    out += pad + "</q:field>\n";
  }
}

void write_terms(std::string& out, const Regulation& regulation, const std::string& pad) {
  for (const auto& term : regulation.terms) {
    out += pad + "<q:term";
    add_attribute(out, "name", term.name);
    out += ">\n";
    for (const auto& wording : term.wordings) {
      out += pad + "  <q:wording";
      when(out, wording.when);
      close(out, "q:wording", write_pattern(wording.text));
    }
    out += pad + "</q:term>\n";
  }
}

void write_bases(std::string& out, const Regulation& regulation, const std::string& pad) {
  for (const auto& basis : regulation.bases) {
    out += pad + "<q:basis";
    add_attribute(out, "id", basis.id);
    add_attribute(out, "type", basis.type);
    add_attribute(out, "number", basis.number);
    add_attribute(out, "date", basis.date);
    add_attribute(out, "issuer", basis.issuer);
    add_attribute(out, "from", basis.validity.from);
    add_attribute(out, "to", basis.validity.to);
    add_attribute(out, "replaced-by", basis.replaced_by);
    add_attribute(out, "field", basis.field);
    when(out, basis.when);
    close(out, "q:basis", basis.title);
  }
}

void write_line(std::string& out, const std::string& pad, std::string_view name,
                const Inlines& text) {
  if (text.empty()) return;
  out.append(pad).append("<").append(name);
  close(out, name, write_pattern(text));
}

void write_sign_mode(std::string& out, const std::string& pad, const SignMode& mode) {
  const auto inner = pad + "  ";
  out += pad + "<q:sign-mode";
  add_attribute(out, "name", mode.name);
  add_attribute(out, "symbol", mode.symbol);
  out += ">\n";
  write_line(out, inner, "q:superior", mode.superior);
  write_line(out, inner, "q:issuer", mode.issuer);
  for (const auto& signature : mode.signatures) {
    out += inner + "<q:signature";
    add_attribute(out, "on-behalf", write_pattern(signature.on_behalf));
    add_attribute(out, "position", write_pattern(signature.position));
    add_attribute(out, "name-field", signature.name_field);
    out += "/>\n";
  }
  for (const auto& recipient : mode.recipients) write_line(out, inner, "q:recipient", recipient);
  out += pad + "</q:sign-mode>\n";
}

void write_frame(std::string& out, const Frame& frame, const std::string& pad) {
  out += pad + "<q:frame";
  add_attribute(out, "family", frame.family);
  add_attribute(out, "symbol", frame.symbol);
  add_attribute(out, "number-field", frame.number_field);
  add_attribute(out, "place-field", frame.place_field);
  add_attribute(out, "date-field", frame.date_field);
  out += ">\n";
  const auto inner = pad + "  ";
  write_line(out, inner, "q:superior", frame.superior);
  write_line(out, inner, "q:issuer", frame.issuer);
  write_line(out, inner, "q:type-name", frame.type_name);
  for (const auto& title : frame.titles) {
    out += inner + "<q:title";
    when(out, title.when);
    close(out, "q:title", write_pattern(title.text));
  }
  for (const auto& mode : frame.sign_modes) write_sign_mode(out, inner, mode);
  for (const auto& recipient : frame.recipients) write_line(out, inner, "q:recipient", recipient);
  out += pad + "</q:frame>\n";
}

}  // namespace

void write_metadata(std::string& out, const Regulation& regulation, int indent) {
  const std::string pad(static_cast<std::size_t>(indent), ' ');
  const auto inner = pad + "  ";
  out += pad + "<q:regulation";
  add_attribute(out, "id", regulation.id);
  add_attribute(out, "version", regulation.version);
  add_attribute(out, "date", regulation.date);
  out += ">\n";
  write_line(out, inner, "q:author", {{Inline::Kind::text, regulation.author, {}, {}}});
  write_line(out, inner, "q:notice", {{Inline::Kind::text, regulation.notice, {}, {}}});
  for (const auto& [name, value] : regulation.values) {
    out += inner + "<q:value";
    add_attribute(out, "name", name);
    close(out, "q:value", value);
  }
  write_fields(out, regulation, inner);
  write_terms(out, regulation, inner);
  write_bases(out, regulation, inner);
  write_frame(out, regulation.frame, inner);
  out += pad + "</q:regulation>\n";
}

}  // namespace quyche

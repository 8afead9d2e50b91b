#include "paper/paper.hpp"

#include <algorithm>
#include <memory>

#include "base/text.hpp"
#include "docx/text_width.hpp"
#include "paper/paper_rule.hpp"

namespace quyche {
namespace {

constexpr int k_whole = 100;

// Warnings about a template that came with the program are for its makers.
WordTemplate compiled(std::string_view bytes, const std::string& file) {
  Diagnostics doubts;
  return {bytes, file, doubts};
}

}  // namespace

Paper::Paper(const PaperDefinition& definition, const FormatProfile& profile,
             std::string_view bytes, const std::string& file)
    : definition_(definition),
      profile_(profile),
      template_(compiled(bytes, file)),
      issuer_(definition.issuer, definition.id),
      title_(definition.title, definition.id),
      when_(definition.when.empty() ? "1" : "{{ 1 if " + definition.when + " else '' }}",
            definition.id) {}

bool Paper::applies(const Value& values) const { return !when_.render(values).empty(); }

Value Paper::rule(const char* component, const std::string& words, int percent, int width) const {
  const auto& format = profile_.component(component);
  const int wide =
      text_width(format.caps ? upper(words) : words, {format.size, format.bold, format.italic});
  return Value::object(std::make_shared<const PaperRule>(
      profile_.component("rule").style, std::min(wide, width) * percent / k_whole, width));
}

void Paper::render(const Value& values, Compressor& compressor, std::string& out,
                   Diagnostics& found) const {
  auto entries = values.as_map().entries();
  entries.emplace_back(
      Value::text("issuer_rule"),
      rule("issuer", issuer_.render(values), profile_.issuer_rule, profile_.heading_left_width));
  entries.emplace_back(Value::text("title_rule"), rule("title", title_.render(values),
                                                       profile_.title_rule, profile_.text_width()));
  template_.render(Value::map(std::move(entries)), compressor, out, found);
}

}  // namespace quyche

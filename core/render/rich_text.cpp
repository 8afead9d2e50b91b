#include "render/rich_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <pugixml.hpp>

#include "base/xml.hpp"
#include "render/word_sink.hpp"
#include "template/comparison.hpp"
#include "template/fault.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

using Properties = std::vector<std::pair<std::string, std::string>>;

constexpr std::array<std::string_view, 16> k_order{
    "w:rStyle", "w:rFonts", "w:b",       "w:bCs", "w:i",    "w:iCs",       "w:caps", "w:smallCaps",
    "w:strike", "w:color",  "w:spacing", "w:sz",  "w:szCs", "w:highlight", "w:u",    "w:vertAlign"};

std::size_t run_rank(std::string_view name) {
  return static_cast<std::size_t>(std::find(k_order.begin(), k_order.end(), name) -
                                  k_order.begin());
}

std::string element(std::string_view name, std::string_view value) {
  std::string out = "<" + std::string(name);
  if (!value.empty()) {
    out += " w:val=\"";
    append_escaped(out, value, true);
    out += '"';
  }
  return out + "/>";
}

/// A word that Office knows for the property.
template <std::size_t Count>
std::string known_word(std::string_view property, const std::string& word,
                       const std::array<std::string_view, Count>& words) {
  if (std::find(words.begin(), words.end(), word) != words.end()) return word;
  std::string known;
  for (const auto one : words) known.append(known.empty() ? "" : ", ").append(one);
  throw TemplateFault({"template.rich-value", {word, std::string(property)}},
                      {{"hint.template.rich-value", {known}}});
}

std::string highlight_of(const Value& value) {
  constexpr std::array<std::string_view, 17> k_colours{
      "yellow",   "green",     "cyan",      "magenta",     "blue",    "red",
      "darkBlue", "darkCyan",  "darkGreen", "darkMagenta", "darkRed", "darkYellow",
      "darkGray", "lightGray", "black",     "white",       "none"};
  return known_word("highlight", text_of(value), k_colours);
}

/// Half points.
std::string size_of(const Value& value) {
  const auto number = value.is_numeric() ? value.as_number() : 0;
  const auto text = text_of(value);
  int read = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), read);
  const bool is_text = end.ec == std::errc() && end.ptr == text.data() + text.size();
  const auto size = is_text ? read : static_cast<int>(number);
  if (size < 1 || size > 3276) {
    throw TemplateFault({"template.rich-value", {text, "size"}}, {{"hint.template.rich-size", {}}});
  }
  return std::to_string(size);
}

void add_font(Properties& properties, const std::string& font) {
  std::string name;
  append_escaped(name, font, true);
  properties.emplace_back("w:rFonts", "<w:rFonts w:ascii=\"" + name + "\" w:hAnsi=\"" + name +
                                          "\" w:cs=\"" + name + "\"/>");
}

void add_value(Properties& properties, std::string_view name, const std::string& value) {
  properties.emplace_back(name, element(name, value));
}

void add_switch(Properties& properties, std::string_view name, const Value& value) {
  properties.emplace_back(name, truth(value) ? element(name, {}) : element(name, "0"));
}

std::string underline_kind(const Value& value) {
  constexpr std::array<std::string_view, 18> k_underlines{
      "single",     "words",           "double",   "thick",         "dotted",     "dottedHeavy",
      "dash",       "dashedHeavy",     "dashLong", "dashLongHeavy", "dotDash",    "dashDotHeavy",
      "dotDotDash", "dashDotDotHeavy", "wave",     "wavyHeavy",     "wavyDouble", "none"};
  if (value.is(Value::Kind::text)) return known_word("underline", text_of(value), k_underlines);
  return truth(value) ? "single" : "none";
}

/// docxtpl's names of properties and their meanings.
using AddProperty = void (*)(Properties&, const Value&);
constexpr std::array<std::pair<std::string_view, AddProperty>, 11> k_properties{
    {{"bold", [](Properties& to, const Value& value) { add_switch(to, "w:b", value); }},
     {"italic", [](Properties& to, const Value& value) { add_switch(to, "w:i", value); }},
     {"strike", [](Properties& to, const Value& value) { add_switch(to, "w:strike", value); }},
     {"style",
      [](Properties& to, const Value& value) { add_value(to, "w:rStyle", text_of(value)); }},
     {"color", [](Properties& to,
                  const Value& value) { add_value(to, "w:color", colour_of(text_of(value))); }},
     {"highlight", [](Properties& to,
                      const Value& value) { add_value(to, "w:highlight", highlight_of(value)); }},
     {"size",
      [](Properties& to, const Value& value) {
        add_value(to, "w:sz", size_of(value));
        add_value(to, "w:szCs", size_of(value));
      }},
     {"underline",
      [](Properties& to, const Value& value) { add_value(to, "w:u", underline_kind(value)); }},
     {"subscript",
      [](Properties& to, const Value& value) {
        if (truth(value)) add_value(to, "w:vertAlign", "subscript");
      }},
     {"superscript",
      [](Properties& to, const Value& value) {
        if (truth(value)) add_value(to, "w:vertAlign", "superscript");
      }},
     {"font", [](Properties& to, const Value& value) { add_font(to, text_of(value)); }}}};

/// Whether it is the name of a property.
bool add_property(Properties& properties, std::string_view name, const Value& value) {
  for (const auto& [known, add] : k_properties) {
    if (known != name) continue;
    add(properties, value);
    return true;
  }
  return false;
}

void add_runs(std::vector<RichText::Run>& runs, const Value& value) {
  const auto object = value.is(Value::Kind::object) ? value.as_object() : nullptr;
  if (const auto* rich = dynamic_cast<const RichText*>(object.get())) {
    runs.insert(runs.end(), rich->runs().begin(), rich->runs().end());
    return;
  }
  runs.push_back({text_of(value), {}, {}});
}

/// What is given by name holds for all runs that do not say otherwise.
void apply_named(std::vector<RichText::Run>& runs, const CallArguments& arguments,
                 std::string_view callee) {
  Properties properties;
  std::string url;
  for (const auto& [name, value] : arguments.named) {
    if (name == "url") {
      url = text_of(value);
    } else if (!add_property(properties, name, value)) {
      throw TemplateFault({"template.unknown-argument", {std::string(callee), name}});
    }
  }
  for (auto& run : runs) {
    run.properties.insert(run.properties.begin(), properties.begin(), properties.end());
    if (run.url.empty()) run.url = url;
  }
}

/// Those of the tag, those of the run over them, in the order of the schema.
std::string merged(const std::string& base, const Properties& own) {
  Properties all;
  const auto set = [&all](std::string name, std::string markup) {
    const auto known = std::find_if(all.begin(), all.end(),
                                    [&](const auto& entry) { return entry.first == name; });
    if (known == all.end()) {
      all.emplace_back(std::move(name), std::move(markup));
    } else {
      known->second = std::move(markup);
    }
  };
  pugi::xml_document tree;
  tree.load_string(("<p>" + base + "</p>").c_str());
  for (const auto property : tree.document_element().children()) {
    std::string markup;
    append_xml(markup, property);
    set(property.name(), std::move(markup));
  }
  for (const auto& [name, markup] : own) set(name, markup);
  std::stable_sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
    return run_rank(left.first) < run_rank(right.first);
  });
  std::string out;
  for (const auto& entry : all) out += entry.second;
  return out;
}

std::string safe_url(const std::string& url) {
  constexpr std::string_view k_hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = byte > 0x20 && byte < 0x7F &&
                          std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
    if (is_plain) {
      out += c;
    } else {
      out += '%';
      out += k_hex[byte >> 4U];
      out += k_hex[byte & 0xFU];
    }
  }
  return out;
}

}  // namespace

std::string colour_of(std::string_view text) {
  if (text == "auto") return "auto";
  auto digits = text;
  if (digits.starts_with('#')) digits.remove_prefix(1);
  const auto is_digit = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  if (digits.size() != 6 || !std::all_of(digits.begin(), digits.end(), is_digit)) {
    throw TemplateFault({"template.word.bad-colour", {std::string(text)}},
                        {{"hint.template.word.bad-colour", {}}});
  }
  return std::string(digits);
}

std::string RichText::text() const {
  std::string out;
  for (const auto& run : runs_) out += run.text;
  return out;
}

void RichText::write(WordSink& sink, const WordSpot& spot) const {
  for (const auto& run : runs_) {
    sink.enter(WordLevel::inside, spot);
    auto own = spot;
    own.run_properties = merged(spot.run_properties, run.properties);
    own.run_open = own.run_properties.empty() ? "<w:r><w:t xml:space=\"preserve\">"
                                              : "<w:r><w:rPr>" + own.run_properties +
                                                    "</w:rPr><w:t xml:space=\"preserve\">";
    own.run_close = "</w:t></w:r>";
    if (!run.url.empty()) {
      const auto id = sink.relate("hyperlink", safe_url(run.url), true);
      own.run_open =
          "<w:hyperlink xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
          "relationships\" r:id=\"" +
          id + "\">" + own.run_open;
      own.run_close += "</w:hyperlink>";
      own.can_leave = false;
    }
    sink.write_run(run.text, std::move(own));
  }
}

Value make_rich_text(const CallArguments& arguments) {
  std::vector<RichText::Run> runs;
  for (const auto& value : arguments.positional) add_runs(runs, value);
  apply_named(runs, arguments, "rich");
  return Value::object(std::make_shared<const RichText>(std::move(runs)));
}

Value make_link(const CallArguments& arguments) {
  if (arguments.positional.empty()) {
    throw TemplateFault({"template.missing-argument", {"link", "url"}});
  }
  const auto url = text_of(arguments.positional.front());
  std::vector<RichText::Run> runs;
  for (std::size_t i = 1; i < arguments.positional.size(); ++i) {
    add_runs(runs, arguments.positional[i]);
  }
  if (runs.empty()) runs.push_back({url, {}, {}});
  CallArguments look;
  look.named = {{"color", Value::text("0563C1")}, {"underline", Value::text("single")}};
  apply_named(runs, arguments, "link");
  apply_named(runs, look, "link");
  for (auto& run : runs) run.url = url;
  return Value::object(std::make_shared<const RichText>(std::move(runs)));
}

}  // namespace quyche

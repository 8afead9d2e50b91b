#include "check/style_sheet.hpp"

#include <set>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "model/word/document_words.hpp"
#include "model/word/xml_names.hpp"

namespace quyche::check {
namespace {

using word::attribute;
using word::bounded;
using word::child;
using word::element;
using word::is_on;

constexpr std::array k_theme_slots{"asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"};
constexpr int k_largest_size = 3276;
constexpr int k_longest = 31'680;  // twips Word allows

template <typename Value>
void lay_over(std::optional<Value>& below, const std::optional<Value>& above) {
  if (above) below = above;
}

void lay_over(RunProperties& below, const RunProperties& above) {
  for (std::size_t slot = 0; slot < below.fonts.size(); ++slot) {
    lay_over(below.fonts[slot], above.fonts[slot]);
  }
  lay_over(below.size, above.size);
  lay_over(below.bold, above.bold);
  lay_over(below.italic, above.italic);
  lay_over(below.underline, above.underline);
  lay_over(below.caps, above.caps);
  lay_over(below.hidden, above.hidden);
  lay_over(below.colour, above.colour);
}

void lay_over(ParagraphProperties& below, const ParagraphProperties& above) {
  lay_over(below.align, above.align);
  lay_over(below.line_rule, above.line_rule);
  lay_over(below.line_above, above.line_above);
  lay_over(below.line_below, above.line_below);
  lay_over(below.has_auto_space, above.has_auto_space);
  lay_over(below.is_contextual, above.is_contextual);
  lay_over(below.before, above.before);
  lay_over(below.after, above.after);
  lay_over(below.line, above.line);
  lay_over(below.indent_left, above.indent_left);
  lay_over(below.indent_first, above.indent_first);
  lay_over(below.number_id, above.number_id);
  lay_over(below.level, above.level);
}

// A character style turns a toggle of the paragraph style round.
void toggle(std::optional<bool>& below, std::optional<bool>& above) {
  if (above) above = *above != below.value_or(false);
}

std::string_view plain_align(std::string_view value) {
  if (value == "left" || value == "start") return "left";
  if (value == "right" || value == "end") return "right";
  if (value == "both" || value == "distribute") return "both";
  return value == "center" ? "center" : "other";
}

std::string_view plain_line_rule(std::string_view value) {
  if (value == "exact") return "exact";
  return value == "atLeast" ? "atLeast" : "auto";
}

bool is_line(pugi::xml_node border) {
  const auto value = attribute(border, "val");
  return border && value != "nil" && value != "none";
}

std::string_view colour_of(pugi::xml_node colour) {
  const auto value = attribute(colour, "val");
  return value == "auto" || value == "000000" ? std::string_view() : value;
}

// A length that may be negative and may be missing.
void take(std::optional<int>& length, pugi::xml_node node, const char* name) {
  const auto text = attribute(node, name);
  if (text.empty()) return;
  const bool is_negative = text.starts_with('-');
  const int size = bounded(is_negative ? text.substr(1) : text, 0, k_longest);
  length = is_negative ? -size : size;
}

void read_spacing(pugi::xml_node spacing, ParagraphProperties& read) {
  take(read.before, spacing, "before");
  take(read.after, spacing, "after");
  take(read.line, spacing, "line");
  if (const auto rule = attribute(spacing, "lineRule"); !rule.empty()) {
    read.line_rule = plain_line_rule(rule);
  }
  for (const auto* name : {"beforeAutospacing", "afterAutospacing"}) {
    const auto value = attribute(spacing, name);
    if (!value.empty()) read.has_auto_space = value == "1" || value == "true" || value == "on";
  }
}

void read_indent(pugi::xml_node indent, ParagraphProperties& read) {
  take(read.indent_left, indent, "left");
  take(read.indent_left, indent, "start");
  take(read.indent_first, indent, "firstLine");
  std::optional<int> hanging;
  take(hanging, indent, "hanging");
  if (hanging) read.indent_first = -*hanging;
}

void read_numbering(pugi::xml_node numbering, ParagraphProperties& read) {
  if (const auto id = child(numbering, "numId")) {
    read.number_id = bounded(attribute(id, "val"), 0, 1'000'000);
  }
  if (const auto level = child(numbering, "ilvl")) {
    read.level = bounded(attribute(level, "val"), 0, 8);
  }
}

void read_borders(pugi::xml_node borders, ParagraphProperties& read) {
  if (const auto top = child(borders, "top")) read.line_above = is_line(top);
  if (const auto bottom = child(borders, "bottom")) read.line_below = is_line(bottom);
}

void read_paragraph(pugi::xml_node properties, ParagraphProperties& read) {
  word::for_each_element(properties, [&read](std::string_view name, pugi::xml_node item) {
    if (name == "jc") read.align = plain_align(attribute(item, "val"));
    if (name == "pBdr") read_borders(item, read);
    if (name == "spacing") read_spacing(item, read);
    if (name == "ind") read_indent(item, read);
    if (name == "contextualSpacing") read.is_contextual = is_on(item);
    if (name == "numPr") read_numbering(item, read);
  });
}

void read_switch(std::string_view name, pugi::xml_node item, RunProperties& read) {
  if (name == "b") read.bold = is_on(item);
  if (name == "i") read.italic = is_on(item);
  if (name == "caps") read.caps = is_on(item);
  if (name == "vanish") read.hidden = is_on(item);
}

// What the format of a paragraph depends on.
bool shapes_paragraph(std::string_view name) {
  return name == "pStyle" || name == "jc" || name == "pBdr" || name == "spacing" || name == "ind" ||
         name == "contextualSpacing" || name == "numPr";
}

// The same text for the same markup, and for no other: no name or value holds a control character.
void add_markup(std::string& key, pugi::xml_node node) {
  key.append(1, '\1').append(node.name());
  for (auto one = node.first_attribute(); one; one = one.next_attribute()) {
    key.append(1, '\2').append(one.name()).append(1, '\3').append(one.value());
  }
  for (auto item = node.first_child(); item; item = item.next_sibling()) add_markup(key, item);
  key += '\4';
}

}  // namespace

StyleSheet::StyleSheet(pugi::xml_node styles, pugi::xml_node theme) {
  read_theme(theme);
  const auto defaults = child(styles, "docDefaults");
  defaults_.run = read_run(child(child(defaults, "rPrDefault"), "rPr"));
  read_paragraph(child(child(defaults, "pPrDefault"), "pPr"), defaults_.paragraph);
  word::for_each_element(styles, [this](std::string_view name, pugi::xml_node node) {
    if (name != "style") return;
    const std::string id(attribute(node, "styleId"));
    nodes_.emplace(id, node);
    const auto is_default = attribute(node, "default");
    if (attribute(node, "type") == "paragraph" && (is_default == "1" || is_default == "true")) {
      default_style_ = id;
    }
  });
}

void StyleSheet::read_theme(pugi::xml_node theme) {
  const auto scheme = child(child(theme, "themeElements"), "fontScheme");
  for (const auto* size : {"major", "minor"}) {
    const auto fonts = child(scheme, std::string(size) + "Font");
    const auto face = [&](const char* kind) {
      return normalise(attribute(child(fonts, kind), "typeface"));
    };
    theme_fonts_[std::string(size) + "HAnsi"] = face("latin");
    theme_fonts_[std::string(size) + "Ascii"] = face("latin");
    theme_fonts_[std::string(size) + "EastAsia"] = face("ea");
    theme_fonts_[std::string(size) + "Bidi"] = face("cs");
  }
}

StyleSheet::Style StyleSheet::read_style(pugi::xml_node node) const {
  Style style;
  word::for_each_element(node, [&](std::string_view name, pugi::xml_node item) {
    if (name == "name") style.name = normalise(attribute(item, "val"));
    if (name == "basedOn") style.based_on = attribute(item, "val");
    if (name == "rPr") style.run = read_run(item);
    if (name == "pPr") read_paragraph(item, style.paragraph);
  });
  return style;
}

std::string_view StyleSheet::kept(std::string_view name) const {
  const auto found = names_.find(name);
  return found == names_.end() ? *names_.emplace(name).first : *found;
}

std::optional<std::string_view> StyleSheet::font(pugi::xml_node fonts, std::size_t slot) const {
  if (const auto theme = attribute(fonts, k_theme_slots.at(slot)); !theme.empty()) {
    const auto found = theme_fonts_.find(theme);
    return found == theme_fonts_.end() ? std::string_view() : found->second;
  }
  const auto name = attribute(fonts, k_font_slots.at(slot));
  if (name.empty()) return std::nullopt;
  return is_normalised(name) ? kept(name) : kept(normalise(name));
}

RunProperties StyleSheet::read_run(pugi::xml_node properties) const {
  RunProperties read;
  word::for_each_element(properties, [&](std::string_view name, pugi::xml_node item) {
    if (name == "rFonts") {
      for (std::size_t slot = 0; slot < read.fonts.size(); ++slot) {
        read.fonts[slot] = font(item, slot);
      }
    }
    if (name == "sz") read.size = bounded(attribute(item, "val"), 20, k_largest_size);
    read_switch(name, item, read);
    if (name == "u") read.underline = attribute(item, "val") != "none";
    if (name == "color") read.colour = kept(colour_of(item));
  });
  return read;
}

// The style and those it is based on, up to the first that is put together already.
auto StyleSheet::ancestry(const std::string& id) const -> std::vector<const Nodes::value_type*> {
  std::vector<const Nodes::value_type*> chain;
  std::set<const void*> seen;
  for (auto found = nodes_.find(id); found != nodes_.end() && !whole_.contains(found->first);
       found = nodes_.find(std::string(attribute(child(found->second, "basedOn"), "val")))) {
    if (!seen.insert(&*found).second) break;  // styles based on each other in a circle
    chain.push_back(&*found);
  }
  return chain;
}

const StyleSheet::Style& StyleSheet::whole(const std::string& id) const {
  const auto found = whole_.find(id);
  if (found != whole_.end()) return found->second;
  const auto chain = ancestry(id);
  const Style* made = chain.empty() ? &whole_[id] : nullptr;
  for (auto next = chain.rbegin(); next != chain.rend(); ++next) {
    auto own = read_style((*next)->second);
    const auto base = whole_.find(own.based_on);
    auto style = base == whole_.end() ? Style() : base->second;
    lay_over(style.run, own.run);
    lay_over(style.paragraph, own.paragraph);
    style.name = std::move(own.name);
    made = &whole_.emplace((*next)->first, std::move(style)).first->second;
  }
  return *made;
}

const ParagraphFormat& StyleSheet::paragraph(pugi::xml_node properties) const {
  key_.clear();
  for (auto item = properties.first_child(); item; item = item.next_sibling()) {
    if (shapes_paragraph(element(item))) add_markup(key_, item);
  }
  const auto found = paragraphs_.find(key_);
  if (found != paragraphs_.end()) return found->second;
  return paragraphs_.emplace(key_, whole_paragraph(properties)).first->second;
}

ParagraphFormat StyleSheet::whole_paragraph(pugi::xml_node properties) const {
  ParagraphFormat format;
  format.style = attribute(child(properties, "pStyle"), "val");
  if (format.style.empty()) format.style = default_style_;
  const auto& style = whole(format.style);
  format.style_name = style.name;
  format.is_note = lower(style.name).find(word::document_words().note_style) != std::string::npos;
  auto all = defaults_.paragraph;
  lay_over(all, style.paragraph);
  if (child(properties, "numPr")) all.level.reset();
  read_paragraph(properties, all);
  format.align = all.align.value_or(format.align);
  format.line_above = all.line_above.value_or(false);
  format.line_below = all.line_below.value_or(false);
  format.before = all.before.value_or(0);
  format.after = all.after.value_or(0);
  format.has_auto_space = all.has_auto_space.value_or(false);
  format.is_contextual = all.is_contextual.value_or(false);
  format.line = all.line.value_or(format.line);
  format.line_rule = all.line_rule.value_or(format.line_rule);
  format.indent_left = all.indent_left.value_or(0);
  format.indent_first = all.indent_first.value_or(0);
  format.number_id = all.number_id;
  format.level = all.level;
  return format;
}

const RunFormat& StyleSheet::run(const std::string& paragraph_style,
                                 pugi::xml_node properties) const {
  key_.assign(paragraph_style);
  for (auto item = properties.first_child(); item; item = item.next_sibling()) {
    add_markup(key_, item);
  }
  const auto found = runs_.find(key_);
  if (found != runs_.end()) return found->second;
  return runs_.emplace(key_, whole_run(paragraph_style, properties)).first->second;
}

RunFormat StyleSheet::whole_run(const std::string& paragraph_style,
                                pugi::xml_node properties) const {
  auto all = defaults_.run;
  lay_over(all, whole(paragraph_style).run);
  if (const auto character = attribute(child(properties, "rStyle"), "val"); !character.empty()) {
    auto style = whole(std::string(character)).run;
    toggle(all.bold, style.bold);
    toggle(all.italic, style.italic);
    toggle(all.caps, style.caps);
    lay_over(all, style);
  }
  lay_over(all, read_run(properties));
  RunFormat format;
  for (std::size_t slot = 0; slot < format.fonts.size(); ++slot) {
    format.fonts[slot] = all.fonts[slot].value_or(std::string_view());
  }
  format.size = all.size.value_or(format.size);
  format.bold = all.bold.value_or(false);
  format.italic = all.italic.value_or(false);
  format.underline = all.underline.value_or(false);
  format.caps = all.caps.value_or(false);
  format.hidden = all.hidden.value_or(false);
  format.colour = all.colour.value_or(std::string_view());
  return format;
}

}  // namespace quyche::check

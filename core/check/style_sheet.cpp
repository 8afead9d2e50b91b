#include "check/style_sheet.hpp"

#include <set>
#include <utility>
#include <vector>

#include "base/text.hpp"
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

// A character style turns a toggle of the paragraph style round.
void toggle(std::optional<bool>& below, std::optional<bool>& above) {
  if (above) above = *above != below.value_or(false);
}

std::string plain_align(std::string_view value) {
  if (value == "start") return "left";
  if (value == "end") return "right";
  if (value == "distribute") return "both";
  return std::string(value);
}

bool is_line(pugi::xml_node border) {
  const auto value = attribute(border, "val");
  return border && value != "nil" && value != "none";
}

std::string colour_of(pugi::xml_node colour) {
  const auto value = attribute(colour, "val");
  return value == "auto" || value == "000000" ? std::string() : std::string(value);
}

}  // namespace

StyleSheet::StyleSheet(pugi::xml_node styles, pugi::xml_node theme) {
  read_theme(theme);
  const auto defaults = child(styles, "docDefaults");
  defaults_ = read_run(child(child(defaults, "rPrDefault"), "rPr"));
  read_paragraph_properties(child(child(defaults, "pPrDefault"), "pPr"), paragraph_defaults_);
  for (const auto node : styles.children()) {
    if (element(node) == "style") read_style(node);
  }
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

void StyleSheet::read_style(pugi::xml_node node) {
  Style style;
  const std::string id(attribute(node, "styleId"));
  style.name = normalise(attribute(child(node, "name"), "val"));
  style.based_on = attribute(child(node, "basedOn"), "val");
  style.run = read_run(child(node, "rPr"));
  read_paragraph_properties(child(node, "pPr"), style);
  const auto is_default = attribute(node, "default");
  if (attribute(node, "type") == "paragraph" && (is_default == "1" || is_default == "true")) {
    default_style_ = id;
  }
  styles_.emplace(id, std::move(style));
}

void StyleSheet::read_paragraph_properties(pugi::xml_node properties, Style& style) {
  for (const auto item : properties.children()) {
    const auto name = element(item);
    if (name == "jc") style.align = plain_align(attribute(item, "val"));
    if (name == "pBdr") {
      if (const auto top = child(item, "top")) style.line_above = is_line(top);
      if (const auto bottom = child(item, "bottom")) style.line_below = is_line(bottom);
    }
    if (name != "numPr") continue;
    if (const auto id = child(item, "numId")) {
      style.number_id = bounded(attribute(id, "val"), 0, 1'000'000);
    }
    if (const auto level = child(item, "ilvl"))
      style.level = bounded(attribute(level, "val"), 0, 8);
  }
}

std::optional<std::string> StyleSheet::font(pugi::xml_node fonts, std::size_t slot) const {
  if (const auto theme = attribute(fonts, k_theme_slots.at(slot)); !theme.empty()) {
    const auto found = theme_fonts_.find(theme);
    return found == theme_fonts_.end() ? std::string() : found->second;
  }
  const auto name = attribute(fonts, k_font_slots.at(slot));
  if (name.empty()) return std::nullopt;
  return normalise(name);
}

RunProperties StyleSheet::read_run(pugi::xml_node properties) const {
  RunProperties read;
  for (const auto item : properties.children()) {
    const auto name = element(item);
    if (name == "rFonts") {
      for (std::size_t slot = 0; slot < read.fonts.size(); ++slot) {
        read.fonts[slot] = font(item, slot);
      }
    }
    if (name == "sz") read.size = bounded(attribute(item, "val"), 20, k_largest_size);
    if (name == "b") read.bold = is_on(item);
    if (name == "i") read.italic = is_on(item);
    if (name == "caps") read.caps = is_on(item);
    if (name == "vanish") read.hidden = is_on(item);
    if (name == "u") read.underline = attribute(item, "val") != "none";
    if (name == "color") read.colour = colour_of(item);
  }
  return read;
}

StyleSheet::Style StyleSheet::whole(std::string_view id) const {
  std::vector<const Style*> chain;
  std::set<std::string_view> seen;
  for (auto found = styles_.find(id); found != styles_.end();
       found = styles_.find(found->second.based_on)) {
    if (!seen.insert(found->first).second) break;  // styles based on each other in a circle
    chain.push_back(&found->second);
  }
  Style style;
  for (auto part = chain.rbegin(); part != chain.rend(); ++part) {
    lay_over(style.run, (*part)->run);
    lay_over(style.align, (*part)->align);
    lay_over(style.line_above, (*part)->line_above);
    lay_over(style.line_below, (*part)->line_below);
    lay_over(style.number_id, (*part)->number_id);
    lay_over(style.level, (*part)->level);
    style.name = (*part)->name;
  }
  return style;
}

ParagraphFormat StyleSheet::paragraph(pugi::xml_node properties) const {
  ParagraphFormat format;
  format.style = attribute(child(properties, "pStyle"), "val");
  if (format.style.empty()) format.style = default_style_;
  auto style = whole(format.style);
  format.style_name = style.name;
  if (!style.align) style.align = paragraph_defaults_.align;
  if (child(properties, "numPr")) style.level.reset();
  read_paragraph_properties(properties, style);
  format.align = style.align.value_or("left");
  format.line_above = style.line_above.value_or(false);
  format.line_below = style.line_below.value_or(false);
  format.number_id = style.number_id;
  format.level = style.level;
  return format;
}

RunFormat StyleSheet::run(const std::string& paragraph_style, pugi::xml_node properties) const {
  auto all = defaults_;
  lay_over(all, whole(paragraph_style).run);
  if (const auto character = attribute(child(properties, "rStyle"), "val"); !character.empty()) {
    auto style = whole(character).run;
    toggle(all.bold, style.bold);
    toggle(all.italic, style.italic);
    toggle(all.caps, style.caps);
    lay_over(all, style);
  }
  lay_over(all, read_run(properties));
  RunFormat format;
  for (std::size_t slot = 0; slot < format.fonts.size(); ++slot) {
    format.fonts[slot] = all.fonts[slot].value_or(std::string());
  }
  format.size = all.size.value_or(format.size);
  format.bold = all.bold.value_or(false);
  format.italic = all.italic.value_or(false);
  format.underline = all.underline.value_or(false);
  format.caps = all.caps.value_or(false);
  format.hidden = all.hidden.value_or(false);
  format.colour = all.colour.value_or(std::string());
  return format;
}

}  // namespace quyche::check

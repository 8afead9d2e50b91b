#include "docx/format_profile.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "base/date.hpp"
#include "base/xml.hpp"

namespace quyche {
namespace {

constexpr double k_twips_per_mm = 1440.0 / 25.4;
constexpr double k_twips_per_point = 20.0;
constexpr double k_line = 240.0;  // one line where spacing is counted in lines

constexpr std::array k_components = {"heading",        "rule",
                                     "superior",       "issuer",
                                     "number",         "place_date",
                                     "type_name",      "title",
                                     "text",           "basis",
                                     "chapter_title",  "chapter_number",
                                     "section_number", "section_title",
                                     "article",        "clause",
                                     "clause_title",   "point",
                                     "authority",      "position",
                                     "signature_gap",  "signer",
                                     "recipient",      "recipients_heading",
                                     "appendix_title", "appendix_number",
                                     "table_head",     "table_text",
                                     "after_table",    "last_line",
                                     "page_number",    "clerk_note"};

constexpr std::array k_words = {
    "heading",       "number_label",     "number_joint",        "place_date_joint",
    "basis_lead",    "basis_citation",   "basis_separator",     "basis_end",
    "part_label",    "chapter_label",    "section_label",       "article_label",
    "clause_label",  "point_label",      "appendix_label",      "end_mark",
    "recipient_end", "recipient_prefix", "recipient_separator", "recipients_heading"};

// Words that need a component of the same name to stand in.
constexpr std::array k_words_with_component = {"motto", "issuer_separator", "title_separator"};

class ProfileReader {
 public:
  ProfileReader(std::string bytes, const std::string& file)
      : document_(std::move(bytes), file, XmlSpace::data) {}

  FormatProfile read() {
    const auto root = document_.root();
    if (std::string_view(root.name()) != "format-profile") {
      report(root, {"format.not-a-profile", {root.name()}});
      problems_.throw_if_errors();
    }
    profile_.id = text(root, "id");
    profile_.family = one_of(root, "family", {"party", "state"}, "");
    profile_.validity = {day(root, "from"), day(root, "to")};
    profile_.provisional = flag(root, "provisional");
    profile_.source = root.child_value("source");
    profile_.note = root.child_value("note");
    if (profile_.source.empty()) report(root, {"format.missing", {"source"}});
    read_page(child(root, "page"));
    read_heading_table(child(root, "heading-table"));
    for (const auto node : child(root, "components").children("component")) read_component(node);
    for (const auto node : child(root, "words").children("word")) read_word(node);
    check(root);
    problems_.throw_if_errors();
    return std::move(profile_);
  }

 private:
  void report(pugi::xml_node node, Text message) {
    problems_.add({Severity::error, std::move(message), document_.place(node), {}});
  }

  void report_value(pugi::xml_node node, const char* name, const char* expected) {
    report(node, {"format.bad-value", {name, node.attribute(name).value(), expected}});
  }

  pugi::xml_node child(pugi::xml_node node, const char* name) {
    const auto found = node.child(name);
    if (!found) report(node, {"format.missing", {name}});
    return found;
  }

  std::string text(pugi::xml_node node, const char* name) {
    std::string value = node.attribute(name).value();
    if (value.empty()) report(node, {"format.missing", {name}});
    return value;
  }

  bool flag(pugi::xml_node node, const char* name) {
    return one_of(node, name, {"true", "false"}, "false") == "true";
  }

  std::string one_of(pugi::xml_node node, const char* name,
                     std::initializer_list<std::string_view> allowed, const char* fallback) {
    const auto attribute = node.attribute(name);
    if (!attribute && *fallback != '\0') return fallback;
    const std::string value = attribute.value();
    if (std::find(allowed.begin(), allowed.end(), value) == allowed.end()) {
      std::string expected;
      for (const auto word : allowed) expected.append(expected.empty() ? "" : ", ").append(word);
      report_value(node, name, expected.c_str());
    }
    return value;
  }

  std::optional<Date> day(pugi::xml_node node, const char* name) {
    const auto attribute = node.attribute(name);
    if (!attribute) return std::nullopt;
    const auto value = date_from_iso(attribute.value());
    if (!value) report_value(node, name, "YYYY-MM-DD");
    return value;
  }

  // A length counted in units of `unit`; absent: `fallback`, which is counted already.
  int length(pugi::xml_node node, const char* name, double unit, int fallback) {
    const auto attribute = node.attribute(name);
    if (!attribute) return fallback;
    const std::string_view digits = attribute.value();
    double value = 0;
    const auto end = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), end, value, std::chars_format::fixed);
    if (parsed.ec != std::errc() || parsed.ptr != end || value < 0 || value > 2000) {
      report_value(node, name, "0 … 2000");
      return fallback;
    }
    return static_cast<int>(std::lround(value * unit));
  }

  void read_page(pugi::xml_node page) {
    if (!page) return;
    const auto mm = [&](const char* name, int& twips) {
      twips = length(page, name, k_twips_per_mm, twips);
    };
    mm("width", profile_.page_width);
    mm("height", profile_.page_height);
    mm("top", profile_.margin_top);
    mm("bottom", profile_.margin_bottom);
    mm("left", profile_.margin_left);
    mm("right", profile_.margin_right);
    mm("header", profile_.header_distance);
    const auto most = [&](const char* name, int least, int& twips) {
      twips = std::max(least, length(page, name, k_twips_per_mm, least));
    };
    most("top-most", profile_.margin_top, profile_.margin_top_most);
    most("bottom-most", profile_.margin_bottom, profile_.margin_bottom_most);
    most("left-most", profile_.margin_left, profile_.margin_left_most);
    most("right-most", profile_.margin_right, profile_.margin_right_most);
    most("header-most", profile_.header_distance, profile_.header_most);
    profile_.font = text(page, "font");
  }

  void read_heading_table(pugi::xml_node table) {
    if (!table) return;
    profile_.heading_left_width = length(table, "left", k_twips_per_mm, 0);
    profile_.heading_right_width = length(table, "right", k_twips_per_mm, 0);
    profile_.issuer_rule = length(table, "issuer-rule", 1, 0);
    profile_.title_rule = length(table, "title-rule", 1, 0);
    profile_.signature_lines = length(table, "signature-lines", 1, profile_.signature_lines);
    profile_.undated_types = list(table, "undated-types");
    profile_.unnumbered_types = list(table, "unnumbered-types");
    const int width = profile_.heading_left_width + profile_.heading_right_width;
    if (width == 0 || width > profile_.text_width()) report(table, {"format.heading-width", {}});
  }

  /// Names parted by "|"; none when the attribute is not there.
  static std::vector<std::string> list(pugi::xml_node node, const char* name) {
    std::vector<std::string> names;
    const std::string_view text = node.attribute(name).value();
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find('|', at), text.size());
      names.emplace_back(text.substr(at, end - at));
      at = end + 1;
    }
    return names;
  }

  void read_component(pugi::xml_node node) {
    ComponentFormat format;
    format.style = text(node, "style");
    format.name = text(node, "label");
    format.size = length(node, "size", 2, format.size);
    format.size_least = length(node, "least", 2, format.size);
    format.size_most = length(node, "most", 2, format.size);
    format.bold = flag(node, "bold");
    format.italic = flag(node, "italic");
    format.underline = flag(node, "underline");
    format.caps = flag(node, "caps");
    format.colour = node.attribute("colour").value();
    format.align = one_of(node, "align", {"left", "center", "right", "both"}, "left");
    format.indent_left = length(node, "left", k_twips_per_mm, 0);
    format.indent_first = length(node, "first", k_twips_per_mm, 0);
    format.indent_first_most = length(node, "first-most", k_twips_per_mm, format.indent_first);
    format.before = length(node, "before", k_twips_per_point, 0);
    format.after = length(node, "after", k_twips_per_point, 0);
    read_line(node, format);
    format.line_above = flag(node, "line-above");
    format.keep_next = flag(node, "keep-next");
    format.keep_lines = flag(node, "keep-lines");
    format.page_break_before = flag(node, "page-break-before");
    format.outline = length(node, "outline", 1, 0);
    const auto name = text(node, "name");
    if (!profile_.components.emplace(name, std::move(format)).second) {
      report(node, {"format.duplicate", {name}});
    }
  }

  void read_line(pugi::xml_node node, ComponentFormat& format) {
    format.line_rule = one_of(node, "rule", {"auto", "exact", "atLeast"}, "auto");
    const double unit = format.line_rule == "auto" ? k_line : k_twips_per_point;
    format.line = length(node, "line", unit, format.line);
    format.line_least = length(node, "line-least", unit, format.line);
    format.line_most = length(node, "line-most", unit, format.line);
  }

  void read_word(pugi::xml_node node) {
    const auto name = text(node, "name");
    if (!profile_.words.emplace(name, text(node, "value")).second) {
      report(node, {"format.duplicate", {name}});
    }
  }

  void check(pugi::xml_node root) {
    for (const char* name : k_components) {
      if (!profile_.components.contains(name)) report(root, {"format.missing-component", {name}});
    }
    for (const char* name : k_words) {
      if (!profile_.words.contains(name)) report(root, {"format.missing-word", {name}});
    }
    for (const char* name : k_words_with_component) {
      if (profile_.words.contains(name) && !profile_.components.contains(name)) {
        report(root, {"format.missing-component", {name}});
      }
    }
  }

  XmlDocument document_;
  FormatProfile profile_;
  Diagnostics problems_;
};

}  // namespace

const ComponentFormat& FormatProfile::component(const std::string& name) const {
  static const ComponentFormat plain;
  const auto found = components.find(name);
  return found == components.end() ? plain : found->second;
}

const std::string& FormatProfile::word(const std::string& name) const {
  static const std::string none;
  const auto found = words.find(name);
  return found == words.end() ? none : found->second;
}

FormatProfile read_format_profile(std::string bytes, const std::string& file) {
  return ProfileReader(std::move(bytes), file).read();
}

const FormatProfile& choose_profile(const std::vector<FormatProfile>& profiles,
                                    const std::string& family, Date day) {
  const FormatProfile* chosen = nullptr;
  for (const auto& profile : profiles) {
    if (profile.family != family || !profile.validity.contains(day)) continue;
    // Of two in force the younger one: it replaces the other.
    if (chosen == nullptr || chosen->validity.from < profile.validity.from) chosen = &profile;
  }
  if (chosen == nullptr) {
    throw Error(Diagnostic{Severity::error,
                           {"format.none-in-force", {family, short_date(day)}},
                           {},
                           {{"hint.none-in-force", {}}}});
  }
  return *chosen;
}

}  // namespace quyche

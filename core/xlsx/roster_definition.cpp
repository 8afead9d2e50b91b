#include "xlsx/roster_definition.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "base/xml.hpp"

namespace quyche {
namespace {

using Type = RosterColumn::Type;
using ChartKind = RosterChart::Kind;
template <typename Value, std::size_t size>
using Words = std::array<std::pair<std::string_view, Value>, size>;
constexpr Words<Type, 8> k_types{{{"serial", Type::serial},
                                  {"text", Type::text},
                                  {"integer", Type::integer},
                                  {"date", Type::date},
                                  {"rate", Type::rate},
                                  {"sum", Type::sum},
                                  {"choice", Type::choice},
                                  {"count", Type::count}}};
constexpr Words<ChartKind, 5> k_chart_kinds{{{"bar", ChartKind::bar},
                                             {"stacked-bar", ChartKind::stacked_bar},
                                             {"column", ChartKind::column},
                                             {"stacked-column", ChartKind::stacked_column},
                                             {"line", ChartKind::line}}};
constexpr double k_widest = 255;
constexpr int k_most_months = 120;

std::string text_of(pugi::xml_node node, const char* name) {
  return squeeze(normalise(node.attribute(name).as_string()));
}

std::vector<std::string> split(const std::string& text, char sign) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find(sign, from), text.size());
    if (auto part = squeeze(text.substr(from, end - from)); !part.empty()) parts.push_back(part);
    from = end + 1;
  }
  return parts;
}

// Names go into a query: letters, digits, "_", one dot, and for `only` a value after "=".
bool is_plain(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '_' ||
           sign == '.' || sign == '=';
  });
}

bool has(const RosterDefinition& roster, const std::string& column) {
  return std::any_of(roster.columns.begin(), roster.columns.end(),
                     [&](const auto& other) { return other.name == column; });
}

class DefinitionReader {
 public:
  DefinitionReader(std::string bytes, const std::string& file)
      : document_(std::move(bytes), file, XmlSpace::data) {}

  RosterDefinition read() {
    const auto root = document_.root();
    RosterDefinition roster;
    roster.id = text_of(root, "id");
    roster.code = text_of(root, "code");
    roster.title = text_of(root, "title");
    roster.sheet = text_of(root, "sheet");
    roster.source = text_of(root, "source");
    roster.only = text_of(root, "only");
    roster.heading = text_of(root, "heading");
    roster.total_label = text_of(root, "total");
    roster.sign_left = text_of(root, "sign-left");
    roster.sign_right = text_of(root, "sign-right");
    roster.timeline_sheet = text_of(root, "timeline");
    roster.timeline_title = text_of(root, "timeline-title");
    roster.months = root.attribute("months").as_int();
    roster.locked = root.attribute("locked").as_bool();
    for (const auto element : root.children("column")) roster.columns.push_back(column(element));
    if (const auto title = text_of(root, "chart"); !title.empty()) add_rate_chart(roster, title);
    for (const auto element : root.children("chart")) {
      roster.charts.push_back(chart(element, roster));
    }
    require(root, !roster.id.empty() && !roster.title.empty() && !roster.columns.empty() &&
                      is_plain(roster.source) && is_plain(roster.only) &&
                      columns(roster.sheet) <= 31 && columns(roster.timeline_sheet) <= 31 &&
                      roster.months >= 0 && roster.months <= k_most_months);
    const bool has_rate = std::any_of(roster.columns.begin(), roster.columns.end(),
                                      [](const auto& other) { return other.type == Type::rate; });
    require(root, roster.months == 0 || (has_rate && !roster.timeline_sheet.empty()));
    for (const auto& about : roster.columns) {
      const bool computes = about.type == Type::rate || about.type == Type::count;
      require(root, !computes || (has(roster, about.part) && has(roster, about.whole)));
    }
    found_.throw_if_errors();
    return roster;
  }

  void add_to(RosterDefinition& roster) {
    for (const auto group : document_.root().children("columns")) {
      if (text_of(group, "roster") != roster.id) continue;
      const auto before = text_of(group, "before");
      for (const auto element : group.children("column")) {
        auto added = column(element);
        if (has(roster, added.name)) continue;
        const auto place = std::find_if(roster.columns.begin(), roster.columns.end(),
                                        [&](const auto& other) { return other.name == before; });
        roster.columns.insert(place, std::move(added));
      }
    }
    found_.throw_if_errors();
  }

 private:
  void require(pugi::xml_node node, bool holds) {
    if (holds) return;
    found_.add({Severity::error,
                {"roster.bad-definition", {text_of(node, "name")}},
                document_.place(node),
                {}});
  }

  RosterColumn column(pugi::xml_node element) {
    RosterColumn out;
    out.name = text_of(element, "name");
    out.heading = text_of(element, "heading");
    const bool is_known = read_word(element, "type", k_types, out.type);
    out.width = element.attribute("width").as_double(out.width);
    out.from = text_of(element, "from");
    out.only = text_of(element, "only");
    out.note = text_of(element, "note");
    out.part = text_of(element, "part");
    out.whole = text_of(element, "whole");
    out.equals = text_of(element, "equals");
    out.parts = split(text_of(element, "parts"), ' ');
    out.also = split(text_of(element, "also"), ';');
    out.sensitive = element.attribute("sensitive").as_bool();
    out.printed = element.attribute("print").as_bool(true);
    out.total = element.attribute("total").as_bool();
    out.edit = element.attribute("edit").as_bool();
    for (const auto choice : element.children("choice")) {
      out.choices.push_back(
          {text_of(choice, "value"), text_of(choice, "label"), text_of(choice, "colour")});
    }
    require(element, is_known && !out.name.empty() && !out.heading.empty() && is_plain(out.from) &&
                         is_plain(out.only) && out.width > 0 && out.width <= k_widest);
    return out;
  }

  /// The rate of each line, small enough to stand beside the timeline's chart.
  static void add_rate_chart(RosterDefinition& roster, const std::string& title) {
    constexpr double k_narrow = 422;
    const auto rate = std::find_if(roster.columns.begin(), roster.columns.end(),
                                   [](const auto& other) { return other.type == Type::rate; });
    if (rate == roster.columns.end() || roster.columns.size() < 2) return;
    roster.charts.push_back(
        {ChartKind::bar, title, roster.columns[1].name, {rate->name}, k_narrow});
  }

  RosterChart chart(pugi::xml_node element, const RosterDefinition& roster) {
    RosterChart out;
    const bool is_known = read_word(element, "kind", k_chart_kinds, out.kind);
    out.title = text_of(element, "title");
    out.by = text_of(element, "by");
    out.of = split(text_of(element, "of"), ' ');
    auto names = out.of;
    names.push_back(out.by);
    const bool has_columns = std::all_of(names.begin(), names.end(), [&](const auto& name) {
      return std::any_of(roster.columns.begin(), roster.columns.end(),
                         [&](const auto& column) { return column.name == name; });
    });
    require(element, is_known && !out.title.empty() && !out.of.empty() && has_columns);
    return out;
  }

  template <typename Value, std::size_t size>
  static bool read_word(pugi::xml_node element, const char* name, const Words<Value, size>& words,
                        Value& value) {
    const auto given = text_of(element, name);
    const auto known = std::find_if(words.begin(), words.end(),
                                    [&](const auto& word) { return word.first == given; });
    if (known != words.end()) value = known->second;
    return known != words.end();
  }

  XmlDocument document_;
  Diagnostics found_;
};

}  // namespace

RosterDefinition read_roster_definition(std::string bytes, const std::string& file) {
  return DefinitionReader(std::move(bytes), file).read();
}

void add_local_columns(RosterDefinition& roster, std::string bytes, const std::string& file) {
  DefinitionReader(std::move(bytes), file).add_to(roster);
}

std::size_t counted(const RosterDefinition& roster, const RosterColumn& column,
                    const std::vector<std::string>& cells) {
  std::size_t count = 0;
  bool is_inside = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto& name = roster.columns[i].name;
    is_inside = is_inside || name == column.part;
    // As COUNTIF does, without regard to case.
    const bool counts =
        column.equals.empty() ? !cells[i].empty() : lower(cells[i]) == lower(column.equals);
    if (is_inside && counts) ++count;
    if (name == column.whole) break;
  }
  return count;
}

std::string shown_value(const RosterColumn& column, const std::string& value) {
  const auto choice = std::find_if(column.choices.begin(), column.choices.end(),
                                   [&](const auto& known) { return known.value == value; });
  return choice == column.choices.end() ? value : choice->label;
}

RosterDefinition for_profile(RosterDefinition roster, bool full) {
  if (!full) std::erase_if(roster.columns, [](const auto& column) { return column.sensitive; });
  return roster;
}

}  // namespace quyche

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
constexpr std::array<std::pair<std::string_view, Type>, 7> k_types{{{"serial", Type::serial},
                                                                    {"text", Type::text},
                                                                    {"integer", Type::integer},
                                                                    {"date", Type::date},
                                                                    {"rate", Type::rate},
                                                                    {"choice", Type::choice},
                                                                    {"count", Type::count}}};
constexpr double k_widest = 255;
constexpr int k_most_months = 120;

std::string text_of(pugi::xml_node node, const char* name) {
  return squeeze(normalise(node.attribute(name).as_string()));
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find(';', from), text.size());
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
    roster.chart_title = text_of(root, "chart");
    roster.timeline_sheet = text_of(root, "timeline");
    roster.timeline_title = text_of(root, "timeline-title");
    roster.months = root.attribute("months").as_int();
    roster.locked = root.attribute("locked").as_bool();
    for (const auto element : root.children("column")) roster.columns.push_back(column(element));
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
    const auto type = text_of(element, "type");
    const auto known = std::find_if(k_types.begin(), k_types.end(),
                                    [&](const auto& pair) { return pair.first == type; });
    if (known != k_types.end()) out.type = known->second;
    out.width = element.attribute("width").as_double(out.width);
    out.from = text_of(element, "from");
    out.only = text_of(element, "only");
    out.note = text_of(element, "note");
    out.part = text_of(element, "part");
    out.whole = text_of(element, "whole");
    out.equals = text_of(element, "equals");
    out.also = split(text_of(element, "also"));
    out.sensitive = element.attribute("sensitive").as_bool();
    out.total = element.attribute("total").as_bool();
    out.edit = element.attribute("edit").as_bool();
    for (const auto choice : element.children("choice")) {
      out.choices.push_back(
          {text_of(choice, "value"), text_of(choice, "label"), text_of(choice, "colour")});
    }
    require(element, known != k_types.end() && !out.name.empty() && !out.heading.empty() &&
                         is_plain(out.from) && is_plain(out.only) && out.width > 0 &&
                         out.width <= k_widest);
    return out;
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

RosterDefinition for_profile(RosterDefinition roster, bool full) {
  if (!full) std::erase_if(roster.columns, [](const auto& column) { return column.sensitive; });
  return roster;
}

}  // namespace quyche

#include "docx/form_controls.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "base/text.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_field_bookmark = "qc_";
constexpr std::string_view k_alternative_bookmark = "qv_";

std::string value_of(pugi::xml_node node) { return node.attribute("w:val").value(); }

void append_visible(std::string& out, pugi::xml_node node);

/// Anything but text itself.
void append_element(std::string& out, pugi::xml_node node) {
  static const std::set<std::string_view> spaces{"w:tab", "w:br", "w:cr"};
  static const std::set<std::string_view> unseen{"w:del", "w:moveFrom", "w:rPr", "w:pPr",
                                                 "w:sdtPr"};
  const std::string_view name = node.name();
  if (unseen.contains(name)) return;
  if (spaces.contains(name) || (name == "w:p" && !out.empty())) out += ' ';
  if (name == "w:noBreakHyphen") out += '-';
  append_visible(out, node);
}

void append_visible(std::string& out, pugi::xml_node node) {
  bool after_text = false;
  for (const auto child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    const bool is_text = named(child, "w:t");
    if (is_text) {
      if (after_text && !out.empty() && out.back() != ' ') out += ' ';
      out += child.text().get();
    } else {
      append_element(out, child);
    }
    after_text = is_text;
  }
}

/// The field a bookmark names, and whether it is a repetition: qc_secretary_r2.
std::pair<std::string, bool> split_field(std::string_view bookmark) {
  bookmark.remove_prefix(k_field_bookmark.size());
  const auto end = bookmark.find_last_not_of("0123456789");
  const bool repeats = end != std::string_view::npos && end + 1 < bookmark.size() && end >= 2 &&
                       bookmark.substr(end - 1, 2) == "_r";
  if (repeats) bookmark = bookmark.substr(0, end - 1);
  return {std::string(bookmark), repeats};
}

/// The last step of /f:form[1]/f:secretary[1].
std::string field_of_path(std::string_view path) {
  const auto slash = path.find_last_of('/');
  if (slash == std::string_view::npos) return {};
  path.remove_prefix(slash + 1);
  if (const auto colon = path.find(':'); colon != std::string_view::npos) {
    path.remove_prefix(colon + 1);
  }
  return std::string(path.substr(0, path.find('[')));
}

class Finder {
 public:
  FormFindings run(pugi::xml_node body) {
    walk(body);
    return std::move(findings_);
  }

 private:
  void walk(pugi::xml_node parent) {
    for (const auto node : parent.children()) {
      if (node.type() != pugi::node_element) continue;
      if (named(node, "w:bookmarkStart")) {
        start_bookmark(node);
      } else if (named(node, "w:bookmarkEnd")) {
        end_bookmark(node);
      } else if (named(node, "w:sdt")) {
        take_control(node);
      } else {
        if (named(node, "w:p")) ++paragraph_;
        walk(node);
      }
    }
  }

  void start_bookmark(pugi::xml_node node) {
    const std::string_view name = node.attribute("w:name").value();
    const std::string id = node.attribute("w:id").value();
    if (name.starts_with(k_field_bookmark)) {
      pending_ = name;
      pending_id_ = id;
    } else if (name.starts_with(k_alternative_bookmark)) {
      open_alternatives_[id] = node;
    }
  }

  void end_bookmark(pugi::xml_node node) {
    const std::string id = node.attribute("w:id").value();
    if (id == pending_id_) pending_.clear();
    const auto start = open_alternatives_.find(id);
    if (start == open_alternatives_.end()) return;
    take_alternative(start->second, node);
    open_alternatives_.erase(start);
  }

  void take_control(pugi::xml_node node) {
    const auto content = node.child("w:sdtContent");
    const auto properties = node.child("w:sdtPr");
    const auto inner = content.find_node([](pugi::xml_node candidate) {
      return named(candidate, "w:bookmarkStart") &&
             std::string_view(candidate.attribute("w:name").value()).starts_with(k_field_bookmark);
    });
    std::string bookmark = inner ? inner.attribute("w:name").value() : pending_;
    FormControl control{node, content, {}};
    if (!bookmark.empty()) {
      std::tie(control.blank.field, control.blank.repeats) = split_field(bookmark);
    } else if (const auto tag = properties.child("w:tag")) {
      control.blank.field = value_of(tag);
    } else {
      control.blank.field =
          field_of_path(properties.child("w:dataBinding").attribute("w:xpath").value());
    }
    pending_.clear();
    control.blank.paragraph = paragraph_;
    control.blank.placeholder = static_cast<bool>(properties.child("w:showingPlcHdr"));
    control.blank.text = squeeze(normalise(visible_text(content)));
    if (control.blank.field.empty() || properties.child("w:docPartObj")) {
      walk(content);
    } else {
      findings_.controls.push_back(std::move(control));
    }
  }

  /// The ancestor of `node` that is a child of `parent`.
  static pugi::xml_node child_towards(pugi::xml_node parent, pugi::xml_node node) {
    while (node && node.parent() != parent) node = node.parent();
    return node;
  }

  void take_alternative(pugi::xml_node start, pugi::xml_node end) {
    auto condition = alternative_condition(start.attribute("w:name").value());
    if (!condition) return;
    auto container = named(start.parent(), "w:p") ? start.parent().parent() : start.parent();
    FormAlternative made{
        *condition, child_towards(container, start), child_towards(container, end), {}, start};
    if (!made.first || !made.last) return;
    const auto words = squeeze(visible_text(made.first));
    if (words.starts_with('[') && words.ends_with(']') && made.first != made.last) {
      made.note = made.first;
    }
    findings_.alternatives.push_back(std::move(made));
  }

  FormFindings findings_;
  std::string pending_;
  std::string pending_id_;
  std::map<std::string, pugi::xml_node> open_alternatives_;
  std::size_t paragraph_ = 0;
};

}  // namespace

FormFindings find_controls(pugi::xml_node body) { return Finder().run(body); }

std::string visible_text(pugi::xml_node node) {
  std::string out;
  append_visible(out, node);
  return out;
}

std::optional<Condition> alternative_condition(std::string_view bookmark) {
  if (!bookmark.starts_with(k_alternative_bookmark)) return std::nullopt;
  bookmark.remove_prefix(k_alternative_bookmark.size());
  const auto number_end = bookmark.find('_');
  if (number_end == std::string_view::npos) return std::nullopt;
  bookmark.remove_prefix(number_end + 1);
  // The first of the two words: what follows it is the value, whatever it holds.
  const auto is = bookmark.find("_is_");
  const auto is_not = bookmark.find("_not_");
  const auto at = std::min(is, is_not);
  if (at == std::string_view::npos) return std::nullopt;
  Condition condition;
  condition.negated = is_not < is;
  condition.field = bookmark.substr(0, at);
  condition.value = bookmark.substr(at + (condition.negated ? 5 : 4));
  return condition;
}

}  // namespace quyche

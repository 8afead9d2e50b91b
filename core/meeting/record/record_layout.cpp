#include "meeting/record/record_layout.hpp"

#include <algorithm>
#include <map>
#include <sstream>

#include "base/text.hpp"
#include "base/xml.hpp"
#include "meeting/meeting_names.hpp"

namespace quyche::meeting {
namespace {

constexpr Names<RecordType, 8> k_type_names{{{"text", RecordType::text},
                                             {"paragraphs", RecordType::paragraphs},
                                             {"day", RecordType::day},
                                             {"time", RecordType::time},
                                             {"count", RecordType::count},
                                             {"flag", RecordType::flag},
                                             {"choice", RecordType::choice},
                                             {"names", RecordType::names}}};
constexpr Names<RecordShape, 3> k_shape_names{
    {{"fields", RecordShape::fields}, {"rows", RecordShape::rows}, {"lists", RecordShape::lists}}};
constexpr const char* k_matters = "matter";

using Lists = std::map<std::string, std::vector<Choice>>;

std::string text_of(pugi::xml_node node, const char* name) {
  return squeeze(normalise(node.attribute(name).as_string()));
}

class LayoutReader {
 public:
  LayoutReader(std::string bytes, const std::string& file, const Rules& rules)
      : document_(std::move(bytes), file, XmlSpace::data) {
    for (const auto& matter : rules.matters()) {
      lists_[k_matters].push_back({matter.id, matter.text.vi});
    }
  }

  RecordLayout read() {
    const auto root = document_.root();
    RecordLayout layout;
    layout.title = text_of(root, "title");
    layout.guide = text_of(root, "guide");
    layout.list_guide = text_of(root, "list-guide");
    layout.part_word = text_of(root, "part");
    layout.number_word = text_of(root, "number");
    layout.item_word = text_of(root, "item");
    layout.choose_word = text_of(root, "choose");
    layout.yes = text_of(root, "yes");
    layout.no = text_of(root, "no");
    layout.lists_label = text_of(root, "lists");
    layout.bad_value = text_of(root, "bad-value");
    for (const auto node : root.children("choices")) read_list(node);
    for (const auto node : root.children("sheet")) layout.sheets.push_back(sheet(node));
    found_.throw_if_errors();
    return layout;
  }

 private:
  void require(pugi::xml_node node, bool holds, const char* name) {
    if (holds) return;
    found_.add({Severity::error,
                {"meeting-record.bad-layout", {name, text_of(node, name)}},
                document_.place(node),
                {}});
  }

  void read_list(pugi::xml_node node) {
    auto& list = lists_[text_of(node, "id")];
    for (const auto choice : node.children("choice")) {
      list.push_back({text_of(choice, "value"), text_of(choice, "label")});
    }
  }

  std::vector<Kind> kinds(pugi::xml_node node) {
    std::vector<Kind> out;
    std::istringstream words(text_of(node, "kinds"));
    for (std::string word; words >> word;) {
      const auto kind = value_of(k_kind_names, word);
      require(node, kind.has_value(), "kinds");
      if (kind) out.push_back(*kind);
    }
    return out;
  }

  RecordField field(pugi::xml_node node) {
    RecordField out;
    out.path = text_of(node, "path");
    out.label = text_of(node, "label");
    out.hint = text_of(node, "hint");
    const auto type = text_of(node, "type");
    const auto known = value_of(k_type_names, type.empty() ? "text" : type);
    require(node, known.has_value(), "type");
    out.type = known.value_or(RecordType::text);
    out.width = node.attribute("width").as_double(out.width);
    out.is_required = node.attribute("required").as_bool();
    out.is_apart = node.attribute("apart").as_bool();
    out.kinds = kinds(node);
    if (out.type == RecordType::choice) {
      const auto list = lists_.find(text_of(node, "choices"));
      require(node, list != lists_.end(), "choices");
      if (list != lists_.end()) out.choices = list->second;
    }
    require(node, !out.path.empty(), "path");
    require(node, !out.label.empty(), "label");
    return out;
  }

  RecordSheet sheet(pugi::xml_node node) {
    RecordSheet out;
    out.id = text_of(node, "id");
    out.label = text_of(node, "label");
    out.guide = text_of(node, "guide");
    const auto shape = value_of(k_shape_names, text_of(node, "shape"));
    require(node, shape.has_value(), "shape");
    out.shape = shape.value_or(RecordShape::fields);
    out.list = text_of(node, "list");
    out.part = text_of(node, "part");
    out.is_single = node.attribute("single").as_bool();
    out.parent = text_of(node, "parent");
    out.spare = node.attribute("spare").as_uint();
    out.form_spare = node.attribute("form-spare").as_uint();
    out.kinds = kinds(node);
    for (const auto inner : node.children("field")) out.fields.push_back(field(inner));
    require(node, !out.label.empty() && columns(out.label) <= 31, "label");
    require(node, (out.shape == RecordShape::rows) != out.list.empty(), "list");
    require(node, out.part.empty() == out.parent.empty(), "parent");
    return out;
  }

  XmlDocument document_;
  Lists lists_;
  Diagnostics found_;
};

// The whole path or its last step; "chair" is the one whose name is "chair.name".
bool is_called(std::string_view path, std::string_view key) {
  if (path == key) return true;
  const auto dot = path.rfind('.');
  if (dot == path.npos) return false;
  const auto last = path.substr(dot + 1);
  return last == key || (last == "name" && path.substr(0, dot) == key);
}

}  // namespace

std::string RecordLayout::label_of(std::string_view key) const {
  for (const auto& sheet : sheets) {
    if (sheet.list == key && sheet.part.empty()) return sheet.label;
    for (const auto& field : sheet.fields) {
      if (is_called(field.path, key)) return field.label;
    }
    if (sheet.part == key) return sheet.label;
  }
  return {};
}

RecordLayout read_record_layout(std::string bytes, const std::string& file, const Rules& rules) {
  return LayoutReader(std::move(bytes), file, rules).read();
}

std::string label_key(const std::string& label) {
  auto text = squeeze(label);
  if (text.ends_with('*')) text.pop_back();
  return match_key(text);
}

bool is_for(const std::vector<Kind>& kinds, Kind kind) {
  return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

std::vector<std::string> words_of(const RecordLayout& layout, const RecordField& field) {
  if (field.type == RecordType::flag) return {layout.yes, layout.no};
  std::vector<std::string> words;
  for (const auto& choice : field.choices) words.push_back(choice.label);
  return words;
}

}  // namespace quyche::meeting

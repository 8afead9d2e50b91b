#include "model/word/control_reader.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "model/word/bookmarks.hpp"
#include "model/word/document_words.hpp"
#include "model/word/xml_names.hpp"

namespace quyche::word {
namespace {

/// "/f:form[1]/f:village_name[1]" → "village_name".
std::string_view bound_name(pugi::xml_node properties) {
  auto path = attribute(child(properties, "dataBinding"), "xpath");
  path = path.substr(std::min(path.size(), path.rfind('/') + 1));
  if (const auto colon = path.find(':'); colon != std::string_view::npos) {
    path.remove_prefix(colon + 1);
  }
  return path.substr(0, path.find('['));
}

std::string key_of(pugi::xml_node properties, std::string_view bookmark) {
  const std::string tag(attribute(child(properties, "tag"), "val"));
  if (!bookmark.empty() && bookmark != tag) return std::string(without_repetition(bookmark));
  return tag.empty() ? std::string(bound_name(properties)) : tag;
}

std::vector<Choice> read_choices(pugi::xml_node list) {
  std::vector<Choice> choices;
  for (const auto item : list.children()) {
    if (element(item) != "listItem") continue;
    Choice choice{normalise(attribute(item, "value")), normalise(attribute(item, "displayText"))};
    if (choice.label.empty()) choice.label = choice.value;
    // Word's own first entry, "Choose an item", has no value.
    if (!choice.value.empty()) choices.push_back(std::move(choice));
  }
  return choices;
}

}  // namespace

Control read_control(pugi::xml_node properties, std::string_view bookmark) {
  Control control;
  control.name = key_of(properties, bookmark);
  control.label = squeeze(normalise(attribute(child(properties, "alias"), "val")));
  for (const auto item : properties.children()) {
    const auto name = element(item);
    if (name == "date") {
      control.type = FieldType::date;
      const auto format = normalise(attribute(child(item, "dateFormat"), "val"));
      control.long_date = lower(format).find(document_words().month) != std::string::npos;
    } else if (name == "dropDownList" || name == "comboBox") {
      control.choices = read_choices(item);
      // A combo box takes any text; its entries are only suggestions.
      if (name == "dropDownList" && !control.choices.empty()) control.type = FieldType::choice;
    } else if (name == "checkbox") {
      control.type = FieldType::boolean;
    } else if (name == "showingPlcHdr") {
      control.is_empty = is_on(item);
    }
  }
  if (control.type != FieldType::choice) control.choices.clear();
  return control;
}

bool is_wrapping(pugi::xml_node control) {
  const auto properties = child(control, "sdtPr");
  for (const auto item : properties.children()) {
    const auto name = element(item);
    if (name == "docPartObj" || name == "docPartList" || name == "picture") return true;
  }
  const auto inner = child(control, "sdtContent").find_node([](pugi::xml_node node) {
    return element(node) == "sdt" || element(node) == "tbl" || element(node) == "txbxContent";
  });
  return static_cast<bool>(inner);
}

}  // namespace quyche::word

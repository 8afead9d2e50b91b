#include "compare/provision_list.hpp"

#include <algorithm>
#include <string_view>

#include "model/field_text.hpp"
#include "model/numbering.hpp"

namespace quyche {
namespace {

std::string shown_field(const Inline& item, const std::vector<Field>& fields,
                        const Values& values) {
  const auto declared = std::find_if(fields.begin(), fields.end(),
                                     [&](const Field& field) { return field.name == item.value; });
  const auto value = values.find(item.value);
  if (value != values.end() && !value->second.empty()) {
    return shown_value(declared == fields.end() ? Field{} : *declared, value->second, item.form);
  }
  return declared == fields.end() ? "[" + item.value + "]" : shown_empty(*declared);
}

class Lister {
 public:
  Lister(const Regulation& regulation, const Values& values)
      : fields_(regulation.fields), values_(values) {}

  void add(const std::vector<Provision>& provisions, std::optional<std::size_t> parent) {
    for (const auto& provision : provisions) {
      const auto place = list_.size();
      const auto within = parent ? list_[*parent].name : std::string();
      list_.push_back({&provision, parent, citation(provision, within),
                       shown_line(provision.heading, fields_, values_), text_of(provision)});
      add(provision.children, place);
    }
  }

  ProvisionList take() { return std::move(list_); }

 private:
  [[nodiscard]] std::string text_of(const Provision& provision) const {
    auto text = shown_line(provision.heading, fields_, values_);
    const auto sentence = shown_line(provision.text, fields_, values_);
    if (!text.empty() && !sentence.empty()) text += '\n';
    text += sentence;
    for (const auto& row : provision.rows) {
      if (!text.empty()) text += '\n';
      for (std::size_t i = 0; i < row.size(); ++i) {
        text += (i > 0 ? "\t" : "") + shown_line(row[i], fields_, values_);
      }
    }
    return text;
  }

  const std::vector<Field>& fields_;
  const Values& values_;
  ProvisionList list_;
};

}  // namespace

std::string shown_line(const Inlines& line, const std::vector<Field>& fields,
                       const Values& values) {
  std::string out;
  for (const auto& item : line) {
    if (item.kind == Inline::Kind::text) {
      out += item.value;
    } else if (item.kind == Inline::Kind::field) {
      out += shown_field(item, fields, values);
    } else {
      out += item.shown.empty() ? item.value : item.shown;
    }
  }
  return out;
}

ProvisionList list_provisions(const Regulation& regulation, const Values& values) {
  Lister lister(regulation, values);
  lister.add(regulation.body, std::nullopt);
  return lister.take();
}

bool holds_mandatory(const Provision& provision) {
  return provision.mandatory ||
         std::any_of(provision.children.begin(), provision.children.end(), holds_mandatory);
}

}  // namespace quyche

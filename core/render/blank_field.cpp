#include "render/blank_field.hpp"

#include <algorithm>
#include <memory>

#include "base/text.hpp"
#include "docx/blank.hpp"
#include "docx/form.hpp"
#include "docx/form_parts.hpp"
#include "docx/markup.hpp"
#include "render/subdocument.hpp"
#include "render/word_content.hpp"
#include "render/word_names.hpp"
#include "render/word_sink.hpp"
#include "template/fault.hpp"
#include "template/items.hpp"
#include "template/python_text.hpp"

namespace quyche {
namespace {

constexpr const char* k_glossary = "word/glossary/document.xml";
constexpr const char* k_word_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr std::size_t k_longest_name = 30;

class FieldBlank final : public WordContent {
 public:
  explicit FieldBlank(Field field) : field_(std::move(field)) {}
  [[nodiscard]] std::string text() const override { return shown_empty(field_); }
  [[nodiscard]] bool truth() const override { return false; }

  /// Only in the body: programs lose controls in headers.
  void write(WordSink& sink, const WordSpot& spot) const override {
    if (sink.part() != k_document || !spot.run_open.starts_with("<w:r>")) {
      throw TemplateFault({"template.field-place", {field_.name}},
                          {{"hint.template.field-place", {}}});
    }
    sink.enter(WordLevel::inside, spot);
    auto& run = sink.run();
    const auto number = [&run](IdSlot::Kind kind) {
      return std::stoi(run.ids.issue({kind, true, 0, {}}));
    };
    auto& blanks = run.includes.blanks;
    blanks.count_from(number(IdSlot::Kind::bookmark), number(IdSlot::Kind::control));
    if (!blanks.has_written(field_.name)) run.includes.blank_fields.push_back(field_);
    blanks.append(sink.out(), field_, {}, {}, spot.run_properties);
  }

 private:
  Field field_;
};

void check_name(const std::string& name) {
  const auto is_fit = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  const bool fits = !name.empty() && name.size() <= k_longest_name && name[0] >= 'a' &&
                    name[0] <= 'z' && std::all_of(name.begin(), name.end(), is_fit);
  if (!fits) {
    throw TemplateFault({"template.field-name", {printable(name)}},
                        {{"hint.template.field-name", {}}});
  }
}

class FieldFunction final : public TemplateObject {
 public:
  explicit FieldFunction(Value data) : data_(std::move(data)) {}
  [[nodiscard]] std::string type_name() const override { return "function"; }
  [[nodiscard]] bool is_callable() const override { return true; }

  [[nodiscard]] Value call(const CallArguments& arguments) const override {
    auto field = read(arguments);
    const auto* given = data_.is(Value::Kind::map) ? data_.as_map().find(field.name) : nullptr;
    const bool is_given = given != nullptr && !given->is(Value::Kind::none);
    if (is_given) return *given;
    return Value::object(std::make_shared<const FieldBlank>(std::move(field)));
  }

 private:
  static Field read(const CallArguments& arguments) {
    const auto& positional = arguments.positional;
    if (positional.empty() || positional.size() > 2) {
      throw TemplateFault(
          {"template.argument-count", {"field", "1", "2", std::to_string(positional.size())}});
    }
    Field field;
    field.name = text_of(positional[0]);
    check_name(field.name);
    field.label = field.name;
    std::replace(field.label.begin(), field.label.end(), '_', ' ');
    if (positional.size() > 1) field.label = text_of(positional[1]);
    for (const auto& [name, value] : arguments.named) {
      if (name == "label") {
        field.label = text_of(value);
      } else if (name == "choices") {
        field.type = FieldType::choice;
        for (const auto& choice : items_of(value, "field")) {
          field.choices.push_back({text_of(choice), text_of(choice)});
        }
      } else {
        throw TemplateFault({"template.unknown-argument", {"field", name}});
      }
    }
    return field;
  }

  Value data_;
};

bool has_entry(const std::vector<ArchiveEntry>& entries, const std::string& name) {
  return std::any_of(entries.begin(), entries.end(),
                     [&](const ArchiveEntry& entry) { return entry.name == name; });
}

/// The style of what an empty blank says, with its definition.
std::string placeholder_style() {
  std::string out =
      "<w:style xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/"
      "main\" w:type=\"character\"";
  append_attribute(out, "w:styleId", k_placeholder_style);
  return out +=
         "><w:name w:val=\"Placeholder Text\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/>"
         "<w:rPr><w:color w:val=\"808080\"/></w:rPr></w:style>";
}

/// The texts that empty blanks show, for a package without a glossary.
void add_glossary(const std::vector<const Field*>& fields, PackageEdits& edits) {
  const auto type = [](const char* kind) { return std::string(k_word_type) + kind + "+xml"; };
  edits.add_part(k_glossary, placeholder_glossary(fields), type("document.glossary"));
  std::string styles(k_xml_declaration);
  styles.append("<w:styles").append(k_word_namespaces).append(">");
  styles.append(placeholder_style()).append("</w:styles>");
  edits.add_part("word/glossary/styles.xml", std::move(styles), type("styles"));
  edits.relate(k_document, "glossaryDocument", "glossary/document.xml", false);
  edits.relate(k_glossary, "styles", "styles.xml", false);
}

}  // namespace

Value make_field_function(const Value& data) {
  return Value::object(std::make_shared<const FieldFunction>(data));
}

void add_blank_parts(const std::vector<Field>& blanks, const std::vector<ArchiveEntry>& entries,
                     std::string_view styles, PackageEdits& edits) {
  if (blanks.empty()) return;
  std::vector<const Field*> fields;
  for (const auto& blank : blanks) fields.push_back(&blank);
  std::size_t free = 1;
  const auto item = [&](const char* kind) {
    return std::string("customXml/") + kind + std::to_string(free) + ".xml";
  };
  while (has_entry(entries, item("item")) || has_entry(entries, item("itemProps"))) ++free;
  edits.add_part(item("item"), form_data(fields, {}), "application/xml");
  edits.add_part(item("itemProps"), form_properties(),
                 "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
  edits.relate(k_document, "customXml", "../" + item("item"), false);
  edits.relate(item("item"), "customXmlProps", "itemProps" + std::to_string(free) + ".xml", false);
  if (!has_entry(entries, k_glossary)) add_glossary(fields, edits);
  const auto id = "w:styleId=\"" + std::string(k_placeholder_style) + "\"";
  const bool lacks_style = !styles.empty() && styles.find(id) == std::string_view::npos;
  if (lacks_style) edits.append_to("word/styles.xml", placeholder_style());
}

bool has_blanks(const std::vector<ArchiveEntry>& entries, const std::string& file) {
  return std::any_of(entries.begin(), entries.end(), [&](const ArchiveEntry& entry) {
    return entry.name.starts_with("customXml/item") && entry.name.ends_with(".xml") &&
           !entry.name.starts_with("customXml/itemProps") && may_hold(entry, k_form_namespace) &&
           unpack(entry, file).find(k_form_namespace) != std::string::npos;
  });
}

std::string with_blanks_filled(const std::string& document, const std::string& file,
                               const Value& data, Compressor& compressor) {
  const Form form(read_archive(document, file), file);
  Values values;
  for (const auto& blank : form.blanks()) {
    const auto* given = data.is(Value::Kind::map) ? data.as_map().find(blank.field) : nullptr;
    if (given != nullptr && !given->is(Value::Kind::none)) values[blank.field] = text_of(*given);
  }
  std::string out;
  form.fill(values, {}, compressor, out);
  return out;
}

}  // namespace quyche

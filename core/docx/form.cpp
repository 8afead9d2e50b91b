#include "docx/form.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include "base/text.hpp"
#include "base/xml.hpp"
#include "docx/form_program.hpp"
#include "model/akn_reader.hpp"
#include "model/word/word_package.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_document = "word/document.xml";
constexpr std::string_view k_styles = "word/styles.xml";
constexpr std::string_view k_properties_folder = "docProps/";
constexpr std::string_view k_properties = "docProps/custom.xml";
constexpr std::string_view k_property_prefix = "quyche.";

bool is_data_part(std::string_view name) {
  return name.starts_with("customXml/item") && name.ends_with(".xml") &&
         !name.starts_with("customXml/itemProps");
}

/// A custom XML part of one level, whose elements are the fields.
struct DataPart {
  std::size_t entry;
  std::string start;  ///< up to and with the root's start tag
  std::string end;
  struct Element {
    std::string name;  ///< as written, with its prefix
    std::string field;
    std::string current;
  };
  std::vector<Element> elements;

  /// The part with what the blanks will show, or Word would overwrite them with it.
  template <typename Filling>
  [[nodiscard]] std::string filled(const Filling& filling) const {
    std::string xml = start;
    for (const auto& element : elements) {
      const BlankFilling made = filling(element.field);
      const bool has_value = made.value != nullptr && !made.value->empty();
      Blank shown;
      shown.text = element.current;
      xml.append("<").append(element.name).append(">");
      if (has_value) {
        append_escaped(xml, *made.value);
      } else {
        append_escaped(
            xml, made.clear && shows_nothing(shown, made.field) ? k_cleared_text : element.current);
      }
      xml.append("</").append(element.name).append(">");
    }
    return xml += end;
  }
};

std::optional<DataPart> read_data(const ArchiveEntry& entry, std::size_t index,
                                  const std::string& file) {
  const auto bytes = unpack(entry, file);
  // LibreOffice writes this part empty when a value holds & or <.
  if (bytes.find("urn:quyche:form:") == std::string::npos) return std::nullopt;
  const auto document = read_xml_part(bytes, file, entry.name);
  const auto root = document.root();
  if (local_name(root) != "form") return std::nullopt;
  DataPart part{index, {}, {}, {}};
  part.start = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<";
  part.start += root.name();
  for (const auto attribute : root.attributes()) {
    part.start.append(" ").append(attribute.name()).append("=\"");
    append_escaped(part.start, attribute.value(), true);
    part.start += '"';
  }
  part.start += ">";
  part.end = std::string("</") + root.name() + ">";
  for (const auto node : root.children()) {
    if (node.type() != pugi::node_element) continue;
    part.elements.push_back({node.name(), std::string(local_name(node)), node.text().get()});
  }
  return part;
}

Values read_properties(const std::string& bytes, const std::string& file) {
  const auto document = read_xml_part(bytes, file, std::string(k_properties));
  Values values;
  for (const auto property : document.root().children()) {
    const std::string_view name = property.attribute("name").value();
    if (!name.starts_with(k_property_prefix)) continue;
    values[std::string(name.substr(k_property_prefix.size()))] =
        property.first_child().text().get();
  }
  return values;
}

}  // namespace

struct Form::Impl {
  std::string file;
  std::vector<ArchiveEntry> entries;
  std::size_t document = 0;
  // Most forms are only read; the program is made when one is filled.
  mutable std::once_flag compiled;
  mutable std::unique_ptr<XmlDocument> tree;
  mutable FormFindings findings;  ///< in the tree
  mutable std::unique_ptr<FormProgram> program;
  std::optional<DataPart> data;
  std::vector<Blank> blanks;
  std::vector<Alternative> alternatives;
  std::vector<std::string> bound;
  Values properties;

  void read();
  [[nodiscard]] const FormProgram& compile() const;
  [[nodiscard]] const ArchiveEntry* find(std::string_view name) const;
};

const ArchiveEntry* Form::Impl::find(std::string_view name) const {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const ArchiveEntry& entry) { return entry.name == name; });
  return found == entries.end() ? nullptr : &*found;
}

const FormProgram& Form::Impl::compile() const {
  std::call_once(compiled, [this] {
    program = std::make_unique<FormProgram>(tree->root(), findings);
    findings = {};
    tree.reset();
  });
  return *program;
}

void Form::Impl::read() {
  bool found = false;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].name == k_document) {
      document = i;
      found = true;
    } else if (is_data_part(entries[i].name) && !data) {
      data = read_data(entries[i], i, file);
    } else if (entries[i].name == k_properties) {
      properties = read_properties(unpack(entries[i], file), file);
    }
  }
  if (!found) {
    throw Error(Diagnostic{Severity::error,
                           {"word.not-a-document", {}},
                           {file, {}, {}, 0, 0},
                           {{"hint.save-as-docx", {}}}});
  }
  tree = std::make_unique<XmlDocument>(
      read_xml_part(unpack(entries[document], file), file, "document"));
  findings = find_controls(tree->root());
  for (const auto& control : findings.controls) blanks.push_back(control.blank);
  for (const auto& alternative : findings.alternatives) {
    alternatives.push_back({alternative.condition, static_cast<bool>(alternative.note)});
  }
  if (!data) return;
  for (const auto& element : data->elements) bound.push_back(element.field);
}

Form::Form(std::vector<ArchiveEntry> entries, const std::string& file)
    : impl_(std::make_unique<Impl>()) {
  impl_->file = file;
  impl_->entries = std::move(entries);
  impl_->read();
}

Form::Form(std::string_view bytes, const std::string& file)
    : Form(read_archive(word::word_bytes(bytes, file), file), file) {}
Form::~Form() = default;
Form::Form(Form&&) noexcept = default;
Form& Form::operator=(Form&&) noexcept = default;

const std::string& Form::file() const { return impl_->file; }
const std::vector<Blank>& Form::blanks() const { return impl_->blanks; }
const std::vector<Alternative>& Form::alternatives() const { return impl_->alternatives; }
const std::vector<std::string>& Form::bound_fields() const { return impl_->bound; }
const Values& Form::properties() const { return impl_->properties; }

bool Form::has(std::string_view field) const {
  return std::any_of(impl_->blanks.begin(), impl_->blanks.end(),
                     [&](const Blank& blank) { return blank.field == field; });
}

Form::Filled Form::filled(const Values& values, const std::vector<Field>& fields,
                          const std::set<std::string>* keep_open) const {
  std::map<std::string_view, const Field*> declared;
  for (const auto& field : fields) declared.emplace(field.name, &field);
  const auto filling = [&](const std::string& name) {
    BlankFilling made;
    if (const auto value = values.find(name); value != values.end()) made.value = &value->second;
    if (const auto field = declared.find(name); field != declared.end()) made.field = field->second;
    made.clear = keep_open != nullptr && !keep_open->contains(name);
    return made;
  };
  Filled parts{"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n", {}};
  impl_->compile().run(values, filling, parts.document);
  if (impl_->data) parts.data = impl_->data->filled(filling);
  return parts;
}

void Form::pack(const Filled& parts, Compressor& compressor, std::string& out) const {
  ArchiveEntry document;
  document.name = k_document;
  compressor.pack_into(document, parts.document);
  ArchiveEntry data;
  if (impl_->data) {
    data.name = impl_->entries[impl_->data->entry].name;
    compressor.pack_into(data, parts.data);
  }
  std::vector<const ArchiveEntry*> entries;
  entries.reserve(impl_->entries.size());
  for (std::size_t i = 0; i < impl_->entries.size(); ++i) {
    const bool is_data = impl_->data && impl_->data->entry == i;
    entries.push_back(i == impl_->document ? &document : is_data ? &data : &impl_->entries[i]);
  }
  write_archive(entries, out);
}

void Form::fill(const Values& values, const std::vector<Field>& fields, Compressor& compressor,
                std::string& out, const std::set<std::string>* keep_open) const {
  pack(filled(values, fields, keep_open), compressor, out);
}

bool Form::is_filling(const Form& blank, const Filled& parts) const {
  const auto& own = impl_->entries;
  const auto& other = *blank.impl_;
  if (own.size() != other.entries.size()) return false;
  const auto is_same = [&](std::size_t i) {
    const auto& entry = own[i];
    if (entry.name != other.entries[i].name) return false;
    if (entry.name.starts_with(k_properties_folder)) return true;
    if (i == other.document) return unpack(entry, impl_->file) == parts.document;
    if (other.data && other.data->entry == i) return unpack(entry, impl_->file) == parts.data;
    return entry.size == other.entries[i].size && entry.crc == other.entries[i].crc;
  };
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (!is_same(i)) return false;
  }
  return true;
}

pugi::xml_node Form::root() const {
  return impl_->tree == nullptr ? pugi::xml_node() : impl_->tree->root();
}

std::string Form::styles() const {
  const auto* entry = impl_->find(k_styles);
  return entry == nullptr ? std::string() : unpack(*entry, impl_->file);
}

}  // namespace quyche

#include "render/word_template.hpp"

#include <algorithm>
#include <map>

#include "render/blank_field.hpp"
#include "render/list_restart.hpp"
#include "render/part_compiler.hpp"
#include "render/taken_ids.hpp"
#include "render/unused_relations.hpp"
#include "render/word_sink.hpp"

namespace quyche {
namespace {

constexpr const char* k_numbering = "word/numbering.xml";

}  // namespace

struct WordTemplate::Impl {
  std::string file;
  std::vector<ArchiveEntry> entries;
  std::vector<PartProgram> parts;
  std::string numbering;
  TakenIds taken;
  bool has_blanks = false;  ///< of an earlier rendering

  void compile(Diagnostics& found);
  void read_lists();
  /// A part by name; empty: none.
  [[nodiscard]] std::string unpacked(const char* name) const {
    const auto at = std::find_if(entries.begin(), entries.end(),
                                 [name](const ArchiveEntry& entry) { return entry.name == name; });
    return at == entries.end() ? std::string() : unpack(*at, file);
  }
};

void WordTemplate::Impl::compile(Diagnostics& found) {
  bool is_document = false;
  Diagnostics all;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto& name = entries[i].name;
    is_document = is_document || name.starts_with("word/document");
    if (form_of_part(name) == PartForm::none) continue;
    auto xml = unpack(entries[i], file);
    auto part = compile_part(std::move(xml), {file, name}, taken, all);
    if (!part) continue;
    parts.push_back(std::move(*part));
  }
  if (!is_document) {
    throw Error(Diagnostic{Severity::error,
                           {"word.not-a-document", {}},
                           {file, {}, {}, 0, 0},
                           {{"hint.save-as-docx", {}}}});
  }
  all.throw_if_errors();
  found.add(all.findings());
  read_lists();
  has_blanks = quyche::has_blanks(entries, file);
  for (const auto& part : parts) {
    drop_relations(entries, part.name, part.unused_relations, file);
  }
}

/// Only where a list may begin anew.
void WordTemplate::Impl::read_lists() {
  const auto has_list = [](const PartProgram& part) {
    return std::any_of(part.ids.begin(), part.ids.end(),
                       [](const IdSlot& id) { return id.kind == IdSlot::Kind::number_list; });
  };
  if (std::none_of(parts.begin(), parts.end(), has_list)) return;
  numbering = unpacked(k_numbering);
  note_lists(numbering, taken);
}

WordTemplate::WordTemplate(std::string_view bytes, const std::string& file, Diagnostics& found)
    : impl_(std::make_unique<Impl>()) {
  impl_->file = file;
  impl_->entries = read_archive(bytes, file);
  impl_->compile(found);
}

WordTemplate::~WordTemplate() = default;
WordTemplate::WordTemplate(WordTemplate&&) noexcept = default;
WordTemplate& WordTemplate::operator=(WordTemplate&&) noexcept = default;

void WordTemplate::render(const Value& data, Compressor& compressor, std::string& out,
                          Diagnostics& found, const WordOptions& options) const {
  WordRun run{IdIssuer(impl_->taken), options.sources, {}, {}, {}, {}};
  const auto functions = word_functions(data, options.sources);
  Diagnostics all;
  // What is written anew, by name; new parts come last.
  std::map<std::string, ArchiveEntry> made;
  const auto pack = [&](const std::string& name, const std::string& xml) {
    auto& entry = made[name];
    entry.name = name;
    compressor.pack_into(entry, xml);
  };
  std::string xml;
  for (const auto& part : impl_->parts) {
    xml.clear();
    xml.reserve(part.markup.size() + part.markup.size() / 4);
    WordSink sink(part, run, xml);
    try {
      part.program->render(data, sink, options.limits, functions);
      pack(part.name, xml);
    } catch (const Error& error) {
      all.add(error.findings());
    }
  }
  all.add(run.findings.findings());
  all.throw_if_errors();
  found.add(all.findings());
  add_lists(run.ids, impl_->numbering, run.edits);
  if (!run.blank_fields.empty()) {
    add_blank_parts(run.blank_fields, impl_->entries, impl_->unpacked("word/styles.xml"),
                    run.edits);
  }
  for (const auto& [name, bytes] : run.edits.apply(impl_->entries, impl_->file)) pack(name, bytes);
  std::vector<const ArchiveEntry*> entries;
  for (const auto& entry : impl_->entries) {
    const auto changed = made.find(entry.name);
    entries.push_back(changed == made.end() ? &entry : &changed->second);
  }
  for (const auto& change : made) {
    const auto is_old =
        std::any_of(impl_->entries.begin(), impl_->entries.end(),
                    [&](const ArchiveEntry& old) { return old.name == change.first; });
    if (!is_old) entries.push_back(&change.second);
  }
  if (!impl_->has_blanks) return write_archive(entries, out);
  std::string document;
  write_archive(entries, document);
  out += with_blanks_filled(document, impl_->file, data, compressor);
}

std::vector<const TemplateProgram*> WordTemplate::programs() const {
  std::vector<const TemplateProgram*> out;
  for (const auto& part : impl_->parts) out.push_back(part.program.get());
  return out;
}

}  // namespace quyche

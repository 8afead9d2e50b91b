#include "render/word_template.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "render/blank_field.hpp"
#include "render/document_type.hpp"
#include "render/list_restart.hpp"
#include "render/merge_target.hpp"
#include "render/package_view.hpp"
#include "render/part_compiler.hpp"
#include "render/subdocument.hpp"
#include "render/taken_ids.hpp"
#include "render/unused_relations.hpp"
#include "render/word_names.hpp"
#include "render/word_sink.hpp"

namespace quyche {
namespace {

bool is_document(std::string_view name) { return name.starts_with("word/document"); }

/// The kind of notes of a part of notes.
std::optional<std::size_t> kind_of_notes(std::string_view name) {
  for (std::size_t kind = 0; kind < k_note_forms.size(); ++kind) {
    if (name == k_note_forms[kind].part) return kind;
  }
  return std::nullopt;
}

/// Entries written anew, by name.
using MadeEntries = std::map<std::string, ArchiveEntry>;

void pack(MadeEntries& made, Compressor& compressor, const std::string& name,
          const std::string& xml) {
  auto& entry = made[name];
  entry.name = name;
  compressor.pack_into(entry, xml);
}

}  // namespace

struct WordTemplate::Impl {
  std::string file;
  std::vector<ArchiveEntry> entries;
  std::vector<PartProgram> parts;
  std::string numbering;
  TakenIds taken;
  bool has_blanks = false;  ///< of an earlier rendering
  mutable IncludedDocuments included;

  void compile(Diagnostics& found);
  void read_ids(NoteParts& notes);
  void read_lists();
  void compile_one(const std::string& name, std::string xml, const NoteParts& notes,
                   Diagnostics& found);
  void take_moved_notes(NoteParts& notes);
  /// The parts with tags, written. Throws Error; warnings stay in the findings of the run.
  MadeEntries write_parts(WordRun& run, Compressor& compressor) const;
  /// What the writing of parts asked for in other parts.
  void write_additions(WordRun& run, Compressor& compressor, MadeEntries& made) const;
  /// The whole package; new parts come last.
  [[nodiscard]] std::vector<const ArchiveEntry*> in_order(const MadeEntries& made) const;
  [[nodiscard]] const ArchiveEntry* find(const std::string& name) const {
    const auto same = [&](const ArchiveEntry& entry) { return entry.name == name; };
    const auto at = std::find_if(entries.begin(), entries.end(), same);
    return at == entries.end() ? nullptr : &*at;
  }
  /// The part of styles; empty: none.
  [[nodiscard]] std::string styles() const {
    const auto* entry = find("word/styles.xml");
    return entry == nullptr ? std::string() : unpack(*entry, file);
  }
};

void WordTemplate::Impl::read_ids(NoteParts& notes) {
  for (const auto& entry : entries) {
    refuse_document_type(entry, file);
    if (const auto kind = kind_of_notes(entry.name)) {
      notes.at(*kind) = unpack(entry, file);
      note_notes(notes.at(*kind), *kind, taken);
    }
  }
}

void WordTemplate::Impl::compile_one(const std::string& name, std::string xml,
                                     const NoteParts& notes, Diagnostics& found) {
  auto part = compile_part(std::move(xml), {file, name}, taken, found, notes);
  if (part) parts.push_back(std::move(*part));
}

/// Notes that went to the part that refers to them leave theirs.
void WordTemplate::Impl::take_moved_notes(NoteParts& notes) {
  for (const auto& part : parts) {
    for (std::size_t kind = 0; kind < k_note_forms.size(); ++kind) {
      const auto& ids = part.moved_notes.at(kind);
      if (ids.empty() || notes.at(kind).empty()) continue;
      notes.at(kind) = without_notes(notes.at(kind), kind, ids);
      for (auto& entry : entries) {
        if (entry.name == k_note_forms[kind].part) Compressor().pack_into(entry, notes.at(kind));
      }
    }
  }
}

void WordTemplate::Impl::compile(Diagnostics& found) {
  Diagnostics all;
  NoteParts notes;
  read_ids(notes);
  const auto has_body = [](const ArchiveEntry& entry) { return is_document(entry.name); };
  if (std::none_of(entries.begin(), entries.end(), has_body)) {
    throw Error(Diagnostic{Severity::error,
                           {"word.not-a-document", {}},
                           {file, {}, {}, 0, 0},
                           {{"hint.save-as-docx", {}}}});
  }
  for (const auto& entry : entries) {
    const bool has_tags = is_document(entry.name) && form_of_part(entry.name) != PartForm::none;
    if (has_tags) compile_one(entry.name, unpack(entry, file), notes, all);
  }
  take_moved_notes(notes);
  for (const auto& entry : entries) {
    const auto form = is_document(entry.name) ? PartForm::none : form_of_part(entry.name);
    // Of document properties nothing but tags is wanted.
    const bool has_tags =
        form == PartForm::paragraphs || (form == PartForm::plain && may_hold(entry, "{"));
    if (has_tags) compile_one(entry.name, unpack(entry, file), {}, all);
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
  const auto* entry = find(k_numbering);
  if (entry != nullptr) numbering = unpack(*entry, file);
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

MadeEntries WordTemplate::Impl::write_parts(WordRun& run, Compressor& compressor) const {
  MadeEntries made;
  Diagnostics all;
  std::string xml;
  for (const auto& part : parts) {
    xml.clear();
    xml.reserve(part.markup.size() + part.markup.size() / 4);
    WordSink sink(part, run, xml);
    try {
      const auto steps = part.program->render(run.data, sink, run.limits, run.functions);
      // Those of the document that includes all others are counted by its own limit.
      if (run.includes.open.size() > 1) run.includes.steps += steps;
      pack(made, compressor, part.name, xml);
    } catch (const Error& error) {
      all.add(error.findings());
    }
  }
  all.add(run.findings.findings());
  run.findings = all;
  run.findings.throw_if_errors();
  return made;
}

void WordTemplate::Impl::write_additions(WordRun& run, Compressor& compressor,
                                         MadeEntries& made) const {
  add_lists(run.ids, numbering, run.edits);
  for (std::size_t kind = 0; kind < run.notes.size(); ++kind) {
    if (!run.notes[kind].empty()) run.edits.append_to(k_note_forms[kind].part, run.notes[kind]);
  }
  // Blanks in included documents belong to the whole.
  const auto& blanks = run.includes.blank_fields;
  if (run.includes.open.size() == 1 && !blanks.empty()) {
    add_blank_parts(blanks, entries, styles(), run.edits);
  }
  const auto current = [&](const std::string& name) -> const ArchiveEntry* {
    const auto changed = made.find(name);
    return changed != made.end() ? &changed->second : find(name);
  };
  for (const auto& [name, bytes] : run.edits.apply(current, file)) {
    pack(made, compressor, name, bytes);
  }
}

std::vector<const ArchiveEntry*> WordTemplate::Impl::in_order(const MadeEntries& made) const {
  std::vector<const ArchiveEntry*> all;
  for (const auto& entry : entries) {
    const auto changed = made.find(entry.name);
    all.push_back(changed == made.end() ? &entry : &changed->second);
  }
  for (const auto& [name, entry] : made) {
    if (find(name) == nullptr) all.push_back(&entry);
  }
  return all;
}

void WordTemplate::render(const Value& data, Compressor& compressor, std::string& out,
                          Diagnostics& found, const WordOptions& options) const {
  const auto functions = word_functions(data, options.sources);
  const PackageView package(impl_->entries, impl_->file);
  IncludeState includes{impl_->included, {impl_->file}, 0, {}, {}};
  WordRun run{IdIssuer(impl_->taken),
              options.sources,
              data,
              functions,
              options.limits,
              includes,
              package,
              impl_->parts,
              {},
              {},
              {},
              {}};
  auto made = impl_->write_parts(run, compressor);
  found.add(run.findings.findings());
  impl_->write_additions(run, compressor, made);
  const auto entries = impl_->in_order(made);
  if (!impl_->has_blanks) return write_archive(entries, out);
  std::string document;
  write_archive(entries, document);
  out += with_blanks_filled(document, impl_->file, data, compressor);
}

std::vector<ArchiveEntry> WordTemplate::render_included(const Value& data, WordRun& outer) const {
  Compressor compressor(0);  // it is unpacked again at once
  const PackageView package(impl_->entries, impl_->file);
  auto limits = outer.limits;
  limits.steps -= std::min(limits.steps, outer.includes.steps);
  WordRun run{IdIssuer(impl_->taken),
              outer.sources,
              data,
              outer.functions,
              limits,
              outer.includes,
              package,
              impl_->parts,
              {},
              {},
              {},
              {}};
  auto made = impl_->write_parts(run, compressor);
  outer.findings.add(run.findings.findings());
  impl_->write_additions(run, compressor, made);
  std::vector<ArchiveEntry> entries;
  for (const auto* entry : impl_->in_order(made)) entries.push_back(*entry);
  return entries;
}

std::vector<const TemplateProgram*> WordTemplate::programs() const {
  std::vector<const TemplateProgram*> out;
  for (const auto& part : impl_->parts) out.push_back(part.program.get());
  return out;
}

}  // namespace quyche

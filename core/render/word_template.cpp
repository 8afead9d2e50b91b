#include "render/word_template.hpp"

#include <algorithm>

#include "render/part_compiler.hpp"
#include "render/word_sink.hpp"

namespace quyche {

struct WordTemplate::Impl {
  std::string file;
  std::vector<ArchiveEntry> entries;
  std::vector<PartProgram> parts;
  TakenIds taken;

  void compile(Diagnostics& found);
};

void WordTemplate::Impl::compile(Diagnostics& found) {
  bool is_document = false;
  Diagnostics all;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto& name = entries[i].name;
    is_document = is_document || name.starts_with("word/document");
    if (form_of_part(name) == PartForm::none) continue;
    auto part = compile_part(unpack(entries[i], file), name, file, all);
    if (!part) continue;
    part->entry = i;
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
                          Diagnostics& found, const RenderLimits& limits) const {
  WordRun run{IdIssuer(impl_->taken), {}};
  Diagnostics all;
  std::vector<ArchiveEntry> made(impl_->parts.size());
  std::vector<const ArchiveEntry*> entries;
  for (const auto& entry : impl_->entries) entries.push_back(&entry);
  std::string xml;
  for (std::size_t i = 0; i < impl_->parts.size(); ++i) {
    const auto& part = impl_->parts[i];
    xml.clear();
    WordSink sink(part, run, xml);
    try {
      part.program->render(data, sink, limits);
    } catch (const Error& error) {
      all.add(error.findings());
      continue;
    }
    made[i].name = part.name;
    compressor.pack_into(made[i], xml);
    entries[part.entry] = &made[i];
  }
  all.add(run.findings.findings());
  all.throw_if_errors();
  found.add(all.findings());
  write_archive(entries, out);
}

}  // namespace quyche

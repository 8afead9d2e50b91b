#pragma once
// A Word document with tags, compiled once, rendered many times from any thread. A part without
// tags is copied as it is packed.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/archive.hpp"
#include "quyche/diagnostic.hpp"
#include "render/word_functions.hpp"
#include "template/program.hpp"

namespace quyche {

struct WordRun;

struct WordOptions {
  WordSources sources;
  RenderLimits limits;
};

class WordTemplate {
 public:
  /// Throws Error with every mistake of the template: archive.*, xml.*, word.not-a-document,
  /// template.*. What is only doubtful goes to `found`.
  WordTemplate(std::string_view bytes, const std::string& file, Diagnostics& found);
  ~WordTemplate();
  WordTemplate(WordTemplate&&) noexcept;
  WordTemplate& operator=(WordTemplate&&) noexcept;

  /// Appends the document to `out`. Throws Error with all that went wrong; warnings go to `found`.
  void render(const Value& data, Compressor& compressor, std::string& out, Diagnostics& found,
              const WordOptions& options = {}) const;

  /// The entries of the document, rendered for the one that includes it. Throws Error; warnings go
  /// to the findings of `outer`.
  [[nodiscard]] std::vector<ArchiveEntry> render_included(const Value& data, WordRun& outer) const;

  /// Of each part with tags, for inferring what data the template wants.
  [[nodiscard]] std::vector<const TemplateProgram*> programs() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quyche

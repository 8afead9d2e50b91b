#pragma once
// One paper in one format, compiled: ready to be made of any values, from any thread. For the
// papers of meetings, the report and the reminders of the register.

#include <optional>
#include <string>

#include "docx/format_profile.hpp"
#include "paper/paper_definition.hpp"
#include "render/word_template.hpp"
#include "template/plain_template.hpp"

namespace quyche {

class Paper {
 public:
  /// `bytes`: the Word template of the paper. Definition and profile must outlive it. Throws Error
  /// with every mistake of the template.
  Paper(const PaperDefinition& definition, const FormatProfile& profile, std::string_view bytes,
        const std::string& file);

  [[nodiscard]] const PaperDefinition& definition() const { return definition_; }
  /// Whether there is such a paper for these values at all.
  [[nodiscard]] bool applies(const Value& values) const;
  /// Appends the document to `out`. Throws Error with all that went wrong.
  void render(const Value& values, Compressor& compressor, std::string& out,
              Diagnostics& found) const;

 private:
  [[nodiscard]] Value rule(const char* component, const std::string& words, int percent,
                           int width) const;

  const PaperDefinition& definition_;
  const FormatProfile& profile_;
  WordTemplate template_;
  PlainTemplate issuer_;
  PlainTemplate title_;
  PlainTemplate when_;
};

}  // namespace quyche

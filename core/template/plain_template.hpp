#pragma once
// A template that is a text, not a document: patterns of file names ('DIR/{{ id }}.docx'), and all
// that the language can do without Word. Compiled once, shared by threads.

#include <memory>
#include <string>
#include <string_view>

#include "template/program.hpp"

namespace quyche {

class PlainTemplate {
 public:
  /// `name` stands in findings as the file. Throws Error with every mistake of the template.
  PlainTemplate(std::string text, std::string name);
  /// Throws Error with all that went wrong.
  [[nodiscard]] std::string render(const Value& data, const RenderLimits& limits = {}) const;
  [[nodiscard]] const TemplateProgram& program() const { return program_; }

 private:
  TemplateProgram program_;
};

/// Compiled and rendered at once.
[[nodiscard]] std::string render_text(std::string text, const Value& data);

}  // namespace quyche

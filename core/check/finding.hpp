#pragma once
// The findings of one check, with the paragraphs they speak of: the same deviation in many
// paragraphs is one finding. Every finding says the rule's source. Used by the rules; read by
// checker and annotate.

#include <cstddef>
#include <string>
#include <vector>

#include "check/components.hpp"
#include "docx/format_profile.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche::check {

struct Finding {
  Diagnostic diagnostic;
  std::vector<std::size_t> paragraphs;  ///< places in the view; empty: the whole document
};

class Findings {
 public:
  /// `profile` may be null: then no source is named.
  Findings(const Components& parts, std::string file, const FormatProfile* profile)
      : parts_(parts), file_(std::move(file)), profile_(profile) {}

  /// About the whole document, or about a part that is not in the running text.
  void add(Severity severity, Text message, std::vector<Text> hints = {});
  void add(Severity severity, Text message, const Stretch& stretch, std::vector<Text> hints = {});
  /// `from`, `to`: what to mark, bytes of the paragraph's text.
  void add(Severity severity, Text message, const Stretch& marked, bool with_mark,
           std::vector<Text> hints);

  /// By place in the document; what is about the whole comes first.
  [[nodiscard]] std::vector<Finding> take();

 private:
  [[nodiscard]] Finding* same(Severity severity, const Text& message);
  void add_source(Diagnostic& diagnostic) const;

  const Components& parts_;
  std::string file_;
  const FormatProfile* profile_;
  std::vector<Finding> findings_;
};

/// "Số và ký hiệu": what the profile calls a component.
[[nodiscard]] std::string component_label(const FormatProfile& profile, const std::string& name);
/// Half points as points: "13,5".
[[nodiscard]] std::string points(int half_points);
/// Twips as millimetres with one decimal at most: "19,5".
[[nodiscard]] std::string millimetres(int twips);

}  // namespace quyche::check

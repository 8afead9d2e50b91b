#pragma once
// Which piece of a document is which component (issuer, number, title, điều, signer …), found by
// place and words, not by style names: a heading may stand in a table, be set with tabs or typed
// with spaces. Refers to the view. For the rules and fix.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/document_view.hpp"
#include "model/word/provision_pattern.hpp"

namespace quyche::check {

/// A whole paragraph, or what of it stands between tabs, line breaks and wide gaps.
struct Stretch {
  std::size_t paragraph = 0;  ///< place in DocumentView::paragraphs
  std::size_t from = 0;       ///< bytes of its text, spaces at the ends left out
  std::size_t to = 0;
  std::string component;  ///< as format profiles name it; empty: none that is known
  bool is_whole = true;   ///< alone in its paragraph
  word::Label label;      ///< of chapters, articles, clauses, points
};

class Components {
 public:
  explicit Components(const DocumentView& view);

  [[nodiscard]] const DocumentView& view() const { return *view_; }
  [[nodiscard]] const std::vector<Stretch>& all() const { return stretches_; }
  /// Null when the document has none.
  [[nodiscard]] const Stretch* first(std::string_view component) const;
  [[nodiscard]] std::vector<const Stretch*> every(std::string_view component) const;
  [[nodiscard]] std::string text(const Stretch& stretch) const;   ///< as typed
  [[nodiscard]] std::string shown(const Stretch& stretch) const;  ///< as read
  /// Text of the first one; empty when there is none.
  [[nodiscard]] std::string text_of(std::string_view component) const;

  /// "party", "state", by the weight of all signs; empty when nothing tells.
  [[nodiscard]] std::string family() const;
  [[nodiscard]] std::size_t body_from() const { return body_; }
  [[nodiscard]] std::size_t closing_from() const { return closing_; }
  [[nodiscard]] std::size_t appendix_from() const { return appendix_; }

 private:
  friend class ComponentReader;
  const DocumentView* view_;
  std::vector<Stretch> stretches_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_component_;
  std::size_t body_ = 0;      ///< first paragraph of the provisions
  std::size_t closing_ = 0;   ///< first paragraph of recipients and signatures
  std::size_t appendix_ = 0;  ///< first paragraph behind them
};

/// The pieces of a paragraph, each trimmed, none empty.
[[nodiscard]] std::vector<Stretch> stretches_of(const ViewParagraph& paragraph, std::size_t index);

/// A Party heading, quốc hiệu, tiêu ngữ, or what is meant for one.
enum class HeadingKind { none, party, state, motto };
[[nodiscard]] HeadingKind heading_kind(std::string_view text);

}  // namespace quyche::check

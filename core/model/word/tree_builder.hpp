#pragma once
// Lines in order → the tree of provisions. Labels count when their sequence makes sense; what has
// no label becomes a title, the sentence of the provision above it, or a paragraph without number,
// so that every line ends up in the tree. Used by word_import.

#include <array>
#include <map>
#include <string>
#include <vector>

#include "model/word/import_report.hpp"
#include "model/word/line_label.hpp"
#include "model/word/sequence.hpp"
#include "model/word/word_lines.hpp"
#include "quyche/regulation.hpp"

namespace quyche::word {

/// What the whole document is like; decides doubtful lines.
struct DocumentHabits {
  bool has_articles = false;
  bool has_chapters = false;
  bool bold_is_ordinary = false;  ///< most of the text is bold, so bold means nothing
};

class TreeBuilder {
 public:
  TreeBuilder(DocumentHabits habits, ImportReport& report) : habits_(habits), report_(report) {
    stack_.emplace_back();
  }

  void add(const Line& line);
  /// `first`: what is known about the table's first paragraph.
  void add_table(std::vector<std::vector<Inlines>> rows, const Line& first);
  [[nodiscard]] std::vector<Provision> finish();

  /// Provision id → number the reader saw, where it is not the one that counts (Latin letters).
  [[nodiscard]] const std::map<std::string, std::string>& typed_numbers() const { return typed_; }
  /// Provision id → paragraph it began in.
  [[nodiscard]] const std::map<std::string, int>& paragraphs() const { return paragraphs_; }

 private:
  struct Open {
    Provision provision;  ///< of the root only the children count
    std::array<Sequence, 9> sequences;
    int paragraph = 0;
    std::string shown;
    bool wants_title = false;
  };

  [[nodiscard]] bool accepts(const Line& line, const LineLabel& found) const;
  [[nodiscard]] const Open& holder_of(ProvisionKind kind) const;
  void begin(const Line& line, const LineLabel& found);
  void check_order(const Line& line, const LineLabel& found, ProvisionKind kind, Open& holder);
  void set_words(const Line& words);
  void set_article_words(const Line& words);
  [[nodiscard]] bool take_title(const Line& line);
  void add_words(const Line& line);
  void add_leaf(Provision leaf, const Line& line);
  void open(Provision provision, const Line& line, const std::string& slug);
  void close_to(std::size_t depth);
  void close_for(ProvisionKind kind);
  void close_for_leaf(const Line& line);
  [[nodiscard]] std::string unique(std::string id);
  [[nodiscard]] bool is_in_alternative(const Line& line) const;
  [[nodiscard]] Open& scope() { return stack_[has_appendix() ? 1 : 0]; }
  [[nodiscard]] bool has_appendix() const;
  [[nodiscard]] bool means_bold(const Line& line) const;

  DocumentHabits habits_;
  ImportReport& report_;
  std::vector<Open> stack_;
  std::map<std::string, int> used_ids_;
  std::map<std::string, std::string> typed_;
  std::map<std::string, int> paragraphs_;
};

}  // namespace quyche::word

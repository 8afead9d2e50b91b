#pragma once
// The bookmarks of quyche that are open while a document is read: qc_<field> around a control,
// qp_<provision> (or, relative to the provision around it, qp___<rest>) around a provision,
// qv_<n>_<field>_is_<value> around one wording of an alternative. LibreOffice starts one bookmark
// twice and ends it once, so names count, not ids; an alternative that never ends is none. Used by
// word_paragraphs.

#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "quyche/regulation.hpp"

namespace quyche::word {

/// The name that stands a second time in the document: "village_name_r2" → "village_name".
[[nodiscard]] std::string_view without_repetition(std::string_view name);

class Bookmarks {
 public:
  /// Looks through the whole document for the bookmarks that end.
  explicit Bookmarks(pugi::xml_node document);

  void start(std::string_view id, std::string_view name);
  void end(std::string_view id);

  /// Called before and after a control is read: the field whose bookmark holds it.
  void enter_control();
  [[nodiscard]] std::string field_of_control();

  /// Provisions whose bookmark began since the last call, outermost first.
  [[nodiscard]] std::vector<std::string> take_new_provisions();
  [[nodiscard]] std::vector<std::string> open_provisions() const;
  /// The innermost alternative that is open.
  [[nodiscard]] std::optional<Condition> condition() const;

 private:
  struct Mark {
    std::string id;
    std::string name;
    std::string value;
    bool has_end = true;  ///< somewhere in the document
    bool is_used = false;
    bool is_ended = false;
  };
  struct Alternative {
    std::string id;
    std::string name;
    Condition condition;
  };
  void start_alternative(std::string_view id, std::string_view name);
  [[nodiscard]] std::string provision_id(std::string_view name) const;

  std::set<std::string, std::less<>> ending_;  ///< names of those that end
  std::vector<Mark> fields_;
  std::vector<Mark> provisions_;
  std::vector<Alternative> alternatives_;
};

}  // namespace quyche::word

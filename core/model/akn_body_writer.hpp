#pragma once
// The text of a regulation as Akoma Ntoso elements: running text with fields, terms and references,
// and the tree of provisions with the eIds that follow from their numbers. Used by akn_writer.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/akn_writer.hpp"
#include "quyche/regulation.hpp"

namespace quyche {

/// Writes inlines. Looks at `regulation` and `local`, which must outlive it; `local` may be null.
class AknInlines {
 public:
  AknInlines(const Regulation& regulation, const LocalRegulation* local, OpenFields open);

  void append(std::string& out, const Inlines& line) const;
  /// eId of each provision, for references; set by AknBodyWriter.
  mutable std::map<std::string, std::string> ids;

 private:
  void append_field(std::string& out, const Inline& item) const;
  /// A term not settled yet shows the first of its wordings.
  [[nodiscard]] std::string first_wording(const Inline& item) const;
  [[nodiscard]] const std::string* value_of(const std::string& name) const;

  std::map<std::string, const Field*, std::less<>> fields_;
  const Regulation& regulation_;
  const LocalRegulation* local_;
  OpenFields open_;
};

/// Appends q:when="…" when there is a condition.
void append_condition(std::string& out, const std::optional<Condition>& condition);

class AknBodyWriter {
 public:
  AknBodyWriter(const std::vector<Provision>& body, const AknInlines& inlines);
  void append(std::string& out) const;

 private:
  void name_all(const std::vector<Provision>& provisions, const std::string& parent);
  void append(std::string& out, const Provision& provision, int indent) const;
  void append_attributes(std::string& out, const Provision& provision) const;
  void append_content(std::string& out, const Provision& provision, const std::string& pad) const;

  const std::vector<Provision>& body_;
  const AknInlines& inlines_;
  std::set<std::string> taken_;
};

}  // namespace quyche

#pragma once
// The fields a document asks for, gathered while its blanks and controls are read: one declaration
// a name, names made from words where there is none, values where controls are filled.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/word/word_paragraphs.hpp"
#include "quyche/regulation.hpp"

namespace quyche::word {

/// [a-z][a-z0-9_]*, at most 30 characters.
[[nodiscard]] bool is_field_name(std::string_view name);

class ImportedFields {
 public:
  /// The field of a content control; `words` stand before it, for a control without any name.
  [[nodiscard]] Inline add_control(const Control& control, const std::string& words);
  /// A field named by the clerk himself.
  [[nodiscard]] Inline add_named(const std::string& name);
  /// "[Tên thôn]": the same words are the same field.
  [[nodiscard]] Inline add_labelled(const std::string& label);
  /// A nameless blank: a new field each time, named after `words`.
  [[nodiscard]] Inline add_blank(const std::string& words, FieldType type);

  /// Gives a nameless blank its proper name and label, unless the name is taken; returns the name
  /// it has now.
  std::string rename(const std::string& name, const std::string& proper, const std::string& label);
  /// The declaration, made when missing.
  Field& declare(const std::string& name, const std::string& label, FieldType type);
  /// Null when there is none.
  [[nodiscard]] const Field* find(std::string_view name) const;
  /// A nameless blank that turned out to be part of something else.
  void forget(const std::string& name);
  [[nodiscard]] bool is_nameless(const std::string& name) const { return nameless_.contains(name); }
  [[nodiscard]] bool knows(const std::string& name) const { return places_.contains(name); }
  /// A value cut or spelt for a bookmark → the choice it stands for.
  void settle(std::optional<Condition>& condition);

  [[nodiscard]] std::vector<Field> fields() const;
  [[nodiscard]] const Values& values() const { return values_; }

 private:
  [[nodiscard]] std::string fresh_name(const std::string& words);
  [[nodiscard]] Inline filled(const Control& control, Field& field);

  std::vector<Field> fields_;
  std::map<std::string, std::size_t, std::less<>> places_;  ///< name → place in fields_
  std::map<std::string, std::string, std::less<>> labels_;  ///< label's key → name
  std::map<std::string, int, std::less<>> counts_;          ///< name without counter → used
  std::set<std::string, std::less<>> nameless_;
  std::set<std::size_t> forgotten_;  ///< places in fields_
  Values values_;
};

}  // namespace quyche::word

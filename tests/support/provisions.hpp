#pragma once
// Provisions built by hand in few words, for tests of what numbers, amends and writes them.

#include <string>
#include <utility>
#include <vector>

#include "model/numbering.hpp"
#include "quyche/regulation.hpp"

namespace quyche::sample {

inline Inline words(const std::string& text) { return {Inline::Kind::text, text, {}, {}}; }
inline Inline term(const std::string& name, const std::string& form = {}) {
  return {Inline::Kind::term, name, {}, form};
}
inline Inline refer(const std::string& id, const std::string& form = {}) {
  return {Inline::Kind::reference, id, {}, form};
}
inline Inline blank(const std::string& field, const std::string& form = {}) {
  return {Inline::Kind::field, field, {}, form};
}

/// With the numbers its provisions get.
inline Regulation numbered(Regulation regulation) {
  Diagnostics found;
  number_provisions(regulation, found);
  return regulation;
}

inline Provision provision(ProvisionKind kind, const std::string& id,
                           std::vector<Provision> children = {}) {
  Provision result;
  result.kind = kind;
  result.id = id;
  result.children = std::move(children);
  return result;
}
inline Provision chapter(const std::string& id, std::vector<Provision> children = {}) {
  return provision(ProvisionKind::chapter, id, std::move(children));
}
inline Provision article(const std::string& id, std::vector<Provision> children = {}) {
  return provision(ProvisionKind::article, id, std::move(children));
}
inline Provision clause(const std::string& id, std::vector<Provision> children = {}) {
  return provision(ProvisionKind::clause, id, std::move(children));
}
inline Provision point(const std::string& id) { return provision(ProvisionKind::point, id); }

inline Provision saying(Provision result, Inlines text) {
  result.text = std::move(text);
  return result;
}
inline Provision when(Provision result, const std::string& field, const std::string& value,
                      bool negated = false) {
  result.when = Condition{field, value, negated};
  return result;
}

/// The words of a line as they are shown, without its fields.
inline std::string shown_words(const Inlines& line) {
  std::string out;
  for (const auto& item : line) {
    if (item.kind != Inline::Kind::field) {
      out += item.kind == Inline::Kind::text ? item.value : item.shown;
    }
  }
  return out;
}

/// The provision with this id, which must be there.
inline const Provision* find(const std::vector<Provision>& list, const std::string& id) {
  for (const auto& each : list) {
    if (each.id == id) return &each;
    if (const auto* found = find(each.children, id)) return found;
  }
  return nullptr;
}

/// "economy 8" of each provision, children after their parent.
inline void append_numbers(const std::vector<Provision>& list, std::vector<std::string>& out) {
  for (const auto& each : list) {
    out.push_back(each.id + " " + each.number);
    append_numbers(each.children, out);
  }
}
inline std::vector<std::string> numbers(const std::vector<Provision>& list) {
  std::vector<std::string> out;
  append_numbers(list, out);
  return out;
}

}  // namespace quyche::sample

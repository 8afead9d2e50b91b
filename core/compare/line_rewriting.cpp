#include "compare/line_rewriting.hpp"

#include <algorithm>
#include <optional>

#include "compare/provision_list.hpp"
#include "compare/words.hpp"

namespace quyche {
namespace {

/// Something in a line that is more than its words, and where its words stand.
struct Atom {
  std::size_t from;
  std::size_t to;
  Inline item;
};

bool declares(const std::vector<Field>& fields, const std::string& name) {
  return std::any_of(fields.begin(), fields.end(),
                     [&](const Field& field) { return field.name == name; });
}

std::vector<Atom> atoms_of(const Inlines& line, const std::vector<Field>& fields) {
  std::vector<Atom> atoms;
  std::size_t at = 0;
  for (const auto& item : line) {
    const auto length = shown_line({item}, fields, {}).size();
    if (item.kind != Inline::Kind::text) atoms.push_back({at, at + length, item});
    at += length;
  }
  return atoms;
}

void add_text(Inlines& line, std::string_view text) {
  if (text.empty()) return;
  if (!line.empty() && line.back().kind == Inline::Kind::text) {
    line.back().value += text;
  } else {
    line.push_back({Inline::Kind::text, std::string(text), {}, {}});
  }
}

/// The model's atoms whose words are all kept, at their places in the edited line.
std::vector<Atom> kept_atoms(const std::vector<Atom>& atoms, const std::string& before,
                             const std::string& after) {
  std::vector<Atom> kept;
  std::size_t x = 0;
  std::size_t y = 0;
  for (const auto& [kind, text] : compare_words(before, after)) {
    if (kind == WordStretch::Kind::kept) {
      for (const auto& atom : atoms) {
        if (atom.from < x || atom.to > x + text.size()) continue;
        kept.push_back({atom.from - x + y, atom.to - x + y, atom.item});
      }
    }
    x += kind == WordStretch::Kind::added ? 0 : text.size();
    y += kind == WordStretch::Kind::removed ? 0 : text.size();
  }
  return kept;
}

Inlines joined(const std::string& text, std::vector<Atom> atoms) {
  std::stable_sort(atoms.begin(), atoms.end(),
                   [](const Atom& left, const Atom& right) { return left.from < right.from; });
  Inlines line;
  std::size_t at = 0;
  for (const auto& atom : atoms) {
    if (atom.from < at) continue;
    add_text(line, std::string_view(text).substr(at, atom.from - at));
    line.push_back(atom.item);
    at = atom.to;
  }
  add_text(line, std::string_view(text).substr(at));
  return line;
}

std::string canonical(const Inlines& line, const std::vector<Field>& fields,
                      const std::function<std::string(const std::string&)>* id_of) {
  std::string out;
  for (const auto& item : line) {
    if (item.kind == Inline::Kind::reference) {
      out += '\x01' + (id_of == nullptr ? item.value : (*id_of)(item.value)) + '\x01';
    } else {
      out += shown_line({item}, fields, {});
    }
  }
  return out;
}

}  // namespace

Inlines LineRewriting::rewrite(const Inlines& model, const Inlines& edited) const {
  const auto before = shown_line(model, model_fields, {});
  const auto after = shown_line(edited, edited_fields, {});
  auto atoms = kept_atoms(atoms_of(model, model_fields), before, after);
  for (auto& atom : atoms_of(edited, edited_fields)) {
    const bool taken = std::any_of(atoms.begin(), atoms.end(), [&](const Atom& other) {
      return atom.from < other.to && other.from < atom.to;
    });
    if (taken) continue;
    if (atom.item.kind == Inline::Kind::reference) {
      atom.item.value = id_of(atom.item.value);
    } else if (atom.item.kind == Inline::Kind::field && !declares(model_fields, atom.item.value)) {
      continue;
    }
    atoms.push_back(std::move(atom));
  }
  return joined(after, std::move(atoms));
}

bool LineRewriting::same(const Inlines& model, const Inlines& edited) const {
  return shown_line(model, model_fields, {}) == shown_line(edited, edited_fields, {}) ||
         canonical(model, model_fields, nullptr) == canonical(edited, edited_fields, &id_of);
}

}  // namespace quyche

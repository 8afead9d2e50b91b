#include "render/word_tag.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "render/word_names.hpp"

namespace quyche {
namespace {

using Role = WordTag::Role;
using Scope = WordTag::Scope;

std::size_t skip_space(std::string_view text, std::size_t at) {
  for (;;) {
    at = std::min(text.find_first_not_of(k_space, at), text.size());
    if (text.substr(at, 2) != "\u00A0") return at;
    at += 2;
  }
}

std::string_view word_at(std::string_view text, std::size_t at) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
  };
  auto end = at;
  while (end < text.size() && is_letter(text[end]) && text.substr(end, 2) != "\u00A0") ++end;
  return text.substr(at, end - at);
}

struct Prefix {
  std::string_view letters;
  Scope scope;
};
constexpr std::array<Prefix, 4> k_prefixes{
    {{"tr", Scope::row}, {"tc", Scope::cell}, {"p", Scope::paragraph}, {"r", Scope::run}}};

/// "p " and its like at the front; a value called p, with an operator behind it, is no prefix.
const Prefix* prefix_of(std::string_view inner, bool is_print) {
  for (const auto& prefix : k_prefixes) {
    if (!inner.starts_with(prefix.letters)) continue;
    const auto behind = inner.substr(prefix.letters.size());
    const auto at = skip_space(behind, 0);
    if (at == 0 || at == behind.size()) return nullptr;
    if (!is_print) return &prefix;
    constexpr std::array<std::string_view, 7> k_operators{"if", "else", "and", "or",
                                                          "in", "not",  "is"};
    const auto word = word_at(behind, at);
    const bool is_operator =
        std::find(k_operators.begin(), k_operators.end(), word) != k_operators.end() ||
        std::string_view("|.+-*/%~=!<>)").find(behind[at]) != std::string_view::npos;
    return is_operator ? nullptr : &prefix;
  }
  return nullptr;
}

constexpr std::array<std::pair<std::string_view, WordTag::Cell>, 4> k_cell_words{
    {{"colspan", WordTag::Cell::span},
     {"cellbg", WordTag::Cell::fill},
     {"vm", WordTag::Cell::vertical},
     {"hm", WordTag::Cell::horizontal}}};

/// `set x = …` stands alone, `set x` opens a block.
bool set_opens(std::string_view rest) {
  const auto equals = rest.find('=');
  const auto bar = rest.find('|');
  return equals == std::string_view::npos || bar < equals;
}

void read_keyword(WordTag& tag) {
  const std::string_view text = tag.text;
  const auto at = skip_space(text, 0);
  const auto word = word_at(text, at);
  tag.keyword = word;
  constexpr std::array<std::string_view, 6> k_opening{"if",    "for",  "with",
                                                      "macro", "call", "filter"};
  if (std::find(k_opening.begin(), k_opening.end(), word) != k_opening.end()) {
    tag.role = Role::open;
  } else if (word == "set" && set_opens(text.substr(at + word.size()))) {
    tag.role = Role::open;
  } else if (word == "else" || word == "elif") {
    tag.role = Role::branch;
  } else if (word.starts_with("end")) {
    tag.role = Role::close;
  }
  tag.is_loop = word == "for" || word == "macro" || word == "call";
  for (const auto& [name, meaning] : k_cell_words) {
    if (name != word) continue;
    tag.cell = meaning;
    tag.offset += static_cast<std::uint32_t>(at + word.size());
    tag.text.erase(0, at + word.size());
    return;
  }
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Of a paragraph that runs on for pages what stands about the mark: every finding has a copy.
void cut_excerpt(Place& place) {
  constexpr std::size_t k_most = 1'000;  // on either side, more than is shown
  auto& text = place.excerpt;
  auto end = std::min(place.column + place.length + k_most, text.size());
  while (end < text.size() && is_continuation(text[end])) ++end;
  text.resize(end);
  auto begin = place.column > k_most ? place.column - k_most : 0;
  while (begin > 0 && is_continuation(text[begin])) --begin;
  text.erase(0, begin);
  place.column -= begin;
}

Place shown(Place place) {
  cut_excerpt(place);
  std::replace_if(
      place.excerpt.begin(), place.excerpt.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20U; }, ' ');
  return place;
}

}  // namespace

Place PartTags::place(std::size_t paragraph, std::size_t offset, std::size_t length) const {
  const auto& found = paragraphs.at(paragraph);
  return shown({file, found.steps, found.text, std::min(offset, found.text.size()), length});
}

Place PartTags::place(const PlainTag& tag, std::size_t offset, std::size_t length) const {
  const auto& found = plain.paragraphs.at(tag.paragraph);
  const auto number = plain.stretches.at(found.stretch).first_number + found.number;
  const std::size_t size = tag.end - tag.begin - 4;
  const auto left = size - std::min(offset, size);
  const auto paragraph = std::string_view(source).substr(found.begin, found.end - found.begin);
  const auto begin = words_of(paragraph, tag.begin - found.begin).size() + 2;
  return shown(
      {file,
       {{PlaceStep::Kind::part, part}, {PlaceStep::Kind::paragraph, std::to_string(number)}},
       words_of(paragraph),
       begin + offset,
       std::max<std::size_t>(std::min(length, left), 1)});
}

Place PartTags::place(const WordTag& tag) const {
  return place(tag.paragraph, tag.offset, std::max<std::size_t>(tag.text.size(), 1));
}

void PartTags::report(Severity severity, const WordTag& tag, Text message,
                      std::vector<Text> hints) {
  findings.add({severity, std::move(message), place(tag), std::move(hints)});
}

WordTag read_word_tag(std::string_view text, const TextPart& part) {
  WordTag tag;
  if (part.kind == TextPart::Kind::print) tag.kind = WordTag::Kind::print;
  if (part.kind == TextPart::Kind::comment) tag.kind = WordTag::Kind::comment;
  auto inner = text.substr(part.inner_begin, part.inner_end - part.inner_begin);
  tag.offset = static_cast<std::uint32_t>(part.inner_begin);
  const auto* prefix = prefix_of(inner, tag.kind == WordTag::Kind::print);
  if (prefix != nullptr) {
    tag.scope = prefix->scope;
    inner.remove_prefix(prefix->letters.size());
    tag.offset += static_cast<std::uint32_t>(prefix->letters.size());
  }
  tag.text = inner;
  if (tag.kind == WordTag::Kind::statement) read_keyword(tag);
  return tag;
}

}  // namespace quyche

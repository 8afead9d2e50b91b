#pragma once
// The tags of one part of a Word document: what each says, what it takes with it, where it was
// typed. Filled while the part is read, changed while its tree is put in order, then shared by the
// program that is made of it, for its findings.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quyche/diagnostic.hpp"
#include "render/plain_paragraphs.hpp"
#include "template/source.hpp"
#include "template/tag_scanner.hpp"

namespace quyche {

struct WordTag {
  enum class Kind : std::uint8_t { print, statement, comment };
  /// What the tag replaces: itself, or the element around it.
  enum class Scope : std::uint8_t { text, run, paragraph, cell, row };
  /// What it says about the cell around it.
  enum class Cell : std::uint8_t { none, span, fill, vertical, horizontal };
  enum class Role : std::uint8_t { single, open, branch, close };

  Kind kind = Kind::statement;
  Scope scope = Scope::text;
  Cell cell = Cell::none;
  Role role = Role::single;
  bool joins_before = false;  ///< its paragraph goes on in the one before
  bool joins_after = false;
  bool is_picture = false;  ///< its value is the path of a picture
  bool is_loop = false;     ///< what it opens may come several times
  std::string keyword;      ///< of a statement
  std::string text;         ///< what the language reads
  std::uint32_t paragraph = 0;
  std::uint32_t offset = 0;  ///< of `text` in the words of the paragraph
  std::string before;        ///< of a value inside a property: the markup around it
  std::string after;
};

/// A paragraph with tags in it: its words as they were typed, and how a person finds it.
struct WordParagraph {
  std::vector<PlaceStep> steps;
  std::string text;
};

struct PartTags {
  std::string file;
  std::string part;
  bool is_plain = false;  ///< no paragraphs: document properties
  std::string source;     ///< the part as it was read
  PlainParagraphs plain;
  std::vector<WordParagraph> paragraphs;
  std::vector<WordTag> tags;
  std::vector<std::string> replaced;  ///< relationships of placeholder pictures
  Diagnostics findings;

  /// `offset` and `length` count bytes of the paragraph's words.
  [[nodiscard]] Place place(std::size_t paragraph, std::size_t offset, std::size_t length) const;
  [[nodiscard]] Place place(const WordTag& tag) const;
  /// `offset` counts from the first byte between the tag's braces.
  [[nodiscard]] Place place(const PlainTag& tag, std::size_t offset, std::size_t length) const;
  void report(Severity severity, const WordTag& tag, Text message, std::vector<Text> hints);
};

/// The tag a stretch of a paragraph's words is; `paragraph` and joins are left to the caller.
[[nodiscard]] WordTag read_word_tag(std::string_view text, const TextPart& part);

}  // namespace quyche

#pragma once
// The words by which a Vietnamese office paper is recognised, lower case unless said otherwise.
// Data: they stand in the table of sentences (words.*), lists separated by "|". For the readers of
// this folder.

#include <string>
#include <string_view>

#include "base/word_list.hpp"

namespace quyche::word {

struct DocumentWords {
  std::string part, ordinal_mark, chapter, section, article, clause, point, appendix;
  WordList ordinals;  ///< of Phần thứ nhất, thứ hai …
  std::string self;   ///< "này" of "Điều này"

  std::string basis, number, day, month, year, of;
  WordList instruments;       ///< types of papers; longer ones before those they begin with
  WordList instrument_verbs;  ///< of those, what in small letters is a verb: "quy định"
  WordList title_openings;    ///< what may follow the organ in a legal basis
  WordList type_names;        ///< types a regulation may carry
  WordList belongs;           ///< between a reference and the paper it speaks of
  WordList joins;             ///< between references of one list

  WordList party_headings, state_headings;
  std::string recipients;
  WordList on_behalf;  ///< as typed, upper case: "T/M", "TM."
  std::string sign_here;
  WordList committees;  ///< organs whose paper is issued by the commune
  WordPairs positions;  ///< title → field of the name

  WordList small_words;                        ///< say nothing in front of a blank
  std::string note_style, clause_title_style;  ///< part of the style's name
  std::string label_number, label_date, label_place, label_blank;
};

[[nodiscard]] const DocumentWords& document_words();

/// The first of `words` that `lowered` begins with, at the end of a word; empty when none.
[[nodiscard]] std::string_view first_of(const WordList& words, std::string_view lowered);
[[nodiscard]] bool contains(const WordList& words, std::string_view word);

}  // namespace quyche::word

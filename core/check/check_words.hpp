#pragma once
// The words by which the parts of an office paper are recognised, beside those of
// model/word/document_words: types and their codes, signing marks, positions. Data: they stand in
// the table of sentences (words.check-*).

#include <string>

#include "base/word_list.hpp"

namespace quyche::check {

struct CheckWords {
  WordPairs party_types, state_types;
  WordList not_for_cell;  ///< types a Party cell may not issue
  WordList grassroots;    ///< Party committees of communes
  WordList committee, standing_committee;
  WordList not_for_committee, not_for_standing;
  WordList places_with_type;  ///< names that need "Xã", "Phường" in front of them
  std::string cell, cell_code, secretary;
  std::string congress;
  std::string letter_code;  ///< the Party's; letters of the state have none
  WordList cell_committee;
  WordList party_marks, state_marks;    ///< as typed, upper case
  WordList party_organs, state_organs;  ///< what names of organs begin with
  WordList party_codes, state_codes;    ///< of organs, in numbers
  WordList party_offices, state_offices;
  WordList positions, degrees, side_lines, subject, addressee, more_bases, signed_marks;
  WordList old_tones, new_tones;  ///< òa … and oà …
  WordList quarters, hamlets, rural, urban;

  [[nodiscard]] const WordPairs& types(const std::string& family) const {
    return family == "state" ? state_types : party_types;
  }
};

[[nodiscard]] const CheckWords& check_words();

/// For comparing: lower case, NFC, tones folded, white space squeezed.
[[nodiscard]] std::string key(std::string_view text);
/// Whether `text`, whatever its case, begins with one of `words` at the end of a word.
[[nodiscard]] bool begins_with(std::string_view text, const WordList& words);

}  // namespace quyche::check

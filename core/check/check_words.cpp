#include "check/check_words.hpp"

#include "base/text.hpp"
#include "model/word/document_words.hpp"

namespace quyche::check {
namespace {

CheckWords load() {
  CheckWords words;
  words.party_types = word_pairs_of("words.check-party-types");
  words.state_types = word_pairs_of("words.check-state-types");
  words.not_for_cell = words_of("words.check-not-for-cell");
  words.grassroots = words_of("words.check-grassroots");
  words.committee = words_of("words.check-committee");
  words.standing_committee = words_of("words.check-standing-committee");
  words.not_for_committee = words_of("words.check-not-for-committee");
  words.not_for_standing = words_of("words.check-not-for-standing");
  words.places_with_type = words_of("words.check-places-with-type");
  words.cell = word_of("words.check-cell");
  words.congress = word_of("words.check-congress");
  words.cell_code = word_of("words.check-cell-code");
  words.letter_code = word_of("words.check-letter-code");
  words.secretary = word_of("words.check-secretary");
  words.cell_committee = words_of("words.check-cell-committee");
  words.party_marks = words_of("words.check-party-marks");
  words.state_marks = words_of("words.check-state-marks");
  words.party_organs = words_of("words.check-party-organs");
  words.state_organs = words_of("words.check-state-organs");
  words.party_codes = words_of("words.check-party-codes");
  words.state_codes = words_of("words.check-state-codes");
  words.party_offices = words_of("words.check-party-offices");
  words.state_offices = words_of("words.check-state-offices");
  words.positions = words_of("words.check-positions");
  words.degrees = words_of("words.check-degrees");
  words.side_lines = words_of("words.check-side-lines");
  words.subject = words_of("words.check-subject");
  words.addressee = words_of("words.check-addressee");
  words.more_bases = words_of("words.check-more-bases");
  words.signed_marks = words_of("words.check-signed");
  words.old_tones = words_of("words.check-legacy-tone");
  words.new_tones = words_of("words.check-modern-tone");
  words.quarters = words_of("words.check-quarter");
  words.hamlets = words_of("words.check-hamlet");
  words.rural = words_of("words.check-rural");
  words.urban = words_of("words.check-urban");
  return words;
}

}  // namespace

const CheckWords& check_words() {
  static const CheckWords k_words = load();
  return k_words;
}

std::string key(std::string_view text) { return lower(squeeze(text)); }

bool begins_with(std::string_view text, const WordList& words) {
  return !word::first_of(words, key(text)).empty();
}

}  // namespace quyche::check

#include "check/check_words.hpp"

#include <algorithm>

#include "base/messages.hpp"
#include "base/text.hpp"

namespace quyche::check {
namespace {

std::string word_of(const char* code) { return sentence({code, {}}, Language::vietnamese); }

WordList list_of(const char* code) {
  const auto text = word_of(code);
  WordList words;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('|', from), text.size());
    words.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return words;
}

TypeList types_of(const char* code) {
  TypeList types;
  for (const auto& item : list_of(code)) {
    const auto equals = std::min(item.find('='), item.size() - 1);
    types.emplace_back(item.substr(0, equals), item.substr(equals + 1));
  }
  return types;
}

CheckWords load() {
  CheckWords words;
  words.party_types = types_of("words.check-party-types");
  words.state_types = types_of("words.check-state-types");
  words.not_for_cell = list_of("words.check-not-for-cell");
  words.grassroots = list_of("words.check-grassroots");
  words.committee = list_of("words.check-committee");
  words.standing_committee = list_of("words.check-standing-committee");
  words.not_for_committee = list_of("words.check-not-for-committee");
  words.not_for_standing = list_of("words.check-not-for-standing");
  words.places_with_type = list_of("words.check-places-with-type");
  words.cell = word_of("words.check-cell");
  words.cell_code = word_of("words.check-cell-code");
  words.secretary = word_of("words.check-secretary");
  words.cell_committee = list_of("words.check-cell-committee");
  words.party_marks = list_of("words.check-party-marks");
  words.state_marks = list_of("words.check-state-marks");
  words.positions = list_of("words.check-positions");
  words.degrees = list_of("words.check-degrees");
  words.side_lines = list_of("words.check-side-lines");
  words.subject = list_of("words.check-subject");
  words.signed_marks = list_of("words.check-signed");
  words.old_tones = list_of("words.check-legacy-tone");
  words.new_tones = list_of("words.check-modern-tone");
  words.quarters = list_of("words.check-quarter");
  words.hamlets = list_of("words.check-hamlet");
  words.rural = list_of("words.check-rural");
  words.urban = list_of("words.check-urban");
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

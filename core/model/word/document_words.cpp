#include "model/word/document_words.hpp"

#include <algorithm>

namespace quyche::word {
namespace {

bool is_letter(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return code >= 0x80U || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

DocumentWords load() {
  DocumentWords words;
  words.part = word_of("words.part");
  words.ordinal_mark = word_of("words.ordinal-mark");
  words.chapter = word_of("words.chapter");
  words.section = word_of("words.section");
  words.article = word_of("words.article");
  words.clause = word_of("words.clause");
  words.point = word_of("words.point");
  words.appendix = word_of("words.appendix");
  words.ordinals = words_of("words.ordinals");
  words.self = word_of("words.self");
  words.basis = word_of("words.basis");
  words.number = word_of("words.number");
  words.day = word_of("words.day");
  words.month = word_of("words.month");
  words.year = word_of("words.year");
  words.of = word_of("words.of");
  words.instruments = words_of("words.instruments");
  words.instrument_verbs = words_of("words.instrument-verbs");
  words.title_openings = words_of("words.title-openings");
  words.type_names = words_of("words.type-names");
  words.belongs = words_of("words.belongs");
  words.joins = words_of("words.joins");
  words.party_headings = words_of("words.party-headings");
  words.state_headings = words_of("words.state-headings");
  words.recipients = word_of("words.recipients");
  words.on_behalf = words_of("words.on-behalf");
  words.sign_here = word_of("words.sign-here");
  words.committees = words_of("words.committees");
  words.positions = word_pairs_of("words.positions");
  words.small_words = words_of("words.small-words");
  words.note_style = word_of("words.note-style");
  words.clause_title_style = word_of("words.clause-title-style");
  words.label_number = word_of("words.label-number");
  words.label_date = word_of("words.label-date");
  words.label_place = word_of("words.label-place");
  words.label_blank = word_of("words.label-blank");
  return words;
}

}  // namespace

const DocumentWords& document_words() {
  static const DocumentWords k_words = load();
  return k_words;
}

std::string_view first_of(const WordList& words, std::string_view lowered) {
  for (const auto& word : words) {
    if (!lowered.starts_with(word)) continue;
    const bool goes_on = lowered.size() > word.size() && is_letter(lowered[word.size()]);
    if (!goes_on || !is_letter(word.back())) return word;
  }
  return {};
}

bool contains(const WordList& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace quyche::word

#include "model/word/document_words.hpp"

#include <algorithm>

#include "base/messages.hpp"

namespace quyche::word {
namespace {

std::string word(const char* code) { return sentence({code, {}}, Language::vietnamese); }

WordList list(const char* code) {
  const auto text = word(code);
  WordList words;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('|', from), text.size());
    words.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return words;
}

std::vector<std::pair<std::string, std::string>> pairs(const char* code) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const auto& item : list(code)) {
    const auto equals = std::min(item.find('='), item.size() - 1);
    pairs.emplace_back(item.substr(0, equals), item.substr(equals + 1));
  }
  return pairs;
}

bool is_letter(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return code >= 0x80U || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

DocumentWords load() {
  DocumentWords words;
  words.part = word("words.part");
  words.ordinal_mark = word("words.ordinal-mark");
  words.chapter = word("words.chapter");
  words.section = word("words.section");
  words.article = word("words.article");
  words.clause = word("words.clause");
  words.point = word("words.point");
  words.appendix = word("words.appendix");
  words.ordinals = list("words.ordinals");
  words.self = word("words.self");
  words.basis = word("words.basis");
  words.number = word("words.number");
  words.day = word("words.day");
  words.month = word("words.month");
  words.year = word("words.year");
  words.of = word("words.of");
  words.instruments = list("words.instruments");
  words.instrument_verbs = list("words.instrument-verbs");
  words.title_openings = list("words.title-openings");
  words.type_names = list("words.type-names");
  words.belongs = list("words.belongs");
  words.joins = list("words.joins");
  words.party_headings = list("words.party-headings");
  words.state_headings = list("words.state-headings");
  words.recipients = word("words.recipients");
  words.on_behalf = list("words.on-behalf");
  words.sign_here = word("words.sign-here");
  words.committees = list("words.committees");
  words.positions = pairs("words.positions");
  words.small_words = list("words.small-words");
  words.note_style = word("words.note-style");
  words.clause_title_style = word("words.clause-title-style");
  words.label_number = word("words.label-number");
  words.label_date = word("words.label-date");
  words.label_place = word("words.label-place");
  words.label_blank = word("words.label-blank");
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

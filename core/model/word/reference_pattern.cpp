#include "model/word/reference_pattern.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/number.hpp"
#include "base/text.hpp"
#include "model/word/document_words.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::word {
namespace {

/// Reads a reference from the lower-case text; `text` is the same text as typed.
class ReferenceReader {
 public:
  ReferenceReader(std::string_view text, std::string_view lowered)
      : text_(text), lowered_(lowered) {}

  std::optional<Reference> read(std::size_t from) {
    at_ = from;
    Reference reference;
    reference.from = from;
    if (!read_chain(reference) && !read_division(from, reference)) return std::nullopt;
    reference.to = at_;
    // "Điều 7" always has a capital, so it tells nothing.
    const bool begins_small = !reference.point.empty() || reference.clause > 0;
    const auto first = text_.substr(from, character_length(text_, from));
    reference.is_capitalised = begins_small && lower(first) != first;
    return reference;
  }

 private:
  bool read_chain(Reference& reference) {
    const auto& words = document_words();
    if (take_word(words.point)) {
      reference.point = take_letter();
      if (reference.point.empty() || !take_join()) return false;
    }
    if (take_word(words.clause)) {
      const auto number = take_digits();
      if (!number || !take_join()) return false;
      reference.clause = *number;
    }
    if (!take_word(words.article)) return false;
    if (take_word(words.self)) {
      reference.is_relative = true;
      return true;
    }
    const auto start = at_;
    const auto number = take_digits();
    if (!number || *number == 0) return false;
    const auto digits_end = at_;
    if (take_letter().empty() || is_letter_at(lowered_, at_)) at_ = digits_end;
    reference.article = lowered_.substr(start, at_ - start);
    return !is_letter_at(lowered_, at_);
  }

  bool read_division(std::size_t from, Reference& reference) {
    const auto& words = document_words();
    reference = Reference{};
    reference.from = at_ = from;
    if (take_word(words.section)) {
      const auto number = take_digits();
      if (!number || !take_join()) return false;
      reference.section = *number;
    }
    if (take_word(words.chapter)) {
      reference.chapter = take_roman();
      return reference.chapter > 0;
    }
    if (reference.section > 0 || !take_word(words.appendix)) return false;
    reference.appendix = take_roman();
    return reference.appendix > 0;
  }

  void skip_spaces() {
    while (at_ < lowered_.size() && lowered_[at_] == ' ') ++at_;
  }

  bool take_word(const std::string& word) {
    if (lowered_.substr(at_, word.size()) != word || is_letter_at(lowered_, at_ + word.size())) {
      return false;
    }
    at_ += word.size();
    const auto end = at_;
    skip_spaces();
    return at_ > end || word == document_words().self;
  }

  /// Between "khoản 2" and "Điều 7": a space, or a comma and a space.
  bool take_join() {
    const auto start = at_;
    skip_spaces();
    if (at_ < lowered_.size() && lowered_[at_] == ',') ++at_;
    skip_spaces();
    return at_ > start;
  }

  std::optional<int> take_digits() {
    const auto end = std::min(lowered_.find_first_not_of("0123456789", at_), lowered_.size());
    if (end == at_ || end - at_ > 3) return std::nullopt;
    int value = 0;
    for (; at_ < end; ++at_) value = value * 10 + (lowered_[at_] - '0');
    return value;
  }

  std::string take_letter() {
    if (!is_letter_at(lowered_, at_)) return {};
    const auto length = character_length(lowered_, at_);
    const std::string letter(lowered_.substr(at_, length));
    if (!point_value(letter) && letter.find_first_of("fjwz") == std::string::npos) return {};
    at_ += length;
    return letter;
  }

  /// As typed: "Chương ii" and "Chương 2" are no form of ours.
  int take_roman() {
    const auto end = std::min(text_.find_first_not_of("IVXLC", at_), text_.size());
    if (end == at_ || end - at_ > 8 || is_letter_at(text_, end)) return 0;
    const auto value = roman_value(text_.substr(at_, end - at_));
    at_ = end;
    return value.value_or(0);
  }

  std::string_view text_;
  std::string_view lowered_;
  std::size_t at_ = 0;
};

/// "… của Luật Đất đai", "… Điều lệ Đảng"; not "… của Quy chế này", nor "Điều 7 quy định …".
bool names_another_paper(std::string_view text, std::string_view lowered, std::size_t at,
                         const std::string& own_type) {
  const auto& words = document_words();
  auto rest = trimmed(lowered.substr(at));
  if (rest.starts_with(',')) rest = trimmed(rest.substr(1));
  const auto belongs = first_of(words.belongs, rest);
  rest = trimmed(rest.substr(belongs.size()));
  const auto type = first_of(words.instruments, rest);
  if (type.empty()) return false;
  const auto typed = text.substr(static_cast<std::size_t>(rest.data() - lowered.data()));
  const bool may_be_verb = belongs.empty() && typed.starts_with(type);
  if (may_be_verb && contains(words.instrument_verbs, type)) return false;
  rest = trimmed(rest.substr(type.size()));
  if (rest.starts_with(words.self) && !is_letter_at(rest, words.self.size())) return false;
  // "Điều 5 của Quy chế." is the paper's own type and nothing more.
  return type != own_type || is_letter_at(rest, 0) || (!rest.empty() && is_digit(rest[0]));
}

/// Only "," ";" "và" "hoặc" "đến" between two references: they are of one list.
bool is_list_gap(std::string_view gap) {
  auto rest = trimmed(gap);
  while (!rest.empty() && (rest[0] == ',' || rest[0] == ';')) rest = trimmed(rest.substr(1));
  if (const auto join = first_of(document_words().joins, rest); !join.empty()) {
    rest = trimmed(rest.substr(join.size()));
  }
  return rest.empty();
}

using Bytes = std::array<bool, 0x100>;

/// The bytes that the words a reference begins with begin with.
Bytes first_bytes() {
  const auto& words = document_words();
  Bytes bytes{};
  for (const auto* word : {&words.point, &words.clause, &words.article, &words.section,
                           &words.chapter, &words.appendix}) {
    bytes.at(static_cast<unsigned char>(word->front())) = true;
  }
  return bytes;
}

bool is_word_start(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  auto before = at - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U) --before;
  return !is_letter_at(text, before);
}

}  // namespace

std::vector<Reference> find_references(std::string_view text, const std::string& own_type) {
  const auto folded = lower(text);
  // Letters whose small form has another length are no Vietnamese; then the text stays as typed.
  const bool fits = folded.size() == text.size();
  return find_references(text, fits ? std::string_view(folded) : text, own_type);
}

std::vector<Reference> find_references(std::string_view text, std::string_view lowered,
                                       const std::string& own_type) {
  static const auto k_first_bytes = first_bytes();
  std::vector<Reference> found;
  ReferenceReader reader(text, lowered);
  for (std::size_t at = 0; at < lowered.size();) {
    const bool may_begin = k_first_bytes[static_cast<unsigned char>(lowered[at])];
    if (may_begin && is_word_start(lowered, at) && is_letter_at(lowered, at)) {
      if (auto reference = reader.read(at)) {
        at = reference->to;
        found.push_back(std::move(*reference));
        continue;
      }
    }
    ++at;
  }
  for (std::size_t i = found.size(); i-- > 0;) {
    auto& reference = found[i];
    reference.is_foreign = names_another_paper(text, lowered, reference.to, own_type);
    if (i + 1 == found.size() || reference.is_foreign) continue;
    const auto gap = lowered.substr(reference.to, found[i + 1].from - reference.to);
    reference.is_foreign = found[i + 1].is_foreign && is_list_gap(gap);
  }
  return found;
}

}  // namespace quyche::word

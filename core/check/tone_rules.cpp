#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/byte_blocks.hpp"
#include "base/text.hpp"
#include "check/check_words.hpp"
#include "check/rules.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::check {
namespace {

constexpr std::string_view k_space = " \t\n";

std::string_view word_before(std::string_view text, std::size_t end) {
  while (end > 0 && text[end - 1] == ' ') --end;
  const auto space = text.substr(0, end).find_last_of(k_space);
  const auto from = space == text.npos ? 0 : space + 1;
  return text.substr(from, end - from);
}

std::size_t word_start(std::string_view text, std::size_t at) {
  const auto space = text.substr(0, at).find_last_of(k_space);
  return space == text.npos ? 0 : space + 1;
}

std::string_view word_from(std::string_view text, std::size_t from) {
  from = std::min(text.find_first_not_of(' ', from), text.size());
  return text.substr(from, text.find_first_of(k_space, from) - from);
}

bool is_title_case(std::string_view word) {
  return !word.empty() && capitalise(word) == word && upper(word) != word;
}

// Names of people and places are written as their bearers write them: "Trịnh Thị Thuỷ".
bool is_name(std::string_view typed, std::size_t from) {
  const auto word = word_from(typed, from);
  return is_title_case(word) && (is_title_case(word_before(typed, from)) ||
                                 is_title_case(word_from(typed, from + word.size())));
}

/// Two letters that may end a syllable, `at` to `end` of a paragraph.
struct LetterPair {
  std::string_view typed;
  std::string_view text;  ///< the same in small letters, byte for byte
  std::size_t paragraph;
  std::size_t at;
  std::size_t end;
};

// Where the letter begins that holds the byte at `at`.
std::size_t letter_start(std::string_view text, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

/// The bytes of an ending, four at most, as one number.
std::uint32_t packed(std::string_view ending) {
  std::uint32_t number = 0;
  for (const char byte : ending) number = (number << 8U) | static_cast<unsigned char>(byte);
  return number;
}

using Endings = std::unordered_set<std::uint32_t>;

Endings endings_of(const WordList& words) {
  Endings endings;
  for (const auto& word : words) endings.insert(packed(word));
  return endings;
}

/// Syllables ending in oa, oe, uy with the tone on one of the two letters, in the whole document.
class ToneCount {
 public:
  explicit ToneCount(const Endings& endings) : endings_(endings) {}

  void add(const LetterPair& pair) {
    const auto& text = pair.text;
    if (!endings_.contains(packed(text.substr(pair.at, pair.end - pair.at)))) return;
    const bool follows_q = pair.at > 0 && text[pair.at - 1] == 'q';
    if (!follows_q && !word::is_letter_at(text, pair.end)) found_.push_back(pair);
  }

  /// Names are looked at only where it matters: most papers have one way of writing.
  void leave_out_names() {
    std::erase_if(found_, [](const LetterPair& pair) {
      return is_name(pair.typed, word_start(pair.typed, pair.at));
    });
  }

  [[nodiscard]] std::size_t count() const { return found_.size(); }
  [[nodiscard]] std::string example() const {
    const auto mark = place();
    return lower(found_.front().typed.substr(mark.from, mark.to - mark.from));
  }
  [[nodiscard]] Stretch place() const {
    const auto& first = found_.front();
    return {first.paragraph, word_start(first.typed, first.at), first.end, {}, false, {}};
  }

 private:
  const Endings& endings_;
  std::vector<LetterPair> found_;
};

/// The pairs of letters in a paragraph whose bytes may be such an ending.
class PairReader {
 public:
  PairReader(ToneCount& old_style, ToneCount& new_style)
      : old_style_(old_style), new_style_(new_style) {}

  void read(const ViewParagraph& paragraph, std::size_t index) {
    const std::string_view text = paragraph.folded;
    std::size_t done = 0;
    for_each_block(text, [&](const ByteBlock& block, std::size_t at, std::size_t count) {
      // A letter with a tone is no ASCII: "o" and its first byte, or its last byte and "a".
      const auto& [byte, before, two_before] = block;
      const Bytes of_new = (is_byte(before, 'o') | is_byte(before, 'u')) & is_high(byte);
      const Bytes of_old =
          is_high(before) & (is_byte(byte, 'a') | is_byte(byte, 'e') | is_byte(byte, 'y'));
      for_each_place(of_new | of_old, [&](std::size_t i) {
        if (at + i < done) return;  // seen in the block before
        if (of_new[i] != 0) add_new(paragraph, index, at + i);
        if (of_old[i] != 0) add_old(paragraph, index, at + i);
      });
      done = at + count;
    });
  }

 private:
  void add_new(const ViewParagraph& paragraph, std::size_t index, std::size_t at) {
    const std::string_view text = paragraph.folded;
    new_style_.add({paragraph.text, text, index, at - 1, at + word::character_length(text, at)});
  }
  void add_old(const ViewParagraph& paragraph, std::size_t index, std::size_t at) {
    const std::string_view text = paragraph.folded;
    old_style_.add({paragraph.text, text, index, letter_start(text, at - 1), at + 1});
  }

  ToneCount& old_style_;
  ToneCount& new_style_;
};

}  // namespace

void check_tones(const Paper& paper, Findings& found) {
  static const auto k_old = endings_of(check_words().old_tones);
  static const auto k_new = endings_of(check_words().new_tones);
  ToneCount old_style(k_old);
  ToneCount new_style(k_new);
  PairReader reader(old_style, new_style);
  const auto& paragraphs = paper.view.paragraphs;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) reader.read(paragraphs[i], i);
  if (old_style.count() == 0 || new_style.count() == 0) return;
  old_style.leave_out_names();
  new_style.leave_out_names();
  if (old_style.count() == 0 || new_style.count() == 0) return;
  const auto& rare = old_style.count() < new_style.count() ? old_style : new_style;
  found.add(Severity::warning,
            {"check.text.tones",
             {std::to_string(old_style.count()), old_style.example(),
              std::to_string(new_style.count()), new_style.example()}},
            rare.place(), true, {});
}

}  // namespace quyche::check

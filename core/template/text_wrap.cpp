#include "template/text_wrap.hpp"

#include <algorithm>
#include <span>

#include "template/items.hpp"
#include "template/letters.hpp"

namespace quyche {
namespace {

using Characters = std::span<const std::string_view>;

/// Words end at these and at no others: not at a space that holds its neighbours together.
bool is_blank(std::string_view character) {
  return character == " " || character == "\t" || character == "\n" || character == "\v" ||
         character == "\f" || character == "\r";
}

/// Spaces of any kind and nothing else.
bool is_space_only(Characters chunk) {
  return std::all_of(chunk.begin(), chunk.end(),
                     [](auto character) { return is_space(character); });
}

/// Cuts a line into runs of spaces, words, dashes between words, and parts of hyphenated words.
class Splitter {
 public:
  Splitter(Characters line, bool at_hyphens) : line_(line), at_hyphens_(at_hyphens) {}

  [[nodiscard]] std::vector<Characters> chunks() const {
    std::vector<Characters> out;
    for (std::size_t at = 0; at < line_.size(); at += out.back().size()) {
      out.push_back(line_.subspan(at, end_of(at) - at));
    }
    return out;
  }

 private:
  [[nodiscard]] std::string_view at(std::size_t place) const {
    return place < line_.size() ? line_[place] : std::string_view(" ");
  }
  [[nodiscard]] bool is_letter_at(std::size_t place) const {
    return at(place) == "_" || is_letter(at(place));
  }
  [[nodiscard]] bool is_word_at(std::size_t place) const {
    return is_letter_at(place) || is_digit(at(place).front());
  }
  /// Letters, digits, and the signs that stand close to a word.
  [[nodiscard]] bool ends_word(std::size_t place) const {
    return is_word_at(place) || std::string_view("!\"'&.,?").find(at(place)) != std::string::npos;
  }

  /// Behind two hyphens or more that stand between words; 0 where there are none.
  [[nodiscard]] std::size_t dash_end(std::size_t begin) const {
    if (begin == 0 || !ends_word(begin - 1)) return 0;
    auto end = begin;
    while (at(end) == "-") ++end;
    return end - begin >= 2 && is_word_at(end) ? end : 0;
  }

  /// "Ban-chấp hành" may be cut behind its hyphen: two letters on both sides, "A-b-cd" as well.
  [[nodiscard]] bool is_inner_hyphen(std::size_t place) const {
    if (at(place) != "-" || place < 2) return false;
    const bool follows = is_letter_at(place - 1) &&
                         (is_letter_at(place - 2) ||
                          (place >= 3 && at(place - 2) == "-" && is_letter_at(place - 3)));
    const auto next = place + 1;
    return follows && is_letter_at(next) &&
           (is_letter_at(next + 1) || (at(next + 1) == "-" && is_letter_at(next + 2)));
  }

  [[nodiscard]] std::size_t end_of(std::size_t begin) const {
    auto end = begin;
    if (is_blank(at(begin))) {
      while (end < line_.size() && is_blank(at(end))) ++end;
      return end;
    }
    if (at_hyphens_) {
      if (const auto dash = dash_end(begin); dash != 0) return dash;
    }
    for (++end; end < line_.size() && !is_blank(at(end)); ++end) {
      if (!at_hyphens_) continue;
      if (is_inner_hyphen(end)) return end + 1;
      if (dash_end(end) != 0) return end;
    }
    return end;
  }

  Characters line_;
  bool at_hyphens_;
};

/// Lays chunks into lines.
class Wrapper {
 public:
  explicit Wrapper(const WrapStyle& style) : style_(style) {}

  std::vector<std::string> wrap(const std::vector<Characters>& chunks) {
    for (const auto& chunk : chunks) add(chunk);
    end_line();
    return std::move(lines_);
  }

 private:
  void add(Characters chunk) {
    if (drops(chunk)) return;
    if (used_ + chunk.size() <= style_.width) return put(chunk);
    if (chunk.size() > style_.width) return add_long(chunk);
    end_line();
    if (!drops(chunk)) put(chunk);
  }

  /// No line but the first begins with a run of spaces.
  bool drops(Characters chunk) {
    if (!line_.empty() || lines_.empty() || has_dropped_ || !is_space_only(chunk)) return false;
    has_dropped_ = true;
    return true;
  }

  void add_long(Characters chunk) {
    if (!style_.breaks_long_words) {
      end_line();
      return put(chunk);
    }
    while (!chunk.empty() && !drops(chunk)) {
      const auto count = cut(chunk);
      put(chunk.first(count));
      chunk = chunk.subspan(count);
      if (!chunk.empty()) end_line();
    }
  }

  /// How many letters of it stay on this line: what fits, or up to a hyphen with others before it.
  [[nodiscard]] std::size_t cut(Characters chunk) const {
    const auto room = style_.width - used_;
    if (chunk.size() <= room) return chunk.size();
    if (!style_.breaks_on_hyphens) return room;
    auto count = room;
    while (count > 0 && chunk[count - 1] != "-") --count;
    const auto before = chunk.first(count > 0 ? count - 1 : 0);
    const bool has_others = std::any_of(before.begin(), before.end(),
                                        [](std::string_view letter) { return letter != "-"; });
    return has_others ? count : room;
  }

  void put(Characters chunk) {
    line_.push_back(chunk);
    used_ += chunk.size();
  }

  /// Without the spaces that come last; they stay before nothing of a long word.
  void end_line() {
    if (!line_.empty() && is_space_only(line_.back())) line_.pop_back();
    if (!line_.empty()) {
      auto& made = lines_.emplace_back();
      for (const auto& chunk : line_) {
        for (const auto character : chunk) made += character;
      }
    }
    line_.clear();
    used_ = 0;
    has_dropped_ = false;
  }

  WrapStyle style_;
  std::vector<Characters> line_;
  std::vector<std::string> lines_;
  std::size_t used_ = 0;
  bool has_dropped_ = false;  ///< spaces at the front of this line
};

}  // namespace

std::vector<std::string> wrapped(std::string_view line, const WrapStyle& style) {
  const auto characters = characters_of(line);
  return Wrapper(style).wrap(Splitter(characters, style.breaks_on_hyphens).chunks());
}

}  // namespace quyche

#include "model/word/inline_merge.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "model/word/marked_text.hpp"

namespace quyche::word {
namespace {

constexpr char k_field_sign = '\x01';
/// Beyond this many pairs of words a changed line is taken as typed.
constexpr std::size_t k_most_pairs = 4'000'000;
constexpr std::size_t k_none = static_cast<std::size_t>(-1);

bool is_text(const Inline& item) { return item.kind == Inline::Kind::text; }

std::string shown(const Inline& item) {
  if (item.kind == Inline::Kind::field) return k_field_sign + item.value + k_field_sign;
  return is_text(item) ? item.value : item.shown;
}

/// A word, a sign, a space, or a whole field.
struct Token {
  std::string words;
  std::size_t item = 0;  ///< place in the line
};

bool goes_on_word(char byte) {
  return (static_cast<unsigned char>(byte) & 0x80U) != 0 || is_digit(byte) ||
         (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

void append_tokens(std::string_view text, std::size_t item, std::vector<Token>& tokens) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (goes_on_word(text[at]) && end < text.size() && goes_on_word(text[end])) ++end;
    tokens.push_back({std::string(text.substr(at, end - at)), item});
    at = end;
  }
}

std::vector<Token> tokens_of(const Inlines& line) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i].kind == Inline::Kind::field) {
      tokens.push_back({shown(line[i]), i});
    } else {
      append_tokens(shown(line[i]), i, tokens);
    }
  }
  return tokens;
}

/// For every token of the clerk's line the token of the record that it is, or k_none: a longest
/// common subsequence between what both begin and end with.
class TokenMatch {
 public:
  TokenMatch(const std::vector<Token>& record, const std::vector<Token>& read)
      : record_(record), read_(read), partners_(read.size(), k_none) {
    std::size_t begin = 0;
    const auto shorter = std::min(record.size(), read.size());
    while (begin < shorter && same(begin, begin)) partners_[begin] = begin, ++begin;
    std::size_t end = 0;
    while (end < shorter - begin && same(record.size() - end - 1, read.size() - end - 1)) {
      ++end;
      partners_[read.size() - end] = record.size() - end;
    }
    match_between(begin, record.size() - end, read.size() - end);
  }

  [[nodiscard]] const std::vector<std::size_t>& partners() const { return partners_; }

 private:
  [[nodiscard]] bool same(std::size_t left, std::size_t right) const {
    return record_[left].words == read_[right].words;
  }

  void match_between(std::size_t begin, std::size_t record_end, std::size_t read_end) {
    const auto rows = record_end - begin;
    const auto columns = read_end - begin;
    if (rows == 0 || columns == 0 || rows * columns > k_most_pairs) return;
    std::vector<std::uint32_t> longest((rows + 1) * (columns + 1), 0);
    const auto cell = [&](std::size_t row, std::size_t column) -> std::uint32_t& {
      return longest[row * (columns + 1) + column];
    };
    for (auto row = rows; row-- > 0;) {
      for (auto column = columns; column-- > 0;) {
        cell(row, column) = same(begin + row, begin + column)
                                ? cell(row + 1, column + 1) + 1
                                : std::max(cell(row + 1, column), cell(row, column + 1));
      }
    }
    for (std::size_t row = 0, column = 0; row < rows && column < columns;) {
      if (same(begin + row, begin + column)) {
        partners_[begin + column++] = begin + row++;
      } else if (cell(row + 1, column) >= cell(row, column + 1)) {
        ++row;
      } else {
        ++column;
      }
    }
  }

  const std::vector<Token>& record_;
  const std::vector<Token>& read_;
  std::vector<std::size_t> partners_;
};

class LineMerge {
 public:
  LineMerge(const Inlines& record, const Inlines& read)
      : record_(record),
        read_(read),
        record_tokens_(tokens_of(record)),
        read_tokens_(tokens_of(read)),
        match_(record_tokens_, read_tokens_),
        is_kept_(record.size(), false) {}

  MergedLine run() {
    for (std::size_t at = 0; at < read_tokens_.size();) at = take(at);
    merged_.is_changed = true;
    find_lost();
    return std::move(merged_);
  }

 private:
  /// Takes the token at `at`, or all of what it begins; returns the next.
  std::size_t take(std::size_t at) {
    const auto partner = match_.partners()[at];
    if (partner != k_none) {
      const auto item = record_tokens_[partner].item;
      const auto length = is_text(record_[item]) ? 0 : whole_item(at, partner);
      if (length > 0) {
        is_kept_[item] = true;
        merged_.line.push_back(record_[item]);
        return at + length;
      }
    }
    const auto& item = read_[read_tokens_[at].item];
    if (is_text(item)) {
      add_words(read_tokens_[at].words);
      return at + 1;
    }
    merged_.line.push_back(item);
    auto next = at;
    while (next < read_tokens_.size() && read_tokens_[next].item == read_tokens_[at].item) ++next;
    return next;
  }

  /// Tokens of the record's item that begins at `partner`, when all of it stands at `at`; else 0.
  [[nodiscard]] std::size_t whole_item(std::size_t at, std::size_t partner) const {
    const auto item = record_tokens_[partner].item;
    if (partner > 0 && record_tokens_[partner - 1].item == item) return 0;
    std::size_t length = 0;
    while (partner + length < record_tokens_.size() &&
           record_tokens_[partner + length].item == item) {
      const auto place = at + length;
      if (place >= read_tokens_.size() || match_.partners()[place] != partner + length) return 0;
      ++length;
    }
    return length;
  }

  void add_words(const std::string& words) {
    auto& line = merged_.line;
    if (line.empty() || !is_text(line.back())) line.push_back({Inline::Kind::text, {}, {}, {}});
    line.back().value += words;
  }

  /// A term is lost where other words stand in its place; one deleted with its sentence is not.
  void find_lost() {
    for (std::size_t at = 0; at < read_tokens_.size(); ++at) {
      if (match_.partners()[at] != k_none) continue;
      const auto before = partner_near(at, false);
      const auto after = partner_near(at, true);
      while (at + 1 < read_tokens_.size() && match_.partners()[at + 1] == k_none) ++at;
      collect_lost(before, after);
    }
  }

  [[nodiscard]] std::size_t partner_near(std::size_t at, bool forward) const {
    const auto& partners = match_.partners();
    while (at < partners.size() && partners[at] == k_none) at = forward ? at + 1 : at - 1;
    if (at < partners.size()) return partners[at];
    return forward ? record_tokens_.size() : k_none;  // at - 1 runs over below the first
  }

  void collect_lost(std::size_t before, std::size_t after) {
    for (std::size_t i = before == k_none ? 0 : before;
         i < std::min(after + 1, record_tokens_.size()); ++i) {
      const auto item = record_tokens_[i].item;
      if (record_[item].kind != Inline::Kind::term || is_kept_[item]) continue;
      is_kept_[item] = true;
      merged_.lost.push_back(record_[item].shown);
    }
  }

  const Inlines& record_;
  const Inlines& read_;
  std::vector<Token> record_tokens_;
  std::vector<Token> read_tokens_;
  TokenMatch match_;
  std::vector<bool> is_kept_;  ///< of the record's items
  MergedLine merged_;
};

}  // namespace

std::string shown_words(const Inlines& line) {
  std::string words;
  for (const auto& item : line) words += shown(item);
  return words;
}

MergedLine merge_line(const LineVersions& versions) {
  if (shown_words(versions.untouched) == shown_words(versions.read)) {
    return {versions.record, false, {}};
  }
  return LineMerge(versions.record, versions.read).run();
}

}  // namespace quyche::word

#include "compare/words.hpp"

#include <algorithm>
#include <cctype>
#include <map>

#include "compare/common_runs.hpp"

namespace quyche {
namespace {

enum class Sign { letter, space, mark };

std::size_t code_length(unsigned char lead) {
  return lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
}

/// Letters beyond ASCII are letters up to U+1FFF; above stand dashes, quotation marks and the like.
Sign sign_of(std::string_view code) {
  const auto lead = static_cast<unsigned char>(code.front());
  if (lead >= 0x80U) {
    if (code == "\xC2\xA0") return Sign::space;
    return lead >= 0xC3U && lead <= 0xE1U ? Sign::letter : Sign::mark;
  }
  if (std::isspace(lead) != 0) return Sign::space;
  return std::isalnum(lead) != 0 ? Sign::letter : Sign::mark;
}

void add(std::vector<WordStretch>& out, WordStretch::Kind kind, std::string_view text) {
  if (text.empty()) return;
  if (!out.empty() && out.back().kind == kind) {
    out.back().text += text;
  } else {
    out.push_back({kind, std::string(text)});
  }
}

bool is_space(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c == ' '; });
}

/// A single space kept between two changes only tears a reworded phrase apart.
std::vector<WordStretch> joined(const std::vector<WordStretch>& stretches) {
  using Kind = WordStretch::Kind;
  std::vector<WordStretch> out;
  std::string removed;
  std::string added;
  const auto flush = [&] {
    add(out, Kind::removed, removed);
    add(out, Kind::added, added);
    removed.clear();
    added.clear();
  };
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const auto& [kind, text] = stretches[i];
    const bool inner = i > 0 && i + 1 < stretches.size() && is_space(text);
    if (kind == Kind::removed || (kind == Kind::kept && inner)) removed += text;
    if (kind == Kind::added || (kind == Kind::kept && inner)) added += text;
    if (kind != Kind::kept || inner) continue;
    flush();
    add(out, Kind::kept, text);
  }
  flush();
  return out;
}

/// From the first byte of word `from` to the first of word `to`.
std::string_view stretch(const std::vector<std::string_view>& words, std::size_t from,
                         std::size_t to) {
  if (from >= to) return {};
  const auto* begin = words[from].data();
  const auto& last = words[to - 1];
  return {begin, static_cast<std::size_t>(last.data() + last.size() - begin)};
}

}  // namespace

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  auto previous = Sign::mark;
  for (std::size_t at = 0; at < text.size();) {
    const auto length =
        std::min(code_length(static_cast<unsigned char>(text[at])), text.size() - at);
    const auto sign = sign_of(text.substr(at, length));
    if (!words.empty() && sign == previous && sign != Sign::mark) {
      words.back() = {words.back().data(), words.back().size() + length};
    } else {
      words.push_back(text.substr(at, length));
    }
    previous = sign;
    at += length;
  }
  return words;
}

std::vector<WordStretch> compare_words(std::string_view before, std::string_view after) {
  using Kind = WordStretch::Kind;
  std::vector<WordStretch> out;
  if (before == after) {
    add(out, Kind::kept, before);
    return out;
  }
  const auto old_words = split_words(before);
  const auto new_words = split_words(after);
  Numbering numbering;
  std::vector<int> left;
  std::vector<int> right;
  for (const auto word : old_words) left.push_back(numbering.of(word));
  for (const auto word : new_words) right.push_back(numbering.of(word));
  std::size_t x = 0;
  std::size_t y = 0;
  for (const auto& run : common_runs(left, right)) {
    add(out, Kind::removed, stretch(old_words, x, run.before));
    add(out, Kind::added, stretch(new_words, y, run.after));
    add(out, Kind::kept, stretch(new_words, run.after, run.after + run.length));
    x = run.before + run.length;
    y = run.after + run.length;
  }
  add(out, Kind::removed, stretch(old_words, x, old_words.size()));
  add(out, Kind::added, stretch(new_words, y, new_words.size()));
  return joined(out);
}

std::vector<std::string> phrases_of(std::string_view text) {
  constexpr std::size_t k_length = 3;
  std::vector<std::string_view> words;
  for (const auto word : split_words(text)) {
    if (word != " ") words.push_back(word);
  }
  std::vector<std::string> phrases;
  for (std::size_t i = 0; i + k_length <= words.size(); ++i) {
    std::string phrase;
    for (std::size_t j = 0; j < k_length; ++j) phrase.append(words[i + j]).append(" ");
    phrases.push_back(std::move(phrase));
  }
  return phrases;
}

double similarity(std::string_view before, std::string_view after) {
  std::map<std::string_view, int> counts;
  std::size_t all = 0;
  std::size_t common = 0;
  for (const auto word : split_words(before)) {
    if (word == " ") continue;
    ++counts[word];
    ++all;
  }
  for (const auto word : split_words(after)) {
    if (word == " ") continue;
    ++all;
    const auto found = counts.find(word);
    if (found == counts.end() || found->second == 0) continue;
    --found->second;
    ++common;
  }
  return all == 0 ? 1.0 : 2.0 * static_cast<double>(common) / static_cast<double>(all);
}

}  // namespace quyche

#include "model/word/blank_pattern.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "model/word/document_words.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::word {
namespace {

constexpr std::size_t k_longest_bracket = 120;
constexpr std::size_t k_context = 200;
constexpr std::size_t k_most_words = 6;
constexpr std::size_t k_usual_words = 3;

/// Where words about a blank must begin after: punctuation, marks, line ends.
constexpr std::array<std::string_view, 14> k_stops{".",
                                                   ",",
                                                   ";",
                                                   ":",
                                                   "[",
                                                   "]",
                                                   "/",
                                                   "\"",
                                                   "\n",
                                                   "\t",
                                                   "\xE2\x80\x9C",
                                                   "\xE2\x80\x9D",
                                                   "\xE2\x80\xA6",
                                                   k_mark};

bool is_stop(std::string_view character) {
  return std::find(k_stops.begin(), k_stops.end(), character) != k_stops.end();
}

/// After the last bracket that has no partner ("b) Trưởng thôn", "(sau đây gọi là …"), and without
/// dashes and small words in front ("là đồng chí").
std::string telling(std::string words) {
  const bool is_paired =
      std::count(words.begin(), words.end(), '(') == std::count(words.begin(), words.end(), ')');
  if (!is_paired) words.erase(0, words.find_last_of("()") + 1);
  words.erase(0, std::min(words.find_first_not_of(" -+"), words.size()));
  for (auto space = words.find(' '); space != std::string::npos; space = words.find(' ')) {
    if (!contains(document_words().small_words, lower(words.substr(0, space)))) break;
    words.erase(0, space + 1);
  }
  return words;
}

/// A run of dots and ellipses, or of underscores, with the spaces between them; `weight` counts
/// dots.
struct Run {
  std::size_t end = 0;
  std::size_t weight = 0;
};

/// One dot after an ellipsis is the full stop of the sentence.
Run without_stop(std::string_view text, const Run& run) {
  const bool has_stop = run.weight > 3 && text.substr(0, run.end).ends_with("\xE2\x80\xA6.");
  return has_stop ? Run{run.end - 1, run.weight - 1} : run;
}

Run dotted_run(std::string_view text, std::size_t at) {
  Run run{at, 0};
  if (text[at] == '_') {
    run.end = std::min(text.find_first_not_of('_', at), text.size());
    run.weight = 2 * (run.end - at);
    return run;
  }
  for (std::size_t next = at; next < text.size();) {
    if (text[next] == '.') {
      run = {next + 1, run.weight + 1};
    } else if (text.substr(next, k_ellipsis.size()) == k_ellipsis) {
      run = {next + k_ellipsis.size(), run.weight + 3};
    } else if (text[next] != ' ' || run.weight < 3) {
      break;
    } else {
      // A space joins two long runs, never a blank and the full stop of the next word.
      const auto after = text.find_first_not_of(' ', next);
      if (after == std::string_view::npos) break;
      const auto more = text.substr(after, 3);
      if (more != "..." && more != k_ellipsis) break;
      next = after;
      continue;
    }
    next = run.end;
  }
  return without_stop(text, run);
}

/// Three dots are a blank where a word asks for one, an ellipsis where a list goes on.
bool short_run_is_blank(std::string_view text, std::size_t from, std::size_t to) {
  const char after = to < text.size() ? text[to] : '\0';
  const char before = from > 0 ? text[from - 1] : '\0';
  if (after == '/' || after == '-' || before == '/') return true;
  if (before != ' ') return false;
  const auto lead = trimmed(text.substr(0, from));
  return !lead.empty() &&
         (is_letter_at(lead, lead.size() - 1) ||
          (static_cast<unsigned char>(lead.back()) & 0x80U) != 0 || lead.back() == ':');
}

bool is_blank_run(std::string_view text, std::size_t from, const Run& run) {
  if (run.weight < 3) return false;
  // "v.v...." and the like: dots right after an abbreviation.
  if (from >= 2 && text[from - 1] == 'v' && text[from - 2] == '.') return false;
  return run.weight > 3 || short_run_is_blank(text, from, run.end);
}

/// "[Tên thôn]", "[...]"; `found` is set when there is one.
bool bracket_blank(std::string_view text, std::size_t at, BlankSpan& found) {
  const auto close = text.substr(0, at + k_longest_bracket).find(']', at);
  if (close == std::string_view::npos) return false;
  const auto inner = trimmed(text.substr(at + 1, close - at - 1));
  if (inner.find('[') != std::string_view::npos) return false;
  found = {at, close + 1, BlankSpan::Kind::words, std::string(inner)};
  for (std::size_t place = 0; place < inner.size(); ++place) {
    if (is_letter_at(inner, place)) return true;
  }
  found.kind = BlankSpan::Kind::open;
  found.words = words_before(text, at);
  return !inner.empty() && dotted_run(inner, 0).end == inner.size();
}

/// "{{ name }}".
bool name_blank(std::string_view text, std::size_t at, BlankSpan& found) {
  const auto close = text.substr(0, at + k_longest_bracket).find("}}", at);
  if (close == std::string_view::npos) return false;
  const auto inner = trimmed(text.substr(at + 2, close - at - 2));
  found = {at, close + 2, BlankSpan::Kind::name, std::string(inner)};
  return !inner.empty();
}

bool lies_between(std::string_view text, const BlankSpan& left, const BlankSpan& right,
                  const std::string& word) {
  return left.kind == BlankSpan::Kind::open && right.kind == BlankSpan::Kind::open &&
         lower(trimmed(text.substr(left.to, right.from - left.to))) == word;
}

/// ngày … tháng … năm … is one blank: a date.
void join_dates(std::string_view text, std::vector<BlankSpan>& blanks) {
  const auto& words = document_words();
  for (std::size_t day = 0; day + 2 < blanks.size(); ++day) {
    auto& first = blanks[day];
    const bool is_date = lies_between(text, first, blanks[day + 1], words.month) &&
                         lies_between(text, blanks[day + 1], blanks[day + 2], words.year);
    const auto lead = without_tail(text.substr(0, first.from), "");
    if (!is_date || lead.size() < words.day.size()) continue;
    const auto from = lead.size() - words.day.size();
    if (lower(lead.substr(from)) != words.day) continue;
    first = {from, blanks[day + 2].to, BlankSpan::Kind::date, first.words};
    blanks.erase(blanks.begin() + static_cast<std::ptrdiff_t>(day) + 1,
                 blanks.begin() + static_cast<std::ptrdiff_t>(day) + 3);
  }
}

/// Words since the last stop, in order, each with what stands before it.
std::vector<std::string_view> words_since_stop(std::string_view before) {
  std::size_t from = before.size();
  while (from > 0) {
    std::size_t character = from - 1;
    while (character > 0 && (static_cast<unsigned char>(before[character]) & 0xC0U) == 0x80U) {
      --character;
    }
    if (is_stop(before.substr(character, from - character))) break;
    from = character;
  }
  std::vector<std::string_view> words;
  for (auto rest = trimmed(before.substr(from)); !rest.empty();) {
    const auto end = std::min(rest.find(' '), rest.size());
    words.push_back(rest.substr(0, end));
    rest = trimmed(rest.substr(end));
  }
  return words;
}

}  // namespace

std::string words_before(std::string_view text, std::size_t at) {
  const auto lead = without_tail(text.substr(0, at), "");
  auto before = without_tail(lead, ":");
  const bool is_heading = before.size() < lead.size();
  if (before.size() > k_context) before.remove_prefix(before.size() - k_context);
  const auto words = words_since_stop(before);
  // Words before a colon are one name; elsewhere a name begins after the last small word.
  std::size_t taken = 0;
  bool is_telling = false;
  while (taken < words.size() && taken < k_most_words) {
    const bool is_small =
        contains(document_words().small_words, lower(words[words.size() - taken - 1]));
    if (is_small && is_telling && !is_heading) break;
    is_telling = is_telling || !is_small;
    ++taken;
  }
  const bool is_cut = taken == k_most_words && taken < words.size();
  if (is_cut) taken = k_usual_words;
  std::string name;
  for (auto word = words.end() - static_cast<std::ptrdiff_t>(taken); word != words.end(); ++word) {
    name.append(name.empty() ? "" : " ").append(*word);
  }
  return telling(name);
}

std::vector<BlankSpan> find_blanks(std::string_view text) {
  std::vector<BlankSpan> blanks;
  for (std::size_t at = 0; at < text.size();) {
    BlankSpan found;
    bool is_blank = false;
    std::size_t next = at + 1;
    if (text[at] == '[') {
      is_blank = bracket_blank(text, at, found);
    } else if (text.substr(at, 2) == "{{") {
      is_blank = name_blank(text, at, found);
    } else if (text[at] == '.' || text[at] == '_' || text.substr(at, 3) == k_ellipsis) {
      const auto run = dotted_run(text, at);
      is_blank = is_blank_run(text, at, run);
      if (is_blank) found = {at, run.end, BlankSpan::Kind::open, words_before(text, at)};
      next = std::max(run.end, next);
    }
    if (is_blank) {
      next = found.to;
      blanks.push_back(std::move(found));
    }
    at = next;
  }
  join_dates(text, blanks);
  return blanks;
}

}  // namespace quyche::word

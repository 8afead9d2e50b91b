#include "base/messages.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "base/text.hpp"

namespace quyche {

extern const std::string_view k_messages_table;  // made from messages.tsv by embed_messages.cmake

namespace {

struct Wording {
  std::string_view vietnamese;
  std::string_view english;
};
constexpr std::string_view k_kind = ":kind";
constexpr std::size_t k_indent = 2;
constexpr std::size_t k_excerpt_columns = 96;  // what a terminal shows on one line

/// Takes the text up to `end` off the front of `rest`.
std::string_view cut(std::string_view& rest, char end) {
  const auto at = std::min(rest.find(end), rest.size());
  const auto piece = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return piece;
}

std::string_view code_of(std::string_view line) { return cut(line, '\t'); }

/// Lines of the table by their code. Nobody asks for most of them, so that they are not taken
/// apart.
std::vector<std::string_view> read_lines(std::string_view rest) {
  std::vector<std::string_view> lines;
  cut(rest, '\n');  // the headings
  while (!rest.empty()) lines.push_back(cut(rest, '\n'));
  std::stable_sort(lines.begin(), lines.end(), [](std::string_view left, std::string_view right) {
    return code_of(left) < code_of(right);
  });
  return lines;
}

std::optional<Wording> find_wording(std::string_view code) {
  static const auto lines = read_lines(k_messages_table);
  const auto at = std::lower_bound(
      lines.begin(), lines.end(), code,
      [](std::string_view line, std::string_view wanted) { return code_of(line) < wanted; });
  if (code.empty() || at == lines.end() || code_of(*at) != code) return std::nullopt;
  auto line = *at;
  cut(line, '\t');
  const auto vietnamese = cut(line, '\t');
  const auto english = cut(line, '\t');
  if (vietnamese.empty()) return std::nullopt;
  return Wording{vietnamese, english.empty() ? vietnamese : english};
}

/// What stands for an argument at the start of a text.
struct Placeholder {
  std::size_t index = 0;
  std::size_t length = 0;  ///< 0: none stands there
  bool is_kind = false;
};

/// "{0}", or "{0:kind}" for kinds of values in the words of the reader.
Placeholder placeholder(std::string_view text) {
  const auto close = text.find('}');
  if (text.empty() || text.front() != '{' || close == text.npos) return {};
  auto name = text.substr(1, close - 1);
  Placeholder found;
  found.is_kind = name.ends_with(k_kind);
  if (found.is_kind) name.remove_suffix(k_kind.size());
  const auto* end = name.data() + name.size();
  const auto read = std::from_chars(name.data(), end, found.index);
  if (name.size() > 2 || read.ec != std::errc() || read.ptr != end) return {};
  found.length = close + 1;
  return found;
}

/// "string, number" → "chữ hoặc số"; what is no kind stays.
std::string kind_words(std::string_view kinds, Language language) {
  std::string out;
  while (!kinds.empty()) {
    const std::string kind(cut(kinds, ','));
    if (kinds.starts_with(' ')) kinds.remove_prefix(1);
    const auto code = "kind." + kind;
    auto word = has_sentence(code) ? sentence({code, {}}, language) : kind;
    const auto* joint = kinds.empty() ? "kind-list.last" : "kind-list.next";
    out = out.empty() ? std::move(word) : sentence({joint, {out, std::move(word)}}, language);
  }
  return out;
}

std::string fill(std::string_view pattern, const std::vector<std::string>& arguments,
                 Language language) {
  std::string out;
  while (!pattern.empty()) {
    const auto [index, length, is_kind] = placeholder(pattern);
    if (length > 0 && index < arguments.size()) {
      out += is_kind ? kind_words(arguments[index], language) : arguments[index];
      pattern.remove_prefix(length);
    } else if (pattern.starts_with("\\n")) {  // a line break: the table has one sentence a line
      out += '\n';
      pattern.remove_prefix(2);
    } else {
      out += pattern.front();
      pattern.remove_prefix(1);
    }
  }
  return out;
}

std::string bare(const Text& text) {
  std::string out = text.code;
  for (std::size_t i = 0; i < text.arguments.size(); ++i) {
    out += (i == 0 ? " (" : ", ") + text.arguments[i];
  }
  return text.arguments.empty() ? out : out + ")";
}

/// What a clerk calls a part of a document: "word/header2.xml" is header 2; else the name as it is.
std::string part_words(const std::string& value, Language language) {
  std::string_view name = value;
  name.remove_prefix(name.rfind('/') + 1);  // none: npos + 1 is 0
  name = name.substr(0, name.find('.'));
  const auto letters = std::min(name.find_last_not_of("0123456789") + 1, name.size());
  const auto code = "place.part." + std::string(name.substr(0, letters));
  if (!has_sentence(code)) return sentence({"place.part", {value}}, language);
  const auto words = sentence({code, {}}, language);
  return letters == name.size() ? words : words + ' ' + std::string(name.substr(letters));
}

std::string step_words(const PlaceStep& step, Language language) {
  constexpr std::array k_codes{"place.part",  "place.sheet",     "place.cell",   "place.paragraph",
                               "place.table", "place.row",       "place.column", "place.line",
                               "place.field", "place.provision", "place.entry"};
  if (step.kind == PlaceStep::Kind::part) return part_words(step.value, language);
  return sentence({k_codes.at(static_cast<std::size_t>(step.kind)), {step.value}}, language);
}

/// An excerpt that fits a line, with its mark in columns.
struct Line {
  std::string text;
  std::size_t column = 0;
  std::size_t length = 0;
};

Line line_of(const Place& place) {
  const std::string_view excerpt = place.excerpt;
  const auto from = std::min(place.column, excerpt.size());
  const auto length = std::min(place.length, excerpt.size() - from);
  Line line{place.excerpt, columns(excerpt.substr(0, from)), columns(excerpt.substr(from, length))};
  const std::size_t least = place.length > 0 ? 1 : 0;  // a mark behind the last letter stays
  line.length = std::max(line.length, least);
  const auto all = columns(excerpt);
  if (all <= k_excerpt_columns) return line;

  // A whole paragraph, or a whole XML part on one line: show what stands about the mark.
  const auto lead = k_excerpt_columns / 3;
  const auto last = all - k_excerpt_columns;
  const auto start = std::min(line.column > lead ? line.column - lead : 0, last);
  line.text = column_range(excerpt, start, k_excerpt_columns);
  line.length = std::max(std::min(line.length, start + k_excerpt_columns - line.column), least);
  line.column -= start;
  if (start > 0) {
    line.text.insert(0, "…");
    line.column += 1;
  }
  if (start < last) line.text += "…";
  return line;
}

/// The excerpt and, when something is marked, the caret line without its end.
std::string excerpt_lines(const Place& place) {
  const auto line = line_of(place);
  std::string out = std::string(k_indent, ' ') + printable(line.text);
  if (line.length == 0) return out;
  return out + "\n" + std::string(k_indent + line.column, ' ') + "^" +
         std::string(line.length - 1, '~');
}

std::string severity_word(Severity severity, Language language) {
  constexpr std::array k_codes{"severity.note", "severity.warning", "severity.error"};
  return sentence({k_codes.at(static_cast<std::size_t>(severity)), {}}, language);
}

}  // namespace

std::string sentence(const Text& text, Language language) {
  const auto wording = find_wording(text.code);
  if (!wording) return bare(text);
  return fill(language == Language::english ? wording->english : wording->vietnamese,
              text.arguments, language);
}

std::string vietnamese(const std::string& code, std::vector<std::string> arguments) {
  return sentence({code, std::move(arguments)}, Language::vietnamese);
}

std::string address(const Place& place, Language language) {
  std::string out = place.file;
  for (const auto& step : place.steps) {
    if (!out.empty()) out += " › ";
    out += step_words(step, language);
  }
  return out;
}

bool has_sentence(std::string_view code) { return find_wording(code).has_value(); }

std::string show(const Diagnostic& finding, Language language) {
  std::string out = printable(address(finding.place, language));
  if (!out.empty()) out += "\n";
  out += severity_word(finding.severity, language) + ": " +
         printable(sentence(finding.message, language)) + " [" + printable(finding.message.code) +
         "]";
  const bool excerpt = !finding.place.excerpt.empty();
  if (excerpt) out.append("\n").append(excerpt_lines(finding.place));
  bool beside_mark = excerpt && finding.place.length > 0;
  for (const auto& hint : finding.hints) {
    if (beside_mark) {
      out += "  ";
    } else {
      out.append("\n").append(k_indent, ' ').append("→ ");
    }
    out += printable(sentence(hint, language));
    beside_mark = false;
  }
  return out;
}

int exit_code(const Diagnostic& finding) {
  constexpr std::array<std::pair<std::string_view, int>, 4> k_families{
      {{"plugin.", 4}, {"file.", 5}, {"usage.", 2}, {"bug.", 70}}};
  for (const auto& [family, code] : k_families) {
    if (finding.message.code.starts_with(family)) return code;
  }
  return 1;
}

}  // namespace quyche

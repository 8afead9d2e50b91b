#include "model/word/numbering_labels.hpp"

#include <algorithm>
#include <string_view>

#include "base/number.hpp"
#include "base/text.hpp"
#include "model/word/xml_names.hpp"

namespace quyche::word {
namespace {

constexpr int k_word_limit = 32'767;  // Word's own limit
constexpr std::size_t k_label_text = 200;

/// a … z, aa, bb, … as Word counts; f, j, w, z included.
std::string latin_letters(int number) {
  const auto letter = static_cast<char>('a' + (number - 1) % 26);
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1), letter);
}

std::string counted(int number, std::string_view format) {
  if (format == "none" || format == "bullet") return {};
  if (format == "decimalZero") return two_digits(number);
  const bool is_letter = format == "lowerLetter" || format == "upperLetter";
  if (is_letter && number >= 1 && number <= 780) {
    return format == "lowerLetter" ? latin_letters(number) : upper(latin_letters(number));
  }
  const bool is_roman = format == "upperRoman" || format == "lowerRoman";
  if (is_roman && number >= 1 && number <= 3999) {
    return format == "upperRoman" ? roman(number) : lower(roman(number));
  }
  return std::to_string(number);
}

}  // namespace

NumberingLabels::Level NumberingLabels::read_level(pugi::xml_node node) {
  Level level;
  for (const auto item : node.children()) {
    const auto name = element(item);
    const auto value = attribute(item, "val");
    if (name == "start") level.start = bounded(value, 1, k_word_limit);
    if (name == "numFmt") level.format = value;
    if (name == "lvlText") level.text = normalise(value.substr(0, k_label_text));
    if (name == "pStyle") level.style = value;
    if (name == "lvlRestart") level.restart_after = bounded(value, 0, k_levels);
    if (name == "isLgl") level.legal = is_on(item);
  }
  return level;
}

void NumberingLabels::read_list(pugi::xml_node node, List& list) {
  list.style_link = attribute(child(node, "numStyleLink"), "val");
  for (const auto item : node.children()) {
    if (element(item) != "lvl") continue;
    const auto level = static_cast<std::size_t>(bounded(attribute(item, "ilvl"), 0, k_levels - 1));
    list.levels[level] = read_level(item);
  }
}

void NumberingLabels::read_number(pugi::xml_node node) {
  Number number;
  number.list = bounded(attribute(child(node, "abstractNumId"), "val"), -1, 1'000'000);
  for (const auto item : node.children()) {
    if (element(item) != "lvlOverride") continue;
    const int level = bounded(attribute(item, "ilvl"), 0, k_levels - 1);
    if (const auto start = child(item, "startOverride")) {
      number.starts[level] = bounded(attribute(start, "val"), 1, k_word_limit);
    }
    if (const auto own = child(item, "lvl")) number.levels[level] = read_level(own);
  }
  numbers_.emplace(bounded(attribute(node, "numId"), 0, 1'000'000), std::move(number));
}

NumberingLabels::NumberingLabels(pugi::xml_node root, const WordStyles& styles) {
  for (const auto node : root.children()) {
    if (element(node) == "abstractNum") {
      read_list(node, lists_[bounded(attribute(node, "abstractNumId"), -1, 1'000'000)]);
    } else if (element(node) == "num") {
      read_number(node);
    }
  }
  // A list that is only a link to a numbering style counts as the list of that style.
  for (auto& [id, number] : numbers_) {
    const auto list = lists_.find(number.list);
    if (list == lists_.end() || list->second.style_link.empty()) continue;
    const auto linked = numbers_.find(styles.of(list->second.style_link).number_id.value_or(0));
    if (linked != numbers_.end()) number.list = linked->second.list;
  }
}

const NumberingLabels::Level& NumberingLabels::level_of(const List& list, const Number& number,
                                                        int level) {
  const auto own = number.levels.find(level);
  return own != number.levels.end() ? own->second : list.levels[static_cast<std::size_t>(level)];
}

void NumberingLabels::count(List& list, const Number& number, int number_id, int level) {
  const auto place = static_cast<std::size_t>(level);
  const auto own_start = number.starts.find(level);
  if (own_start != number.starts.end() && started_.emplace(number_id, level).second) {
    list.counts[place] = own_start->second;
  } else if (list.counts[place]) {
    list.counts[place] = std::min(*list.counts[place] + 1, k_word_limit);
  } else {
    list.counts[place] = level_of(list, number, level).start;
  }
  for (int deeper = level + 1; deeper < k_levels; ++deeper) {
    const auto restart = level_of(list, number, deeper).restart_after;
    if (!restart || (*restart != 0 && level < *restart)) {
      list.counts[static_cast<std::size_t>(deeper)].reset();
    }
  }
}

std::string NumberingLabels::label(const List& list, const Number& number, int level) {
  const auto& own = level_of(list, number, level);
  if (own.format == "bullet") return "-";
  std::string text;
  for (std::size_t at = 0; at < own.text.size(); ++at) {
    const bool is_slot = own.text[at] == '%' && at + 1 < own.text.size() &&
                         own.text[at + 1] >= '1' && own.text[at + 1] <= '9';
    if (!is_slot) {
      text += own.text[at];
      continue;
    }
    const int shown = own.text[++at] - '1';
    const auto& shown_level = level_of(list, number, shown);
    const int value = list.counts[static_cast<std::size_t>(shown)].value_or(shown_level.start);
    text += counted(value, own.legal ? "decimal" : std::string_view(shown_level.format));
  }
  return squeeze(text);
}

std::string NumberingLabels::next(int number_id, std::optional<int> level,
                                  const std::string& style_id) {
  const auto number = numbers_.find(number_id);
  if (number == numbers_.end()) return {};
  const auto list = lists_.find(number->second.list);
  if (list == lists_.end()) return {};
  int place = level.value_or(0);
  for (int tied = 0; !level && !style_id.empty() && tied < k_levels; ++tied) {
    if (level_of(list->second, number->second, tied).style == style_id) place = tied;
  }
  count(list->second, number->second, number_id, place);
  return label(list->second, number->second, place);
}

}  // namespace quyche::word

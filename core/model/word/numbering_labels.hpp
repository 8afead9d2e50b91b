#pragma once
// The numbers Word itself puts before paragraphs, computed as Word shows them: "Điều 3.", "2.",
// "b)". Counts along the document, so ask once a paragraph, in order. Used by word_paragraphs.

#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <utility>

#include "model/word/word_styles.hpp"

namespace quyche::word {

class NumberingLabels {
 public:
  NumberingLabels() = default;
  /// `root`: w:numbering, or an empty node.
  NumberingLabels(pugi::xml_node root, const WordStyles& styles);

  /// The label of the next paragraph of list `number_id`, "-" for a bullet, empty for none.
  /// `style_id` decides the level when a list is tied to styles and `level` is not given.
  [[nodiscard]] std::string next(int number_id, std::optional<int> level,
                                 const std::string& style_id);

 private:
  static constexpr int k_levels = 9;
  struct Level {
    int start = 1;
    std::string format = "decimal";
    std::string text;   ///< "Điều %1."
    std::string style;  ///< paragraph style tied to this level
    std::optional<int> restart_after;
    bool legal = false;  ///< all numbers of the label in decimal
  };
  struct List {
    std::array<Level, k_levels> levels;
    std::array<std::optional<int>, k_levels> counts;
    std::string style_link;
  };
  struct Number {
    int list = 0;
    std::map<int, int> starts;
    std::map<int, Level> levels;
  };

  static Level read_level(pugi::xml_node node);
  static void read_list(pugi::xml_node node, List& list);
  void read_number(pugi::xml_node node);
  void count(List& list, const Number& number, int number_id, int level);
  [[nodiscard]] static const Level& level_of(const List& list, const Number& number, int level);
  [[nodiscard]] static std::string label(const List& list, const Number& number, int level);

  std::map<int, List> lists_;
  std::map<int, Number> numbers_;
  std::set<std::pair<int, int>> started_;  ///< (number id, level) whose own start was used
};

}  // namespace quyche::word

#include "compare/words.hpp"

#include <random>

#include "compare/common_runs.hpp"
#include "support/catch.hpp"

using namespace quyche;

namespace {

using Kind = WordStretch::Kind;
using Stretches = std::vector<WordStretch>;

std::string side(const Stretches& stretches, Kind own) {
  std::string out;
  for (const auto& [kind, text] : stretches) {
    if (kind == own || kind == Kind::kept) out += text;
  }
  return out;
}

/// Length of the longest common subsequence, by the textbook table.
std::size_t longest(const std::vector<int>& left, const std::vector<int>& right) {
  std::vector<std::vector<std::size_t>> table(left.size() + 1,
                                              std::vector<std::size_t>(right.size() + 1, 0));
  for (std::size_t i = 1; i <= left.size(); ++i) {
    for (std::size_t j = 1; j <= right.size(); ++j) {
      table[i][j] = left[i - 1] == right[j - 1] ? table[i - 1][j - 1] + 1
                                                : std::max(table[i - 1][j], table[i][j - 1]);
    }
  }
  return table[left.size()][right.size()];
}

std::vector<int> random_numbers(std::mt19937& random, std::size_t most) {
  std::vector<int> numbers(random() % (most + 1));
  for (auto& number : numbers) number = static_cast<int>(random() % 4);
  return numbers;
}

}  // namespace

TEST_CASE("common runs are as long as the textbook's longest common subsequence", "[compare]") {
  std::mt19937 random(20180605);
  for (int round = 0; round < 2'000; ++round) {
    const auto left = random_numbers(random, 24);
    const auto right = random_numbers(random, 24);
    std::size_t length = 0;
    std::size_t x = 0;
    std::size_t y = 0;
    for (const auto& run : common_runs(left, right)) {
      REQUIRE(run.before >= x);
      REQUIRE(run.after >= y);
      for (std::size_t i = 0; i < run.length; ++i) {
        REQUIRE(left[run.before + i] == right[run.after + i]);
      }
      x = run.before + run.length;
      y = run.after + run.length;
      length += run.length;
    }
    REQUIRE(length == longest(left, right));
  }
}

TEST_CASE("a syllable is a word, a mark another, the space between a third", "[compare]") {
  const std::vector<std::string_view> expected{"Khoản", " ", "2", ",", " ",   "“",
                                               "thôn",  "”", ":", " ", "Điều"};
  CHECK(split_words("Khoản 2, “thôn”: Điều") == expected);
  CHECK(split_words("").empty());
}

TEST_CASE("reworded phrases stand together, the rest is kept", "[compare]") {
  const Stretches expected{{Kind::kept, "Chi bộ họp "},
                           {Kind::removed, "hằng tháng"},
                           {Kind::added, "mỗi quý"},
                           {Kind::kept, " một lần."}};
  CHECK(compare_words("Chi bộ họp hằng tháng một lần.", "Chi bộ họp mỗi quý một lần.") == expected);
}

TEST_CASE("both wordings can be read from the stretches, byte for byte", "[compare]") {
  const std::vector<std::string> pieces{"chi bộ", " ", "thôn", ", ", "Điều 7", "\n", ".", "“khu”"};
  std::mt19937 random(7);
  for (int round = 0; round < 1'000; ++round) {
    std::string before;
    std::string after;
    for (unsigned i = static_cast<unsigned>(random() % 20); i > 0; --i)
      before += pieces[random() % pieces.size()];
    for (unsigned i = static_cast<unsigned>(random() % 20); i > 0; --i)
      after += pieces[random() % pieces.size()];
    const auto stretches = compare_words(before, after);
    REQUIRE(side(stretches, Kind::removed) == before);
    REQUIRE(side(stretches, Kind::added) == after);
  }
}

TEST_CASE("likeness counts shared words", "[compare]") {
  CHECK(similarity("một hai ba bốn", "một hai năm sáu") == Approx(0.5));
  CHECK(similarity("một", "một") == Approx(1.0));
  CHECK(similarity("một", "hai") == Approx(0.0));
}

#include "model/word/sequence.hpp"

#include "support/catch.hpp"

using namespace quyche;
using namespace quyche::word;

namespace {

/// Takes all letters; each out of order is shown with the place that was expected.
std::string taken(const std::vector<std::string>& letters) {
  Sequence sequence;
  std::string out;
  for (const auto& letter : letters) {
    if (const auto expected = sequence.take(letter, std::nullopt)) {
      out += letter + " instead of " + std::to_string(*expected) + "; ";
    }
  }
  return out + std::to_string(sequence.last());
}

}  // namespace

TEST_CASE("Vietnamese letters follow each other, Latin ones are reported once", "[model]") {
  CHECK(taken({"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k"}) == "10");
  CHECK(taken({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}) == "e instead of 5; 10");
  CHECK(taken({"a", "b", "d"}) == "d instead of 3; 4");
  CHECK(taken({"b"}) == "b instead of 1; 2");
}

TEST_CASE("only what may follow is taken for a letter of the run", "[model]") {
  Sequence sequence;
  CHECK(sequence.allows("a"));
  CHECK_FALSE(sequence.allows("i"));
  CHECK_FALSE(sequence.allows("x"));
  for (const char* letter : {"a", "b", "c", "d", "đ", "e", "g", "h"}) {
    (void)sequence.take(letter, std::nullopt);
  }
  CHECK(sequence.allows("i"));
  CHECK_FALSE(sequence.allows("ii"));
  CHECK(sequence.allows("a"));
}

TEST_CASE("a number far away begins no clause", "[model]") {
  Sequence sequence;
  CHECK(sequence.allows(1));
  CHECK(sequence.allows(3));
  CHECK_FALSE(sequence.allows(30));
  CHECK_FALSE(sequence.allows(0));
}

TEST_CASE("the second wording of an alternative repeats numbers", "[model]") {
  Sequence sequence;
  const Condition separate{"leadership_model", "separate", false};
  const Condition concurrent{"leadership_model", "concurrent", false};
  CHECK_FALSE(sequence.take(1, std::nullopt));
  CHECK_FALSE(sequence.take(2, separate));
  CHECK_FALSE(sequence.take(2, concurrent));
  CHECK_FALSE(sequence.take(3, std::nullopt));
  CHECK(sequence.take(3, std::nullopt) == 4);
}

#include "localise/seating.hpp"

#include "support/catch.hpp"
#include "support/provisions.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

using Ids = std::vector<std::string>;

std::vector<Provision> two_articles() {
  return {article("a1", {clause("k1"), clause("k2", {point("p1")})}), article("a2")};
}

}  // namespace

TEST_CASE("a body taken from its seats untouched is what it was", "[localise]") {
  Seating seating(two_articles());
  CHECK(seating.ids() == Ids{"a1", "k1", "k2", "p1", "a2"});
  CHECK(seating.take() == two_articles());
}

TEST_CASE("provisions come before, after, below and in place of a seat", "[localise]") {
  Seating seating(two_articles());
  seating.insert_before(*seating.find("k1"), {clause("k0")});
  seating.insert_after(*seating.find("k1"), {clause("x"), clause("y", {point("q")})});
  seating.append(*seating.find("a2"), {clause("last")});
  seating.replace(*seating.find("k2"), {clause("k2", {point("p2")})});
  CHECK(seating.take() ==
        std::vector<Provision>{
            article("a1", {clause("k0"), clause("k1"), clause("x"), clause("y", {point("q")}),
                           clause("k2", {point("p2")})}),
            article("a2", {clause("last")})});
}

TEST_CASE("what is removed is found no more, nor what stood below it", "[localise]") {
  Seating seating(two_articles());
  seating.remove(*seating.find("k2"));
  CHECK(seating.find("k2") == nullptr);
  CHECK(seating.find("p1") == nullptr);
  CHECK(seating.ids() == Ids{"a1", "k1", "a2"});
}

#include "meeting/papers/paper_values.hpp"

#include "support/catch.hpp"

using quyche::meeting::signing_office;

TEST_CASE("who holds several posts signs in the one of the body", "[meeting]") {
  CHECK(signing_office("Bí thư chi bộ", true) == "Bí thư");
  CHECK(signing_office("Bí thư Chi bộ", true) == "Bí thư");
  CHECK(signing_office("Trưởng thôn, Bí thư chi bộ", true) == "Bí thư");
  CHECK(signing_office("Bí thư chi bộ kiêm trưởng thôn", true) == "Bí thư");
  CHECK(signing_office("Phó bí thư chi bộ", true) == "Phó bí thư");
  CHECK(signing_office("Trưởng thôn, Bí thư chi bộ", false) == "Trưởng thôn");
  CHECK(signing_office("Bí thư chi bộ, Trưởng thôn", false) == "Trưởng thôn");
  CHECK(signing_office("Trưởng ban công tác Mặt trận", false) == "Trưởng ban công tác Mặt trận");
  CHECK(signing_office("", true) == "");
}

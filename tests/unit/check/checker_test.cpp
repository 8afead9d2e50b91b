#include "check/checker.hpp"

#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/damaged_paper.hpp"
#include "support/format_profiles.hpp"
#include "support/sample_regulation.hpp"

using namespace quyche;

namespace {

std::string checked(const std::vector<Part>& parts, const std::string& profile = {}) {
  std::string chosen;
  return shown(check::check_document(sample::packed(parts), "a.docx", sample::format_profiles(),
                                     profile, chosen));
}

}  // namespace

TEST_CASE("a filled paper that quyche made has no finding", "[check]") {
  for (const char* profile : {"party-hd05", "party-hd11", "party-hd36"}) {
    CHECK(checked(sample::party_paper(profile)) == "");
  }
  CHECK(checked(sample::state_paper()) == "");
}

TEST_CASE("papers typed in other programs by the rules have no finding", "[check]") {
  CHECK(checked(sample::tabbed_paper()) == "");
  CHECK(checked(sample::tabled_paper()) == "");
}

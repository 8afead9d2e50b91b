#include "docx/provision_mark.hpp"

#include "support/catch.hpp"

using namespace quyche;

TEST_CASE("a provision's bookmark is its id, relative where Word could not keep it", "[docx]") {
  ProvisionMarks marks;
  CHECK(marks.enter("secretary_duties") == "qp_secretary_duties");
  CHECK(marks.enter("secretary_duties.cell_matters") == "qp_secretary_duties__cell_matters");
  CHECK(marks.enter("secretary_duties.cell_matters.personnel") == "qp___personnel");
  marks.leave();
  CHECK(marks.enter("secretary_duties.cell_matters.fees") ==
        "qp_secretary_duties__cell_matters__fees");
  marks.leave();
  marks.leave();
  CHECK(marks.enter("secretary_duties.meeting_matters") == "qp_secretary_duties__meeting_matters");
  CHECK(marks.enter("secretary_duties.meeting_matters.personnel") == "qp___personnel_r2");
}

TEST_CASE("an id of other signs gets a name all the same", "[docx]") {
  ProvisionMarks marks;
  CHECK(marks.enter("a-b") == "qp_a_b");
  CHECK(marks.enter("a_b") == "qp_a_b_r2");
  CHECK(marks.enter("x234567890123456789012345678901234567890") ==
        "qp_x234567890123456789012345678901234567");
}

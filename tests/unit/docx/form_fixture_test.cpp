// Documents that Word's rules and two versions of LibreOffice have made: what stands in their
// blanks, written down from their XML by hand. They lie outside the tree; QUYCHE_SHARED says where.

#include <cstdlib>

#include "base/environment.hpp"
#include "docx/form.hpp"
#include "support/catch.hpp"
#include "support/form_file.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

using Lines = std::vector<std::string>;

// The bytes of a fixture; empty (with a notice) where there are none.
std::string fixture(const std::string& name) {
  const char* shared = std::getenv("QUYCHE_SHARED");
  const std::string path = std::string(shared == nullptr ? "" : shared) + "/fixtures/" + name;
  if (shared != nullptr && *shared != '\0' && DiskFiles().exists(path)) {
    return DiskFiles().read(path);
  }
  WARN("không có QUYCHE_SHARED/fixtures/" << name << ": bỏ qua");
  return {};
}

// All blanks of the fixture filled and read again.
Lines refilled(const std::string& bytes) {
  const Form form(bytes, "fixture.docx");
  Values values;
  for (const auto& blank : form.blanks()) values[blank.field] = "Đ & < \"" + blank.field;
  return blank_lines(Form(filled(form, values), "again.docx"));
}

const Lines k_safe_refilled{
    "don_vi: Đ & < \"don_vi", "so: Đ & < \"so",           "ngay: Đ & < \"ngay",
    "loai: Đ & < \"loai",     "dong_y: Đ & < \"dong_y",   "tv1_ten: Đ & < \"tv1_ten",
    "tv1_cv: Đ & < \"tv1_cv", "tv2_ten: Đ & < \"tv2_ten", "tv2_cv: Đ & < \"tv2_cv"};

}  // namespace

TEST_CASE("the safe template is read", "[form]") {
  const auto bytes = fixture("template-safe.docx");
  if (bytes.empty()) return;
  const Form form(bytes, "template-safe.docx");
  CHECK(blank_lines(form) == Lines{"don_vi: UBND xã Hòa Bình", "so: Bấm để nhập",
                                   "ngay: 15/01/2025", "loai: Quy chế", "dong_y: Có",
                                   "tv1_ten: Nguyễn Văn A", "tv1_cv: Chủ tịch",
                                   "tv2_ten: Trần Thị B", "tv2_cv: Phó Chủ tịch"});
  CHECK_FALSE(form.blanks()[0].placeholder);
  CHECK(form.blanks()[1].placeholder);
  CHECK(form.blanks()[0].paragraph == 1);
  CHECK(form.blanks()[5].paragraph == 8);
  CHECK(form.alternatives().empty());
  CHECK(refilled(bytes) == k_safe_refilled);
}

TEST_CASE("the safe template saved by LibreOffice 7.4 is read by its bookmarks", "[form]") {
  const auto bytes = fixture("lo74-safe-filled.docx");
  if (bytes.empty()) return;
  const Form form(bytes, "lo74-safe-filled.docx");
  CHECK(blank_lines(form) == Lines{"don_vi: UBND xã Tân Phú & <An>", "so: 12/2025",
                                   "ngay: 120/02/20255/01/2025", "loai: QNghị quyếtuy chế",
                                   "dong_y: CKhôngó", "tv1_ten: Nguyễn Văn A", "tv1_cv: Chủ tịch",
                                   "tv2_ten: Phạm Văn D", "tv2_cv: Phó Chủ tịch"});
  CHECK(form.bound_fields().empty());
  CHECK(refilled(bytes) == k_safe_refilled);
}

TEST_CASE("the safe template saved by LibreOffice 25.2 is read", "[form]") {
  const auto bytes = fixture("lo252-safe-filled.docx");
  if (bytes.empty()) return;
  const Form form(bytes, "lo252-safe-filled.docx");
  CHECK(blank_lines(form) == Lines{"don_vi: UUBND xã Tân Phú & <An>BND xã Hòa Bình",
                                   "so: B12/2025ấm để nhập", "ngay: 120/02/20255/01/2025",
                                   "loai: QNghị quyếtuy chế", "dong_y: CKhôngó",
                                   "tv1_ten: Nguyễn Văn A", "tv1_cv: Chủ tịch",
                                   "tv2_ten: TPhạm Văn Drần Thị B", "tv2_cv: Phó Chủ tịch"});
  CHECK(form.blanks()[1].placeholder);
  CHECK(form.bound_fields().empty());
  CHECK(refilled(bytes) == k_safe_refilled);
}

TEST_CASE("a template without care, saved by LibreOffice 7.4, is read by its bindings", "[form]") {
  const auto bytes = fixture("lo74-template-plain.docx");
  if (bytes.empty()) return;
  CHECK(blank_lines(Form(bytes, "lo74-template-plain.docx")) ==
        Lines{"don-vi: UBND xã Hòa Bình", "so: Bấm để nhập", "ngay: 15/01/2025", "loai: Quy chế",
              "co-quan: Ủy ban nhân dân", "dong-y: ☒", "nguoi_ky: Nguyễn Văn A",
              "noi-dung: B1 Dòng nội dung khối", "long: điều khiển lồng", "khoan: Khoản thứ nhất",
              "khoan: Khoản thứ hai", "o: C1 ô gắn", "trong-hang: trong hàng", "ten: Nguyễn Văn A",
              "chuc-vu: Chủ tịch", "ten: Trần Thị B", "chuc-vu: Phó Chủ tịch"});
}

TEST_CASE("a template without care, saved by LibreOffice 25.2, is read by its tags", "[form]") {
  const auto bytes = fixture("lo252-template-plain.docx");
  if (bytes.empty()) return;
  CHECK(blank_lines(Form(bytes, "lo252-template-plain.docx")) ==
        Lines{"r-text: UBND xã Hòa Bình",
              "r-empty: Bấm để nhập",
              "r-date: 15/01/2025",
              "r-drop: QC",
              "r-combo: UBND",
              "r-check: true",
              "r-unbound: tự do",
              "r-rich: chữ đậm",
              "r-locked: cố định",
              "nguoi_ky: Nguyễn Văn A",
              "b-text: B1 Dòng nội dung khối",
              "b-rich: B2 đoạn một",
              "b-nested: điều khiển lồng",
              "rs-item: RS",
              "rs-text: Khoản thứ nhất",
              "rs-item: RS",
              "rs-text: Khoản thứ hai",
              "c-cell: C1 ô gắn",
              "row-rich: ROW1",
              "row-text: trong hàng",
              "tv-ten: Nguyễn Văn A",
              "tv-cv: Chủ tịch",
              "tv-ten: Trần Thị B",
              "tv-cv: Phó Chủ tịch"});
}

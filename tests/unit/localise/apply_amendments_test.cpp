#include "localise/apply_amendments.hpp"

#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/provisions.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

using Lines = std::vector<std::string>;
using Act = Amendment::Act;

const Origin k_wrote{Origin::Act::wrote, Level::province, "mau/quy-che", "1"};
const Origin k_district{Origin::Act::replaced, Level::district, "an_binh", "2"};

std::vector<Provision> body() {
  std::vector<Provision> made{
      chapter("c1", {article("a1", {clause("k1", {point("d1"), point("d2")}), clause("k2")}),
                     article("a2", {clause("k3")})}),
      chapter("c2", {article("a3", {clause("k4")})})};
  for (auto* each : {&made[0].children[0], &made[0].children[0].children[0]}) {
    each->origins = {k_wrote};
  }
  return made;
}

Amendment amendment(Act act, const std::string& target, std::vector<Provision> provisions = {}) {
  Amendment made{act, target, std::move(provisions), {}, {}};
  made.place.file = "amendments.xml";
  made.place.steps = {{PlaceStep::Kind::line, "7"}};
  return made;
}

// Applies them; what is wrong, in words.
std::string apply(std::vector<Provision>& tree, const std::vector<Amendment>& list,
                  const Values& values = {}) {
  Diagnostics found;
  apply_amendments(tree, list, values, k_district, found);
  return shown(found.findings());
}

void append_ids(const std::vector<Provision>& list, std::string& out) {
  for (const auto& each : list) {
    out += each.id;
    if (!each.children.empty()) {
      out += "(";
      append_ids(each.children, out);
      out += ")";
    }
    if (&each != &list.back()) out += " ";
  }
}

std::string ids(const std::vector<Provision>& tree) {
  std::string out;
  append_ids(tree, out);
  return out;
}

std::string error(const std::string& text) { return "amendments.xml › dòng 7\nlỗi: " + text; }

const std::string k_mandatory =
    " là bắt buộc (hoặc chứa nội dung bắt buộc), cấp dưới không được bỏ hay thay "
    "[localise.mandatory]\n  → thêm nội dung của mình bằng insert-after hoặc append";

}  // namespace

TEST_CASE("every act does its work at its place", "[localise]") {
  auto tree = body();
  CHECK(ids(tree) == "c1(a1(k1(d1 d2) k2) a2(k3)) c2(a3(k4))");
  CHECK(apply(tree, {amendment(Act::insert_before, "k1", {clause("n1"), clause("n2")}),
                     amendment(Act::insert_after, "d1", {point("n3")}),
                     amendment(Act::append, "a2", {clause("n4"), clause("n5")}),
                     amendment(Act::replace, "k4", {clause("n6"), clause("n7")}),
                     amendment(Act::remove, "k2"), amendment(Act::append, "d2", {point("n8")})})
            .empty());
  CHECK(ids(tree) == "c1(a1(n1 n2 k1(d1 n3 d2(n8))) a2(k3 n4 n5)) c2(a3(n6 n7))");
}

TEST_CASE("the first and the last of siblings can be addressed", "[localise]") {
  auto tree = body();
  CHECK(apply(tree,
              {amendment(Act::insert_before, "c1", {chapter("n1")}),
               amendment(Act::insert_after, "c2", {chapter("n2")}),
               amendment(Act::insert_after, "k3", {clause("n3")}), amendment(Act::remove, "k4")})
            .empty());
  CHECK(ids(tree) == "n1 c1(a1(k1(d1 d2) k2) a2(k3 n3)) c2(a3) n2");
}

TEST_CASE("amendments apply in order: a later one may address what an earlier one added",
          "[localise]") {
  auto tree = body();
  CHECK(apply(tree, {amendment(Act::insert_after, "k2", {clause("n1")}),
                     amendment(Act::append, "n1", {point("n2")}), amendment(Act::remove, "k2"),
                     amendment(Act::append, "a1", {clause("k2")})})
            .empty());
  CHECK(ids(tree) == "c1(a1(k1(d1 d2) n1(n2) k2) a2(k3)) c2(a3(k4))");
}

TEST_CASE("every change stays in the origin, oldest first", "[localise]") {
  auto tree = body();
  CHECK(apply(tree, {amendment(Act::replace, "k1", {clause("k1", {point("d1")})}),
                     amendment(Act::append, "a2", {clause("n1", {point("n2")})})})
            .empty());
  const Origin inserted{Origin::Act::inserted, Level::district, "an_binh", "2"};
  CHECK(find(tree, "a1")->origins == std::vector<Origin>{k_wrote});
  CHECK(find(tree, "k1")->origins == std::vector<Origin>{k_wrote, k_district});
  CHECK(find(tree, "d1")->origins == std::vector<Origin>{k_district});
  CHECK(find(tree, "n1")->origins == std::vector<Origin>{inserted});
  CHECK(find(tree, "n2")->origins == std::vector<Origin>{inserted});
  CHECK(find(tree, "k2")->origins.empty());
}

TEST_CASE("what replaces several keeps the origin of the replaced", "[localise]") {
  auto tree = body();
  CHECK(apply(tree, {amendment(Act::replace, "k1", {clause("n1"), clause("n2")})}).empty());
  CHECK(find(tree, "n1")->origins == std::vector<Origin>{k_wrote, k_district});
  CHECK(find(tree, "n2")->origins == std::vector<Origin>{k_wrote, k_district});
}

TEST_CASE("a mandatory provision is neither removed nor replaced", "[localise]") {
  auto tree = body();
  tree[0].children[0].children[1].mandatory = true;
  const auto before = tree;
  CHECK(apply(tree, {amendment(Act::remove, "k2")}) == error("điều khoản «k2»" + k_mandatory));
  CHECK(apply(tree, {amendment(Act::replace, "k2", {clause("k2")})}) ==
        error("điều khoản «k2»" + k_mandatory));
  CHECK(tree == before);
}

TEST_CASE("what holds a mandatory provision is protected with it", "[localise]") {
  auto tree = body();
  tree[0].children[0].children[0].children[1].mandatory = true;  // d2
  const auto before = tree;
  for (const std::string target : {"k1", "a1", "c1"}) {
    CHECK(apply(tree, {amendment(Act::remove, target)}) ==
          error("điều khoản «" + target + "»" + k_mandatory));
  }
  CHECK(tree == before);
  CHECK(apply(tree, {amendment(Act::remove, "d1"), amendment(Act::remove, "a2")}).empty());
}

TEST_CASE("text may be added about and below a mandatory provision", "[localise]") {
  auto tree = body();
  tree[0].children[0].children[1].mandatory = true;
  CHECK(apply(tree, {amendment(Act::insert_before, "k2", {clause("n1")}),
                     amendment(Act::insert_after, "k2", {clause("n2")}),
                     amendment(Act::append, "k2", {point("n3")})})
            .empty());
  CHECK(ids(tree) == "c1(a1(k1(d1 d2) n1 k2(n3) n2) a2(k3)) c2(a3(k4))");
}

TEST_CASE("an unknown target offers the nearest id, and the rest is applied", "[localise]") {
  auto tree = body();
  tree[1].children[0].children[0].id = "consultation.monthly";
  CHECK(
      apply(tree, {amendment(Act::remove, "consultation.montly"), amendment(Act::remove, "k2"),
                   amendment(Act::remove, "economy.land_use")}) ==
      error("sửa đổi nhắm vào «consultation.montly», nhưng quy chế không có điều khoản nào mang mã "
            "đó [localise.unknown-target]\n"
            "  → có phải «consultation.monthly»?\n") +
          error("sửa đổi nhắm vào «economy.land_use», nhưng quy chế không có điều khoản nào mang "
                "mã đó [localise.unknown-target]"));
  CHECK(find(tree, "k2") == nullptr);
}

TEST_CASE("an id that is in use is refused", "[localise]") {
  const auto used = [](const std::string& id) {
    return error("mã «" + id +
                 "» của nội dung thêm vào đã có trong quy chế [localise.duplicate-id]");
  };
  auto tree = body();
  const auto before = tree;
  CHECK(apply(tree, {amendment(Act::append, "a2", {clause("k1"), clause("n1", {point("d2")})})}) ==
        used("k1") + "\n" + used("d2"));
  CHECK(apply(tree, {amendment(Act::replace, "k2", {clause("k1")})}) == used("k1"));
  CHECK(apply(tree, {amendment(Act::insert_after, "k2", {clause("n1"), clause("n1")})}) ==
        used("n1"));
  CHECK(apply(tree, {amendment(Act::replace, "k2", {clause("k2", {point("k2")})})}) == used("k2"));
  CHECK(tree == before);
}

TEST_CASE("what replaces may take over the ids of what is replaced", "[localise]") {
  auto tree = body();
  CHECK(apply(tree, {amendment(Act::replace, "k1", {clause("n1", {point("d2"), point("k1")})})})
            .empty());
  CHECK(ids(tree) == "c1(a1(n1(d2 k1) k2) a2(k3)) c2(a3(k4))");
}

TEST_CASE("only amendments whose condition holds are applied", "[localise]") {
  auto rural = amendment(Act::remove, "k2");
  rural.when = Condition{"commune_type", "xã", false};
  auto urban = amendment(Act::remove, "k3");
  urban.when = Condition{"commune_type", "xã", true};
  auto tree = body();
  CHECK(apply(tree, {rural, urban}, {{"commune_type", "phường"}}).empty());
  CHECK(ids(tree) == "c1(a1(k1(d1 d2) k2) a2) c2(a3(k4))");
}

TEST_CASE("an amendment that hangs on what is not known yet is refused", "[localise]") {
  auto open = amendment(Act::remove, "k2");
  open.when = Condition{"leadership_model", "separate", true};
  auto tree = body();
  const auto before = tree;
  CHECK(apply(tree, {open}, {{"commune_type", "xã"}}) ==
        error("chưa biết điều kiện «leadership_model != separate» đúng hay sai khi lập mẫu cho xã "
              "[localise.undecided]\n"
              "  → điều kiện của sửa đổi chỉ được dùng các giá trị của tỉnh, huyện, xã"));
  CHECK(tree == before);
}

#include "compare/absorption.hpp"

#include "compare/matching.hpp"
#include "support/catch.hpp"
#include "support/provisions.hpp"

using namespace quyche;
using namespace quyche::sample;

namespace {

const std::string k_first = "Bí thư chi bộ chủ trì cuộc họp và kết luận từng nội dung.";
const std::string k_second = "Trưởng thôn báo cáo kết quả thực hiện nghị quyết của tháng trước.";

Regulation of_clauses(const std::vector<std::pair<std::string, std::string>>& clauses) {
  auto only = article("a");
  for (const auto& [id, text] : clauses) only.children.push_back(saying(clause(id), {words(text)}));
  Regulation result;
  result.body = {std::move(only)};
  return numbered(result);
}

}  // namespace

TEST_CASE("a clause whose words now stand in its neighbour was merged into it", "[compare]") {
  const auto old_text = of_clauses({{"k1", k_first}, {"k2", k_second}, {"k3", "Câu cuối."}});
  const auto new_text = of_clauses({{"k1", k_first + " " + k_second}, {"k3", "Câu cuối."}});
  const auto before = list_provisions(old_text, {});
  const auto after = list_provisions(new_text, {});
  const auto matching = match_provisions(before, after, true);
  CHECK(absorbed(before, after, matching.after_of) == Partners{{}, {}, 1, {}});
  CHECK(absorbed(after, before, matching.before_of) == Partners{{}, {}, {}});
}

TEST_CASE("a clause made of words another one had was split off it", "[compare]") {
  const auto old_text = of_clauses({{"k1", k_first + " " + k_second}, {"k3", "Câu cuối."}});
  const auto new_text = of_clauses({{"k1", k_first}, {"k2", k_second}, {"k3", "Câu cuối."}});
  const auto before = list_provisions(old_text, {});
  const auto after = list_provisions(new_text, {});
  const auto matching = match_provisions(before, after, true);
  CHECK(absorbed(after, before, matching.before_of) == Partners{{}, {}, 1, {}});
}

TEST_CASE("a clause that is gone with its words went nowhere", "[compare]") {
  const auto old_text = of_clauses({{"k1", k_first}, {"k2", k_second}});
  const auto new_text = of_clauses({{"k1", k_first + " Mọi người đều được phát biểu."}});
  const auto before = list_provisions(old_text, {});
  const auto after = list_provisions(new_text, {});
  const auto matching = match_provisions(before, after, true);
  CHECK(absorbed(before, after, matching.after_of) == Partners(3));
}

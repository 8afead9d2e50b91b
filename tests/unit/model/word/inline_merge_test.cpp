#include "model/word/inline_merge.hpp"

#include "support/catch.hpp"

using namespace quyche;
using namespace quyche::word;

namespace {

Inline words(const std::string& text) { return {Inline::Kind::text, text, {}, {}}; }
const Inline k_village{Inline::Kind::term, "village", "thôn", {}};
const Inline k_head{Inline::Kind::term, "village_head", "Trưởng thôn", "title"};
const Inline k_name{Inline::Kind::field, "village_name", {}, "upper"};
const Inline k_reference{Inline::Kind::reference, "duties.report", "khoản 2 Điều 7", {}};

/// Terms as {#name}, fields as {name}, references as <id>.
std::string written(const Inlines& line) {
  std::string out;
  for (const auto& item : line) {
    const auto open = item.kind == Inline::Kind::term    ? "{#"
                      : item.kind == Inline::Kind::field ? "{"
                                                         : "<";
    const auto close = item.kind == Inline::Kind::reference ? ">" : "}";
    out += item.kind == Inline::Kind::text ? item.value : open + item.value + close;
  }
  return out;
}

const Inlines k_record{k_head, words(" báo cáo "), k_village,   words(" "),
                       k_name, words(" theo "),    k_reference, words(".")};
const Inlines k_untouched{words("Trưởng thôn báo cáo thôn "),
                          {Inline::Kind::field, "village_name", {}, {}},
                          words(" theo "),
                          {Inline::Kind::reference, "other", "khoản 2 Điều 7", {}},
                          words(".")};

MergedLine merged(const Inlines& read) { return merge_line({k_record, k_untouched, read}); }

}  // namespace

TEST_CASE("a line that reads as before is the record's", "[model]") {
  const auto line = merged(k_untouched);
  CHECK(line.line == k_record);
  CHECK_FALSE(line.is_changed);
}

TEST_CASE("words typed beside terms leave the terms", "[model]") {
  const auto line = merged({words("Hằng tháng, Trưởng thôn báo cáo với thôn "),
                            {Inline::Kind::field, "village_name", {}, {}},
                            words(" theo khoản 2 Điều 7; có biên bản.")});
  CHECK(
      written(line.line) ==
      "Hằng tháng, {#village_head} báo cáo với {#village} {village_name} theo <duties.report>; có "
      "biên bản.");
  CHECK(line.is_changed);
  CHECK(line.lost.empty());
  CHECK(line.line[5].form == "upper");
}

TEST_CASE("a term typed over is lost, one deleted with its words is not", "[model]") {
  const auto typed = merged({words("Trưởng thôn báo cáo làng "),
                             {Inline::Kind::field, "village_name", {}, {}},
                             words(" theo khoản 2 Điều 7.")});
  CHECK(written(typed.line) == "{#village_head} báo cáo làng {village_name} theo <duties.report>.");
  CHECK(typed.lost == std::vector<std::string>{"thôn"});
  const auto cut = merged({words("Trưởng thôn báo cáo.")});
  CHECK(written(cut.line) == "{#village_head} báo cáo.");
  CHECK(cut.lost.empty());
}

TEST_CASE("a reference typed anew is the clerk's", "[model]") {
  const auto line = merged({words("Trưởng thôn báo cáo thôn "),
                            {Inline::Kind::field, "village_name", {}, {}},
                            words(" theo "),
                            {Inline::Kind::reference, "duties.plan", "khoản 3 Điều 7", {}},
                            words(".")});
  CHECK(written(line.line) ==
        "{#village_head} báo cáo {#village} {village_name} theo <duties.plan>.");
}

// Writes two papers of every format profile, for the tests that read XML and measure pages: one of
// three pages or more that holds each component a regulation can have, and a letter with those it
// never has (rare_components.xml): quyche_papers FOLDER. With a second argument the names of units
// are the longest there are. All people and places are invented.

#include <exception>
#include <iostream>
#include <string>
#include <utility>

#include "base/environment.hpp"
#include "paper/paper.hpp"
#include "paper/paper_template.hpp"
#include "support/damaged_paper.hpp"
#include "support/format_profiles.hpp"
#include "support/sample_regulation.hpp"
#include "template/json_reader.hpp"

namespace {

using namespace quyche;
using namespace std::chrono_literals;

Provision provision(ProvisionKind kind, const std::string& number, const std::string& heading,
                    const std::string& words = {}) {
  Provision made;
  made.kind = kind;
  made.number = number;
  if (!heading.empty()) made.heading = {{Inline::Kind::text, heading, {}, {}}};
  if (!words.empty()) made.text = {{Inline::Kind::text, words, {}, {}}};
  return made;
}

// Articles of three clauses and five points each.
Provision filling() {
  auto chapter = provision(ProvisionKind::chapter, "III", "Những việc khác");
  for (int number = 5; number <= 12; ++number) {
    auto article = provision(ProvisionKind::article, std::to_string(number), "Việc phối hợp khác");
    for (const char* clause : {"1", "2", "3"}) {
      article.children.push_back(provision(
          ProvisionKind::clause, clause, {},
          "Hai bên trao đổi trước khi đưa việc chung ra bàn, bảo đảm mọi việc đều được dân biết, "
          "dân bàn, dân làm, dân kiểm tra và dân giám sát."));
    }
    for (const char* point : {"a", "b", "c", "d", "đ"}) {
      article.children.back().children.push_back(
          provision(ProvisionKind::point, point, {}, "Việc được bàn kỹ trước khi quyết;"));
    }
    chapter.children.push_back(std::move(article));
  }
  return chapter;
}

// Part, chapters, sections, articles, clauses, points, an appendix.
void complete(std::vector<Provision>& body) {
  body[0].children[1].children[0].children[2].number = "c";
  auto part = provision(ProvisionKind::part, "I", "Quy chế mẫu");
  auto articles = std::exchange(body[1].children, {});
  for (std::size_t i = 0; i < articles.size(); ++i) {
    auto section = provision(ProvisionKind::section, std::to_string(i + 1), "Việc phải làm");
    section.children.push_back(std::move(articles[i]));
    body[1].children.push_back(std::move(section));
  }
  part.children = {body[0], body[1], filling()};
  body.erase(body.begin());
  body[0] = std::move(part);
}

LocalRegulation paper(const std::string& profile, bool has_long_names) {
  auto values = sample::village_values();
  const bool is_state = profile == "state-nd30";
  auto regulation = is_state ? sample::state_regulation() : sample::open_regulation();
  if (profile == "party-hd11") {
    values["adoption_ref"] = "Nghị quyết số 12-NQ/CB, ngày 01/3/2018 của Chi bộ";
    values["adoption_date"] = "2018-03-01";
    values["issue_date"] = "2018-03-05";
  }
  if (profile == "party-hd05") values["issue_date"] = "2026-12-20";
  if (is_state) values["issue_date"] = "2021-12-20";
  if (has_long_names) {
    values["village_name"] = "Nguyễn Thị Minh Khai - Phan Đình Phùng";
    values["commune_name"] = "Nguyễn Trung Trực Thượng Hồng";
    values["place"] = "Nguyễn Trung Trực Thượng Hồng";
  }
  regulation = sample::with_values(std::move(regulation), values);
  complete(regulation.text.body);
  return regulation;
}

std::string letter(const FormatProfile& profile, const PaperDefinition& definition,
                   const std::string& path) {
  const Paper paper(definition, profile, make_paper_template(definition, profile), path);
  const auto values = read_json(
      R"({"number": "05", "subject": "xin ý kiến", "locality": "Hồng Hà", "id": "1", "date": "2021-12-20"})");
  Compressor compressor;
  std::string document;
  Diagnostics found;
  paper.render(values.value(), compressor, document, found);
  found.throw_if_errors();
  return document;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::cerr << "quyche_papers FOLDER [long]\n";
    return 2;
  }
  try {
    DiskFiles files;
    const std::string rare = QUYCHE_RARE_COMPONENTS;
    std::vector<FormatProfile> formats;
    for (const char* id : {"party-hd05", "party-hd11", "party-hd36", "state-nd30"}) {
      formats.push_back(sample::format_profile(id));
    }
    const auto definition = read_paper(files.read(rare), rare, formats);
    for (const auto& format : formats) {
      const auto parts = compose(paper(format.id, count > 2), format);
      const auto stem = std::string(arguments[1]) + "/" + format.id;
      files.write(stem + ".docx", sample::packed(parts));
      files.write(stem + "-letter.docx", letter(format, definition, rare));
    }
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << "\n";
    return 1;
  }
  return 0;
}

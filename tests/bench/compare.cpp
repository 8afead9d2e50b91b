// What comparing two regulations costs against reading both from Akoma Ntoso, in one process. CPU
// time, medians over the rounds; each size once, so that growth shows.
//
//     quyche_compare_bench ROUNDS ARTICLES…   →  articles provisions read_ms compare_ms ratio

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "compare/comparison.hpp"
#include "model/akn_reader.hpp"
#include "model/akn_writer.hpp"
#include "model/numbering.hpp"

namespace {

using quyche::Inline;
using quyche::Provision;
using quyche::ProvisionKind;
using quyche::Regulation;

quyche::Inlines sentence(std::mt19937& random) {
  static const std::vector<std::string> words{
      "chi bộ", "trưởng thôn", "phối hợp", "báo cáo",    "trước",    "sau",       "trong thời hạn",
      "ngày",   "nhân dân",    "hội nghị", "nghị quyết", "kế hoạch", "thực hiện", "kiểm tra"};
  std::string text = "Các bên";
  for (int i = 0; i < 30; ++i) text += " " + words[random() % words.size()];
  return {{Inline::Kind::text, text + ".", {}, {}}};
}

Provision made(ProvisionKind kind, std::string id, quyche::Inlines text) {
  Provision result;
  result.kind = kind;
  result.id = std::move(id);
  result.text = std::move(text);
  return result;
}

Regulation regulation_of(int articles) {
  std::mt19937 random(1);
  Regulation result;
  result.id = "bench";
  result.version = "1";
  for (int a = 1; a <= articles; ++a) {
    auto item = made(ProvisionKind::article, "a" + std::to_string(a), {});
    item.heading = sentence(random);
    for (int k = 1; k <= 5; ++k) {
      item.children.push_back(
          made(ProvisionKind::clause, item.id + "." + std::to_string(k), sentence(random)));
    }
    result.body.push_back(std::move(item));
  }
  return result;
}

/// Every tenth clause reworded, every fortieth article gone.
void edit(Regulation& regulation) {
  std::mt19937 random(2);
  auto& body = regulation.body;
  for (auto& article : body) {
    for (auto& clause : article.children) {
      if (random() % 10 == 0) clause.text = sentence(random);
    }
  }
  for (std::size_t i = body.size(); i-- > 0;) {
    if (i % 40 == 7) body.erase(body.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

std::string written(Regulation regulation) {
  quyche::Diagnostics ignored;
  quyche::number_provisions(regulation, ignored);
  return quyche::write_regulation(regulation);
}

template <typename Work>
double milliseconds(const Work& work) {
  const auto start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) * 1e3 / CLOCKS_PER_SEC;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

void measure(int rounds, int articles) {
  auto edited = regulation_of(articles);
  const auto old_xml = written(edited);
  edit(edited);
  const auto new_xml = written(std::move(edited));
  std::vector<double> reads;
  std::vector<double> compares;
  std::size_t provisions = 0;
  for (int round = 0; round < rounds; ++round) {
    Regulation before;
    Regulation after;
    reads.push_back(milliseconds([&] {
      before = quyche::read_regulation(old_xml, "old");
      after = quyche::read_regulation(new_xml, "new");
    }));
    quyche::Diagnostics ignored;
    quyche::number_provisions(before, ignored);
    quyche::number_provisions(after, ignored);
    // Without ids, which is the dearer way.
    compares.push_back(milliseconds([&] {
      const auto old_list = quyche::list_provisions(before, {});
      const auto new_list = quyche::list_provisions(after, {});
      const auto matching = quyche::match_provisions(old_list, new_list, false);
      provisions = quyche::compare_provisions(old_list, new_list, matching).size();
    }));
  }
  std::printf("%d %zu %.2f %.2f %.2f\n", articles, provisions, median(reads), median(compares),
              median(compares) / median(reads));
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::cerr << "quyche_compare_bench ROUNDS ARTICLES...\n";
    return 2;
  }
  try {
    for (int i = 2; i < count; ++i) measure(std::atoi(arguments[1]), std::atoi(arguments[i]));
    return 0;
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << "\n";
    return 1;
  }
}

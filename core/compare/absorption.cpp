#include "compare/absorption.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "compare/words.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_least_phrases = 4;  ///< a shorter text says too little to be found again
constexpr std::size_t k_frequent_phrase = 16;
constexpr double k_most_of_it = 0.6;

class Absorber {
 public:
  Absorber(const ProvisionList& from, const ProvisionList& into, const Partners& partners)
      : from_(from), into_(into), partners_(partners), origins_(into.size()) {
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (partners[i]) origins_[*partners[i]] = i;
    }
  }

  Partners run() {
    Partners homes(from_.size());
    if (std::all_of(partners_.begin(), partners_.end(),
                    [](const auto& one) { return one.has_value(); })) {
      return homes;
    }
    index_news();
    for (std::size_t i = 0; i < from_.size(); ++i) {
      if (!partners_[i]) homes[i] = home_of(from_[i]);
    }
    return homes;
  }

 private:
  /// The phrases of each changed provision that its predecessor did not have.
  void index_news() {
    for (std::size_t j = 0; j < into_.size(); ++j) {
      const auto origin = origins_[j];
      if (!origin || from_[*origin].text == into_[j].text) continue;
      const auto known = phrases_of(from_[*origin].text);
      const std::set<std::string> old_phrases(known.begin(), known.end());
      for (auto& phrase : phrases_of(into_[j].text)) {
        if (!old_phrases.contains(phrase)) news_[std::move(phrase)].insert(j);
      }
    }
  }

  [[nodiscard]] std::optional<std::size_t> home_of(const ListedProvision& gone) const {
    const auto phrases = phrases_of(gone.text);
    if (phrases.size() < k_least_phrases) return std::nullopt;
    std::map<std::size_t, std::size_t> hits;
    for (const auto& phrase : phrases) {
      const auto found = news_.find(phrase);
      if (found == news_.end() || found->second.size() > k_frequent_phrase) continue;
      for (const auto j : found->second) ++hits[j];
    }
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (const auto& [j, count] : hits) {
      if (count <= most) continue;
      most = count;
      best = j;
    }
    const auto share = static_cast<double>(most) / static_cast<double>(phrases.size());
    return share < k_most_of_it ? std::nullopt : best;
  }

  const ProvisionList& from_;
  const ProvisionList& into_;
  const Partners& partners_;
  Partners origins_;  ///< of `into` in `from`
  std::map<std::string, std::set<std::size_t>> news_;
};

}  // namespace

Partners absorbed(const ProvisionList& from, const ProvisionList& into, const Partners& partners) {
  return Absorber(from, into, partners).run();
}

}  // namespace quyche

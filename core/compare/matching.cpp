#include "compare/matching.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "compare/alignment.hpp"
#include "compare/common_runs.hpp"
#include "compare/words.hpp"

namespace quyche {
namespace {

constexpr double k_same_place = 0.4;  ///< likeness enough under the same parent
constexpr double k_anywhere = 0.6;    ///< and far from it
constexpr std::size_t k_frequent_words = 16;

char kind_sign(const ListedProvision& listed) {
  return static_cast<char>('a' + static_cast<int>(listed.provision->kind));
}

std::string key_of(const ListedProvision& listed) { return kind_sign(listed) + listed.text; }

class Matcher {
 public:
  Matcher(const ProvisionList& before, const ProvisionList& after)
      : before_(before), after_(after) {
    result_.after_of.resize(before.size());
    result_.before_of.resize(after.size());
  }

  Matching run(bool trust_ids) {
    if (trust_ids) match_ids();
    match_equal_in_order();
    match_headings();
    match_below({}, {});
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (result_.after_of[i]) match_below(i, result_.after_of[i]);
    }
    match_equal_anywhere();
    match_phrases();
    return std::move(result_);
  }

 private:
  using Places = std::vector<std::size_t>;

  void pair(std::size_t old_place, std::size_t new_place) {
    result_.after_of[old_place] = new_place;
    result_.before_of[new_place] = old_place;
  }

  template <typename Partners>
  static Places open(const Partners& partners) {
    Places places;
    for (std::size_t i = 0; i < partners.size(); ++i) {
      if (!partners[i]) places.push_back(i);
    }
    return places;
  }

  void match_ids() {
    std::map<std::string, std::size_t> ids;
    for (std::size_t i = 0; i < before_.size(); ++i) ids.emplace(before_[i].provision->id, i);
    for (std::size_t j = 0; j < after_.size(); ++j) {
      const auto found = ids.find(after_[j].provision->id);
      if (found == ids.end() || result_.after_of[found->second]) continue;
      if (kind_sign(before_[found->second]) == kind_sign(after_[j])) pair(found->second, j);
    }
  }

  void match_equal_in_order() {
    const auto old_open = open(result_.after_of);
    const auto new_open = open(result_.before_of);
    Numbering numbering;
    std::vector<int> left;
    std::vector<int> right;
    for (const auto i : old_open) left.push_back(numbering.of(key_of(before_[i])));
    for (const auto j : new_open) right.push_back(numbering.of(key_of(after_[j])));
    for (const auto& run : common_runs(left, right)) {
      for (std::size_t n = 0; n < run.length; ++n) {
        const auto i = old_open[run.before + n];
        // An empty text says nothing about which provision it is.
        if (!before_[i].text.empty()) pair(i, new_open[run.after + n]);
      }
    }
  }

  void match_headings() {
    std::map<std::string, std::size_t> numbers;
    const auto name = [](const ListedProvision& listed) {
      return kind_sign(listed) + listed.provision->number;
    };
    for (const auto i : open(result_.after_of)) {
      if (!before_[i].heading.empty()) numbers.emplace(name(before_[i]), i);
    }
    for (const auto j : open(result_.before_of)) {
      const auto found = numbers.find(name(after_[j]));
      if (after_[j].heading.empty() || found == numbers.end()) continue;
      const auto i = found->second;
      if (result_.after_of[i]) continue;
      if (similarity(before_[i].heading, after_[j].heading) > k_same_place) pair(i, j);
    }
  }

  static Places open_children(const ProvisionList& list,
                              const std::vector<std::optional<std::size_t>>& partners,
                              std::optional<std::size_t> parent) {
    Places places;
    for (std::size_t i = parent ? *parent + 1 : 0; i < list.size(); ++i) {
      // Reading order: what follows a provision and does not stand below it ends its children.
      if (parent && (!list[i].parent || *list[i].parent < *parent)) break;
      if (list[i].parent == parent && !partners[i]) places.push_back(i);
    }
    return places;
  }

  void match_below(std::optional<std::size_t> old_parent, std::optional<std::size_t> new_parent) {
    const auto old_open = open_children(before_, result_.after_of, old_parent);
    const auto new_open = open_children(after_, result_.before_of, new_parent);
    if (old_open.empty() || new_open.empty()) return;
    std::vector<AlignedItem> left;
    std::vector<AlignedItem> right;
    for (const auto i : old_open) left.push_back({kind_sign(before_[i]), before_[i].text});
    for (const auto j : new_open) right.push_back({kind_sign(after_[j]), after_[j].text});
    for (const auto& found : align(left, right, k_same_place)) {
      if (found.before && found.after) pair(old_open[*found.before], new_open[*found.after]);
    }
  }

  void match_equal_anywhere() {
    std::multimap<std::string, std::size_t> keys;
    for (const auto i : open(result_.after_of)) keys.emplace(key_of(before_[i]), i);
    for (const auto j : open(result_.before_of)) {
      const auto found = keys.find(key_of(after_[j]));
      if (found == keys.end() || after_[j].text.empty()) continue;
      pair(found->second, j);
      keys.erase(found);
    }
  }

  void match_phrases() {
    std::map<std::string, Places> index;
    for (const auto i : open(result_.after_of)) {
      for (auto& phrase : phrases_of(before_[i].text)) index[std::move(phrase)].push_back(i);
    }
    for (const auto j : open(result_.before_of)) {
      std::map<std::size_t, int> hits;
      for (const auto& phrase : phrases_of(after_[j].text)) {
        const auto found = index.find(phrase);
        if (found == index.end() || found->second.size() > k_frequent_words) continue;
        for (const auto i : found->second) ++hits[i];
      }
      take_best(hits, j);
    }
  }

  void take_best(const std::map<std::size_t, int>& hits, std::size_t place) {
    std::optional<std::size_t> best;
    int most = 0;
    for (const auto& [i, count] : hits) {
      if (count <= most || result_.after_of[i]) continue;
      if (kind_sign(before_[i]) != kind_sign(after_[place])) continue;
      best = i;
      most = count;
    }
    if (best && similarity(before_[*best].text, after_[place].text) > k_anywhere) {
      pair(*best, place);
    }
  }

  const ProvisionList& before_;
  const ProvisionList& after_;
  Matching result_;
};

/// Which of `places` do not belong to a longest rising subsequence.
std::vector<bool> out_of_order(const std::vector<std::size_t>& places) {
  std::vector<std::size_t> tails;  // positions of the last item of a rising run of each length
  std::vector<std::optional<std::size_t>> previous(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto at = std::lower_bound(
        tails.begin(), tails.end(), places[i],
        [&](std::size_t position, std::size_t value) { return places[position] < value; });
    if (at != tails.begin()) previous[i] = *(at - 1);
    if (at == tails.end()) {
      tails.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<bool> out(places.size(), true);
  if (tails.empty()) return out;
  for (std::optional<std::size_t> i = tails.back(); i; i = previous[*i]) out[*i] = false;
  return out;
}

bool same_parent(std::optional<std::size_t> old_parent, std::optional<std::size_t> new_parent,
                 const Matching& matching) {
  if (!old_parent || !new_parent) return !old_parent && !new_parent;
  return matching.before_of[*new_parent] == old_parent;
}

}  // namespace

Matching match_provisions(const ProvisionList& before, const ProvisionList& after, bool trust_ids) {
  return Matcher(before, after).run(trust_ids);
}

std::vector<bool> moved_provisions(const ProvisionList& before, const ProvisionList& after,
                                   const Matching& matching) {
  std::vector<bool> moved(after.size(), false);
  std::map<std::optional<std::size_t>, std::vector<std::size_t>> families;
  for (std::size_t j = 0; j < after.size(); ++j) {
    const auto i = matching.before_of[j];
    if (!i) continue;
    if (same_parent(before[*i].parent, after[j].parent, matching)) {
      families[after[j].parent].push_back(j);
    } else {
      moved[j] = true;
    }
  }
  for (const auto& [parent, children] : families) {
    std::vector<std::size_t> places;
    for (const auto j : children) places.push_back(*matching.before_of[j]);
    const auto out = out_of_order(places);
    for (std::size_t n = 0; n < children.size(); ++n) moved[children[n]] = out[n];
  }
  return moved;
}

}  // namespace quyche

#include "model/word/provision_match.hpp"

#include <set>

#include "model/word/inline_merge.hpp"

namespace quyche::word {
namespace {

/// Its own words, without those of its children.
std::string words_of(const Provision& provision) {
  auto words = shown_words(provision.heading) + "\n" + shown_words(provision.text);
  for (const auto& row : provision.rows) {
    for (const auto& cell : row) words += "\n" + shown_words(cell);
  }
  return words;
}

bool is_same(const Provision& left, const Provision& right) {
  return left.kind == right.kind && words_of(left) == words_of(right);
}

/// The one provision of the list between these two; null stands for its ends.
const Provision* between(const std::vector<Provision>& list, const Provision* before,
                         const Provision* after) {
  for (std::size_t at = 0; at < list.size(); ++at) {
    const auto* left = at > 0 ? &list[at - 1] : nullptr;
    const auto* right = at + 1 < list.size() ? &list[at + 1] : nullptr;
    if (left == before && right == after) return &list[at];
  }
  return nullptr;
}

}  // namespace

ProvisionMatch::ProvisionMatch(const std::vector<Provision>& record,
                               const std::vector<Provision>& untouched,
                               const std::vector<Provision>& read) {
  pair(record, untouched);
  match_by_id(read);
  match_siblings(untouched, read);
  for (const auto& [provision, known] : matches_) stands_.emplace(known.record, provision);
  name_all(read);
}

/// An untouched export has the tree of its model; ids serve should it ever differ.
void ProvisionMatch::pair(const std::vector<Provision>& record,
                          const std::vector<Provision>& untouched) {
  std::map<std::string, const Provision*> by_id;
  for (const auto& provision : record) by_id.emplace(provision.id, &provision);
  for (std::size_t i = 0; i < untouched.size(); ++i) {
    const auto& shown = untouched[i];
    const auto found = by_id.find(shown.id);
    const auto* own = record.size() == untouched.size() ? &record[i]
                      : found != by_id.end()            ? found->second
                                                        : nullptr;
    if (own == nullptr) continue;
    known_.emplace(shown.id, KnownProvision{own, &shown});
    pair(own->children, shown.children);
  }
}

void ProvisionMatch::connect(const Provision& untouched, const Provision& read) {
  const auto known = known_.find(untouched.id);
  if (known == known_.end()) return;
  if (const auto holder = holders_.find(&untouched); holder != holders_.end()) {
    matches_.erase(holder->second);
  }
  holders_[&untouched] = &read;
  matches_[&read] = known->second;
}

void ProvisionMatch::match_by_id(const std::vector<Provision>& read) {
  for (const auto& provision : read) {
    const auto known = known_.find(provision.id);
    const bool is_free = known != known_.end() && !holders_.contains(known->second.untouched);
    if (is_free) connect(*known->second.untouched, provision);
    match_by_id(provision.children);
  }
}

void ProvisionMatch::match_siblings(const std::vector<Provision>& untouched,
                                    const std::vector<Provision>& read) {
  for (const auto& provision : read) {
    if (!matches_.contains(&provision)) match_by_words(untouched, provision);
  }
  match_by_place(untouched, read);
  for (const auto& provision : read) {
    const auto* known = find(provision);
    if (known != nullptr) match_siblings(known->untouched->children, provision.children);
  }
}

/// The same words win over a bookmark that came to stand before other words.
void ProvisionMatch::match_by_words(const std::vector<Provision>& untouched,
                                    const Provision& read) {
  for (const auto& candidate : untouched) {
    if (!is_same(candidate, read)) continue;
    const auto holder = holders_.find(&candidate);
    if (holder != holders_.end() && is_same(candidate, *holder->second)) continue;
    return connect(candidate, read);
  }
}

/// One gone and one new of its kind between the same neighbours: it was typed anew.
void ProvisionMatch::match_by_place(const std::vector<Provision>& untouched,
                                    const std::vector<Provision>& read) {
  for (std::size_t at = 0; at < untouched.size(); ++at) {
    if (holders_.contains(&untouched[at])) continue;
    const bool has_before = at > 0;
    const bool has_after = at + 1 < untouched.size();
    const auto* before = has_before ? holder_of(untouched[at - 1]) : nullptr;
    const auto* after = has_after ? holder_of(untouched[at + 1]) : nullptr;
    if (has_before != (before != nullptr) || has_after != (after != nullptr)) continue;
    const auto* own = between(read, before, after);
    if (own == nullptr || own->kind != untouched[at].kind || matches_.contains(own)) continue;
    connect(untouched[at], *own);
  }
}

const Provision* ProvisionMatch::holder_of(const Provision& untouched) const {
  const auto holder = holders_.find(&untouched);
  return holder == holders_.end() ? nullptr : holder->second;
}

void ProvisionMatch::name_all(const std::vector<Provision>& read) {
  std::set<std::string> used;
  for (const auto& [id, known] : known_) used.insert(known.record->id);
  const auto name = [&](const auto& self, const std::vector<Provision>& list) -> void {
    for (const auto& provision : list) {
      const auto* known = find(provision);
      auto id = known != nullptr ? known->record->id : provision.id;
      for (int count = 2; known == nullptr && !used.insert(id).second; ++count) {
        id = provision.id + "_" + std::to_string(count);
      }
      if (id != provision.id) renamed_.emplace(provision.id, id);
      ids_.emplace(&provision, std::move(id));
      self(self, provision.children);
    }
  };
  name(name, read);
}

const KnownProvision* ProvisionMatch::find(const Provision& read) const {
  const auto match = matches_.find(&read);
  return match == matches_.end() ? nullptr : &match->second;
}

bool ProvisionMatch::stands(const Provision& record) const { return stands_.contains(&record); }

const std::string& ProvisionMatch::id_of(const Provision& read) const { return ids_.at(&read); }

}  // namespace quyche::word

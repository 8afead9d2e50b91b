#include "compare/reference_moves.hpp"

#include <algorithm>

namespace quyche {
namespace {

template <typename Visit>
void visit_lines(Provision& provision, const Visit& visit) {
  visit(provision, provision.heading);
  visit(provision, provision.text);
  for (auto& row : provision.rows) {
    for (auto& cell : row) visit(provision, cell);
  }
  for (auto& child : provision.children) visit_lines(child, visit);
}

class Mover {
 public:
  Mover(const NewHome& home, const std::set<std::string>& removed,
        const std::map<std::string, std::string>& renamed)
      : home_(home), removed_(removed), renamed_(renamed) {
    for (const auto& listed : home.after()) known_.emplace(listed.provision->id, listed.name);
  }

  std::vector<MovedReference> run(std::vector<Amendment>& list) {
    for (auto& amendment : list) {
      for (auto& provision : amendment.provisions) {
        visit_lines(provision, [&](Provision& each, Inlines&) { own_.insert(each.id); });
      }
    }
    for (auto& amendment : list) {
      for (auto& provision : amendment.provisions) {
        visit_lines(provision, [&](Provision& each, Inlines& line) { move(each, line); });
      }
    }
    find_orphans();
    return std::move(moves_);
  }

 private:
  void move(const Provision& provision, Inlines& line) {
    for (auto& item : line) {
      if (item.kind != Inline::Kind::reference) continue;
      if (const auto now = renamed_.find(item.value); now != renamed_.end()) {
        item.value = now->second;
      }
      if (!stands(item.value)) turn(provision, item);
    }
  }

  [[nodiscard]] bool stands(const std::string& id) const {
    return own_.contains(id) || (known_.contains(id) && !removed_.contains(id));
  }

  /// To the heir, if there is one.
  void turn(const Provision& provision, Inline& item) {
    moves_.push_back({provision.id, item.shown.empty() ? item.value : item.shown, {}});
    const auto place = home_.find_before(item.value);
    if (!place) return;
    moves_.back().before = home_.before()[*place].name;
    const auto heir = home_.heir_of_words(*place);
    if (!heir || removed_.contains(home_.after()[*heir].provision->id)) return;
    item.value = home_.after()[*heir].provision->id;
    moves_.back().after = home_.after()[*heir].name;
  }

  /// What the new text itself refers to and the local list removes.
  void find_orphans() {
    for (const auto& listed : home_.after()) {
      if (removed_.contains(listed.provision->id)) continue;
      for (const auto* line : {&listed.provision->heading, &listed.provision->text}) {
        for (const auto& item : *line) {
          const bool gone = item.kind == Inline::Kind::reference && removed_.contains(item.value) &&
                            !own_.contains(item.value);
          if (gone) moves_.push_back({listed.provision->id, known_.at(item.value), {}});
        }
      }
    }
  }

  const NewHome& home_;
  const std::set<std::string>& removed_;
  const std::map<std::string, std::string>& renamed_;
  std::map<std::string, std::string> known_;
  std::set<std::string> own_;
  std::vector<MovedReference> moves_;
};

}  // namespace

std::vector<MovedReference> move_references(const NewHome& home,
                                            const std::set<std::string>& removed,
                                            const std::map<std::string, std::string>& renamed,
                                            std::vector<Amendment>& list) {
  return Mover(home, removed, renamed).run(list);
}

}  // namespace quyche

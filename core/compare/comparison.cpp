#include "compare/comparison.hpp"

#include "compare/words.hpp"

namespace quyche {
namespace {

class Comparer {
 public:
  Comparer(const ProvisionList& before, const ProvisionList& after, const Matching& matching)
      : before_(before),
        after_(after),
        matching_(matching),
        moved_(moved_provisions(before, after, matching)) {}

  std::vector<ProvisionChange> run() {
    for (std::size_t j = 0; j < after_.size(); ++j) {
      const auto i = matching_.before_of[j];
      if (!i) {
        add_new(after_[j]);
        continue;
      }
      // What moved says nothing about how far the old text has been told.
      if (!moved_[j]) tell_removed(*i);
      add_pair(before_[*i], after_[j], moved_[j]);
    }
    tell_removed(before_.size());
    return std::move(changes_);
  }

 private:
  void tell_removed(std::size_t end) {
    for (; told_ < end; ++told_) {
      if (matching_.after_of[told_]) continue;
      const auto& gone = before_[told_];
      ProvisionChange change;
      change.id = gone.provision->id;
      change.before = gone.name;
      change.removed = true;
      change.words = compare_words(gone.text, {});
      changes_.push_back(std::move(change));
    }
  }

  void add_new(const ListedProvision& fresh) {
    ProvisionChange change;
    change.id = fresh.provision->id;
    change.after = fresh.name;
    change.added = true;
    change.words = compare_words({}, fresh.text);
    changes_.push_back(std::move(change));
  }

  void add_pair(const ListedProvision& old_one, const ListedProvision& new_one, bool moved) {
    ProvisionChange change;
    change.id = old_one.provision->id;
    change.before = old_one.name;
    change.after = new_one.name;
    change.moved = moved;
    change.renumbered = old_one.provision->number != new_one.provision->number;
    change.reworded = old_one.text != new_one.text;
    change.words = compare_words(old_one.text, new_one.text);
    changes_.push_back(std::move(change));
  }

  const ProvisionList& before_;
  const ProvisionList& after_;
  const Matching& matching_;
  std::vector<bool> moved_;
  std::size_t told_ = 0;
  std::vector<ProvisionChange> changes_;
};

}  // namespace

std::vector<ProvisionChange> compare_provisions(const ProvisionList& before,
                                                const ProvisionList& after,
                                                const Matching& matching) {
  return Comparer(before, after, matching).run();
}

}  // namespace quyche

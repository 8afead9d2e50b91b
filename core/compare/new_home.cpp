#include "compare/new_home.hpp"

#include <algorithm>

#include "compare/absorption.hpp"
#include "compare/provision_merge.hpp"

namespace quyche {

using Act = Amendment::Act;

NewHome::NewHome(const Regulation& before, const Regulation& after)
    : before_(list_provisions(before, {})),
      after_(list_provisions(after, {})),
      matching_(match_provisions(before_, after_, true)),
      absorbed_(absorbed(before_, after_, matching_.after_of)),
      moved_(moved_provisions(before_, after_, matching_)),
      places_before_(places_of(before_)),
      places_after_(places_of(after_)) {}

NewHome::Places NewHome::places_of(const ProvisionList& list) {
  Places places;
  for (std::size_t i = 0; i < list.size(); ++i) places.emplace(list[i].provision->id, i);
  return places;
}

std::optional<std::size_t> NewHome::find_before(const std::string& id) const {
  const auto found = places_before_.find(id);
  if (found == places_before_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::size_t> NewHome::heir(std::size_t place) const {
  return matching_.after_of[place];
}

std::optional<std::size_t> NewHome::heir_of_words(std::size_t place) const {
  return matching_.after_of[place] ? matching_.after_of[place] : absorbed_[place];
}

bool NewHome::same(const Provision& base, const Provision& above) const {
  if (base.kind != above.kind || base.when != above.when || !same_words(base, above)) return false;
  return std::equal(base.children.begin(), base.children.end(), above.children.begin(),
                    above.children.end(), [&](const Provision& left, const Provision& right) {
                      const auto place = find_before(left.id);
                      const auto heir = place ? matching_.after_of[*place] : std::nullopt;
                      return heir && after_[*heir].provision->id == right.id && same(left, right);
                    });
}

const Provision* NewHome::adopted(std::size_t place, const Provision& provision) const {
  const auto text = shown_provision(provision, {}, true);
  const auto parent = before_[place].parent;
  for (std::size_t j = 0; j < after_.size(); ++j) {
    if (matching_.before_of[j] || after_[j].provision->kind != provision.kind) continue;
    const auto home = after_[j].parent;
    const auto origin = home ? matching_.before_of[*home] : std::nullopt;
    const bool near = origin == parent || origin == place;
    if (near && shown_provision(*after_[j].provision, {}, true) == text) {
      return after_[j].provision;
    }
  }
  return nullptr;
}

/// The heir, unless the list removes it.
std::optional<std::size_t> NewHome::standing(std::size_t place) const {
  const auto heir = matching_.after_of[place];
  if (heir && given_up_.contains(after_[*heir].provision->id)) return std::nullopt;
  return heir;
}

/// Under the heir of its old parent.
bool NewHome::stays(std::size_t place) const {
  const auto heir = standing(place);
  if (!heir) return false;
  const auto old_parent = before_[place].parent;
  const auto new_parent = after_[*heir].parent;
  if (!old_parent || !new_parent) return !old_parent && !new_parent;
  return matching_.before_of[*new_parent] == old_parent;
}

/// The nearest sibling before or after that stays.
std::optional<std::size_t> NewHome::sibling(std::size_t place, bool forward) const {
  const auto parent = before_[place].parent;
  for (auto at = place; forward ? at + 1 < before_.size() : at > 0;) {
    at = forward ? at + 1 : at - 1;
    if (before_[at].parent == parent && stays(at)) return at;
  }
  return std::nullopt;
}

/// What the new text has inserted on the side where something else now goes.
std::string NewHome::newcomer(const Seat& seat) const {
  const auto found = places_after_.find(seat.target);
  if (found == places_after_.end() || seat.act == Act::append) return {};
  const auto place = found->second;
  const bool forward = seat.act == Act::insert_after;
  std::optional<std::size_t> side;
  for (std::size_t j = forward ? place + 1 : 0; j < (forward ? after_.size() : place); ++j) {
    if (after_[j].parent == after_[place].parent && !(forward && side)) side = j;
  }
  if (!side || (matching_.before_of[*side] && !moved_[*side])) return {};
  return after_[*side].name.empty() ? after_[*side].provision->id : after_[*side].name;
}

NewHome::Seat NewHome::beside(Act act, std::size_t place, bool relocated) const {
  Seat seat{act, after_[*matching_.after_of[place]].provision->id, relocated, {}};
  seat.neighbour = newcomer(seat);
  return seat;
}

std::optional<NewHome::Seat> NewHome::seat(Act act, std::size_t place) const {
  if (act == Act::append) {
    if (!standing(place)) return std::nullopt;
    Seat seat{act, after_[*matching_.after_of[place]].provision->id, false, {}};
    // At the end of what is there, which may be new too.
    const auto& siblings = after_[*matching_.after_of[place]].provision->children;
    if (!siblings.empty()) {
      const auto last = std::find_if(after_.begin(), after_.end(), [&](const auto& listed) {
        return listed.provision == &siblings.back();
      });
      const auto at = static_cast<std::size_t>(last - after_.begin());
      seat.neighbour = matching_.before_of[at] && !moved_[at] ? std::string() : last->name;
    }
    return seat;
  }
  if (stays(place)) return beside(act, place, false);
  if (const auto previous = sibling(place, false)) {
    return beside(Act::insert_after, *previous, true);
  }
  if (const auto next = sibling(place, true)) return beside(Act::insert_before, *next, true);
  const auto parent = before_[place].parent;
  if (!parent || !standing(*parent)) return std::nullopt;
  return Seat{Act::append, after_[*matching_.after_of[*parent]].provision->id, true, {}};
}

std::optional<NewHome::Seat> NewHome::nearest_seat(ProvisionKind kind, std::size_t place) const {
  std::optional<Seat> later;
  for (std::size_t i = 0; i < before_.size(); ++i) {
    if (before_[i].provision->kind != kind || !standing(i)) continue;
    if (i > place && later) break;
    later = beside(Act::insert_after, i, true);
  }
  return later;
}

}  // namespace quyche

#include "localise/seating.hpp"

#include <iterator>
#include <utility>

namespace quyche {

Seating::Seat* Seating::find(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

void Seating::seat_all(Seats& seats, Seats::iterator before, std::vector<Provision> provisions) {
  for (auto& provision : provisions) {
    auto children = std::exchange(provision.children, {});
    const auto place = seats.emplace(before);
    place->provision = std::move(provision);
    place->siblings = &seats;
    place->place = place;
    by_id_.emplace(place->provision.id, &*place);
    seat_all(place->below, place->below.end(), std::move(children));
  }
}

void Seating::forget(const Seat& seat) {
  const auto found = by_id_.find(seat.provision.id);
  if (found != by_id_.end() && found->second == &seat) by_id_.erase(found);
  for (const auto& each : seat.below) forget(each);
}

void Seating::insert_before(Seat& seat, std::vector<Provision> provisions) {
  seat_all(*seat.siblings, seat.place, std::move(provisions));
}

void Seating::insert_after(Seat& seat, std::vector<Provision> provisions) {
  seat_all(*seat.siblings, std::next(seat.place), std::move(provisions));
}

void Seating::append(Seat& seat, std::vector<Provision> provisions) {
  seat_all(seat.below, seat.below.end(), std::move(provisions));
}

void Seating::remove(Seat& seat) {
  forget(seat);
  seat.siblings->erase(seat.place);
}

void Seating::replace(Seat& seat, std::vector<Provision> provisions) {
  forget(seat);
  insert_before(seat, std::move(provisions));
  seat.siblings->erase(seat.place);
}

void Seating::collect(const Seats& seats, std::vector<std::string>& ids) {
  for (const auto& seat : seats) {
    ids.push_back(seat.provision.id);
    collect(seat.below, ids);
  }
}

std::vector<std::string> Seating::ids() const {
  std::vector<std::string> ids;
  collect(top_, ids);
  return ids;
}

std::vector<Provision> Seating::collected(Seats& seats) {
  std::vector<Provision> provisions;
  provisions.reserve(seats.size());
  for (auto& seat : seats) {
    seat.provision.children = collected(seat.below);
    provisions.push_back(std::move(seat.provision));
  }
  return provisions;
}

std::vector<Provision> Seating::take() {
  by_id_.clear();
  auto body = collected(top_);
  top_.clear();
  return body;
}

}  // namespace quyche

#pragma once
// A body of provisions taken apart into seats that are found by id and keep their place while
// others come and go: what amendments are applied to. Owns the provisions until they are taken
// back.

#include <list>
#include <string>
#include <unordered_map>
#include <vector>

#include "quyche/regulation.hpp"

namespace quyche {

class Seating {
 public:
  struct Seat;
  using Seats = std::list<Seat>;
  struct Seat {
    Provision provision;  ///< without its children
    Seats below;
    Seats* siblings = nullptr;  ///< the list it is in
    Seats::iterator place;      ///< and where
  };

  explicit Seating(std::vector<Provision> body) { seat_all(top_, top_.end(), std::move(body)); }

  /// Null when no provision has the id.
  [[nodiscard]] Seat* find(const std::string& id) const;
  void insert_before(Seat& seat, std::vector<Provision> provisions);
  void insert_after(Seat& seat, std::vector<Provision> provisions);
  void append(Seat& seat, std::vector<Provision> provisions);
  void remove(Seat& seat);
  void replace(Seat& seat, std::vector<Provision> provisions);
  /// In reading order.
  [[nodiscard]] std::vector<std::string> ids() const;
  /// The body again; nothing is seated afterwards.
  [[nodiscard]] std::vector<Provision> take();

 private:
  void seat_all(Seats& seats, Seats::iterator before, std::vector<Provision> provisions);
  void forget(const Seat& seat);
  static void collect(const Seats& seats, std::vector<std::string>& ids);
  static std::vector<Provision> collected(Seats& seats);

  Seats top_;
  std::unordered_map<std::string, Seat*> by_id_;
};

}  // namespace quyche

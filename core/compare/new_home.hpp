#pragma once
// Where the places of an old text are in its successor: heirs of provisions, and seats for what
// stood next to them. For transplant; refers to both texts.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compare/matching.hpp"
#include "district/amendments.hpp"

namespace quyche {

class NewHome {
 public:
  NewHome(const Regulation& before, const Regulation& after);

  struct Seat {
    Amendment::Act act;
    std::string target;
    bool relocated = false;  ///< not where it stood: the neighbour is gone
    std::string neighbour;   ///< name of what the new text inserted at the same place
  };

  /// These of the new text are no seats: the list removes them.
  void give_up(const std::set<std::string>& ids) { given_up_.insert(ids.begin(), ids.end()); }

  [[nodiscard]] const ProvisionList& before() const { return before_; }
  [[nodiscard]] const ProvisionList& after() const { return after_; }
  [[nodiscard]] std::optional<std::size_t> find_before(const std::string& id) const;
  [[nodiscard]] std::optional<std::size_t> heir(std::size_t place) const;
  /// The heir, or the provision of the new text that took in what it said.
  [[nodiscard]] std::optional<std::size_t> heir_of_words(std::size_t place) const;
  [[nodiscard]] bool moved(std::size_t heir) const { return moved_[heir]; }
  /// Whether the successor says the same, with everything below.
  [[nodiscard]] bool same(const Provision& base, const Provision& above) const;
  /// What the new text has of its own beside `place` and says the same as `provision`.
  [[nodiscard]] const Provision* adopted(std::size_t place, const Provision& provision) const;
  /// Beside the heir of `place`, or of its nearest sibling left, or under its parent's heir.
  [[nodiscard]] std::optional<Seat> seat(Amendment::Act act, std::size_t place) const;
  /// Beside the nearest provision of `kind` that is left.
  [[nodiscard]] std::optional<Seat> nearest_seat(ProvisionKind kind, std::size_t place) const;

 private:
  using Places = std::map<std::string_view, std::size_t>;  ///< by id
  static Places places_of(const ProvisionList& list);
  [[nodiscard]] std::optional<std::size_t> standing(std::size_t place) const;
  [[nodiscard]] bool stays(std::size_t place) const;
  [[nodiscard]] std::string newcomer(const Seat& seat) const;
  [[nodiscard]] Seat beside(Amendment::Act act, std::size_t place, bool relocated) const;
  [[nodiscard]] std::optional<std::size_t> sibling(std::size_t place, bool forward) const;

  ProvisionList before_;
  ProvisionList after_;
  Matching matching_;
  std::vector<std::optional<std::size_t>> absorbed_;
  std::vector<bool> moved_;
  Places places_before_;
  Places places_after_;
  std::set<std::string> given_up_;
};

}  // namespace quyche

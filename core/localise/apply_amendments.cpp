#include "localise/apply_amendments.hpp"

#include <optional>
#include <set>
#include <string>

#include "base/text.hpp"
#include "model/pattern.hpp"

namespace quyche {
namespace {

/// Where a provision stands: its siblings and its place among them.
struct Seat {
  std::vector<Provision>* siblings;
  std::size_t index;
  [[nodiscard]] Provision& provision() const { return (*siblings)[index]; }
};

std::optional<Seat> find_seat(std::vector<Provision>& siblings, const std::string& id) {
  for (std::size_t i = 0; i < siblings.size(); ++i) {
    if (siblings[i].id == id) return Seat{&siblings, i};
    if (auto seat = find_seat(siblings[i].children, id)) return seat;
  }
  return std::nullopt;
}

void collect_ids(const std::vector<Provision>& provisions, std::vector<std::string>& ids) {
  for (const auto& provision : provisions) {
    ids.push_back(provision.id);
    collect_ids(provision.children, ids);
  }
}

bool holds_mandatory(const Provision& provision) {
  if (provision.mandatory) return true;
  for (const auto& child : provision.children) {
    if (holds_mandatory(child)) return true;
  }
  return false;
}

void sign(Provision& provision, const Origin& origin) {
  provision.origins.push_back(origin);
  for (auto& child : provision.children) sign(child, origin);
}

class Amender {
 public:
  Amender(std::vector<Provision>& body, const Origin& origin, Diagnostics& found)
      : body_(body), origin_(origin), found_(found) {}

  void apply(const Amendment& amendment) {
    const auto seat = find_seat(body_, amendment.target);
    if (!seat) {
      report_unknown(amendment);
      return;
    }
    const bool takes_away =
        amendment.act == Amendment::Act::remove || amendment.act == Amendment::Act::replace;
    const bool rewords_mandatory =
        amendment.act == Amendment::Act::reword && seat->provision().mandatory;
    if (rewords_mandatory || (takes_away && holds_mandatory(seat->provision()))) {
      found_.add({Severity::error,
                  {"localise.mandatory", {amendment.target}},
                  amendment.place,
                  {{"hint.mandatory", {}}}});
      return;
    }
    if (amendment.act == Amendment::Act::reword) {
      reword(seat->provision(), amendment.provisions.front());
      return;
    }
    if (!ids_are_new(amendment)) return;
    carry_out(amendment, *seat);
  }

 private:
  void report_unknown(const Amendment& amendment) {
    std::vector<std::string> ids;
    collect_ids(body_, ids);
    std::vector<Text> hints;
    if (const auto near = nearest(amendment.target, ids); !near.empty()) {
      hints.push_back({"hint.did-you-mean", {near}});
    }
    found_.add({Severity::error,
                {"localise.unknown-target", {amendment.target}},
                amendment.place,
                std::move(hints)});
  }

  /// New provisions may take over the ids of what they replace, and no others.
  bool ids_are_new(const Amendment& amendment) {
    std::vector<std::string> added;
    collect_ids(amendment.provisions, added);
    std::set<std::string> replaced;
    if (amendment.act == Amendment::Act::replace) {
      std::vector<std::string> gone{amendment.target};
      collect_ids(find_seat(body_, amendment.target)->provision().children, gone);
      replaced.insert(gone.begin(), gone.end());
    }
    bool fresh = true;
    std::set<std::string> taken;
    for (const auto& id : added) {
      const bool first = taken.insert(id).second;
      if (first && (replaced.contains(id) || !find_seat(body_, id))) continue;
      fresh = false;
      found_.add({Severity::error, {"localise.duplicate-id", {id}}, amendment.place, {}});
    }
    return fresh;
  }

  void reword(Provision& provision, const Provision& words) {
    provision.heading = words.heading;
    provision.text = words.text;
    provision.rows = words.rows;
    auto origin = origin_;
    origin.act = Origin::Act::replaced;
    provision.origins.push_back(std::move(origin));
  }

  void carry_out(const Amendment& amendment, const Seat& seat) {
    auto added = amendment.provisions;
    auto origin = origin_;
    auto& siblings = *seat.siblings;
    const auto at = siblings.begin() + static_cast<std::ptrdiff_t>(seat.index);
    if (amendment.act == Amendment::Act::replace) {
      origin.act = Origin::Act::replaced;
      for (auto& provision : added) {
        sign(provision, origin);
        provision.origins.insert(provision.origins.begin(), at->origins.begin(), at->origins.end());
      }
      const auto next = siblings.erase(at);
      siblings.insert(next, added.begin(), added.end());
      return;
    }
    origin.act = Origin::Act::inserted;
    for (auto& provision : added) sign(provision, origin);
    if (amendment.act == Amendment::Act::remove) {
      siblings.erase(at);
    } else if (amendment.act == Amendment::Act::insert_before) {
      siblings.insert(at, added.begin(), added.end());
    } else if (amendment.act == Amendment::Act::insert_after) {
      siblings.insert(at + 1, added.begin(), added.end());
    } else {
      auto& children = at->children;
      children.insert(children.end(), added.begin(), added.end());
    }
  }

  std::vector<Provision>& body_;
  const Origin& origin_;
  Diagnostics& found_;
};

}  // namespace

void apply_amendments(std::vector<Provision>& body, const std::vector<Amendment>& amendments,
                      const Values& values, const Origin& origin, Diagnostics& found) {
  Amender amender(body, origin, found);
  for (const auto& amendment : amendments) {
    const auto applies = holds(amendment.when, values);
    if (!applies) {
      found.add({Severity::error,
                 {"localise.undecided", {write_condition(*amendment.when)}},
                 amendment.place,
                 {{"hint.undecided", {}}}});
    } else if (*applies) {
      amender.apply(amendment);
    }
  }
}

}  // namespace quyche

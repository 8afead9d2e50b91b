#include "localise/apply_amendments.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "localise/seating.hpp"
#include "model/pattern.hpp"

namespace quyche {
namespace {

void collect_ids(const std::vector<Provision>& provisions, std::vector<std::string>& ids) {
  for (const auto& provision : provisions) {
    ids.push_back(provision.id);
    collect_ids(provision.children, ids);
  }
}

void collect_ids(const Seating::Seat& seat, std::set<std::string>& ids) {
  ids.insert(seat.provision.id);
  for (const auto& below : seat.below) collect_ids(below, ids);
}

bool holds_mandatory(const Seating::Seat& seat) {
  return seat.provision.mandatory ||
         std::any_of(seat.below.begin(), seat.below.end(), holds_mandatory);
}

void sign(Provision& provision, const Origin& origin) {
  provision.origins.push_back(origin);
  for (auto& child : provision.children) sign(child, origin);
}

class Amender {
 public:
  Amender(Seating& seating, const Origin& origin, Diagnostics& found)
      : seating_(seating), origin_(origin), found_(found) {}

  void apply(const Amendment& amendment) {
    auto* seat = seating_.find(amendment.target);
    if (seat == nullptr) {
      report_unknown(amendment);
      return;
    }
    const bool takes_away =
        amendment.act == Amendment::Act::remove || amendment.act == Amendment::Act::replace;
    const bool rewords_mandatory =
        amendment.act == Amendment::Act::reword && seat->provision.mandatory;
    if (rewords_mandatory || (takes_away && holds_mandatory(*seat))) {
      found_.add({Severity::error,
                  {"localise.mandatory", {amendment.target}},
                  amendment.place,
                  {{"hint.mandatory", {}}}});
      return;
    }
    if (amendment.act == Amendment::Act::reword) {
      reword(seat->provision, amendment.provisions.front());
      return;
    }
    if (!ids_are_new(amendment, *seat)) return;
    carry_out(amendment, *seat);
  }

 private:
  void report_unknown(const Amendment& amendment) {
    std::vector<Text> hints;
    if (const auto near = nearest(amendment.target, seating_.ids()); !near.empty()) {
      hints.push_back({"hint.did-you-mean", {near}});
    }
    found_.add({Severity::error,
                {"localise.unknown-target", {amendment.target}},
                amendment.place,
                std::move(hints)});
  }

  /// New provisions may take over the ids of what they replace, and no others.
  bool ids_are_new(const Amendment& amendment, const Seating::Seat& seat) {
    std::vector<std::string> added;
    collect_ids(amendment.provisions, added);
    std::set<std::string> replaced;
    if (amendment.act == Amendment::Act::replace) collect_ids(seat, replaced);
    bool fresh = true;
    std::set<std::string> taken;
    for (const auto& id : added) {
      const bool first = taken.insert(id).second;
      if (first && (replaced.contains(id) || seating_.find(id) == nullptr)) continue;
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

  void carry_out(const Amendment& amendment, Seating::Seat& seat) {
    auto added = amendment.provisions;
    auto origin = origin_;
    const bool replaces = amendment.act == Amendment::Act::replace;
    origin.act = replaces ? Origin::Act::replaced : Origin::Act::inserted;
    for (auto& provision : added) sign(provision, origin);
    if (replaces) {
      const auto& before = seat.provision.origins;
      for (auto& provision : added) {
        provision.origins.insert(provision.origins.begin(), before.begin(), before.end());
      }
      seating_.replace(seat, std::move(added));
    } else if (amendment.act == Amendment::Act::remove) {
      seating_.remove(seat);
    } else if (amendment.act == Amendment::Act::insert_before) {
      seating_.insert_before(seat, std::move(added));
    } else if (amendment.act == Amendment::Act::insert_after) {
      seating_.insert_after(seat, std::move(added));
    } else {
      seating_.append(seat, std::move(added));
    }
  }

  Seating& seating_;
  const Origin& origin_;
  Diagnostics& found_;
};

}  // namespace

void apply_amendments(std::vector<Provision>& body, const std::vector<Amendment>& amendments,
                      const Values& values, const Origin& origin, Diagnostics& found) {
  Seating seating(std::move(body));
  Amender amender(seating, origin, found);
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
  body = seating.take();
}

}  // namespace quyche

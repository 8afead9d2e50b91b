#include "compare/transplant.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "compare/derivation.hpp"
#include "compare/line_rewriting.hpp"
#include "compare/new_home.hpp"
#include "compare/provision_merge.hpp"
#include "compare/reference_moves.hpp"

namespace quyche {
namespace {

using Act = Amendment::Act;
using Question = RebaseConflict::Kind;

void collect_ids(const Provision& provision, std::set<std::string>& ids) {
  ids.insert(provision.id);
  for (const auto& child : provision.children) collect_ids(child, ids);
}

class Transplanter {
 public:
  Transplanter(const Regulation& before, const Regulation& after, const Choices& choices,
               Diagnostics& found)
      : before_(before), after_(after), home_(before, after), choices_(choices), found_(found) {
    for (const auto& listed : home_.after()) taken_.insert(listed.provision->id);
  }

  Transplant run(const std::vector<Amendment>& list) {
    for (const auto& amendment : list) {
      for (const auto& provision : amendment.provisions) collect_ids(provision, local_ids_);
    }
    for (const auto& amendment : list) carry(amendment);
    result_.references = move_references(home_, removed_, renamed_, result_.list);
    return std::move(result_);
  }

 private:
  void carry(const Amendment& amendment) {
    const auto place = home_.find_before(amendment.target);
    const bool inserts = amendment.act == Act::insert_after ||
                         amendment.act == Act::insert_before || amendment.act == Act::append;
    if (inserts) {
      insert(amendment, place);
    } else if (!place) {
      carry_own(amendment);
    } else if (amendment.act == Act::reword) {
      reword(amendment, *place);
    } else if (amendment.act == Act::remove) {
      remove(amendment, *place);
    } else {
      replace(amendment, *place);
    }
  }

  /// What the list itself has inserted is nobody else's business.
  void carry_own(const Amendment& amendment) {
    if (local_ids_.contains(amendment.target)) {
      keep(amendment, renamed(amendment.target));
    } else {
      found_.add(
          {Severity::error, {"localise.unknown-target", {amendment.target}}, amendment.place, {}});
    }
  }

  [[nodiscard]] std::string renamed(const std::string& id) const {
    const auto found = renamed_.find(id);
    return found == renamed_.end() ? id : found->second;
  }

  void keep(Amendment amendment, std::string target) {
    amendment.target = std::move(target);
    result_.list.push_back(std::move(amendment));
  }

  [[nodiscard]] std::string shown(const Provision& provision, bool deep) const {
    return shown_provision(provision, after_.fields, deep);
  }

  [[nodiscard]] RebaseConflict question(Question kind, std::size_t place) const {
    const auto& listed = home_.before()[place];
    RebaseConflict conflict;
    conflict.kind = kind;
    conflict.id = listed.provision->id;
    const auto heir = home_.heir(place);
    conflict.name = heir ? home_.after()[*heir].name : listed.name;
    if (conflict.name.empty()) conflict.name = conflict.id;
    conflict.base = shown(*listed.provision, kind == Question::removed_here);
    return conflict;
  }

  /// The wording a person chose, if somebody did.
  std::optional<std::string> decide(RebaseConflict conflict) {
    conflict.key = conflict_key(conflict);
    const auto chosen = choices_.find(conflict.key);
    if (chosen != choices_.end()) return chosen->second;
    result_.conflicts.push_back(std::move(conflict));
    return std::nullopt;
  }

  void refuse(std::size_t heir, const Place& place) {
    const auto& listed = home_.after()[heir];
    const auto& name = listed.name.empty() ? listed.provision->id : listed.name;
    found_.add(
        {Severity::error, {"rebase.mandatory", {name}}, place, {{"hint.rebase-mandatory", {}}}});
  }

  void note(const char* code, const std::string& name, const Place& place) {
    found_.add({Severity::warning, {code, {name}}, place, {}});
  }

  void reword(const Amendment& amendment, std::size_t place) {
    const auto& base = *home_.before()[place].provision;
    const auto heir = home_.heir(place);
    if (!heir) {
      reword_gone(amendment, place);
      return;
    }
    const auto& above = *home_.after()[*heir].provision;
    const auto& local = amendment.provisions.front();
    auto [words, clash] = merge_words(base, above, local);
    if (clash) {
      auto conflict = question(Question::reworded_twice, place);
      conflict.above = shown(above, false);
      conflict.local = shown(local, false);
      conflict.proposal = shown(words, false);
      const auto chosen = decide(conflict);
      if (!chosen) return;
      words = chosen_words(*chosen, {above, local, words}, amendment.place);
    }
    if (same_words(words, above)) return;
    if (above.mandatory) {
      refuse(*heir, amendment.place);
      return;
    }
    words.children.clear();
    words.origins.clear();
    keep({Act::reword, {}, {std::move(words)}, amendment.when, amendment.place}, above.id);
  }

  struct Wordings {
    const Provision& above;
    const Provision& local;
    const Provision& proposal;
  };

  /// One of the wordings on offer, or what a person wrote instead: heading, then sentence.
  Provision chosen_words(const std::string& chosen, const Wordings& on, const Place& place) {
    for (const auto* each : {&on.local, &on.proposal, &on.above}) {
      if (chosen != shown(*each, false)) continue;
      auto words = on.above;
      words.heading = each->heading;
      words.text = each->text;
      words.rows = each->rows;
      return words;
    }
    if (!on.above.rows.empty()) note("rebase.bad-choice", on.above.id, place);
    auto words = on.above;
    if (!on.above.rows.empty()) return words;
    const LineRewriting lines{after_.fields, {}, [](const std::string& id) { return id; }};
    const auto cut = on.above.heading.empty() ? std::string::npos : chosen.find('\n');
    const bool only_heading = !on.above.heading.empty() && cut == std::string::npos;
    const auto line = [](const std::string& text) {
      return text.empty() ? Inlines{} : Inlines{{Inline::Kind::text, text, {}, {}}};
    };
    const auto sentence = only_heading               ? std::string()
                          : cut == std::string::npos ? chosen
                                                     : chosen.substr(cut + 1);
    if (!on.above.heading.empty()) {
      words.heading = lines.rewrite(on.proposal.heading, line(chosen.substr(0, cut)));
    }
    words.text = lines.rewrite(on.proposal.text, line(sentence));
    return words;
  }

  /// Changed here, gone above.
  void reword_gone(const Amendment& amendment, std::size_t place) {
    auto words = amendment.provisions.front();
    auto conflict = question(Question::removed_above, place);
    conflict.local = shown(words, false);
    if (const auto home = home_.heir_of_words(place)) {
      found_.add({Severity::warning,
                  {"rebase.merged-above", {conflict.name, home_.after()[*home].name}},
                  amendment.place,
                  {{"hint.rebase-merged-above", {}}}});
    }
    const auto chosen = decide(conflict);
    if (!chosen || chosen->empty()) return;
    words = chosen_words(*chosen, {words, words, words}, amendment.place);
    words.children = home_.before()[place].provision->children;
    settle(
        {Act::insert_after, amendment.target, {std::move(words)}, amendment.when, amendment.place},
        place);
  }

  void remove(const Amendment& amendment, std::size_t place) {
    const auto heir = home_.heir(place);
    const auto& base = *home_.before()[place].provision;
    if (!heir) return;  // both sides removed it
    const auto& above = *home_.after()[*heir].provision;
    if (holds_mandatory(above)) {
      refuse(*heir, amendment.place);
      return;
    }
    if (!home_.same(base, above)) {
      auto conflict = question(Question::removed_here, place);
      conflict.above = shown(above, true);
      conflict.proposal = conflict.above;
      const auto chosen = decide(conflict);
      if (!chosen || !chosen->empty()) return;
    }
    if (home_.moved(*heir) && local_ids_.contains(amendment.target)) {
      note("rebase.moved-twice", home_.after()[*heir].name, amendment.place);
    }
    std::set<std::string> gone;
    collect_ids(above, gone);
    for (const auto& id : gone) taken_.erase(id);
    removed_.insert(gone.begin(), gone.end());
    home_.give_up(gone);
    keep(amendment, above.id);
  }

  void replace(const Amendment& amendment, std::size_t place) {
    const auto& base = *home_.before()[place].provision;
    const auto heir = home_.heir(place);
    if (heir && home_.same(base, *home_.after()[*heir].provision)) {
      if (holds_mandatory(*home_.after()[*heir].provision)) {
        refuse(*heir, amendment.place);
      } else {
        keep(amendment, home_.after()[*heir].provision->id);
      }
      return;
    }
    // Both changed it, or it is gone: step by step what the replacement changes.
    Regulation old_one = before_;
    Regulation new_one = before_;
    old_one.body = {base};
    new_one.body = amendment.provisions;
    if (new_one.body.size() == 1) new_one.body.front().id = base.id;
    Diagnostics refused;
    for (auto& step : derive_amendments(old_one, new_one, true, refused)) {
      step.when = amendment.when;
      step.place = amendment.place;
      carry(step);
    }
    for (auto finding : refused.findings()) {
      finding.place = amendment.place;
      found_.add(std::move(finding));
    }
  }

  void insert(const Amendment& amendment, std::optional<std::size_t> place) {
    if (!place) {
      carry_inserted(amendment);
      return;
    }
    auto fresh = amendment;
    std::erase_if(fresh.provisions, [&](const Provision& provision) {
      const auto* twin = home_.adopted(*place, provision);
      if (twin != nullptr) {
        renamed_[provision.id] = twin->id;
        note("rebase.adopted", shown(provision, false), amendment.place);
      }
      return twin != nullptr;
    });
    if (!fresh.provisions.empty()) settle(std::move(fresh), *place);
  }

  /// Next to what the list itself has inserted, wherever that is now.
  void carry_inserted(Amendment amendment) {
    if (!local_ids_.contains(amendment.target)) {
      carry_own(amendment);
      return;
    }
    for (auto& provision : amendment.provisions) make_fresh(provision);
    const auto target = renamed(amendment.target);
    keep(std::move(amendment), target);
  }

  /// Ids of provisions that came from above in the meantime are theirs.
  void make_fresh(Provision& provision) {
    const auto old_id = provision.id;
    for (int again = 2; !taken_.insert(provision.id).second; ++again) {
      provision.id = old_id + "_" + std::to_string(again);
    }
    if (provision.id != old_id) renamed_[old_id] = provision.id;
    for (auto& child : provision.children) make_fresh(child);
  }

  [[nodiscard]] RebaseConflict homeless(const Amendment& amendment, std::size_t place) const {
    auto conflict = question(Question::homeless, place);
    conflict.base.clear();
    for (const auto& each : amendment.provisions) {
      conflict.local += (conflict.local.empty() ? "" : "\n") + shown(each, true);
    }
    return conflict;
  }

  void settle(Amendment amendment, std::size_t place) {
    auto seat = home_.seat(amendment.act, place);
    if (!seat) {
      const auto chosen = decide(homeless(amendment, place));
      if (!chosen || chosen->empty()) return;
      seat = home_.nearest_seat(amendment.provisions.front().kind, place);
    }
    if (!seat) {
      found_.add({Severity::error, {"derive.nothing-left", {}}, amendment.place, {}});
      return;
    }
    if (!seat->neighbour.empty()) note("rebase.same-place", seat->neighbour, amendment.place);
    for (auto& provision : amendment.provisions) make_fresh(provision);
    const auto last = amendment.provisions.back().id;
    amendment.act = seat->act;
    auto target =
        seat->act == Act::insert_after ? anchor_of(*seat, last, amendment.when) : seat->target;
    keep(std::move(amendment), std::move(target));
  }

  /// Those that lost their neighbour follow each other in their old order.
  std::string anchor_of(const NewHome::Seat& seat, const std::string& last,
                        const std::optional<Condition>& condition) {
    auto& [tail, when] = tails_[seat.target];
    const bool chains = seat.relocated && !tail.empty() && (!when || when == condition);
    auto anchor = chains ? tail : seat.target;
    if (chains || tail.empty()) {
      tail = last;
      when = condition;
    }
    return anchor;
  }

  const Regulation& before_;
  const Regulation& after_;
  NewHome home_;
  const Choices& choices_;
  Diagnostics& found_;
  std::set<std::string> taken_;      ///< ids of the new text and of what was inserted so far
  std::set<std::string> local_ids_;  ///< of everything the list writes
  std::set<std::string> removed_;
  std::map<std::string, std::string> renamed_;
  std::map<std::string, std::pair<std::string, std::optional<Condition>>> tails_;
  Transplant result_;
};

}  // namespace

Transplant transplant_amendments(const Regulation& before, const Regulation& after,
                                 const std::vector<Amendment>& list, const Choices& choices,
                                 Diagnostics& found) {
  return Transplanter(before, after, choices, found).run(list);
}

}  // namespace quyche

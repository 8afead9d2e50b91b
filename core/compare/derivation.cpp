#include "compare/derivation.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "compare/line_rewriting.hpp"

namespace quyche {
namespace {

class Deriver {
 public:
  Deriver(const Regulation& model, const Regulation& edited, bool trust_ids, Diagnostics& found)
      : before_(list_provisions(model, {})),
        after_(list_provisions(edited, {})),
        matching_(match_provisions(before_, after_, trust_ids)),
        moved_(moved_provisions(before_, after_, matching_)),
        found_(found),
        lines_{model.fields, edited.fields,
               [this](const std::string& id) { return model_id(id); }} {
    for (const auto& listed : before_) taken_.insert(listed.provision->id);
    for (std::size_t j = 0; j < after_.size(); ++j) name(j);
  }

  std::vector<Amendment> run() {
    remove_gone();
    walk(std::nullopt);
    return std::move(list_);
  }

 private:
  void name(std::size_t j) {
    auto& id = ids_[after_[j].provision->id];
    places_[after_[j].provision] = j;
    if (const auto i = matching_.before_of[j]) {
      id = before_[*i].provision->id;
      return;
    }
    const auto parent = after_[j].parent;
    const auto stem = (parent ? model_id(after_[*parent].provision->id) + "." : "") + "added_";
    for (auto& number = counts_[stem]; id.empty();) {
      auto candidate = stem + std::to_string(++number);
      if (taken_.insert(candidate).second) id = std::move(candidate);
    }
  }

  [[nodiscard]] std::string model_id(const std::string& edited_id) const {
    const auto found = ids_.find(edited_id);
    return found == ids_.end() ? edited_id : found->second;
  }

  [[nodiscard]] bool is_new(std::size_t j) const { return !matching_.before_of[j] || moved_[j]; }

  void amend(Amendment::Act act, const std::string& target, std::vector<Provision> provisions) {
    list_.push_back({act, target, std::move(provisions), std::nullopt, {}});
  }

  void refuse(const char* code, const ListedProvision& listed) {
    const auto& name = listed.name.empty() ? listed.provision->id : listed.name;
    found_.add({Severity::error,
                {code, {name}},
                {{}, {{PlaceStep::Kind::provision, listed.provision->id}}, listed.heading, 0, 0},
                {{"hint.derive-mandatory", {}}}});
  }

  void remove_gone() {
    std::vector<bool> gone(before_.size(), false);
    for (std::size_t i = 0; i < before_.size(); ++i) {
      const auto parent = before_[i].parent;
      const auto j = matching_.after_of[i];
      const bool below = parent && gone[*parent];
      gone[i] = below || !j || moved_[*j];
      if (!gone[i] || below) continue;
      if (holds_mandatory(*before_[i].provision)) {
        refuse("derive.mandatory-removed", before_[i]);
      } else {
        amend(Amendment::Act::remove, before_[i].provision->id, {});
      }
    }
  }

  [[nodiscard]] std::vector<std::size_t> children(std::optional<std::size_t> parent) const {
    std::vector<std::size_t> places;
    for (std::size_t j = parent ? *parent + 1 : 0; j < after_.size(); ++j) {
      if (parent && (!after_[j].parent || *after_[j].parent < *parent)) break;
      if (after_[j].parent == parent) places.push_back(j);
    }
    return places;
  }

  void walk(std::optional<std::size_t> parent) {
    std::string previous;
    std::vector<Provision> pending;
    for (const auto j : children(parent)) {
      const auto id = model_id(after_[j].provision->id);
      if (!is_new(j)) {
        if (!pending.empty()) amend(Amendment::Act::insert_before, id, std::exchange(pending, {}));
        previous = id;
        reword(*matching_.before_of[j], j);
        walk(j);
      } else if (previous.empty()) {
        pending.push_back(build(*after_[j].provision));
      } else {
        insert_after(previous, build(*after_[j].provision));
        previous = id;
      }
    }
    if (pending.empty()) return;
    if (parent) {
      amend(Amendment::Act::append, model_id(after_[*parent].provision->id), std::move(pending));
    } else {
      found_.add({Severity::error, {"derive.nothing-left", {}}, {}, {}});
    }
  }

  /// New neighbours make one amendment.
  void insert_after(const std::string& previous, Provision fresh) {
    const bool follows = !list_.empty() && list_.back().act == Amendment::Act::insert_after &&
                         list_.back().provisions.back().id == previous;
    if (follows) {
      list_.back().provisions.push_back(std::move(fresh));
    } else {
      amend(Amendment::Act::insert_after, previous, {std::move(fresh)});
    }
  }

  void reword(std::size_t i, std::size_t j) {
    const auto& old_one = *before_[i].provision;
    const auto& new_one = *after_[j].provision;
    const bool same = lines_.same(old_one.heading, new_one.heading) &&
                      lines_.same(old_one.text, new_one.text) && same_rows(old_one, new_one);
    if (same) return;
    if (old_one.mandatory) {
      refuse("derive.mandatory-reworded", before_[i]);
      return;
    }
    auto reworded = own_words(new_one);
    reworded.children.clear();
    amend(Amendment::Act::reword, old_one.id, {std::move(reworded)});
  }

  [[nodiscard]] bool same_rows(const Provision& model, const Provision& edited) const {
    if (model.rows.size() != edited.rows.size()) return false;
    for (std::size_t r = 0; r < model.rows.size(); ++r) {
      if (model.rows[r].size() != edited.rows[r].size()) return false;
      for (std::size_t c = 0; c < model.rows[r].size(); ++c) {
        if (!lines_.same(model.rows[r][c], edited.rows[r][c])) return false;
      }
    }
    return true;
  }

  /// The edited provision without what stands below it, in the terms of the model.
  [[nodiscard]] Provision own_words(const Provision& edited) const {
    static const Provision none;
    const auto i = matching_.before_of[places_.at(&edited)];
    const auto& model = i ? *before_[*i].provision : none;
    Provision result;
    result.kind = edited.kind;
    result.id = model_id(edited.id);
    result.number = edited.number;
    result.mandatory = model.mandatory;
    result.optional = model.optional;
    result.when = i ? model.when : edited.when;
    result.heading = lines_.rewrite(model.heading, edited.heading);
    result.text = lines_.rewrite(model.text, edited.text);
    for (std::size_t r = 0; r < edited.rows.size(); ++r) {
      auto& row = result.rows.emplace_back();
      for (std::size_t c = 0; c < edited.rows[r].size(); ++c) {
        const bool known = r < model.rows.size() && c < model.rows[r].size();
        row.push_back(lines_.rewrite(known ? model.rows[r][c] : Inlines{}, edited.rows[r][c]));
      }
    }
    return result;
  }

  [[nodiscard]] Provision build(const Provision& edited) const {
    auto result = own_words(edited);
    for (const auto& child : edited.children) result.children.push_back(build(child));
    return result;
  }

  ProvisionList before_;
  ProvisionList after_;
  Matching matching_;
  std::vector<bool> moved_;
  Diagnostics& found_;
  LineRewriting lines_;
  std::map<std::string, std::string> ids_;
  std::map<const Provision*, std::size_t> places_;
  std::set<std::string> taken_;
  std::map<std::string, int> counts_;  ///< new provisions by the beginning of their ids
  std::vector<Amendment> list_;
};

}  // namespace

std::vector<Amendment> derive_amendments(const Regulation& model, const Regulation& edited,
                                         bool trust_ids, Diagnostics& found) {
  return Deriver(model, edited, trust_ids, found).run();
}

}  // namespace quyche

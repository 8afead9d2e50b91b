#include "localise/wording.hpp"

#include <algorithm>
#include <map>

#include "base/date.hpp"
#include "base/text.hpp"
#include "model/pattern.hpp"

namespace quyche {
namespace {

class TermSettler {
 public:
  TermSettler(const Values& values, Diagnostics& found) : values_(values), found_(found) {}

  /// The first wording that holds wins; terms learnt first win.
  void learn(const Term& term) {
    for (const auto& wording : term.wordings) {
      const auto fits = holds(wording.when, values_);
      if (!fits) {
        undecided_.emplace(term.name, write_condition(*wording.when));
        return;
      }
      if (!*fits) continue;
      if (auto words = fill_pattern(write_pattern(wording.text), values_)) {
        words_.emplace(term.name, std::move(*words));
      }
      return;
    }
  }

  [[nodiscard]] const Values& words() const { return words_; }

  void settle(Inlines& line) {
    for (auto& item : line) {
      if (item.kind != Inline::Kind::term) continue;
      const auto words = words_.find(item.value);
      if (words == words_.end()) {
        report(item.value);
        continue;
      }
      item.shown = item.form == "title"   ? capitalise(words->second)
                   : item.form == "upper" ? upper(words->second)
                                          : words->second;
    }
  }

  void settle(std::vector<Provision>& provisions) {
    for (auto& provision : provisions) {
      settle(provision.heading);
      settle(provision.text);
      for (auto& row : provision.rows) {
        for (auto& cell : row) settle(cell);
      }
      settle(provision.children);
    }
  }

  void settle(Frame& frame) {
    settle(frame.superior);
    settle(frame.issuer);
    settle(frame.type_name);
    for (auto& title : frame.titles) settle(title.text);
    for (auto& recipient : frame.recipients) settle(recipient);
    for (auto& mode : frame.sign_modes) {
      settle(mode.superior);
      settle(mode.issuer);
      for (auto& recipient : mode.recipients) settle(recipient);
      for (auto& signature : mode.signatures) {
        settle(signature.on_behalf);
        settle(signature.position);
      }
    }
  }

 private:
  void report(const std::string& name) {
    // Said once: the second place would only repeat it.
    if (!reported_.emplace(name, true).second) return;
    const auto open = undecided_.find(name);
    Diagnostic finding{Severity::error, {"localise.unknown-term", {name}}, {}, {}};
    if (open != undecided_.end()) {
      finding.message = {"localise.term-undecided", {name, open->second}};
    }
    found_.add(std::move(finding));
  }

  const Values& values_;
  Diagnostics& found_;
  Values words_;
  std::map<std::string, std::string> undecided_;
  std::map<std::string, bool> reported_;
};

template <typename Conditional>
void settle_list(std::vector<Conditional>& list, const Values& values) {
  std::erase_if(list,
                [&](const Conditional& item) { return !holds(item.when, values).value_or(true); });
  for (auto& item : list) {
    if (item.when && holds(*item.when, values)) item.when.reset();
  }
}

void settle_tree(std::vector<Provision>& provisions, const Values& values) {
  settle_list(provisions, values);
  for (auto& provision : provisions) settle_tree(provision.children, values);
}

using BasesById = std::map<std::string, const Basis*>;

/// What stands in the place of `basis` on `day`: itself, or the last of those that replaced it.
const Basis* in_force(const Basis& basis, const BasesById& by_id, Date day) {
  const auto* current = &basis;
  for (std::size_t hops = 0; hops < by_id.size(); ++hops) {
    const bool over = current->validity.to && *current->validity.to < day;
    const auto next = by_id.find(current->replaced_by);
    if (!over || next == by_id.end()) break;
    current = next->second;
  }
  return current;
}

}  // namespace

Values settle_terms(Regulation& regulation, const std::vector<Term>& local, const Values& values,
                    Diagnostics& found) {
  TermSettler settler(values, found);
  for (const auto& term : local) settler.learn(term);
  for (const auto& term : regulation.terms) settler.learn(term);
  settler.settle(regulation.frame);
  settler.settle(regulation.body);
  return settler.words();
}

void settle_conditions(Regulation& regulation, const Values& values) {
  settle_tree(regulation.body, values);
  settle_list(regulation.frame.titles, values);
  settle_list(regulation.bases, values);
}

void settle_bases(Regulation& regulation, Date day, Diagnostics& found) {
  BasesById by_id;
  for (const auto& basis : regulation.bases) by_id.emplace(basis.id, &basis);
  std::vector<const Basis*> kept;
  for (const auto& basis : regulation.bases) {
    const auto* current = in_force(basis, by_id, day);
    if (!current->validity.contains(day)) {
      // A successor that has not begun says nothing about its predecessor's text.
      const bool successor = current->validity.from && day < *current->validity.from;
      if (!successor) {
        found.add(
            {Severity::warning,
             {"localise.basis-not-in-force", {current->type, current->number, short_date(day)}},
             {},
             {}});
      }
      continue;
    }
    if (std::find(kept.begin(), kept.end(), current) == kept.end()) kept.push_back(current);
  }
  std::vector<Basis> bases;
  for (const auto* basis : kept) bases.push_back(*basis);
  regulation.bases = std::move(bases);
}

}  // namespace quyche

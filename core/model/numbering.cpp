#include "model/numbering.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/messages.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "model/pattern.hpp"

namespace quyche {
namespace {

constexpr std::size_t k_scenario_limit = 256;

/// One way the open conditions may be decided. `early` names the part decided before a village
/// fills anything: numbers must agree only among scenarios of the same early part.
struct Scenario {
  Values values;
  std::string early;
};

using ConditionFields = std::map<std::string, std::set<std::string>>;

void collect(const std::vector<Provision>& provisions, ConditionFields& fields) {
  for (const auto& provision : provisions) {
    if (provision.when) fields[provision.when->field].insert(provision.when->value);
    collect(provision.children, fields);
  }
}

/// The values a field may take: its choices when the conditions speak of these, else those the
/// conditions name. One named value alone leaves room for another; several are taken for all there
/// are (a list read back from Word knows only what its items show).
std::vector<std::string> possible_values(const Field* field, const std::set<std::string>& named) {
  std::vector<std::string> values;
  if (field != nullptr && field->type == FieldType::boolean) return {"true", "false"};
  if (field != nullptr) {
    for (const auto& choice : field->choices) values.push_back(choice.value);
  }
  const std::set<std::string> choices(values.begin(), values.end());
  const bool declared = std::includes(choices.begin(), choices.end(), named.begin(), named.end());
  if (declared) return values;
  values = std::vector<std::string>(named.begin(), named.end());
  if (values.size() == 1) values.emplace_back("*");
  return values;
}

const Field* find_field(const Regulation& regulation, const std::string& name) {
  for (const auto& field : regulation.fields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

std::vector<Scenario> scenarios_of(const Regulation& regulation) {
  ConditionFields fields;
  collect(regulation.body, fields);
  std::vector<Scenario> scenarios(1);
  for (const auto& [name, named] : fields) {
    const auto* field = find_field(regulation, name);
    const bool early = field == nullptr || field->level <= Level::commune;
    std::vector<Scenario> more;
    for (const auto& scenario : scenarios) {
      for (const auto& value : possible_values(field, named)) {
        if (more.size() == k_scenario_limit) break;
        auto next = scenario;
        next.values[name] = value;
        if (early) next.early += name + "=" + value + ";";
        more.push_back(std::move(next));
      }
    }
    scenarios = std::move(more);
  }
  return scenarios;
}

/// Counts through one scenario.
class Counter {
 public:
  Counter(const Scenario& scenario,
          std::map<std::pair<std::string, std::string>, std::string>& seen, Diagnostics& found,
          bool several_appendices)
      : scenario_(scenario), seen_(seen), found_(found), several_appendices_(several_appendices) {}

  void number(std::vector<Provision>& siblings) {
    std::map<ProvisionKind, int> counts;
    for (auto& provision : siblings) {
      if (!holds(provision.when, scenario_.values).value_or(true)) continue;
      set(provision, next(provision.kind, counts));
      number(provision.children);
    }
  }

 private:
  std::string next(ProvisionKind kind, std::map<ProvisionKind, int>& counts) {
    switch (kind) {
      case ProvisionKind::part:
        return roman(++parts_);
      case ProvisionKind::chapter:
        return roman(++chapters_);
      case ProvisionKind::appendix:
        // A single one is just "Phụ lục" (Nghị định 30/2020/NĐ-CP, Phụ lục I).
        return several_appendices_ ? roman(++appendices_) : std::string();
      case ProvisionKind::article:
        return std::to_string(++articles_);
      case ProvisionKind::section:
      case ProvisionKind::clause:
        return std::to_string(++counts[kind]);
      case ProvisionKind::point:
        return point_letter(++counts[kind]);
      case ProvisionKind::text:
      case ProvisionKind::table:
        return {};
    }
    return {};
  }

  void set(Provision& provision, const std::string& number) {
    const auto [place, fresh] = seen_.try_emplace({scenario_.early, provision.id}, number);
    if (fresh) {
      if (provision.number.empty()) provision.number = number;
      return;
    }
    if (place->second == number) return;
    Diagnostic finding{Severity::error,
                       {"regulation.unstable-number", {provision.id, place->second, number}},
                       {{}, {{PlaceStep::Kind::provision, provision.id}}, {}, 0, 0},
                       {{"hint.pair-alternatives", {}}}};
    found_.add(std::move(finding));
    place->second = number;
  }

  const Scenario& scenario_;
  std::map<std::pair<std::string, std::string>, std::string>& seen_;
  Diagnostics& found_;
  int parts_ = 0;
  int chapters_ = 0;
  int articles_ = 0;
  int appendices_ = 0;
  bool several_appendices_;
};

void clear_numbers(std::vector<Provision>& provisions) {
  for (auto& provision : provisions) {
    provision.number.clear();
    clear_numbers(provision.children);
  }
}

std::string words(const char* code, const std::string& number) {
  return sentence({code, {number}}, Language::vietnamese);
}

/// What a provision is called from outside its article and from within.
struct ReferenceName {
  std::string inner;    ///< inside its article: "điểm b khoản 2"; else the whole name
  std::string outer;    ///< its article: "Điều 7"; empty outside articles
  std::string article;  ///< ids, empty when it stands in none
  std::string clause;
};
using ReferenceNames = std::map<std::string, ReferenceName>;

std::string joined(const std::string& left, const std::string& right) {
  return left.empty() || right.empty() ? left + right : left + " " + right;
}

std::string own_words(const Provision& provision) {
  switch (provision.kind) {
    case ProvisionKind::part:
      return words("reference.part", provision.number);
    case ProvisionKind::chapter:
      return words("reference.chapter", provision.number);
    case ProvisionKind::section:
      return words("reference.section", provision.number);
    case ProvisionKind::article:
      return words("reference.article", provision.number);
    case ProvisionKind::clause:
      return words("reference.clause", provision.number);
    case ProvisionKind::point:
      return words("reference.point", provision.number);
    case ProvisionKind::appendix:
      return squeeze(words("reference.appendix", provision.number));
    case ProvisionKind::text:
    case ProvisionKind::table:
      return {};
  }
  return {};
}

ReferenceName name_within(const Provision& provision, const ReferenceName& parent) {
  auto name = parent;
  const auto own = own_words(provision);
  if (provision.kind == ProvisionKind::article) {
    name = {{}, own, provision.id, {}};
  } else if (provision.kind == ProvisionKind::section) {
    name.inner = joined(own, parent.inner);
  } else if (provision.kind == ProvisionKind::clause || provision.kind == ProvisionKind::point) {
    name.inner = joined(own, parent.inner);
    if (provision.kind == ProvisionKind::clause) name.clause = provision.id;
  } else if (!own.empty()) {
    name = {own, {}, {}, {}};
  }
  return name;
}

void name_all(const std::vector<Provision>& provisions, const ReferenceName& parent,
              ReferenceNames& names) {
  for (const auto& provision : provisions) {
    const auto name = name_within(provision, parent);
    names[provision.id] = name;
    name_all(provision.children, name, names);
  }
}

/// "điểm b khoản 2 Điều 7"; inside Điều 7 "điểm b khoản 2 Điều này", inside its khoản 2 "điểm b
/// khoản này" (Nghị định 34/2016/NĐ-CP, the usual way of citing).
std::string cited(const ReferenceName& target, const ReferenceName& holder) {
  const bool same_article = !target.article.empty() && target.article == holder.article;
  if (!same_article || target.inner.empty()) return joined(target.inner, target.outer);
  const auto space = target.inner.find(words("reference.clause", ""));
  const bool point = space != std::string::npos && space > 0;
  if (point && target.clause == holder.clause && !target.clause.empty()) {
    return joined(target.inner.substr(0, space - 1),
                  sentence({"reference.this-clause", {}}, Language::vietnamese));
  }
  return joined(target.inner, sentence({"reference.this-article", {}}, Language::vietnamese));
}

class Resolver {
 public:
  Resolver(const ReferenceNames& names, Diagnostics& found) : names_(names), found_(found) {}

  void resolve(std::vector<Provision>& provisions) {
    for (auto& provision : provisions) {
      resolve(provision.heading, provision.id);
      resolve(provision.text, provision.id);
      for (auto& row : provision.rows) {
        for (auto& cell : row) resolve(cell, provision.id);
      }
      resolve(provision.children);
    }
  }

 private:
  void resolve(Inlines& line, const std::string& holder) {
    for (auto& item : line) {
      if (item.kind != Inline::Kind::reference) continue;
      const auto target = names_.find(item.value);
      if (target != names_.end()) {
        item.shown = cited(target->second, names_.at(holder));
        if (item.form == "title") item.shown = capitalise(item.shown);
        continue;
      }
      found_.add({Severity::error,
                  {"regulation.dangling-reference", {item.value}},
                  {{}, {{PlaceStep::Kind::provision, holder}}, {}, 0, 0},
                  {{"hint.dangling-reference", {}}}});
    }
  }

  const ReferenceNames& names_;
  Diagnostics& found_;
};

}  // namespace

void number_provisions(Regulation& regulation, Diagnostics& found) {
  clear_numbers(regulation.body);
  std::map<std::pair<std::string, std::string>, std::string> seen;
  const auto appendices = std::count_if(
      regulation.body.begin(), regulation.body.end(),
      [](const Provision& provision) { return provision.kind == ProvisionKind::appendix; });
  for (const auto& scenario : scenarios_of(regulation)) {
    Counter(scenario, seen, found, appendices > 1).number(regulation.body);
  }
  ReferenceNames names;
  name_all(regulation.body, {}, names);
  Resolver(names, found).resolve(regulation.body);
}

std::string citation(const Provision& provision, const std::string& within) {
  const auto own = own_words(provision);
  const bool inside = provision.kind == ProvisionKind::section ||
                      provision.kind == ProvisionKind::clause ||
                      provision.kind == ProvisionKind::point;
  return own.empty() ? within : inside ? joined(own, within) : own;
}

std::string number_label(const Provision& provision) {
  switch (provision.kind) {
    case ProvisionKind::part:
      return words("label.part", provision.number);
    case ProvisionKind::chapter:
      return words("label.chapter", provision.number);
    case ProvisionKind::section:
      return words("label.section", provision.number);
    case ProvisionKind::article:
      return words("label.article", provision.number);
    case ProvisionKind::clause:
      return words("label.clause", provision.number);
    case ProvisionKind::point:
      return words("label.point", provision.number);
    case ProvisionKind::appendix:
      return squeeze(words("label.appendix", provision.number));
    case ProvisionKind::text:
    case ProvisionKind::table:
      return {};
  }
  return {};
}

}  // namespace quyche

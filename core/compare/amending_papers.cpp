#include "compare/amending_papers.hpp"

#include <map>
#include <utility>

#include "base/date.hpp"
#include "base/messages.hpp"
#include "base/text.hpp"
#include "compare/matching.hpp"
#include "model/numbering.hpp"

namespace quyche {
namespace {

constexpr std::string_view k_amending_suffix = "/amending";

Inlines line_of(std::string text) { return {{Inline::Kind::text, std::move(text), {}, {}}}; }

Provision paragraph(std::string text) {
  Provision result;
  result.kind = ProvisionKind::text;
  result.text = line_of(std::move(text));
  return result;
}

std::string shown_value(const LocalRegulation& local, const std::string& field) {
  const auto found = local.values.find(field);
  return found == local.values.end() ? std::string() : found->second;
}

/// "Quy chế số 12-QC/CB, ngày 05/6/2018", or without its number.
std::string name_of(const LocalRegulation& local) {
  const auto& frame = local.text.frame;
  const auto type = shown_line(frame.type_name, local.text.fields, local.values);
  const auto number = shown_value(local, frame.number_field);
  const auto day = date_from_iso(shown_value(local, frame.date_field));
  if (number.empty() || !day) return type;
  return vietnamese("amend.name", {type, number + "-" + frame.symbol, short_date(*day)});
}

class Drafter {
 public:
  Drafter(const LocalRegulation& before, const LocalRegulation& after, bool trust_ids)
      : old_(before),
        new_(after),
        before_(list_provisions(before.text, before.values)),
        after_(list_provisions(after.text, after.values)),
        matching_(match_provisions(before_, after_, trust_ids)),
        moved_(moved_provisions(before_, after_, matching_)) {}

  void run() {
    std::size_t told = 0;
    for (std::size_t j = 0; j < after_.size(); ++j) {
      const auto i = matching_.before_of[j];
      if (i && !moved_[j]) tell_removed(told, *i);
      if (!i) {
        tell_added(j);
      } else {
        tell_pair(*i, j);
      }
    }
    tell_removed(told, before_.size());
    if (!renumbered_.empty()) add(vietnamese("amend.renumbered", {renumbered_}), {});
  }

  std::vector<Provision> items;
  std::map<const Provision*, std::size_t> noted;  ///< provision of the new text → its item

 private:
  void add(std::string text, std::vector<Provision> quoted) {
    Provision item;
    item.kind = ProvisionKind::clause;
    item.text = line_of(std::move(text));
    item.children = std::move(quoted);
    items.push_back(std::move(item));
  }

  /// "Quy chế": what is amended.
  [[nodiscard]] std::string type() const {
    return shown_line(old_.text.frame.type_name, old_.text.fields, old_.values);
  }

  static std::string cited(const ListedProvision& listed) {
    return listed.name.empty() ? listed.text : listed.name;
  }

  void tell_removed(std::size_t& told, std::size_t end) {
    for (; told < end; ++told) {
      const auto parent = before_[told].parent;
      const bool inside = parent && !matching_.after_of[*parent];
      if (matching_.after_of[told] || inside) continue;
      add(vietnamese("amend.removed", {cited(before_[told]), type()}), {});
    }
  }

  void tell_added(std::size_t j) {
    noted[after_[j].provision] = items.size() + 1;
    const auto parent = after_[j].parent;
    if (parent && !matching_.before_of[*parent]) {
      noted[after_[j].provision] = items.size();
      return;
    }
    const auto previous = previous_sibling(j);
    const auto text = previous.empty()
                          ? vietnamese("amend.added", {cited(after_[j]), type()})
                          : vietnamese("amend.added-after", {cited(after_[j]), previous, type()});
    add(text, quote(*after_[j].provision, true));
  }

  /// The old name of what stands before it.
  [[nodiscard]] std::string previous_sibling(std::size_t j) const {
    for (auto at = j; at > 0;) {
      --at;
      if (after_[at].parent != after_[j].parent) continue;
      const auto i = matching_.before_of[at];
      if (i) return cited(before_[*i]);
    }
    return {};
  }

  void tell_pair(std::size_t i, std::size_t j) {
    const auto& old_one = before_[i];
    const auto& new_one = after_[j];
    if (moved_[j]) {
      noted[new_one.provision] = items.size() + 1;
      add(vietnamese("amend.moved", {cited(old_one), cited(new_one), type()}), {});
    } else if (old_one.provision->number != new_one.provision->number) {
      renumbered_ += (renumbered_.empty() ? "" : "; ") +
                     vietnamese("amend.renumbered-one", {cited(old_one), cited(new_one), type()});
    }
    if (same_but_references(i, j)) return;
    noted[new_one.provision] = items.size() + 1;
    const bool heading_only = !new_one.heading.empty() && !new_one.provision->children.empty() &&
                              new_one.provision->text.empty();
    if (heading_only) {
      add(vietnamese("amend.retitled", {cited(old_one), type(), new_one.heading}), {});
    } else {
      add(vietnamese("amend.reworded", {cited(old_one), type()}), quote(*new_one.provision, false));
    }
  }

  /// References follow the numbers by themselves.
  [[nodiscard]] bool same_but_references(std::size_t i, std::size_t j) const {
    if (before_[i].text == after_[j].text) return true;
    return plain(*before_[i].provision, old_) == plain(*after_[j].provision, new_);
  }

  static std::string plain(const Provision& provision, const LocalRegulation& local) {
    std::string out;
    const auto add_line = [&](Inlines line) {
      for (auto& item : line) {
        if (item.kind == Inline::Kind::reference) item.shown = item.value;
      }
      out += shown_line(line, local.text.fields, local.values) + "\n";
    };
    add_line(provision.heading);
    add_line(provision.text);
    for (const auto& row : provision.rows) {
      for (const auto& cell : row) add_line(cell);
    }
    return out;
  }

  [[nodiscard]] std::vector<Provision> quote(const Provision& provision, bool deep) const {
    std::vector<Provision> lines;
    quote_into(provision, deep, lines);
    if (lines.empty()) return lines;
    auto& first = lines.front().text.front().value;
    first = vietnamese("amend.quote-open") + first;
    // A table is its own end.
    if (lines.back().kind == ProvisionKind::text) {
      lines.back().text.front().value += vietnamese("amend.quote-close");
    }
    return lines;
  }

  [[nodiscard]] std::string row_words(const std::vector<Inlines>& row) const {
    std::string cells;
    for (const auto& cell : row) {
      cells += (cells.empty() ? "" : " | ") + shown_line(cell, new_.text.fields, new_.values);
    }
    return cells;
  }

  void quote_into(const Provision& provision, bool deep, std::vector<Provision>& lines) const {
    const auto label = number_label(provision);
    const auto& fields = new_.text.fields;
    const auto heading = shown_line(provision.heading, fields, new_.values);
    auto text = shown_line(provision.text, fields, new_.values);
    const auto numbered = [&](const std::string& words) {
      return label.empty() ? words : words.empty() ? label : label + " " + words;
    };
    if (!heading.empty()) {
      lines.push_back(paragraph(numbered(heading)));
      if (!text.empty()) lines.push_back(paragraph(std::move(text)));
    } else if (!label.empty() || !text.empty()) {
      lines.push_back(paragraph(numbered(text)));
    }
    for (const auto& row : provision.rows) lines.push_back(paragraph(row_words(row)));
    if (!deep) return;
    for (const auto& child : provision.children) quote_into(child, deep, lines);
  }

  const LocalRegulation& old_;
  const LocalRegulation& new_;
  ProvisionList before_;
  ProvisionList after_;
  Matching matching_;
  std::vector<bool> moved_;
  std::string renumbered_;
};

Provision article(const std::string& id, std::string heading, std::vector<Provision> clauses) {
  Provision result;
  result.kind = ProvisionKind::article;
  result.id = id;
  result.heading = line_of(std::move(heading));
  result.children = std::move(clauses);
  return result;
}

void give_ids(std::vector<Provision>& provisions, const std::string& stem) {
  int count = 0;
  for (auto& provision : provisions) {
    if (provision.id.empty()) provision.id = stem + "." + std::to_string(++count);
    give_ids(provision.children, provision.id);
  }
}

void number(LocalRegulation& local) {
  Diagnostics ignored;  // references were words before
  number_provisions(local.text, ignored);
}

/// When it holds: "kể từ ngày 01/7/2019", or from the day of signing.
std::string since(const std::optional<Date>& effect) {
  return effect ? vietnamese("amend.since", {short_date(*effect)})
                : vietnamese("amend.since-signed");
}

LocalRegulation decision_of(const LocalRegulation& before, const LocalRegulation& after,
                            std::vector<Provision> items, const std::optional<Date>& effect) {
  auto decision = after;
  auto& text = decision.text;
  auto& frame = text.frame;
  const auto name = name_of(before);
  std::string title = vietnamese("amend.title", {lower(shown_line(frame.type_name, {}, {}))});
  if (!frame.titles.empty()) {
    title += " " + shown_line(frame.titles.front().text, text.fields, after.values);
  }
  frame.titles = {{line_of(std::move(title)), std::nullopt}};
  frame.type_name = line_of(vietnamese("amend.type"));
  const auto slash = frame.symbol.find('/');
  frame.symbol = vietnamese("amend.code") +
                 (slash == std::string::npos ? std::string() : frame.symbol.substr(slash));
  for (auto& mode : frame.sign_modes) mode.symbol.clear();
  // What its heading and signatures say of the cell stays a filled blank: the register reads it.
  for (const auto& field : text.fields) {
    if (field.level >= Level::village) decision.settled.erase(field.name);
  }
  decision.values.erase(frame.number_field);
  decision.values.erase(frame.date_field);
  if (effect) decision.values[frame.date_field] = iso(*effect);
  text.id += k_amending_suffix;
  std::vector<Provision> closing(2);
  for (auto& clause : closing) clause.kind = ProvisionKind::clause;
  closing[0].text = line_of(vietnamese("amend.in-force", {since(effect)}));
  closing[1].text = line_of(vietnamese("amend.rest", {name}));
  text.body = {article("changes", vietnamese("amend.article-changes", {name}), std::move(items)),
               article("effect", vietnamese("amend.article-effect"), std::move(closing))};
  give_ids(text.body, "decision");
  number(decision);
  return decision;
}

class Annotator {
 public:
  Annotator(const std::map<const Provision*, std::size_t>& noted, std::string since)
      : noted_(noted), since_(std::move(since)) {}

  /// Walks the new text and its copy together.
  void run(const std::vector<Provision>& source, std::vector<Provision>& copy) {
    for (std::size_t i = 0; i < source.size(); ++i) {
      const auto found = noted_.find(&source[i]);
      if (found != noted_.end()) note(copy[i], found->second);
      run(source[i].children, copy[i].children);
    }
  }

  std::vector<Provision> notes;

 private:
  void note(Provision& provision, std::size_t item) {
    const auto number = std::to_string(notes.size() + 1);
    auto& line =
        provision.text.empty() && !provision.heading.empty() ? provision.heading : provision.text;
    line.push_back({Inline::Kind::text, " [" + number + "]", {}, {}});
    notes.push_back(paragraph(vietnamese("amend.note", {number, std::to_string(item), since_})));
    provision.origins.push_back(
        {Origin::Act::replaced, Level::document, "decision", std::to_string(item)});
  }

  const std::map<const Provision*, std::size_t>& noted_;
  std::string since_;
};

LocalRegulation consolidated_of(const LocalRegulation& before, const LocalRegulation& after,
                                const Drafter& drafter, const std::optional<Date>& effect) {
  auto result = after;
  Annotator annotator(drafter.noted, since(effect));
  annotator.run(after.text.body, result.text.body);
  Provision appendix;
  appendix.kind = ProvisionKind::appendix;
  appendix.id = "consolidation.notes";
  appendix.heading = line_of(vietnamese("amend.notes-title"));
  appendix.children.push_back(
      paragraph(vietnamese("amend.consolidated", {name_of(before), since(effect)})));
  for (auto& note : annotator.notes) appendix.children.push_back(std::move(note));
  give_ids(appendix.children, appendix.id);
  result.text.body.push_back(std::move(appendix));
  number(result);
  return result;
}

}  // namespace

bool is_amending_decision(std::string_view text_id) { return text_id.ends_with(k_amending_suffix); }

AmendingPapers make_amending_papers(const LocalRegulation& before, const LocalRegulation& after,
                                    bool trust_ids, std::optional<Date> effect) {
  Drafter drafter(before, after, trust_ids);
  drafter.run();
  if (drafter.items.empty()) {
    throw Error(Diagnostic{Severity::error, {"amend.nothing", {}}, {}, {}});
  }
  AmendingPapers papers;
  papers.items = drafter.items.size();
  papers.consolidated = consolidated_of(before, after, drafter, effect);
  papers.decision = decision_of(before, after, std::move(drafter.items), effect);
  return papers;
}

}  // namespace quyche

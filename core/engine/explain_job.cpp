#include "engine/explain_job.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "docx/form.hpp"
#include "localise/localiser.hpp"
#include "model/akn_reader.hpp"
#include "model/numbering.hpp"
#include "model/pattern.hpp"

namespace quyche {
namespace {

/// The regulation behind a Word document, made again from what its properties say.
Regulation regulation_of_form(Workshop& workshop, const std::string& file) {
  const Form form(workshop.files().read(file), file);
  const auto property = [&](const char* name) {
    const auto found = form.properties().find(name);
    return found == form.properties().end() ? std::string() : found->second;
  };
  const auto day = date_from_iso(property("date"));
  if (property("district").empty() || !day) {
    throw Error(Diagnostic{Severity::error,
                           {"explain.unknown-origin", {}},
                           {file, {}, {}, 0, 0},
                           {{"hint.explain-xml", {}}}});
  }
  Locality locality{property("commune"), *day, {}};
  for (const auto& alternative : form.alternatives()) {
    if (!alternative.open && !alternative.condition.negated) {
      locality.given[alternative.condition.field] = alternative.condition.value;
    }
  }
  Diagnostics ignored;
  return localise(workshop.model(), workshop.registry().get(property("district")), locality,
                  ignored)
      .text;
}

std::string words_of(const Inlines& line, const Regulation& regulation) {
  std::string words;
  for (const auto& item : line) {
    if (item.kind == Inline::Kind::text) {
      words += item.value;
    } else if (item.kind == Inline::Kind::field) {
      std::string label = item.value;
      for (const auto& field : regulation.fields) {
        if (field.name == item.value) label = field.label;
      }
      words += "[" + label + "]";
    } else {
      words += item.shown.empty() ? item.value : item.shown;
    }
  }
  return words;
}

class Search {
 public:
  Search(const Regulation& regulation, const std::string& name)
      : regulation_(regulation), wanted_(match_key(name)), id_(name) {}

  const Provision* find() {
    walk(regulation_.body, {});
    return found_;
  }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string nearest_name() const { return nearest(wanted_, names_); }

 private:
  void walk(const std::vector<Provision>& provisions, const std::string& within) {
    for (const auto& provision : provisions) {
      const auto name = citation(provision, within);
      names_.push_back(name);
      if (found_ == nullptr && (match_key(name) == wanted_ || provision.id == id_)) {
        found_ = &provision;
        name_ = name;
      }
      walk(provision.children, name);
    }
  }

  const Regulation& regulation_;
  std::string wanted_;
  std::string id_;
  const Provision* found_ = nullptr;
  std::string name_;
  std::vector<std::string> names_;
};

std::vector<Origin> origins_of(const Provision& provision, const Regulation& regulation) {
  if (!provision.origins.empty()) return provision.origins;
  return {{Origin::Act::wrote, Level::province, regulation.id, regulation.version}};
}

Explanation explanation_of(const Provision& provision, const std::string& name,
                           const Regulation& regulation) {
  Explanation answer;
  answer.name = name;
  answer.heading = words_of(provision.heading, regulation);
  answer.text = words_of(provision.text, regulation);
  answer.mandatory = provision.mandatory;
  answer.optional = provision.optional;
  if (provision.when) answer.condition = write_condition(*provision.when);
  answer.origins = origins_of(provision, regulation);
  return answer;
}

/// The topmost provisions inside another that have other origins.
void add_below(const Provision& outer, const std::string& name, const Regulation& regulation,
               Explanation& answer) {
  for (const auto& inner : outer.children) {
    const auto inner_name = citation(inner, name);
    if (origins_of(inner, regulation) == answer.origins) {
      add_below(inner, inner_name, regulation, answer);
    } else {
      answer.below.push_back(explanation_of(inner, inner_name, regulation));
    }
  }
}

}  // namespace

Explanation run_explain_job(Workshop& workshop, const std::string& file, const std::string& name) {
  Regulation regulation;
  if (file.ends_with(".docx")) {
    regulation = regulation_of_form(workshop, file);
  } else {
    regulation = read_regulation(workshop.files().read(file), file);
    Diagnostics ignored;
    number_provisions(regulation, ignored);
  }
  Search search(regulation, squeeze(normalise(name)));
  const auto* provision = search.find();
  if (provision == nullptr) {
    std::vector<Text> hints;
    if (const auto near = search.nearest_name(); !near.empty()) {
      hints.push_back({"hint.did-you-mean", {near}});
    }
    throw Error(Diagnostic{
        Severity::error, {"explain.not-found", {name}}, {file, {}, {}, 0, 0}, std::move(hints)});
  }
  auto answer = explanation_of(*provision, search.name(), regulation);
  add_below(*provision, search.name(), regulation, answer);
  return answer;
}

}  // namespace quyche

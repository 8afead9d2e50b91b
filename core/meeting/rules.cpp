#include "meeting/rules.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include "base/text.hpp"
#include "base/xml.hpp"
#include "meeting/meeting_names.hpp"
#include "meeting/meeting_values.hpp"
#include "model/akn_metadata.hpp"

namespace quyche::meeting {
namespace {

constexpr Names<Test, 33> k_test_names{{{"vote", Test::vote},
                                        {"quorum", Test::quorum},
                                        {"reach", Test::reach},
                                        {"attendance", Test::attendance},
                                        {"probationary", Test::probationary},
                                        {"probationary-vote", Test::probationary_vote},
                                        {"cell-size", Test::cell_size},
                                        {"committee-needed", Test::committee_needed},
                                        {"committee-size", Test::committee_size},
                                        {"congress-gap", Test::congress_gap},
                                        {"households", Test::households},
                                        {"notice", Test::notice},
                                        {"draft-posted", Test::draft_posted},
                                        {"signatories", Test::signatories},
                                        {"election-plan", Test::election_plan},
                                        {"election-team", Test::election_team},
                                        {"election-repeat", Test::election_repeat},
                                        {"election-after", Test::election_after},
                                        {"recognition", Test::recognition},
                                        {"cluster-size", Test::cluster_size},
                                        {"papers", Test::papers},
                                        {"convener", Test::convener},
                                        {"vote-held", Test::vote_held},
                                        {"decision", Test::decision},
                                        {"counts", Test::counts},
                                        {"time-order", Test::time_order},
                                        {"duration", Test::duration},
                                        {"combined-duration", Test::combined_duration},
                                        {"roles", Test::roles},
                                        {"held-each", Test::held_each},
                                        {"cell-life", Test::cell_life},
                                        {"commune-life", Test::commune_life},
                                        {"names", Test::names}}};
constexpr Names<Severity, 3> k_severity_names{
    {{"error", Severity::error}, {"warning", Severity::warning}, {"note", Severity::note}}};
constexpr Names<Period, 4> k_period_names{{{"month", Period::month},
                                           {"quarter", Period::quarter},
                                           {"half-year", Period::half_year},
                                           {"year", Period::year}}};

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, mark);) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

std::vector<std::string> ids_of(const std::vector<Term>& terms) {
  std::vector<std::string> ids;
  for (const auto& term : terms) ids.push_back(term.id);
  return ids;
}

/// One element with attributes, and what is wrong with them.
class Element {
 public:
  Element(const XmlDocument& document, pugi::xml_node node, Diagnostics& found)
      : document_(document), node_(node), found_(found) {}

  [[nodiscard]] std::string text(const char* name) const { return text_of(node_, name); }
  [[nodiscard]] Wording wording() const { return {text("vi"), text("en")}; }
  [[nodiscard]] Validity validity() const {
    return {date_of(document_, node_, "from", found_), date_of(document_, node_, "to", found_)};
  }

  /// A word out of a list; a missing attribute leaves `value` as it is.
  template <typename Value, std::size_t size>
  void read_word(const char* name, const Names<Value, size>& names, Value& value) const {
    const auto word = text(name);
    if (word.empty()) return;
    const auto known = value_of(names, word);
    if (known) {
      value = *known;
    } else {
      report(name, word, all_names(names));
    }
  }

  void read_count(const char* name, std::optional<int>& value) const {
    const auto word = text(name);
    if (word.empty()) return;
    value = count_from_text(word);
    if (!value) report(name, word, {"0, 1, 2, …"});
  }

  /// A name nobody reads would be a rule that is not kept.
  void check_attributes(const std::vector<std::string>& known) const {
    for (const auto attribute : node_.attributes()) {
      const std::string name = attribute.name();
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      report_name("rules.unknown-attribute", name, known);
    }
  }
  void report_unknown_element(const std::vector<std::string>& known) const {
    report_name("rules.unknown-element", node_.name(), known);
  }

  void report(const char* name, const std::string& found,
              const std::vector<std::string>& expected) const {
    std::vector<Text> hints;
    if (const auto near = nearest(found, expected); !near.empty()) {
      hints.push_back({"hint.did-you-mean", {near}});
    }
    found_.add({Severity::error,
                {"rules.bad-attribute", {name, found, listed(expected)}},
                document_.place(node_),
                std::move(hints)});
  }

 private:
  void report_name(const char* code, const std::string& name,
                   const std::vector<std::string>& known) const {
    std::vector<Text> hints;
    if (const auto near = nearest(name, known); !near.empty()) {
      hints.push_back({"hint.did-you-mean", {near}});
    }
    found_.add(
        {Severity::error, {code, {name, listed(known)}}, document_.place(node_), std::move(hints)});
  }

  const XmlDocument& document_;
  pugi::xml_node node_;
  Diagnostics& found_;
};

void read_threshold(const Element& element, Rule& rule) {
  for (const bool is_strict : {true, false}) {
    const auto* name = is_strict ? "more-than" : "at-least";
    const auto text = element.text(name);
    if (text.empty()) continue;
    rule.threshold = threshold_from_text(text, is_strict);
    if (!rule.threshold) element.report(name, text, {"1/2", "2/3"});
  }
  if (!element.text("more-than").empty() && !element.text("at-least").empty()) {
    element.report("at-least", element.text("at-least"), {"more-than | at-least"});
  }
  const bool needs_one =
      rule.test == Test::vote || rule.test == Test::quorum || rule.test == Test::attendance;
  if (needs_one && !rule.threshold) element.report("at-least", {}, {"1/2", "2/3"});
}

/// Tests that count something and are nothing without the number.
bool needs_least(Test test) {
  return test == Test::cell_size || test == Test::committee_needed || test == Test::households ||
         test == Test::notice || test == Test::draft_posted || test == Test::signatories ||
         test == Test::papers || test == Test::duration || test == Test::combined_duration;
}

void check_whole(const Element& element, const Rule& rule) {
  if (rule.id.empty()) element.report("id", {}, {"V1, M2, MIN-01 …"});
  if (needs_least(rule.test) && !rule.least) element.report("least", {}, {"0, 1, 2, …"});
  const auto& days = rule.validity;
  if (days.from && days.to && *days.to < *days.from) {
    element.report("to", element.text("to"), {">= " + element.text("from")});
  }
}

Rule read_rule(const Element& element) {
  Rule rule;
  element.check_attributes({"id", "test", "severity", "period", "least", "most", "from", "to", "of",
                            "matters", "posts", "certain", "kinds", "form", "more-than",
                            "at-least"});
  rule.id = element.text("id");
  if (element.text("test").empty()) element.report("test", {}, all_names(k_test_names));
  element.read_word("test", k_test_names, rule.test);
  element.read_word("severity", k_severity_names, rule.severity);
  element.read_word("period", k_period_names, rule.period);
  element.read_count("least", rule.least);
  element.read_count("most", rule.most);
  rule.validity = element.validity();
  rule.base = element.text("of");
  rule.matters = split(element.text("matters"), ' ');
  rule.posts = split(element.text("posts"), '|');
  rule.is_certain = element.text("certain") != "false";
  for (const auto& word : split(element.text("kinds"), ' ')) {
    const auto kind = value_of(k_kind_names, word);
    if (kind) {
      rule.kinds.push_back(*kind);
    } else {
      element.report("kinds", word, all_names(k_kind_names));
    }
  }
  if (const auto form = element.text("form"); !form.empty()) {
    rule.form = value_of(k_vote_form_names, form);
    if (!rule.form) element.report("form", form, all_names(k_vote_form_names));
  }
  read_threshold(element, rule);
  check_whole(element, rule);
  return rule;
}

const Term* find_term(const std::vector<Term>& terms, std::string_view id) {
  const auto found =
      std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.id == id; });
  return found == terms.end() ? nullptr : &*found;
}

void check_terms(const Element& element, const Rule& rule, const std::vector<Term>& bases,
                 const std::vector<Term>& matters) {
  if (!rule.base.empty() && find_term(bases, rule.base) == nullptr) {
    element.report("of", rule.base, ids_of(bases));
  }
  for (const auto& id : rule.matters) {
    if (find_term(matters, id) == nullptr) element.report("matters", id, ids_of(matters));
  }
}

void read_parts(const XmlDocument& document, pugi::xml_node node, Rule& rule, Diagnostics& found) {
  for (const auto inner : node.children()) {
    const Element part(document, inner, found);
    const std::string_view name = inner.name();
    if (name == "source") {
      part.check_attributes({"from", "to", "vi", "en"});
      rule.sources.push_back({part.validity(), part.wording()});
    } else if (name == "cure") {
      part.check_attributes({"vi", "en"});
      rule.cure = part.wording();
    } else {
      part.report_unknown_element({"source", "cure"});
    }
  }
}

}  // namespace

bool Rule::holds(Kind kind, Date day) const {
  const bool is_kind = kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  return is_kind && validity.contains(day);
}

bool Rule::is_about(const std::string& matter) const {
  return std::find(matters.begin(), matters.end(), matter) != matters.end();
}

std::string Rule::source(Date day, bool english) const {
  for (const auto& source : sources) {
    if (source.validity.contains(day)) return source.text.in(english);
  }
  return {};
}

Rules::Rules(const std::string& bytes, const std::string& file) {
  const XmlDocument document(bytes, file, XmlSpace::data);
  Diagnostics found;
  for (const auto node : document.root().children()) {
    const Element element(document, node, found);
    const std::string_view name = node.name();
    if (name == "base" || name == "matter") {
      element.check_attributes({"id", "vi", "en"});
      (name == "base" ? bases_ : matters_).push_back({element.text("id"), element.wording()});
      continue;
    }
    if (name != "rule") {
      element.report_unknown_element({"base", "matter", "rule"});
      continue;
    }
    auto rule = read_rule(element);
    check_terms(element, rule, bases_, matters_);
    read_parts(document, node, rule, found);
    rules_.push_back(std::move(rule));
  }
  found.throw_if_errors();
}

std::vector<const Rule*> Rules::of(Test test, Kind kind, Date day) const {
  std::vector<const Rule*> chosen;
  for (const auto& rule : rules_) {
    if (rule.test == test && rule.holds(kind, day)) chosen.push_back(&rule);
  }
  return chosen;
}

const Term* Rules::matter(std::string_view id) const { return find_term(matters_, id); }
const Term* Rules::base(std::string_view id) const { return find_term(bases_, id); }

}  // namespace quyche::meeting

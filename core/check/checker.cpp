#include "check/checker.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/date.hpp"
#include "check/date_pattern.hpp"
#include "check/rules.hpp"
#include "model/word/xml_names.hpp"

namespace quyche::check {
namespace {

using Profiles = std::vector<FormatProfile>;

std::optional<Date> date_of(const Components& parts) {
  for (const auto& date : find_dates(parts.text_of("place_date"))) {
    if (date.has_year) return date.day;
  }
  return std::nullopt;
}

// A form whose day is still blank carries one on which the same rules are in force.
std::optional<Date> day_of_rules(DocumentPackage& package, const Components& parts) {
  if (const auto date = date_of(parts)) return date;
  for (const auto property : package.tree("docProps/custom.xml").children()) {
    if (word::attribute(property, "name") != "quyche.date") continue;
    return date_from_iso(property.first_child().child_value());
  }
  return std::nullopt;
}

const FormatProfile* named(const Profiles& profiles, const std::string& id,
                           const std::string& file) {
  std::string known;
  for (const auto& profile : profiles) {
    if (profile.id == id) return &profile;
    known.append(known.empty() ? "" : ", ").append(profile.id);
  }
  throw Error(Diagnostic{
      Severity::error, {"check.unknown-profile", {id, known}}, {file, {}, {}, 0, 0}, {}});
}

// Of a day nobody wrote down: the rules of today, which no later ones replace.
const FormatProfile* latest(const Profiles& profiles, const std::string& family) {
  const FormatProfile* last = nullptr;
  for (const auto& profile : profiles) {
    if (profile.family != family) continue;
    if (last == nullptr || last->validity.from < profile.validity.from) last = &profile;
  }
  return last;
}

const FormatProfile* by_day(const Profiles& profiles, const std::string& family, Date day) {
  try {
    return &choose_profile(profiles, family, day);
  } catch (const Error&) {
    return nullptr;
  }
}

/// The profile for a document, and what is to be said about the choice.
class Choice {
 public:
  Choice(const Components& parts, const Profiles& profiles, std::optional<Date> date)
      : family_(parts.family()), date_(date) {
    // Without any sign of a family the Party's rules ask for the heading that is missing.
    const auto family = family_.empty() ? std::string("party") : family_;
    profile_ = date ? by_day(profiles, family, *date) : latest(profiles, family);
  }

  void override_with(const FormatProfile* profile) {
    own_ = profile_ == nullptr ? std::string() : profile_->id;
    profile_ = profile;
    is_overridden_ = true;
  }

  [[nodiscard]] const FormatProfile* profile() const { return profile_; }

  void report(Findings& found) const {
    if (is_overridden_) {
      found.add(Severity::note, own_.empty() ? Text{"check.fmt-01.given", {profile_->id}}
                                             : Text{"check.fmt-01.override", {profile_->id, own_}});
    } else if (profile_ == nullptr) {
      found.add(Severity::warning, {"check.fmt-01.none-in-force", {short_date(*date_)}});
    }
  }

 private:
  std::string family_;
  std::optional<Date> date_;
  const FormatProfile* profile_ = nullptr;
  std::string own_;
  bool is_overridden_ = false;
};

}  // namespace

const FormatProfile* profile_for(DocumentPackage& package, const Components& parts,
                                 const Profiles& profiles, const std::string& profile) {
  if (!profile.empty()) return named(profiles, profile, package.file());
  return Choice(parts, profiles, day_of_rules(package, parts)).profile();
}

CheckResult check_package(DocumentPackage& package, const DocumentView& view,
                          const Profiles& profiles, const std::string& profile) {
  const Components parts(view);
  Choice choice(parts, profiles, day_of_rules(package, parts));
  if (!profile.empty()) choice.override_with(named(profiles, profile, package.file()));

  CheckResult result;
  Findings found(parts, package.file(), choice.profile());
  choice.report(found);
  const bool is_readable = check_encoding(parts, found);
  if (choice.profile() != nullptr) {
    result.profile = choice.profile()->id;
    const Paper paper{package, view, parts, *choice.profile(), date_of(parts)};
    check_pages(paper, found);
    if (is_readable) {
      check_heading(paper, found);
      check_look(paper, found);
      check_signatures(paper, found);
      check_structure(paper, found);
      check_columns(paper, found);
      check_punctuation(paper, found);
      check_spaces(paper, found);
      check_words_of_text(paper, found);
      check_tones(paper, found);
    }
  }
  result.findings = found.take();
  return result;
}

std::vector<Diagnostic> check_document(std::string_view bytes, const std::string& file,
                                       const Profiles& profiles, const std::string& profile,
                                       std::string& chosen) {
  DocumentPackage package(bytes, file);
  const DocumentView view(package);
  auto result = check_package(package, view, profiles, profile);
  chosen = result.profile;
  std::vector<Diagnostic> findings;
  for (auto& finding : result.findings) findings.push_back(std::move(finding.diagnostic));
  return findings;
}

}  // namespace quyche::check

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "check/check_words.hpp"
#include "check/document_family.hpp"
#include "check/rules.hpp"
#include "model/word/document_words.hpp"
#include "model/word/marked_text.hpp"

namespace quyche::check {
namespace {

class HeadingRules {
 public:
  HeadingRules(const Paper& paper, Findings& found) : paper_(paper), found_(found) {}

  void check() {
    check_heading_words();
    check_heading_line();
    check_issuer_line();
    check_separators();
    check_bases();
    check_organs();
    check_type();
    check_place();
  }

 private:
  void error(Text message, const Stretch& stretch, std::vector<Text> hints = {}) {
    found_.add(Severity::error, std::move(message), stretch, std::move(hints));
  }

  void check_heading_words() {
    bool has_own = false;
    bool has_foreign = false;  // one deviation, whatever else of that heading is there or missing
    for (const auto* heading : paper_.parts.every("heading")) {
      if (is_foreign_heading(paper_, *heading)) {
        has_foreign = true;
        error({"check.fmt-02.other-heading", {paper_.profile.word("heading")}}, *heading,
              family_hint());
        continue;
      }
      has_own = true;
      check_spelling(*heading, paper_.profile.word("heading"), true);
    }
    check_motto(has_foreign);
    if (!has_own && !has_foreign) {
      found_.add(Severity::error, {"check.fmt-02.no-heading", {paper_.profile.word("heading")}});
    }
  }

  /// What else of the paper shows its family.
  [[nodiscard]] std::vector<Text> family_hint() const {
    const auto signs = family_signs(paper_.parts);
    const auto& own = paper_.is_party() ? signs.party : signs.state;
    if (own.empty()) return {};
    std::string list;
    for (const auto& sign : own) list.append(list.empty() ? "«" : ", «").append(sign).append("»");
    return {{paper_.is_party() ? "hint.check-party-signs" : "hint.check-state-signs", {list}}};
  }

  void check_motto(bool has_foreign) {
    const auto& motto = paper_.profile.word("motto");
    const auto mottos = paper_.parts.every("motto");
    for (const auto* found : mottos) {
      if (motto.empty()) {
        if (!has_foreign) error({"check.fmt-02.motto", {paper_.profile.word("heading")}}, *found);
      } else {
        check_spelling(*found, motto, false);
      }
    }
    if (mottos.empty() && !motto.empty() && !has_foreign) {
      found_.add(Severity::error, {"check.fmt-02.no-motto", {motto}});
    }
  }

  // As the profile spells it, wherever the tone marks stand; case is the look's business where the
  // component is in capitals.
  void check_spelling(const Stretch& stretch, const std::string& wanted, bool any_case) {
    const auto found = paper_.parts.text(stretch);
    const bool is_same = any_case ? match_key(found) == match_key(wanted) : found == wanted;
    if (!is_same) error({"check.fmt-02.words", {found, wanted}}, stretch);
  }

  // The line under heading or motto: a border, a drawn line, or a row of signs; never underlining.
  void check_heading_line() {
    const auto* above = paper_.parts.first(paper_.is_party() ? "heading" : "motto");
    if (above == nullptr || is_foreign_heading(paper_, *above)) return;
    const auto& paragraphs = paper_.view.paragraphs;
    const auto& own = paragraphs[above->paragraph];
    const bool is_underlined =
        std::any_of(own.spans.begin(), own.spans.end(), [&](const auto& span) {
          return span.format->underline && span.from < above->to && span.to > above->from;
        });
    if (is_underlined) {
      error({"check.fmt-02.underlined", {paper_.parts.text(*above)}}, *above);
      return;
    }
    if (!has_line_below(*above)) {
      error({"check.fmt-02.no-line", {paper_.parts.text(*above)}}, *above);
    }
  }

  // In papers of the state a short line takes the place of the star.
  void check_issuer_line() {
    const auto issuers = paper_.parts.every("issuer");
    if (paper_.is_party() || issuers.empty() || has_line_below(*issuers.back())) return;
    error({"check.fmt-02.no-issuer-line", {paper_.parts.text(*issuers.back())}}, *issuers.back());
  }

  // A drawn line may be anchored anywhere in the heading.
  [[nodiscard]] bool has_line_below(const Stretch& above) const {
    const auto& paragraphs = paper_.view.paragraphs;
    bool has_line = paragraphs[above.paragraph].format->line_below;
    for (std::size_t i = 0; i < paper_.parts.body_from() && !has_line; ++i) {
      has_line = paragraphs[i].has_drawing;
    }
    for (std::size_t i = above.paragraph + 1; i < paragraphs.size() && !has_line; ++i) {
      const auto& next = paragraphs[i];
      if (heading_kind(next.text) != HeadingKind::none) continue;  // another one between
      has_line = next.format->line_above || next.format->line_below || is_sign_line(next.text);
      if (!word::trimmed(next.text).empty() || i > above.paragraph + 2) break;
    }
    return has_line;
  }

  static bool is_sign_line(const std::string& text) {
    ViewParagraph line;
    line.text = text;
    for (const auto& piece : stretches_of(line, 0)) {
      const auto words = text.substr(piece.from, piece.to - piece.from);
      if (word::is_rule_line(words) && words != "*") return true;
    }
    return false;
  }

  void check_separators() {
    const auto* star = paper_.parts.first("issuer_separator");
    const auto* dashes = paper_.parts.first("title_separator");
    if (!paper_.is_party()) {
      if (star != nullptr) error({"check.fmt-02.star", {}}, *star);
      const bool is_dashed = dashes != nullptr && paper_.parts.text(*dashes).starts_with('-');
      if (is_dashed) error({"check.fmt-02.dashes", {}}, *dashes);
      return;
    }
    if (star == nullptr && paper_.parts.first("issuer") != nullptr) {
      found_.add(Severity::warning, {"check.fmt-02.no-star", {}}, *paper_.parts.first("issuer"));
    }
    const auto* title = paper_.parts.first("title");
    const auto& wanted = paper_.profile.word("title_separator");
    if (dashes == nullptr && title != nullptr) {
      found_.add(Severity::warning, {"check.fmt-02.no-dashes", {wanted}}, *title);
    } else if (dashes != nullptr && paper_.parts.text(*dashes) != wanted) {
      found_.add(Severity::warning,
                 {"check.fmt-02.other-dashes", {paper_.parts.text(*dashes), wanted}}, *dashes);
    }
  }

  void check_bases() {
    for (const auto* basis : paper_.parts.every("basis")) {
      const auto text = paper_.parts.text(*basis);
      const bool has_dash =
          word::is_dash_line(text) || paper_.view.paragraphs[basis->paragraph].label == "-";
      if (has_dash == paper_.is_party()) continue;
      found_.add(Severity::warning,
                 {has_dash ? "check.fmt-02.basis-dash" : "check.fmt-02.basis-no-dash", {}}, *basis);
    }
  }

  void check_organs() {
    if (paper_.parts.first("issuer") == nullptr) {
      found_.add(Severity::error, {"check.fmt-13.no-issuer", {}});
    }
    if (paper_.parts.first("type_name") == nullptr &&
        paper_.parts.first("letter_subject") == nullptr) {
      found_.add(Severity::warning, {"check.fmt-13.no-type", {}});
    }
    if (paper_.parts.first("place_date") == nullptr && !is_of(paper_.profile.undated_types)) {
      found_.add(Severity::error, {"check.fmt-13.no-date", {}});
    }
  }

  [[nodiscard]] bool is_of(const std::vector<std::string>& types) const {
    return word::contains(types, key(paper_.parts.text_of("type_name")));
  }

  void check_type() {
    const auto* stretch = paper_.parts.first("type_name");
    if (stretch == nullptr) return;
    const auto& words = check_words();
    const auto type = key(paper_.parts.text(*stretch));
    const auto& own = words.types(paper_.profile.family);
    const bool is_own =
        std::any_of(own.begin(), own.end(), [&](const auto& known) { return known.first == type; });
    if (!is_own) {
      error({"check.fmt-06.family", {upper(type)}}, *stretch);
      return;
    }
    if (!paper_.is_party()) return;
    const bool is_cell = key(paper_.parts.text_of("issuer")).starts_with(words.cell);
    if (is_cell && word::contains(words.not_for_cell, type)) {
      error({"check.fmt-06.cell", {upper(type)}}, *stretch);
    }
    check_committee(type, *stretch);
  }

  // At the grassroots the committee issues what its standing committee may not, and the reverse.
  void check_committee(const std::string& type, const Stretch& stretch) {
    const auto& words = check_words();
    if (!begins_with(paper_.parts.text_of("issuer"), words.grassroots)) return;
    const auto authority = paper_.parts.text_of("authority");
    const auto signs = [&](const WordList& organ) {
      const auto mark = words.party_marks.front().size();
      return authority.size() > mark && begins_with(authority.substr(mark), organ);
    };
    const bool is_wrong =
        (signs(words.standing_committee) && word::contains(words.not_for_standing, type)) ||
        (signs(words.committee) && word::contains(words.not_for_committee, type));
    if (is_wrong) error({"check.fmt-06.committee", {authority, upper(type)}}, stretch);
  }

  // A person's name, a number or one syllable does not say by itself what kind of unit it is.
  void check_place() {
    const auto* stretch = paper_.parts.first("place_date");
    if (stretch == nullptr || paper_.has_blank(*stretch)) return;
    const auto text = paper_.parts.text(*stretch);
    const auto place = std::string(word::trimmed(std::string_view(text).substr(0, text.find(','))));
    const bool is_number = !place.empty() && place.find_first_not_of("0123456789") == place.npos;
    const bool is_bare = is_number || (place.find(' ') == place.npos && !place.empty()) ||
                         word::contains(check_words().places_with_type, key(place));
    if (is_bare && text.find(',') != text.npos) {
      found_.add(Severity::warning, {"check.fmt-09.place", {place}}, *stretch);
    }
  }

  const Paper& paper_;
  Findings& found_;
};

}  // namespace

bool is_foreign_heading(const Paper& paper, const Stretch& stretch) {
  if (stretch.component != "heading") return false;
  const auto wanted = paper.is_party() ? HeadingKind::party : HeadingKind::state;
  return heading_kind(paper.parts.text(stretch)) != wanted;
}

void check_heading(const Paper& paper, Findings& found) {
  HeadingRules(paper, found).check();
  check_number(paper, found);
}

}  // namespace quyche::check

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "check/check_words.hpp"
#include "check/rules.hpp"

namespace quyche::check {
namespace {

std::string first_mark(const std::string& text, const WordList& marks) {
  for (const auto& mark : marks) {
    if (upper(text).starts_with(mark)) return mark;
  }
  return {};
}

class SignatureRules {
 public:
  SignatureRules(const Paper& paper, Findings& found) : paper_(paper), found_(found) {}

  void check() {
    for (const auto* authority : paper_.parts.every("authority")) check_authority(*authority);
    for (const auto* signer : paper_.parts.every("signer")) check_signer(*signer);
    check_presence();
    check_name();
    check_each_name();
    check_missing_authority();
    check_two_offices();
  }

 private:
  void check_authority(const Stretch& stretch) {
    const auto text = paper_.parts.text(stretch);
    const auto& words = check_words();
    const auto& own = paper_.is_party() ? words.party_marks : words.state_marks;
    const auto& other = paper_.is_party() ? words.state_marks : words.party_marks;
    if (const auto mark = first_mark(text, other); !mark.empty()) {
      const auto at = std::find(other.begin(), other.end(), mark) - other.begin();
      const auto& wanted = own[std::min(static_cast<std::size_t>(at), own.size() - 1)];
      found_.add(Severity::error, {"check.fmt-10.mark", {mark, wanted}}, stretch);
      return;
    }
    if (!paper_.is_party()) return;
    const auto mark = first_mark(text, own);
    const auto organ = squeeze(text.substr(mark.size()));
    const bool is_cell = key(paper_.parts.text_of("issuer")).starts_with(words.cell);
    if (is_cell && mark == own.front() && begins_with(organ, words.cell_committee)) {
      found_.add(Severity::error,
                 {"check.fmt-10.committee", {text, mark + " " + upper(words.cell)}}, stretch);
    }
    if (is_cell && mark != own.front() && begins_with(organ, {words.secretary})) {
      found_.add(Severity::error,
                 {"check.fmt-10.deputy", {text, own.front() + " " + upper(words.cell)}}, stretch);
    }
  }

  void check_signer(const Stretch& stretch) {
    const auto text = paper_.parts.text(stretch);
    const auto& degrees = check_words().degrees;
    const auto lowered = key(text);
    const auto found = std::find_if(degrees.begin(), degrees.end(), [&](const auto& degree) {
      return lowered.starts_with(degree) &&
             (degree.ends_with('.') || lowered.substr(degree.size()).starts_with(' '));
    });
    if (found == degrees.end()) return;
    found_.add(Severity::error, {"check.fmt-10.degree", {text.substr(0, found->size())}}, stretch);
  }

  // Where the name stands, quyche leaves a blank; others leave dots or nothing.
  void check_presence() {
    const bool has_office =
        paper_.parts.first("authority") != nullptr || paper_.parts.first("position") != nullptr;
    if (!has_office) found_.add(Severity::error, {"check.fmt-10.no-signature", {}});
    if (paper_.parts.first("recipients_heading") == nullptr && !is_exempt()) {
      found_.add(Severity::warning, {"check.fmt-10.no-recipients", {}});
    }
  }

  void check_name() {
    const auto positions = paper_.parts.every("position");
    if (positions.empty() || is_exempt() || paper_.parts.first("signer") != nullptr) return;
    const auto& office = *positions.back();
    for (const auto& stretch : paper_.parts.all()) {
      if (stretch.paragraph < paper_.parts.appendix_from() && may_name(stretch, office)) return;
    }
    found_.add(Severity::warning, {"check.fmt-10.no-signer", {paper_.parts.shown(office)}}, office);
  }

  // Two sides sign in two columns of a table; one of them may have been forgotten.
  void check_each_name() {
    const auto signers = paper_.parts.every("signer").size();
    const auto positions = paper_.parts.every("position");
    std::set<std::pair<int, int>> columns;
    for (const auto* office : positions) columns.insert(column_of(*office));
    if (signers == 0 || signers >= columns.size()) return;
    for (const auto* office : positions) {
      if (column_of(*office).first == 0 || has_words_behind(*office)) continue;
      found_.add(Severity::warning, {"check.fmt-10.no-signer", {paper_.parts.shown(*office)}},
                 *office);
    }
  }

  /// Table and column; outside of tables both are 0.
  [[nodiscard]] std::pair<int, int> column_of(const Stretch& stretch) const {
    const auto& paragraph = paper_.view.paragraphs[stretch.paragraph];
    return {paragraph.table, paragraph.column};
  }

  [[nodiscard]] bool has_words_behind(const Stretch& office) const {
    const auto& all = paper_.parts.all();
    return std::any_of(all.begin(), all.end(), [&](const Stretch& stretch) {
      return column_of(stretch) == column_of(office) && may_name(stretch, office);
    });
  }

  /// Whether it may be the name of who holds the office, or a place left to write it.
  static bool may_name(const Stretch& stretch, const Stretch& office) {
    const auto& name = stretch.component;
    return stretch.paragraph > office.paragraph && !name.starts_with("recipient") &&
           name != "position" && name != "authority";
  }

  void check_missing_authority() {
    const auto& words = check_words();
    const bool is_cell = key(paper_.parts.text_of("issuer")).starts_with(words.cell);
    const bool is_asked = paper_.is_party() && is_cell && !is_exempt();
    if (!is_asked || paper_.parts.first("authority") != nullptr) return;
    const auto positions = paper_.parts.every("position");
    // Who signs beside the secretary binds another side: such a paper is no organ's alone.
    const bool is_own =
        !positions.empty() && std::all_of(positions.begin(), positions.end(), [&](const auto* one) {
          return is_secretary(key(paper_.parts.text(*one)));
        });
    if (!is_own) return;
    found_.add(Severity::error,
               {"check.fmt-10.no-authority",
                {paper_.parts.text(*positions.front()),
                 words.party_marks.front() + " " + upper(words.cell)}},
               *positions.front());
  }

  // "bí thư", "phó bí thư chi bộ"; not the secretary of the youth union.
  static bool is_secretary(const std::string& position) {
    const auto& words = check_words();
    const auto at = position.find(words.secretary);
    if (at == std::string::npos) return false;
    const auto behind = std::string_view(position).substr(at + words.secretary.size());
    return behind.empty() || behind == " " + words.cell;
  }

  [[nodiscard]] bool is_exempt() const {
    const auto type = key(paper_.parts.text_of("type_name"));
    const auto& exempt = paper_.profile.unnumbered_types;
    return std::any_of(exempt.begin(), exempt.end(),
                       [&](const auto& one) { return type == one || type.starts_with(one + " "); });
  }

  // The same person as secretary and as village head signs once.
  void check_two_offices() {
    const auto signers = paper_.parts.every("signer");
    for (std::size_t i = 1; i < signers.size(); ++i) {
      const auto name = paper_.parts.text(*signers[i]);
      if (paper_.has_blank(*signers[i])) continue;
      const bool is_twice =
          std::any_of(signers.begin(), signers.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const auto* other) {
                        return match_key(paper_.parts.text(*other)) == match_key(name);
                      });
      if (is_twice) found_.add(Severity::error, {"check.str-05.twice", {name}}, *signers[i]);
    }
  }

  const Paper& paper_;
  Findings& found_;
};

}  // namespace

void check_signatures(const Paper& paper, Findings& found) { SignatureRules(paper, found).check(); }

}  // namespace quyche::check

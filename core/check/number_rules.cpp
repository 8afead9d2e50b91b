#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "check/check_words.hpp"
#include "check/number_pattern.hpp"
#include "check/rules.hpp"
#include "model/word/document_words.hpp"

namespace quyche::check {
namespace {

// What an example shows where the paper itself does not say.
constexpr const char* k_usual_type = "QC";
constexpr const char* k_usual_office = "UBND";
constexpr const char* k_usual_unit = "VP";
constexpr std::size_t k_longest_in_example = 5;

bool is_type_code(const WordPairs& types, const std::string& code) {
  return std::any_of(types.begin(), types.end(),
                     [&](const auto& type) { return type.second == code; });
}

class NumberRules {
 public:
  NumberRules(const Paper& paper, Findings& found)
      : paper_(paper),
        found_(found),
        types_(check_words().types(paper.profile.family)),
        label_(paper.profile.word("number_label")),
        type_(key(paper.parts.text_of("type_name"))) {}

  void check() {
    const auto* stretch = paper_.parts.first("number");
    if (stretch == nullptr) {
      if (word::contains(paper_.profile.unnumbered_types, type_)) return;
      found_.add(Severity::error, {"check.fmt-13.no-number", {}});
      return;
    }
    if (paper_.has_blank(*stretch)) return;
    const auto text = paper_.parts.text(*stretch);
    const auto found = read_number(text, label_, paper_.is_party());
    if (found.is_empty) {
      found_.add(Severity::warning, {"check.fmt-13.empty-number", {}}, *stretch);
    } else if (!found.is_right) {
      report_form(text, found, *stretch);
    } else {
      check_codes(found, *stretch);
    }
  }

 private:
  void error(Text message, const Stretch& stretch) {
    found_.add(Severity::error, std::move(message), stretch);
  }

  void report_form(const std::string& text, const NumberParts& found, const Stretch& stretch) {
    if (const auto whole = label_ + text; read_number(whole, label_, paper_.is_party()).is_right) {
      error({"check.fmt-05.no-word", {text, whole}}, stretch);
    } else {
      error({"check.fmt-05.number", {text, example(found)}}, stretch);
    }
  }

  /// A công văn of the state: its symbol begins with the issuer, "Số: 45/UBND-VP".
  [[nodiscard]] bool is_state_letter() const {
    const auto& parts = paper_.parts;
    return !paper_.is_party() && type_.empty() &&
           (parts.first("letter_subject") != nullptr || parts.first("addressee") != nullptr);
  }

  void check_codes(const NumberParts& found, const Stretch& stretch) {
    if (is_state_letter()) {
      if (found.type == check_words().letter_code || is_type_code(types_, found.type)) {
        error({"check.fmt-05.letter-code", {found.type, example(found)}}, stretch);
      }
      return;
    }
    const auto codes = own_codes();
    const bool fits = codes.empty() || word::contains(codes, found.type);
    if (!fits) {
      error({"check.fmt-05.type-code", {found.type, upper(type_), listed(codes)}}, stretch);
    } else if (!found.type.empty() && !is_type_code(types_, found.type)) {
      error({"check.fmt-05.unknown-code", {found.type}}, stretch);
    }
    const auto& cell_code = check_words().cell_code;
    if (paper_.is_party() && is_of_cell() && found.organ != cell_code) {
      error({"check.fmt-05.organ-code", {found.organ, cell_code}}, stretch);
    }
  }

  /// Codes of the type the paper names.
  [[nodiscard]] WordList own_codes() const {
    WordList codes;
    for (const auto& [name, code] : types_) {
      if (name == type_) codes.push_back(code);
    }
    return codes;
  }

  // A cell's own paper; its congress is an organ of its own.
  [[nodiscard]] bool is_of_cell() const {
    const auto issuers = paper_.parts.every("issuer");
    const auto& words = check_words();
    return !issuers.empty() && key(paper_.parts.text(*issuers.front())).starts_with(words.cell) &&
           std::none_of(issuers.begin(), issuers.end(), [&](const auto* issuer) {
             return key(paper_.parts.text(*issuer)).starts_with(words.congress);
           });
  }

  /// The number as it should stand, as far as the paper tells.
  [[nodiscard]] std::string example(const NumberParts& found) const {
    NumberParts wanted;
    wanted.number = found.number.substr(0, found.number.find_first_not_of("0123456789"));
    wanted.number.erase(0, std::min(wanted.number.find_first_not_of('0'), wanted.number.size()));
    if (wanted.number.empty() || wanted.number.size() > k_longest_in_example) wanted.number = "1";
    if (wanted.number.size() == 1) wanted.number.insert(0, "0");
    const auto codes = own_codes();
    if (!codes.empty()) {
      wanted.type = codes.front();
    } else if (!is_state_letter()) {
      wanted.type = is_type_code(types_, found.type) ? found.type : k_usual_type;
    }
    wanted.organ = organ_of(found);
    return joined_number(wanted, label_, paper_.is_party());
  }

  [[nodiscard]] std::string organ_of(const NumberParts& found) const {
    if (paper_.is_party() && is_of_cell()) return check_words().cell_code;
    const bool is_letter = is_state_letter();
    const bool has_type =
        found.type == check_words().letter_code || is_type_code(types_, found.type);
    if (is_letter && is_symbol(found.type) && !has_type && is_symbol(found.organ)) {
      return found.type + "-" + found.organ;
    }
    auto organ = is_symbol(found.organ) ? found.organ
                 : paper_.is_party()    ? check_words().cell_code
                                        : std::string(k_usual_office);
    if (is_letter && organ.find('-') == std::string::npos) organ.append("-").append(k_usual_unit);
    return organ;
  }

  const Paper& paper_;
  Findings& found_;
  const WordPairs& types_;
  const std::string& label_;
  std::string type_;
};

}  // namespace

void check_number(const Paper& paper, Findings& found) { NumberRules(paper, found).check(); }

}  // namespace quyche::check

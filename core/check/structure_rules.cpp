#include <algorithm>
#include <map>
#include <optional>
#include <unordered_set>

#include "base/date.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "base/word_search.hpp"
#include "check/check_words.hpp"
#include "check/date_pattern.hpp"
#include "check/rules.hpp"
#include "model/word/document_words.hpp"
#include "model/word/marked_text.hpp"
#include "model/word/reference_pattern.hpp"

namespace quyche::check {
namespace {

using word::LabelKind;

constexpr std::string_view k_numbers = "0123456789ivxlc";  // what a number begins with

// The provisions there are: "7", "7.2", "7.2.b", chapters "II", sections "II.1".
class Outline {
 public:
  void add(const std::string& place) { places_.insert(place); }
  [[nodiscard]] bool has(const std::string& place) const { return places_.contains(place); }

 private:
  std::unordered_set<std::string> places_;
};

// One run of numbers. The second wording of an alternative counts on from where the first began.
struct Run {
  int last = 0;
  int before_wording = 0;
  std::string wording;

  std::optional<int> take(int value, const std::string& own_wording) {
    const int wanted = last + 1;
    const bool begins_wording = !own_wording.empty() && own_wording != wording;
    const bool is_other_wording = begins_wording && !wording.empty();
    const bool fits = value == wanted || (is_other_wording && value == before_wording + 1);
    if (begins_wording && !(is_other_wording && fits && value != wanted)) before_wording = last;
    last = value;
    wording = own_wording;
    return fits ? std::nullopt : std::optional(wanted);
  }
};

class StructureRules {
 public:
  StructureRules(const Paper& paper, Findings& found) : paper_(paper), found_(found) {}

  void check() {
    number_all();
    check_references();
    check_bases();
    check_village();
  }

 private:
  void wrong(const Stretch& stretch, const char* code, const std::string& found,
             const std::string& wanted) {
    found_.add(Severity::error, {code, {found, wanted}}, stretch);
  }

  void number_all() {
    for (const auto& stretch : paper_.parts.all()) {
      const bool is_appendix = stretch.paragraph >= paper_.parts.appendix_from();
      if (is_appendix || stretch.label.kind == LabelKind::none) continue;
      const auto& wording = paper_.view.paragraphs[stretch.paragraph].wording;
      number_one(stretch, wording);
    }
  }

  void number_one(const Stretch& stretch, const std::string& wording) {
    const auto& label = stretch.label;
    const auto follow = [&](Run& run, const char* code, const auto& written) {
      if (const auto wanted = run.take(label.value, wording)) {
        wrong(stretch, code, label.number, written(*wanted));
      }
    };
    const auto plain = [](int value) { return std::to_string(value); };
    const auto division = [&](int value) {
      return label.number.find_first_of("0123456789") == std::string::npos ? roman(value)
                                                                           : plain(value);
    };
    switch (label.kind) {
      case LabelKind::part:
        follow(part_, "check.str-01.part", division);
        chapter_ = section_ = Run{};
        break;
      case LabelKind::chapter:
        follow(chapter_, "check.str-01.chapter", division);
        section_ = Run{};
        outline_.add(roman(label.value));
        chapter_name_ = roman(label.value);
        break;
      case LabelKind::section:
        follow(section_, "check.str-01.section", division);
        outline_.add(chapter_name_ + "." + plain(label.value));
        break;
      case LabelKind::article:
        take_article(stretch, wording);
        break;
      case LabelKind::clause:
        follow(clause_, "check.str-01.clause", plain);
        point_ = Run{};
        outline_.add(article_name_ + "." + plain(label.value));
        clause_name_ = plain(label.value);
        break;
      case LabelKind::roman:
        clause_ = point_ = Run{};
        break;
      case LabelKind::point:
        take_point(stretch, wording);
        break;
      default:
        break;
    }
  }

  // "Điều 5a" goes between 5 and 6.
  void take_article(const Stretch& stretch, const std::string& wording) {
    const auto& label = stretch.label;
    const bool is_inserted = label.number != std::to_string(label.value);
    if (is_inserted) {
      if (label.value != article_.last) {
        wrong(stretch, "check.str-01.article", label.number, std::to_string(article_.last + 1));
      }
    } else if (const auto wanted = article_.take(label.value, wording)) {
      wrong(stretch, "check.str-01.article", label.number, std::to_string(*wanted));
    }
    article_name_ = label.number;
    articles_[stretch.paragraph] = article_name_;
    outline_.add(article_name_);
    clause_ = point_ = Run{};
    clause_name_.clear();
  }

  void take_point(const Stretch& stretch, const std::string& wording) {
    const auto& letter = stretch.label.number;
    const auto value = point_value(letter);
    outline_.add(article_name_ + "." + clause_name_ + "." + letter);
    if (!value) {
      wrong(stretch, "check.str-01.point", letter, point_letter(point_.last + 1));
      ++point_.last;
      return;
    }
    if (const auto wanted = point_.take(*value, wording)) {
      wrong(stretch, "check.str-01.point", letter, point_letter(*wanted));
    }
  }

  void check_references() {
    const auto type = key(paper_.parts.text_of("type_name"));
    std::string article;
    for (const auto& stretch : paper_.parts.all()) {
      if (const auto own = articles_.find(stretch.paragraph); own != articles_.end()) {
        article = own->second;
      }
      const bool is_body =
          stretch.paragraph >= paper_.parts.body_from() && stretch.component != "table_text";
      if (!is_body) continue;
      if (may_refer(paper_.view.paragraphs[stretch.paragraph])) {
        check_references_of(stretch, article, type);
      }
    }
  }

  void check_references_of(const Stretch& stretch, const std::string& article,
                           const std::string& type) {
    const auto& paragraph = paper_.view.paragraphs[stretch.paragraph];
    const auto& text = paragraph.text;
    const auto from = std::max(stretch.from, stretch.label.length);
    const std::string_view lowered = paragraph.folded.empty() ? text : paragraph.folded;
    for (const auto& reference :
         word::find_references(std::string_view(text).substr(from), lowered.substr(from), type)) {
      if (reference.is_foreign || stands(reference, article)) continue;
      const Stretch place{
          stretch.paragraph, from + reference.from, from + reference.to, {}, false, {}};
      const auto typed = text.substr(place.from, place.to - place.from);
      found_.add(Severity::error, {"check.str-02.reference", {squeeze(typed)}}, place, true, {});
    }
  }

  // Most paragraphs hold no word of a reference; that is quickly seen.
  [[nodiscard]] static bool may_refer(const ViewParagraph& paragraph) {
    const auto& words = word::document_words();
    const auto has = [&](const std::string& word) {
      const auto& text = paragraph.folded;
      for (auto at = find_word(text, word); at != text.npos; at = find_word(text, word, at + 1)) {
        const auto next = text.find_first_not_of(' ', at + word.size());
        if (next == text.npos) return false;
        if (k_numbers.find(text[next]) != k_numbers.npos) return true;
        if (text.compare(next, words.self.size(), words.self) == 0) return true;
      }
      return false;
    };
    return paragraph.folded.empty() || has(words.article) || has(words.chapter) ||
           has(words.appendix);
  }

  [[nodiscard]] bool stands(const word::Reference& reference, const std::string& article) const {
    if (reference.appendix > 0) return paper_.parts.first("appendix_number") != nullptr;
    if (reference.chapter > 0) {
      auto place = roman(reference.chapter);
      if (reference.section > 0) place += "." + std::to_string(reference.section);
      return outline_.has(place);
    }
    auto place = reference.is_relative ? article : reference.article;
    if (place.empty()) return true;
    if (reference.clause > 0 || !reference.point.empty()) place += ".";
    if (reference.clause > 0) place += std::to_string(reference.clause);
    if (!reference.point.empty()) place += "." + reference.point;
    return outline_.has(place);
  }

  void check_bases() {
    if (!paper_.date) return;
    for (const auto* basis : paper_.parts.every("basis")) {
      const auto text = paper_.parts.text(*basis);
      for (const auto& date : find_dates(text)) {
        if (!date.day || *date.day <= *paper_.date) continue;
        found_.add(Severity::warning,
                   {"check.str-04.later", {short_date(*date.day), short_date(*paper_.date)}},
                   *basis);
      }
    }
  }

  // thôn lies in a xã, khu phố and tổ dân phố in a phường or thị trấn.
  void check_village() {
    const auto* issuer = paper_.parts.first("issuer");
    const auto superior = " " + key(paper_.parts.text_of("superior")) + " ";
    if (issuer == nullptr) return;
    const auto own = " " + key(paper_.parts.text(*issuer)) + " ";
    const auto has = [](const std::string& text, const WordList& words) -> std::string {
      for (const auto& word : words) {
        if (text.find(" " + word + " ") != std::string::npos) return word;
      }
      return {};
    };
    const auto& words = check_words();
    const auto quarter = has(own, words.quarters);
    const auto hamlet = has(own, words.hamlets);
    const auto rural = has(superior, words.rural);
    const auto urban = has(superior, words.urban);
    if (!quarter.empty() && !rural.empty()) {
      found_.add(Severity::warning, {"check.str-06.village", {quarter, rural}}, *issuer);
    } else if (!hamlet.empty() && quarter.empty() && !urban.empty()) {
      found_.add(Severity::warning, {"check.str-06.village", {hamlet, urban}}, *issuer);
    }
  }

  const Paper& paper_;
  Findings& found_;
  Outline outline_;
  Run part_, chapter_, section_, article_, clause_, point_;
  std::string chapter_name_, article_name_, clause_name_;
  std::map<std::size_t, std::string> articles_;
};

}  // namespace

void check_structure(const Paper& paper, Findings& found) { StructureRules(paper, found).check(); }

}  // namespace quyche::check

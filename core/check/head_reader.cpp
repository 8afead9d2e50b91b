#include "check/head_reader.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "check/check_words.hpp"
#include "check/number_pattern.hpp"
#include "model/word/basis_pattern.hpp"
#include "model/word/document_words.hpp"
#include "model/word/marked_text.hpp"
#include "model/word/provision_pattern.hpp"

namespace quyche::check {
namespace {

constexpr const char* k_organ = "organ";  // superior or issuer, decided when all are known
constexpr std::size_t k_longest_title = 400;
constexpr std::size_t k_longest_organ = 80;

bool is_type_name(const std::string& text) {
  const auto name = key(text);
  const auto is_it = [&](const auto& type) { return type.first == name; };
  const auto& words = check_words();
  return std::any_of(words.party_types.begin(), words.party_types.end(), is_it) ||
         std::any_of(words.state_types.begin(), words.state_types.end(), is_it);
}

// "Số 01-QC/CB", "Số: …/QC-UBND", "SỐ01", "01-QC/CB".
bool is_number(const std::string& text) {
  const auto name = key(text);
  const auto& word = word::document_words().number;
  if (!name.starts_with(word)) return is_bare_number(text);
  const auto rest = word::trimmed(std::string_view(name).substr(word.size()));
  if (rest.empty()) return true;
  const bool is_joined = name.size() > word.size() && word::is_letter_at(name, word.size());
  return !is_joined && rest.find_first_of("-/:") != std::string_view::npos;
}

bool is_place_date(const std::string& text) {
  const auto name = key(text);
  const auto& words = word::document_words();
  const auto day = name.find(words.day);
  const auto month = name.find(words.month, day == std::string::npos ? 0 : day);
  return day != std::string::npos && month != std::string::npos &&
         name.find(words.year, month) != std::string::npos;
}

// Set in columns, the number may stand beside the first organ, above the second.
bool names_organ(const std::string& words) {
  return word::is_all_caps(words) && (begins_with(words, check_words().party_organs) ||
                                      begins_with(words, check_words().state_organs));
}

}  // namespace

std::string HeadReader::text(const Stretch& stretch) const {
  return view_.paragraphs[stretch.paragraph].text.substr(stretch.from, stretch.to - stretch.from);
}

void HeadReader::read(std::vector<Stretch>& stretches) {
  for (auto& stretch : stretches) {
    const auto& paragraph = view_.paragraphs[stretch.paragraph];
    if (paragraph.is_aside || paragraph.is_note) continue;
    stretch.component = has_type_ ? after_type(stretch) : before_type(stretch);
  }
  name_organs(stretches);
}

// What a paper without a type, or behind its title, begins with.
std::string HeadReader::opening_of(const std::string& words) {
  if (word::is_basis(words)) return "basis";
  return begins_with(words, check_words().addressee) ? "addressee" : "";
}

// Without a heading only a table can hold organs: running text is none.
bool HeadReader::may_be_organ(const Stretch& stretch, const std::string& words) const {
  if (begins_with(words, check_words().side_lines)) return false;
  if (has_number_) return !stretch.is_whole && names_organ(words);
  return has_heading_ || view_.paragraphs[stretch.paragraph].table > 0 || !stretch.is_whole ||
         words.size() < k_longest_organ;
}

std::string HeadReader::before_type(const Stretch& stretch) {
  const auto words = text(stretch);
  const auto& paragraph = view_.paragraphs[stretch.paragraph];
  switch (heading_kind(words)) {
    case HeadingKind::party:
    case HeadingKind::state:
      has_heading_ = true;
      return "heading";
    case HeadingKind::motto:
      return "motto";
    case HeadingKind::none:
      break;
  }
  if (squeeze(words) == "*") return "issuer_separator";
  if (word::is_rule_line(words)) return {};
  if (is_number(words)) {
    has_number_ = true;
    return "number";
  }
  if (is_place_date(words) || (has_number_ && paragraph.has_blank)) return "place_date";
  if (stretch.is_whole && is_type_name(words)) {
    has_type_ = true;
    return "type_name";
  }
  if (auto opening = opening_of(words); !opening.empty()) {
    has_type_ = title_is_done_ = true;
    return opening;
  }
  if (begins_with(words, check_words().subject)) return "letter_subject";
  return may_be_organ(stretch, words) ? k_organ : "";
}

// A decision names the office that decides under its title, and its own verb behind its bases: both
// in capitals in the middle.
bool HeadReader::is_enacting(const Stretch& stretch, const std::string& words) const {
  const auto& paragraph = view_.paragraphs[stretch.paragraph];
  return (has_title_ || has_basis_) && stretch.is_whole && paragraph.format->align == "center" &&
         word::is_all_caps(words);
}

// "Theo đề nghị của …" stands among the bases, behind one that begins as they do.
bool HeadReader::goes_on_as_basis(const std::string& words) const {
  return has_basis_ && begins_with(word::without_dash(words), check_words().more_bases);
}

std::string HeadReader::after_type(const Stretch& stretch) {
  const auto words = text(stretch);
  if (word::is_basis(words) || goes_on_as_basis(words)) {
    title_is_done_ = has_basis_ = true;
    return "basis";
  }
  if (is_enacting(stretch, words)) return {};
  if (begins_with(words, check_words().addressee)) {
    title_is_done_ = true;
    return "addressee";
  }
  if (word::is_rule_line(words)) {
    const bool is_first = !title_is_done_;
    title_is_done_ = true;
    return is_first ? "title_separator" : "";
  }
  const bool is_title = !title_is_done_ && words.size() <= k_longest_title;
  if (!is_title) return "text";
  const auto& paragraph = view_.paragraphs[stretch.paragraph];
  const bool ends = words.ends_with('.') || words.ends_with(':') || words.ends_with(';');
  if (ends && paragraph.format->align != "center") {
    title_is_done_ = true;
    return "text";
  }
  has_title_ = true;
  return "title";
}

// The last organ issues; those above it are superior to it. Between the first and the last the
// bold ones belong to the issuer ("BAN CHẤP HÀNH" over two lines).
void HeadReader::name_organs(std::vector<Stretch>& stretches) const {
  std::vector<Stretch*> organs;
  for (auto& stretch : stretches) {
    if (stretch.component == k_organ) organs.push_back(&stretch);
  }
  for (std::size_t i = 0; i < organs.size(); ++i) {
    const auto& spans = view_.paragraphs[organs[i]->paragraph].spans;
    const bool is_bold = std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
      return span.from < organs[i]->to && span.to > organs[i]->from && span.format->bold;
    });
    const bool is_last = i + 1 == organs.size();
    const bool is_issuer = is_last || (i > 0 && is_bold);
    organs[i]->component = is_issuer ? "issuer" : "superior";
  }
}

}  // namespace quyche::check

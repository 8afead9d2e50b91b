#include "check/document_family.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "check/check_words.hpp"
#include "model/word/document_words.hpp"

namespace quyche::check {
namespace {

constexpr int k_heading_weight = 2;

bool begins_with_mark(const std::string& text, const WordList& marks) {
  const auto typed = upper(squeeze(text));
  return std::any_of(marks.begin(), marks.end(),
                     [&](const auto& mark) { return typed.starts_with(mark); });
}

/// One of the codes between the signs of a number: "CB" in "Số 01-QC/CB".
bool has_code(const std::string& number, const WordList& codes) {
  for (std::size_t from = 0; from <= number.size();) {
    const auto to = std::min(number.find_first_of("-/ ", from), number.size());
    if (word::contains(codes, std::string_view(number).substr(from, to - from))) return true;
    from = to + 1;
  }
  return false;
}

class SignReader {
 public:
  explicit SignReader(const Components& parts) : parts_(parts) {}

  FamilySigns read() {
    read_headings();
    const auto& words = check_words();
    for (const char* component : {"superior", "issuer"}) {
      for (const auto* organ : parts_.every(component)) {
        const auto text = parts_.text(*organ);
        add(text, begins_with(text, words.party_organs), begins_with(text, words.state_organs));
      }
    }
    if (parts_.first("issuer_separator") != nullptr) add("*", true, false);
    read_number();
    if (const auto text = parts_.text_of("authority"); !text.empty()) {
      add(text, begins_with_mark(text, words.party_marks),
          begins_with_mark(text, words.state_marks));
    }
    read_offices();
    return signs_;
  }

 private:
  void add(const std::string& text, bool is_party, bool is_state) {
    if (is_party == is_state) return;
    ++(is_party ? signs_.party_weight : signs_.state_weight);
    (is_party ? signs_.party : signs_.state).push_back(text);
  }

  void read_headings() {
    for (const auto* heading : parts_.every("heading")) {
      const bool is_party = heading_kind(parts_.text(*heading)) == HeadingKind::party;
      (is_party ? signs_.party_weight : signs_.state_weight) += k_heading_weight;
      if (signs_.heading.empty()) signs_.heading = is_party ? "party" : "state";
    }
    if (parts_.first("motto") == nullptr) return;
    ++signs_.state_weight;
    if (signs_.heading.empty()) signs_.heading = "state";
  }

  // The organ's code tells more than the order of the signs, which is often wrong.
  void read_number() {
    const auto text = parts_.text_of("number");
    const bool is_party = has_code(text, check_words().party_codes);
    const bool is_state = has_code(text, check_words().state_codes);
    if (is_party != is_state) return add(text, is_party, is_state);
    const auto joint = text.find_first_of("-/");
    if (joint == std::string::npos) return;
    add(text, text[joint] == '-', text[joint] == '/');
  }

  void read_offices() {
    const auto& words = check_words();
    bool has_party = false;
    bool has_state = false;
    for (const auto* position : parts_.every("position")) {
      const auto text = parts_.text(*position);
      const bool is_party = !has_party && begins_with(text, words.party_offices);
      const bool is_state = !has_state && begins_with(text, words.state_offices);
      add(text, is_party, is_state);
      has_party = has_party || is_party;
      has_state = has_state || is_state;
    }
  }

  const Components& parts_;
  FamilySigns signs_;
};

}  // namespace

std::string FamilySigns::family() const {
  if (party_weight == state_weight) return heading;
  return party_weight > state_weight ? "party" : "state";
}

FamilySigns family_signs(const Components& parts) { return SignReader(parts).read(); }

}  // namespace quyche::check

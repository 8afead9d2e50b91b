#include "engine/duty_checks.hpp"

#include <algorithm>
#include <map>

#include "base/date.hpp"
#include "base/text.hpp"
#include "meeting/inspection.hpp"
#include "meeting/threshold.hpp"

namespace quyche {
namespace {

constexpr const char* k_admission = "admission";

int whole(const std::string& text) {
  const bool is_number =
      !text.empty() && text.size() < 7 && text.find_first_not_of("0123456789") == std::string::npos;
  return is_number ? std::stoi(text) : 0;
}

class DutyCheck {
 public:
  DutyCheck(const DutyCell& cell, const std::vector<Record>& records, const meeting::Rules& rules,
            Diagnostics& found)
      : cell_(cell), records_(records), rules_(rules), found_(found) {}

  void check_team() {
    std::size_t leaders = 0;
    for (const auto& one : records_) {
      const auto& role = one.text("role");
      const auto& name = one.text("name");
      leaders += role == "leader" ? 1U : 0U;
      if (role == "leader" && !holds(name, "secretary")) {
        warn({"duty.leader-not-secretary", {cell_.words.cell, name}});
      }
      // Where one person holds both posts the deputy must be somebody else.
      const bool is_usual = holds(name, "village_head") || is_concurrent();
      if (role == "deputy" && !is_usual) {
        warn({"duty.deputy-not-head", {cell_.words.cell, name, cell_.words.village_head}});
      }
      if (role == "deputy" && holds(name, "secretary")) {
        warn({"duty.deputy-is-secretary", {cell_.words.cell, name}});
      }
    }
    if (leaders != 1) refuse({"duty.one-leader", {cell_.words.cell, std::to_string(leaders)}});
  }

  void check_introduced() {
    for (const auto& one : records_) {
      if (one.text("training_state") != "admitted" && member(one) != nullptr) {
        refuse({"duty.member-already", {one.text("name"), cell_.words.cell}});
      }
    }
    for (const auto* title : {"village_head", "deputy_village_head"}) {
      const auto* head = cell_.card.holder(title);
      if (head == nullptr || head->is_member() || is_listed(head->person.text("name"))) continue;
      note({"duty.head-not-introduced",
            {head->person.text("name"), cell_.words.post(title), cell_.words.cell}});
    }
  }

  void check_admissions() {
    for (const auto& one : records_) {
      if (one.text("admission_state") != k_admitted && member(one) != nullptr) {
        refuse({"duty.member-already", {one.text("name"), cell_.words.cell}});
      }
      check_vote(one);
    }
  }

  void check_candidates() {
    std::map<std::string, std::string> ranks;
    for (const auto& one : records_) {
      const auto& rank = one.text("rank");
      if (rank.empty()) continue;
      const auto [known, fresh] =
          ranks.emplace(one.text("planned_post") + '\n' + rank, one.text("name"));
      if (!fresh) {
        warn({"duty.twin-rank", {cell_.words.cell, known->second, one.text("name"), rank}});
      }
    }
  }

  void check_complaints() {
    for (const auto& one : records_) {
      const auto& day = one.text("day");
      const auto& answered = one.text("answered_on");
      const auto& deadline = one.text("deadline");
      const auto& sender = one.text("sender");
      if (!answered.empty() && answered < day) {
        refuse({"duty.answer-before", {sender, shown(answered), shown(day)}});
      }
      if (answered.empty() && !deadline.empty() && deadline < iso(cell_.day)) {
        warn({"duty.complaint-waits", {cell_.words.cell, sender, shown(day), shown(deadline)}});
      }
      if (!answered.empty() && one.text("result").empty()) {
        warn({"duty.answer-empty", {cell_.words.cell, sender, shown(answered)}});
      }
    }
  }

 private:
  static constexpr const char* k_admitted = "admitted";

  static std::string shown(const std::string& day) {
    const auto date = date_from_iso(day);
    return date ? short_date(*date) : day;
  }

  void add(Severity severity, Text message) {
    found_.add({severity, std::move(message), {}, {{"hint.duty-record", {}}}});
  }
  void refuse(Text message) { add(Severity::error, std::move(message)); }
  void warn(Text message) { add(Severity::warning, std::move(message)); }
  void note(Text message) {
    found_.add({Severity::note, std::move(message), {}, {{"hint.duty-introduce", {}}}});
  }

  [[nodiscard]] bool holds(const std::string& name, const char* title) const {
    const auto* holder = cell_.card.holder(title);
    return holder != nullptr && match_key(holder->person.text("name")) == match_key(name);
  }
  [[nodiscard]] bool is_concurrent() const {
    const auto* secretary = cell_.card.holder("secretary");
    return secretary != nullptr && secretary->holds("village_head");
  }
  [[nodiscard]] bool is_listed(const std::string& name) const {
    return std::any_of(records_.begin(), records_.end(), [&](const Record& one) {
      return match_key(one.text("name")) == match_key(name);
    });
  }

  /// A member of that name; where both births are known they must agree.
  [[nodiscard]] const CellPerson* member(const Record& one) const {
    const auto& people = cell_.card.people;
    const auto found = std::find_if(people.begin(), people.end(), [&](const CellPerson& person) {
      const auto& birth = person.person.text("birth");
      const bool is_same_age = birth.empty() || one.text("birth").empty() ||
                               birth.substr(0, 4) == one.text("birth").substr(0, 4);
      return person.is_member() && is_same_age &&
             match_key(person.person.text("name")) == match_key(one.text("name"));
    });
    return found == people.end() ? nullptr : &*found;
  }

  // Statutes, Article 1: a citizen of eighteen years or more.
  void check_age(const Record& one) {
    constexpr int k_least_years = 18;
    const auto birth = date_from_iso(one.text("birth"));
    const auto day = date_from_iso(one.text("day"));
    if (!birth || !day) return;
    const auto grown = *birth + std::chrono::years(k_least_years);
    const Date of_age = grown.ok() ? grown : Date(grown.year() / 3 / 1);  // born on 29 February
    if (*day < of_age) {
      refuse({"duty.too-young", {one.text("name"), short_date(*birth), short_date(*day)}});
    }
  }

  void check_vote(const Record& one) {
    const auto vote = admission_vote(one, rules_);
    const int known = whole(cell_.card.cell.text("member_count_official"));
    const int members = whole(one.text("members"));
    if (known > 0 && members > 0 && known != members) {
      found_.add(
          {Severity::warning,
           {"duty.members-differ",
            {one.text("name"), std::to_string(members), cell_.words.cell, std::to_string(known)}},
           {},
           {{"hint.duty-members", {}}}});
    }
    check_age(one);
    const int sum = vote.yes + vote.no + vote.abstain;
    if (one.text("day").empty() || vote.counted <= 0) {
      refuse({"duty.no-vote", {one.text("name"), cell_.words.cell}});
    } else if (sum > vote.counted) {
      refuse({"duty.more-votes",
              {one.text("name"), std::to_string(sum), std::to_string(vote.counted)}});
    } else if (vote.rule != nullptr && vote.yes < vote.needed) {
      Diagnostic finding{Severity::error,
                         {"duty.vote-below",
                          {one.text("name"), std::to_string(vote.yes), std::to_string(vote.counted),
                           std::to_string(vote.needed)}},
                         {},
                         {}};
      const auto day = date_from_iso(one.text("day")).value_or(cell_.day);
      found_.add(meeting::finding_of(*vote.rule, day, false, std::move(finding)).diagnostic);
    }
  }

  const DutyCell& cell_;
  const std::vector<Record>& records_;
  const meeting::Rules& rules_;
  Diagnostics& found_;
};

}  // namespace

AdmissionVote admission_vote(const Record& admission, const meeting::Rules& rules) {
  AdmissionVote vote;
  vote.yes = whole(admission.text("yes"));
  vote.no = whole(admission.text("no"));
  vote.abstain = whole(admission.text("abstain"));
  vote.counted = whole(admission.text("members")) - whole(admission.text("excluded"));
  const auto day = date_from_iso(admission.text("day"));
  if (!day || vote.counted <= 0) return vote;
  for (const auto* rule : rules.of(meeting::Test::vote, meeting::Kind::cell_regular, *day)) {
    if (!rule->is_about(k_admission) || !rule->threshold) continue;
    vote.rule = rule;
    vote.needed = static_cast<int>(needed_votes(*rule->threshold, vote.counted));
  }
  return vote;
}

void check_duty(const std::string& table, const DutyCell& cell, const std::vector<Record>& records,
                const meeting::Rules& rules, Diagnostics& found) {
  DutyCheck check(cell, records, rules, found);
  if (table == "mobiliser" && !records.empty()) check.check_team();
  if (table == "training") check.check_introduced();
  if (table == "admission") check.check_admissions();
  if (table == "candidate") check.check_candidates();
  if (table == "complaint") check.check_complaints();
}

}  // namespace quyche

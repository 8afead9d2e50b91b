#include "meeting/papers/paper_values.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/word_list.hpp"
#include "check/check_words.hpp"
#include "meeting/meeting_names.hpp"
#include "meeting/papers/attendance_values.hpp"
#include "paper/value_map.hpp"

namespace quyche::meeting {
namespace {

Value text_list(const std::vector<std::string>& items) {
  return list_of(items, [](const std::string& item) { return Value::text(item); });
}

/// Text of several paragraphs as a list of them.
Value paragraphs(const std::string& text) {
  std::vector<Value> found;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = squeeze(text.substr(at, end - at));
    if (!line.empty()) found.push_back(Value::text(line));
    at = end + 1;
  }
  return Value::list(std::move(found));
}

Value time_value(const std::optional<TimeOfDay>& time) {
  constexpr int k_minutes_of_hour = 60;
  if (!time) return Value::none();
  const auto count = static_cast<int>(time->count());
  return ValueMapBuilder()
      .whole("hour", count / k_minutes_of_hour)
      .whole("minute", count % k_minutes_of_hour)
      .take();
}

Value person_value(const Person& person, bool party) {
  return ValueMapBuilder()
      .text("name", person.name)
      .text("post", person.post)
      .text("office", signing_office(person.post, party))
      .take();
}

/// Posts somebody holds at once: "Bí thư chi bộ, Trưởng thôn", "Bí thư kiêm trưởng thôn".
std::vector<std::string> parted(const std::string& posts) {
  static const auto k_joints = words_of("words.meeting-post-joints");
  std::vector<std::string> parts;
  auto rest = posts;
  while (!rest.empty()) {
    const auto folded = lower(rest);
    auto end = rest.size();
    std::size_t length = 0;
    for (const auto& joint : k_joints) {
      const auto at = folded.find(joint);
      if (at < end) {
        end = at;
        length = joint.size();
      }
    }
    if (auto part = squeeze(rest.substr(0, end)); !part.empty()) parts.push_back(std::move(part));
    rest.erase(0, end + length);
  }
  return parts;
}

Value item_value(const AgendaItem& item) {
  const auto contribution = [](const Contribution& said) {
    return ValueMapBuilder().text("speaker", said.speaker).text("text", said.text).take();
  };
  const auto paper = [](const SentPaper& sent) {
    return ValueMapBuilder().text("title", sent.title).day("sent_on", sent.sent_on).take();
  };
  return ValueMapBuilder()
      .text("title", item.title)
      .text("proposed_by", item.proposed_by)
      .add("agreed_by", text_list(item.agreed_by))
      .text("presented_by", item.presented_by)
      .add("content", paragraphs(item.content))
      .add("papers", list_of(item.papers, paper))
      .add("discussion", list_of(item.discussion, contribution))
      .add("conclusion", paragraphs(item.conclusion))
      .take();
}

ValueMapBuilder count_value(const Count& count) {
  ValueMapBuilder value;
  value.whole("yes", count.yes).whole("no", count.no).whole("abstain", count.abstain);
  value.whole("invalid", count.invalid);
  value.whole("issued", count.issued).whole("collected", count.collected);
  return value;
}

Count total_of(const Vote& vote) {
  auto total = vote.count;
  if (!vote.house_to_house) return total;
  const auto& more = *vote.house_to_house;
  total.yes += more.yes;
  total.no += more.no;
  total.abstain += more.abstain;
  total.invalid += more.invalid;
  if (more.issued) total.issued = total.issued.value_or(0) + *more.issued;
  if (more.collected) total.collected = total.collected.value_or(0) + *more.collected;
  return total;
}

Value vote_value(const Vote& vote, const Value& base) {
  const auto candidate = [](const Candidate& one) {
    return ValueMapBuilder()
        .text("name", one.name)
        .whole("yes", one.yes)
        .add("elected", Value::boolean(one.elected))
        .take();
  };
  return count_value(total_of(vote))
      .text("id", vote.id)
      .text("matter", vote.matter)
      .text("subject", vote.subject)
      .text("form", name_of(k_vote_form_names, vote.form))
      .add("in_meeting", count_value(vote.count).take())
      .add("house_to_house",
           vote.house_to_house ? count_value(*vote.house_to_house).take() : Value::none())
      .add("base", base)
      .add("candidates", list_of(vote.candidates, candidate))
      .add("passed", vote.passed ? Value::boolean(*vote.passed) : Value::none())
      .take();
}

template <typename BaseOf>
Value decision_value(const Decision& decision, const Meeting& meeting, const BaseOf& base_of) {
  const auto vote = std::find_if(meeting.votes.begin(), meeting.votes.end(),
                                 [&](const Vote& one) { return one.id == decision.vote; });
  const bool has_vote = !decision.vote.empty() && vote != meeting.votes.end();
  return ValueMapBuilder()
      .text("text", decision.text)
      .add("vote", has_vote ? vote_value(*vote, base_of(*vote)) : Value::none())
      .take();
}

Value task_value(const Task& task) {
  return ValueMapBuilder()
      .text("id", task.id)
      .text("text", task.text)
      .text("assignee", task.assignee)
      .text("post", task.post)
      .add("together_with", text_list(task.together_with))
      .day("deadline", task.deadline)
      .text("state", name_of(k_task_state_names, task.state))
      .text("result", task.result)
      .day("given_on", task.given_on)
      .take();
}

Value unit_value(const Unit& unit) {
  return ValueMapBuilder()
      .text("cell", unit.cell)
      .text("village", unit.village)
      .text("commune", unit.commune)
      .text("district", unit.district)
      .text("province", unit.province)
      .text("upper_party_body", unit.upper_party_body)
      .take();
}

Value resolution_value(const ResolutionText& resolution) {
  return ValueMapBuilder()
      .text("number", resolution.number)
      .add("review", text_list(resolution.review))
      .add("direction", text_list(resolution.direction))
      .take();
}

Value assessment_value(const SelfAssessment& own) {
  return ValueMapBuilder()
      .whole("score", own.score)
      .text("grade", own.grade ? name_of(k_grade_names, *own.grade) : std::string())
      .text("remark", own.remark)
      .take();
}

}  // namespace

std::string signing_office(const std::string& posts, bool party) {
  const auto& words = check::check_words();
  const auto of_party = [&](const std::string& part) {
    const auto key = match_key(part);
    const auto holds = [&](const std::string& word) {
      return key.find(match_key(word)) != std::string::npos;
    };
    return holds(words.secretary) ||
           std::any_of(words.cell_committee.begin(), words.cell_committee.end(), holds);
  };
  const auto parts = parted(posts);
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](const std::string& part) { return of_party(part) == party; });
  if (found == parts.end()) return parts.empty() ? std::string() : parts.front();
  const auto body = " " + words.cell;
  const auto at = party ? lower(*found).find(body) : std::string::npos;
  return at == std::string::npos ? *found : capitalise(found->substr(0, at));
}

std::string locality(const std::string& commune) {
  const auto& words = check::check_words();
  const auto folded = lower(commune);
  std::string bare = commune;
  for (const auto* types : {&words.rural, &words.urban}) {
    for (const auto& type : *types) {
      if (folded.starts_with(type + " ")) bare = commune.substr(type.size() + 1);
    }
  }
  const bool is_bare = bare.find(' ') == std::string::npos ||
                       std::find(words.places_with_type.begin(), words.places_with_type.end(),
                                 lower(bare)) != words.places_with_type.end();
  return is_bare ? capitalise(commune) : bare;
}

Value paper_values(const Meeting& meeting, const std::vector<VoteVerdict>& verdicts) {
  ValueMapBuilder value;
  const bool party = is_party(meeting.kind);
  const auto kind = name_of(k_kind_names, meeting.kind);
  value.text("id", kind + "-" + iso(meeting.date)).text("kind", kind);
  value.text("number", meeting.number).text("title", meeting.title);
  value.add("unit", unit_value(meeting.unit)).text("locality", locality(meeting.unit.commune));
  value.text("place", meeting.place).day("date", meeting.date);
  value.add("start", time_value(meeting.start)).add("end", time_value(meeting.end));
  value.text("convened_by", meeting.convened_by).day("notice_on", meeting.notice_on);
  value.add("combined_with_thematic", Value::boolean(meeting.combined_with_thematic));
  value.add("chair", person_value(meeting.chair, party));
  value.add("minute_taker", person_value(meeting.minute_taker, party));
  const auto attendance = attendance_values(meeting);
  // Who chooses the minute-taker are those who came; other matters are of all.
  const auto base_of = [&](const Vote& vote) {
    const auto verdict =
        std::find_if(verdicts.begin(), verdicts.end(),
                     [&](const VoteVerdict& one) { return !vote.id.empty() && one.id == vote.id; });
    return verdict == verdicts.end() ? *attendance.as_map().find("entitled")
                                     : Value::integer(verdict->base);
  };
  value.add("attendance", attendance);
  value.add("agenda", list_of(meeting.agenda, item_value));
  value.add("votes", list_of(meeting.votes,
                             [&](const Vote& vote) { return vote_value(vote, base_of(vote)); }));
  value.add("decisions", list_of(meeting.decisions, [&](const Decision& decision) {
              return decision_value(decision, meeting, base_of);
            }));
  value.add("carried_tasks", list_of(meeting.carried_tasks, task_value));
  value.add("tasks", list_of(meeting.tasks, task_value));
  value.add("resolution", resolution_value(meeting.resolution));
  value.add("self_assessment", assessment_value(meeting.self_assessment));
  return value.take();
}

}  // namespace quyche::meeting

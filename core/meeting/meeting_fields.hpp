#pragma once
// The fields of a meeting's parts under their names in files: one list serves whatever reads and
// whatever writes. A visitor has field (one line or a value), paragraphs (text with line feeds),
// choice (a word of a list) and required; it calls visit_fields again for parts inside parts.

#include "meeting/meeting.hpp"
#include "meeting/meeting_names.hpp"

namespace quyche::meeting {

template <typename Visitor>
void visit_fields(Visitor& visitor, Unit& unit) {
  visitor.field("cell", unit.cell);
  visitor.field("village", unit.village);
  visitor.field("commune", unit.commune);
  visitor.field("commune_code", unit.commune_code);
  visitor.field("district", unit.district);
  visitor.field("province", unit.province);
  visitor.field("upper_party_body", unit.upper_party_body);
  visitor.field("founded", unit.founded);
  visitor.field("ended", unit.ended);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Person& person) {
  visitor.field("name", person.name);
  visitor.field("post", person.post);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Attendee& attendee) {
  visitor.required("name", attendee.name);
  visitor.field("post", attendee.post);
  visitor.choice("membership", attendee.membership, k_membership_names);
  visitor.choice("standing", attendee.standing, k_standing_names);
  visitor.choice("presence", attendee.presence, k_presence_names);
  visitor.field("reason", attendee.reason);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Household& household) {
  visitor.field("number", household.number);
  visitor.required("head", household.head);
  visitor.field("representative", household.representative);
  visitor.choice("presence", household.presence, k_presence_names);
  visitor.field("reason", household.reason);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Totals& totals) {
  visitor.field("convened", totals.convened);
  visitor.field("cluster", totals.cluster);
  visitor.field("full", totals.full);
  visitor.field("probationary", totals.probationary);
  visitor.field("excluded", totals.excluded);
  visitor.field("present", totals.present);
  visitor.field("present_full", totals.present_full);
  visitor.field("present_probationary", totals.present_probationary);
  visitor.field("excused", totals.excused);
  visitor.field("absent", totals.absent);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Attendance& attendance) {
  visitor.field("totals", attendance.totals);
  visitor.field("people", attendance.people);
  visitor.field("households", attendance.households);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Election& election) {
  visitor.field("plan_on", election.plan_on);
  visitor.field("team_on", election.team_on);
  visitor.field("first_vote_on", election.first_vote_on);
  visitor.field("dismissed_on", election.dismissed_on);
  visitor.field("reported_on", election.reported_on);
  visitor.field("recognised_on", election.recognised_on);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, SentPaper& paper) {
  visitor.required("title", paper.title);
  visitor.field("sent_on", paper.sent_on);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Contribution& contribution) {
  visitor.field("speaker", contribution.speaker);
  visitor.paragraphs("text", contribution.text);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, AgendaItem& item) {
  visitor.required("title", item.title);
  visitor.field("proposed_by", item.proposed_by);
  visitor.field("agreed_by", item.agreed_by);
  visitor.field("presented_by", item.presented_by);
  visitor.paragraphs("content", item.content);
  visitor.field("papers", item.papers);
  visitor.field("discussion", item.discussion);
  visitor.paragraphs("conclusion", item.conclusion);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Count& count) {
  visitor.field("yes", count.yes);
  visitor.field("no", count.no);
  visitor.field("abstain", count.abstain);
  visitor.field("invalid", count.invalid);
  visitor.field("issued", count.issued);
  visitor.field("collected", count.collected);
  visitor.field("probationary", count.probationary);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Candidate& candidate) {
  visitor.required("name", candidate.name);
  visitor.field("yes", candidate.yes);
  visitor.field("elected", candidate.elected);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Vote& vote) {
  visitor.field("id", vote.id);
  visitor.required("matter", vote.matter);
  visitor.field("subject", vote.subject);
  visitor.choice("form", vote.form, k_vote_form_names);
  visitor.field("count", vote.count);
  visitor.field("house_to_house", vote.house_to_house);
  visitor.field("candidates", vote.candidates);
  visitor.field("passed", vote.passed);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Decision& decision) {
  visitor.paragraphs("text", decision.text);
  visitor.field("vote", decision.vote);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Task& task) {
  visitor.field("id", task.id);
  visitor.required("text", task.text);
  visitor.field("assignee", task.assignee);
  visitor.field("post", task.post);
  visitor.field("together_with", task.together_with);
  visitor.field("deadline", task.deadline);
  visitor.choice("state", task.state, k_task_state_names);
  visitor.field("result", task.result);
  visitor.field("given_on", task.given_on);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, SelfAssessment& assessment) {
  visitor.field("score", assessment.score);
  visitor.choice("grade", assessment.grade, k_grade_names);
  visitor.paragraphs("remark", assessment.remark);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, ResolutionText& resolution) {
  visitor.field("number", resolution.number);
  visitor.field("review", resolution.review);
  visitor.field("direction", resolution.direction);
}

template <typename Visitor>
void visit_fields(Visitor& visitor, Meeting& meeting) {
  visitor.field("note", meeting.note);
  visitor.required_choice("kind", meeting.kind, k_kind_names);
  visitor.field("number", meeting.number);
  visitor.field("title", meeting.title);
  visitor.field("unit", meeting.unit);
  visitor.field("place", meeting.place);
  visitor.required("date", meeting.date);
  visitor.field("start", meeting.start);
  visitor.field("end", meeting.end);
  visitor.field("convened_by", meeting.convened_by);
  visitor.field("convener_mandate", meeting.convener_mandate);
  visitor.field("notice_on", meeting.notice_on);
  visitor.field("draft_posted_on", meeting.draft_posted_on);
  visitor.field("last_congress", meeting.last_congress);
  visitor.field("election", meeting.election);
  visitor.field("signatories", meeting.signatories);
  visitor.field("combined_with_thematic", meeting.combined_with_thematic);
  visitor.field("chair", meeting.chair);
  visitor.field("minute_taker", meeting.minute_taker);
  visitor.field("attendance", meeting.attendance);
  visitor.field("agenda", meeting.agenda);
  visitor.field("votes", meeting.votes);
  visitor.field("decisions", meeting.decisions);
  visitor.field("carried_tasks", meeting.carried_tasks);
  visitor.field("tasks", meeting.tasks);
  visitor.field("resolution", meeting.resolution);
  visitor.field("self_assessment", meeting.self_assessment);
}

}  // namespace quyche::meeting

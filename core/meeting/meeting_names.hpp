#pragma once
// The words that stand for the alternatives of a meeting in JSON, XML and on the command line. For
// the readers, the writer and the papers.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "meeting/meeting.hpp"

namespace quyche::meeting {

template <typename Value, std::size_t size>
using Names = std::array<std::pair<std::string_view, Value>, size>;

inline constexpr Names<Kind, 6> k_kind_names{{{"cell_regular", Kind::cell_regular},
                                              {"cell_thematic", Kind::cell_thematic},
                                              {"cell_committee", Kind::cell_committee},
                                              {"village", Kind::village},
                                              {"cluster", Kind::cluster},
                                              {"congress", Kind::congress}}};
inline constexpr Names<Presence, 3> k_presence_names{
    {{"present", Presence::present}, {"excused", Presence::excused}, {"absent", Presence::absent}}};
inline constexpr Names<Membership, 4> k_membership_names{
    {{"full", Membership::full},
     {"probationary", Membership::probationary},
     {"temporary", Membership::temporary},
     {"guest", Membership::guest}}};
inline constexpr Names<Standing, 5> k_standing_names{
    {{"active", Standing::active},
     {"exempt", Standing::exempt},
     {"elsewhere", Standing::elsewhere},
     {"suspended", Standing::suspended},
     {"excused_throughout", Standing::excused_throughout}}};
inline constexpr Names<VoteForm, 3> k_vote_form_names{
    {{"show_of_hands", VoteForm::show_of_hands},
     {"secret_ballot", VoteForm::secret_ballot},
     {"house_to_house", VoteForm::house_to_house}}};
inline constexpr Names<TaskState, 3> k_task_state_names{
    {{"open", TaskState::open}, {"partly", TaskState::partly}, {"done", TaskState::done}}};
inline constexpr Names<Grade, 4> k_grade_names{{{"good", Grade::good},
                                                {"fair", Grade::fair},
                                                {"average", Grade::average},
                                                {"poor", Grade::poor}}};

template <typename Value, std::size_t size>
[[nodiscard]] std::string name_of(const Names<Value, size>& names, Value value) {
  for (const auto& [name, held] : names) {
    if (held == value) return std::string(name);
  }
  return {};
}

template <typename Value, std::size_t size>
[[nodiscard]] std::optional<Value> value_of(const Names<Value, size>& names,
                                            std::string_view name) {
  for (const auto& [known, held] : names) {
    if (known == name) return held;
  }
  return std::nullopt;
}

template <typename Value, std::size_t size>
[[nodiscard]] std::vector<std::string> all_names(const Names<Value, size>& names) {
  std::vector<std::string> out;
  for (const auto& [name, held] : names) out.emplace_back(name);
  return out;
}

}  // namespace quyche::meeting

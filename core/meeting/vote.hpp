#pragma once
// Votes of a meeting as they were recorded, and what was decided by them. Part of Meeting.

#include <optional>
#include <string>
#include <vector>

namespace quyche::meeting {

enum class VoteForm { show_of_hands, secret_ballot, house_to_house };

/// One way of voting. `issued` and `collected` for ballots only.
struct Count {
  int yes = 0;
  int no = 0;
  int abstain = 0;
  int invalid = 0;
  std::optional<int> issued;
  std::optional<int> collected;
  int probationary = 0;  ///< votes among these that probationary members cast
};

struct Candidate {
  std::string name;
  int yes = 0;
  bool elected = false;
};

struct Vote {
  std::string id;      ///< decisions refer to it
  std::string matter;  ///< a matter of the rules: "admission", "village_convention"
  std::string subject;
  VoteForm form = VoteForm::show_of_hands;
  Count count;                          ///< in the meeting
  std::optional<Count> house_to_house;  ///< ballots collected afterwards, added to the same total
  std::vector<Candidate> candidates;    ///< of an election
  std::optional<bool> passed;           ///< as the minutes say it
};

struct Decision {
  std::string text;
  std::string vote;  ///< id of the vote; empty: without one
};

}  // namespace quyche::meeting

#pragma once
// A meeting as the values that templates of papers name: the record itself, counts, and forms that
// a template would have to compute ("An Vĩ" of "xã An Vĩ"). For Paper.

#include <string>
#include <vector>

#include "meeting/meeting.hpp"
#include "quyche/meeting.hpp"
#include "template/value.hpp"

namespace quyche::meeting {

/// Every name is there for every meeting; what is not recorded is none, or an empty text or list.
/// `verdicts`: of the meeting, for what each vote is counted against.
[[nodiscard]] Value paper_values(const Meeting& meeting, const std::vector<VoteVerdict>& verdicts);
/// The office in which somebody of several posts signs: for the Party the one in it, without the
/// name of its body ("Trưởng thôn, Bí thư chi bộ" → "Bí thư"); for a village the other.
[[nodiscard]] std::string signing_office(const std::string& posts, bool party);

/// The name of a commune as it stands before a day: without its type, unless the bare name would
/// not say what it is (a person's name, one syllable, a number).
[[nodiscard]] std::string locality(const std::string& commune);

}  // namespace quyche::meeting

#pragma once
// What front ends ask about the duties that the regulation gives a cell: the plan of grassroots
// democracy, the mass mobilisation team, people introduced and admitted, succession, complaints.
// Plain values.

#include <optional>
#include <string>

#include "quyche/abi.hpp"
#include "quyche/register.hpp"
#include "quyche/values.hpp"

namespace quyche::inline abi_1 {

/// The papers of duties, from the records of a register.
struct DutyJob {
  RegisterView view;   ///< `as_of`: the papers' day
  std::string paper;   ///< "democracy-plan" …; empty: every paper there is a record for
  std::string cell;    ///< what finds it; empty: every cell of the view's unit
  std::string record;  ///< number of one record; empty: all
  int year = 0;        ///< of plans and reports; 0: that of the day
  std::string number;  ///< of the paper; empty: left to be written in
  std::string signer;  ///< empty: who holds the post in the register
  std::string output;  ///< .docx for one paper of one cell, else a folder
  bool only_check = false;
};

}  // namespace quyche::inline abi_1

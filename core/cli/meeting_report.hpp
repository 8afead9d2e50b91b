#pragma once
// What is printed about records of meetings: votes against the number they needed, findings, tasks.

#include <vector>

#include "quyche/engine.hpp"

namespace quyche::cli {

void print_meetings(const std::vector<MeetingReport>& reports, bool json);
void print_tasks(const std::vector<TaskLine>& tasks, bool json);

}  // namespace quyche::cli

#pragma once
// How the program deals with memory it gave back. For whoever makes documents one after the other.

namespace quyche {

/// What is freed stays with the process for the next document: asking the system for it again costs
/// more than filling it. The most that is in use at one time is not changed by this.
void keep_freed_memory();

}  // namespace quyche

#pragma once
// What the register's commands print: the adoption table, what changed, who changed it.

#include <string>
#include <vector>

#include "quyche/register.hpp"

namespace quyche::cli {

void print_adoption(const Adoption& adoption, bool json);
void print_attachments(const std::vector<AttachmentEntry>& entries, bool json);
void print_history(const std::vector<HistoryEntry>& entries, bool json);
/// `code`: the sentence with the number of rows read and failed.
void print_register_result(const RegisterResult& result, const std::string& code, bool json,
                           bool dry_run);

}  // namespace quyche::cli

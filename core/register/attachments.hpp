#pragma once
// Files that belong to a record: kept in the database by the sum of their bytes, the same bytes
// once, and never without their sum being checked. For the register's attachment jobs and its
// check.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.hpp"
#include "quyche/register.hpp"
#include "register/store.hpp"

namespace quyche {

/// A record that files can be attached to.
struct AttachmentOwner {
  std::string table;
  RowId record = 0;
  RowId cell = 0;  ///< whose record it is, or the cell itself
};

/// The record with this number in any table of a cell. Throws Error register.unknown-record.
[[nodiscard]] AttachmentOwner owner_of(Store& store, const std::string& number);

/// Keeps a file inside `change`. False when the record has these bytes already.
bool keep_attachment(Change& change, const AttachmentOwner& owner, const std::string& file_name,
                     const std::string& note, ByteSource& bytes);

/// All attachments, or those of one record, in the order they came.
[[nodiscard]] std::vector<AttachmentEntry> read_attachments(Store& store,
                                                            const std::string& record);

/// Gives the bytes of an attachment in pieces. Throws Error register.no-such-attachment, and
/// register.attachment-damaged behind the last piece.
void read_attachment(Store& store, const std::string& number,
                     const std::function<void(std::string_view)>& take);

/// Findings: register.attachment-damaged, register.broken-reference.
void check_attachments(Store& store, Diagnostics& found);

/// Bytes that no attachment has any longer go.
void drop_unused_bytes(Store& store);

}  // namespace quyche

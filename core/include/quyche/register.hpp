#pragma once
// What front ends and the register say to each other: where a register lives, what to do with it,
// and its answers. All days are ISO text or Date; nothing here holds a connection.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "quyche/abi.hpp"
#include "quyche/diagnostic.hpp"
#include "quyche/values.hpp"

namespace quyche::inline abi_1 {

/// Which register, seen from which day, and how much of it.
struct RegisterView {
  std::string database;       ///< path, or postgresql://user:password@host:port/name
  unsigned wait = 10;         ///< seconds to wait for others who write
  std::optional<Date> as_of;  ///< empty: today
  std::string unit;           ///< code of a province, district or commune; empty: everything
  bool full_profile = false;  ///< personal data too
};

struct RegisterImport {
  RegisterView view;
  std::vector<std::string> files;  ///< .csv .tsv .xlsx .json .jsonl, filled .docx
  std::string kind;                ///< a roster's name; empty: rows of village data
  std::string report;              ///< workbook for the rows that failed; empty: none
  std::string encoding;            ///< tcvn3 or vni: the text of the files; empty: Unicode
  bool merge_people = false;       ///< the same name, birth and cell is the same person
};

/// How many rows of one table a change touched.
struct TableChange {
  std::string table;
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t removed = 0;
  friend bool operator==(const TableChange&, const TableChange&) = default;
};

struct RegisterResult {
  std::size_t rows = 0;    ///< read
  std::size_t failed = 0;  ///< of these left out
  std::vector<TableChange> changes;
  std::vector<std::string> files;    ///< written
  std::vector<Diagnostic> findings;  ///< also of the rows that failed
};

/// One line of the adoption table.
struct AdoptionLine {
  std::string code;
  std::string name;  ///< "huyện Ân Thi"
  std::size_t total = 0;
  std::size_t issued = 0;
  std::size_t drafting = 0;
  std::size_t not_started = 0;
  friend bool operator==(const AdoptionLine&, const AdoptionLine&) = default;
};

/// A cell that is waited for, or that somebody must decide about.
struct CellNotice {
  std::string id;  ///< record number of the cell
  std::string cell;
  std::string commune;
  std::string district;
  std::string state;
  std::vector<std::string> choices;  ///< undecided: the communes it may belong to
  friend bool operator==(const CellNotice&, const CellNotice&) = default;
};

struct Adoption {
  Date day{};
  std::vector<AdoptionLine> lines;
  AdoptionLine total;
  std::vector<CellNotice> outstanding;
  std::vector<CellNotice> undecided;
};

/// One change as `register history` lists it.
struct HistoryEntry {
  std::string number;
  std::string time;
  std::string author;
  std::string kind;
  std::string source;
  std::size_t rows = 0;
  bool undone = false;
};

/// Files for a record, or one of them to be given back. Throws register.unknown-record,
/// register.no-such-attachment, register.attachment-damaged.
struct RegisterAttachment {
  RegisterView view;
  std::string record;              ///< its number, or a cell's Party code or name; empty: all
  std::string number;              ///< of the attachment to be given back
  std::vector<std::string> files;  ///< to be attached
  std::string note;
  std::string output;  ///< where it is given back
};

/// One file as `register attachments` lists it.
struct AttachmentEntry {
  std::string number;
  std::string record;  ///< number of the record it belongs to
  std::string table;   ///< that the record is in
  std::string cell;
  std::string file_name;
  std::size_t size = 0;  ///< bytes
  std::string hash;      ///< SHA-256
  std::string note;
  std::string time;
  std::string author;
};

/// Where a cell goes that its unit's end left undecided: one decision, or a file of them.
struct RegisterSettlement {
  RegisterView view;
  std::string cell;          ///< record number
  std::string unit;          ///< code of the new unit
  std::optional<Date> from;  ///< empty: the new unit's first day
  std::string file;          ///< the roster "undecided", filled in; empty: the one above
};

/// A paper about a unit, or a reminder for each commune in it. The view's day is the paper's.
struct ReportJob {
  RegisterView view;
  std::string kind = "adoption";  ///< adoption, inspection, inspection-plan
  /// First day of the period. Empty: adoption says nothing of it, inspection begins with the year,
  /// a plan the day after the paper's.
  std::optional<Date> from;
  std::optional<Date> to;        ///< last day of a plan; empty: the end of that year
  std::optional<Date> deadline;  ///< of reminders
  std::string number;            ///< of the paper; empty: left to be written in
  std::string signer;
  std::string output;  ///< .docx, or a folder for reminders
};

struct RosterJob {
  RegisterView view;
  std::string kind;
  std::string output;  ///< .xlsx, .csv or .json
};

}  // namespace quyche::inline abi_1

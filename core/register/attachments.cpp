#include "register/attachments.hpp"

#include <Poco/SHA2Engine.h>

#include <algorithm>
#include <utility>

#include "base/base64.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche {
namespace {

constexpr const char* k_table = "attachment";
constexpr const char* k_bytes_table = "attachment_part";
constexpr std::size_t k_part = 48U << 10U;  // bytes of a part, before Base64
constexpr std::size_t k_parts_at_once = 64;

class Sum {
 public:
  void add(std::string_view bytes) {
    engine_.update(bytes.data(), bytes.size());
    size_ += bytes.size();
  }
  /// Once, at the end.
  [[nodiscard]] std::string text() { return Poco::DigestEngine::digestToHex(engine_.digest()); }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  Poco::SHA2Engine engine_;  // SHA-256
  std::size_t size_ = 0;
};

struct HashAndSize {
  std::string hash;
  std::string size;
};

HashAndSize sum_of(ByteSource& bytes) {
  Sum sum;
  bytes.rewind();
  for (std::string piece; bytes.read(piece, k_part); piece.clear()) sum.add(piece);
  bytes.rewind();
  const auto size = sum.size();
  return {sum.text(), std::to_string(size)};
}

// True when what came was what the record says.
bool read_parts(Store& store, const Record& attachment,
                const std::function<void(std::string_view)>& take) {
  Sum sum;
  store.database().read({"bytes"},
                        std::string("FROM ") + k_bytes_table + " WHERE hash=$1 ORDER BY part",
                        {attachment.text("hash")}, [&](const Database::Cells& cells) {
                          const auto bytes = from_base64(cells.front());
                          sum.add(bytes);
                          take(bytes);
                        });
  const auto size = std::to_string(sum.size());
  return sum.text() == attachment.text("hash") && size == attachment.text("size");
}

Diagnostic damaged(Store& store, const Record& attachment) {
  return {Severity::error,
          {"register.attachment-damaged",
           {attachment.text("file_name"), std::to_string(attachment.id)}},
          {store.database().name(), {}, {}, 0, 0},
          {{"hint.register-attachment-damaged", {}}}};
}

bool has_bytes(Store& store, const std::string& hash) {
  return !store.database()
              .one("part", std::string("FROM ") + k_bytes_table + " WHERE hash=$1 LIMIT 1", {hash})
              .empty();
}

// The size is known before: a file that grew meanwhile is not taken.
void write_parts(Store& store, const HashAndSize& sum, ByteSource& bytes) {
  Database::Block block;
  block.table = k_bytes_table;
  block.id_columns = {"part"};
  block.text_columns = {"hash", "bytes"};
  block.ids.resize(1);
  block.texts.resize(2);
  const auto put_down = [&] {
    store.database().insert(block);
    block.ids.front().clear();
    for (auto& texts : block.texts) texts.clear();
  };
  RowId part = 0;
  for (std::string piece; bytes.read(piece, k_part); piece.clear()) {
    block.ids.front().push_back(part++);
    block.texts[0].push_back(sum.hash);
    block.texts[1].push_back(to_base64(piece));
    if (block.size() == k_parts_at_once) put_down();
  }
  if (part == 0) {  // an empty file
    block.ids.front().push_back(part);
    block.texts[0].push_back(sum.hash);
    block.texts[1].emplace_back();
  }
  put_down();
}

bool can_own(const Table& table) {
  return table.name == "cell" || (table.name != k_table && table.has_reference("cell_id"));
}

[[noreturn]] void refuse(Store& store, const char* code, const std::string& number,
                         const char* hint) {
  throw Error(Diagnostic{
      Severity::error, {code, {number}}, {store.database().name(), {}, {}, 0, 0}, {{hint, {}}}});
}

}  // namespace

AttachmentOwner owner_of(Store& store, const std::string& number) {
  for (const auto& table : register_tables()) {
    if (!is_record_number(number) || !can_own(table)) continue;
    const auto found = store.select(table.name, "id=" + number);
    if (found.empty()) continue;
    const auto cell = table.name == "cell" ? found.front().id : found.front().reference("cell_id");
    return {table.name, found.front().id, cell};
  }
  refuse(store, "register.unknown-record", number, "hint.register-attach-record");
}

bool keep_attachment(Change& change, const AttachmentOwner& owner, const std::string& file_name,
                     const std::string& note, ByteSource& bytes) {
  auto& store = change.store();
  const auto sum = sum_of(bytes);
  const auto number = std::to_string(owner.record);
  if (!store.select(k_table, "record_number=$1 AND hash=$2", {number, sum.hash}).empty()) {
    return false;
  }
  if (!has_bytes(store, sum.hash)) write_parts(store, sum, bytes);
  change.insert(k_table, {{"cell_id", std::to_string(owner.cell)},
                          {"record_table", owner.table},
                          {"record_number", number},
                          {"file_name", file_name},
                          {"hash", sum.hash},
                          {"size", sum.size},
                          {"note", note}});
  change.flush();
  return true;
}

std::vector<AttachmentEntry> read_attachments(Store& store, const std::string& record) {
  std::vector<AttachmentEntry> entries;
  const std::string of_one = record.empty() ? "" : " AND a.record_number=$1";
  store.database().read(
      {"a.id", "a.record_number", "a.record_table", "c.name", "a.file_name", "a.size", "a.hash",
       "a.note", "s.made_at", "s.author"},
      "FROM attachment a JOIN cell c ON c.id=a.cell_id"
      " JOIN change g ON g.table_name='attachment' AND g.row_id=CAST(a.id AS TEXT) AND g.before=''"
      " JOIN change_set s ON s.id=g.set_id WHERE 1=1" +
          of_one + " ORDER BY a.id",
      record.empty() ? Database::Cells{} : Database::Cells{record},
      [&](const Database::Cells& cells) {
        entries.push_back({cells[0], cells[1], cells[2], cells[3], cells[4],
                           static_cast<std::size_t>(std::stoull(cells[5])), cells[6], cells[7],
                           cells[8], cells[9]});
      });
  return entries;
}

void read_attachment(Store& store, const std::string& number,
                     const std::function<void(std::string_view)>& take) {
  const auto found =
      is_record_number(number) ? store.select(k_table, "id=" + number) : std::vector<Record>();
  if (found.empty()) {
    refuse(store, "register.no-such-attachment", number, "hint.register-attachments");
  }
  if (!read_parts(store, found.front(), take)) throw Error(damaged(store, found.front()));
}

void check_attachments(Store& store, Diagnostics& found) {
  for (const auto& attachment : store.select(k_table)) {
    const auto& table = attachment.text("record_table");
    const auto& number = attachment.text("record_number");
    if (!table.empty() && store.select(table, "id=" + number).empty()) {
      found.add({Severity::error,
                 {"register.broken-reference", {k_table, std::to_string(attachment.id), table}},
                 {store.database().name(), {}, {}, 0, 0},
                 {}});
    }
    if (!read_parts(store, attachment, [](std::string_view) {})) {
      found.add(damaged(store, attachment));
    }
  }
}

void drop_unused_bytes(Store& store) {
  store.database().execute(std::string("DELETE FROM ") + k_bytes_table +
                           " WHERE hash NOT IN (SELECT hash FROM " + k_table + ")");
}

}  // namespace quyche

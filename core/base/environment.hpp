#pragma once
// The one door to the outside: files, the clock and the user. DiskFiles is the real one;
// MemoryFiles serves tests. Nothing else in core/ opens a file or asks for the time.

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "base/byte_source.hpp"
#include "base/drawer.hpp"
#include "quyche/values.hpp"

namespace quyche {

/// Paths are UTF-8, '/' separates. Every failure is Error file.* with the path and the reason.
class Files {
 public:
  Files() = default;
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;
  virtual ~Files() = default;

  [[nodiscard]] virtual bool exists(const std::string& path) const = 0;
  [[nodiscard]] virtual bool is_folder(const std::string& path) const = 0;
  /// Names in a folder, sorted by bytes.
  [[nodiscard]] virtual std::vector<std::string> list(const std::string& folder) const = 0;
  [[nodiscard]] virtual std::string read(const std::string& path) const = 0;
  /// The same bytes in pieces, for files of any length; it outlives this object.
  [[nodiscard]] virtual std::unique_ptr<ByteSource> open(const std::string& path) const {
    return bytes_in_memory(read(path));
  }
  virtual void make_folder(const std::string& path) = 0;
  /// Removes a file; it is no error when there is none.
  virtual void remove(const std::string& path) = 0;
  /// Whole or not at all: temporary file beside it, sync, rename. Makes the folder when missing.
  virtual void write(const std::string& path, std::string_view bytes) = 0;
  /// For many files: staged now under a temporary name, all of them durable and renamed by
  /// `publish`. What is staged and never published is removed when this object dies. Thread safe;
  /// of two files that threads stage under one name either may be the one that stays.
  virtual void stage(const std::string& path, std::string_view bytes) = 0;
  virtual void publish() = 0;
};

class DiskFiles final : public Files {
 public:
  DiskFiles();
  ~DiskFiles() override;
  [[nodiscard]] bool exists(const std::string& path) const override;
  [[nodiscard]] bool is_folder(const std::string& path) const override;
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override;
  [[nodiscard]] std::string read(const std::string& path) const override;
  [[nodiscard]] std::unique_ptr<ByteSource> open(const std::string& path) const override;
  void make_folder(const std::string& path) override;
  void remove(const std::string& path) override;
  void write(const std::string& path, std::string_view bytes) override;
  void stage(const std::string& path, std::string_view bytes) override;
  void publish() override;

 private:
  [[nodiscard]] Drawer& drawer_of_this_thread();
  /// Gives a file its own name, in place of what has it. Throws Error file.*.
  void put_in_place(const std::string& temporary, const std::string& path);
  /// What is staged, and the private folders it stands in.
  [[nodiscard]] std::pair<Drawer::Staged, std::vector<std::string>> take_staged();

  const std::uint64_t serial_;  ///< no other object of this run has it
  std::mutex mutex_;
  std::map<std::thread::id, std::unique_ptr<Drawer>> drawers_;
};

class MemoryFiles final : public Files {
 public:
  [[nodiscard]] bool exists(const std::string& path) const override;
  [[nodiscard]] bool is_folder(const std::string& path) const override;
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override;
  [[nodiscard]] std::string read(const std::string& path) const override;
  void make_folder(const std::string& path) override;
  void remove(const std::string& path) override;
  void write(const std::string& path, std::string_view bytes) override;
  void stage(const std::string& path, std::string_view bytes) override;
  void publish() override;

 private:
  mutable std::mutex mutex_;
  std::map<std::string, std::string> files_;
  std::map<std::string, std::string> staged_;
};

/// The day the program runs, in the machine's time zone. The only clock in the program.
[[nodiscard]] Date today();
/// The same clock to the second, "2018-12-31T14:05:09".
[[nodiscard]] std::string time_now();
/// The name of the user who runs the program, as the system knows it; else the user's number.
[[nodiscard]] std::string user_name();

}  // namespace quyche

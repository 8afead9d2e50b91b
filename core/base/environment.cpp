#include "base/environment.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <ctime>
#include <iterator>
#include <memory>
#include <set>

#include "base/disk_error.hpp"
#include "base/disk_place.hpp"
#include "quyche/diagnostic.hpp"

namespace quyche {
namespace {

// An open file, closed when it goes out of scope.
class OpenFile {
 public:
  explicit OpenFile(int number) : number_(number) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] int close() {
    const int result = ::close(number_);
    number_ = -1;
    return result;
  }

 private:
  int number_;
};

constexpr std::int64_t k_most_bytes = std::int64_t{1} << 30U;  // no office file is as large

OpenFile open_file(const std::string& path, int flags) {
  check_name(path);
  const int number = ::open(path.c_str(), flags | O_CLOEXEC);
  if (number < 0) fail_on_disk(path);
  return OpenFile(number);
}

bool is_folder_on_disk(const std::string& path) {
  struct stat about {};
  return ::stat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode);
}

void write_all(int number, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const auto written = ::write(number, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail_on_disk(path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

// A file that exists keeps its permissions: it may hold personal data closed to others.
void keep_mode(int number, const std::string& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) == 0) ::fchmod(number, about.st_mode & 07777U);
}

void write_through(const std::string& path, std::string_view bytes) {
  const OpenFile file = open_file(path, O_WRONLY);
  write_all(file.number(), bytes, path);
}

// Nothing has this name yet: nothing to be followed, kept or spared.
bool is_free(const std::string& path) {
  struct stat about {};
  return ::lstat(path.c_str(), &about) != 0 && errno == ENOENT;
}

void check_replaceable(const std::string& path) {
  if (is_folder_on_disk(path)) fail_on_disk(path, EISDIR);
  // The folder would let it be replaced; who took the right to write meant it to stay.
  if (::access(path.c_str(), F_OK) == 0 && ::access(path.c_str(), W_OK) != 0) fail_on_disk(path);
}

enum class Sync { now, later };

enum class Mode { usual, kept };

// Writes the bytes to a temporary file in `folder`, for `path`, and gives its name. Nothing is left
// on failure.
std::string write_temporary(const std::string& folder, const std::string& path,
                            std::string_view bytes, Sync sync, Mode mode) {
  std::string temporary;
  int number = -1;
  do {
    temporary = temporary_name(folder);
    number = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  } while (number < 0 && errno == EEXIST);
  if (number < 0) fail_on_disk(path);
  OpenFile file(number);
  try {
    if (mode == Mode::kept) keep_mode(number, path);
    write_all(number, bytes, path);
    if (sync == Sync::now && ::fsync(number) != 0) fail_on_disk(path);
    if (file.close() != 0) fail_on_disk(path);
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
  return temporary;
}

std::string write_beside(const std::string& path, std::string_view bytes, Sync sync) {
  const bool is_new = is_free(path);
  if (!is_new) check_replaceable(path);
  return write_temporary(folder_of(path), path, bytes, sync, is_new ? Mode::usual : Mode::kept);
}

// `size`: what the system says; pipes have none, and files grow. With one byte of room more a file
// that has just that size is seen to end there without asking again.
std::string read_to_end(int number, const std::string& path, std::size_t size) {
  constexpr std::size_t k_unknown = 4096;
  std::string bytes(size == 0 ? k_unknown : size + 1, '\0');
  std::size_t filled = 0;
  for (;;) {
    if (filled == bytes.size()) bytes.resize(filled + std::max(k_unknown, filled / 2));
    const auto got = ::read(number, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail_on_disk(path);
    filled += static_cast<std::size_t>(got);
    if (got == 0 || (filled == size && size > 0)) break;
    if (filled > static_cast<std::size_t>(k_most_bytes)) throw Error(too_large_finding(path));
  }
  bytes.resize(filled);
  return bytes;
}

void sync_folder(const std::string& folder) {
  const OpenFile open = open_file(folder, O_RDONLY | O_DIRECTORY);
  // Some network file systems cannot sync a folder; they keep names safe themselves.
  if (::fsync(open.number()) != 0 && errno != EINVAL) fail_on_disk(folder);
}

void sync_file_system(const std::string& folder) {
  const OpenFile open = open_file(folder, O_RDONLY | O_DIRECTORY);
  if (::syncfs(open.number()) != 0) fail_on_disk(folder);
}

std::uint64_t next_serial() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

std::string without_end_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

}  // namespace

DiskFiles::DiskFiles() : serial_(next_serial()) {}

DiskFiles::~DiskFiles() {
  const auto [staged, folders] = take_staged();
  for (const auto& [temporary, path] : staged) ::unlink(temporary.c_str());
  for (const auto& folder : folders) ::rmdir(folder.c_str());
}

bool DiskFiles::exists(const std::string& path) const { return ::access(path.c_str(), F_OK) == 0; }

bool DiskFiles::is_folder(const std::string& path) const { return is_folder_on_disk(path); }

std::vector<std::string> DiskFiles::list(const std::string& folder) const {
  const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.c_str()), ::closedir);
  if (!open) fail_on_disk(folder);
  std::vector<std::string> names;
  errno = 0;
  while (const auto* entry = ::readdir(open.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  if (errno != 0) fail_on_disk(folder);
  std::sort(names.begin(), names.end());
  return names;
}

std::string DiskFiles::read(const std::string& path) const {
  const OpenFile file = open_file(path, O_RDONLY);
  struct stat about {};
  if (::fstat(file.number(), &about) != 0) fail_on_disk(path);
  if (S_ISDIR(about.st_mode)) fail_on_disk(path, EISDIR);
  if (about.st_size > k_most_bytes) throw Error(too_large_finding(path));
  return read_to_end(file.number(), path, static_cast<std::size_t>(about.st_size));
}

void DiskFiles::make_folder(const std::string& path) {
  const std::string folder = without_end_slash(path);
  if (folder.empty() || is_folder_on_disk(folder)) return;
  const std::string parent = folder_of(folder);
  if (parent != folder && parent != ".") make_folder(parent);
  if (::mkdir(folder.c_str(), 0777) == 0) return;
  const int reason = errno;
  if (reason != EEXIST) fail_on_disk(folder, reason);
  if (!is_folder_on_disk(folder)) fail_on_disk(folder, ENOTDIR);
}

void DiskFiles::remove(const std::string& path) {
  if (::unlink(path.c_str()) == 0) return;
  const int reason = errno;
  if (reason != ENOENT) fail_on_disk(path, reason);
}

void DiskFiles::write(const std::string& name, std::string_view bytes) {
  const std::string path = meant_file(name);
  if (is_special(path)) return write_through(path, bytes);
  const std::string folder = folder_of(path);
  make_folder(folder);
  sweep_temporaries(folder);
  const std::string temporary = write_beside(path, bytes, Sync::now);
  if (::rename(temporary.c_str(), path.c_str()) != 0) {
    const int reason = errno;
    ::unlink(temporary.c_str());
    fail_on_disk(path, reason);
  }
  sync_folder(folder);
}

void DiskFiles::stage(const std::string& name, std::string_view bytes) {
  check_name(name);
  auto& drawer = drawer_of_this_thread();
  const std::lock_guard lock(drawer.mutex);
  if (drawer.folder == folder_of(name) && drawer.private_folder.empty()) {
    drawer.private_folder = make_temporary_folder(drawer.folder);
  }
  if (drawer.folder == folder_of(name) && !drawer.private_folder.empty()) {
    // What stands under the name is looked at when it is published: looking waits for a folder
    // that another thread is putting names into.
    drawer.staged.emplace_back(
        write_temporary(drawer.private_folder, name, bytes, Sync::later, Mode::usual), name);
    return;
  }
  const bool is_new = is_free(name);
  std::string path = is_new ? name : meant_file(name);
  if (!is_new && is_special(path)) return write_through(path, bytes);
  const std::string folder = folder_of(path);
  if (drawer.folder != folder) {
    make_folder(folder);
    sweep_temporaries(folder);
    drawer.turn_to(folder);
  }
  std::string temporary = write_beside(path, bytes, Sync::later);
  drawer.staged.emplace_back(std::move(temporary), std::move(path));
}

Drawer& DiskFiles::drawer_of_this_thread() {
  struct Last {
    std::uint64_t owner = 0;
    Drawer* drawer = nullptr;
  };
  thread_local Last last;
  if (last.owner == serial_) return *last.drawer;
  const std::lock_guard lock(mutex_);
  auto& drawer = drawers_[std::this_thread::get_id()];
  if (drawer == nullptr) drawer = std::make_unique<Drawer>();
  last = {serial_, drawer.get()};
  return *drawer;
}

std::pair<Drawer::Staged, std::vector<std::string>> DiskFiles::take_staged() {
  std::pair<Drawer::Staged, std::vector<std::string>> taken;
  auto& [staged, folders] = taken;
  const std::lock_guard lock(mutex_);
  for (const auto& [thread, drawer] : drawers_) {
    const std::lock_guard drawer_lock(drawer->mutex);
    drawer->turn_to({});  // it may be gone when the next file comes
    std::move(drawer->staged.begin(), drawer->staged.end(), std::back_inserter(staged));
    std::move(drawer->left.begin(), drawer->left.end(), std::back_inserter(folders));
    drawer->staged.clear();
    drawer->left.clear();
  }
  return taken;
}

void DiskFiles::put_in_place(const std::string& temporary, const std::string& path) {
  const auto* from = temporary.c_str();
  const auto* to = path.c_str();
  if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return;
  struct stat about {};
  const bool is_there = ::lstat(to, &about) == 0;
  if (is_there && !S_ISREG(about.st_mode)) {  // a link to be followed, a device, a folder
    write(path, read(temporary));
    ::unlink(from);
    return;
  }
  if (is_there) {
    check_replaceable(path);
    ::chmod(from, about.st_mode & 07777U);
  }
  if (::rename(from, to) != 0) fail_on_disk(path);
}

void DiskFiles::publish() {
  const auto [staged, private_folders] = take_staged();
  std::map<dev_t, std::string> systems;  // one folder of every file system
  std::set<std::string> folders;
  for (const auto& [temporary, path] : staged) folders.insert(folder_of(path));
  for (const auto& folder : folders) {
    struct stat about {};
    if (::stat(folder.c_str(), &about) == 0) systems.emplace(about.st_dev, folder);
  }
  try {
    for (const auto& [device, folder] : systems) sync_file_system(folder);
  } catch (...) {
    for (const auto& [temporary, path] : staged) ::unlink(temporary.c_str());
    for (const auto& folder : private_folders) ::rmdir(folder.c_str());
    throw;
  }
  Diagnostics found;
  for (const auto& [temporary, path] : staged) {
    try {
      put_in_place(temporary, path);
    } catch (const Error& problem) {
      found.add(problem.findings());
      ::unlink(temporary.c_str());
    }
  }
  for (const auto& folder : private_folders) ::rmdir(folder.c_str());
  for (const auto& [device, folder] : systems) sync_file_system(folder);
  found.throw_if_errors();
}

namespace {

std::tm local_time() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return local;
}

}  // namespace

Date today() {
  const auto local = local_time();
  return Date{std::chrono::year{local.tm_year + 1900},
              std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
              std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
}

std::string time_now() {
  const auto local = local_time();
  std::string text(32, '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &local));
  return text;
}

std::string user_name() {
  const auto user = ::getuid();
  const auto* entry = ::getpwuid(user);
  return entry != nullptr ? entry->pw_name : std::to_string(user);
}

}  // namespace quyche

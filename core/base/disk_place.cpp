#include "base/disk_place.hpp"

#include <dirent.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "base/disk_error.hpp"

namespace quyche {
namespace {

std::string machine_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

// Of this machine's runs: processes of another one, on a shared folder, cannot be asked for.
const std::string& temporary_prefix() {
  static const std::string prefix = ".quyche-" + machine_name() + "-";
  return prefix;
}

// A temporary file, or a folder of them.
void remove_temporary(const std::string& path) {
  if (::unlink(path.c_str()) == 0) return;
  const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(path.c_str()), ::closedir);
  if (!open) return;
  while (const auto* entry = ::readdir(open.get())) {
    const std::string_view name = entry->d_name;
    const bool is_ours = name.starts_with(temporary_prefix()) && name.ends_with(".tmp");
    if (is_ours) ::unlinkat(::dirfd(open.get()), entry->d_name, 0);
  }
  ::rmdir(path.c_str());
}

}  // namespace

void check_name(const std::string& path) {
  if (path.find('\0') != std::string::npos)
    throw Error(disk_finding(path.substr(0, path.find('\0')), EILSEQ));
}

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string meant_file(const std::string& path) {
  check_name(path);
  struct stat about {};
  if (::lstat(path.c_str(), &about) != 0 || !S_ISLNK(about.st_mode)) return path;
  const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), std::free);
  return real ? std::string(real.get()) : path;
}

bool is_special(const std::string& path) {
  struct stat about {};
  return ::stat(path.c_str(), &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode);
}

std::string temporary_name(const std::string& folder) {
  static std::atomic<unsigned> counter{0};
  return folder + "/" + temporary_prefix() + std::to_string(::getpid()) + "-" +
         std::to_string(++counter) + ".tmp";
}

std::string make_temporary_folder(const std::string& folder) {
  auto name = temporary_name(folder);
  return ::mkdir(name.c_str(), 0700) == 0 ? name : std::string();
}

void sweep_temporaries(const std::string& folder) {
  const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.c_str()), ::closedir);
  if (!open) return;
  const auto own = ::getpid();
  while (const auto* entry = ::readdir(open.get())) {
    const std::string_view name = entry->d_name;
    if (!name.starts_with(temporary_prefix()) || !name.ends_with(".tmp")) continue;
    pid_t process = 0;
    const auto number = name.substr(temporary_prefix().size());
    std::from_chars(number.data(), number.data() + number.size(), process);
    const bool is_gone = process > 0 && process != own && ::kill(process, 0) != 0 && errno == ESRCH;
    if (is_gone) remove_temporary(folder + "/" + entry->d_name);
  }
}

}  // namespace quyche

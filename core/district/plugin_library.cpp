#include "district/plugin_library.hpp"

#include <Poco/ClassLoader.h>
#include <Poco/Exception.h>
#include <link.h>
#include <sys/stat.h>

#include <cstring>
#include <mutex>

#include "base/environment.hpp"

namespace quyche {
namespace {

Error failure(const char* code, const std::string& path, std::string reason) {
  return Error(Diagnostic{Severity::error, {code, {std::move(reason)}}, {path, {}, {}, 0, 0}, {}});
}

/// A library that anyone may overwrite is code that anyone may run.
bool writable_by_others(const std::string& path) {
  struct stat state {};
  if (stat(path.c_str(), &state) != 0) return false;
  return (state.st_mode & S_IWOTH) != 0;
}

/// A library cut short, by a full disk or a broken copy, would kill the program that loads it.
bool is_cut_short(const std::string& bytes) {
  if (!bytes.starts_with(ELFMAG)) return false;  // the loader says what it is
  ElfW(Ehdr) head;
  if (bytes.size() < sizeof(head)) return true;
  std::memcpy(&head, bytes.data(), sizeof(head));
  const auto end_of = [](std::uint64_t from, std::uint64_t count, std::uint64_t size) {
    return from + count * size;
  };
  const auto segments = end_of(head.e_phoff, head.e_phnum, sizeof(ElfW(Phdr)));
  const auto sections = end_of(head.e_shoff, head.e_shnum, head.e_shentsize);
  if (segments > bytes.size() || sections > bytes.size()) return true;
  for (std::size_t i = 0; i < head.e_phnum; ++i) {
    ElfW(Phdr) segment;
    std::memcpy(&segment, bytes.data() + head.e_phoff + i * sizeof(segment), sizeof(segment));
    if (segment.p_type == PT_LOAD && segment.p_offset + segment.p_filesz > bytes.size())
      return true;
  }
  return false;
}

}  // namespace

std::shared_ptr<const Plugin> load_plugin(const std::string& path, const std::string& class_name) {
  // Never destroyed: unloading a library with live objects crashes.
  static auto& loader = *new Poco::ClassLoader<Plugin>();
  static std::mutex mutex;
  if (writable_by_others(path)) throw failure("plugin.unsafe-library", path, path);
  const DiskFiles disk;
  if (disk.exists(path) && is_cut_short(disk.read(path)))
    throw failure("plugin.cut-short", path, path);
  const std::scoped_lock lock(mutex);
  const Poco::Manifest<Plugin>* manifest = nullptr;
  try {
    loader.loadLibrary(path);
    manifest = loader.findManifest(path);
  } catch (const Poco::Exception& problem) {
    throw failure("plugin.load-failed", path, problem.displayText());
  }
  if (manifest == nullptr) throw failure("plugin.load-failed", path, path);
  const auto entry = manifest->find(class_name);
  if (entry == manifest->end()) throw failure("plugin.no-class", path, class_name);
  try {
    return std::shared_ptr<const Plugin>(entry->create());
  } catch (const std::exception& problem) {
    throw failure("plugin.load-failed", path, problem.what());
  }
}

}  // namespace quyche

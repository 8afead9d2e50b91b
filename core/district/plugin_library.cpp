#include "district/plugin_library.hpp"

#include <Poco/ClassLoader.h>
#include <Poco/Exception.h>
#include <sys/stat.h>

#include <mutex>

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

}  // namespace

std::shared_ptr<const Plugin> load_plugin(const std::string& path, const std::string& class_name) {
  // Never destroyed: unloading a library with live objects crashes.
  static auto& loader = *new Poco::ClassLoader<Plugin>();
  static std::mutex mutex;
  if (writable_by_others(path)) throw failure("plugin.unsafe-library", path, path);
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

#pragma once
// The interface of a code plugin. Most districts need none: plugin.xml and its data files say it
// all. Derive from Plugin, override what data cannot say, and name the class once:
//
//     QUYCHE_PLUGIN(KhoaiChau)
//
// Objects are made by Poco::ClassLoader, live until the program ends, and are used from several
// threads at once: every hook is const.

#include <Poco/ClassLibrary.h>

#include <string>
#include <vector>

#include "quyche/abi.hpp"
#include "quyche/diagnostic.hpp"
#include "quyche/district.hpp"

namespace quyche::inline abi_1 {

class Plugin {
 public:
  Plugin() = default;
  Plugin(const Plugin&) = delete;
  Plugin& operator=(const Plugin&) = delete;
  virtual ~Plugin() = default;

  /// Values this plugin can compute for a unit and a day, added to those of its data files.
  [[nodiscard]] virtual Values unit_values(const Jurisdiction& /*where*/) const { return {}; }

  /// Changes a regulation after the amendments were applied and before it is numbered.
  virtual void adjust(LocalRegulation& /*regulation*/) const {}

  /// Completes a village's values before they are checked (derived values).
  virtual void complete(Values& /*record*/, const Jurisdiction& /*where*/) const {}

  /// Findings of rules that only this unit has, on a village's values.
  [[nodiscard]] virtual std::vector<Diagnostic> check(const Values& /*record*/,
                                                      const Jurisdiction& /*where*/) const {
    return {};
  }
};

}  // namespace quyche::inline abi_1

/// Exports one Plugin class from the library.
#define QUYCHE_PLUGIN(CLASS)                                            \
  extern "C" {                                                          \
  QUYCHE_EXPORT bool pocoBuildManifest(Poco::ManifestBase* pManifest_); \
  }                                                                     \
  POCO_BEGIN_MANIFEST_IMPL(pocoBuildManifest, quyche::Plugin)           \
  POCO_EXPORT_CLASS(CLASS)                                              \
  POCO_END_MANIFEST

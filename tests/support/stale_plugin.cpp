// A plugin as a library for an older interface would be: the same names in another version's
// namespace.

#include <Poco/ClassLibrary.h>

#include "quyche/abi.hpp"

namespace quyche::inline abi_0 {

class Plugin {
 public:
  virtual ~Plugin() = default;
};

}  // namespace quyche::inline abi_0

class Stale : public quyche::Plugin {};

extern "C" {
QUYCHE_EXPORT bool pocoBuildManifest(Poco::ManifestBase* pManifest_);
}
POCO_BEGIN_MANIFEST_IMPL(pocoBuildManifest, quyche::Plugin)
POCO_EXPORT_CLASS(Stale)
POCO_END_MANIFEST

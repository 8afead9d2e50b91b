// A plugin compiled twice, with another answer each time: two libraries with one class name. Its
// second class cannot be made.

#include <stdexcept>

#include "quyche/plugin.hpp"

class Twin : public quyche::Plugin {
 public:
  [[nodiscard]] quyche::Values unit_values(const quyche::Jurisdiction& /*where*/) const override {
    return {{"twin", QUYCHE_TWIN}};
  }
};

class Broken : public quyche::Plugin {
 public:
  Broken() { throw std::runtime_error("thiếu bảng mã"); }
};

extern "C" {
QUYCHE_EXPORT bool pocoBuildManifest(Poco::ManifestBase* pManifest_);
}
POCO_BEGIN_MANIFEST_IMPL(pocoBuildManifest, quyche::Plugin)
POCO_EXPORT_CLASS(Twin)
POCO_EXPORT_CLASS(Broken)
POCO_END_MANIFEST

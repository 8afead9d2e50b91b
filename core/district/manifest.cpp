#include "district/manifest.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "base/xml.hpp"
#include "model/akn_metadata.hpp"
#include "model/akn_reader.hpp"
#include "model/names.hpp"
#include "quyche/abi.hpp"

namespace quyche {
namespace {

class ManifestReader {
 public:
  ManifestReader(const Files& files, const std::string& folder)
      : files_(files),
        folder_(folder),
        document_(files.read(folder + "/plugin.xml"), folder + "/plugin.xml", XmlSpace::data) {}

  Manifest read() {
    const auto root = document_.root();
    if (local_name(root) != "plugin") {
      report(root, {"plugin.bad-manifest", {std::string(local_name(root))}});
      throw Error(found_.findings());
    }
    manifest_.id = text_of(root, "id");
    manifest_.version = text_of(root, "version");
    manifest_.name = text_of(root, "name");
    manifest_.abi = root.attribute("abi").as_int(-1);
    for (const auto part : root.children()) {
      const auto name = local_name(part);
      if (name == "jurisdiction") read_jurisdiction(part);
      if (name == "files") read_files(part);
      if (name == "library") read_library(part);
      if (name == "notice") manifest_.notice = squeeze(normalise(part.text().get()));
    }
    check(root);
    found_.throw_if_errors();
    return manifest_;
  }

 private:
  void report(pugi::xml_node node, Text message, std::vector<Text> hints = {}) {
    found_.add({Severity::error, std::move(message), document_.place(node), std::move(hints)});
  }

  [[nodiscard]] const char* unit_code_name() const {
    return manifest_.level == Level::province ? "province" : "code";
  }

  void read_jurisdiction(pugi::xml_node element) {
    const auto word = text_of(element, "level");
    const auto level = value_of(k_level_names, word);
    if (!level || *level > Level::commune) {
      report(element, {"plugin.bad-value", {"level", word}});
    }
    manifest_.level = level.value_or(Level::district);
    manifest_.unit_code = text_of(element, unit_code_name());
    auto& validity = manifest_.validity;
    validity = {date_of(document_, element, "from", found_),
                date_of(document_, element, "to", found_)};
    if (validity.from && validity.to && *validity.to < *validity.from) {
      report(element, {"plugin.bad-value", {"to", iso(*validity.to)}});
    }
  }

  /// A path inside the plugin's folder that exists; anything else is a finding.
  std::string inner_path(pugi::xml_node element, const char* attribute) {
    const auto path = text_of(element, attribute);
    if (path.empty()) return path;
    const bool leaves = path.front() == '/' || path.find('\\') != std::string::npos ||
                        ("/" + path + "/").find("/../") != std::string::npos;
    if (leaves) {
      report(element, {"plugin.outside-folder", {path}}, {{"hint.plugin-inside", {}}});
    } else if (!files_.exists(folder_ + "/" + path)) {
      report(element, {"plugin.missing-file", {path}});
    }
    return path;
  }

  void read_files(pugi::xml_node element) {
    manifest_.profile_file = inner_path(element, "profile");
    manifest_.amendments_file = inner_path(element, "amendments");
    manifest_.vocabulary_file = inner_path(element, "vocabulary");
  }

  void read_library(pugi::xml_node element) {
    // A wrong abi must be the answer, not a library that a newer build has not made yet.
    manifest_.library_file = manifest_.abi == k_abi ? inner_path(element, "file") : "-";
    if (manifest_.library_file.empty()) report(element, {"plugin.bad-value", {"file", ""}});
    manifest_.library_class = text_of(element, "class");
    if (manifest_.library_class.empty()) report(element, {"plugin.bad-value", {"class", ""}});
  }

  void check(pugi::xml_node root) {
    const auto slash = folder_.find_last_of('/');
    const auto folder_name = slash == std::string::npos ? folder_ : folder_.substr(slash + 1);
    if (manifest_.abi != k_abi) {
      report(root, {"plugin.wrong-abi", {std::to_string(manifest_.abi), std::to_string(k_abi)}},
             {{"hint.plugin-abi", {}}});
    }
    if (manifest_.id != folder_name) {
      report(root, {"plugin.id-differs", {manifest_.id, folder_name}});
    }
    if (manifest_.profile_file.empty()) report(root, {"plugin.bad-value", {"profile", ""}});
    if (manifest_.unit_code.empty()) report(root, {"plugin.bad-value", {unit_code_name(), ""}});
  }

  const Files& files_;
  std::string folder_;
  XmlDocument document_;
  Manifest manifest_;
  Diagnostics found_;
};

}  // namespace

Manifest read_manifest(const Files& files, const std::string& folder) {
  if (!files.exists(folder + "/plugin.xml")) {
    throw Error({Severity::error,
                 {"plugin.no-manifest", {}},
                 {folder, {}, {}, 0, 0},
                 {{"hint.new-district", {}}}});
  }
  return ManifestReader(files, folder).read();
}

}  // namespace quyche

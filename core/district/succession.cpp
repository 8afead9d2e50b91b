#include "district/succession.hpp"

#include "base/date.hpp"
#include "base/xml.hpp"
#include "model/akn_metadata.hpp"
#include "model/akn_reader.hpp"

namespace quyche {
namespace {

void read_file(const std::string& bytes, const std::string& path,
               std::vector<SuccessionLine>& lines, Diagnostics& found) {
  const XmlDocument document(bytes, path, XmlSpace::data);
  const auto day = date_of(document, document.root(), "day", found);
  if (!day) {
    found.add({Severity::error, {"units.no-day", {}}, document.place(document.root()), {}});
    return;
  }
  for (const auto element : document.root().children()) {
    if (element.type() != pugi::node_element) continue;
    const auto share = text_of(element, "share");
    lines.push_back({text_of(element, "from"), iso(previous_day(*day)), text_of(element, "code"),
                     iso(*day), text_of(element, "kind"), share.empty() ? "all" : share,
                     text_of(document.root(), "legal")});
  }
}

}  // namespace

std::vector<SuccessionLine> read_successions(const Files& files, const Registry& registry) {
  std::vector<SuccessionLine> lines;
  Diagnostics found;
  for (const auto& plugin : registry.plugins()) {
    const auto path = plugin.folder + "/succession.xml";
    if (!plugin.usable() || !files.exists(path)) continue;
    read_file(files.read(path), path, lines, found);
  }
  found.throw_if_errors();
  return lines;
}

}  // namespace quyche

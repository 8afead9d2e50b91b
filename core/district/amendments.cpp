#include "district/amendments.hpp"

#include <array>
#include <utility>

#include "base/xml.hpp"
#include "model/akn_metadata.hpp"
#include "model/akn_reader.hpp"
#include "model/names.hpp"

namespace quyche {
namespace {

constexpr NameTable<Amendment::Act, 6> k_acts{{{Amendment::Act::replace, "replace"},
                                               {Amendment::Act::reword, "reword"},
                                               {Amendment::Act::insert_before, "insert-before"},
                                               {Amendment::Act::insert_after, "insert-after"},
                                               {Amendment::Act::append, "append"},
                                               {Amendment::Act::remove, "remove"}}};

void report(Diagnostics& found, Place place, Text message) {
  found.add({Severity::error, std::move(message), std::move(place), {}});
}

std::optional<Amendment> read_amendment(const XmlDocument& document, pugi::xml_node element,
                                        Diagnostics& found) {
  const auto act = value_of(k_acts, local_name(element));
  if (!act) {
    report(found, document.place(element),
           {"amendment.unknown-act", {std::string(local_name(element))}});
    return std::nullopt;
  }
  Amendment amendment{*act, text_of(element, "target"), {}, {}, document.place(element)};
  amendment.when = condition_of(document, element, "when", found);
  if (amendment.target.empty()) report(found, amendment.place, {"amendment.no-target", {}});
  for (const auto node : element.children()) {
    if (node.type() == pugi::node_element) {
      amendment.provisions.push_back(read_provision(document, node, found));
    }
  }
  if (amendment.provisions.empty() != (*act == Amendment::Act::remove)) {
    report(found, amendment.place, {"amendment.empty", {std::string(local_name(element))}});
  }
  return amendment;
}

}  // namespace

std::string_view amendment_name(Amendment::Act act) { return name_of(k_acts, act); }

Amendments read_amendments(const Files& files, const std::string& path) {
  const XmlDocument document(files.read(path), path, XmlSpace::mixed);
  Diagnostics found;
  Amendments amendments;
  amendments.model = text_of(document.root(), "model");
  for (const auto element : document.root().children()) {
    if (element.type() != pugi::node_element) continue;
    if (local_name(element) == "basis") {
      const auto& basis = amendments.bases.emplace_back(read_basis(document, element, found));
      const auto before = text_of(element, "before");
      if (!before.empty()) amendments.basis_before.emplace(basis.id, before);
    } else if (auto amendment = read_amendment(document, element, found)) {
      amendments.list.push_back(std::move(*amendment));
    }
  }
  found.throw_if_errors();
  return amendments;
}

}  // namespace quyche

#pragma once
// The provisions of a regulation in reading order, each with its name and the words it shows: what
// comparing looks at. Refers to the regulation, which must outlive the list.

#include <optional>
#include <string>
#include <vector>

#include "quyche/regulation.hpp"

namespace quyche {

struct ListedProvision {
  const Provision* provision;
  std::optional<std::size_t> parent;  ///< its place in the list
  std::string name;                   ///< "khoản 2 Điều 7"
  std::string heading;
  std::string text;  ///< heading, own sentence and table, without what stands below it
};
using ProvisionList = std::vector<ListedProvision>;

/// A numbered regulation; fields show their value, open ones "[label]".
[[nodiscard]] ProvisionList list_provisions(const Regulation& regulation, const Values& values);

/// Whether the provision or one below it is mandatory.
[[nodiscard]] bool holds_mandatory(const Provision& provision);

/// The words a line shows.
[[nodiscard]] std::string shown_line(const Inlines& line, const std::vector<Field>& fields,
                                     const Values& values);

}  // namespace quyche

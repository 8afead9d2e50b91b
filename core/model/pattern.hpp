#pragma once
// The short notations inside metadata: conditions ("commune_type = xã") and texts with fields and
// terms ("Chi bộ {#village} {village_name}"). Shared by regulations, plugins and defaults.

#include <optional>
#include <string>
#include <string_view>

#include "quyche/regulation.hpp"

namespace quyche {

/// "field = value" or "field != value"; nothing when it is neither.
[[nodiscard]] std::optional<Condition> read_condition(std::string_view text);
[[nodiscard]] std::string write_condition(const Condition& condition);
/// Whether it holds; nothing while the field has no value.
[[nodiscard]] std::optional<bool> holds(const Condition& condition, const Values& values);
/// As above; an absent condition holds.
[[nodiscard]] std::optional<bool> holds(const std::optional<Condition>& condition,
                                        const Values& values);

/// Text with {field}, {field:upper}, {#term}, {#term:title}. A brace that opens nothing is text.
[[nodiscard]] Inlines read_pattern(std::string_view text);
[[nodiscard]] std::string write_pattern(const Inlines& inlines);

/// The pattern with its fields replaced by their values and its terms by their words; nothing while
/// one of them is unknown.
[[nodiscard]] std::optional<std::string> fill_pattern(std::string_view text, const Values& values,
                                                      const Values& words = {});

}  // namespace quyche

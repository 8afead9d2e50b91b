#pragma once
// The operators of the language on values, as in Python: whole numbers stay whole (64 bits; past
// them an error), division and modulo round down. All throw TemplateFault for kinds that do not
// fit.

#include "template/tree.hpp"
#include "template/value.hpp"

namespace quyche {

[[nodiscard]] Value binary(BinarySign sign, const Value& left, const Value& right);
[[nodiscard]] Value negative(const Value& value);
[[nodiscard]] Value positive(const Value& value);
[[nodiscard]] bool compare(CompareSign sign, const Value& left, const Value& right);
/// What a sign is typed as.
[[nodiscard]] const char* typed(BinarySign sign);

/// Texts and lists that an operation makes may take this many bytes; throws TemplateFault.
void check_size(std::size_t bytes);
/// left * right, at most SIZE_MAX.
[[nodiscard]] std::size_t bounded_product(std::size_t left, std::size_t right);

}  // namespace quyche

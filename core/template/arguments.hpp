#pragma once
// Reading the arguments of filters and methods as the kind they must have; throws TemplateFault,
// naming the callee.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quyche/diagnostic.hpp"
#include "template/value.hpp"

namespace quyche {

[[nodiscard]] std::int64_t whole_argument(const Value& value, std::string_view callee);
[[nodiscard]] std::int64_t whole_argument(const Value& value, std::string_view callee,
                                          std::int64_t absent);
/// "1039", "-5", "1.039": digits, or groups of three as offices write them. Nothing for all else:
/// what a point or comma means there nobody can say.
[[nodiscard]] std::optional<std::int64_t> whole_in(std::string_view text);
[[nodiscard]] double number_argument(const Value& value, std::string_view callee);
[[nodiscard]] std::string text_argument(const Value& value, std::string_view callee);
[[nodiscard]] std::string text_argument(const Value& value, std::string_view callee,
                                        std::string absent);
[[nodiscard]] bool flag_argument(const Value& value, bool absent);
/// What is said of a call with the wrong number of arguments.
[[nodiscard]] Text wrong_count(std::string_view callee, std::size_t least, std::size_t most,
                               std::size_t given);
/// "did you mean …", when one of `known` is near.
[[nodiscard]] std::vector<Text> nearest_hint(const std::string& name,
                                             const std::vector<std::string>& known);
[[noreturn]] void fail_type(std::string_view callee, std::string_view wanted, const Value& value);

}  // namespace quyche

#pragma once
// What is fuzzed: one function a reader of outside data. Each takes any bytes and accepts the
// library's own Error as an answer, nothing else. For libFuzzer (entry.cpp) and for replaying the
// corpus as a plain test (replay.cpp).

#include <string_view>

namespace quyche {

void fuzz_archive(std::string_view bytes);
void fuzz_xml(std::string_view bytes);
void fuzz_tags(std::string_view bytes);
void fuzz_expression(std::string_view bytes);
void fuzz_check(std::string_view bytes);
void fuzz_meeting(std::string_view bytes);
void fuzz_word_import(std::string_view bytes);

}  // namespace quyche

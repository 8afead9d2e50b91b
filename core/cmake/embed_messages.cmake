# INPUT (messages.tsv) → OUTPUT, a C++ source that holds it as one literal: a program that starts
# does nothing for it. The text is never taken for a CMake list: semicolons, brackets and backslashes
# in it stay what they are.
file(READ ${INPUT} text)
string(REPLACE "\\" "\\\\" text "${text}")
string(REPLACE "\"" "\\\"" text "${text}")
string(REPLACE "?" "\\?" text "${text}")
string(REPLACE "\r" "" text "${text}")
string(REPLACE "\t" "\\t" text "${text}")
string(REPLACE "\n" "\\n\"\n    \"" text "${text}")
if(NOT NAME)
  set(NAME k_messages_table)
endif()
file(WRITE ${OUTPUT} "// Made from a table of sentences; do not edit.
#include <string_view>

#pragma GCC diagnostic ignored \"-Woverlength-strings\"  // longer than every compiler must take

namespace quyche {

constexpr char k_letters_of_${NAME}[] =
    \"${text}\";

extern const std::string_view ${NAME};
constinit const std::string_view ${NAME}{k_letters_of_${NAME}, sizeof k_letters_of_${NAME} - 1};

}  // namespace quyche
")

# INPUT (messages.tsv) → OUTPUT, a C++ source that holds it, one literal a line and joined at the
# start of the program, so that no literal grows with the table. The text is never taken for a CMake
# list: semicolons, brackets and backslashes in it stay what they are.
file(READ ${INPUT} text)
string(REPLACE "\\" "\\\\" text "${text}")
string(REPLACE "\"" "\\\"" text "${text}")
string(REPLACE "?" "\\?" text "${text}")
string(REPLACE "\r" "" text "${text}")
string(REPLACE "\t" "\\t" text "${text}")
string(REPLACE "\n" "\\n\",\n    \"" text "${text}")
if(NOT NAME)
  set(NAME k_messages_table)
endif()
file(WRITE ${OUTPUT} "// Made from a table of sentences; do not edit.
#include <string>

namespace quyche {
namespace {

const char* const k_lines[] = {
    \"${text}\",
};

std::string joined() {
  std::string table;
  for (const char* line : k_lines) table += line;
  return table;
}

}  // namespace

extern const std::string ${NAME};
const std::string ${NAME} = joined();

}  // namespace quyche
")

#include "cli/commands.hpp"

int main(int count, char** values) {
  int code = 0;
  const auto arguments = quyche::cli::read_arguments(count, values, code);
  return arguments ? quyche::cli::run(*arguments) : code;
}
